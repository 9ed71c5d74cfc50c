// Forms that wait: a form with `data-parcel`, photos and all, lies on this phone before it counts as
// kept, and goes as soon as there is a network, once, in the order in which they were sent off.
//
// One entry of the store for each: {address, fields, operation} and what people read of it on the
// page about this phone: {page, title, begun, lines, reason, waits}. Photos are shrunk here. A form
// with `data-parcel="stay"` changes what is there already, so it goes on showing what was sent off.

import { entries, get, newId, put, token } from "./store.js";

const SIDE = 1600; // as the site keeps photos
const QUALITY = 0.8;
const PATIENCE = 20000;
const SLOWEST = 4; // bytes in a millisecond
const IN_SIGHT = 8000; // ms in which the page waits for the answer

const form = document.querySelector("form[data-parcel]");
const owner = document.querySelector("[data-phone]")?.dataset.phone;
const stays = form?.dataset.parcel === "stay";

// ---- A photo as large as the site keeps it; whatever cannot be drawn here goes as it is

async function shrunk(file) {
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
    const small = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
    return small && small.size < file.size ? small : file;
  } catch { return file; }
}

// ---- From the form into the store

const isFile = (value) => value instanceof Blob;
const labelOf = (name) => {
  const control = [form.elements.namedItem(name)].flat()[0];
  const one = control?.tagName ? control : control?.[0];
  const said = one?.closest("fieldset")?.querySelector("legend") ?? form.querySelector(`label[for="${one?.id}"]`);
  return said?.textContent.trim() ?? "";
};

function asText(name, value) {
  if (isFile(value)) return `${value.name ?? "photo.jpg"}, ${Math.ceil(value.size / 1024)} KB`;
  const control = form.elements.namedItem(name);
  const option = control?.options && Array.from(control.options).find((one) => one.value === value);
  const choice = form.querySelector(`input[name="${name}"][type=radio]:checked`)?.closest("label");
  return (option ?? choice)?.textContent.trim() ?? value;
}

async function packed(submitter) {
  const fields = [];
  for (const [name, value] of new FormData(form, submitter)) {
    if (name === "csrfmiddlewaretoken" || name === "operation" || (isFile(value) && !value.size)) continue;
    fields.push([name, isFile(value) ? await shrunk(value) : value]);
  }
  const told = fields.filter(([name, value]) => labelOf(name) && value !== "");
  const at = Date.now();
  const lines = told.map(([name, value]) => ({ label: labelOf(name), text: asText(name, value), at }));
  const [heading] = document.title.split(" — ");
  const title = form.elements.title?.value ? `${form.elements.title.value} (${heading})` : heading;
  const { pathname, search } = location;
  return { address: form.action, fields, operation: newId(), page: pathname + search, title, begun: at, lines, count: 1, stays };
}

// ---- From the store to the site

function letter({ fields, operation }, isInSight) {
  const body = new FormData();
  for (const [name, value] of fields) {
    if (isFile(value)) body.append(name, value, "photo.jpg");
    else body.append(name, value);
  }
  body.append("operation", operation);
  if (isInSight) body.append("in_sight", "yes");
  return body;
}

function post(parcel, isInSight) {
  const weight = parcel.fields.reduce((sum, [, value]) => sum + (value.size ?? 0), 0);
  return fetch(parcel.address, {
    method: "POST",
    body: letter(parcel, isInSight),
    headers: { Accept: "application/json", "X-CSRFToken": token() },
    signal: AbortSignal.timeout?.(PATIENCE + weight / SLOWEST),
  });
}

// {address} when it has arrived; {later} when it makes sense to try again; {errors} by field or
// {never} with the reason.
async function send(parcel, isInSight) {
  try {
    let response = await post(parcel, isInSight);
    if (response.status === 403) {
      await fetch(parcel.address); // brings a fresh token, if only that was missing
      response = await post(parcel, isInSight);
    }
    if (response.status >= 500 || response.status === 429) return { later: "trouble" };
    const said = await response.json().catch(() => null);
    if (response.ok) return said ?? { later: "signedOut" };
    return said?.errors ? said : { never: said?.reason ?? "refused" };
  } catch {
    return { later: navigator.onLine ? "trouble" : "offline" };
  }
}

// Photos of which this phone has the only copy; not those of which the site said that they are none.
const photosOf = ({ fields, errors, anew }) => fields.filter(
  ([name, value]) => isFile(value) && (!errors?.[name] || anew?.insists?.includes(`${name}.`)),
);

// What stands there now stands instead of what was refused there before, but for its photos.
async function arrived(name, { address, fields, stays }, waiting) {
  const has = new Set(fields.filter(([, value]) => isFile(value)).map(([field]) => field));
  const before = waiting.filter(({ value }) => stays && value.isRefused && value.address === address
    && photosOf(value).every(([field]) => has.has(field)));
  for (const one of [name, ...before.map((entry) => entry.name)]) await put(one, null);
}

const because = ({ never, errors }) => never ?? Object.values(errors).join(" ");

// All that may go, the first one first; what the site did not take stays here with its reason.
async function deliverAll(prefix, inSight) {
  const fates = new Map();
  const waiting = (await entries()).filter(({ name }) => name.startsWith(`${prefix}parcel/`));
  for (const { name } of waiting) {
    const parcel = await get(name);
    if (!parcel || parcel.isRefused) continue;
    const fate = await send(parcel, name === inSight);
    fates.set(name, fate);
    if (fate.address) await arrived(name, parcel, waiting);
    else if (fate.later) await put(name, { ...parcel, waits: true, reason: fate.later });
    else await put(name, { ...parcel, ...fate, waits: true, isRefused: true, reason: because(fate) });
    if (fate.later) break;
  }
  return fates;
}

export async function sendAll(prefix, inSight = "") {
  const work = () => deliverAll(prefix, inSight);
  return navigator.locks ? navigator.locks.request(`${prefix}parcels`, work) : work();
}

// ---- The form

const part = (name) => form.querySelector(`[data-parcel-${name}]`);
const inWords = (reason) => (reason.includes(" ") ? reason : part("said").dataset.refused);

function complain({ errors, anew = {} }) {
  for (const [name, value] of Object.entries(anew)) if (form.elements[name]) form.elements[name].value = value;
  for (const [name, sentence] of Object.entries(errors)) {
    const field = form.elements.namedItem(name)?.closest?.(".field") ?? part("said");
    const line = Object.assign(document.createElement("p"), { className: "error", textContent: sentence });
    field.append(line);
    for (let one = field.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  }
  form.querySelector(".error")?.closest(".field")?.querySelector("input, textarea, select")?.focus();
}

// From now on the page shows what was sent off so.
function remember(operation) {
  const { sent } = form.elements;
  if (sent) sent.value = [...sent.value.split(" "), operation].slice(-20).join(" ").trim();
}

function kept(operation) {
  if (!stays) form.reset();
  remember(operation);
  part("kept").hidden = false;
  part("kept").scrollIntoView({ block: "nearest" });
}

async function submitted(event) {
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  part("kept").hidden = true;
  for (const line of form.querySelectorAll(".error")) line.remove();
  const name = `${owner}/parcel/${newId()}`;
  let parcel;
  try {
    parcel = await packed(event.submitter);
    await put(name, parcel);
  } catch {
    return form.submit(); // this browser keeps nothing
  }
  const sending = sendAll(`${owner}/`, name).then((fates) => fates.get(name) ?? {});
  const fate = await Promise.race([sending, new Promise((resolve) => { setTimeout(resolve, IN_SIGHT, {}); })]);
  form.ariaBusy = "false";
  if (fate.address) return location.assign(fate.address);
  if (fate.never) return complain({ errors: { "": inWords(fate.never) } });
  if (!fate.errors) return kept(parcel.operation);
  await put(name, null); // it stands on the page still, to be mended
  complain(fate);
}

// Photos that were not taken go with what is sent next; one that waits goes by itself.
function carry(parcels) {
  const photos = new Map();
  for (const parcel of parcels) {
    for (const [name, photo] of photosOf(parcel)) {
      if (parcel.isRefused) photos.set(name, photo);
      else photos.delete(name);
    }
  }
  for (const [name, photo] of photos) {
    const box = new DataTransfer();
    box.items.add(new File([photo], "photo.jpg", { type: photo.type }));
    form.elements.namedItem(name).files = box.files;
  }
}

// What was sent off by this page and still waits is what it shows; also what the page knew then.
async function show() {
  const all = (await entries()).filter(({ name }) => name.startsWith(`${owner}/parcel/`));
  const mine = all.map(({ value }) => value).filter(({ address }) => address === form.action);
  const [latest] = mine.slice(-1);
  if (!latest) return;
  for (const [name, value] of latest.fields) {
    const control = form.elements.namedItem(name);
    if (control && !isFile(value) && control.type !== "file") control.value = value;
  }
  remember(latest.operation);
  if (!latest.isRefused) part("kept").hidden = false;
  else complain({ errors: latest.errors ?? { "": inWords(latest.reason) }, anew: latest.anew });
  try { carry(mine); } catch { complain({ errors: { photo: part("said").dataset.photo } }); }
}

form?.addEventListener("submit", submitted);
if (stays) show();
