import { find } from "./elements.js";
import { checkedUrl } from "./link.js";
import { canWatch, FileWatch, pickFile } from "./watch.js";

/**
 * Where documents come from: an address, a file, and what is pasted or dropped anywhere on the page.
 *
 * @typedef {import("./state.js").Store} Store
 * @typedef {{store: Store, say: (message: string) => void}} Host `say`: tells the reader, "" takes it back
 */

/** The element takes no more. */
const mostBytes = 8 * 1024 * 1024;

export class Sources {
  #host;
  #watch = new FileWatch((text, name) => {
    this.#told.textContent = `Watching ${name}: it is shown again when it changes.`;
    this.#stop.hidden = false;
    this.#showText(text);
  });
  #told = find("#watched", HTMLElement);
  #stop = find("#stop-watching", HTMLButtonElement);

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.end();
    this.#stop.addEventListener("click", () => this.end());
    this.#takeChosen();
    this.#takeAddress();
    takePasted((text) => this.#showGiven(text));
    takeDropped((transfer) => this.#showDropped(transfer));
  }

  /** No file is watched any longer. */
  end() {
    this.#watch.stop();
    this.#told.textContent = canWatch ? "" : "This browser watches no files: choose the file again after a change.";
    this.#stop.hidden = true;
  }

  #takeChosen() {
    const picker = find("#file", HTMLInputElement);
    find("#open-file", HTMLButtonElement).addEventListener("click", () => {
      if (canWatch) void this.#watchFile(pickFile());
      else picker.click();
    });
    picker.addEventListener("change", () => {
      const [file] = picker.files ?? [];
      if (file) void this.#showFile(file);
      picker.value = "";
    });
  }

  #takeAddress() {
    const { store, say } = this.#host;
    const field = find("#url", HTMLInputElement);
    find("#url-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      const url = checkedUrl(field.value.trim(), document.baseURI);
      if (url && field.value.trim()) this.#showUrl(url);
      else say(`That is no address: found ${field.value.trim().slice(0, 60) || "nothing"}, expected one that begins with http or https.`);
    });
    store.follow(({ url }) => { if (document.activeElement !== field) field.value = url; });
  }

  /** @param {string} text */
  #showText(text) {
    this.#host.say("");
    this.#host.store.change({ text });
  }

  /** @param {string} url */
  #showUrl(url) {
    this.end();
    this.#host.say("");
    this.#host.store.change({ url, text: null });
  }

  /** @param {File} file */
  async #showFile(file) {
    this.end();
    if (file.size > mostBytes) this.#host.say(`${file.name} is not shown: found ${file.size} bytes, expected 8 MiB at most.`);
    else this.#showText(await file.text());
  }

  /** @param {Promise<FileSystemHandle | null>} asked @param {File | null} [instead] where it cannot be watched */
  async #watchFile(asked, instead = null) {
    try {
      const handle = await asked;
      if (handle instanceof FileSystemFileHandle || handle?.kind === "file") await this.#watch.start(/** @type {FileSystemFileHandle} */ (handle));
      else if (instead) await this.#showFile(instead);
    } catch (error) {
      if (instead) await this.#showFile(instead);
      else this.#host.say(`The file can’t be read: ${error instanceof Error ? error.message : error}.`);
    }
  }

  /** Shows a document, or what an address leads to. @param {string} given */
  #showGiven(given) {
    const text = given.trim();
    const url = /^https?:\/\/\S+$/i.test(text) ? checkedUrl(text, document.baseURI) : null;
    if (url) this.#showUrl(url);
    else if (/^[[{]/.test(text)) {
      this.end();
      this.#showText(given);
    } else this.#host.say(`That is no document: found ${text.slice(0, 40) || "nothing"}, expected JSON or an address that begins with https.`);
  }

  /** @param {DataTransfer} transfer */
  #showDropped(transfer) {
    const [file] = transfer.files;
    const item = /** @type {(DataTransferItem & {getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>}) | undefined} */ (
      [...transfer.items].find(({ kind }) => kind === "file"));
    if (file && item?.getAsFileSystemHandle) void this.#watchFile(item.getAsFileSystemHandle(), file);
    else if (file) void this.#showFile(file);
    else this.#showGiven(transfer.getData("text/uri-list").split("\n").find((line) => !line.startsWith("#")) || transfer.getData("text/plain"));
  }
}

/** Whether an event is of a field's own. @param {Event} event */
const isInField = (event) => event.composedPath().some((target) => target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)));

/** @param {(text: string) => void} take */
function takePasted(take) {
  document.addEventListener("paste", (event) => {
    if (isInField(event)) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!text.trim()) return;
    event.preventDefault();
    take(text);
  });
}

/** @param {(transfer: DataTransfer) => void} take */
function takeDropped(take) {
  const root = document.documentElement;
  /** Files everywhere, texts where no field takes them; what is dragged within the page stays its own. @param {DragEvent} event */
  const isOurs = (event) => Boolean(event.dataTransfer?.types.includes("Files")) ||
    (!isInField(event) && !dragging && Boolean(event.dataTransfer?.types.some((type) => ["text/uri-list", "text/plain"].includes(type))));
  let dragging = false;
  document.addEventListener("dragstart", () => { dragging = true; });
  document.addEventListener("dragend", () => { dragging = false; });
  document.addEventListener("dragover", (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    root.dataset.dragged = "over";
  }, true);
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) delete root.dataset.dragged;
  });
  document.addEventListener("drop", (event) => {
    delete root.dataset.dragged;
    if (!isOurs(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer);
  }, true);
}
