// Ticks at the door, with and without a network.

import { waiting } from "../kit/scripts/ticks.js";

const list = document.querySelector("[data-door]");

const row = (who) => document.getElementById(`c${who}`);

function show({ who, come }) {
  const button = row(who)?.querySelector("button");
  if (!button) return;
  button.setAttribute("aria-pressed", String(come));
  row(who).querySelector("[name=come]").value = come ? "no" : "yes";
  const pressed = list.querySelectorAll('[aria-pressed="true"]').length;
  document.querySelector("[data-arrived]").textContent = pressed;
}

if (list) {
  const ticks = waiting({
    shelf: `door/${list.dataset.keeper}`,
    address: list.dataset.door,
    state: document.querySelector("[data-door-state]"),
  });
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const { who, come } = event.target.elements;
    const tick = { who: Number(who.value), come: come.value === "yes", at: new Date().toISOString() };
    show(tick);
    ticks.add(tick);
  });
  for (const tick of ticks.all()) show(tick);
  ticks.send();
}
