// Asks the browser for a passkey, or to make one, and sends the page's form with what it gives. Without this script, or in
// a browser without passkeys, the form stays hidden and the password does.
const forms = document.querySelectorAll("form[data-passkey]");
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failure = form.querySelector("[role=alert]");
      failure.textContent = "";
      try {
        const options = JSON.parse(form.dataset.options);
        const credential =
          form.dataset.passkey === "create"
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.credential.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        failure.textContent = "The browser gave no passkey. Try again.";
      }
    });
  }
}
