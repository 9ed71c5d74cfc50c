// A photo is made smaller on the phone, before a slow link carries it, and leaves its place and
// device behind. What cannot be drawn here goes as it is: the site says what is wrong with it.
"use strict";
(() => {
  const SIDE = 1600; // as the site would make it
  const LIGHT = 600_000; // bytes that are not worth the work
  const field = document.querySelector("input[type=file][name=photo]");
  if (!field || !window.createImageBitmap || !window.DataTransfer) return;

  async function smaller(photo) {
    const drawn = await createImageBitmap(photo);
    const scale = Math.min(1, SIDE / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(drawn.width * scale);
    canvas.height = Math.round(drawn.height * scale);
    canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const content = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return new File([content], "photo.jpg", { type: "image/jpeg" });
  }

  field.addEventListener("change", async () => {
    const [photo] = field.files;
    if (!photo || photo.size < LIGHT) return;
    const made = await smaller(photo).catch(() => photo);
    if (made.size >= photo.size || field.files[0] !== photo) return;
    const carried = new DataTransfer();
    carried.items.add(made);
    field.files = carried.files;
  });
})();
