// What this phone keeps: brings in the keeper, says of when a kept page is and how many changes
// wait, and sends those that wait. The page works without it.

import { clear, entries, heard } from "./store.js";

const AGAIN = 10 * 60 * 1000;

const bar = document.querySelector("[data-phone]");
const { phone: person, keeper, senders, signOut, fonts } = bar.dataset;
const { why, kept } = document.documentElement.dataset;
const language = document.documentElement.lang;
const isOwn = (name) => name.startsWith(`${person}/`);

function remembered(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    return localStorage.setItem(name, value);
  } catch { return null; }
}

// ---- What is said

export function moment(at) {
  const time = new Date(Number(at));
  const isToday = time.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }).format(time);
}

export function counted(number, forms) {
  const all = forms.split("|");
  const place = { one: 0, few: 1, many: 2 }[new Intl.PluralRules(language).select(number)];
  return (all[place] ?? all.at(-1)).replace("{n}", number);
}

function sayKept() {
  if (!kept || !["offline", "slow"].includes(why)) return;
  const line = bar.querySelector("[data-kept-said]");
  const sentence = why === "slow" ? bar.dataset.slow : bar.dataset.noLink;
  line.textContent = sentence.replace("{time}", moment(kept));
  line.hidden = bar.hidden = false;
}

async function sayWaiting() {
  const isLate = ({ name, value }) => isOwn(name) && (value.waits || !navigator.onLine);
  const number = (await entries()).filter(isLate).reduce((sum, { value }) => sum + value.count, 0);
  const line = bar.querySelector("[data-waiting-said]");
  const words = number ? counted(number, bar.dataset.waiting) : "";
  if (line.textContent !== words) line.textContent = words;
  bar.querySelector("[data-look]").hidden = !number;
  bar.hidden = !number && bar.querySelector("[data-kept-said]").hidden;
}

// ---- Sending what waits: now, when the network is back, when somebody comes back to the page

let isSending = false;

async function send() {
  if (isSending || person === "0" || document.hidden) return;
  isSending = true;
  try {
    const names = (await entries()).map(({ name }) => name).filter(isOwn);
    if (names.length) for (const sender of senders.split(" ")) await (await import(sender)).sendAll(`${person}/`);
  } catch {
    /* a sender that is not here now will be there another time */
  } finally {
    isSending = false;
    await sayWaiting();
  }
}

// ---- The keeper

async function keepPages() {
  const container = navigator.serviceWorker;
  if (!container) return;
  if (!keeper) {
    for (const one of await container.getRegistrations()) await one.unregister();
    for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
    return;
  }
  const isFirst = !container.controller;
  await container.register(keeper, { updateViaCache: "none" });
  const { active } = await container.ready;
  if (person === "0") return;
  if (isFirst) active.postMessage("keep this");
  const name = `kept/${person}`;
  if (isThin() || Date.now() - remembered(name) < AGAIN) return;
  remembered(name, Date.now());
  active.postMessage("keep all");
}

// ---- The fonts: last, for nobody waits for them

function isThin() {
  const { saveData, effectiveType = "" } = navigator.connection ?? {};
  return saveData || effectiveType.endsWith("2g");
}

// The next pages ask for them in their heads.
function bringFonts() {
  if (!fonts || (isThin() && !navigator.serviceWorker?.controller)) return; // else they lie here
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: fonts });
  link.addEventListener("load", async () => {
    await document.fonts.ready;
    document.cookie = `fonts=here; path=/; max-age=${365 * 24 * 3600}; SameSite=Lax`;
  });
  document.head.append(link);
}

// ---- Leaving: nothing stays on a shared phone

// Ticks of lists wait on shelves of their own, such as “roll/7-12” for the person 7.
export function shelves() {
  try {
    return Object.keys(localStorage).filter((name) => /^(roll|door)\//.test(name) && name.includes(`/${person}-`));
  } catch { return []; }
}

export async function forget() {
  const active = navigator.serviceWorker && (await navigator.serviceWorker.getRegistration())?.active;
  if (active) {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((resolve) => { port1.onmessage = resolve; setTimeout(resolve, 2000); });
    active.postMessage("forget", [port2]);
    await done;
  }
  await clear(`${person}/`);
  try {
    for (const name of [`kept/${person}`, ...shelves()]) localStorage.removeItem(name);
  } catch { /* nothing was kept */ }
}

async function leave(event) {
  const { target: form } = event;
  if (new URL(form.action).pathname !== signOut || form.dataset.isLeaving) return;
  event.preventDefault();
  form.dataset.isLeaving = "yes";
  const isWaiting = shelves().length > 0 || (await entries()).some(({ name }) => isOwn(name));
  if ((isWaiting || !navigator.onLine) && !("anyway" in form.dataset)) {
    location.assign(`${bar.querySelector("[data-look]").href}?leaving`);
    return;
  }
  await forget();
  if (navigator.onLine) form.submit();
  else {
    remembered("leaving", person);
    location.assign(`${bar.querySelector("[data-look]").href}?left`);
  }
}

// Somebody pressed “Sign out” without a network.
function leaveNow() {
  if (remembered("leaving") !== person || why) return;
  const form = document.querySelector(`form[action="${signOut}"]`);
  try { localStorage.removeItem("leaving"); } catch { return; }
  form?.submit();
}

// The token of a kept page may be an old one; the cookie has the one that counts.
function freshen({ target }) {
  const token = kept && target.elements?.csrfmiddlewaretoken;
  const [, fresh] = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) ?? [];
  if (token && fresh) token.value = fresh;
}

sayKept();
document.addEventListener("submit", freshen, true);
if (signOut && person !== "0") document.addEventListener("submit", leave);
heard(sayWaiting);
leaveNow();
send();
for (const name of ["online", "pageshow"]) addEventListener(name, send);
document.addEventListener("visibilitychange", send);
const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 500));
const begin = () => idle(() => {
  bringFonts();
  keepPages().catch(() => {});
});
if (document.readyState === "complete") begin();
else addEventListener("load", begin);
