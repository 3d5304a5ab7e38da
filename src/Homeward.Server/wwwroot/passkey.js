// Passkeys: a button with data-passkey asks the browser, puts its answer into the form it stands in, and sends that.
document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-passkey]");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  button.disabled = true;
  try {
    const asked = await fetch(button.dataset.options, { method: "POST", body: new FormData(form) });
    if (!asked.ok) throw new Error("no options");
    const options = await asked.json();
    const answer = button.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements[button.dataset.field].value = JSON.stringify(answer);
    form.submit();
  } catch {
    failed.hidden = false;
    button.disabled = false;
  }
});
