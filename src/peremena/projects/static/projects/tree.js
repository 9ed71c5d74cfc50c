// The tree while it is built: a tap on a box unfolds its fields, and the list in words follows what
// is typed at once. The picture is drawn by the site as soon as the words are there, so without a
// network all goes on but the picture.

import { read } from "../drafts/inputs.js";

const LONGEST_NAME = 80;
const IN_SUMMARY = 60;

const form = document.getElementById("draft");
const picture = document.querySelector("[data-drawn]");
const words = document.querySelector("[data-words]");
let open = ""; // the path of the box that was tapped last

const drawn = (kind, path) => form.querySelector(`[data-${kind}="${CSS.escape(path)}"]`);
const said = (path) => (form.elements.namedItem(path) ? read(form, path) : "");
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const boxOf = (link) => new URL(link.getAttribute("href"), location.href).searchParams.get("at");
const made = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

// ---- A tap

function unfold(path) {
  const row = drawn("row", path) ?? drawn("box", path);
  if (row) row.open = true;
  const place = row?.querySelector("summary") ?? drawn("question", path)?.querySelector("textarea");
  place?.focus();
  open = place ? path : open;
  mark();
  return Boolean(place);
}

function mark() {
  for (const link of picture.querySelectorAll("a")) {
    if (open && boxOf(link) === open) link.setAttribute("aria-current", "true");
    else if (open) link.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-drawn] a, [data-words] a");
  const isPlain = link && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (isPlain && boxOf(link) && unfold(boxOf(link))) event.preventDefault();
});

// ---- The list in words

function boxes(list) {
  return Array.from(drawn("listing", list).querySelectorAll("[data-row]"), (row) => {
    const { row: path } = row.dataset;
    const why = said(`${path}.why_not`);
    const state = said(`${path}.chosen`) === true ? "taken" : why && "aside";
    return { path, id: path.split(".").at(-1), row, text: said(`${path}.text`), under: said(`${path}.under`), state, why };
  });
}

// What hangs on nothing known, or on itself, stands alone.
function hung(all) {
  const byId = new Map(all.map((one) => [one.id, one]));
  const above = new Map();
  for (const one of all) {
    const parent = byId.get(one.under);
    let top = parent;
    while (top && top !== one) top = above.get(top);
    if (parent && !top) above.set(one, parent);
  }
  return above;
}

function item({ path, row, text, state, why }, holder) {
  const link = made("a", text || "…");
  link.href = `?at=${path}#${row.id}`;
  const line = made("li", link);
  if (state) line.append(" ", holder.querySelector(`[data-${state}]`).content.cloneNode(true));
  if (state === "aside") line.append(" ", Object.assign(made("span", why), { className: "soft" }));
  return line;
}

function list(holder) {
  const all = boxes(holder.dataset.branches);
  const above = hung(all);
  const lines = new Map(all.map((one) => [one, item(one, holder)]));
  const top = Object.assign(made("ul"), { className: "branches" });
  const below = (line) => {
    if (!line.querySelector(":scope > ul")) line.append(Object.assign(made("ul"), { className: "branches" }));
    return line.querySelector(":scope > ul");
  };
  for (const one of all) (above.has(one) ? below(lines.get(above.get(one))) : top).append(lines.get(one));
  holder.querySelector(":scope > ul")?.remove();
  if (all.length > 0) holder.prepend(top);
  holder.querySelector("[data-nothing]").hidden = all.length > 0;
  for (const { row, text } of all) row.querySelector("summary > .soft").textContent = short(text, IN_SUMMARY);
  name(holder.dataset.branches, all);
}

// A row that is new or has other words is picked by these words.
function name(list, all) {
  for (const select of form.querySelectorAll(`select[name^="${list}."][name$=".under"]`)) {
    for (const { id, text } of all) {
      let option = Array.from(select.options).find(({ value }) => value === id);
      if (!option) select.add((option = new Option("…", id)));
      if (text) option.text = short(text, LONGEST_NAME);
    }
  }
}

function follow() {
  for (const line of words.querySelectorAll("[data-said]")) {
    line.textContent = said(line.dataset.said) || line.dataset.otherwise || "…";
  }
  words.querySelectorAll("[data-branches]").forEach(list);
  for (const box of form.querySelectorAll("[data-box]")) {
    box.querySelector("summary > .soft").textContent = short(said(`${box.dataset.box}.instead`), IN_SUMMARY);
  }
}

// ---- The picture lags behind until the site has drawn it anew

let isFollowing = false;

function lag() {
  picture.dataset.drawnHere = "";
  if (isFollowing) return;
  isFollowing = true;
  setTimeout(() => {
    isFollowing = false;
    follow();
  });
}

if (form && picture) {
  form.addEventListener("input", lag);
  form.addEventListener("change", lag);
  document.addEventListener("submit", ({ target, submitter }) => target === form && submitter?.name === "do" && lag(), true);
  form.addEventListener("drafts:drawn", () => {
    follow();
    mark();
  });
  document.getElementById(location.hash.slice(1))?.closest("[data-box]")?.setAttribute("open", "");
}
