// Words on their way from this phone to the site; see protocol.py for what is sent.
//
// What the site has not taken yet lies in localStorage, one entry for each open page:
// {address, base, sending, typed}. Entries of pages that are gone are sent by the next page.

const PATIENCE = 20000;
const LONGEST_WAIT = 60000;
const LARGEST_KEPT_ALIVE = 20000;

export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const memory = {
  works: true,
  read(name) {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  },
  write(name, entry) {
    try {
      if (entry) localStorage.setItem(name, JSON.stringify(entry));
      else localStorage.removeItem(name);
      memory.works = true;
    } catch { memory.works = false; }
  },
  names(prefix) {
    try { return Object.keys(localStorage).filter((name) => name.startsWith(prefix)); } catch { return []; }
  },
};

// ---- Sending

function token() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

function post(address, operation) {
  const body = JSON.stringify(operation);
  return fetch(address, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
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
      addEventListener("online", resume, { once: true });
    });
  }
}

// ---- What was typed becomes an operation

// `typed`: by path {text, seen, known}. The person made `text` out of `seen`, while the site had
// come to `known`: where these two differ, the site is told, and merges the edit into its own.
export function operationOf(typed, base, source, deed) {
  const fields = {};
  const seen = {};
  for (const [path, field] of Object.entries(typed)) {
    fields[path] = field.text;
    if (!same(field.seen, field.known)) seen[path] = field.seen;
  }
  if (!deed && Object.keys(fields).length === 0) return null;
  return { operation: newId(), base, fields, seen, ...(deed && { do: deed }), source };
}

// ---- Words of pages that are gone

async function deliver(name, { tell, takeBack }) {
  const entry = memory.read(name);
  const refused = {};
  for (;;) {
    if (!entry.sending) {
      entry.sending = operationOf(entry.typed, entry.base, "offline");
      if (!entry.sending) break;
      entry.typed = {};
    }
    memory.write(name, { ...entry, typed: { ...entry.typed, ...refused } });
    const { fields: sent } = entry.sending;
    const { answer, never } = await insist(entry.address, entry.sending, tell);
    if (!answer) {
      tell(never);
      for (const path of Object.keys(sent)) refused[path] = { text: sent[path] };
      Object.assign(refused, entry.typed);
      if (takeBack(entry, refused)) memory.write(name, null);
      return;
    }
    entry.base = answer.version;
    entry.sending = null;
    for (const [path, field] of Object.entries(entry.typed)) field.known = answer.fields[path] ?? field.known;
    for (const [path, reason] of Object.entries(answer.refused)) {
      if (path in sent) refused[path] = { text: sent[path], seen: "", known: "", reason };
    }
  }
  const isOver = Object.keys(refused).length === 0 || takeBack(entry, refused);
  memory.write(name, isOver ? null : { ...entry, typed: refused });
}

// The page is asked: `found` before an entry is sent, `takeBack` whether it keeps words that the
// site did not take itself, `tell` when something is wrong. A page that is open locks its entry.
export async function deliverAll(prefix, own, page) {
  const task = (name) => async (lock) => {
    const entry = lock && memory.read(name);
    if (!entry) return;
    page.found(entry);
    await deliver(name, page);
  };
  for (const name of memory.names(prefix).filter((name) => name !== own)) {
    if (navigator.locks) await navigator.locks.request(name, { ifAvailable: true }, task(name));
    else await task(name)(true);
  }
}
