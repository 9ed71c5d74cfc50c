// Copies a text with one tap; without this script the text can be selected and copied by hand.
"use strict";
(() => {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

  // The clipboard needs a secure address; selecting works on any.
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text.value ?? text.textContent);
    getSelection().selectAllChildren(text);
    text.select?.();
    document.execCommand("copy");
  };

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    await copy(document.getElementById(button.dataset.copy));
    const [words] = button.childNodes;
    const before = words.data;
    words.data = button.dataset.copied;
    setTimeout(() => (words.data = before), 2000);
  });
})();
