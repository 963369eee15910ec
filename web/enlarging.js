import { PhotoDialog } from "./photo-dialog.js";
import { Part, Role } from "./semantic-tree.js";

/**
 * Enlarged photos of one widget, between the core and the dialog; loaded when
 * a photo is first enlarged.
 *
 * @typedef {{core: import("./core.js").Core, viewer: number,
 *   layer: import("./semantic-layer.js").SemanticLayer,
 *   nodes: () => import("./semantic-tree.js").SemanticNode[],
 *   loaded: import("./core.js").Loaded, host: import("./widget.js").Host,
 *   showPhoto: (index: number, cause: "user" | "script") => void}} Context
 */

export class Enlarging {
  #context;
  #dialog;
  /** Part whose photo is shown, and that photo, as the core tells them. */
  #part = 0;
  #index = 0;

  /** @param {Context} context */
  constructor(context) {
    this.#context = context;
    const { core, viewer, loaded, host } = context;
    const { options, emit } = host;
    this.#dialog = new PhotoDialog(host.root, {
      photo: (index) => this.#photo(index),
      word: (key) => core.word(viewer, key),
      wordLanguage: () => core.wordLanguage(viewer),
      language: () => loaded.language,
      rtl: () => loaded.rtl,
      styleSheet: host.styleSheet,
      crossOrigin: () => options().crossOrigin,
      referrerPolicy: () => options().referrerPolicy,
      moved: (index) => context.showPhoto(index, "user"),
      follow: (url) => emit("article-navigate", { url, kind: "photo" }, true),
      closed: (index) => {
        const alone = this.#part !== Part.gallery;
        context.layer.enlargeButton(this.#part, alone ? this.#index : -1)?.focus();
        emit("article-photo-close", { index });
      },
    });
  }

  /** @param {number} index as the core tells it */
  #photo(index) {
    const widest = Math.max(innerWidth, innerHeight) * devicePixelRatio;
    return this.#context.core.enlargedPhoto(this.#context.viewer, this.#part, index, Math.ceil(widest));
  }

  /**
   * Opens on a photo, or goes to it.
   * @param {number} part @param {number} index as the core tells them
   * @returns {boolean} whether there is one
   */
  open(part, index) {
    this.#part = part;
    this.#index = index;
    const photo = this.#photo(index);
    if (!photo) return false;
    const wasOpen = this.#dialog.isOpen;
    const current = this.#context.nodes().find(({ role, hidden }) => role === Role.Slide && !hidden);
    if (part === Part.gallery && index !== current?.argument) this.#context.showPhoto(index, "script");
    this.#dialog.open(index);
    if (!wasOpen) this.#context.host.emit("article-photo-open", { index: photo.index });
    return true;
  }

  close() {
    this.#dialog.close();
  }

  /** Takes the dialog away, and tells nobody. */
  remove() {
    this.#dialog.remove();
  }
}
