import fonts from "../../assets/languages/fonts.json" with { type: "json" };
import { flow } from "./flow-styles.js";

/**
 * The style sheet of prerendered content (src/prerender/html.cpp), `article-viewer-prerendered.css`: that of the
 * article in flow (flow-styles.js) under the classes that the content has, in the page's own tree, where the page's
 * rules for elements do not reach it. Where scripts run it stands as the widget will: one photo of the gallery, one
 * panel of tabs, two columns where there is room.
 */

const root = ".article-viewer-prerendered";

/** What is there only with a script, or only placed. */
const without = /button|data-action|role="tab|\[hidden\]|\.slot|\.strip|\.clip|\.slide\b|\.node|\.whole|\.missing|layer span:not|\.layer :is\(i|aria-disabled|carousel::after/;

/** By what stands in the layer. @type {[RegExp, string][]} */
const renamed = [
  [/\.layer\[dir="rtl"\]/g, `${root}[dir="rtl"] .av-page`],
  [/\.layer\.chinese/g, ".av-page.av-chinese"],
  [/\.content/g, root],
  [/\.layer/g, ".av-page"],
  [/\.as-author/g, ".av-commenter"],
  [/\.as-/g, ".av-"],
  [/\.carousel > \.heading/g, ".av-gallery > .av-part-title"],
  [/\.heading/g, ".av-page :is(h1, h2, h3, h4, h5, h6)"],
  [/\.carousel/g, ".av-gallery"],
];

/** Slots are not there, and what is a node stands in the page. @type {[RegExp, string][]} */
const simpler = [
  [/:not\(article, \.slot\)/g, ":not(article)"],
  [/:is\(p\.as-body, p\.as-body \+ \.slot:not\(\.full\)\)/g, "p.as-body"],
  [/(?<!\w)\.node(:not\(\.slot\))?/g, "*"],
  [/\[role="tabpanel"\]/g, ".av-tab-panel"],
];

/** @param {string} list @returns {string[]} its selectors */
function selectorsOf(list) {
  const found = [""];
  let depth = 0;
  for (const letter of list) {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((selector) => selector.trim());
}

/** @param {string} selector @returns {string} of the content, "" where nothing of it can match */
function selectorOf(selector) {
  const replaced = (/** @type {[RegExp, string][]} */ pairs, /** @type {string} */ text) =>
    pairs.reduce((now, [from, to]) => now.replace(from, to), text);
  const simple = replaced(simpler, selector);
  if (without.test(simple)) return "";
  const own = replaced(renamed, simple);
  return own.startsWith(root) ? own : `${root} ${own}`;
}

/** @param {string} css rules and at-rules that hold rules @returns {string} */
function rulesOf(css) {
  let out = "";
  let rest = css;
  for (let at = rest.indexOf("{"); at >= 0; at = rest.indexOf("{")) {
    const prelude = rest.slice(0, at).trim();
    let end = at + 1;
    for (let depth = 1; depth > 0; ++end) depth += rest[end] === "{" ? 1 : rest[end] === "}" ? -1 : 0;
    const body = rest.slice(at + 1, end - 1);
    rest = rest.slice(end);
    if (prelude.startsWith("@")) {
      const rules = rulesOf(body);
      if (rules) out += `${prelude} {\n${rules}}\n`;
      continue;
    }
    const selectors = selectorsOf(prelude).map(selectorOf).filter((selector) => selector);
    if (selectors.length) out += `${selectors.join(", ")} {${body}}\n`;
  }
  return out;
}

const [other, mainland, taiwan, hongKong, japan, korea, arabic, hebrew] = fonts;
/** Of whom a language is, the later one where several are. @type {[string, string][]} */
const families = [
  ["zh, yue, wuu, nan, hak, gan", mainland],
  ["zh-Hant, zh-TW", taiwan],
  ["zh-HK, zh-MO, zh-Hant-HK, zh-Hant-MO, yue", hongKong],
  ["ja", japan],
  ["ko", korea],
  ["ar, fa, ur, ps, ug, sd, ckb", arabic],
  ["he, yi", hebrew],
];

/** Colours, and what a page sets them by. */
const colors = { paper: "background", panel: "panel", text: "text", secondary: "muted", line: "line", control: "control", accent: "accent", link: "link" };

/** @param {"light" | "dark" | "clear-light" | "clear-dark"} theme @returns {string} declarations, whose colours the build puts in */
const palette = (theme) => Object.entries(colors).map(([name, own]) =>
  `--av-${name}: var(--article-viewer-${own}, ${theme}(${name}));`).join(" ");

const page = `${root} .av-page`;
/** For readers who need it larger. */
const large = `article-viewer[size="large" i] > ${root}`;
/** @param {"light" | "dark"} theme @returns {string} declarations, of more contrast */
const clear = (theme) => ["accent", "link"].map((name) => `--av-${name}: var(--article-viewer-${name}, clear-${theme}(${name}));`).join(" ");
/** Of a panel: where scripts run it stands for its tab. */
const heading = ":is(h2, h3, h4, h5, h6)";

const base = `
:where(article-viewer:not([hidden])) { display: block; }
${root} {
  all: initial; display: block; visibility: inherit; pointer-events: inherit; text-align: start;
  --av-font: var(--article-viewer-font, ${other}); --av-headline-font: var(--article-viewer-headline-font, var(--av-font));
  --av-radius: var(--article-viewer-radius, 2px); --av-line-height: var(--article-viewer-line-height, initial);
  ${palette("light")}
  font-family: var(--av-font); color: var(--av-text);
  text-size-adjust: 100%; -webkit-text-size-adjust: 100%;
}
${families.map(([languages, family]) => `${root}:is(${languages.split(", ").map((tag) => `:lang(${tag})`).join(", ")}) { --av-font: var(--article-viewer-font, ${family}); }`).join("\n")}
@media (prefers-color-scheme: dark) { article-viewer:not([theme="light" i]) > ${root} { color-scheme: dark; ${palette("dark")} } }
article-viewer[theme="dark" i] > ${root} { color-scheme: dark; ${palette("dark")} }
@media (prefers-contrast: more) { ${root} { ${palette("clear-light")} } article-viewer[theme="dark" i] > ${root} { ${palette("clear-dark")} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { article-viewer:not([theme="light" i]) > ${root} { ${palette("clear-dark")} } }
/* As largePrint in style-properties.js has it. */
${large} {
  --av-grown: max(18px, 1.5 * var(--article-viewer-font-size, 1.0625rem)); --av-line-height: max(1.6, var(--article-viewer-line-height, 1.6));
  ${clear("light")}
}
${large} > .av-page { --article-viewer-paragraph-gap: calc(37.44 * var(--av-px)); --article-viewer-target-size: max(60px, calc(44 * var(--av-px))); }
@media (prefers-color-scheme: dark) { article-viewer:not([theme="light" i]):is([size="large" i]) > ${root} { ${clear("dark")} } }
article-viewer[theme="dark" i]:is([size="large" i]) > ${root} { ${clear("dark")} }
/* Where an em of the page's is not the body text's. */
@property --av-headline-gap { syntax: "<length>"; inherits: true; initial-value: 12px; }
${page} { font-size: var(--av-body); --av-headline-gap: var(--article-viewer-headline-gap, calc(12 * var(--av-px))); }
/* Rules of the page for elements and for all end here; an img keeps the sizes of its attributes. */
${root} :where(:not(img, source)) { all: revert; }
${root} :where(:not(strong, em)) { font: inherit; }
${root} :where(*) { box-sizing: border-box; margin: 0; padding: 0; border: 0; }
${page} { position: relative; text-autospace: normal; text-spacing-trim: normal; }
${root} strong, ${root} :is(${["kicker", "headline", "subheading", "minor-heading", "site-name", "part-title", "commenter"].map((look) => `.av-${look}`).join(", ")}) { font-weight: 700; }
${root} em { font-style: italic; }
${root} em:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(he), :lang(ur)) { font-style: normal; font-weight: 700; }
${root} .av-headline { font-family: var(--av-headline-font); }
${root} :is(ul, ol) { list-style: none; }
${root} a { cursor: pointer; }
${root} :focus-visible { outline: 2px solid var(--av-link); outline-offset: 2px; }
${root} .av-tab-panel > ${heading} { font-weight: 700; margin-top: 16px; }
`;

/** As it is drawn (src/layout/), by the names of composer.h's measures. */
const asWidget = `
@media (scripting: enabled) {
  ${page} { --av-gutter: var(--av-edge); padding-inline: var(--av-gutter); }
  @container (min-width: 600px) { ${page}, ${page}.av-chinese { --av-gutter: max(var(--av-edge), (100cqi - own(measure)) / 2); max-width: none; } }
  /* A Chinese line is of whole characters; the spare pixels lie beside it. */
  @supports (width: round(down, 1px, 1px)) {
    /* Its lines are of whole pixels. */
    ${page} .av-quotation { line-height: round(1em * var(--av-line-height, var(--av-leading)), 1px); }
    @container (max-width: 1023.9px) {
      ${page}.av-chinese .av-quotation { max-width: round(down, 100% + .01px, 1em); }
      ${page}.av-chinese { --av-gutter: calc((100cqi - round(down, min(100cqi - 2 * var(--av-edge), own(measure, han)) + .01px, var(--av-body))) / 2); max-width: none; }
    }
  }
  @container (max-width: 1023.9px) { ${root} .av-headline { font-size: min(own(headline-size), (100cqi - 2 * var(--av-gutter)) / 9); } }
  ${root} .av-video img { aspect-ratio: 16 / 9; }

  ${page} article > figure:not(.av-lead) > img { max-height: calc(1.25 * (100cqi - 2 * var(--av-gutter))); object-fit: contain; }
  ${page} article > figure:not(.av-lead) > img:not([width]) { aspect-ratio: 3 / 2; }
  @container (max-width: 599.9px) {
    ${page} article > .av-lead { margin-inline: calc(var(--av-gutter) * own(lead-bleed) * -1); }
    ${root} .av-lead figcaption { padding-inline: calc(var(--av-gutter) * own(lead-bleed)); }
    ${root} .av-gallery:has(figure + figure) > .av-part-title { padding-inline-end: calc(140 * var(--av-px)); }
  }

  ${root} .av-slides {
    display: flex; column-gap: own(carousel-gap); flex: 0 0 calc(100% + 2 * var(--av-gutter)); margin-inline: calc(-1 * var(--av-gutter));
    overflow-x: auto; overscroll-behavior-x: contain; scroll-snap-type: x mandatory; scrollbar-width: none;
    padding-inline: var(--av-gutter); scroll-padding-inline: var(--av-gutter);
  }
  ${root} .av-slides::-webkit-scrollbar { display: none; }
  ${root} .av-slides > figure { flex: 0 0 calc(100cqi - var(--av-gutter) - own(carousel-gap) - own(carousel-peek)); scroll-snap-align: start; }
  ${root} .av-slides > figure:only-child { flex-basis: 100%; }
  ${root} .av-slides img { aspect-ratio: own(carousel-ratio); }
  ${root} .av-slides .av-tall { object-fit: contain; }
  ${root} .av-slides > figure > figcaption.av-body { display: grid; align-content: center; aspect-ratio: own(carousel-ratio); padding: 8px 24px; }
  @container (min-width: 600px) {
    ${root} .av-slides { flex-basis: 100%; margin: 0; padding: 0; scroll-padding: 0; }
    ${root} .av-slides > figure { flex-basis: 100%; }
    /* Room for the dots. */
    ${root} .av-slides:has(> figure:nth-child(2)):not(:has(> figure:nth-child(9))) .av-caption { margin-top: calc(28 * var(--av-px)); }
  }

  ${root} :is(.av-rankings, .av-comments) { display: flex; flex-wrap: wrap; column-gap: calc(24 * var(--av-px)); }
  ${root} :is(.av-rankings, .av-comments, .av-tab-panel) > * { order: 2; flex: 0 0 100%; min-width: 0; }
  ${root} :is(.av-part-title, .av-counts) { order: 0 !important; }
  ${root} .av-tab-panel { display: contents; }
  ${root} .av-tab-panel > ${heading} {
    order: 1; flex: none; min-width: var(--av-target); height: var(--av-target); margin: 0; padding-top: calc((var(--av-target) - 1.5 * own(item-size)) / 2);
    font-size: own(item-size); line-height: 1.5; font-weight: 400; color: var(--av-secondary); white-space: nowrap;
  }
  ${root} .av-selected > ${heading} { display: grid; grid-template: auto 1fr / max-content; font-weight: 700; color: var(--av-text); }
  ${root} .av-selected > ${heading}::after { content: ""; align-self: end; height: own(tab-line); background-color: var(--av-accent); }
  ${root} .av-selected > ${heading} + * { margin-top: -1px; border-top: 1px solid var(--av-line); }
  ${root} .av-tab-panel:not(.av-selected) > :not(h2, h3, h4, h5, h6) { display: none; }
  ${root} :is(.av-rankings, .av-comments, .av-tab-panel) > a { display: flex; }
  ${root} .av-likes { padding-inline-start: calc(22 * var(--av-px)); }

  @container (min-width: 1024px) {
    ${page}:not(.av-columns) > article ~ .av-gallery { margin-inline: calc((own(aside-width) + own(column-gap)) / -2); }
    ${page}.av-columns {
      display: grid; grid-template: auto auto 1fr auto / own(measure) own(aside-width); column-gap: own(column-gap);
      justify-content: center; padding-inline: 0;
    }
    ${page}.av-columns > article { grid-area: 1 / 1 / 4; min-width: 0; }
    ${page}.av-columns nav { margin-inline-end: calc(-1 * (own(aside-width) + own(column-gap))); }
    ${page}.av-columns > :is(.av-gallery, .av-rankings) { grid-column: 2; align-content: start; }
    ${page}.av-columns > article + :is(section, aside) { margin-top: 0; padding-top: calc(68 * var(--av-px)); border: 0; }
    ${page}.av-columns > .av-comments { grid-area: 4 / 1; }
    /* There the arrows stand beside the title, too. */
    ${page}.av-columns > .av-gallery:has(figure + figure) > .av-part-title { padding-inline-end: calc(140 * var(--av-px)); }
    ${page}.av-columns > .av-gallery > .av-slides:nth-child(n) > figure > figcaption { margin-top: 8px; }
  }
}
`;

// The page's values stand in it as they are: of `background` they could be pictures.
export const prerendered = base + rulesOf(flow.slice(flow.indexOf(".content {")).replace(/\/\*[^]*?\*\//g, "")
  .replaceAll("background: var(", "background-color: var(")) + asWidget;
