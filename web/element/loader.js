import { load } from "../core/files.js";
import { fetchCode, loadCode } from "./code.js";
import { expectPhrases, phraseModel } from "../core/phrase-models.js";
import { readLanguage } from "../core/language.js";
import { prerenderedIn, Pressed } from "./prerendered.js";
import { StatusView, statusWords } from "./status-view.js";
import { styleSheet } from "./style-sheet.js";
import { warnOnce } from "./report.js";
import { whenToLoad } from "./when-to-load.js";

/**
 * The load of a document into an element, and what is shown of it: a widget, or why there is none.
 *
 * @typedef {import("../widget/host.js").Host} Host
 * @typedef {import("../widget/widget.js").Widget | import("../widget/plain-widget.js").PlainWidget} Widget
 * @typedef {Pick<Host, "element" | "options" | "words" | "ownWords" | "language" | "dark">} ElementHost
 * @typedef {import("./document-source.js").DocumentText} DocumentText
 * @typedef {import("./types.js").Problem} Problem
 * @typedef {{text: DocumentText | null, fault: Host["fault"]}} Known what is to be shown, and why it is not to be drawn
 */
export class Loader {
  /** That is shown. @type {Widget | null} */
  widget = null;
  /** @type {Promise<void>} of the last load: rejects where that failed */
  settled = Promise.resolve();
  #host;
  #wanted;
  #report;
  /** What stands in the widget's place. */
  #status;
  /** @type {Pressed | null} in the present connection */
  #pressed = null;
  /** @type {AbortController | null} of the load that is under way, or waits until it is near */
  #loading = null;
  /** When it began, ms of the page. */
  #began = 0;
  /** The name of what is shown. */
  #shown = "";
  /** And its text. @type {DocumentText | null} */
  #text = null;
  /** @type {import("./refresher.js").Refresher | null} */
  #refresher = null;
  /** That it was asked for. @type {number | null} */
  #interval = null;
  /** Another try may help. */
  #retries = false;

  /**
   * @param {ElementHost} host @param {import("./wanted-document.js").WantedDocument} wanted
   * @param {import("./report.js").Report} report
   */
  constructor(host, wanted, report) {
    this.#host = host;
    this.#wanted = wanted;
    this.#report = report;
    this.#status = new StatusView(host);
  }

  // ---- what the element asks

  /** The element is in a page. @param {AbortSignal} signal aborted when it no longer is */
  connect(signal) {
    const { element } = this.#host;
    this.#pressed = new Pressed(element, signal);
    this.#status.dress();
    if (!prerenderedIn(element)) this.#status.open();
    window.addEventListener("online", () => {
      if (this.#report.state === "failed" && this.#retries) this.#retry();
    }, { signal });
    window.addEventListener("beforeprint", () => this.#print(), { signal });
  }

  /** What waits to be near loads for print as a lazy image does, but print waits for images alone. */
  #print() {
    if (!this.#loading || this.widget || prerenderedIn(this.#host.element)) return;
    warnOnce(`printed without ${this.#host.element.getAttribute("src") ?? "the document"}, which is not loaded yet`);
    if (this.#report.state !== "loading") void this.#load(false);
  }

  /** The page has changed what it asks. @param {Set<import("./attributes.js").Effect>} changes */
  follow(changes) {
    const restart = changes.has("restart");
    if (!restart && !changes.has("load")) this.#configure();
    else if (this.#wanted.any) this.#start(restart);
    else this.end();
  }

  /** Loads anew what is shown. @returns {Promise<void>} rejects where it fails */
  async reload() {
    this.#wanted.read();
    if (this.#host.element.isConnected && this.#wanted.any) await this.#load(true);
  }

  /**
   * The page's language has changed: a document without one of its own is in that.
   * @param {AbortSignal} signal @returns {boolean} whether there is one, to be read anew
   */
  renew(signal) {
    if (!this.widget || !this.#text || this.#loading) return false;
    void this.#replace(this.#text, signal);
    return true;
  }

  /** There is nothing to load, or no page. */
  end() {
    this.#empty();
    this.#report.end();
  }

  /** What is shown is to look otherwise. */
  #configure() {
    if (this.widget) {
      if (this.#host.options().refresh !== this.#interval) this.#refresh();
      this.widget.configure();
      return;
    }
    this.#status.restyle();
    if (!this.#loading) this.#report.end();
  }

  // ---- one load

  /** Loads when it is time. @param {boolean} restart not in the place of what is shown */
  #start(restart) {
    if (restart && this.widget) this.#empty();
    else this.#abandon();
    const { signal } = this.#loading = new AbortController();
    const load = () => {
      if (!signal.aborted) void this.#load(false);
    };
    // What is shown already has been near.
    if (this.widget) load();
    else whenToLoad(this.#host.element, load, signal);
  }

  /**
   * @param {boolean} again past what caches hold @param {Known | null} [known]
   * @returns {Promise<void>} rejects where it fails
   */
  #load(again, known = null) {
    this.#report.begin();
    this.#abandon();
    const { signal } = this.#loading = new AbortController();
    this.#began = performance.now();
    // What it fetches is on its way before anything else is done.
    this.settled = this.#show(again, known, signal).catch((error) => {
      if (signal.aborted) return;
      this.#fail(error, !known && this.#isShown(this.#wanted.name));
      throw error;
    });
    if (!this.widget) {
      this.#report.found([]);
      this.#status.showLoading();
    }
    this.#report.become("loading");
    this.settled.catch(() => {});  // who wants to know asks for it
    return this.settled;
  }

  /** @param {boolean} again @param {Known | null} known @param {AbortSignal} signal */
  async #show(again, known, signal) {
    const { element } = this.#host;
    const options = this.#host.options();
    const { name } = this.#wanted;
    let { fault, core, code } = fetchCode(options.view === "plain" || !!known?.fault);
    fault ??= known?.fault ?? null;
    const content = this.widget ? null : prerenderedIn(element);
    // Without it the widget stands in its place all the same.
    const taking = content && load("article-viewer-taking-over.js", () => import("../widget/taking-over.js")).then(({ TakingOver }) => new TakingOver(element, content, this.#pressed), () => null);
    for (const part of [core, code]) part?.catch(() => {});  // what is wrong with the document comes first
    const text = known?.text ?? await this.#wanted.text(options, again, signal);
    if (core && !this.widget) expectPhrases(text.bytes, this.#host.language(), element.clientWidth);
    const { openWidget } = await code.catch((error) => {
      if (!core || error.reason !== "version") throw error;
      fault = { reason: error.reason, message: error.message };
      return loadCode(true);
    });
    const taken = await taking;
    if (signal.aborted) return;
    const old = known?.fault ? null : await this.widget?.succeed(text, this.#isShown(name), signal);
    if (signal.aborted) return;
    const { widget, loaded } = old ? { widget: this.widget, loaded: old } : await openWidget(this.#hostOf(core, fault, taken, signal), text);
    if (signal.aborted) {
      widget?.destroy();
      return;
    }
    this.#loading = null;
    this.widget = widget;
    this.#wanted.used = true;
    this.#shown = name;
    this.#text = text;
    this.#report.found(loaded.problems);
    this.#reveal();
    this.#ready(loaded.headline);
    if (this.widget !== widget) return;
    this.#refresh();
    if (old) widget?.resume();
    else widget?.start();
  }

  /**
   * @param {Host["code"]} code @param {Host["fault"]} fault @param {Host["taking"]} taking @param {AbortSignal} signal
   * @returns {Host}
   */
  #hostOf(code, fault, taking, signal) {
    const status = this.#status;
    return {
      ...this.#host,
      get root() {
        return status.open(taking);
      },
      signal,
      load,
      code,
      taking,
      fault,
      emit: this.#report.emit,
      styleSheet,
      readLanguage,
      phraseModel,
      statusWords,
      began: () => this.#began,
      clear: () => this.#clear(),
      reveal: () => this.#reveal(),
      viewChanged: (headline) => this.#ready(headline),
      complete: () => this.#complete(),
      fail: (reason, message) => this.#fail({ reason, message }, false),
      again: (fault) => void this.#load(false, { fault, text: this.#loading ? null : this.#text }),
    };
  }

  /** The article takes the status's place. */
  #reveal() {
    this.#status.focus?.keep();
    this.#status.clear(true);
  }

  #complete() {
    if (this.#loading) return;
    this.#status.focus?.give(true);
    this.#report.end();
  }

  /** @param {string | null} headline null: that is known */
  #ready(headline) {
    this.#status.focus?.give(false);
    this.#report.become("ready", this.widget?.view === "plain");
    if (headline === null) return;
    const { view } = /** @type {Widget} */ (this.widget);
    this.#report.emit("article-load", { headline, format: "article", view, problems: this.#report.problems });
  }

  // ---- where it fails

  /** @param {string} name */
  #isShown(name) {
    return name !== "" && name === this.#shown;
  }

  #retry() {
    this.reload().catch(() => {});
  }

  /**
   * @param {{reason?: import("./document-source.js").Reason, message: string, problems?: Problem[], passing?: boolean}} error
   *   `message`: for who made the page; `passing`: another try may help
   * @param {boolean} stays what is shown does
   */
  #fail({ reason = "wasm", message, problems = [], passing = false }, stays) {
    if (stays) {
      this.#loading = null;
      this.#refresh();
      this.#ready(null);
    } else {
      this.#stop();
      this.#report.found(problems);
      this.#retries = passing;
      this.#status.showFailure(passing ? () => this.#retry() : null);
      this.#report.become("failed");
    }
    this.#report.emit("article-error", { reason, message });
    this.#report.end();
  }

  // ---- what is shown goes on, or ends

  /** What changes while it is read is fetched again, as often as the page says. */
  #refresh() {
    this.#stopRefreshing();
    const { widget } = this;
    this.#interval = this.#host.options().refresh;
    if (this.#interval === null || this.#wanted.object || !widget || this.#loading) return;
    void load("article-viewer-refresher.js", () => import("./refresher.js")).then(({ Refresher }) => {
      if (this.widget !== widget || this.#loading || this.#refresher) return;
      this.#refresher = new Refresher(this.#host.element, {
        options: this.#host.options,
        text: () => /** @type {DocumentText} */ (this.#text),
        show: (text, signal) => this.#replace(text, signal),
      });
    }, () => {});
  }

  #stopRefreshing() {
    this.#refresher?.stop();
    this.#refresher = null;
  }

  /** Shows a document of the same article in its place, and tells nobody. @param {DocumentText} text @param {AbortSignal} signal */
  async #replace(text, signal) {
    const { widget } = this;
    const loaded = await widget?.succeed(text, true, signal, true);
    if (!loaded || this.widget !== widget) return;
    this.#text = text;
    this.#report.found(loaded.problems);
    widget?.resume();
  }

  /** Ends what is loading. */
  #abandon() {
    this.#loading?.abort();
    this.#loading = null;
    this.#stopRefreshing();
  }

  /** Ends what is shown. */
  #clear() {
    this.#status.focus?.keep();
    this.widget?.destroy();
    this.widget = null;
    this.#shown = "";
  }

  #stop() {
    this.#abandon();
    this.#clear();
  }

  /** Ends both: the fallback content stands. */
  #empty() {
    this.#stop();
    this.#status.clear(false);
    this.#report.become("empty");
  }
}
