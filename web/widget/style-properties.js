import { pixels, readOwn, rowOf } from "../layer/own-values.js";
import palettes from "../../assets/themes/contrasting.json" with { type: "json" };
import { asWritten, readText } from "../layer/text-scale.js";

/**
 * The element's style as the page set it: CSS custom properties, colour
 * scheme, sizes. A hidden probe in the shadow root inherits them, resolves
 * colours and lengths, and tells by `transitionrun` that one changed.
 *
 * @typedef {{dark: boolean, palette: number[], fontSize: number, lineHeight: number,
 *   radius: number, own: number[], font: string, headlineFont: string, reducedMotion: boolean, large?: boolean,
 *   textScale: import("../layer/text-scale.js").TextScale, textSizeAdjust: string}} Style `fontSize`: as it is used;
 *   `textSizeAdjust`: the page's
 */

/** Marks a colour that the page left to the theme. */
const themeColor = 0xffffffff;

/** Longhand of the probe for each colour of the palette. */
const colors = /** @type {const} */ ([
  ["background", "backgroundColor"], ["panel", "caretColor"], ["text", "borderTopColor"],
  ["muted", "borderRightColor"], ["line", "borderBottomColor"], ["control", "textDecorationColor"], ["accent", "outlineColor"],
  ["link", "borderLeftColor"],
]);

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
export const moreContrast = matchMedia("(prefers-contrast: more)");

/** The theme's colours for a reader who asks for more contrast, in the palette's order: light, dark. */
const contrasting = palettes.map((palette) => palette.map(Number));

/**
 * @param {HTMLElement} probe @param {boolean} dark @param {(color: string) => any} colorOf what is made of a computed colour
 * @returns {Style} as it will be: a transition that has just begun still has the values from before
 */
export function readStyle(probe, dark, colorOf) {
  const { style: own } = probe;
  own.transition = "none";
  own.colorScheme = dark ? "dark" : "light";  // `light-dark()` and the system's colours are the theme's
  const style = { ...readComputed(probe, dark, colorOf), ...readText(probe) };
  own.colorScheme = "";
  void getComputedStyle(probe).color;
  own.transition = "";
  return style;
}

/**
 * What is known before there is a probe: no colour, and of lengths those that need nothing to be told.
 * @param {Element} element the host @param {boolean} dark @returns {Style}
 */
export const readStyleAhead = (element, dark) => readComputed(element, dark, null);

/** @param {Element} element @param {boolean} dark @param {((color: string) => any) | null} colorOf @returns {Style} */
function readComputed(element, dark, colorOf) {
  const computed = getComputedStyle(element);
  const own = (/** @type {string} */ name) =>
    computed.getPropertyValue(`--article-viewer-${name}`).trim();
  const fontSize = pixels(own("font-size") || "1.0625rem") || 17;
  const values = readOwn(own, fontSize);
  const [radius, lineHeight] = [values[rowOf("radius")], values[rowOf("line-height")]];
  return {
    dark,
    palette: colors.map(([name, property], i) => colorOf && own(name) ? colorOf(computed[property])
      : moreContrast.matches ? contrasting[Number(dark)][i] : themeColor),
    fontSize,
    textScale: asWritten,
    textSizeAdjust: computed.getPropertyValue("text-size-adjust") || computed.getPropertyValue("-webkit-text-size-adjust"),
    lineHeight: Math.max(0, lineHeight),
    radius: radius >= 0 ? radius : 2,
    own: values,
    font: own("font"),
    headlineFont: own("headline-font"),
    reducedMotion: reducedMotion.matches,
  };
}

/**
 * The style for readers who need it larger, as MIIT's rules for elderly users have it: text half as large again and
 * 18 px at least, its lines 1.6 apart and its paragraphs 1.3 lines, targets of 60 px, contrast of 7:1.
 * @param {Style} style @returns {Style}
 */
export function largePrint(style) {
  const fontSize = Math.max(18, style.fontSize * 1.5);
  const lineHeight = Math.max(1.6, style.lineHeight);
  const own = [...style.own];
  const atLeast = (/** @type {string} */ name, /** @type {number} */ value) => {
    const row = rowOf(name);
    own[row] = Math.max(own[row], value);
  };
  atLeast("line-height", lineHeight);
  const body = Math.max(17, own[rowOf("wide-font-size")] < 0 ? 18 : own[rowOf("wide-font-size")]);
  atLeast("paragraph-gap", 1.3 * lineHeight * body);
  atLeast("target-size", Math.max(44, 60 * 17 / fontSize));
  const palette = style.palette.map((color, i) => color === themeColor && i > 5 ? contrasting[Number(style.dark)][i] : color);
  return { ...style, fontSize, lineHeight, own, palette, large: true };
}

/** @param {number | string} color 0xTTRRGGBB, or as CSS has it already */
export const toCss = (color) => typeof color === "string" ? color : `#${(color & 0xffffff).toString(16).padStart(6, "0")}` +
  (color >>> 24 ? (255 - (color >>> 24)).toString(16).padStart(2, "0") : "");
