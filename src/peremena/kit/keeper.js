// The keeper: a service worker that lets pages open without a network. The site puts RELEASE, SHELL,
// FILES, LISTED and PHONE before this text, so every release has a keeper of its own.
//
// Caches: `files-RELEASE` styles, scripts, fonts; `pages-PERSON` pages that say that they may be
// kept; `notes` who is signed in here and the stamps of the pages fetched beforehand.
"use strict";

const PATIENCE = { draft: 700, page: 8000 }; // ms before a kept page is shown instead
const PACE = 120; // ms between two pages fetched beforehand
const GOOD_LINK = 1500; // ms in which a good link brings the list of pages
const FRESH = 6 * 3600 * 1000;
const LONGEST_KEPT = 60 * 24 * 3600 * 1000;

let person; // as a text; "0": nobody
let turn = 0; // how often the phone has become somebody else's
let deedAt = 0; // when a form was last sent from this phone
const savedAt = new Map(); // the same by path, of saves by a script
let isKeeping = false;

const pause = (wait) => new Promise((resume) => { setTimeout(resume, wait); });
const header = (response, name) => response?.headers.get(name) ?? "";
const keptAt = (response) => Number(header(response, "X-Kept-At"));

// ---- A new release

addEventListener("install", (event) => {
  skipWaiting(); // files have their content in their names and pages come fresh: nothing to wait for
  event.waitUntil(takeIn());
});

addEventListener("activate", (event) => event.waitUntil((async () => {
  await registration.navigationPreload?.enable();
  await sweep();
  await clients.claim();
})()));

// Files that an earlier release had, too, are not fetched again.
async function takeIn() {
  const files = await caches.open(`files-${RELEASE}`);
  for (const address of SHELL) {
    const known = isNamedByContent(address) && (await caches.match(address));
    if (known) await files.put(address, known);
    else await files.add(address);
  }
  const empty = await fetch(PHONE, { credentials: "omit" });
  if (empty.ok) await files.put(PHONE, empty);
}

// Keeps this release, the one before, and those whose files a kept page still asks for.
async function sweep() {
  const names = await caches.keys();
  const releases = names.filter((name) => name.startsWith("files-"));
  const wanted = new Set([`files-${RELEASE}`, releases.filter((name) => name !== `files-${RELEASE}`).at(-1)]);
  for (const name of names.filter((one) => one.startsWith("pages-"))) {
    const pages = await caches.open(name);
    for (const request of await pages.keys()) {
      const page = await pages.match(request);
      if (Date.now() - keptAt(page) > LONGEST_KEPT) await pages.delete(request);
      else wanted.add(`files-${header(page, "X-Release")}`);
    }
  }
  for (const name of releases) if (!wanted.has(name)) await caches.delete(name);
}

// ---- Whose phone it is now

async function who() {
  person ??= await (await (await caches.open("notes")).match("/who"))?.text() ?? "0";
  return person;
}

// What the site says of who is signed in counts at once: pages of anybody else go. `asked`: the turn
// in which it was asked; an answer that is still for the one before comes too late to count.
async function meet(response, asked) {
  const told = header(response, "X-Person");
  if (!told || told === (await who()) || asked !== turn) return;
  await become(told);
}

async function become(told) {
  turn += 1;
  person = told;
  await (await caches.open("notes")).put("/who", new Response(told));
  for (const name of await caches.keys()) {
    if (name.startsWith("pages-") && name !== `pages-${told}`) await caches.delete(name);
  }
  if (told === "0") await (await caches.open("notes")).delete("/stamps");
}

async function keep(address, response) {
  const whose = header(response, "X-Person");
  if (!response.ok || response.redirected || !header(response, "X-Keep") || whose !== (await who())) return;
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", Date.now());
  headers.delete("Content-Encoding");
  const body = await response.blob();
  if (whose !== (await who()) || whose === "0") return; // signed out meanwhile
  await (await caches.open(`pages-${whose}`)).put(address, new Response(body, { headers }));
}

// ---- Requests

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== "GET" && !request.headers.has("X-Asks")) savedAt.set(pathname, Date.now());
  if (request.mode === "navigate") event.respondWith(request.method === "GET" ? page(event) : deed(request));
  else if (request.method === "GET" && pathname.startsWith(FILES)) event.respondWith(file(request));
});

const isNamedByContent = (address) => /\.[0-9a-f]{12}\.\w+$/.test(address);

async function file(request) {
  const known = await caches.match(request);
  if (known && isNamedByContent(request.url)) return known;
  try {
    const response = await fetch(request);
    if (response.ok) (await caches.open(`files-${RELEASE}`)).put(request, response.clone());
    return response;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

async function deed(request) {
  deedAt = Date.now();
  try {
    return await fetch(request);
  } catch {
    return nowhere("deed");
  }
}

async function page(event) {
  const { url } = event.request;
  const known = await find(url);
  const coming = ask(event);
  event.waitUntil(coming.catch(() => {}));
  const late = known && pause(patience(known, url)).then(() => null);
  let response;
  try {
    response = await (late ? Promise.race([coming, late]) : coming);
  } catch {
    return known ? shown(known, "offline") : nowhere("never");
  }
  if (response === null) return shown(known, "slow");
  return known && response.status >= 500 ? shown(known, "slow") : response;
}

// What was kept before the last deed may not show what came of it.
function patience(known, url) {
  const changedAt = Math.max(deedAt, savedAt.get(new URL(url).pathname) ?? 0);
  return PATIENCE[keptAt(known) > changedAt ? header(known, "X-Keep") : "page"];
}

async function ask(event) {
  const asked = turn;
  const response = (await event.preloadResponse) || (await fetch(event.request));
  await meet(response, asked);
  const [address] = event.request.url.split("#");
  event.waitUntil(keep(address, response.clone()).catch(() => {}));
  return response;
}

async function find(url) {
  const whose = await who();
  if (whose === "0" || !(await caches.has(`pages-${whose}`))) return undefined;
  const pages = await caches.open(`pages-${whose}`);
  return (await pages.match(url)) ?? (await pages.match(url, { ignoreSearch: true }));
}

// The page tells by itself that it is a kept one, and of when.
async function shown(response, why, status = 200) {
  const text = await response.text();
  const mark = `<html data-why="${why}" data-kept="${keptAt(response)}" `;
  return new Response(text.replace("<html ", mark), { status, headers: response.headers });
}

async function nowhere(why) {
  const found = (await find(PHONE)) ?? (await caches.match(PHONE));
  return found ? shown(found, why, 503) : Response.error();
}

// ---- Pages fetched beforehand

addEventListener("message", (event) => {
  const { data, source, ports } = event;
  if (data === "keep this") event.waitUntil(keepOne(source.url));
  if (data === "keep all") event.waitUntil(keepPages());
  if (data === "forget") event.waitUntil(become("0").then(() => ports[0].postMessage("done")));
});

async function keepPages() {
  if (isKeeping) return;
  isKeeping = true;
  try {
    const [began, asked] = [performance.now(), turn];
    const response = await fetch(LISTED, { headers: { "X-Beforehand": "1" } });
    await meet(response, asked);
    if (response.ok && performance.now() - began < GOOD_LINK) await keepEach((await response.json()).pages);
  } catch {
    // the next visit goes on
  } finally {
    isKeeping = false;
  }
}

// The page that was open before there was a keeper.
async function keepOne(url) {
  const [address] = url.split("#");
  await bring(address).catch(() => {});
}

async function bring(address) {
  const asked = turn;
  const response = await fetch(address, { headers: { "X-Beforehand": "1" } });
  await meet(response, asked);
  await keep(new URL(address, location.origin).href, response);
}

async function keepEach(listed) {
  const whose = await who();
  if (whose === "0") return;
  const notes = await caches.open("notes");
  const stamps = (await (await notes.match("/stamps"))?.json()) ?? {};
  const pages = await caches.open(`pages-${whose}`);
  for (const { address, stamp } of listed) {
    const known = await pages.match(address);
    const isFresh = stamp ? stamps[address] === stamp : Date.now() - keptAt(known) < FRESH;
    if (known && isFresh && header(known, "X-Release") === RELEASE) continue;
    await bring(address);
    if (whose !== (await who())) return;
    stamps[address] = stamp;
    await notes.put("/stamps", new Response(JSON.stringify(stamps)));
    await pause(PACE);
  }
  await sweep();
}
