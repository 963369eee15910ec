import { inflateSync } from "node:zlib";

/** Decodes a PNG of 8-bit RGB or RGBA without interlacing: all that the preview writes. */
export function decodePng(bytes) {
  if (bytes.readBigUInt64BE(0) !== 0x89504e470d0a1a0an) throw new Error("not a PNG");
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, color, , , interlace] = bytes.subarray(24, 29);
  if (depth !== 8 || (color !== 2 && color !== 6) || interlace !== 0) throw new Error("another kind of PNG");
  const data = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const step = color === 2 ? 3 : 4;
  return new Image(width, height, step, unfilter(inflateSync(Buffer.concat(data)), width * step, height, step));
}

/** Takes the rows' filters back (PNG, 9.2). Screens are millions of bytes: each byte's work is kept small. */
function unfilter(raw, rowBytes, height, step) {
  const out = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (rowBytes + 1)];
    const from = y * (rowBytes + 1) + 1;
    const row = y * rowBytes;
    for (let x = 0; x < rowBytes; ++x) {
      const left = x >= step ? out[row + x - step] : 0;
      const up = y > 0 ? out[row + x - rowBytes] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, x >= step && y > 0 ? out[row + x - rowBytes - step] : 0);
      out[row + x] = raw[from + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** A frame buffer dump of Xvfb (`-fbdir`), which is an XWD of 32 bits a pixel, blue first. */
export function decodeXwd(bytes) {
  const word = (index) => bytes.readUInt32BE(index * 4);
  const [width, height, rowBytes] = [word(4), word(5), word(12)];
  const start = word(0) + word(19) * 12;
  const out = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x)
      for (let channel = 0; channel < 3; ++channel)
        out[(y * width + x) * 3 + channel] = bytes[start + y * rowBytes + x * 4 + 2 - channel];
  return new Image(width, height, 3, out);
}

/** Pixels, `step` bytes each, red first. */
export class Image {
  constructor(width, height, step, pixels) {
    Object.assign(this, { width, height, step, pixels });
  }

  /** @returns {string} "#rrggbb" */
  at(x, y) {
    const from = (y * this.width + x) * this.step;
    return `#${this.pixels.toString("hex", from, from + 3)}`;
  }

  /** The pixels of a rectangle, rows without gaps. */
  cut({ x, y, width, height }) {
    const rows = Array.from({ length: height }, (_, row) => ((y + row) * this.width + x) * this.step);
    return Buffer.concat(rows.map((from) => this.pixels.subarray(from, from + width * this.step)));
  }

  /** Share of the pixels of a rectangle that a test of red, green and blue holds for. */
  share(holds, { x = 0, y = 0, width = this.width - x, height = this.height - y } = {}) {
    let count = 0;
    for (let row = y; row < y + height; ++row)
      for (let column = x; column < x + width; ++column) {
        const from = (row * this.width + column) * this.step;
        if (holds(this.pixels[from], this.pixels[from + 1], this.pixels[from + 2])) ++count;
      }
    return count / (width * height);
  }
}

export const isDark = (red, green, blue) => red + green + blue < 180;
export const isLight = (red, green, blue) => red + green + blue > 600;
export const isColored = (red, green, blue) => Math.max(red, green, blue) - Math.min(red, green, blue) > 24;
