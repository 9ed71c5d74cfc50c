// Ticks that wait on this phone, each with its time, and go when the link is there. The site folds
// what several phones have noted, so sending twice is harmless.

const PAUSE = 5000;
const MOST = 500;

const same = (one) => JSON.stringify(one);

function token() {
  const [, fresh] = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) ?? [];
  return fresh ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

async function post(address, body) {
  return fetch(address, {
    method: "POST",
    body: JSON.stringify({ clock: new Date().toISOString(), ...body }),
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
    signal: AbortSignal.timeout?.(20000),
  });
}

// `shelf`: its name on this phone; `state`: where to say what becomes of them; `came`: gets the
// answer of the site. Another page of the same list may keep ticks on the shelf at the same time.
export function waiting({ shelf, address, state, came = () => {} }) {
  let own = []; // where the phone keeps nothing
  let isSending = false;

  function read() {
    try { return JSON.parse(localStorage.getItem(shelf)) ?? []; } catch { return own; }
  }

  function write(ticks) {
    own = ticks;
    try {
      if (ticks.length) localStorage.setItem(shelf, JSON.stringify(ticks));
      else localStorage.removeItem(shelf);
    } catch { /* full or forbidden */ }
  }

  function failed(answer, reason) {
    const isSignedOut = answer && (answer.redirected || answer.status === 403);
    state.textContent = isSignedOut ? state.dataset.signedOut : reason ?? state.dataset.waiting;
    if (!reason) setTimeout(send, PAUSE);
  }

  // `anyway`: also when nothing waits, to hear what others have noted.
  async function send(anyway = false) {
    const batch = read().slice(0, MOST);
    if (isSending || (batch.length === 0 && anyway !== true)) return;
    isSending = true;
    const answer = await post(address, { ticks: batch }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    isSending = false;
    if (!answer?.ok || answer.redirected || !told) {
      if (batch.length) failed(answer, told?.reason);
      return;
    }
    const sent = new Set(batch.map(same));
    write(read().filter((one) => !sent.has(same(one))));
    if (batch.length) state.textContent = read().length ? "" : state.dataset.sent;
    came(told);
    send();
  }

  addEventListener("online", send);
  return {
    all: read,
    send,
    add(...ticks) {
      write([...read(), ...ticks]);
      state.textContent = "";
      send();
    },
  };
}
