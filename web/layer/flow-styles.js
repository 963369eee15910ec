import { rooms } from "../core/semantic-tree.js";

/**
 * The article in flow: how the layer looks where it shows itself, in print, in
 * forced colours and as the plain view. The drawing's numbers (box.h's looks)
 * in lengths that grow with the text: --av-px is one of a page with 17 px body text. A number that a page may change is
 * named `own(headline-size)`, its value in two columns, say, `own(headline-size, columns)`; the build puts in what that
 * is (tools/dist/styles.mjs).
 */

/** What lies over the canvas is put back into flow. */
const unplaced = `
.layer :is(.node:not(img), .clip, .strip) {
  position: static !important; width: auto !important; height: auto !important;
  transform: none !important;
}
/* Placed, each takes its height back by this margin: what has another one in flow says so as loudly. */
.node { margin-bottom: 0 !important; }
.layer :is(i, svg) { display: none; }
.layer span:not(.node) { margin: 0 !important; letter-spacing: inherit !important; word-spacing: inherit !important; }
`;

const column = `
.content { background: var(--av-paper); container-type: inline-size; }
.layer {
  --av-edge: own(margin); --av-leading: calc(27 / 17); --av-size: var(--av-grown, var(--article-viewer-font-size, 1.0625rem));
  --av-px: calc(var(--av-size) / 17); --av-body: var(--av-size); --av-target: max(own(target-size), own(target-size, grown));
  --av-small: min(own(small-size), own(small-size, fixed) + (var(--av-size) - 17px) * 2 / 3);
  box-sizing: border-box; max-width: calc(own(measure) + 2 * var(--av-edge)); margin: 0 auto;
  padding: 0 var(--av-edge) 32px;
}
:where(.layer, .layer > article) > :where(:not(article, .slot)) {
  font-size: var(--av-size); line-height: var(--av-line-height, var(--av-leading));
  text-size-adjust: var(--av-text-size-adjust, auto); -webkit-text-size-adjust: var(--av-text-size-adjust, auto);
  text-autospace: normal; text-spacing-trim: normal;
  overflow-wrap: break-word;
}
.layer.chinese, .layer:is(:lang(ja), :lang(ko)) { --av-leading: calc(30 / 17); }
.layer[dir="rtl"] { --av-leading: calc(32 / 17); }
.layer.chinese { max-width: calc(own(measure, han) + 2 * var(--av-edge)); }
@container (max-width: 359px) { .layer { --av-edge: calc(own(margin) * .8); } }
@container (min-width: 600px) {
  .layer { --av-edge: own(margin, wide); --av-body: own(wide-font-size, wide); --av-leading: calc(29 / 18); }
  .layer.chinese, .layer:is(:lang(ja), :lang(ko)) { --av-leading: calc(32 / 18); }
  .layer[dir="rtl"] { --av-leading: calc(34 / 18); }
  .as-body, .as-minor-heading { font-size: var(--av-body); }
}
@container (min-width: 1000px) { .layer { --av-edge: own(margin, columns); } }
.layer > .node:not(.slot) ~ .node:not(.slot) { margin-top: own(part-gap); padding-top: calc(24 * var(--av-px) - own(part-line)); border-top: own(part-line) solid var(--av-line); }
.layer > :first-child:not(article) { padding-top: 24px; }
.layer a { color: var(--av-link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.layer button {
  min-width: var(--av-target); min-height: var(--av-target); padding: 0 16px; border: 1px solid var(--av-control);
  border-radius: var(--av-radius); text-align: center;
}
.layer img { display: block; position: static; width: 100% !important; height: auto !important; object-fit: cover; background: var(--av-panel); border-radius: var(--av-radius); }
.layer img.whole { object-fit: contain; }
.layer img.missing { display: none; }
`;

const card = `
.layer nav {
  display: flex; flex-wrap: wrap; align-items: center; column-gap: 16px; min-height: var(--av-target);
  margin-bottom: 24px !important; border-bottom: 1px solid var(--av-line);
}
.layer nav > :first-child { margin-inline-end: auto; }
.layer nav > .node { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-width: var(--av-target); min-height: var(--av-target); }
.layer nav a { color: inherit; text-decoration: none; }
.layer nav a:hover span { text-decoration: underline; }
.layer img.as-site-logo { flex: none; width: 1.65em !important; background: none; }
.as-site-name { font-size: own(item-size); line-height: 1.5; font-weight: 700; }
.as-kicker, .as-meta, .as-caption, .as-credits, .as-site-link, .as-notice, .as-tags, .as-views, .as-empty,
.as-foot-link, .as-counts, .as-author, .as-likes, .as-credit { font-size: var(--av-small); line-height: own(small-line-height); }
.as-meta, .as-caption, .as-credit, .as-credits, .as-site-link, .as-notice, .as-views, .as-empty, .as-counts, .as-likes,
.as-summary { color: var(--av-secondary); }
.as-kicker { display: block; margin-bottom: 8px !important; color: var(--av-accent); font-weight: 700; }
.layer article > .as-kicker:first-child, .layer article > .as-headline:first-child { padding-top: 20px; }
/* Nine Han fit a line. */
.as-headline { margin-bottom: own(headline-gap) !important; font-size: own(headline-size); font-size: min(own(headline-size), (100cqi - 2 * var(--av-edge)) / 9); line-height: own(headline-line-height); text-wrap: pretty; }
.layer .as-headline { font-weight: own(headline-weight); }
@container (min-width: 1024px) { .as-headline { font-size: own(headline-size, columns); line-height: own(headline-line-height, columns); } }
.layer article > :is(.as-kicker, .as-headline, .as-summary, .as-meta) { text-align: own(headline-align); }
.as-headline a { color: inherit; text-decoration: none; }
.as-headline a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
.layer article > .as-lead { margin-block: own(lead-gap) !important; }
/* What is set off has room below that adds to the next one's margin. */
.layer article > figure:not(.as-lead) { margin-top: 20px !important; padding-bottom: 8px; }
.as-summary { margin-bottom: own(headline-gap) !important; font-size: own(summary-size); line-height: calc(30 / 18); }
@container (max-width: 599px) {
  .layer article > .as-lead { margin-inline: calc(var(--av-edge) * own(lead-bleed) * -1); }
  .layer .as-lead img { border-radius: 0; }
  .as-lead figcaption { padding-inline: calc(var(--av-edge) * own(lead-bleed)); }
}
.layer p.as-body { margin-top: 16px; }
.layer :is(p.as-body, p.as-body + .slot:not(.full)) + p.as-body { margin-top: own(paragraph-gap); }
.layer article > p.as-body { --av-least: clamp(1em, (100cqi - 2 * var(--av-edge) - 13.9em) * 999, 6em); text-indent: min(own(body-indent), var(--av-least)); }
.layer.chinese article > p.as-body { text-indent: own(body-indent, han); text-indent: min(own(body-indent, han), var(--av-least)); }
.layer p.as-body, .layer p.as-quotation { text-align: own(body-align); }
figcaption { text-align: own(caption-align); }
/* With a dozen characters on a line justifying tears them apart. */
@container (min-width: 16em) { .layer:is(.chinese, :lang(ja)) :is(p.as-body, p.as-quotation, li > .as-body) { text-align: own(body-align, han); } .layer.chinese figcaption { text-align: own(caption-align, han); } }
.layer.chinese :is(p.as-body, p.as-body + .slot:not(.full)) + p.as-body { margin-top: own(paragraph-gap, han); }
.as-part-title, .as-subheading { font-size: own(title-size); font-size: min(own(title-size), (100cqi - 2 * var(--av-edge)) / 9); line-height: 1.4; font-weight: 700; }
.as-subheading { margin: 32px 0 -4px !important; }
.as-minor-heading { margin: 24px 0 -4px !important; font-weight: 700; line-height: calc(28 / 17); }
@container (min-width: 600px) { .as-minor-heading { line-height: calc(28 / 18); } }
.layer article > blockquote + .as-subheading { margin-top: 36px !important; }
.layer article > blockquote + :is(.as-minor-heading, hr) { margin-top: 28px !important; }
.layer article > blockquote + :is(blockquote, figure) { margin-top: 24px !important; }
.layer blockquote { margin: 20px 0 !important; padding-inline-start: 17px; border-inline-start: own(quote-line) solid var(--av-accent); }
.as-quotation { font-size: own(quote-size); }
@container (min-width: 600px) { .as-quotation { font-size: own(quote-size, wide); } }
.layer article > :is(ul, ol):not(.as-tags) { margin-top: 16px !important; padding: 0 0 4px; padding-inline-start: 2em; }
.layer article > ul:not(.as-tags) { list-style: disc; }
.layer article > ol { list-style: decimal; }
.layer article > :is(ul, ol):not(.as-tags) > li + li { margin-top: 6px; }
.layer li > .as-body { display: block; }
.layer article > :is(ul, ol) > li::marker { color: var(--av-secondary); }
.layer article > .slot.full { margin-block: 20px !important; }
.layer > .slot.full { margin-top: 24px !important; }
figcaption:not(.as-body) { display: flow-root; margin-top: 8px; font-size: var(--av-small); line-height: own(small-line-height); }
.as-credit { float: right; max-width: 100%; margin-inline-start: 1em !important; white-space: nowrap; }
[dir="rtl"] .as-credit { float: left; }
figcaption > .as-caption { display: inline; }
figcaption.as-credit { float: none; text-align: end; white-space: normal; }
.layer hr { margin-top: 24px !important; padding-bottom: 8px; border-top: 1px solid var(--av-line); }
.as-credits { margin-top: 24px; }
.layer ul.as-tags { display: flex; flex-wrap: wrap; column-gap: 8px; margin-top: 12px; font-size: var(--av-size); }
.layer ul.as-tags a { display: block; padding: 6px 0; text-decoration: none; }
.layer span.as-tags { display: block; padding: 5px 12px; background: var(--av-panel); border-radius: var(--av-radius); }
.layer li > span.as-tags { margin: 6px 0 !important; color: var(--av-secondary); }
.layer .as-lead img { aspect-ratio: own(lead-ratio) !important; }
.layer .slide img { aspect-ratio: own(carousel-ratio) !important; }
.as-video { display: grid; justify-items: center; align-items: center; min-height: 88px; background: var(--av-panel); }
.as-video > img, .as-video::before, .as-video::after { grid-area: 1 / 1; }
.as-video:empty { aspect-ratio: 16 / 9; }
.as-video::before, .as-video::after { content: ""; z-index: 1; width: 64px; height: 64px; border-radius: 50%; background: rgb(0 0 0 / .72); }
.as-video::after { border-radius: 0; background: #fff; clip-path: polygon(38% 30%, 38% 70%, 72% 50%); }
/* In the place of a picture that failed. */
.layer figcaption.as-body { padding: 24px 20px 0; background: var(--av-panel); text-align: center; }
.as-notice { display: block; padding: 12px 20px; background: var(--av-panel); text-align: center; }
.layer button > .as-notice { padding: 0; }
.as-notice + button { display: block; width: 100%; border: 0; background: var(--av-panel); color: var(--av-link); font-weight: 700; }
`;

/* Names, dates and credits are not parted, parts of the meta line and lists of names end lines. */
const held = `
.layer :is(p.as-meta, .as-credits, figcaption) { container-type: inline-size; }
` + `
${rooms.map((em) => `@container (min-width: ${em}em) { .layer [data-room="${em}"] { white-space: nowrap; } }`).join("\n")}
`;

const parts = `
.as-part-title { margin-bottom: 12px !important; }
.carousel { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; }
/* Beside the buttons, or where less than six characters would fit there, above them. */
.carousel > .heading { --av-room: 100% - 3 * var(--av-target) - 60px; flex: 1 1 min(100%, max(var(--av-room), (6em - (var(--av-room))) * 999)); }
.carousel > .clip { flex: 0 0 100%; }
/* The position stands between the arrows, as it is drawn. */
.carousel > [data-action="NextPhoto"], .carousel > [data-action="EnlargePhoto"] { order: 2; }
.carousel > .clip { order: 3; }
@supports (content: "" / "") {
  .carousel:has([data-action="PreviousPhoto"])::after {
    content: var(--position) / ""; order: 1; margin-bottom: 12px; font: 400 var(--av-small) / calc(22 / 14) var(--av-font);
    font-variant-numeric: tabular-nums; color: var(--av-secondary);
  }
}
.carousel > .heading, .carousel > button { margin-bottom: 12px !important; }
.carousel > button { display: grid; place-items: center; width: var(--av-target); padding: 0; border: 0; }
[data-action="PreviousPhoto"]::before, [data-action="NextPhoto"]::before {
  content: ""; width: 10px; height: 10px; border: solid; border-width: 2px 0 0 2px; transform: translateX(2px) rotate(-45deg);
}
[data-action="NextPhoto"]::before, [dir="rtl"] [data-action="PreviousPhoto"]::before { transform: translateX(-2px) rotate(135deg); }
[dir="rtl"] [data-action="NextPhoto"]::before { transform: translateX(2px) rotate(-45deg); }
[data-action="EnlargePhoto"]::after {
  content: ""; width: 14px; height: 14px; background: currentColor; forced-color-adjust: none;
  clip-path: polygon(45% 0, 100% 0, 100% 55%, 80% 35%, 35% 80%, 55% 100%, 0 100%, 0 45%, 20% 65%, 65% 20%);
}
/* In the picture's corner. */
.layer figure { display: flex; flex-direction: column; }
figure > [data-action="EnlargePhoto"] {
  display: grid; place-items: center; align-self: flex-end; width: var(--av-target); margin-top: calc(-1 * var(--av-target)); padding: 0; border: 0; color: #fff;
}
figure > [data-action="EnlargePhoto"]::before { content: ""; width: 32px; height: 32px; border-radius: 50%; background: rgb(0 0 0 / .72); }
figure > [data-action="EnlargePhoto"]::before, figure > [data-action="EnlargePhoto"]::after { grid-area: 1 / 1; }
.carousel > button[aria-disabled="true"] { color: var(--av-control); opacity: .5; }
.slide figcaption.as-body { padding: 24px; }
[role="tablist"] { border-bottom: 1px solid var(--av-line); }
[role="tablist"] .strip { display: flex; flex-wrap: wrap; column-gap: 24px; }
.layer [role="tab"] { display: grid; justify-content: start; margin-bottom: -1px !important; padding: 0; border: 0; border-radius: 0; color: var(--av-secondary); }
.layer [role="tab"] > .as-tab-label { display: grid; align-items: center; padding-top: own(tab-line); border: solid transparent; border-width: 0 0 own(tab-line); }
.layer [role="tab"][aria-selected="true"] { color: var(--av-text); }
.layer [aria-selected="true"] > .as-tab-label { border-color: var(--av-accent); }
.as-tab-label, .as-ranking-item, .as-remark { font-size: own(item-size); line-height: 1.5; }
[role="tabpanel"] > ol { counter-reset: rank; }
[role="tabpanel"] > ol > li {
  display: grid; grid-template-columns: 1.65em 1fr; align-content: start; min-height: max(48px, var(--av-target)); padding: own(item-padding) 0;
  border-bottom: 1px solid var(--av-line); counter-increment: rank;
}
[role="tabpanel"] > ol > li:nth-child(n + 100) { grid-template-columns: 2.4em 1fr; }
[role="tabpanel"] > ol > li::before {
  content: counter(rank); grid-row: 1 / span 2; font-size: own(item-size); line-height: 1.5;
  font-variant-numeric: tabular-nums; color: var(--av-secondary);
}
@supports (content: "" / "") { [role="tabpanel"] > ol > li::before { content: counter(rank) / ""; } }
[role="tabpanel"] > ol > li:nth-child(-n + 3)::before { font-weight: 700; color: var(--av-accent); }
[role="tabpanel"] > ol > li > * { grid-column: 2; min-width: 0; }
.layer [role="tabpanel"] > ol a { display: block; margin: calc(-1 * own(item-padding)) 0 !important; padding: own(item-padding) 0; color: inherit; text-decoration: none; }
.layer [role="tabpanel"] > ol .as-ranking-item { display: block; }
.layer [role="tabpanel"] > ol a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.as-foot-link { display: inline-flex; align-items: center; min-width: var(--av-target); min-height: var(--av-target); }
.layer a:has(> .as-foot-link), .layer a > .as-foot-link { text-decoration: none; }
.layer a:hover > .as-foot-link { text-decoration: underline; }
.as-empty { padding: 40px 0; text-align: center; }
.as-counts { display: block; margin-top: -8px; }
.as-comment {
  display: grid; grid-template-columns: 36px 1fr; column-gap: 12px; padding: 16px 0;
  border-bottom: 1px solid var(--av-line);
}
.as-comment::before { content: ""; width: 36px; height: 36px; border-radius: 50%; background: var(--av-panel); }
.as-comment::before, .layer img.as-avatar { grid-area: 1 / 1 / span 4; }
.as-comment > :not(img) { grid-column: 2; min-width: 0; }
.layer img.as-avatar { width: 36px !important; border-radius: 50%; }
.as-author { font-weight: 700; }
.as-remark { margin-top: 4px; line-height: 1.625; }
.as-likes { margin-top: 4px; }
`;

const circumstances = `
@media (prefers-contrast: more) { .layer a { text-decoration-thickness: 2px; } }
@media (prefers-reduced-motion: no-preference) {
  .layer [role="tab"], .layer .as-tab-label { transition: color .2s, border-color .2s; }
}
@media (forced-colors: active) {
  .layer [aria-selected="true"] > .as-tab-label { border-color: Highlight; }
  .layer [aria-selected="false"] > .as-tab-label { border-color: Canvas; }
  .layer [aria-disabled="true"] { color: GrayText; opacity: 1; }
  figure > [data-action="EnlargePhoto"]::before { forced-color-adjust: none; background: ButtonFace; outline: 1px solid ButtonText; }
  .layer [data-action="EnlargePhoto"]::after { background: ButtonText; }
  .as-video::before { forced-color-adjust: none; background: ButtonFace; outline: 2px solid ButtonText; }
  .as-video::after { forced-color-adjust: none; background: ButtonText; }
  .as-comment::before, .layer span.as-tags { border: 1px solid; }
}
@media print {
  .content { background: none; container-type: normal; }
  .layer {
    --av-edge: 0px; --av-paper: light(paper); --av-panel: light(panel); --av-text: light(text); --av-secondary: light(secondary);
    --av-line: #c8cbcf; --av-control: light(control); --av-accent: light(accent); --av-link: light(link);
    max-width: none; padding: 0; --av-size: 11pt;
  }
  .layer [hidden] { display: block !important; content-visibility: visible !important; }
  .layer :is(button, [role="tablist"]), .carousel::after { display: none !important; }
  .carousel { display: block; }
  .carousel .strip { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
  [role="tabpanel"]::before { content: attr(data-label); display: block; margin: 16px 0 4px; font-weight: 700; break-after: avoid; }
  .layer :is(figure, li, blockquote, .as-comment) { break-inside: avoid; }
  .layer .heading { break-after: avoid; }
  .layer p { orphans: 2; widows: 2; }
  .as-video { background: none; }
  .layer article > figure img { width: auto !important; max-width: 100%; max-height: min(11cm, 75vh); margin: 0 auto; }
}
`;

export const flow = unplaced + column + card + held + parts + circumstances;
