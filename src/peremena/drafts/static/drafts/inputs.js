// The inputs of a draft's form by the path of their field. A tick reads as true or false, several
// ticks as a list, everything else as text.

export const isWritten = ({ name, type }) => Boolean(name) && !["hidden", "submit", "button"].includes(type);

// Whether it no longer shows what the page came with.
export const isTouched = (one) =>
  one.matches?.("input, textarea") && (one.value !== one.defaultValue || one.checked !== one.defaultChecked);

export function controls(form, path) {
  const found = form.elements.namedItem(path);
  if (!found) return [];
  return (found.tagName ? [found] : Array.from(found)).filter(isWritten);
}

function value(form, path, isChecked, text) {
  const all = controls(form, path);
  if (all[0].type === "radio") return all.find(isChecked)?.value ?? "";
  if (all[0].type !== "checkbox") return text(all[0]);
  if (!all[0].closest(".group")) return isChecked(all[0]);
  return all.filter(isChecked).map((control) => control.value);
}

export const read = (form, path) => value(form, path, ({ checked }) => checked, (control) => control.value);

// What the page came with, whatever has been typed since.
export const initial = (form, path) => value(form, path, ({ defaultChecked }) => defaultChecked, defaultText);

function defaultText(control) {
  if (!control.options) return control.defaultValue;
  const options = Array.from(control.options);
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}

// Pages hear of it as of typing, with the mark FROM_SITE.
export const FROM_SITE = "from the site";

export function write(form, path, text) {
  for (const control of controls(form, path)) {
    if (control.options) offered(control, text);
    if (control.type === "radio") control.checked = control.value === text;
    else if (control.type !== "checkbox") control.value = text;
    else control.checked = Array.isArray(text) ? text.includes(control.value) : text;
    control.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: FROM_SITE }));
  }
}

// A row may be picked that the site has not drawn yet; whoever knows its words puts them there.
function offered(select, text) {
  if (!Array.from(select.options).some(({ value }) => value === text)) select.add(new Option("…", text));
}

export const complaint = (question) => question.querySelector(".error")?.textContent.trim() ?? "";

// Shows a sentence under the field, or takes it away.
export function complain(question, sentence = "") {
  if (complaint(question) === sentence) return;
  const field = question.querySelector(".field");
  const control = field.matches("fieldset") ? field : field.querySelector("input, select, textarea");
  const line = document.createElement("p");
  Object.assign(line, { id: `${control.id}-error`, className: "error", textContent: sentence });
  field.querySelector(".error")?.remove();
  field.classList.toggle("wrong", sentence !== "");
  const described = new Set(control.getAttribute("aria-describedby")?.split(" "));
  described[sentence ? "add" : "delete"](line.id);
  if (described.size > 0) control.setAttribute("aria-describedby", Array.from(described).join(" "));
  else control.removeAttribute("aria-describedby");
  if (sentence) field.append(line);
}
