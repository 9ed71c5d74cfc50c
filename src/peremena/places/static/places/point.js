// “I am there now”: puts the place of the phone into the field; without it one writes words.
"use strict";
(() => {
  const button = document.querySelector("[data-here]");
  const field = document.querySelector("[data-point]");
  const said = document.querySelector("[data-here-said]");
  if (!button || !field || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        field.focus();
      },
      () => { said.textContent = button.dataset.refused; },
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 },
    );
  });
})();
