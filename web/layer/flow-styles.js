/**
 * The article in flow: how the layer looks where it shows itself, in print, in
 * forced colours and as the plain view. The drawing's numbers (box.h's looks)
 * in lengths that grow with the text; 1em is body text on a phone, 17 px.
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
  --av-edge: 20px; --av-leading: calc(30 / 17);
  box-sizing: border-box; max-width: calc(36 * var(--av-size) + 2 * var(--av-edge)); margin: 0 auto;
  padding: 0 var(--av-edge) 32px;
  --av-size: var(--article-viewer-font-size, 1.0625rem);
}
:where(.layer, .layer > article) > :where(:not(article, .slot)) {
  font-size: var(--av-size); line-height: var(--av-line-height, var(--av-leading));
  text-size-adjust: var(--av-text-size-adjust, auto); -webkit-text-size-adjust: var(--av-text-size-adjust, auto);
  text-autospace: normal; text-spacing-trim: normal;
  overflow-wrap: break-word;
}
.layer[dir="rtl"] { --av-leading: calc(34 / 18); }
.layer.chinese { max-width: calc(38 * var(--av-size) + 2 * var(--av-edge)); }
@container (max-width: 359px) { .layer { --av-edge: 16px; } }
@container (min-width: 600px) {
  .layer { --av-edge: 24px; --av-leading: calc(32 / 18); }
  .as-body, .as-minor-heading { font-size: calc(18 / 17 * var(--av-size)); }
}
@container (min-width: 1000px) { .layer { --av-edge: 32px; } }
.layer > .node:not(.slot) ~ .node:not(.slot) { margin-top: 40px; padding-top: 24px; border-top: 1px solid var(--av-line); }
.layer > :first-child:not(article) { padding-top: 24px; }
.layer a { color: var(--av-link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.layer button {
  min-width: 44px; min-height: 44px; padding: 0 16px; border: 1px solid var(--av-control);
  border-radius: var(--av-radius); text-align: center;
}
.layer img { display: block; position: static; width: 100% !important; height: auto !important; object-fit: cover; background: var(--av-panel); border-radius: var(--av-radius); }
.layer img.whole { object-fit: contain; }
.layer img.missing { display: none; }
`;

const card = `
.layer nav {
  display: flex; flex-wrap: wrap; align-items: center; column-gap: 16px; min-height: 44px;
  margin-bottom: 24px !important; border-bottom: 1px solid var(--av-line);
}
.layer nav > :first-child { margin-inline-end: auto; }
.layer nav > .node { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-width: 44px; min-height: 44px; }
.layer nav a { color: inherit; text-decoration: none; }
.layer nav a:hover span { text-decoration: underline; }
.layer img.as-site-logo { flex: none; width: 1.65em !important; background: none; }
.as-site-name { font-size: calc(16 / 17 * var(--av-size)); line-height: 1.5; font-weight: 700; }
.as-kicker, .as-meta, .as-caption, .as-credits, .as-site-link, .as-notice, .as-tags, .as-views, .as-empty,
.as-foot-link, .as-counts, .as-author, .as-likes { font-size: calc(14 / 17 * var(--av-size)); line-height: calc(22 / 14); }
.as-meta, .as-caption, .as-credits, .as-site-link, .as-notice, .as-views, .as-empty, .as-counts, .as-likes,
.as-summary { color: var(--av-secondary); }
.as-kicker { display: block; margin-bottom: 8px !important; color: var(--av-accent); font-weight: 700; }
.layer article > .as-kicker:first-child, .layer article > .as-headline:first-child { padding-top: 20px; }
.as-headline { margin-bottom: 12px !important; font-size: calc(26 / 17 * var(--av-size)); line-height: calc(36 / 26); font-weight: 700; text-wrap: pretty; }
@container (min-width: 1024px) { .as-headline { font-size: calc(2 * var(--av-size)); line-height: calc(46 / 34); } }
.as-headline a { color: inherit; text-decoration: none; }
.as-headline a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
.layer article > .as-lead { margin-block: 20px !important; }
/* What is set off has room below that adds to the next one's margin. */
.layer article > figure:not(.as-lead) { margin-top: 20px !important; padding-bottom: 8px; }
.as-summary { margin-bottom: 12px !important; font-size: calc(18 / 17 * var(--av-size)); line-height: calc(30 / 18); }
@container (max-width: 599px) {
  .layer article > .as-lead { margin-inline: calc(-1 * var(--av-edge)); }
  .layer .as-lead img { border-radius: 0; }
  .as-lead figcaption { padding-inline: var(--av-edge); }
}
.layer p.as-body { margin-top: 16px; }
.layer :is(p.as-body, p.as-body + .slot:not(.full)) + p.as-body { margin-top: calc(12 / 17 * var(--av-size)); }
.layer.chinese article > p.as-body { text-indent: 2em; }
/* With a dozen characters on a line justifying tears them apart. */
@container (min-width: 16em) { .layer.chinese p.as-body { text-align: justify; } }
.layer.chinese :is(p.as-body, p.as-body + .slot:not(.full)) + p.as-body { margin-top: 0; }
.as-part-title, .as-subheading { font-size: calc(20 / 17 * var(--av-size)); line-height: 1.4; font-weight: 700; }
.as-subheading { margin: 32px 0 -4px !important; }
.as-minor-heading { margin: 24px 0 -4px !important; font-weight: 700; line-height: calc(28 / 17); }
@container (min-width: 600px) { .as-minor-heading { line-height: calc(28 / 18); } }
.layer article > blockquote + .as-subheading { margin-top: 36px !important; }
.layer article > blockquote + :is(.as-minor-heading, hr) { margin-top: 28px !important; }
.layer article > blockquote + :is(blockquote, figure) { margin-top: 24px !important; }
.layer blockquote { margin: 20px 0 !important; padding-inline-start: 17px; border-inline-start: 3px solid var(--av-line); color: var(--av-secondary); }
.layer blockquote p.as-body { margin: 0; }
.layer article > :is(ul, ol):not(.as-tags) { margin-top: 16px !important; padding: 0 0 4px; padding-inline-start: 2em; }
.layer article > ul:not(.as-tags) { list-style: disc; }
.layer article > ol { list-style: decimal; }
.layer article > :is(ul, ol):not(.as-tags) > li + li { margin-top: 6px; }
.layer li > .as-body { display: block; }
.layer article > :is(ul, ol) > li::marker { color: var(--av-secondary); }
.layer article > .slot.full { margin-block: 20px !important; }
.layer > .slot.full { margin-top: 24px !important; }
.as-caption { margin-top: 8px; }
.layer hr { margin-top: 24px !important; padding-bottom: 8px; border-top: 1px solid var(--av-line); }
.as-credits { margin-top: 24px; }
.layer ul.as-tags { display: flex; flex-wrap: wrap; column-gap: 8px; margin-top: 12px; font-size: var(--av-size); }
.layer ul.as-tags a { display: block; padding: 6px 0; text-decoration: none; }
.layer span.as-tags { display: block; padding: 5px 12px; background: var(--av-panel); border-radius: var(--av-radius); }
.layer li > span.as-tags { margin: 6px 0 !important; color: var(--av-secondary); }
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

const parts = `
.as-part-title { margin-bottom: 12px !important; }
.carousel { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; }
.carousel > .heading { flex: 1 1 6em; }
.carousel > .clip { flex: 0 0 100%; }
/* The position stands between the arrows, as it is drawn. */
.carousel > [data-action="NextPhoto"], .carousel > [data-action="EnlargePhoto"] { order: 2; }
.carousel > .clip { order: 3; }
@supports (content: "" / "") {
  .carousel:has([data-action="PreviousPhoto"])::after {
    content: var(--position) / ""; order: 1; margin-bottom: 12px; font: 400 calc(14 / 17 * var(--av-size)) / calc(22 / 14) var(--av-font);
    font-variant-numeric: tabular-nums; color: var(--av-secondary);
  }
}
.carousel > .heading, .carousel > button { margin-bottom: 12px !important; }
.carousel > button { display: grid; place-items: center; width: 44px; padding: 0; border: 0; }
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
  display: grid; place-items: center; align-self: flex-end; width: 44px; margin-top: -44px; padding: 0; border: 0; color: #fff;
}
figure > [data-action="EnlargePhoto"]::before { content: ""; width: 32px; height: 32px; border-radius: 50%; background: rgb(0 0 0 / .72); }
figure > [data-action="EnlargePhoto"]::before, figure > [data-action="EnlargePhoto"]::after { grid-area: 1 / 1; }
.carousel > button[aria-disabled="true"] { color: var(--av-control); opacity: .5; }
.slide figcaption.as-body { padding: 24px; }
[role="tablist"] { border-bottom: 1px solid var(--av-line); }
[role="tablist"] .strip { display: flex; flex-wrap: wrap; column-gap: 24px; }
.layer [role="tab"] { margin-bottom: -1px !important; padding: 3px 0 0; border: solid transparent; border-width: 0 0 3px; border-radius: 0; color: var(--av-secondary); }
.layer [role="tab"][aria-selected="true"] { border-bottom-color: var(--av-accent); color: var(--av-text); }
.as-tab-label, .as-ranking-item, .as-remark { font-size: calc(16 / 17 * var(--av-size)); line-height: 1.5; }
[role="tabpanel"] > ol { counter-reset: rank; }
[role="tabpanel"] > ol > li {
  display: grid; grid-template-columns: 1.65em 1fr; align-content: start; min-height: 48px; padding: 12px 0;
  border-bottom: 1px solid var(--av-line); counter-increment: rank;
}
[role="tabpanel"] > ol > li:nth-child(n + 100) { grid-template-columns: 2.4em 1fr; }
[role="tabpanel"] > ol > li::before {
  content: counter(rank); grid-row: 1 / span 2; font-size: calc(16 / 17 * var(--av-size)); line-height: 1.5;
  font-variant-numeric: tabular-nums; color: var(--av-secondary);
}
@supports (content: "" / "") { [role="tabpanel"] > ol > li::before { content: counter(rank) / ""; } }
[role="tabpanel"] > ol > li:nth-child(-n + 3)::before { font-weight: 700; color: var(--av-accent); }
[role="tabpanel"] > ol > li > * { grid-column: 2; min-width: 0; }
.layer [role="tabpanel"] > ol a { display: block; margin: -12px 0 !important; padding: 12px 0; color: inherit; text-decoration: none; }
.layer [role="tabpanel"] > ol .as-ranking-item { display: block; }
.layer [role="tabpanel"] > ol a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.as-foot-link { display: inline-flex; align-items: center; min-width: 44px; min-height: 44px; }
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
@media (prefers-contrast: more) {
  .layer { --av-secondary: var(--av-text); --av-line: var(--av-control); --av-control: var(--av-text); }
  .layer a { text-decoration-thickness: 2px; }
}
@media (prefers-reduced-motion: no-preference) {
  .layer [role="tab"] { transition: color .2s, border-color .2s; }
}
@media (forced-colors: active) {
  .layer [role="tab"][aria-selected="true"] { border-bottom-color: Highlight; }
  .layer [role="tab"][aria-selected="false"] { border-color: Canvas; }
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
  .layer article > figure img { width: auto !important; max-width: 100%; max-height: 11cm; margin: 0 auto; }
}
`;

export const flow = unplaced + column + card + parts + circumstances;
