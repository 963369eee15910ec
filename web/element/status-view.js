import words from "../../assets/languages/status-words.json" with { type: "json" };
import { readLanguage } from "../core/language.js";
import { KeptFocus } from "./kept-focus.js";
import { styleSheet } from "./style-sheet.js";

/**
 * What stands in the element while there is no article: the page's fallback
 * content, that it loads, or why it could not.
 */

const css = `
:host {
  display: block; position: relative; overflow: hidden auto; writing-mode: horizontal-tb; flex-wrap: wrap;
}
.stage, .view { flex: 0 0 100%; }
:host([hidden]) { display: none; }
@supports (content-visibility: hidden) { :host([hidden="until-found" i]) { display: block; overflow: clip; content-visibility: hidden; } }
/* What is placed has no width of its own: this has that of a column with its margins, and of the narrowest one. */
.measure { all: initial; display: block; height: 0; overflow: hidden; font-size: var(--article-viewer-font-size, 1.0625rem); }
.measure i { display: inline-block; width: 6.825em; }
.measure::after { content: ""; display: block; width: 280px; }
.stage { min-height: 20rem; }
.stage[hidden] { display: none; }
.status {
  all: initial; display: block; visibility: inherit; pointer-events: inherit; color-scheme: light; container-type: inline-size; background-color: var(--paper); color: var(--text); font: calc(14 / 17 * var(--size))/calc(22 / 14) sans-serif;
  text-size-adjust: inherit; -webkit-text-size-adjust: inherit; --size: var(--article-viewer-font-size, 1.0625rem);
  --paper: var(--article-viewer-background, light(paper)); --panel: light(panel); --text: var(--article-viewer-text, light(text));
  --line: var(--article-viewer-line, light(line));
  --link: var(--article-viewer-link, light(link));
}
.status.dark {
  color-scheme: dark;
  --paper: var(--article-viewer-background, dark(paper)); --panel: dark(panel); --text: var(--article-viewer-text, dark(text));
  --line: var(--article-viewer-line, dark(line));
  --link: var(--article-viewer-link, dark(link));
}
.status:empty { display: none; }
.stage:not(.filled) > .status { min-height: inherit; }
.loading, .failed { --inset: max(20px, 50cqw - 324px); padding: 20px var(--inset) 32px; }
/* As the article will stand: kicker, headline, meta, lead picture. It stands still. */
.loading::before, .loading::after { content: ""; display: block; }
.loading::before {
  height: 156px; --bar: linear-gradient(var(--line) 0 0);
  background: var(--bar) 0 5px / 18% 12px, var(--bar) 0 36px / 94% 24px, var(--bar) 0 72px / 56% 24px, var(--bar) 0 119px / 42% 12px;
  background-repeat: no-repeat;
}
/* It is read aloud: seen, it would be the page's first contentful paint, for a moment. */
.loading span, .filled .loading {
  position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.status[dir="rtl"] .loading::before { background-position-x: 100%; }
.loading::after { aspect-ratio: 16 / 9; background-color: var(--panel); }
@container (max-width: 599px) { .loading::after { margin-inline: -20px; } }
@container (min-width: 1024px) { .loading, .failed { --inset: calc(50cqw - 480px); padding-inline-end: calc(var(--inset) + 348px); } }
.failed p { margin: 0; overflow-wrap: anywhere; font: 700 var(--size)/calc(30 / 17) sans-serif; }
.failed button {
  min-width: 44px; min-height: 44px; margin-top: 16px; padding: 0 20px; font: inherit; font-weight: 700;
  color: var(--link); background: none; border: 1px solid; border-radius: 2px; cursor: pointer;
}
:host([size="large" i]) :is(.failed p, .failed button) { min-height: 60px; font-size: 25.5px; line-height: 1.6; }
.failed button:hover { background-color: var(--panel); }
.failed button:active { background-color: var(--line); }
.failed button:focus-visible { outline: 2px solid; outline-offset: 2px; }
@media print { :host { height: auto !important; overflow: visible !important; } .stage { min-height: 0; } .status { display: none; } }
`;

/** In words from right to left: all is written in one direction. */
const rightToLeft = /[\u0590-\u08ff]/;
/** Of the columns of its words. */
const languages = ["zh-Hans", "zh-Hant", "en", "ar"];
/** @type {Map<string, string[]>} */
export const statusWords = new Map(/** @type {any} */ (words));

/** The language in force at an element, as the page writes it. @param {Element} element */
export function languageAt(element) {
  for (let at = /** @type {Element | null} */ (element); at;) {
    const found = at.closest("[lang]");
    if (found) return (found.getAttribute("lang") ?? "").trim();
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}

/** @param {string} className */
function box(className) {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

export class StatusView {
  #host;
  /** Open once the element's own content may be laid out anew. @type {ShadowRoot | null} */
  #root = null;
  #stage = box("stage");
  #status = box("status");
  #slot = document.createElement("slot");
  /** Of all that stands in the shadow tree. @type {KeptFocus | null} */
  focus = null;
  /** Shows the same in other words or another theme. @type {(() => void) | null} */
  #renew = null;

  /** @param {Pick<import("../widget/host.js").Host, "element" | "words" | "ownWords" | "dark">} host */
  constructor(host) {
    this.#host = host;
    this.#status.setAttribute("role", "status");
    this.#slot.addEventListener("slotchange", () => this.#look());
    this.#stage.append(this.#status, this.#slot);
  }

  /**
   * The shadow tree. Once it is there the element's own content is laid out anew: prerendered content goes without.
   * @param {{read: () => void} | null} [taking] what is to stay in its place is read before
   */
  open(taking) {
    if (this.#root) return this.#root;
    taking?.read();
    const root = this.#root = this.#host.element.attachShadow({ mode: "open" });
    const measure = box("measure");
    measure.setAttribute("aria-hidden", "true");
    for (let i = 0; i < 6; ++i) measure.append(document.createElement("i"));
    root.append(measure, this.#stage);
    this.focus = new KeptFocus(root);
    this.dress();
    return root;
  }

  /** A document's style sheets stay behind in it. */
  dress() {
    if (!this.#root) return;
    try {
      this.#root.adoptedStyleSheets = [styleSheet(this.#root, css)];
    } catch {
      // Without constructable style sheets it stands as plain HTML.
    }
  }

  #look() {
    const filled = this.#slot.assignedNodes()
      .some((node) => node.nodeType === 1 || node.textContent?.trim());
    this.#stage.classList.toggle("filled", filled);
  }

  /** Nothing stands but the fallback content. @param {boolean} hidden nor that: the article is there */
  clear(hidden) {
    this.#renew = null;
    this.#stage.hidden = hidden;
    this.#status.replaceChildren();
  }

  /** What is shown, in other words or another theme. */
  restyle() {
    this.#renew?.();
  }

  /** Where there is no shadow tree yet, the content stands. */
  showLoading() {
    if (!this.#root) return;
    this.#look();
    const loading = box("loading");
    const word = document.createElement("span");
    word.textContent = this.#word("loading");
    loading.append(word);
    this.#show(loading);
    this.#renew = () => this.showLoading();
  }

  /** @param {(() => void) | null} retry null: it would be of no use */
  showFailure(retry) {
    this.open();
    const failed = box("failed");
    const title = document.createElement("p");
    title.textContent = this.#word("failed");
    failed.append(title);
    if (retry) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.#word("retry");
      button.addEventListener("click", retry);
      failed.append(button);
    }
    this.#show(failed);
    this.#renew = () => this.showFailure(retry);
  }

  /** @param {HTMLElement} said */
  #show(said) {
    this.#status.classList.toggle("dark", this.#host.dark());
    this.#stage.hidden = false;
    if (this.#status.firstElementChild?.isEqualNode(said)) return;
    const focused = this.#status.contains(this.open().activeElement);
    this.#status.replaceChildren(said);
    if (!focused) return;
    this.#status.tabIndex = -1;  // for what can't be pressed: who has tried again waits here
    (said.querySelector("button") ?? this.#status).focus({ preventScroll: true });
  }

  /** In the page's own words, or a file's, for its language. @param {string} key */
  #word(key) {
    const language = languageAt(this.#host.element);
    const own = { ...this.#host.words(language), ...this.#host.ownWords() }[key];
    const { tag, column } = readLanguage(language);
    const text = String(own ?? statusWords.get(key)?.[column]);
    this.#status.lang = own ? tag : languages[column];
    this.#status.dir = rightToLeft.test(text) ? "rtl" : "ltr";
    return text;
  }
}
