import { leaveMarkedEntry } from "../core/photo-entry.js";
import { fetchCode } from "./code.js";
import { setAssetBase } from "../core/files.js";
import { attributes, elementWithAttributes, readOptions } from "./attributes.js";
import { darkScheme, isDark } from "../widget/darkness.js";
import { readLanguage } from "../core/language.js";
import { Loader } from "./loader.js";
import { Report } from "./report.js";
import { languageAt } from "./status-view.js";
import { WantedDocument } from "./wanted-document.js";
import { wordsIn } from "./words.js";

/**
 * The `<article-viewer>` element: what a page and the browser see of it. Each of its parts has a state of its own: the
 * wanted document is what is to be loaded, the loader has the load of it and the widget, or what stands in its place,
 * and the report is what the page is told.
 *
 * @typedef {import("./types.js").ArticleViewerElement} Declared
 * @typedef {import("./types.js").Problem} Problem
 * @typedef {import("./types.js").State} State
 */

/** What tests look at: no part of the element's interface. */
const internals = Symbol.for("article-viewer.internals");

/** @implements {Declared} */
export class ArticleViewerElement extends elementWithAttributes() {
  static observedAttributes = attributes.map(({ name }) => name);

  /** @type {AbortController | null} of the present connection */
  #connection = null;
  /** @type {Record<string, string>} */
  #words = {};
  /** @type {Set<import("./attributes.js").Effect>} changes that wait for the end of this task */
  #changes = new Set();
  /** @type {import("./loader.js").ElementHost} */
  #host = {
    element: this,
    options: () => readOptions(this),
    // Those of a file, as soon as they are here.
    words: (language) => wordsIn(language, () => this.#change("configure")),
    ownWords: () => this.#words,
    language: () => readLanguage(languageAt(this)).tag,
    dark: () => isDark(this, readOptions(this).theme),
  };
  #wanted = new WantedDocument(this);
  #report = new Report(this);
  #loader = new Loader(this.#host, this.#wanted, this.#report);

  // ---- what a page reads and writes

  /** The document that is shown, where the page set it as an object. */
  get document() {
    return this.#wanted.object;
  }
  set document(value) {
    if (this.#wanted.set(value)) this.#change("load");
  }

  /** Words that override the widget's own, by key. */
  get words() {
    return this.#words;
  }
  set words(value) {
    this.#words = value ?? {};
    this.#change("configure");
  }

  /** @returns {State} */
  get state() {
    return this.#report.state;
  }

  /** What was found wrong in the document. @returns {readonly Problem[]} */
  get problems() {
    return this.#report.problems;
  }

  /** What a messenger's card says of the document that is shown. */
  get share() {
    return this.#loader.widget?.share ?? null;
  }

  /**
   * Resolves when all that was asked is laid out, and what is near is drawn; pictures may
   * follow. Never rejects: a failure, another load and removal resolve it.
   * @returns {Promise<void>}
   */
  get updateComplete() {
    return this.#report.complete;
  }

  /**
   * Loads anew what is shown, which stays until then: the reader's place, tabs, photo and focus stay too.
   * @returns {Promise<void>} rejects where the load fails
   */
  reload() {
    return this.#loader.reload();
  }

  /**
   * Selects a tab; an unknown one warns and changes nothing.
   * @param {string} id @param {"rankings" | "comments"} [part]
   * @returns {Promise<void>}
   */
  async selectTab(id, part = "rankings") {
    await this.#present();
    if (!await this.#loader.widget?.selectTab(String(id), part))
      console.warn(`article-viewer: no tab "${id}" in ${part}`);
  }

  /** @param {number} index from 0 @returns {Promise<void>} */
  async showPhoto(index) {
    await this.#present();
    if (!await this.#loader.widget?.showPhoto(index)) console.warn(`article-viewer: no photo ${index}`);
  }

  /** Enlarges a photo of the gallery. @param {number} index from 0 @returns {Promise<void>} */
  async openPhoto(index) {
    await this.#present();
    if (!await this.#loader.widget?.openPhoto(index)) console.warn(`article-viewer: no photo ${index}`);
  }

  /** @returns {Promise<void>} */
  async closePhoto() {
    await this.#present();
    await this.#loader.widget?.closePhoto();
  }

  /** The article as it is drawn, as a PNG; one that is loaded again, as it is then. @returns {Promise<Blob>} */
  async toBlob() {
    if (this.#loader.widget) await this.updateComplete;
    const widget = this.#loader.widget;
    if (!widget || !("toBlob" in widget) || widget.view !== "canvas")
      throw new DOMException("there is no drawn article", "InvalidStateError");
    return widget.toBlob();
  }

  /** Waits for the load that is under way, or about to be; rejects where it fails. */
  async #present() {
    await null;
    await this.#loader.settled;
  }

  // ---- where the rest of the code is

  /**
   * Where the other files are, where they are not beside this one: in a bundle, on another host. To be said before the
   * first article is near.
   * @param {string | URL} url of their folder, relative to the page's @throws {TypeError} it is no URL
   */
  static setAssetBase(url) {
    setAssetBase(url);
  }

  /** Fetches the code that shows an article, ahead of the first. What can't be had is told of when one is shown. */
  static async preload() {
    if (globalThis.document) await Promise.allSettled(Object.values(fetchCode(false)));
  }

  // ---- what the browser calls

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#loader.connect(signal);
    const language = new MutationObserver(() => this.connectedMoveCallback());
    language.observe(document.documentElement, { attributeFilter: ["lang"] });
    signal.addEventListener("abort", () => language.disconnect());
    darkScheme.addEventListener("change", () => this.#change("configure"), { signal });
    // Properties that were set before the element was defined.
    for (const key of ["document", "words", ...attributes.map(({ property }) => property)]) {
      if (!Object.hasOwn(this, key)) continue;
      const value = /** @type {any} */ (this)[key];
      delete (/** @type {any} */ (this)[key]);
      /** @type {any} */ (this)[key] = value;
    }
    this.#change("load");
  }

  /** Moved with all that it holds (`moveBefore`): what it inherits may be another. */
  connectedMoveCallback() {
    if (this.#connection && !this.#loader.renew(this.#connection.signal)) this.#change("configure");
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#connection = null;
    this.#loader.end();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    const attribute = attributes.find((one) => one.name === name);
    if (!attribute) return;
    if (name === "src") {
      if (!this.#wanted.srcWritten(before, after)) return;
    } else if (String(attribute.parse(before)) === String(attribute.parse(after))) {
      return;
    }
    // How eagerly to start matters until the start only.
    if (name === "loading" && this.state !== "empty") return;
    this.#change(attribute.effect);
  }

  // ---- what has changed

  /** @param {import("./attributes.js").Effect} effect */
  #change(effect) {
    if (!this.#connection) return;
    this.#report.begin();
    if (!this.#changes.size) {
      queueMicrotask(() => {
        const changes = this.#changes;
        this.#changes = new Set();
        if (this.#connection) this.#loader.follow(changes);
      });
    }
    this.#changes.add(effect);
  }

  /** For tests, see widget.js. */
  get [internals]() {
    return this.#loader.widget?.internals;
  }
}

// The first copy on a page serves it; the element has no other global name. Without a page there is nothing to define.
if (darkScheme && globalThis.customElements) {
  if (customElements.get("article-viewer")) console.warn(`article-viewer: is defined already, ${import.meta.url} is not used`);
  else {
    customElements.define("article-viewer", ArticleViewerElement);
    leaveMarkedEntry();
  }
}
