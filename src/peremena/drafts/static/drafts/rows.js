// Rows of a list, added, removed and moved here on the phone; their ids are made here, too, so the
// same row is the same one however often it is sent.

import { write } from "./inputs.js";

const UNDER = "under"; // the field of a row that names the row on which it hangs
const gone = new Map(); // rows removed on this page, by path, to be put back

const listingOf = (form, path) => form.querySelector(`[data-listing="${CSS.escape(path)}"]`);
const rowOf = (form, path) => form.querySelector(`[data-row="${CSS.escape(path)}"]`);
const rowsOf = (listing) => Array.from(listing.querySelectorAll("[data-row]"));
const newRow = () => `n${Array.from(crypto.getRandomValues(new Uint32Array(2)), (one) => one.toString(36)).join("")}`;
const idOf = (path) => path.split(".").at(-1);

export const orderOf = (form, path) => form.elements.namedItem(`rows.${path}`).value.split(" ").filter(Boolean);

export const listings = (form) => Array.from(form.querySelectorAll("[data-listing]"), ({ dataset }) => dataset.listing);

export const titleOf = (form, path) => listingOf(form, path)?.querySelector("h2").textContent.trim() ?? "";

// The row's path when the deed could be done here, else "": then the site has to do it.
export function act(form, deed) {
  const [verb, ...rest] = deed.split(":");
  const path = rest.join(":");
  const listing = listingOf(form, verb === "add" ? path : path.slice(0, path.lastIndexOf(".")));
  const row = rowOf(form, path);
  if (verb === "add") return listing && add(form, listing);
  if (verb === "hang") return listing && row ? hang(form, listing, path) : "";
  if (verb === "restore") return listing && gone.has(path) ? putBack(form, listing, path) : "";
  if (!row || !["remove", "up", "down"].includes(verb)) return "";
  if (verb === "remove") remove(listing, row);
  else if (verb === "up") row.previousElementSibling?.matches("[data-row]") && row.previousElementSibling.before(row);
  else row.nextElementSibling?.matches("[data-row]") && row.nextElementSibling.after(row);
  tidy(form, listing);
  return path;
}

function add(form, listing, id = newRow()) {
  const row = blank(listing, `${listing.dataset.listing}.${id}`);
  if (!row) return "";
  end(listing).before(row);
  row.open = true;
  row.dataset.drawnHere = "";
  tidy(form, listing);
  return row.dataset.row;
}

function hang(form, listing, above) {
  const path = add(form, listing);
  if (path) write(form, `${path}.${UNDER}`, idOf(above));
  return path;
}

const end = (listing) => listing.querySelector("[data-undo]");

// An empty row: as the site has drawn one for a list without rows, else like one that is there.
function blank(listing, path) {
  const list = listing.dataset.listing;
  const like = rowsOf(listing)[0] ?? Array.from(gone.values()).find(({ row }) => row.dataset.row.startsWith(`${list}.`))?.row;
  const drawn = listing.querySelector("template[data-blank]");
  if (!like && !drawn) return null;
  const holder = document.createElement("template");
  holder.innerHTML = like ? like.outerHTML : drawn.innerHTML;
  const row = holder.content.querySelector("[data-row]");
  const old = row.dataset.row;
  for (const one of row.querySelectorAll(".beside, .error, .notice, [data-offer], [data-start]")) one.remove();
  for (const one of row.querySelectorAll(".wrong")) one.classList.remove("wrong");
  for (const one of [row, ...row.querySelectorAll("*")]) {
    for (const { name, value } of Array.from(one.attributes)) {
      const fresh = value.replaceAll(old, path).replaceAll(old.replaceAll(".", "-"), path.replaceAll(".", "-"));
      if (fresh !== value) one.setAttribute(name, fresh);
    }
    for (const name of ["checked", "selected"]) one.removeAttribute(name);
    if (one.matches("textarea")) one.textContent = "";
    else if (one.matches("input:not([type=checkbox], [type=radio])")) one.removeAttribute("value");
  }
  for (const one of row.querySelectorAll("[data-starts]")) one.hidden = !one.firstElementChild;
  row.querySelector("summary .soft").textContent = "";
  return row;
}

function remove(listing, row) {
  gone.set(row.dataset.row, { row, after: row.previousElementSibling });
  row.remove();
  const undo = end(listing);
  undo.querySelector("button").value = `restore:${row.dataset.row}`;
  undo.hidden = false;
}

function putBack(form, listing, path) {
  const { row, after } = gone.get(path);
  gone.delete(path);
  if (listing.contains(after)) after.after(row);
  else (rowsOf(listing)[0] ?? end(listing)).before(row);
  end(listing).hidden = true;
  tidy(form, listing);
  return path;
}

// A row that the site has removed meanwhile has to be put back by the site.
export const forget = (path) => gone.delete(path);

// Shows the rows of that order, as another page left them.
export function lay(form, path, order) {
  const listing = listingOf(form, path);
  if (!listing || !end(listing)) return false;
  for (const id of order) if (!rowOf(form, `${path}.${id}`)) add(form, listing, id);
  for (const row of rowsOf(listing)) if (!order.includes(idOf(row.dataset.row))) row.remove();
  const rows = new Map(rowsOf(listing).map((row) => [idOf(row.dataset.row), row]));
  for (const id of order) if (rows.has(id)) end(listing).before(rows.get(id));
  tidy(form, listing);
  return true;
}

// Numbers, ends and the order that is sent follow what stands on the page.
function tidy(form, listing) {
  const rows = rowsOf(listing);
  form.elements.namedItem(`rows.${listing.dataset.listing}`).value = rows.map(({ dataset }) => idOf(dataset.row)).join(" ");
  listing.querySelector("[data-none]").hidden = rows.length > 0;
  rows.forEach((row, place) => {
    const title = row.querySelector(".title").textContent;
    for (const one of row.querySelectorAll(".title, .unseen")) {
      if (one.textContent === title) one.textContent = title.replace(/\d+$/, place + 1);
    }
    row.querySelector("button[value^='up:']").disabled = place === 0;
    row.querySelector("button[value^='down:']").disabled = place === rows.length - 1;
  });
}

// My order over what the site has come to: rows of others stay after the neighbour they have there,
// rows that others have removed stay removed.
export function over(now, seen, known) {
  const result = now.filter((id) => known.includes(id) || !seen.includes(id));
  known.forEach((id, place) => {
    if (!result.includes(id) && !seen.includes(id)) result.splice(result.indexOf(known[place - 1]) + 1, 0, id);
  });
  return result;
}
