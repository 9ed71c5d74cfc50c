// Counts the characters left in a field that has a limit; the server counts them when it draws it.
"use strict";
(() => {
  const number = new Intl.NumberFormat(document.documentElement.lang);

  document.addEventListener("input", ({ target }) => {
    const counter = document.getElementById(`${target.id}-left`);
    if (!counter) return;
    const left = counter.dataset.limit - [...target.value].length;
    counter.hidden = 5 * left >= counter.dataset.limit;
    counter.classList.toggle("over", left < 0);
    const words = left < 0 ? counter.dataset.over : counter.dataset.left;
    counter.textContent = `${words} ${number.format(Math.abs(left))}`;
  });
})();
