// A press puts the first words into an empty field; the person goes on writing after them.

const form = document.getElementById("draft");

form?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-start]");
  const control = button && form.elements.namedItem(button.dataset.to);
  if (!control) return;
  control.focus();
  control.value = button.dataset.start;
  if (control.matches("textarea, [type=text]")) control.setSelectionRange(control.value.length, control.value.length);
  control.dispatchEvent(new Event("input", { bubbles: true }));
});

form?.addEventListener("input", ({ target }) => {
  const question = target.closest("[data-question]");
  const starts = question?.querySelector("[data-starts]");
  if (starts && question.dataset.question === target.name) starts.hidden = target.value !== "";
});
