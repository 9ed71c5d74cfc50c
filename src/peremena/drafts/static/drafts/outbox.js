// Words on their way from this phone to the site; protocol.py says what waits and what is sent.

import { entries, get, newId, put, token } from "../kit/scripts/store.js";
import { over } from "./rows.js";

const PATIENCE = 20000;
const LONGEST_WAIT = 60000;
const LARGEST_KEPT_ALIVE = 20000;

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const memory = {
  works: true,
  async write(name, entry) {
    try {
      await put(name, entry && { ...entry, ...told(entry) });
      memory.works = true;
    } catch { memory.works = false; }
    return memory.works;
  },
};

// What of an entry people read on the page about this phone.
function told({ sending, typed, orders, labels, times }) {
  const words = { ...sending?.fields };
  const reasons = {};
  for (const [path, { text, reason }] of Object.entries(typed)) [words[path], reasons[path]] = [text, reason];
  const lists = { ...sending?.rows, ...orders };
  const line = (path, text) => ({ label: labels[path] ?? path, text, at: times[path], reason: reasons[path] });
  const lines = [
    ...Object.entries(words).map(([path, text]) => line(path, asText(text))),
    ...Object.keys(lists).map((path) => line(path, "…")),
  ];
  return { lines, count: Math.max(lines.length, sending ? 1 : 0) };
}

const asText = (text) => (text === true ? "✓" : text === false ? "—" : [text].flat().join(", "));

// ---- Sending

function post(address, operation) {
  const body = JSON.stringify(operation);
  const asks = !operation.do && !operation.rows && Object.keys(operation.fields).length === 0;
  return fetch(address, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token(), ...(asks && { "X-Asks": "1" }) },
    keepalive: body.length < LARGEST_KEPT_ALIVE,
    signal: AbortSignal.timeout?.(PATIENCE),
  });
}

// {answer}, or {later} when it makes sense to try again, or {never} with the reason.
async function send(address, operation) {
  try {
    let response = await post(address, operation);
    if (response.status === 403) {
      await fetch(address); // brings a fresh token, if only that was missing
      response = await post(address, operation);
    }
    if (response.status >= 500 || response.status === 429) return { later: "trouble" };
    const said = await response.json().catch(() => null);
    if (response.ok) return said ? { answer: said } : { never: "signedOut" };
    return { never: said?.reason ?? "refused" };
  } catch {
    return { later: navigator.onLine ? "trouble" : "offline" };
  }
}

// Sends until the site has taken it or refused it for good; says `later` to `tell` meanwhile.
export async function insist(address, operation, tell) {
  for (let wait = 2000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const result = await send(address, operation);
    if (!result.later) return result;
    tell(result.later);
    await new Promise((resume) => {
      setTimeout(resume, wait);
      for (const name of ["online", "pageshow"]) addEventListener(name, resume, { once: true });
      document.addEventListener("visibilitychange", resume, { once: true });
    });
  }
}

// ---- What was typed becomes an operation

// `typed`: by path {text, seen, known}. The person made `text` out of `seen`, while the site had
// come to `known`: where these two differ, the site is told, and merges the edit into its own.
// `orders`: by path of a list {now, seen, known}, the ids of its rows.
export function operationOf({ typed, orders = {} }, base, source, deed) {
  const fields = {};
  const seen = {};
  for (const [path, field] of Object.entries(typed)) {
    fields[path] = field.text;
    if (!same(field.seen, field.known)) seen[path] = field.seen;
  }
  const rows = {};
  for (const [path, { now, seen: before, known }] of Object.entries(orders)) rows[path] = over(now, before, known);
  if (!deed && Object.keys(fields).length + Object.keys(rows).length === 0) return null;
  return { operation: newId(), base, fields, seen, rows, ...(deed && { do: deed }), source };
}

// ---- Words of pages that are gone

async function deliver(name, entry, { tell, takeBack }) {
  const refused = {};
  const waits = (why) => {
    tell(why);
    if (!entry.waits) memory.write(name, Object.assign(entry, { waits: true }));
  };
  for (;;) {
    if (!entry.sending) {
      entry.sending = operationOf(entry, entry.base, "offline");
      if (!entry.sending) break;
      entry.typed = {};
      entry.orders = {};
    }
    await memory.write(name, { ...entry, typed: { ...entry.typed, ...refused } });
    const { fields: sent } = entry.sending;
    const { answer, never } = await insist(entry.address, entry.sending, waits);
    if (!answer) {
      tell(never);
      for (const path of Object.keys(sent)) refused[path] = { text: sent[path] };
      Object.assign(refused, entry.typed);
      const isTaken = takeBack(entry, refused);
      await memory.write(name, isTaken ? null : { ...entry, typed: { ...entry.typed, ...refused }, waits: true, reason: never });
      return;
    }
    entry.base = answer.version;
    entry.sending = null;
    for (const [path, field] of Object.entries(entry.typed)) field.known = answer.fields[path] ?? field.known;
    for (const [path, order] of Object.entries(entry.orders ?? {})) order.known = answer.rows[path] ?? order.known;
    for (const [path, reason] of Object.entries(answer.refused)) {
      if (path in sent) refused[path] = { text: sent[path], seen: "", known: "", reason };
    }
  }
  const isOver = Object.keys(refused).length === 0 || takeBack(entry, refused);
  await memory.write(name, isOver ? null : { ...entry, typed: refused, waits: true });
}

// The page is asked: `found` before an entry is sent, `takeBack` whether it keeps words that the
// site did not take itself, `tell` when something is wrong. A page that is open locks its entry.
export async function deliverAll(prefix, own, page) {
  const task = (name) => async (lock) => {
    const entry = lock && (await get(name));
    if (!entry) return;
    page.found(entry);
    await deliver(name, entry, page);
  };
  const names = (await entries()).map(({ name }) => name);
  for (const name of names.filter((one) => one.startsWith(`${prefix}draft/`) && one !== own)) {
    if (navigator.locks) await navigator.locks.request(name, { ifAvailable: true }, task(name));
    else await task(name)(true);
  }
}

// For pages without a draft; a page with one shows what it sends, and so does it itself.
export async function sendAll(prefix) {
  if (!document.getElementById("draft")) await deliverAll(prefix, "", { found() {}, takeBack() {}, tell() {} });
}
