// A slider through the months of a currency: map and table follow it. Without this script the form asks the server for a day.
const slider = document.querySelector("#slider");
const day = document.querySelector("#on");
const rows = [...document.querySelectorAll("#uses tbody tr")];
const shapes = new Map([...document.querySelectorAll(".map a[data-code]")].map(shape => [shape.dataset.code, shape]));
const states = ["now", "beside", "past", "ahead"];
const words = { now: "yes", beside: "yes", past: "no longer", ahead: "not yet" };

if (slider) {
  slider.min = monthOf(slider.dataset.first);
  slider.max = monthOf(slider.dataset.last);
  slider.value = monthOf(day.value);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    // The first of a month; at the end the very last day, so that it ends where the page began.
    const month = Number(slider.value);
    day.value = month === Number(slider.max) ? slider.dataset.last : dayOf(month);
    show(day.value);
  });
  day.addEventListener("input", () => {
    if (!day.validity.valid) return;
    slider.value = monthOf(day.value);
    show(day.value);
  });
}

function monthOf(text) {
  const [year, month] = text.split("-").map(Number);
  return year * 12 + month - 1;
}

function dayOf(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

// Days as ISO 8601 writes them are in the order of their letters.
function stateOf({ from, to, legal }, on) {
  if (to && to < on) return "past";
  if (from && from > on) return "ahead";
  return legal === "true" ? "now" : "beside";
}

function show(on) {
  const best = new Map();
  const users = new Set();
  rows.forEach((row, number) => {
    const state = stateOf(row.dataset, on);
    const key = row.dataset.code || number;
    if (states.indexOf(state) < 2) users.add(key);
    if (!best.has(key) || states.indexOf(state) < states.indexOf(best.get(key))) best.set(key, state);
    row.lastElementChild.textContent = words[state];
  });
  for (const [code, shape] of shapes) shape.setAttribute("class", best.get(code) ?? "");
  document.querySelector("[data-day]").textContent = on;
  document.querySelector("#count").lastChild.textContent = users.size === 1 ? " country." : " countries.";
  document.querySelector("[data-count]").textContent = users.size;
}
