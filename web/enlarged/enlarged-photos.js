import { findPhoto } from "../core/find-photo.js";
import { PhotoDialog } from "./photo-dialog.js";
import { currentSlide, Part, Role } from "../core/semantic-tree.js";
import { isUsable } from "./usable.js";

/**
 * Enlarged photos of one widget, between the core and the dialog.
 *
 * @typedef {{viewer: import("../core/core-viewer.js").CoreViewer,
 *   layer: import("../layer/layer-elements.js").LayerElements<any>,
 *   nodes: () => import("../core/semantic-tree.js").SemanticNode[],
 *   loaded: () => import("../core/core-viewer.js").Loaded, host: import("../widget/host.js").Host,
 *   showPhoto: (index: number, cause: "user" | "script") => void}} Context
 */

export class Enlarging {
  #context;
  #dialog;
  /** Part whose photo is shown, and that photo, as the core tells them. */
  #part = 0;
  #index = 0;
  /** How often it was closed. */
  #closed = 0;

  /** @param {Context} context @param {(host: import("./photo-stage.js").Host) => import("./photo-dialog.js").Stage} makeStage */
  constructor(context, makeStage) {
    this.#context = context;
    const { viewer, loaded, host } = context;
    const { options, emit } = host;
    const shared = {
      photo: (/** @type {number} */ index, /** @type {number} */ width) => this.#photo(index, width),
      small: (/** @type {number} */ index) => this.#small(index),
      word: (/** @type {string} */ key) => viewer.word(key).text,
      rtl: () => loaded().rtl,
    };
    this.#dialog = new PhotoDialog(host.root, {
      ...shared,
      wordLanguage: () => viewer.word("close").language,
      language: () => loaded().language,
      styleSheet: host.styleSheet,
      moved: (index) => {
        this.#index = index;
        context.showPhoto(index, "user");
      },
      linkTarget: () => options().linkTarget,
      follow: (url) => emit("article-navigate", { url, kind: "photo" }, true),
      closed: ({ index, src }) => {
        const { layer } = context;
        // Where that button is gone, focus is not to be lost to the page.
        const target = layer.photoButton(this.#part, this.#alone ? this.#index : -1) ?? layer.element.querySelector("a[href], button");
        /** @type {HTMLElement | null} */ (target)?.focus({ preventScroll: true });
        this.#tell("article-photo-close", index, src);
      },
    }, (own) => makeStage({
      ...shared, ...own,
      crossOrigin: () => options().crossOrigin,
      referrerPolicy: () => options().referrerPolicy,
    }));
  }

  /** Photos of the card stand each alone. */
  get #alone() {
    return this.#part !== Part.gallery;
  }

  /** @param {number} index among those it is shown with @param {number} width device px */
  #photo(index, width) {
    return this.#context.viewer.enlargedPhoto(this.#part, this.#alone ? this.#index : index, width);
  }

  /** The picture in the article. @param {number} index among those it is shown with */
  #small(index) {
    const { layer, nodes } = this.#context;
    if (this.#alone) return layer.imageOf(this.#index);
    const all = nodes();
    const image = all.find((node) => {
      if (node.role !== Role.Image || node.part !== Part.gallery) return false;
      let at = node;
      while (at.parent >= 0 && at.role !== Role.Slide) at = all[at.parent];
      return at.role === Role.Slide && at.argument === index;
    });
    return image ? layer.imageOf(image.picture) : null;
  }

  /**
   * Opens on a photo, or goes to it.
   * @param {number} part @param {number} index as the core tells them
   * @returns {Promise<boolean>} whether there is one, when it is there
   */
  async open(part, index) {
    const closed = this.#closed;
    await this.#dialog.find();
    if (closed !== this.#closed) return true;
    this.#part = part;
    this.#index = index;
    const photo = this.#photo(index, 0);
    if (!photo || !isUsable(this.#context.layer.element)) return false;
    const wasOpen = this.#dialog.isOpen;
    const current = currentSlide(this.#context.nodes());
    if (part === Part.gallery && index !== current?.argument) this.#context.showPhoto(index, "script");
    const there = this.#dialog.open(photo);
    if (!wasOpen && this.#dialog.isOpen) this.#tell("article-photo-open", photo.index, photo.src);
    await there;
    return true;
  }

  /** The article was loaded again: the photo is where it is now, and closed where it is no more. */
  follow() {
    if (!this.#dialog.isOpen) return;
    const { viewer, nodes } = this.#context;
    const count = 1 + Math.max(-1, ...nodes().map(({ picture }) => picture));
    const index = findPhoto(viewer, this.#part, this.#dialog.src, this.#index, count);
    if (index >= 0) this.#index = index;
    const photo = index < 0 ? null : this.#photo(index, 0);
    if (photo) this.#dialog.renew(photo);
    else void this.close();
  }

  /** @param {"article-photo-open" | "article-photo-close"} type @param {number} index @param {string} src */
  #tell(type, index, src) {
    const part = this.#alone ? "card" : "gallery";
    this.#context.host.emit(type, { part, index, src });
  }

  /** @returns {Promise<void>} when it is closed and told of */
  close() {
    this.#closed += 1;
    return this.#dialog.close();
  }

  /** Takes the dialog away at once, and tells of it. */
  remove() {
    this.#closed += 1;
    this.#dialog.remove();
  }
}
