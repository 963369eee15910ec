import palettes from "../../assets/themes/contrasting.json" with { type: "json" };

/**
 * The element's style as the page set it: CSS custom properties, colour
 * scheme, sizes. A hidden probe in the shadow root inherits them, resolves
 * colours and lengths, and tells by `transitionrun` that one changed.
 *
 * @typedef {{dark: boolean, palette: number[], fontSize: number, lineHeight: number,
 *   radius: number, font: string, headlineFont: string, reducedMotion: boolean}} Style
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

/** @type {CanvasRenderingContext2D | null} */
let pixel = null;

/**
 * Any CSS colour as 0xTTRRGGBB, T its transparency.
 * @param {string} color as computed @returns {number}
 */
function toNumber(color) {
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color);
  if (plain) return pack(plain.slice(1, 4).map(Number), Number(plain[4] ?? 1));
  if (!pixel) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    pixel = canvas.getContext("2d", { willReadFrequently: true });
  }
  if (!pixel) return 0;
  pixel.fillStyle = "#000";
  pixel.fillStyle = color;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
  return pack([r, g, b], a / 255);
}

/** @param {number[]} rgb each to 255 @param {number} alpha to 1 @returns {number} */
function pack([r, g, b], alpha) {
  // All that is transparent is so: one of them stands for the theme's colour.
  return alpha > 0 ? (Math.round(255 * (1 - alpha)) << 24 | r << 16 | g << 8 | b) >>> 0 : 0xff000000;
}

/** @param {string} value @returns {number} CSS px; NaN where it is none */
function pixels(value) {
  const [, number, unit] = /^([\d.]+)(px|rem)?$/.exec(value) ?? [];
  if (unit !== "rem") return Number(number);
  return Number(number) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * @param {HTMLElement} probe @param {boolean} dark
 * @returns {Style} as it will be: a transition that has just begun still has the values from before
 */
export function readStyle(probe, dark) {
  const { style: own } = probe;
  own.transition = "none";
  own.colorScheme = dark ? "dark" : "light";  // `light-dark()` and the system's colours are the theme's
  const style = readComputed(probe, dark);
  own.colorScheme = "";
  void getComputedStyle(probe).color;
  own.transition = "";
  return style;
}

/** @param {HTMLElement} probe @param {boolean} dark @returns {Style} */
function readComputed(probe, dark) {
  const computed = getComputedStyle(probe);
  const own = (/** @type {string} */ name) =>
    computed.getPropertyValue(`--article-viewer-${name}`).trim();
  const radius = pixels(own("radius"));
  const lineHeight = Number(own("line-height"));
  return {
    dark,
    palette: colors.map(([name, property], i) => name && own(name) ? toNumber(computed[property])
      : moreContrast.matches ? contrasting[Number(dark)][i] : themeColor),
    fontSize: Number.parseFloat(computed.fontSize) || 17,
    lineHeight: lineHeight > 0 ? lineHeight : 0,
    radius: radius >= 0 ? radius : 2,
    font: own("font"),
    headlineFont: own("headline-font"),
    reducedMotion: reducedMotion.matches,
  };
}

/** @param {number} color 0xTTRRGGBB */
export const toCss = (color) => `#${(color & 0xffffff).toString(16).padStart(6, "0")}` +
  (color >>> 24 ? (255 - (color >>> 24)).toString(16).padStart(2, "0") : "");
