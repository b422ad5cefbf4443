// Search as you type: asks the API which countries answer to the text, and shows these of the list, best first.
// Without this script the form asks the server for the same page.
const input = document.querySelector("#q");
const list = document.querySelector("#countries");
const map = document.querySelector("#map");
const found = document.querySelector("#found");
const nothing = document.querySelector("#nothing");
const all = new Map([...list.children].map(item => [item.dataset.key, item]));
// The order of the list when nothing is searched for: by name, as the reader's language sorts.
const names = new Intl.Collator(document.querySelector("#lang").value);
const inOrder = [...all.values()].sort((one, other) => names.compare(nameOf(one), nameOf(other)));
const pause = 150;
let timer;
let turn = 0;

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, pause);
});

function nameOf(item) {
  return item.querySelector("a").textContent;
}

async function search() {
  const mine = ++turn;
  const text = input.value.trim();
  const keys = text ? await ask(text) : undefined;
  // An answer that comes after the next question is of no use any more.
  if (mine !== turn || keys === null) return;
  show(text, keys);
}

// The keys of the countries that answer to the text by a name, or else mean it in another way, such as by a calling code;
// null when the service does not say.
async function ask(text) {
  const query = new URLSearchParams({ q: text, limit: "200" });
  try {
    const named = await itemsOf(`/api/v1/countries?${query}&fields=alpha2,id`);
    const countries = named.length > 0 ? named : (await itemsOf(`/api/v1/resolve?${query}`)).map(item => item.country);
    return countries.map(country => country.alpha2 ?? country.id);
  } catch {
    return null;
  }
}

async function itemsOf(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).items;
}

function show(text, keys) {
  const shown = keys ? keys.map(key => all.get(key)).filter(Boolean) : inOrder;
  const visible = new Set(shown);
  for (const item of all.values()) item.hidden = !visible.has(item);
  list.prepend(...shown);
  map.hidden = Boolean(text);
  nothing.hidden = shown.length > 0;
  found.textContent = text ? `${shown.length} of ${found.dataset.all}` : found.dataset.all;
  const address = new URL(location.href);
  if (text) address.searchParams.set("q", text);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
}
