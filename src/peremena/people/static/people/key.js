// Passkeys: asks the device for one and sends its answer with the form.

function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  return fetch(form.action, { headers: { Accept: "application/json" } }).then((r) => r.json());
}

// The device keeps the key itself and asks for a finger, a face or a PIN.
const DISCOVERABLE = { residentKey: "required", requireResidentKey: true, userVerification: "required" };

const ASK = {
  get: ({ request_options }) => webauthnJSON.get(request_options),
  create: ({ creation_options }) => {
    const selection = { ...creation_options.publicKey.authenticatorSelection, ...DISCOVERABLE };
    const publicKey = { ...creation_options.publicKey, authenticatorSelection: selection };
    return webauthnJSON.create({ publicKey });
  },
};

async function submit(event) {
  const form = event.target;
  event.preventDefault();
  try {
    form.elements.credential.value = JSON.stringify(await ASK[form.dataset.key](await options(form)));
    form.submit();
  } catch {
    form.querySelector(".failure").hidden = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-key]")) {
    form.hidden = false;
    form.addEventListener("submit", submit);
  }
}
