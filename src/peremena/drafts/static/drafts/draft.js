// Keeps every word of a draft's page: on this phone at once, on the site a second later. The page
// works without it. Rows, offers and the like are drawn by the site and only put in place here.

import { letGo } from "../kit/scripts/press.js";
import { newId } from "../kit/scripts/store.js";
import { handOver, ownOf } from "./early.js";
import { graft } from "./graft.js";
import { FROM_SITE, complain, complaint, controls, initial, isTouched, isWritten, read, write } from "./inputs.js";
import { deliverAll, insist, memory, operationOf, same } from "./outbox.js";
import { act, forget, lay as layRows, listings, orderOf, titleOf } from "./rows.js";

const PAUSE = 1000;

const form = document.getElementById("draft");
const owner = document.querySelector("[data-person]")?.dataset.person;
const prefix = `${owner}/`;
const own = ownOf(owner);
const begun = Date.now();
// A page of a part of the draft (`data-part`) draws itself and saves where the whole of it is kept.
const drawnAt = form?.getAttribute("action");
const address = form?.dataset.part ?? drawnAt;

// By path {seen, known}: `seen` is the input's text that stands for `known`, which the site has.
// They differ while somebody writes in a field that another person has changed. `refused` {text,
// reason}: words that the site did not take.
const fields = new Map();
const orders = new Map(); // by path of a list {seen, known}, as ids of its rows
const times = {}; // by path, when it was last changed here
const deeds = [];
let base = 0;
let problems = {};
let sending = null;
let isBusy = false;
let isCurious = false; // whether to ask what is new
let isAsked = false; // whether somebody pressed Save and wants to see what follows
let isDrawing = false;
let pause = 0;
let late = ""; // why what was typed is not on the site
let removed = ""; // the row that was removed here last and can be put back
let place = ""; // the field beside which a button was pressed
let outcome = []; // of the last save, as `say` takes it
let gone; // resolves when the words of pages that are gone are on the site

const questions = (root) => Array.from(root.querySelectorAll("[data-question]"));
const drawn = (root, kind, path) => root.querySelector(`[data-${kind}="${CSS.escape(path)}"]`);
const isFocused = (path) => controls(form, path).includes(document.activeElement);

function say(state, tone = "") {
  const line = form?.querySelector("[data-state]");
  if (!line) return;
  const { [state]: sentence = state, noStorage } = form.dataset;
  form.querySelector("[data-sign-in]").hidden = state !== "signedOut";
  line.textContent = memory.works || tone === "good" ? sentence : noStorage;
  line.className = `saving ${tone}`;
  if (tone === "late") line.setAttribute("role", "alert");
  else line.removeAttribute("role");
}

function tell(state) {
  late = state;
  remember();
  say(state, "late");
}

// ---- What people do

function begin() {
  base = Number(form.elements.base.value);
  outcome = [form.querySelector("[data-state]").textContent, "good"];
  enrol();
  document.getElementById(location.hash.slice(1))?.closest("[data-row]")?.setAttribute("open", "");
  for (const question of questions(form)) problems[question.dataset.question] = complaint(question);
  navigator.locks?.request(own, () => new Promise(() => {}));
  const isBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  isCurious = isBack || "kept" in document.documentElement.dataset;
  gone = deliverAll(prefix, own, { found: lay, takeBack, tell }).catch(() => {});
  gone.then(pump);
  form.addEventListener("input", noticed);
  form.addEventListener("change", noticed);
  form.addEventListener("focusout", left);
  form.addEventListener("submit", submitted);
  if (handOver()) remember();
  performance.mark("words are sent");
  addEventListener("pagehide", pump);
  addEventListener("beforeunload", (event) => {
    if (!memory.works && Object.keys(typed()).length > 0) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    isCurious = !document.hidden;
    pump();
  });
}

function noticed({ target, detail }) {
  if (isDrawing || detail === FROM_SITE || !fields.has(target.name)) return;
  times[target.name] = Date.now();
  remember();
  say("saving");
  clearTimeout(pause);
  pause = setTimeout(pump, PAUSE);
}

function left({ target }) {
  if (isDrawing || !fields.has(target.name) || !form.contains(target)) return;
  pump();
  letGo().then(() => {
    if (fields.has(target.name)) settle(target.name);
    showProblems();
  });
}

function submitted(event) {
  const { submitter } = event;
  if (submitter?.hasAttribute("formaction")) return; // a deed of another page, with all words in it
  event.preventDefault();
  if (submitter?.name === "do") does(submitter.value);
  else isCurious = isAsked = true;
  place = submitter?.closest("[data-question]")?.dataset.question ?? "";
  pump();
}

// Rows are changed here at once; what only the site can do waits for it.
function does(deed) {
  const isHeard = !deed.startsWith("restore:") || isStill(deed.slice("restore:".length));
  const path = isHeard ? act(form, deed) : "";
  if (deed.startsWith("restore:")) removed = "";
  if (!path) {
    deeds.push(deed);
    return;
  }
  times[path.slice(0, path.lastIndexOf("."))] = Date.now();
  if (deed.startsWith("remove:")) removed = path;
  enrol();
  remember();
  say("saving");
  pointTo({ added: /^(add|hang):/.test(deed) && path, removed: deed.startsWith("remove:") && path }, deed);
}

// Whether the site still has the row that was removed here.
function isStill(path) {
  const list = path.slice(0, path.lastIndexOf("."));
  const has = orders.get(list)?.known.includes(path.slice(list.length + 1)) && !sending?.rows?.[list];
  if (!has) forget(path);
  return has;
}

// ---- What is typed and not on the site yet

function enrol() {
  const paths = new Set(Array.from(form.elements).filter(isWritten).map(({ name }) => name));
  for (const path of fields.keys()) if (!paths.has(path)) fields.delete(path);
  for (const path of paths) {
    if (!fields.has(path)) fields.set(path, { seen: initial(form, path), known: initial(form, path) });
  }
  for (const path of listings(form)) {
    const order = form.elements.namedItem(`rows.${path}`).defaultValue.split(" ").filter(Boolean);
    if (!orders.has(path)) orders.set(path, { seen: order, known: order });
  }
}

function typed() {
  const changed = {};
  for (const [path, { seen, known }] of fields) {
    const text = read(form, path);
    if (!same(text, seen)) changed[path] = { text, seen, known };
  }
  return changed;
}

function moved() {
  const changed = {};
  for (const [path, { seen, known }] of orders) {
    const now = orderOf(form, path);
    if (!same(now, seen)) changed[path] = { now, seen, known };
  }
  return changed;
}

async function remember() {
  const entry = { address, base, sending, typed: typed(), orders: moved() };
  const isQuestion = sending && !sending.do && !sending.rows;
  if (isQuestion) entry.sending = null;
  const paths = [entry.typed, entry.orders, sending?.fields, sending?.rows].flatMap((one) => Object.keys(one ?? {}));
  const [title] = document.title.split(" — ");
  const labels = Object.fromEntries(paths.map((path) => [path, labelOf(path)]));
  const said = { page: location.pathname, title, begun, waits: Boolean(late), reason: late, labels, times: { ...times } };
  const line = form.querySelector("[data-state]").textContent;
  const isKept = await memory.write(own, entry.sending || paths.length > 0 ? { ...entry, ...said } : null);
  if (!isKept && line !== form.dataset.noStorage) say("noStorage");
}

function labelOf(path) {
  const question = drawn(form, "question", path);
  const label = question?.querySelector("label, legend")?.textContent.trim() ?? titleOf(form, path);
  const row = question?.closest("[data-row]")?.querySelector(".title").textContent;
  return row ? `${row}: ${label}` : label;
}

// Shows words that another page left behind; they are on their way already.
function lay(entry) {
  if (entry.address !== address) return;
  const lists = Object.entries(entry.orders ?? {}).map(([path, { now }]) => [path, now]);
  for (const [path, order] of [...Object.entries(entry.sending?.rows ?? {}), ...lists]) {
    if (orders.has(path) && layRows(form, path, order)) orders.get(path).seen = order;
  }
  enrol();
  const texts = Object.entries(entry.typed).map(([path, { text }]) => [path, text]);
  for (const [path, text] of [...Object.entries(entry.sending?.fields ?? {}), ...texts]) {
    const field = fields.get(path);
    if (!field || !same(read(form, path), field.seen)) continue;
    write(form, path, text);
    field.seen = read(form, path);
  }
  isCurious = true;
}

// Words that another page left behind and the site did not take are this page's from now on;
// those with a `reason` are not sent again as they are.
function takeBack(entry, refused) {
  if (entry.address !== address || !Object.keys(refused).every((path) => fields.has(path))) return false;
  for (const [path, { text, reason }] of Object.entries(refused)) {
    const field = fields.get(path);
    if (!same(field.seen, text)) continue;
    Object.assign(field, { seen: field.known, refused: reason && { text, reason } });
  }
  remember();
  showProblems();
  return true;
}

// ---- Saving

async function pump() {
  clearTimeout(pause);
  if (isBusy) return;
  isBusy = true;
  await gone;
  try {
    while ((sending = next())) {
      isCurious = false;
      if (!(await save(sending))) break;
    }
  } finally {
    isBusy = false;
  }
  say(...(Array.from(fields.keys()).some(refusal) ? ["partly", "late"] : outcome));
}

function next() {
  const changed = typed();
  for (const path of Object.keys(changed)) if (refusal(path)) delete changed[path];
  const operation = operationOf({ typed: changed, orders: moved() }, base, "web", deeds.shift());
  return operation ?? (isCurious ? { operation: newId(), base, fields: {} } : null);
}

// Why what now stands in the field was not taken, if so.
function refusal(path) {
  const { refused } = fields.get(path) ?? {};
  return refused && same(refused.text, read(form, path)) ? refused.reason : "";
}

async function save(operation) {
  const before = new Map(Object.keys(operation.fields).map((path) => [path, { ...fields.get(path) }]));
  for (const path of before.keys()) {
    const text = read(form, path);
    Object.assign(fields.get(path), { seen: text, known: text }); // the answer may say otherwise
  }
  const lists = new Map(Object.keys(operation.rows ?? {}).map((path) => [path, orders.get(path)]));
  for (const path of lists.keys()) orders.set(path, { seen: orderOf(form, path), known: operation.rows[path] });
  remember();
  say("saving");
  const { answer, never } = await insist(address, operation, tell);
  sending = null;
  late = never ?? "";
  if (!answer) for (const [path, state] of lists) orders.set(path, state);
  for (const [path, state] of before) {
    // Words that were not taken count as not sent; the same words are not sent again.
    if (answer && !(path in answer.refused)) continue;
    const field = fields.get(path);
    const refused = answer ? { text: field.seen, reason: answer.refused[path] } : field.refused;
    Object.assign(field, state, { refused });
  }
  if (answer) await accept(answer, operation.do);
  remember();
  outcome = never ? [never, "late"] : [answer.said, "good"];
  return Boolean(answer);
}

async function accept(answer, deed) {
  await letGo();
  base = answer.version;
  form.elements.base.value = base;
  problems = answer.problems;
  const { kept } = document.documentElement.dataset; // what it offers to pick may be older than its words
  delete document.documentElement.dataset.kept;
  for (const [path, field] of fields) {
    if (path in answer.fields) field.known = answer.fields[path];
    settle(path);
  }
  for (const [path, order] of orders) {
    order.known = answer.rows[path] ?? [];
    if (same(order.known, orderOf(form, path))) order.seen = order.known;
  }
  removed = answer.removed || removed;
  if (isAsked || kept || isDrawnOtherwise(answer)) await redraw();
  if (answer.beside) form.dispatchEvent(new CustomEvent("drafts:answer", { detail: answer.beside }));
  showProblems();
  if (deed && !fields.has(document.activeElement.name)) pointTo(answer, deed);
}

// Lets the input show what the site has, unless somebody is writing in it.
function settle(path) {
  const field = fields.get(path);
  if (same(field.seen, field.known) || isFocused(path) || !same(read(form, path), field.seen)) return;
  write(form, path, field.known);
  field.seen = read(form, path);
}

// ---- What the site draws

function showProblems() {
  for (const question of questions(form)) {
    const path = question.dataset.question;
    if (!isFocused(path)) complain(question, refusal(path) || problems[path]);
  }
}

function isDrawnOtherwise({ rows, clashes }) {
  const order = ({ dataset }) => form.elements.namedItem(`rows.${dataset.listing}`).value;
  const listings = Array.from(form.querySelectorAll("[data-listing]"));
  const offers = Array.from(form.querySelectorAll("[data-offer]"), ({ dataset }) => Number(dataset.offer));
  return (
    document.querySelector("[data-drawn-here]") !== null ||
    listings.some((listing) => order(listing) !== (rows[listing.dataset.listing] ?? []).join(" ")) ||
    !same(offers.sort(), clashes.filter(({ path }) => fields.has(path)).map(({ id }) => id).sort())
  );
}

async function redraw() {
  const wasAsked = isAsked;
  isAsked &&= Object.keys(typed()).some((path) => !refusal(path)); // words not sent yet follow
  const question = removed ? `?${new URLSearchParams({ removed })}` : "";
  const text = await fetch(drawnAt + question, { headers: { "HX-Request": "true" } })
    .then((response) => response.text())
    .catch(() => "");
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("draft");
  await letGo();
  if (!fresh || Number(fresh.elements.base.value) !== base) {
    isCurious = Boolean(fresh); // somebody has saved in between
    isAsked ||= wasAsked; // what was asked for is still to be shown
    return;
  }
  if (Object.keys(moved()).some((path) => !same(orderOf(form, path), orders.get(path).known))) {
    isCurious = true; // rows changed here meanwhile: they go first
    return;
  }
  isDrawing = true; // moving an input about makes the browser say that it has changed
  takeOver(fresh);
  isDrawing = false;
  const drawnBeside = fresh.ownerDocument.querySelectorAll("[data-beside]");
  document.querySelectorAll("[data-beside]").forEach((one, place) => {
    if (drawnBeside[place]) graft(one, drawnBeside[place], isTouched);
  });
  form.dispatchEvent(new CustomEvent("drafts:drawn"));
}

// Takes over what the site has drawn, but leaves alone the fields in which somebody is writing.
function takeOver(fresh) {
  const focused = document.activeElement;
  const changed = typed();
  const isInUse = (control) =>
    control === focused || control.name in changed || (control.form !== form && control.value !== "");
  const held = questions(form).filter((one) => Array.from(one.querySelectorAll("[name]:not(button)")).some(isInUse));
  const isGone = ({ dataset }) => dataset.question in changed && !drawn(fresh, "question", dataset.question);
  if (held.some(isGone)) return; // its row was removed, and comes back with these words
  graftAll(fresh, "listing", Array.from(form.querySelectorAll("[data-listing]")), held);
  graftAll(fresh, "question", questions(form).filter((one) => !one.closest("[data-listing]")), held);
  enrol();
  if (form.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true });
}

function graftAll(fresh, kind, all, held) {
  for (const old of all) {
    const one = drawn(fresh, kind, old.dataset[kind]);
    if (!one) continue;
    for (const control of old.querySelectorAll("[name]")) {
      if (!held.some((question) => question.contains(control))) fields.delete(control.name);
    }
    if (kind === "listing") orders.delete(old.dataset.listing);
    graft(old, one, (piece, anew) => held.includes(piece) && offer(piece, anew));
  }
}

// Words of others are offered also beside a field in which somebody writes.
function offer(question, fresh) {
  question.querySelectorAll("[data-offer]").forEach((one) => one.remove());
  question.append(...fresh.querySelectorAll("[data-offer]"));
  return true;
}

// Puts the cursor where a button has just changed something.
function pointTo({ added, removed }, deed) {
  const [verb, ...path] = deed.split(":");
  const row = drawn(form, "row", added || path.join(":"));
  if (row && added) row.open = true;
  const inputs = row && added ? Array.from(row.querySelectorAll("input, select, textarea")) : [];
  const again = form.querySelector(`button[value="${CSS.escape(deed)}"]:not(:disabled)`);
  const back = { up: "down", down: "up" }[verb];
  const other = back && row?.querySelector(`button[value^="${back}:"]:not(:disabled)`); // at the end of the list
  const undo = removed ? form.querySelector("[data-undo]:not([hidden]) button") : null;
  const all = [inputs.find(isWritten), undo, again, other, row?.querySelector("summary"), ...controls(form, place)];
  all.find((one) => one?.checkVisibility?.() ?? one)?.focus();
}

if (form) begin();
