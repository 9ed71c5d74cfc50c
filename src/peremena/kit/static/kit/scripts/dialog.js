// Turns what unfolds under a button into a window; without this script it unfolds in place.
"use strict";
(() => {
  function made(details) {
    const inside = details.querySelector(".inside");
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", inside.querySelector(".title").textContent);
    inside.replaceWith(dialog);
    dialog.append(inside);
    dialog.addEventListener("close", () => { details.open = false; });
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || target.closest("[data-close]")) dialog.close();
    });
    return dialog;
  }

  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches("details.dialog") || !target.open) return;
    (target.querySelector("dialog") || made(target)).showModal();
  }, true);
})();
