// Says who else is on this page, while somebody looks at it and does something on it: each save's
// answer tells it; without saves at most one small question in 45 seconds, none from a page that
// lies in the background or is left alone.

const PAUSE = 45_000;
const ALONE = 5 * 60_000;
const line = document.querySelector("[data-here]");
let asked = Date.now();
let touched = Date.now();

async function ask() {
  const now = Date.now();
  if (document.hidden || now - touched > ALONE || now - asked < PAUSE - 1000) return;
  asked = now;
  const answer = await fetch(line.dataset.here, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  say(await answer.text());
}

function say(words) {
  if (line.textContent.trim() !== words.trim()) line.textContent = words.trim();
}

if (line) {
  if ("kept" in document.documentElement.dataset) line.textContent = ""; // that was another day
  document.getElementById("draft")?.addEventListener("drafts:answer", ({ detail }) => {
    asked = Date.now();
    say(detail.here);
  });
  setInterval(ask, PAUSE);
  document.addEventListener("visibilitychange", ask);
  for (const deed of ["input", "keydown", "pointerdown", "scroll"]) {
    addEventListener(deed, () => (touched = Date.now()), { passive: true });
  }
}
