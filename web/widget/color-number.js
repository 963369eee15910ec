/** Colours as the core has them. */

/** @type {CanvasRenderingContext2D | null} */
let pixel = null;

/**
 * Any CSS colour as 0xTTRRGGBB, T its transparency.
 * @param {string} color as computed @returns {number}
 */
export function toNumber(color) {
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
