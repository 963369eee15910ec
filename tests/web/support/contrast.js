// What is seen on the screen: contrast from pixels.

/** Relative luminance (WCAG 2.2). @param {number} rgb 0xRRGGBB */
function luminance(rgb) {
  const [r, g, b] = [16, 8, 0].map((shift) => {
    const share = (rgb >> shift & 255) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio (WCAG 2.2). @param {number} one @param {number} other 0xRRGGBB @returns {number} 1 to 21 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box CSS px of the screenshot */
/** @typedef {import("../../preview/support/png.js").Image} Image */

/** @param {Image} image @param {number} x @param {number} y device px @returns {number} 0xRRGGBB */
export function colorAt(image, x, y) {
  return image.pixels.readUIntBE((y * image.width + x) * image.step, 3);
}

/**
 * The colour of most pixels of a box, and of the pixel that stands out most from it.
 * @param {Image} image @param {Box} box @param {number} ratio device px of a CSS px
 */
export function inkIn(image, { left, top, right, bottom }, ratio) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  const [x0, y0] = [Math.max(0, Math.floor(left * ratio)), Math.max(0, Math.floor(top * ratio))];
  const [x1, y1] = [Math.min(image.width, Math.ceil(right * ratio)), Math.min(image.height, Math.ceil(bottom * ratio))];
  for (let y = y0; y < y1; ++y)
    for (let x = x0; x < x1; ++x) {
      const color = colorAt(image, x, y);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  const background = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
  let best = { ink: background, ratio: 1 };
  for (const color of counts.keys()) {
    const found = contrast(color, background);
    if (found > best.ratio) best = { ink: color, ratio: found };
  }
  return { background, ...best };
}

/** @param {number} rgb */
export const hex = (rgb) => `#${rgb.toString(16).padStart(6, "0")}`;
