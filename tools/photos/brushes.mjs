// The brushes everything is painted with: sheets and layers, gradients and glows, lines and shapes, and
// shading pixel by pixel. Lengths are canvas pixels.

import { css } from './numbers.mjs';

export function sheet(W, H) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(W);
  canvas.height = Math.round(H);
  return canvas.getContext('2d', { willReadFrequently: true });
}
export const gradient = (g, x0, y0, x1, y1, stops) => {
  const fill = g.createLinearGradient(x0, y0, x1, y1);
  for (const [at, colour, alpha = 1] of stops) fill.addColorStop(at, css(colour, alpha));
  return fill;
};
export const wash = (g, x, y, w, h, stops) => {
  g.fillStyle = gradient(g, 0, y, 0, y + h, stops);
  g.fillRect(x, y, w, h);
};
export const glow = (g, x, y, radius, colour, alpha = 1, mode = 'screen', squash = 1) => {
  g.save();
  g.globalCompositeOperation = mode;
  g.translate(x, y);
  g.scale(1, squash);
  const fill = g.createRadialGradient(0, 0, 0, 0, 0, radius);
  for (const [at, a] of [[0, 1], [0.15, 0.6], [0.4, 0.2], [0.7, 0.05], [1, 0]]) {
    fill.addColorStop(at, css(colour, a * alpha));
  }
  g.fillStyle = fill;
  g.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  g.restore();
};
export const shape = (g, fill, points, close = true) => {
  g.beginPath();
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  if (close) g.closePath();
  g.fillStyle = fill;
  g.fill();
};
export const line = (g, colour, width, points, alpha = 1) => {
  g.beginPath();
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.strokeStyle = css(colour, alpha);
  g.lineWidth = width;
  g.stroke();
};
export const dot = (g, fill, x, y, rx, ry = rx, turn = 0) => {
  g.beginPath();
  g.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
  g.fillStyle = fill;
  g.fill();
};
/** Paints on a layer of its own, laid over with `how` (alpha, mode, blur). */
export function layer(g, paint, { alpha = 1, mode = 'source-over', blur = 0 } = {}) {
  const top = sheet(g.canvas.width, g.canvas.height);
  paint(top);
  g.save();
  g.globalAlpha = alpha;
  g.globalCompositeOperation = mode;
  if (blur) g.filter = `blur(${blur}px)`;
  g.drawImage(top.canvas, 0, 0);
  g.restore();
}
/** Asks `of(x, y, out)` for the colour and alpha of each pixel, or of each `grain`-th. */
export function shade(g, x0, y0, w, h, grain, of, mode = 'source-over', alpha = 1) {
  const cols = Math.ceil(w / grain), rows = Math.ceil(h / grain), small = sheet(cols, rows);
  const pixels = small.createImageData(cols, rows), out = [0, 0, 0, 0];
  for (let r = 0, i = 0; r < rows; ++r) {
    for (let c = 0; c < cols; ++c, i += 4) {
      out[3] = 0;
      of(x0 + (c + 0.5) * grain, y0 + (r + 0.5) * grain, out);
      for (let k = 0; k < 3; ++k) pixels.data[i + k] = out[k];
      pixels.data[i + 3] = out[3] * 255;
    }
  }
  small.putImageData(pixels, 0, 0);
  g.save();
  g.globalCompositeOperation = mode;
  g.globalAlpha = alpha;
  g.imageSmoothingQuality = 'high';
  g.drawImage(small.canvas, x0, y0, cols * grain, rows * grain);
  g.restore();
}
export const put = (out, colour, alpha = 1) => {
  [out[0], out[1], out[2]] = colour;
  out[3] = alpha;
};
