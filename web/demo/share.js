import { copy, find } from "./elements.js";
import { hashOf } from "./link.js";

/** The dialog with the link that holds the state, and its QR code. @typedef {import("./state.js").Store} Store */

/** A phone cannot open what is only this machine's. */
const isOwnMachine = /^(localhost|127\.|\[::1\])/.test(location.hostname);

/** @param {Store} store */
export function setUpShare(store) {
  const dialog = find("#share-dialog", HTMLDialogElement);
  const field = find("#share-link", HTMLInputElement);
  const place = find("#qr", HTMLElement);
  const note = find("#share-note", HTMLElement);
  const status = find("#share-copied", HTMLElement);

  find("#share", HTMLButtonElement).addEventListener("click", async () => {
    const [{ hash, whole }, { qrPicture }] = await Promise.all([hashOf(store.state), import("./qr.js")]);
    field.value = `${location.origin}${location.pathname}${hash ? `#${hash}` : ""}`;
    const picture = qrPicture(field.value, "QR code of the link");
    place.replaceChildren(...picture ? [picture] : []);
    note.textContent = [
      whole ? "" : "The document is too long for a link: it leads to what the document was made from.",
      picture ? "" : "The link is too long for a QR code.",
      isOwnMachine && picture ? "This address is your own machine’s: a phone needs that of the network." : "",
    ].filter(Boolean).join(" ");
    status.textContent = "";
    dialog.showModal();
  });
  find("#share-copy", HTMLButtonElement).addEventListener("click", () => void copy(field.value, field, status));
  find("#share-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  // A press beside it closes it too.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
