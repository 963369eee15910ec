import { isForeign } from "../core/origin.js";

/**
 * The pictures of one widget. The core says which picture it draws and how
 * large; the layer's own `img` loads it, so that the reader's menu and the
 * cache know it, and what it loaded becomes a texture no larger than drawn.
 *
 * @typedef {import("../core/core-viewer.js").PictureRequest} PictureRequest
 * @typedef {{
 *   image: (picture: number) => HTMLImageElement | null,
 *   crossOrigin: () => string | null,
 *   referrerPolicy: () => string,
 *   whenDrawn: () => Promise<void>,
 *   texture: (bitmap: ImageBitmap) => number,
 *   release: (texture: number) => void,
 *   ready: (request: PictureRequest, texture: number, width: number, height: number) => void,
 *   failed: (request: PictureRequest) => void,
 *   shownByHost: (request: PictureRequest) => void,
 * }} Host
 * @typedef {{texture: number, image: HTMLImageElement, request: PictureRequest, shown: boolean}} Slot `texture`:
 *   0 none; `request`: that it was made for; `shown`: the img shows itself
 */

/** Device px. */
const widestTexture = 8192;

export class Pictures {
  #host;
  /** @type {Map<number, Slot>} */
  #slots = new Map();
  /** @type {Set<Promise<void>>} */
  #pending = new Set();

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {PictureRequest} request @param {boolean} draw false: the img shows itself */
  take(request, draw) {
    if (request.release) {
      this.#forget(request.picture);
      return;
    }
    const load = this.#load(request, draw);
    this.#pending.add(load);
    void load.finally(() => this.#pending.delete(load));
  }

  /**
   * Lets a picture that was not asked for load when it is seen or printed.
   * @param {HTMLImageElement} image @param {string} url
   */
  offer(image, url) {
    image.loading = "lazy";
    image.referrerPolicy = this.#host.referrerPolicy();
    image.src = url;
  }

  /** Waits for all that is loading, 10 s at most. */
  async settled() {
    await Promise.race([Promise.all(this.#pending), new Promise((done) => setTimeout(done, 10000))]);
  }

  /** @param {number} picture */
  #forget(picture) {
    const slot = this.#slots.get(picture);
    if (!slot) return;
    if (slot.texture) this.#host.release(slot.texture);
    this.#slots.set(picture, { ...slot, texture: 0, shown: false });
  }

  /** @param {PictureRequest} request @param {boolean} draw */
  async #load(request, draw) {
    const before = this.#slots.get(request.picture);
    const image = this.#host.image(request.picture) ?? new Image();
    /** @type {Slot} */
    const slot = { texture: before?.texture ?? 0, image, request: before?.texture ? before.request : request, shown: false };
    this.#slots.set(request.picture, slot);
    const current = () => this.#slots.get(request.picture) === slot;
    // It shows the picture in another size, which stays where this one can't be had.
    const held = before?.image === image && isLoaded(image);
    try {
      image.loading = draw ? "eager" : "lazy";
      await this.#fetch(image, request.url, held, current);
      if (draw) await this.#host.whenDrawn();  // the img is seen until then
      if (!current()) return;
      const readable = image.crossOrigin !== null || !isForeign(image.src);
      const made = draw && readable ? await this.#makeTexture(image, request, current) : null;
      if (!current()) return;
      slot.request = request;
      slot.shown = !made;
      image.classList.toggle("shown", !made);
      image.classList.remove("missing");
      if (!made) {
        this.#host.shownByHost(request);
        return;
      }
      if (slot.texture) this.#host.release(slot.texture);
      slot.texture = made.texture;
      this.#ready(slot, request);
    } catch {
      if (!current()) return;
      image.classList.add("missing");
      this.#host.failed(request);
    }
  }

  /** @param {Slot} slot @param {PictureRequest} request */
  #ready({ texture, image }, request) {
    this.#host.ready(request, texture, image.naturalWidth || request.width, image.naturalHeight || request.height);
  }

  /**
   * Another document asks for its pictures: what was there of the same URL, in a size that serves, is there again.
   * @param {PictureRequest[]} requests of a document that has none yet
   * @returns {(imageOf: (picture: number) => HTMLImageElement | null) => PictureRequest[]} those that are to be loaded, once the
   *   layer has the document's elements
   */
  succeed(requests) {
    const before = [...this.#slots.values()].filter(({ texture, shown }) => texture || shown);
    this.#slots = new Map();
    /** @type {[PictureRequest, Slot | null][]} */
    const found = requests.filter(({ release }) => !release).map((request) => {
      const i = before.findIndex(({ request: { url, width } }) => url === request.url && width * 5 / 4 >= request.width);
      if (i < 0) return [request, null];
      const slot = { ...before.splice(i, 1)[0], request };
      this.#slots.set(request.picture, slot);
      if (slot.texture) this.#ready(slot, request);
      else this.#host.shownByHost(request);
      return [request, slot];
    });
    for (const { texture } of before) if (texture) this.#host.release(texture);
    return (imageOf) => found.filter(([{ picture }, slot]) => !slot || imageOf(picture) !== slot.image)
      .map(([request]) => request);
  }

  /**
   * Loads a picture, shown and not read where its server allows no reading; what is held stays where it fails.
   * @param {HTMLImageElement} image @param {string} url @param {boolean} held @param {() => boolean} current
   */
  async #fetch(image, url, held, current) {
    const crossOrigin = isForeign(url) ? this.#host.crossOrigin() : null;
    try {
      if (held) {
        await this.#put(new Image(), url, crossOrigin);
        if (!current()) return;
      }
      await this.#put(image, url, crossOrigin);
    } catch (error) {
      if (held && isLoaded(image)) return;
      if (crossOrigin === null || !current()) throw error;
      await this.#put(image, url, null);
    }
    // Of a slide whose size the document did not tell, the picture itself says how it is shown.
    image.classList.toggle("tall", image.naturalHeight > image.naturalWidth);
  }

  /** @param {HTMLImageElement} image @param {string} url @param {string | null} crossOrigin */
  async #put(image, url, crossOrigin) {
    if (image.src !== url || image.crossOrigin !== crossOrigin || !isLoaded(image)) {
      image.crossOrigin = crossOrigin;
      image.referrerPolicy = this.#host.referrerPolicy();
      image.src = url;
    }
    await loaded(image);
  }

  /**
   * @param {HTMLImageElement} image @param {PictureRequest} request @param {() => boolean} current
   * @returns {Promise<{texture: number, width: number, height: number} | null>} null: it may not be read
   */
  async #makeTexture(image, request, current) {
    const { naturalWidth: width, naturalHeight: height } = image;
    const share = Math.min(1, Math.max(request.width / width, request.height / height));
    /** @type {ImageBitmapOptions} */
    const options = { premultiplyAlpha: "premultiply" };
    if (share < 1) {
      options.resizeWidth = Math.max(1, Math.round(width * share));
      options.resizeHeight = Math.max(1, Math.round(height * share));
      options.resizeQuality = "high";
    }
    if (!width || !height) {  // a drawing without a size of its own
      options.resizeWidth = request.width;
      options.resizeHeight = request.height;
    }
    // A long strip that covers its room would be wider than a texture.
    if (Math.max(options.resizeWidth ?? width, options.resizeHeight ?? height) > widestTexture) return null;
    let bitmap;
    try {
      bitmap = await createImageBitmap(image, options);
      if (!current()) return null;
      const texture = this.#host.texture(bitmap);
      return texture ? { texture, width: bitmap.width, height: bitmap.height } : null;
    } catch {
      return null;  // what may not be read, or has no size of its own, shows itself
    } finally {
      bitmap?.close();
    }
  }

  /** The context is gone, and all textures with it. */
  texturesLost() {
    for (const slot of this.#slots.values()) slot.texture = 0;
  }

  /** Frees all; nothing that is still loading is heard of. */
  destroy() {
    for (const picture of [...this.#slots.keys()]) this.#forget(picture);
  }
}

/** @param {HTMLImageElement} image */
const isLoaded = (image) => image.complete && image.naturalWidth > 0;

/** @param {HTMLImageElement} image @returns {Promise<void>} */
function loaded(image) {
  return new Promise((resolve, reject) => {
    if (isLoaded(image)) return resolve();
    const done = new AbortController();
    const { signal } = done;
    image.addEventListener("load", () => { done.abort(); resolve(); }, { signal });
    image.addEventListener("error", () => { done.abort(); reject(new Error("no picture")); }, { signal });
  });
}
