// Comes before everything else of a draft's page, and is small: from here on each word typed is on
// this phone at once, while draft.js and the rest of the page are still on their way. What it keeps
// is an entry as outbox.js knows it, so a page that dies before its script has come loses nothing.

import { newId, put } from "../kit/scripts/store.js";
import { initial, isWritten, read } from "./inputs.js";

const id = newId();
const begun = Date.now();
const touched = new Map(); // by path, when it was last changed here and what it is called

export const ownOf = (person) => `${person}/draft/${id}`;

function keep({ target }) {
  const { form, name } = target;
  if (form?.id !== "draft" || !isWritten(target)) return;
  const { person, part = form.getAttribute("action") } = form.dataset;
  const own = ownOf(person);
  if (touched.size === 0) navigator.locks?.request(own, () => new Promise(() => {}));
  touched.set(name, { at: Date.now(), label: target.labels?.[0]?.textContent.trim() ?? name });
  const [typed, labels, times] = [{}, {}, {}];
  const lines = Array.from(touched, ([path, { at, label }]) => {
    const [text, seen] = [read(form, path), initial(form, path)];
    typed[path] = { text, seen, known: seen };
    Object.assign(labels, { [path]: label });
    Object.assign(times, { [path]: at });
    return { label, text: String(text), at };
  });
  const [title] = document.title.split(" — ");
  const told = { page: location.pathname, title, begun, waits: false, reason: "", labels, times, lines, count: lines.length };
  const base = Number(form.elements.base.value);
  // draft.js says so where this browser keeps nothing
  put(own, { address: part, base, sending: null, typed, orders: {}, ...told }).catch(() => {});
}

// draft.js is here; whether words have been kept that are its own from now on.
export function handOver() {
  document.removeEventListener("input", keep);
  document.removeEventListener("change", keep);
  return touched.size > 0;
}

document.addEventListener("input", keep);
document.addEventListener("change", keep);
performance.mark("words are kept");
