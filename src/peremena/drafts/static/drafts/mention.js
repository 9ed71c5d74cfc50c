// After “@” in a note the people whom it may ask are listed; picking one writes the name and asks
// them. The page works without it: “@Name” typed by hand means the same. Fetched at the first “@”.

const ASKED = /(?:^|\s)@([\p{L}-]*(?: [\p{L}-]*)?)$/u;
const MOST = 6;
const plain = (name) => name.toLocaleLowerCase().replaceAll("ё", "е").replaceAll("\u00a0", " ");

let box = null; // the list under the note that is being written, and what was typed after “@”
let field = null;
let chosen = 0;

const peopleOf = (note) => note.closest(".say")?.querySelector(".to select");
const typed = (note) => note.value.slice(0, note.selectionStart).match(ASKED)?.[1];

function close() {
  box?.remove();
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
  box = field = null;
}

export function show(note) {
  const asked = typed(note);
  const options = Array.from(peopleOf(note)?.options ?? []).filter(({ value }) => value);
  const fitting = options.filter(({ label }) => asked !== undefined && plain(label).split(" ").some((_, at, all) => all.slice(at).join(" ").startsWith(plain(asked))));
  close();
  if (fitting.length === 0) return;
  field = note;
  chosen = 0;
  box = Object.assign(document.createElement("ul"), { className: "mention", id: "mention" });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", peopleOf(note).closest("label").firstChild.textContent.trim());
  for (const [place, { label, value }] of fitting.slice(0, MOST).entries()) {
    const line = Object.assign(document.createElement("li"), { textContent: label, id: `mention-${place}` });
    line.setAttribute("role", "option");
    line.dataset.person = value;
    box.append(line);
  }
  note.closest("label").after(box);
  note.setAttribute("aria-controls", box.id);
  point(0);
}

function point(place) {
  const lines = Array.from(box.children);
  chosen = (place + lines.length) % lines.length;
  lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === chosen)));
  field.setAttribute("aria-activedescendant", lines[chosen].id);
}

function pick(line) {
  const note = field;
  const end = note.selectionStart;
  note.setRangeText(`${line.textContent} `, end - typed(note).length, end, "end");
  peopleOf(note).value = line.dataset.person;
  close();
  note.focus();
  note.dispatchEvent(new Event("input", { bubbles: true }));
}

const KEYS = {
  ArrowDown: () => point(chosen + 1),
  ArrowUp: () => point(chosen - 1),
  Enter: () => pick(box.children[chosen]),
  Tab: () => pick(box.children[chosen]),
  Escape: close,
};

document.addEventListener("input", ({ target }) => {
  if (target.matches(".say textarea")) show(target);
});
document.addEventListener("keydown", (event) => {
  if (!box || event.target !== field || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
document.addEventListener("pointerdown", (event) => {
  if (box?.contains(event.target)) event.preventDefault(); // the cursor stays in the note
});
document.addEventListener("click", ({ target }) => {
  const line = target.closest(".mention > li");
  if (line) pick(line);
  else if (target !== field) close();
});
document.addEventListener("focusout", ({ target }) => target === field && close());
