// The list of a day on a phone of the staff: one tap a person, with and without a network.

import { waiting } from "../kit/scripts/ticks.js";

const form = document.querySelector("[data-roll]");
const THERE = ["present", "late", "left-early", "online"];
const LISTEN = 15000;

const row = (who) => document.getElementById(who);
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function show(who, is) {
  const item = row(who);
  if (!item) return;
  const isThere = THERE.includes(is);
  const button = item.querySelector(".tick");
  item.dataset.is = is;
  button.setAttribute("aria-pressed", String(isThere));
  button.value = `${who}:${isThere ? "absent" : "present"}`;
  item.querySelector(".said-of").textContent = is === "present" ? "" : form.querySelector("template").content.querySelector(`[data-word="${is}"]`).textContent;
}

function count() {
  form.querySelector("[data-there]").textContent = form.querySelectorAll('.tick[aria-pressed="true"]').length;
  const all = form.querySelector("[name=tick][value=all]");
  if (all) all.hidden = !form.querySelector('li[data-is=""]');
}

function heard({ rows }) {
  for (const [who, is] of Object.entries(rows)) show(who, is);
  for (const { who, is } of ticks.all()) show(who, is);
  count();
}

function said(value) {
  if (value !== "all") return [value.split(":")];
  return Array.from(form.querySelectorAll('li[data-is=""]'), ({ id }) => [id, "present"]);
}

function tap(event) {
  event.preventDefault();
  const at = new Date().toISOString();
  const noted = said(event.submitter.value).map(([who, is]) => ({ who, is, at, key: newKey() }));
  ticks.add(...noted);
  for (const { who, is } of noted) show(who, is);
  for (const open of form.querySelectorAll("details[open]")) open.open = false;
  count();
}

const ticks = form && waiting({
  shelf: `roll/${form.dataset.keeper}`,
  address: form.action,
  state: form.querySelector("[data-state]"),
  came: heard,
});

if (form) {
  form.addEventListener("submit", tap);
  for (const { who, is } of ticks.all()) show(who, is);
  count();
  ticks.send();
  setInterval(() => { if (!document.hidden && navigator.onLine) ticks.send(true); }, LISTEN);
}
