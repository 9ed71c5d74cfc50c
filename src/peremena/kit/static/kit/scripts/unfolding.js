// What unfolds under a button becomes a window; without this script it unfolds in place. A menu that
// is open closes at Escape and at a press anywhere else.
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

  const menus = () => document.querySelectorAll("details.menu[open]");

  document.addEventListener("click", ({ target }) => {
    for (const menu of menus()) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
