/**
 * The looks of the view. Over the canvas the layer's text is there to be read
 * by machines, selected and clicked: it lies on what is drawn and is
 * transparent. As the plain view it shows itself.
 */

const base = `
.view { position: relative; }
.content { position: relative; overflow: clip; }
canvas { position: absolute; top: 0; left: 0; pointer-events: none; }
canvas[hidden] { display: none; }
.probe {
  position: absolute; width: 0; height: 0; visibility: hidden; pointer-events: none;
  border: 0 solid;
  color: var(--article-viewer-accent, #000);
  background-color: var(--article-viewer-background, #000);
  border-top-color: var(--article-viewer-text, #000);
  border-right-color: var(--article-viewer-muted, #000);
  border-bottom-color: var(--article-viewer-line, #000);
  border-left-color: var(--article-viewer-link, #000);
  font-size: var(--article-viewer-font-size, 1.0625rem);
  transition: color-scheme 1ms, font-size 1ms, color 1ms, background-color 1ms,
    border-color 1ms, --article-viewer-accent 1ms, --article-viewer-background 1ms,
    --article-viewer-text 1ms, --article-viewer-muted 1ms, --article-viewer-line 1ms,
    --article-viewer-link 1ms, --article-viewer-font 1ms, --article-viewer-headline-font 1ms,
    --article-viewer-font-size 1ms, --article-viewer-line-height 1ms, --article-viewer-radius 1ms;
  transition-behavior: allow-discrete;
}
.layer {
  all: initial; display: block; position: relative; text-align: start;
  font-family: var(--font); color: var(--text);
  text-size-adjust: 100%; -webkit-text-size-adjust: 100%;
  text-autospace: no-autospace; text-spacing-trim: space-all;
}
.layer * { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; }
.layer :is(strong, .bold) { font-weight: 700; }
.layer em { font-style: italic; }
.layer em:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(ur), :lang(he)) {
  font-style: normal; font-weight: 700;
}
.layer .headline { font-family: var(--headline-font); }
.layer button { color: inherit; background: none; text-align: inherit; letter-spacing: inherit; }
.layer a { color: inherit; text-decoration: none; }
.layer :is(a, button) { cursor: pointer; -webkit-tap-highlight-color: transparent; }
.layer [aria-disabled="true"] { cursor: default; }
.layer :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.layer :is(ul, ol) { list-style: none; }
.layer .said {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
`;

const overCanvas = `
.drawn { height: var(--height); background: var(--paper); }
.drawn .layer { position: absolute; inset: 0; height: var(--height); overflow: clip; color: transparent; }
.drawn .node, .drawn .clip, .drawn .strip { position: absolute; }
.drawn .node.broken { white-space: nowrap; }
.drawn .clip { overflow: clip; overflow-clip-margin: 4px; }
.drawn .strip { inset: 0; }
.drawn .carousel { touch-action: pan-y pinch-zoom; }
.drawn .carousel :is(img, a) { -webkit-user-drag: none; }
.drawn wbr { white-space: normal; }
.drawn .layer ::selection { color: transparent; background: color-mix(in srgb, var(--link) 30%, transparent); }
.drawn img { opacity: 0; object-fit: cover; }
.drawn img.shown { opacity: 1; }
.drawn img.contain { object-fit: contain; }
.drawn hr { color: transparent; background: none; }
`;

/** The layer shows itself, in ordinary flow. */
const plain = `
.content { height: auto !important; background: var(--paper) !important; }
canvas { display: none !important; }
.layer {
  position: static !important; height: auto !important; color: var(--text) !important;
  max-width: 40em; margin: 0 auto; padding: 1.25rem;
}
.layer :is(.node, .clip, .strip) {
  position: static !important; width: auto !important; height: auto !important;
  transform: none !important; overflow: visible !important; white-space: normal !important;
}
.layer span { margin: 0 !important; letter-spacing: normal !important; word-spacing: normal !important; white-space: normal !important; }
.layer :is(p, h1, h2, h3, h4, h5, h6, ul, ol, figure, blockquote, hr, [role="group"], article, nav) { margin-block: .75em !important; }
.layer .node { line-height: 1.6 !important; }
.layer a { color: var(--link) !important; text-decoration: underline; }
.layer .heading { line-height: 1.35 !important; }
.layer span.node { display: block; }
.layer a > span.node, .layer button > span.node { display: inline; }
.layer nav a { margin-inline-end: 1em; }
.layer img { opacity: 1 !important; display: block; max-width: 100%; object-fit: contain; background: var(--panel); }
.layer :is(nav, [role="tabpanel"]) img { max-width: 2.25rem; }
.layer hr { border-top: 1px solid var(--line); }
.layer blockquote { padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
.layer ol { list-style: decimal; padding-inline-start: 2em; }
.layer button { min-width: 44px; min-height: 44px; padding: 0 .75em; border: 1px solid var(--control); border-radius: var(--radius); }
.layer [role="tab"][aria-selected="true"] { border-bottom: 3px solid var(--accent); }
.layer .carousel button[aria-label]::before { content: attr(aria-label); }
`;

/** @typedef {(text: string, init?: CSSStyleSheetInit) => CSSStyleSheet} MakeSheet */

/** @type {{view: CSSStyleSheet[], plain: CSSStyleSheet} | undefined} */
let sheets;

/**
 * Sheets of the view, in which the canvas yields in print and forced colours;
 * and the one that makes it the plain view on every medium.
 * @param {MakeSheet} make
 */
export function viewSheets(make) {
  sheets ??= {
    view: [make(base), make(overCanvas), make(plain, { media: "print, (forced-colors: active)" })],
    plain: make(plain),
  };
  return sheets;
}
