// A press puts the first words into an empty field; the person goes on writing after them.

const form = document.getElementById("draft");

form?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-starts] > button");
  const control = button && form.elements.namedItem(button.closest("[data-question]").dataset.question);
  if (!control) return;
  control.focus();
  control.value = button.dataset.start ?? button.textContent.replace("…", " ");
  if (control.matches("textarea, [type=text]")) control.setSelectionRange(control.value.length, control.value.length);
  control.dispatchEvent(new Event("input", { bubbles: true }));
});

form?.addEventListener("input", ({ target }) => {
  const question = target.closest("[data-question]");
  const starts = question?.querySelector("[data-starts]");
  if (starts && question.dataset.question === target.name) starts.hidden = target.value !== "";
});

// Whom a note may ask is listed by a script that comes when it is first needed; without a network
// a name is typed by hand.
document.addEventListener("input", ({ target, data }) => {
  if (data === "@" && target.matches(".say textarea")) import("./mention.js").then(({ show }) => show(target), () => {});
});
