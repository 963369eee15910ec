import { attributes, elementWithAttributes, readOptions } from "./attributes.js";
import { faultHere, isPlainInAll, loadCode } from "./code.js";
import { coreCode } from "../core/core-code.js";
import { setCustomStates } from "./custom-states.js";
import { documentFromJson, fetchDocument, jsonOf } from "./document-source.js";
import { darkScheme, isDark } from "../widget/darkness.js";
import { readLanguage } from "../core/language.js";
import { documentIn, prerenderedIn, Pressed, whenActedOn, whenIdle } from "./prerendered.js";
import { languageAt, StatusView } from "./status-view.js";
import { styleSheet } from "./style-sheet.js";
import { wordsIn } from "./words.js";

/**
 * The `<article-viewer>` element: what a page sees. It fetches the document
 * and decides when the rest (widget.js and the core) is loaded.
 *
 * @typedef {import("./attributes.js").Options} Options
 * @typedef {import("./document-source.js").DocumentText} DocumentText
 * @typedef {import("./document-source.js").Reason} Reason
 * @typedef {import("../widget/widget.js").Widget | import("../widget/plain-widget.js").PlainWidget} Widget
 * @typedef {import("./article-document.js").ArticleDocument} ArticleDocument
 * @typedef {import("./types.js").ArticleViewerElement} Declared
 * @typedef {import("./types.js").Problem} Problem
 * @typedef {import("./types.js").State} State
 */

/** What tests look at: no part of the element's interface. */
const internals = Symbol.for("article-viewer.internals");

/** @type {Set<string>} */
const warned = new Set();

/** Who made the page is told once. @param {string} message */
function warnOnce(message) {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`article-viewer: ${message} (see docs/embedding.md)`);
}

/** @implements {Declared} */
export class ArticleViewerElement extends elementWithAttributes() {
  static observedAttributes = attributes.map(({ name }) => name);

  /** @type {ElementInternals | undefined} */
  #internals;
  /** @type {{root: ShadowRoot, status: StatusView} | null} */
  #shadow = null;
  /** @type {AbortController | null} of the present connection */
  #connection = null;
  /** @type {AbortController | null} of the load that is under way, or waits until it is near */
  #loading = null;
  /** @type {Promise<void>} of the last load: rejects where that failed */
  #settled = Promise.resolve();
  /** When it began, ms of the page. */
  #began = 0;
  /** @type {Pressed | null} in the present connection */
  #pressed = null;
  /** The document in the element was shown: what is asked for now is fetched. */
  #usedEmbedded = false;
  /** What is shown is from here, see `#source`. */
  #shown = "";
  /** And was this. @type {DocumentText | null} */
  #text = null;
  /** @type {import("./refresher.js").Refresher | null} */
  #refresher = null;
  /** @type {Widget | null} */
  #widget = null;
  /** @type {State} */
  #state = "empty";
  /** @type {readonly Problem[]} */
  #problems = Object.freeze([]);
  /** Another try may help. */
  #retries = false;
  /** @type {ArticleDocument | null} */
  #document = null;
  /** The same as JSON, undefined where it has none. @type {string | undefined} */
  #json;
  /** @type {Record<string, string>} */
  #words = {};
  /** Ends when all that was asked is shown and drawn. @type {{promise: Promise<void>, resolve: () => void} | null} */
  #update = null;
  /** @type {Set<import("./attributes.js").Effect>} changes that wait for the end of this task */
  #changes = new Set();

  constructor() {
    super();
    try {
      this.#internals = this.attachInternals();
    } catch {
      // Only custom states need them.
    }
  }

  /** The shadow tree. Once it is there the element's own content is laid out anew: prerendered content goes without. */
  #open() {
    if (this.#shadow) return this.#shadow;
    this.#taking?.read();
    const root = this.attachShadow({ mode: "open" });
    this.#shadow = { root, status: new StatusView(root, () => this.#isDark()) };
    this.#shadow.status.dress();
    return this.#shadow;
  }

  // ---- what a page reads and writes

  /** The document that is shown, where the page set it as an object. */
  get document() {
    return this.#document;
  }
  set document(value) {
    const before = this.#json;
    this.#document = value || null;
    this.#readDocument();
    // Frameworks set an equal one at every rendering.
    if (this.#json === undefined || this.#json !== before) this.#change("load");
  }

  #readDocument() {
    this.#json = undefined;
    try {
      if (this.#document) this.#json = jsonOf(this.#document);
    } catch {
      // The load says why.
    }
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
    return this.#state;
  }

  /** What was found wrong in the document. @returns {readonly Problem[]} */
  get problems() {
    return this.#problems;
  }

  /** What a messenger's card says of the document that is shown. */
  get share() {
    return this.#widget?.share ?? null;
  }

  /**
   * Resolves when all that was asked is laid out, and what is near is drawn; pictures may
   * follow. Never rejects: a failure, another load and removal resolve it.
   * @returns {Promise<void>}
   */
  get updateComplete() {
    return this.#update?.promise ?? Promise.resolve();
  }

  #beginUpdate() {
    if (this.#update) return;
    let resolve = () => {};
    const promise = new Promise((/** @type {(value: void) => void} */ done) => { resolve = done; });
    this.#update = { promise, resolve };
  }

  #endUpdate() {
    this.#update?.resolve();
    this.#update = null;
  }

  /**
   * Loads anew what is shown, which stays until then: the reader's place, tabs, photo and focus stay too.
   * @returns {Promise<void>} rejects where the load fails
   */
  async reload() {
    this.#readDocument();  // it may have been changed in its place
    if (this.isConnected && this.#hasSource) await this.#load(true);
  }

  get #hasSource() {
    return this.#document !== null || Boolean(this.getAttribute("src")?.trim()) || documentIn(this) !== undefined;
  }

  /**
   * Selects a tab; an unknown one warns and changes nothing.
   * @param {string} id @param {"rankings" | "comments"} [part]
   * @returns {Promise<void>}
   */
  async selectTab(id, part = "rankings") {
    await this.#present();
    if (!this.#widget?.selectTab(String(id), part))
      console.warn(`article-viewer: no tab "${id}" in ${part}`);
  }

  /** @param {number} index from 0 @returns {Promise<void>} */
  async showPhoto(index) {
    await this.#present();
    if (!this.#widget?.showPhoto(index)) console.warn(`article-viewer: no photo ${index}`);
  }

  /** Enlarges a photo of the gallery. @param {number} index from 0 @returns {Promise<void>} */
  async openPhoto(index) {
    await this.#present();
    if (!await this.#widget?.openPhoto(index)) console.warn(`article-viewer: no photo ${index}`);
  }

  /** @returns {Promise<void>} */
  async closePhoto() {
    await this.#present();
    await this.#widget?.closePhoto();
  }

  /** The article as it is drawn, as a PNG; one that is loaded again, as it is then. @returns {Promise<Blob>} */
  async toBlob() {
    if (this.#widget) await this.updateComplete;
    const widget = this.#widget;
    if (!widget || !("toBlob" in widget) || widget.view !== "canvas")
      throw new DOMException("there is no drawn article", "InvalidStateError");
    return widget.toBlob();
  }

  /** Waits for the load that is under way, or about to be; rejects where it fails. */
  async #present() {
    await null;
    await this.#settled;
  }

  // ---- what the browser calls

  connectedCallback() {
    this.#connection = new AbortController();
    this.#pressed = new Pressed(this, this.#connection.signal);
    if (this.#shadow) this.#shadow.status.dress();
    else if (!prerenderedIn(this)) this.#open();
    window.addEventListener("online", () => {
      if (this.#state === "failed" && this.#retries) this.#retry();
    }, { signal: this.#connection.signal });
    const language = new MutationObserver(() => void this.#renew());
    language.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#connection.signal.addEventListener("abort", () => language.disconnect());
    darkScheme.addEventListener("change", () => this.#change("configure"), { signal: this.#connection.signal });
    // Properties that were set before the element was defined.
    for (const key of ["document", "words", ...attributes.map(({ property }) => property)]) {
      if (!Object.hasOwn(this, key)) continue;
      const value = /** @type {any} */ (this)[key];
      delete (/** @type {any} */ (this)[key]);
      /** @type {any} */ (this)[key] = value;
    }
    this.#change("load");
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#connection = null;
    this.#stop();
    this.#shadow?.status.showFallback();
    this.#setState("empty");
    this.#endUpdate();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    const attribute = attributes.find((one) => one.name === name);
    if (!attribute) return;
    if (name === "src") {
      if (before === after && !this.#document) return;
      this.#usedEmbedded = before !== null;
      if (after !== null) {
        this.#document = null;
        this.#json = undefined;
      }
    } else if (String(attribute.parse(before)) === String(attribute.parse(after))) {
      return;
    }
    // How eagerly to start matters until the start only.
    if (name === "loading" && (this.#state !== "empty")) return;
    this.#change(attribute.effect);
  }

  // ---- loading

  /** @param {import("./attributes.js").Effect} effect */
  #change(effect) {
    if (!this.#connection) return;
    this.#beginUpdate();
    if (!this.#changes.size) queueMicrotask(() => this.#applyChanges());
    this.#changes.add(effect);
  }

  #applyChanges() {
    const restart = this.#changes.has("restart");
    const load = restart || this.#changes.has("load");
    this.#changes.clear();
    if (!this.#connection) return;
    if (!load) {
      this.#configure();
      return;
    }
    if (!this.#hasSource) {
      this.#stop();
      this.#shadow?.status.showFallback();
      this.#setState("empty");
      this.#endUpdate();
      return;
    }
    if (restart && this.#widget) {
      this.#stop();
      this.#shadow?.status.showFallback();
      this.#setState("empty");
    } else {
      this.#abandon();
    }
    const { loading } = readOptions(this);
    // What is shown already has been near.
    if (this.#widget || loading === "eager" || !("IntersectionObserver" in window)) void this.#load(false);
    else if (loading === "idle") this.#loadLater(whenIdle);
    else if (!prerenderedIn(this)) this.#loadLater((call, signal) => this.#whenNear(call, signal));
    else {
      this.#loadLater((call, signal) => {
        whenActedOn(this, call, signal);
        // It is read already: what else the page loads comes first.
        if (loading !== "interaction") this.#whenNear(() => whenIdle(call), signal);
      });
    }
  }

  #configure() {
    if (this.#widget) {
      if (readOptions(this).refresh !== this.#interval) this.#refresh();
      this.#widget.configure();
      return;
    }
    this.#shadow?.status.restyle(languageAt(this), this.#said);
    if (!this.#loading) this.#endUpdate();
  }

  /** The page's language has changed: a document without one of its own is in that. */
  async #renew() {
    const { signal } = this.#connection ?? {};
    if (!this.#widget || !this.#text || this.#loading || !signal) this.#change("configure");
    else await this.#replace(this.#text, signal);
  }

  /** Shows a document of the same article in its place, and tells nobody. @param {DocumentText} text @param {AbortSignal} signal */
  async #replace(text, signal) {
    const widget = this.#widget;
    const loaded = await widget?.succeed(text, true, signal, true);
    if (!loaded || this.#widget !== widget) return;
    this.#text = text;
    this.#problems = Object.freeze(loaded.problems);
    widget?.resume();
  }

  /** @param {(call: () => void, signal: AbortSignal) => void} wait */
  #loadLater(wait) {
    const load = new AbortController();
    this.#loading = load;
    wait(() => {
      if (!load.signal.aborted) void this.#load(false);
    }, load.signal);
  }

  /** @param {() => void} call @param {AbortSignal} signal */
  #whenNear(call, signal) {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) call();
    }, { rootMargin: "100% 50%" });
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** Ends what is loading. */
  #abandon() {
    this.#loading?.abort();
    this.#loading = null;
    this.#stopRefreshing();
  }

  #stopRefreshing() {
    this.#refresher?.stop();
    this.#refresher = null;
  }

  /** That it was asked for. @type {number | null} */
  #interval = null;

  /** What changes while it is read is fetched again, as often as the page says. */
  #refresh() {
    this.#stopRefreshing();
    const widget = this.#widget;
    this.#interval = readOptions(this).refresh;
    if (this.#interval === null || this.#document || !widget || this.#loading) return;
    void import("./refresher.js").then(({ Refresher }) => {
      if (this.#widget !== widget || this.#loading || this.#refresher) return;
      this.#refresher = new Refresher(this, {
        options: () => readOptions(this),
        text: () => /** @type {DocumentText} */ (this.#text),
        show: (text, signal) => this.#replace(text, signal),
      });
    }, () => {});
  }

  /** Ends what is loading and what is shown. */
  #stop() {
    this.#abandon();
    this.#clear();
  }

  /** Ends what is shown. */
  #clear() {
    const update = this.#update;
    this.#update = null;  // goes on
    this.#widget?.destroy();
    this.#update = update;
    this.#widget = null;
    this.#shown = "";
  }

  #retry() {
    this.reload().catch(() => {});
  }

  /**
   * What loads of one article have in common, as far as that is known before it is read: its URL or id
   * in an object that the page set, else where it is fetched; "" where it is not.
   */
  get #source() {
    if (!this.#document) return `${document.baseURI} ${this.getAttribute("src")}`;
    const { url, id } = JSON.parse(this.#json ?? "{}").article ?? {};
    return url || id ? `article ${url || id}` : "";
  }

  /** @param {boolean} again past what caches hold @returns {Promise<void>} rejects where it fails */
  #load(again) {
    this.#beginUpdate();
    this.#abandon();
    const load = new AbortController();
    this.#loading = load;
    this.#began = performance.now();
    // What it fetches is on its way before anything else is done.
    const shown = this.#show(again, load.signal).catch((error) => {
      if (load.signal.aborted) return;
      this.#failed(error);
      throw error;
    });
    if (!this.#widget) {
      this.#problems = Object.freeze([]);
      this.#shadow?.status.showLoading(languageAt(this), this.#said);
    }
    this.#setState("loading");
    shown.catch(() => {});  // who wants to know asks for it
    this.#settled = shown;
    return shown;
  }

  /** @param {boolean} again @param {AbortSignal} signal */
  async #show(again, signal) {
    const options = readOptions(this);
    const source = this.#source;
    const isPlain = isPlainInAll() || options.view === "plain";
    const fault = isPlain ? null : faultHere();
    const core = isPlain || fault ? null : coreCode();
    const code = loadCode(!core);
    const content = this.#widget ? null : prerenderedIn(this);
    // Without it the widget stands in its place all the same.
    const taking = content && import("../widget/taking-over.js").then(({ TakingOver }) => new TakingOver(this, content, this.#pressed), () => null);
    for (const part of [core, code]) part?.catch(() => {});  // what is wrong with the document comes first
    const text = this.#given(again) ?? await fetchDocument(options.src, options, again, signal);
    const { openWidget } = await code;
    this.#taking = await taking;
    if (signal.aborted) return;
    const old = await this.#widget?.succeed(text, source !== "" && source === this.#shown, signal);
    if (signal.aborted) return;
    const { widget, loaded } = old ? { widget: this.#widget, loaded: old } : await openWidget(this.#host(core, fault, signal), text);
    if (signal.aborted) {
      widget?.destroy();
      return;
    }
    this.#loading = null;
    this.#widget = widget;
    this.#usedEmbedded = true;
    this.#shown = source;
    this.#text = text;
    this.#problems = Object.freeze(loaded.problems);
    this.#open().status.hide();
    this.#setState("ready");
    this.#announce(loaded.headline);
    if (this.#widget !== widget) return;
    this.#refresh();
    if (old) widget?.resume();
    else widget?.start();
    this.#taking = null;
  }
  /** @type {import("../widget/taking-over.js").TakingOver | null} */
  #taking = null;

  /** The document that the page has set, or has put into the element. @param {boolean} again @returns {DocumentText | null} */
  #given(again) {
    if (this.#document) return documentFromJson(this.#json ?? jsonOf(this.#document));
    const src = this.getAttribute("src")?.trim();
    const json = src && (again || this.#usedEmbedded) ? undefined : documentIn(this);
    return json === undefined ? null : documentFromJson(json, src);
  }

  /** @param {Promise<WebAssembly.Module> | null} code @param {import("./code.js").Fault | null} fault @param {AbortSignal} signal @returns {import("../widget/widget.js").Host} */
  #host(code, fault, signal) {
    const open = () => this.#open();
    return {
      element: this,
      get root() {
        return open().root;
      },
      signal,
      code,
      taking: this.#taking,
      fault,
      options: () => readOptions(this),
      words: (language) => this.#wordsIn(language),
      ownWords: () => this.#words,
      language: () => readLanguage(languageAt(this)).tag,
      dark: () => this.#isDark(),
      emit: (type, detail, cancelable) => this.#emit(type, detail, cancelable),
      styleSheet,
      readLanguage,
      began: () => this.#began,
      clear: () => this.#clear(),
      reveal: () => open().status.hide(),
      viewChanged: (headline) => {
        this.#setState("ready");
        if (headline !== null) this.#announce(headline);
      },
      complete: () => { if (!this.#loading) this.#endUpdate(); },
      fail: (reason, message) => this.#fail(reason, message),
    };
  }

  /** Those of a file, as soon as they are here. @param {string} language */
  #wordsIn(language) {
    return wordsIn(language, () => this.#change("configure"));
  }

  /** What the page's own words, and a file's, say in its language. @returns {Record<string, string>} */
  get #said() {
    return { ...this.#wordsIn(languageAt(this)), ...this.#words };
  }

  #isDark() {
    return isDark(this, readOptions(this).theme);
  }

  /** @param {string} headline */
  #announce(headline) {
    this.#emit("article-load", {
      headline, format: "article", view: /** @type {Widget} */ (this.#widget).view, problems: this.#problems,
    });
  }

  /** For tests, see widget.js. */
  get [internals]() {
    return this.#widget?.internals;
  }

  /** What is shown stays where the same failed to be loaded again. @param {any} error */
  #failed({ reason = "wasm", message, problems, passing }) {
    const again = this.#widget !== null && this.#shown !== "" && this.#source === this.#shown;
    if (!again) {
      this.#fail(reason, message, problems, passing);
      return;
    }
    this.#loading = null;
    this.#refresh();
    this.#setState("ready");
    this.#emit("article-error", { reason, message });
    this.#endUpdate();
  }

  /**
   * @param {Reason} reason @param {string} message for who made the page
   * @param {Problem[]} [problems] @param {boolean} [passing] another try may help
   */
  #fail(reason, message, problems = [], passing = false) {
    this.#stop();
    this.#problems = Object.freeze(problems);
    this.#retries = passing;
    this.#open().status.showFailure(languageAt(this), this.#said, passing ? () => this.#retry() : null);
    this.#setState("failed");
    this.#emit("article-error", { reason, message });
    this.#endUpdate();
  }

  /** @param {State} state */
  #setState(state) {
    this.#state = state;
    setCustomStates(this.#internals, state === "ready" && this.#widget?.view === "plain" ? [state, "plain"] : [state]);
  }

  /**
   * @type {import("../widget/core-events.js").Emit}
   * @returns {boolean} false where a listener cancelled it
   */
  #emit(type, detail, cancelable = false) {
    if (type === "article-error") warnOnce(/** @type {any} */ (detail).message);
    return this.dispatchEvent(
      new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}

// The first copy on a page serves it; the element has no other global name. Without a page there is nothing to define.
if (darkScheme && globalThis.customElements) {
  if (customElements.get("article-viewer")) console.warn(`article-viewer: is defined already, ${import.meta.url} is not used`);
  else customElements.define("article-viewer", ArticleViewerElement);
}
