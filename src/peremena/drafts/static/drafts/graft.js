// Turns a piece of the page into what the site has drawn anew, touching only what differs: an
// element that stays is the same element, so a press, the cursor and what is unfolded outlive it.

const KEYS = ["data-question", "data-listing", "data-row", "data-offer", "data-remark", "name", "id"];
const BY_VALUE = "button, [type=radio], [type=checkbox]";

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const kindOf = (node) => node.nodeName + (node.classList?.[0] ?? "");

function keyOf(node) {
  if (!isElement(node)) return "";
  if (node.matches("label.choice")) return `around ${keyOf(node.firstElementChild)}`;
  const key = KEYS.find((name) => node.hasAttribute(name));
  const value = node.matches(BY_VALUE) ? node.value : "";
  return key ? [node.nodeName, key, node.getAttribute(key), node.type ?? "", value].join(" ") : "";
}

// `isHeld`: pieces in which somebody writes; they stay as they are.
export function graft(old, fresh, isHeld) {
  if (isHeld(old, fresh)) return;
  if (!isElement(old)) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  attributes(old, fresh);
  if (old.matches("template")) old.innerHTML = fresh.innerHTML;
  else pieces(old, fresh, isHeld);
  values(old, fresh);
}

// Words of somebody else have come into a row that is folded: it has to be seen.
function offersMore(...both) {
  const [before, after] = both.map((one) => one.querySelectorAll("[data-offer]").length);
  return after > before;
}

function attributes(old, fresh) {
  const isFold = old.matches("details");
  const isRow = isFold && old.hasAttribute("data-row") && !offersMore(old, fresh);
  for (const { name } of Array.from(old.attributes)) {
    if (!fresh.hasAttribute(name) && !(isFold && name === "open")) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !(isRow && name === "open")) old.setAttribute(name, value);
  }
}

// What an input shows no longer follows what it was drawn with once somebody has written in it.
function values(old, fresh) {
  if (old.matches("input[type=checkbox], input[type=radio]")) old.checked = fresh.checked;
  else if (old.matches("select")) old.selectedIndex = fresh.selectedIndex;
  else if (old.matches("input, textarea") && old.value !== fresh.value) old.value = fresh.value;
}

function pieces(old, fresh, isHeld) {
  const wanted = new Set(Array.from(fresh.children, keyOf));
  const there = new Map(Array.from(old.children, (one) => [keyOf(one), one]));
  let next = old.firstChild;
  const drop = (one) => {
    if (one === next) next = one.nextSibling;
    one.remove();
  };
  for (const one of Array.from(fresh.childNodes)) {
    while (next && keyOf(next) && !wanted.has(keyOf(next))) drop(next);
    const key = keyOf(one);
    const same = key ? there.get(key) : alike(next, one);
    if (!same) {
      old.insertBefore(document.importNode(one, true), next);
      continue;
    }
    there.delete(key);
    if (key && same !== next) old.insertBefore(same, next);
    else while (next !== same) drop(next);
    if (same === next) next = same.nextSibling;
    graft(same, one, isHeld);
  }
  while (next) drop(next);
}

// The next piece of that kind before one that is known by its key.
function alike(next, one) {
  for (let here = next; here && !keyOf(here); here = here.nextSibling) if (kindOf(here) === kindOf(one)) return here;
  return null;
}
