import { isForeign } from "../core/origin.js";

/**
 * One enlarged photo: an `img` in a frame that has the photo's size. What is to
 * be had at once (the picture in the article) stands in for what is better until
 * that is decoded, so that nothing flashes.
 *
 * @typedef {import("./photo-dialog.js").EnlargedPhoto} EnlargedPhoto
 * @typedef {{crossOrigin: () => string | null, referrerPolicy: () => string,
 *   word: (key: string) => string}} Host
 */

export class PhotoFrame {
  #host;
  #photo;
  /** The best so far. @type {HTMLImageElement | null} */
  #image = null;
  #wanted = "";
  #changed;
  element = document.createElement("div");
  /** What flies in and out. */
  inner = document.createElement("div");

  /**
   * @param {Host} host @param {EnlargedPhoto} photo
   * @param {HTMLImageElement | null} small the picture in the article
   * @param {() => void} changed its size, or what is shown
   */
  constructor(host, photo, small, changed) {
    this.#host = host;
    this.#photo = photo;
    this.#changed = changed;
    this.element.className = "photo";
    this.element.append(this.inner);
    if (!small?.complete || !small.naturalWidth) return;
    const image = this.#make();
    image.crossOrigin = small.crossOrigin;
    image.src = small.currentSrc;
    this.#show(image);
  }

  /** Whether it shows anything. */
  get ready() {
    return !!this.#image?.complete;
  }

  /** Its own pixels as CSS px, as far as they are known. @returns {{width: number, height: number}} */
  get size() {
    const { width, height } = this.#photo;
    const { naturalWidth = 0, naturalHeight = 0 } = this.#image ?? {};
    if (!naturalHeight) return { width, height };
    const own = Math.max(width, naturalWidth);
    return { width: own, height: own * naturalHeight / naturalWidth };
  }

  /** How large it is in an area. @param {number} width @param {number} height */
  fit(width, height) {
    const own = this.size;
    if (!own.width || !own.height) return { width, height, own: 1 };
    // Where the document does not say how large it is, what has loaded may be but a small copy.
    const most = this.#photo.width ? 1 : Infinity;
    const share = Math.min(width / own.width, height / own.height, most);
    return { width: own.width * share, height: own.height * share, own: 1 / (share * devicePixelRatio) };
  }

  /** Loads what is better. @param {string} url */
  load(url) {
    if (!url || url === this.#wanted) return;
    this.#wanted = url;
    void this.#fetch(url, isForeign(url) ? this.#host.crossOrigin() : null);
  }

  /** @param {string} url @param {string | null} crossOrigin @returns {Promise<void>} */
  async #fetch(url, crossOrigin) {
    const image = this.#make();
    image.crossOrigin = crossOrigin;
    image.src = url;
    if (!this.#image) this.#show(image);
    try {
      await image.decode();
    } catch {
      if (this.#wanted !== url) return;
      if (crossOrigin !== null) return this.#fetch(url, null);  // its server allows no reading
      if (this.#image === image || !this.#image?.naturalWidth) this.#fail();
      return;
    }
    if (this.#wanted !== url) return;
    this.#show(image);
    this.#changed();
  }

  #make() {
    const { alt, caption } = this.#photo;
    const image = document.createElement("img");
    image.referrerPolicy = this.#host.referrerPolicy();
    image.alt = alt === caption ? "" : alt;
    image.draggable = false;
    return image;
  }

  /** @param {HTMLImageElement} image */
  #show(image) {
    if (this.#image === image) return;
    this.#image = image;
    this.inner.replaceChildren(image);
  }

  #fail() {
    const notice = document.createElement("p");
    notice.textContent = this.#host.word("missingPhoto");
    this.inner.replaceChildren(notice);
  }
}
