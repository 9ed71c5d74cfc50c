// While a finger or a button of the mouse is down, nothing on a page may move: what moves away from
// under it never hears the press. Who is about to change the page waits here.

const SETTLING = 80; // a browser tells of the press a little after the finger is up
const LONGEST = 3000; // somebody marks a text, or the page was not told of the end

let since = 0;

addEventListener("pointerdown", () => (since = Date.now()), { capture: true, passive: true });
for (const end of ["pointerup", "pointercancel", "blur"]) {
  const over = () => setTimeout(() => (since = 0), SETTLING);
  addEventListener(end, ({ target }) => (end !== "blur" || target === window) && over(), { capture: true, passive: true });
}

// At once where nothing is pressed.
export async function letGo() {
  while (since && Date.now() - since < LONGEST) await new Promise((resume) => setTimeout(resume, SETTLING / 2));
}
