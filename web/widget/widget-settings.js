import roles from "../../assets/themes/roles.json" with { type: "json" };
import { Part } from "../core/semantic-tree.js";
import { writeOwn } from "../layer/own-values.js";
import { toCss } from "./style-properties.js";

/**
 * What the core and the layer are told of how a widget is to look.
 *
 * @typedef {import("./style-properties.js").Style} Style
 * @typedef {Pick<import("./placement.js").Placement, "width" | "ratio">} Place
 */

/**
 * @param {import("./host.js").Host} host @param {Style} style
 * @param {Place} place @param {boolean} flow whether HTML shows it
 * @param {Record<string, string>} words in the document's language, where they are a file's
 * @returns {import("../core/core-viewer.js").Settings}
 */
export function coreSettings(host, style, place, flow, words) {
  const options = host.options();
  return {
    ...style,
    leastSize: style.textScale.least,
    // In flow nothing moves: a photo is changed at once.
    reducedMotion: style.reducedMotion || flow,
    autoplay: (options.autoplay ?? 0) * 1000,
    width: place.width,
    ratio: place.ratio,
    headingLevel: options.headingLevel,
    parts: options.parts.map((part) => Part[part]),
    pageLanguage: host.language(),
    pageUrl: document.URL.replace(/#.*/, ""),
    words: { ...words, ...host.ownWords() },
  };
}

/**
 * Writes what style sheets of the layer read.
 * @param {CSSStyleDeclaration} css @param {number[]} palette the core's @param {Style} style
 */
export function writeColors(css, palette, style) {
  roles.forEach((name, i) => css.setProperty(`--av-${name}`, toCss(palette[i])));
  writeOwn(css, style.own);
  css.setProperty("--av-grown", style.large ? `${style.fontSize / style.textScale.size}px` : "initial");
  css.setProperty("--av-radius", `${style.radius}px`);
  // Some apps zoom text by the page's own; what stops a phone's browser from it is not the reader's wish.
  css.setProperty("--av-text-size-adjust", /^(none|100%|)$/.test(style.textSizeAdjust) ? "auto" : style.textSizeAdjust);
}

/**
 * What the layer shows of the document as a whole.
 * @param {import("../core/core.js").Core} core @param {import("../core/core-viewer.js").CoreViewer} viewer
 * @param {Pick<import("../layer/semantic-layer.js").SemanticLayer, "describe" | "refit">} layer
 * @param {CSSStyleDeclaration} css
 * @param {import("../core/core-viewer.js").Loaded} loaded
 * @param {string} linkTarget @param {Style} style
 */
export function describe(core, viewer, layer, css, loaded, linkTarget, style) {
  const word = (/** @type {string} */ key) => viewer.word(key).text;
  layer.describe(loaded, { carousel: word("carousel"), slide: word("slide") }, linkTarget, style.font, style.headlineFont);
  const font = style.font || core.defaultFamily(loaded.language);
  css.setProperty("--av-font", font);
  css.setProperty("--av-headline-font", style.headlineFont || font);
  layer.refit();
}
