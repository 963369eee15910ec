import palettes from "../../assets/themes/contrasting.json" with { type: "json" };
import { asWritten, readText } from "../layer/text-scale.js";

/**
 * The element's style as the page set it: CSS custom properties, colour
 * scheme, sizes. A hidden probe in the shadow root inherits them, resolves
 * colours and lengths, and tells by `transitionrun` that one changed.
 *
 * @typedef {{dark: boolean, palette: number[], fontSize: number, lineHeight: number,
 *   radius: number, font: string, headlineFont: string, reducedMotion: boolean, textScale: import("../layer/text-scale.js").TextScale,
 *   textSizeAdjust: string}} Style `fontSize`: as it is used; `textSizeAdjust`: the page's
 */

/** Marks a colour that the page left to the theme. */
const themeColor = 0xffffffff;

/** Longhand of the probe for each colour of the palette; null: always the theme's. */
const colors = /** @type {const} */ ([
  ["background", "backgroundColor"], [null, ""], ["text", "borderTopColor"],
  ["muted", "borderRightColor"], ["line", "borderBottomColor"], [null, ""], ["accent", "outlineColor"],
  ["link", "borderLeftColor"],
]);

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
export const moreContrast = matchMedia("(prefers-contrast: more)");

/** The theme's colours for a reader who asks for more contrast, in the palette's order: light, dark. */
const contrasting = palettes.map((palette) => palette.map(Number));

/** @param {string} value @returns {number} CSS px; NaN where it is none */
function pixels(value) {
  const [, number, unit] = /^([\d.]+)(px|rem)?$/.exec(value) ?? [];
  if (unit !== "rem") return Number(number);
  return Number(number) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

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
  const radius = pixels(own("radius"));
  const lineHeight = Number(own("line-height"));
  return {
    dark,
    palette: colors.map(([name, property], i) => colorOf && name && own(name) ? colorOf(computed[property])
      : moreContrast.matches ? contrasting[Number(dark)][i] : themeColor),
    fontSize: pixels(own("font-size") || "1.0625rem") || 17,
    textScale: asWritten,
    textSizeAdjust: computed.getPropertyValue("text-size-adjust") || computed.getPropertyValue("-webkit-text-size-adjust"),
    lineHeight: lineHeight > 0 ? lineHeight : 0,
    radius: radius >= 0 ? radius : 2,
    font: own("font"),
    headlineFont: own("headline-font"),
    reducedMotion: reducedMotion.matches,
  };
}

/** @param {number | string} color 0xTTRRGGBB, or as CSS has it already */
export const toCss = (color) => typeof color === "string" ? color : `#${(color & 0xffffff).toString(16).padStart(6, "0")}` +
  (color >>> 24 ? (255 - (color >>> 24)).toString(16).padStart(2, "0") : "");
