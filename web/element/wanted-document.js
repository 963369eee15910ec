import { documentFromJson, fetchDocument, jsonOf } from "./document-source.js";
import { documentIn } from "./prerendered.js";

/**
 * The document that a page wants to be shown: the object that it set, else the JSON in the element, else what `src` names.
 *
 * @typedef {import("./article-document.js").ArticleDocument} ArticleDocument
 * @typedef {import("./document-source.js").DocumentText} DocumentText
 */
export class WantedDocument {
  /** The object. @type {ArticleDocument | null} */
  object = null;
  /** The same as JSON, undefined where it has none. @type {string | undefined} */
  #json;
  /** The JSON in the element was shown: what is asked for now is fetched. */
  used = false;
  #element;

  /** @param {Element} element */
  constructor(element) {
    this.#element = element;
  }

  get #src() {
    return this.#element.getAttribute("src")?.trim();
  }

  /** Whether there is one. */
  get any() {
    return Boolean(this.object || this.#src) || documentIn(this.#element) !== undefined;
  }

  /** @param {ArticleDocument | null} object @returns {boolean} whether it is another one */
  set(object) {
    const before = this.#json;
    this.object = object || null;
    this.read();
    // Frameworks set an equal one at every rendering.
    return this.#json === undefined || this.#json !== before;
  }

  /** Reads the object, which may have been changed in its place. */
  read() {
    this.#json = undefined;
    try {
      if (this.object) this.#json = jsonOf(this.object);
    } catch {
      // The load says why.
    }
  }

  /** `src` was written. @param {string | null} before @param {string | null} after @returns {boolean} whether that asks for another one */
  srcWritten(before, after) {
    if (before === after && !this.object) return false;
    this.used = before !== null;
    if (after !== null) this.set(null);
    return true;
  }

  /**
   * What loads of one article have in common, as far as that is known before it is read: its URL or id
   * in an object that the page set, else where it is fetched; "" where it is not.
   */
  get name() {
    if (!this.object) return `${document.baseURI} ${this.#element.getAttribute("src")}`;
    const { url, id } = JSON.parse(this.#json ?? "{}").article ?? {};
    return url || id ? `article ${url || id}` : "";
  }

  /**
   * @param {import("./attributes.js").Options} options @param {boolean} again past what caches hold
   * @param {AbortSignal} signal @returns {Promise<DocumentText>}
   */
  async text(options, again, signal) {
    if (this.object) return documentFromJson(this.#json ?? jsonOf(this.object));
    const src = this.#src;
    const json = src && (again || this.used) ? undefined : documentIn(this.#element);
    return json === undefined ? fetchDocument(options.src, options, again, signal) : documentFromJson(json, src);
  }
}
