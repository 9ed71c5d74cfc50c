// Keeps the remarks on a page of the workshop as fresh as its words: each save says which are gone
// and brings the new ones. Nothing here moves the cursor; a field somebody writes in gets its new
// remark once they have left it.

import { letGo } from "../kit/scripts/press.js";

const form = document.getElementById("draft");
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const drawn = (kind, path) => form.querySelector(`[data-${kind}="${CSS.escape(path)}"]`);
const waiting = new Map(); // by the remark's key, for fields somebody is in

function placed(path) {
  const question = drawn("question", path);
  if (question) return (note) => (question.querySelector(":scope > [data-offer], :scope > .beside") ?? { before: (one) => question.append(one) }).before(note);
  const above = drawn("row", path)?.querySelector("legend") ?? drawn("listing", path)?.querySelector(":scope > h2");
  return above && ((note) => above.after(note));
}

function forget(key) {
  waiting.delete(key);
  for (const one of all(`[data-remark="${CSS.escape(key)}"]`)) one.remove();
}

function show(path, note) {
  if (drawn("question", path)?.contains(document.activeElement)) waiting.set(note.dataset.remark, { path, note });
  else placed(path)?.(note);
}

function heard({ detail }) {
  const { gone, came, said, clean } = detail;
  if (!gone) return; // nothing has changed
  gone.forEach(forget);
  const fresh = new DOMParser().parseFromString(came, "text/html");
  const list = document.querySelector("[data-remarks]");
  for (const line of all("li[data-remark]", fresh).reverse()) list.prepend(line);
  for (const place of all("[data-for]", fresh)) show(place.dataset.for, place.firstElementChild);
  const nothing = document.querySelector("[data-nothing]");
  nothing.hidden = list.children.length > 0;
  if (clean) nothing.textContent = clean;
  if (said) document.querySelector("[data-better]").textContent = said;
}

function left() {
  for (const [key, { path, note }] of Array.from(waiting)) { // who is still in it puts it back
    waiting.delete(key);
    show(path, note);
  }
}

form?.addEventListener("drafts:answer", heard);
form?.addEventListener("focusout", () => setTimeout(() => letGo().then(left)));
