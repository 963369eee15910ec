import { names } from "./own-values.js";

/**
 * What the looks of the layer have in common, placed over a drawing or in flow, and the sheets of one view.
 *
 * @typedef {typeof import("../element/style-sheet.js").styleSheet} MakeSheet
 */

/** A change of each of them is to be told of. */
const tells = names.map((name) => `--article-viewer-${name} 1ms`).join();

export const base = `
.probe { transition: color-scheme 1ms, font-size 1ms, color 1ms, outline-color 1ms, background-color 1ms, border-color 1ms, caret-color 1ms, text-decoration-color 1ms, ${tells}; }
` + `
.view { position: relative; isolation: isolate; }
.content { position: relative; }
.content:not(.placed) { height: auto !important; }
@media print, (forced-colors: active) { .content { height: auto !important; } }
canvas { display: none; }
.probe {
  position: absolute; width: 0; height: 0; overflow: clip; visibility: hidden; pointer-events: none;
  border: 0 solid;
  outline-color: var(--article-viewer-accent, #000);
  background-color: var(--article-viewer-background, #000);
  border-top-color: var(--article-viewer-text, #000);
  border-right-color: var(--article-viewer-muted, #000);
  border-bottom-color: var(--article-viewer-line, #000);
  border-left-color: var(--article-viewer-link, #000);
  caret-color: var(--article-viewer-panel, #000);
  text-decoration-color: var(--article-viewer-control, #000);
  font-size: var(--article-viewer-font-size, 1.0625rem);
  transition-behavior: allow-discrete;
}
/* Their heights and computed lengths tell what the browser makes of sizes, see text-scale.js. */
.probe > i { position: absolute; font-style: normal; line-height: 1; }
.probe > i::before { content: "0"; }
.probe > :is(.hundred, .one) { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
.probe > .hundred { font-size: 100px; line-height: 100px; letter-spacing: 100px; }
.probe > .one { font-size: 1px; }
.layer { position: relative; }
:where(.layer *) { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; }
/* Layer and card hand on the page's own style to what it has put into their slots: in them each element begins anew. */
:where(.layer, .layer > article) > :where(:not(article, .slot)) {
  all: initial; display: block; box-sizing: border-box; text-align: start; visibility: inherit; pointer-events: inherit;
  font-family: var(--av-font); color: var(--av-text);
  text-size-adjust: 100%; -webkit-text-size-adjust: 100%;
  text-autospace: no-autospace; text-spacing-trim: space-all;
}
.layer slot { display: flow-root; }
.slot ::slotted(*) { vertical-align: top; }
.layer :is(strong, .bold) { font-weight: 700; }
.layer em { font-style: italic; }
.layer .upright { font-style: normal; font-weight: 700; }
.layer .headline { font-family: var(--av-headline-font); }
.layer button { color: inherit; background: none; text-align: inherit; letter-spacing: inherit; }
.layer a { color: inherit; text-decoration: none; }
.layer :is(a, button) { cursor: pointer; -webkit-tap-highlight-color: transparent; }
.layer [aria-disabled="true"] { cursor: default; }
/* Of two tones, so that it stands out on a picture too. */
.layer :focus-visible { outline: 2px solid var(--av-link); outline-offset: 2px; box-shadow: 0 0 0 6px var(--av-paper); }
.layer :is(ul, ol) { list-style: none; }
.layer .said {
  user-select: none; -webkit-user-select: none;
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
`;

/**
 * A sheet for a shadow root; an element of its own where a browser has no
 * constructable ones.
 * @param {MakeSheet} make @param {ShadowRoot | Element} root @param {string} text @param {string} [medium]
 * @returns {CSSStyleSheet | HTMLStyleElement}
 */
function sheetOf(make, root, text, medium = "") {
  try {
    return make(root, text, medium);
  } catch {
    const element = document.createElement("style");
    element.textContent = text;
    element.media = medium;
    return element;
  }
}

/**
 * Whether a shadow root can be given styles: by a style element where there are no constructable sheets, if the
 * page's policy lets it.
 * @param {MakeSheet} make @param {{element: Element, readonly root: ShadowRoot}} host whose root is made when it is asked for
 */
export function canStyle(make, host) {
  const sheet = sheetOf(make, host.element, "i {}");
  if (!(sheet instanceof HTMLStyleElement)) return true;
  host.root.append(sheet);
  const can = sheet.sheet !== null;
  sheet.remove();
  return can;
}

/** The sheets of one view. */
export class Sheets {
  /** @type {(CSSStyleSheet | HTMLStyleElement)[]} */
  #sheets = [];
  #root;
  #make;

  /** @param {ShadowRoot} root @param {MakeSheet} make */
  constructor(root, make) {
    this.#root = root;
    this.#make = make;
  }

  /** These, and no others. @param {[text: string, medium: string][]} texts */
  put(texts) {
    const root = this.#root;
    const sheets = texts.map(([text, medium]) => sheetOf(this.#make, root, text, medium));
    for (const old of this.#sheets) if (old instanceof HTMLStyleElement) old.remove();
    const before = this.#sheets;
    this.#sheets = sheets;
    /** @type {CSSStyleSheet[]} */
    const constructed = [];
    for (const sheet of sheets) {
      if (sheet instanceof HTMLStyleElement) root.append(sheet);
      else constructed.push(sheet);
    }
    const others = (root.adoptedStyleSheets ?? []).filter((sheet) => !before.includes(sheet));
    if (constructed.length || before.length) root.adoptedStyleSheets = [...others, ...constructed];
  }
}
