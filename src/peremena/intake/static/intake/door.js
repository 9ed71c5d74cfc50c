// Ticks at the door, with and without a network. Each tap is kept on this phone with its time and
// goes when the link is there; the site folds ticks of several phones, so sending twice is harmless.

const list = document.querySelector("[data-door]");
const state = document.querySelector("[data-door-state]");
const shelf = list && `door/${list.dataset.keeper}`;
const PAUSE = 5000;
let isSending = false;

const read = () => { try { return JSON.parse(localStorage.getItem(shelf)) ?? []; } catch { return []; } };
const keep = (ticks) => { try { localStorage.setItem(shelf, JSON.stringify(ticks)); } catch { /* full or forbidden */ } };
let waiting = list ? read() : [];

const row = (who) => document.getElementById(`c${who}`);

function show({ who, come }) {
  const button = row(who)?.querySelector("button");
  if (!button) return;
  button.setAttribute("aria-pressed", String(come));
  row(who).querySelector("[name=come]").value = come ? "no" : "yes";
  const pressed = list.querySelectorAll('[aria-pressed="true"]').length;
  document.querySelector("[data-arrived]").textContent = pressed;
}

function tap(event) {
  event.preventDefault();
  const { who, come } = event.target.elements;
  const tick = { who: Number(who.value), come: come.value === "yes", at: new Date().toISOString() };
  waiting.push(tick);
  keep(waiting);
  show(tick);
  send();
}

async function post(ticks) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  return fetch(list.dataset.door, {
    method: "POST",
    body: JSON.stringify({ ticks }),
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
    signal: AbortSignal.timeout?.(20000),
  });
}

// What came meanwhile goes with the next one.
async function send() {
  if (isSending || waiting.length === 0) return;
  isSending = true;
  const batch = waiting.slice(0, 500);
  const answer = await post(batch).catch(() => null);
  isSending = false;
  if (answer?.ok && !answer.redirected) {
    waiting = waiting.slice(batch.length);
    keep(waiting);
    state.textContent = waiting.length ? "" : state.dataset.sent;
    if (waiting.length) send();
    return;
  }
  const isSignedOut = answer && (answer.redirected || answer.status === 403);
  state.textContent = isSignedOut ? state.dataset.signedOut : state.dataset.waiting;
  setTimeout(send, PAUSE);
}

if (list) {
  for (const tick of waiting) show(tick);
  list.addEventListener("submit", tap);
  addEventListener("online", send);
  send();
}
