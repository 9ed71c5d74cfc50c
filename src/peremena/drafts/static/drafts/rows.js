// Rows of a list, added, removed and moved here on the phone; their ids are made here, too, so the
// same row is the same one however often it is sent. The site draws a blank row as a template.

const BLANK = "xnewx";
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
  if (verb === "restore") return listing && gone.has(path) ? putBack(form, listing, path) : "";
  if (!row || !["remove", "up", "down"].includes(verb)) return "";
  if (verb === "remove") remove(listing, row);
  else if (verb === "up") row.previousElementSibling?.matches("[data-row]") && row.previousElementSibling.before(row);
  else row.nextElementSibling?.matches("[data-row]") && row.nextElementSibling.after(row);
  tidy(form, listing);
  return path;
}

function add(form, listing, id = newRow()) {
  const template = listing.querySelector("template[data-blank]");
  if (!template) return "";
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll(BLANK, id);
  const row = holder.content.querySelector("[data-row]");
  (rowsOf(listing).at(-1) ?? template).after(row);
  row.open = true;
  tidy(form, listing);
  return row.dataset.row;
}

function remove(listing, row) {
  gone.set(row.dataset.row, { row, after: row.previousElementSibling });
  row.remove();
  const undo = listing.querySelector("[data-undo]");
  undo.querySelector("button").value = `restore:${row.dataset.row}`;
  undo.hidden = false;
}

function putBack(form, listing, path) {
  const { row, after } = gone.get(path);
  gone.delete(path);
  (listing.contains(after) ? after : listing.querySelector("template[data-blank]")).after(row);
  listing.querySelector("[data-undo]").hidden = true;
  tidy(form, listing);
  return path;
}

// A row that the site has removed meanwhile has to be put back by the site.
export const forget = (path) => gone.delete(path);

// Shows the rows of that order, as another page left them.
export function lay(form, path, order) {
  const listing = listingOf(form, path);
  if (!listing?.querySelector("template[data-blank]")) return false;
  for (const id of order) if (!rowOf(form, `${path}.${id}`)) add(form, listing, id);
  for (const row of rowsOf(listing)) if (!order.includes(idOf(row.dataset.row))) row.remove();
  const rows = new Map(rowsOf(listing).map((row) => [idOf(row.dataset.row), row]));
  for (const id of [...order].reverse()) listing.querySelector("template[data-blank]").after(rows.get(id));
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
