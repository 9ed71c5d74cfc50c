// A neighbour's answer outlives a dropped link: it stays on the screen until it has been taken.
"use strict";
(() => {
  const form = document.querySelector("[data-answer]");
  const field = form?.querySelector("textarea");
  const said = form?.querySelector("[data-answer-said]");
  if (!field || !said) return;
  const place = `answer:${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) field.value = kept;
  field.addEventListener("input", () => sessionStorage.setItem(place, field.value));

  const send = async (event) => {
    event.preventDefault();
    said.hidden = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      sessionStorage.removeItem(place);
      if (answer.ok) location.assign(answer.url);
      else { form.removeEventListener("submit", send); form.requestSubmit(); }
    } catch {
      said.hidden = false;
    }
  };
  form.addEventListener("submit", send);
})();
