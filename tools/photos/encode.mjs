// From a canvas to the bytes of a file: sizes, quality, base64.

import { sheet } from './brushes.mjs';

export const encode = (canvas, type, quality) => new Promise((done) => canvas.toBlob(done, type, quality));
export const base64 = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
};
/** The best quality that fits in `limit` bytes, as base64. */
export async function within(canvas, type, limit) {
  for (let quality = 0.86; ; quality -= 0.04) {
    const blob = await encode(canvas, type, quality);
    if (blob.size <= limit || quality < 0.3) return { data: await base64(blob), bytes: blob.size, quality };
  }
}
export const resized = (canvas, width) => {
  const g = sheet(width, Math.round((canvas.height * width) / canvas.width));
  g.imageSmoothingQuality = 'high';
  let from = canvas;
  // Halving keeps edges calm where one big step would let them flicker.
  while (from.width > width * 2) {
    const half = sheet(from.width / 2, from.height / 2);
    half.imageSmoothingQuality = 'high';
    half.drawImage(from, 0, 0, half.canvas.width, half.canvas.height);
    from = half.canvas;
  }
  g.drawImage(from, 0, 0, g.canvas.width, g.canvas.height);
  return g.canvas;
};
