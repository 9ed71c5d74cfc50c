// The page about this phone: what waits to be sent, with a way to copy it, and which pages open
// without a network.

import { counted, moment, shelves } from "./phone.js";
import { entries, heard, put } from "./store.js";

const person = document.querySelector("[data-phone]").dataset.phone;
const one = (what, root = document) => root.querySelector(`[data-${what}]`);
const { why } = document.documentElement.dataset;
const [said = why] = ["leaving", "left"].filter((name) => new URLSearchParams(location.search).has(name));

function made(tag, text, className = "") {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

const asText = ({ title, lines }) => [title, ...lines.map(({ label, text }) => `${label}\n${text}`)].join("\n\n");

function drawn(name, value) {
  const article = one("entry").content.firstElementChild.cloneNode(true);
  Object.assign(article.querySelector("a"), { textContent: value.title, href: value.page ?? value.address });
  const reason = one("reason", article);
  const sentence = value.reason?.includes(" ") ? value.reason : ""; // else a word for a state
  reason.textContent = one("waiting-list").dataset[value.reason] ?? sentence;
  reason.hidden = !reason.textContent;
  for (const { label, text, at, reason: why } of value.lines) {
    const words = made("dd", text, "lines");
    words.append(made("p", [moment(at), why].filter(Boolean).join(" · "), "note"));
    article.querySelector("dl").append(made("dt", label), words);
  }
  const copy = one("copy", article);
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(asText(value));
    copy.textContent = copy.dataset.done;
  });
  copy.hidden = !navigator.clipboard;
  const drop = one("drop", article);
  drop.addEventListener("click", () => { if (confirm(drop.dataset.sure)) put(name, null); });
  return article;
}

async function showWaiting() {
  const all = await entries();
  const own = all.filter(({ name }) => name.startsWith(`${person}/`));
  one("waiting-list").replaceChildren(...own.map(({ name, value }) => drawn(name, value)));
  const ticks = shelves().reduce((sum, name) => sum + JSON.parse(localStorage.getItem(name)).length, 0);
  const lists = one("ticks");
  lists.hidden = ticks === 0;
  lists.textContent = ticks ? counted(ticks, lists.dataset.ticks) : "";
  one("none").hidden = own.length + ticks > 0;
  const others = all.filter((entry) => !own.includes(entry)).reduce((sum, { value }) => sum + value.count, 0);
  const line = one("others");
  line.hidden = others === 0;
  line.textContent = others ? counted(others, line.dataset.others) : "";
  one("leaving-waits").hidden = own.length + ticks === 0;
  one("leaving-offline").hidden = navigator.onLine || own.length + ticks > 0;
}

async function showPages() {
  if (!globalThis.caches || person === "0" || !(await caches.has(`pages-${person}`))) return;
  const pages = await caches.open(`pages-${person}`);
  const found = [];
  let weight = 0;
  for (const request of await pages.keys()) {
    const response = await pages.match(request);
    const text = await response.text();
    weight += text.length;
    const title = new DOMParser().parseFromString(text, "text/html").title.replace(/ — [^—]*$/, "");
    if (new URL(request.url).pathname !== location.pathname) {
      found.push({ title, url: request.url, at: response.headers.get("X-Kept-At") });
    }
  }
  found.sort((a, b) => a.title.localeCompare(b.title));
  one("no-pages").hidden = found.length > 0;
  one("pages").replaceChildren(...found.map(({ title, url, at }) => {
    const item = made("li", "", "row");
    const box = made("div", "", "grow");
    box.append(Object.assign(made("a", title), { href: url }), made("p", moment(at), "note"));
    item.append(box);
    return item;
  }));
  const line = one("weight");
  line.hidden = found.length === 0;
  line.textContent = line.dataset.weight.replace("{n}", Math.ceil(weight / 1024));
}

for (const box of document.querySelectorAll("[data-said]")) {
  box.hidden = box.dataset.said !== said;
}
one("back").addEventListener("click", () => history.back());
heard(showWaiting);
showWaiting();
showPages();
