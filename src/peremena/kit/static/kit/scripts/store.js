// What waits on this phone to be sent: {name, value} in IndexedDB, on the disk before it counts as
// kept. A name begins with the person's number. `value.count`: how many changes it holds.

const TABLE = "waiting";
const channel = globalThis.BroadcastChannel && new BroadcastChannel(TABLE);
const listeners = new Set();
let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("peremena", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => reject(request.error);
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

function within(database, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode, { durability: "strict" });
    const request = work(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    if (mode === "readwrite") transaction.commit?.();
  });
}

// ---- What every sender needs

export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export function token() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

// ---- The table

function tell() {
  channel?.postMessage("");
  for (const listener of listeners) listener();
}

// Calls back when what waits has changed, in whichever page.
export function heard(listener) {
  listeners.add(listener);
  if (channel) channel.onmessage = () => { for (const one of listeners) one(); };
}

export async function put(name, value) {
  await within(await open(), "readwrite", (table) => (value ? table.put(value, name) : table.delete(name)));
  tell();
}

export async function get(name) {
  return within(await open(), "readonly", (table) => table.get(name));
}

// In the order in which they were begun.
export async function entries() {
  try {
    const database = await open();
    const [names, values] = await Promise.all([
      within(database, "readonly", (table) => table.getAllKeys()),
      within(database, "readonly", (table) => table.getAll()),
    ]);
    const all = names.map((name, place) => ({ name, value: values[place] })).filter(({ value }) => value);
    return all.sort((one, other) => one.value.begun - other.value.begun);
  } catch { return []; }
}

export async function clear(prefix) {
  for (const { name } of await entries()) if (name.startsWith(prefix)) await put(name, null);
}
