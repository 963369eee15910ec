import { base, Sheets } from "./base-styles.js";
import { looks } from "../core/semantic-tree.js";

/**
 * The looks of the view. Placed, each element of the layer lies where it is
 * drawn, and is seen where there is no drawing. In print, in forced colours and
 * as the plain view the layer shows itself in flow: that sheet (flow-styles.js)
 * is fetched when the article stands.
 *
 * @typedef {import("./base-styles.js").MakeSheet} MakeSheet
 */

/** What tells of other styles than the drawing's, see yielding.js. */
const gauge = `
.layer .gauges { position: absolute; top: 0; width: 0; height: 0; overflow: clip; }
.layer .gauge {
  visibility: hidden; width: max-content; white-space: pre; pointer-events: none;
  color: #010203; background: #030201; font: 200px/1 article-viewer-gauge, var(--av-font); transition: margin 1ms, color 1ms, background-color 1ms;
}
.layer .gauge::before { content: "0 0 0 0"; font-size: 100px; }
`;

// In two, as the build makes only what is all style sheet small.
const placed = `
.placed { overflow: clip; background: var(--av-paper); }
.placed .layer { position: absolute; inset: 0; overflow: clip; --av-on-dark: #fff; --av-shade: rgb(0 0 0 / .72); }
/* Paragraphs out of the flow would be copied as one: each takes its height back by its margin, so that all of a
   parent begin at one place. Cells of a grid would do, and cost three times the memory. */
.placed :is(.node, .wrapper) { display: block; position: relative; }
.placed :where(.layer, .layer > article) > :where(:not(article, .slot)) { text-rendering: geometricPrecision; }
/* What is wider than its parent begins at its left, in every script. */
.placed :is(.layer, .wrapper, .strip, .node) { direction: ltr; }
.placed [dir="rtl"] :is(.broken, .far, i) { direction: rtl; text-align: start; }
.placed :is(button, [data-icon]) { display: grid; grid-template: 100% / 100%; }
.placed :is(button, [data-icon]) > * { grid-area: 1 / 1; place-self: start left; }
/* Before the pictures that they stand on. */
.placed button { z-index: 1; text-rendering: inherit; }
.placed :is(.carousel > button, [data-action="EnlargePhoto"]) { border-radius: 50%; }
.placed .wrapper { height: 0; }
.placed :is(.clip, .strip) { position: absolute; }
/* Set a little tighter than it is drawn, so that the last line is never cut off. */
.placed .far { letter-spacing: -.04em; }
.placed .skipped { content-visibility: auto; }
/* Firefox and WebKit break at a wbr only where its parent lets lines break. */
.placed .piece { white-space: nowrap; }
.placed .hyphen { white-space: normal; hyphenate-character: "-"; -webkit-hyphenate-character: "-"; }
/* Words in the font of another language do not move the line that they stand in. */
.placed .broken * { line-height: 0; }
/* A space behind a full line takes room there, and the line would break before its last stretch. */
.placed .hung { font-size: 0; line-height: 0; }
.placed .clip { overflow: clip; overflow-clip-margin: 4px; }
.placed .strip { inset: 0; }
.placed :is(.carousel, .clip) { touch-action: pan-y pinch-zoom; }
.placed .carousel :is(img, a) { -webkit-user-drag: none; }
.placed img { object-fit: cover; background: var(--av-panel); border-radius: var(--av-radius); color: transparent; }
.placed :is(img.whole, .slide img.tall) { object-fit: contain; }
.placed img.as-avatar { border-radius: 50%; }
.placed img.as-site-logo { background: none; }
.placed img.missing { visibility: hidden; }
.placed hr { background: var(--av-line); }
.placed .node a:not(.node, .plain *) { text-decoration: underline 1px; text-underline-offset: .18em; text-decoration-skip-ink: none; }
.placed i { user-select: none; -webkit-user-select: none; pointer-events: none; white-space: nowrap; font-variant-numeric: tabular-nums; }
.placed i::before { content: attr(data-text); }
.placed :is(button, [data-icon], i) > svg { place-self: center; overflow: visible; }
.placed [data-action][aria-disabled="true"] svg { opacity: .35; }
.placed [dir="rtl"] [data-icon^="arrow"] svg { transform: scaleX(-1); }
/* Where a block is drawn, its layer is there to be read by machines, selected and clicked. */
.placed canvas { display: block; position: absolute; z-index: -1; pointer-events: none; }
.placed :is(.drawn, .strip) { isolation: isolate; }
.placed .drawn, .placed .drawn * { color: transparent !important; text-decoration-color: transparent !important; }
.placed .drawn :is(i, svg) { visibility: hidden; }
.placed .drawn img { opacity: 0; }
.placed img.shown { opacity: 1; }
/* What shows itself lies on the drawing, and on the icon in it. */
.placed :is(figure, .carousel):has(img.shown) [data-action="EnlargePhoto"] svg { visibility: visible; color: var(--av-on-dark) !important; }
.placed .drawn ::selection { color: transparent; background: color-mix(in srgb, Highlight 40%, transparent); }
` + `
${looks.slice(1).map((look) => `.placed .as-${look} { font-size: var(--av-${look}-size); line-height: var(--av-${look}-line); }`).join("\n")}
`;

/** Where the drawing shows, and where the layer does in its place. */
const media = { placed: "screen and (forced-colors: none)", yielded: "print, (forced-colors: active)" };

/** The sheets of one view. */
export class ViewStyles {
  #flow = "";
  #plain = false;
  /** @type {Sheets | null} of the shadow tree, which is made when they are first shown */
  #sheets = null;
  #host;

  /** @param {{readonly root: ShadowRoot, styleSheet: MakeSheet, load: import("../core/files.js").Load}} host */
  constructor(host) {
    this.#host = host;
  }

  /** Fetches the sheet of the article in flow. */
  async loadFlow() {
    try {
      this.#flow = (await this.#host.load("article-viewer-flow-styles.js", () => import("./flow-styles.js"))).flow;
    } catch {
      return;  // plain HTML, then
    }
    this.#apply();
  }

  /** @param {boolean} plain whether the layer shows itself on every medium */
  show(plain) {
    this.#plain = plain;
    this.#apply();
  }

  remove() {
    this.#sheets?.put([]);
  }

  #apply() {
    this.#sheets ??= new Sheets(this.#host.root, this.#host.styleSheet);
    this.#sheets.put([[base + gauge, ""], [placed, media.placed],
      ...this.#flow ? [/** @type {[string, string]} */ ([this.#flow, this.#plain ? "" : media.yielded])] : []]);
  }
}
