#!/usr/bin/env node
// Draws the pictures of the sample articles: photographs, video posters,
// avatars and the mark of the papers, each a scene painted on a 2D canvas in
// headless Chromium and encoded there. Nothing is taken from anywhere: light,
// clouds, water and leaves are noise and arithmetic, and every scene has a
// seed of its own, so that it comes out the same again.
//
//   node tools/draw-photos.mjs [NAME…] [--out DIR] [--sheet FILE.png]
//
// Without names, all of them. --out: where to write (default assets/).
// --sheet: also a contact sheet, to judge them side by side. The browser is
// CHROMIUM, or the first Chromium found on PATH. A width or height changed
// in `photos` below must be changed in the documents that show it.

import { mkdir, writeFile, access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * What is drawn, the widths at which it is kept (the first is `size`'s), and
 * the seed of its chance.
 */
const photos = {
  harbour: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 11 },
  mangrove: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 23 },
  lighthouse: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 5 },
  arcade: { size: [1000, 1500], type: 'jpg', widths: [1000, 500], seed: 31 },
  terraces: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 42 },
  viaduct: { size: [1600, 900], type: 'webp', widths: [1600, 800], seed: 17 },
  kites: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 77 },
  nightmarket: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 64 },
  racks: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 8 },
  schoolyard: { size: [1600, 1200], type: 'jpg', widths: [1600, 800], seed: 29 },
  oysters: { size: [1600, 1067], type: 'webp', widths: [1600, 800], seed: 90 },
  windfarm: { size: [1600, 900], type: 'webp', widths: [1600, 800], seed: 3 },
  observatory: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 12 },
  oasis: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 55 },
  tram: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 9 },
  library: { size: [1200, 1500], type: 'jpg', widths: [1200, 600], seed: 47 },
  orchard: { size: [1600, 1067], type: 'webp', widths: [1600, 800], seed: 36 },
  dunes: { size: [1000, 1500], type: 'webp', widths: [1000, 500], seed: 71 },
  'poster-tide': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 14 },
  'poster-waterway': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 20 },
  'poster-tram': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 26 },
  'poster-stars': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 33 },
};
const avatars = ['shell', 'compass', 'lantern', 'egret', 'boat', 'moon', 'palm'];

/**
 * The studio: runs in the browser's page, so it sees nothing of this module.
 * Colours are '#rrggbb' or [r, g, b]; lengths are canvas pixels unless a name
 * says otherwise; every scene is `(g, W, H, dice, noise)`.
 */
function studio() {
  // ---- numbers, colours, chance ------------------------------------------
  const clamp = (v, low = 0, high = 1) => (v < low ? low : v > high ? high : v);
  const lerp = (a, b, t) => a + (b - a) * t;
  const smooth = (from, to, v) => {
    const t = clamp((v - from) / (to - from));
    return t * t * (3 - 2 * t);
  };
  const rgb = (c) => (Array.isArray(c) ? c : [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16)));
  const mix = (a, b, t) => {
    const p = rgb(a), q = rgb(b), s = clamp(t);
    return [lerp(p[0], q[0], s), lerp(p[1], q[1], s), lerp(p[2], q[2], s)];
  };
  const ramp = (stops, t) => {
    for (let i = 1; i < stops.length; ++i) {
      const [from, a] = stops[i - 1], [to, b] = stops[i];
      if (t <= to) return mix(a, b, (t - from) / (to - from));
    }
    return rgb(stops[stops.length - 1][1]);
  };
  const css = (c, alpha = 1) => {
    const [r, g, b] = rgb(c);
    return `rgba(${r | 0},${g | 0},${b | 0},${alpha})`;
  };

  /** A seeded source of chance (mulberry32). */
  function makeDice(seed) {
    let state = seed * 0x9e3779b1;
    const roll = () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    roll.in = (a, b) => a + (b - a) * roll();
    roll.bell = () => roll() + roll() + roll() - 1.5;
    roll.pick = (list) => list[Math.floor(roll() * list.length)];
    return roll;
  }

  /** Gradient noise in about [-1, 1], with `noise.fbm(x, y, octaves)` on top. */
  function makeNoise(seed) {
    const dice = makeDice(seed);
    const order = Array.from({ length: 256 }, (_, i) => i);
    for (let i = 255; i > 0; --i) {
      const j = Math.floor(dice() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const perm = new Uint8Array(512).map((_, i) => order[i & 255]);
    const gx = new Float32Array(256).map((_, i) => Math.cos((i / 256) * 2 * Math.PI) * 1.5);
    const gy = new Float32Array(256).map((_, i) => Math.sin((i / 256) * 2 * Math.PI) * 1.5);
    const noise = (x, y) => {
      const xi = Math.floor(x), yi = Math.floor(y), xf = x - xi, yf = y - yi;
      const u = xf * xf * xf * (xf * (xf * 6 - 15) + 10), v = yf * yf * yf * (yf * (yf * 6 - 15) + 10);
      const X = xi & 255, Y = yi & 255;
      const a = perm[perm[X] + Y], b = perm[perm[X + 1] + Y];
      const c = perm[perm[X] + ((Y + 1) & 255)], d = perm[perm[X + 1] + ((Y + 1) & 255)];
      const top = lerp(gx[a] * xf + gy[a] * yf, gx[b] * (xf - 1) + gy[b] * yf, u);
      const low = lerp(gx[c] * xf + gy[c] * (yf - 1), gx[d] * (xf - 1) + gy[d] * (yf - 1), u);
      return lerp(top, low, v);
    };
    noise.fbm = (x, y, octaves = 4, gain = 0.5) => {
      let sum = 0, size = 1, total = 0;
      for (let i = 0; i < octaves; ++i) {
        sum += noise(x, y) * size;
        total += size;
        size *= gain;
        [x, y] = [x * 1.6 - y * 1.2 + 17.3, x * 1.2 + y * 1.6 - 9.1];
      }
      return sum / total;
    };
    return noise;
  }

  // ---- the tools ----------------------------------------------------------
  function sheet(W, H) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(W);
    canvas.height = Math.round(H);
    return canvas.getContext('2d', { willReadFrequently: true });
  }
  const gradient = (g, x0, y0, x1, y1, stops) => {
    const fill = g.createLinearGradient(x0, y0, x1, y1);
    for (const [at, colour, alpha = 1] of stops) fill.addColorStop(at, css(colour, alpha));
    return fill;
  };
  const wash = (g, x, y, w, h, stops) => {
    g.fillStyle = gradient(g, 0, y, 0, y + h, stops);
    g.fillRect(x, y, w, h);
  };
  const glow = (g, x, y, radius, colour, alpha = 1, mode = 'screen', squash = 1) => {
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
  const shape = (g, fill, points, close = true) => {
    g.beginPath();
    points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
    if (close) g.closePath();
    g.fillStyle = fill;
    g.fill();
  };
  const line = (g, colour, width, points, alpha = 1) => {
    g.beginPath();
    points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
    g.strokeStyle = css(colour, alpha);
    g.lineWidth = width;
    g.stroke();
  };
  const dot = (g, fill, x, y, rx, ry = rx, turn = 0) => {
    g.beginPath();
    g.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
    g.fillStyle = fill;
    g.fill();
  };
  /** Paints on a layer of its own, laid over with `how` (alpha, mode, blur). */
  function layer(g, paint, { alpha = 1, mode = 'source-over', blur = 0 } = {}) {
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
  function shade(g, x0, y0, w, h, grain, of, mode = 'source-over', alpha = 1) {
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
  const put = (out, colour, alpha = 1) => {
    [out[0], out[1], out[2]] = colour;
    out[3] = alpha;
  };

  // ---- air and water ------------------------------------------------------
  /** Clouds on a plane overhead, lit from `sun`, thinning towards the horizon. */
  function clouds(g, W, { noise, top = 0, horizon, sun, lit, dark, cover = 0.5, soft = 0.25, scale = 1, stretch = 1, alpha = 1, at = 0, relief = 2.2 }) {
    const H = g.canvas.height, low = rgb(dark), high = rgb(lit);
    const density = (x, y) => {
      const near = 1 / ((horizon - y) / H + 0.13);
      return noise.fbm(((x - W / 2) / H) * near * scale * 0.9 + at, near * 1.5 * scale * stretch + at * 0.7, 6, 0.55) * 0.5 + 0.5;
    };
    shade(g, 0, top, W, horizon - top, 2, (x, y, out) => {
      const d = density(x, y), a = smooth(1 - cover - soft, 1 - cover + soft, d);
      if (a < 0.004) return;
      const dx = sun[0] - x, dy = sun[1] - y, far = Math.hypot(dx, dy) + 1;
      const step = H * 0.02, toSun = density(x + (dx / far) * step, y + (dy / far) * step);
      const light = clamp(0.45 + (d - toSun) * relief * 2 + 0.5 * (1 - a) + 0.35 * Math.exp(-far / (H * 0.35)) - d * 0.25);
      put(out, mix(low, high, light), a * alpha * smooth(0, 0.07, (horizon - y) / H));
    });
  }
  /** Drifting mist around height `y`. */
  function mist(g, W, { noise, y, thick, colour, alpha = 0.6, scale = 1, at = 0, mode = 'source-over' }) {
    const c = rgb(colour);
    shade(g, 0, y - thick, W, 2 * thick, 4, (px, py, out) => {
      const away = (py - y) / thick;
      const n = noise.fbm((px / thick) * 0.3 * scale + at, (py / thick) * 1.3 * scale + at, 4);
      put(out, c, clamp((1 - away * away) * (0.62 + n * 0.75)) * alpha);
    }, mode);
  }
  /** Hills as a silhouette whose colour sinks into haze at its foot. `rough` adds trees. */
  function ridge(g, W, { noise, y, rise, wide, colour, haze, depth, rough = 0, at = 0, octaves = 5 }) {
    const H = g.canvas.height;
    g.beginPath();
    g.moveTo(0, H);
    for (let x = 0; x <= W; x += 1.5) {
      const hill = noise.fbm(x / wide + at, at * 3.1, octaves, 0.45);
      const trees = rough ? Math.abs(noise(x / 5 + at, 7)) * rough + Math.abs(noise(x / 13, at)) * rough * 1.4 : 0;
      g.lineTo(x, y - (hill * 0.9 + 0.35) * rise - trees);
    }
    g.lineTo(W, H);
    g.fillStyle = gradient(g, 0, y - rise, 0, y + depth, [[0, colour], [1, haze]]);
    g.fill();
  }
  /** A water surface from `horizon` down: mirrors what stands above it, through waves. */
  function water(g, W, { noise, horizon, to, calm = 1, clear = 0.9, deep, waves = 1, sun, spark = 0, sparkle = '#fff2d8', wide = 0.1 }) {
    const H = to ?? g.canvas.height, high = Math.round(H - horizon), tint = rgb(deep), star = rgb(sparkle);
    const above = g.getImageData(0, 0, W, horizon).data, out = g.createImageData(W, high);
    for (let r = 0, i = 0; r < high; ++r) {
      const t = r / high, near = 1 / (t + 0.05), mirror = lerp(clear, clear * 0.62, t);
      for (let x = 0; x < W; ++x, i += 4) {
        const u = ((x - W / 2) / W) * near * 9 * waves, v = near * 14 * waves;
        const swell = noise.fbm(u * 0.5, v * 0.9, 2), ripple = noise(u * 2.3 + 5, v * 2.7) * 0.6 + noise(u * 6.1, v * 5.3 + 3) * 0.3;
        const lean = (swell + ripple) * calm * smooth(-0.02, 0.2, t);
        const sy = clamp(Math.round(horizon - 1 - r * 0.98 - lean * high * 0.085), 0, horizon - 1);
        const sx = clamp(Math.round(x + lean * high * 0.028), 0, W - 1), j = (sy * W + sx) * 4;
        const facing = clamp(mirror + lean * 0.22);
        let shine = 0;
        if (spark) {
          const off = Math.abs(x - sun) / (W * wide * (0.25 + t * 1.1));
          shine = Math.exp(-off * off) * smooth(0.05, 0.75, (swell * 0.6 + ripple + noise(u * 11, v * 9) * 0.5) + 0.2) * spark;
        }
        for (let k = 0; k < 3; ++k) out.data[i + k] = lerp(tint[k], above[j + k], facing) + lean * 7 + star[k] * shine;
        out.data[i + 3] = 255;
      }
    }
    g.putImageData(out, 0, horizon);
  }
  /** Paints something that stands in water, and below it what the water makes of it. */
  function mirrored(g, { noise, waterline, paint, reach = 300, ripple = 6, alpha = 0.6, squash = 1 }) {
    const W = g.canvas.width, top = sheet(W, g.canvas.height);
    paint(top);
    g.save();
    for (let y = 0; y < reach; ++y) {
      const from = Math.round(waterline - 1 - y / squash);
      if (from < 0) break;
      const sway = ripple * (0.15 + y / 90) * (noise(y / 5, waterline) + 0.6 * noise(y / 2.1, 40));
      g.globalAlpha = alpha * (1 - y / reach) * (0.8 + 0.35 * noise(y / 3, 9));
      g.drawImage(top.canvas, 0, from, W, 1, sway, waterline + y, W, 1.4);
    }
    g.restore();
    g.drawImage(top.canvas, 0, 0);
  }
  /** Shafts of light from a point, or parallel where it lies far away. */
  function shafts(g, { dice, from, to, spread, count, colour, alpha, blur = 14 }) {
    layer(g, (top) => {
      for (let i = 0; i < count; ++i) {
        const a = dice.in(-1, 1), w = dice.in(0.02, 0.1);
        const x = to[0] + a * spread, dx = spread * w;
        top.fillStyle = gradient(top, from[0], from[1], x, to[1], [[0, colour, dice.in(0.3, 1)], [0.7, colour, 0.25], [1, colour, 0]]);
        top.beginPath();
        top.moveTo(from[0] + a * spread * 0.12 - 3, from[1]);
        top.lineTo(from[0] + a * spread * 0.12 + 3, from[1]);
        top.lineTo(x + dx, to[1]);
        top.lineTo(x - dx, to[1]);
        top.fill();
      }
    }, { alpha, mode: 'screen', blur });
  }
  function rain(g, W, H, { dice, count, slant = 0.16, length = 40, colour = '#dfe8f2', alpha = 0.25 }) {
    for (let i = 0; i < count; ++i) {
      const near = dice(), x = dice.in(-80, W + 80), y = dice.in(-40, H), l = length * (0.3 + near * near);
      line(g, colour, 0.5 + near * 1.1, [[x, y], [x - l * slant, y + l]], alpha * (0.3 + near * 0.7));
    }
  }

  // ---- land ---------------------------------------------------------------
  /**
   * A landscape from a height field, seen from `eye` ([x, height, z]; height
   * is up): walks away from the viewer column by column and fills what is not
   * hidden. `colour(x, z, height, distance, slopeX, slopeZ)` gives [r, g, b].
   */
  function terrain(g, W, H, { height, colour, eye, horizon, focal, near, far, stride = 0.004 }) {
    const fine = 2, rows = H * fine, image = sheet(W, rows), pixels = image.createImageData(W, rows);
    for (let c = 0; c < W; ++c) {
      const ray = (c - W / 2) / focal;
      let filled = rows;
      for (let z = near; z < far && filled > 0; z *= 1 + stride) {
        const x = eye[0] + ray * z, h = height(x, eye[2] + z);
        const y = Math.floor((horizon + ((eye[1] - h) * focal) / z) * fine);
        if (y >= filled) continue;
        const e = 0.004 * z + 0.02, zz = eye[2] + z;
        const [r, gr, b] = colour(x, zz, h, z, (height(x + e, zz) - h) / e, (height(x, zz + e) - h) / e);
        for (let p = Math.max(0, y); p < filled; ++p) {
          const i = (p * W + c) * 4;
          pixels.data[i] = r;
          pixels.data[i + 1] = gr;
          pixels.data[i + 2] = b;
          pixels.data[i + 3] = 255;
        }
        filled = Math.max(0, y);
      }
    }
    image.putImageData(pixels, 0, 0);
    g.imageSmoothingQuality = 'high';
    g.drawImage(image.canvas, 0, 0, W, H);
  }
  /** Where a point of that landscape stands in the picture. */
  const project = ({ eye, horizon, focal }, W, x, h, z) => [W / 2 + ((x - eye[0]) * focal) / (z - eye[2]), horizon + ((eye[1] - h) * focal) / (z - eye[2])];

  /** Leaves in a round crown: dark within, bright where they face `light`. */
  function foliage(g, { dice, x, y, rx, ry = rx, count, leaf, light = [0.5, -0.8], tones, through = 0 }) {
    for (let i = 0; i < count; ++i) {
      const turn = dice() * 2 * Math.PI, out = Math.sqrt(dice()), wobble = 1 + 0.16 * Math.sin(turn * 5 + x);
      const nx = Math.cos(turn) * out * wobble, ny = Math.sin(turn) * out * wobble;
      const facing = 0.42 + 0.5 * (nx * light[0] + ny * light[1]) + dice.bell() * 0.2 + (i / count - 0.5) * 0.22 + through * smooth(0.75, 1.1, out);
      g.fillStyle = css(ramp(tones, clamp(facing)), 0.86);
      g.beginPath();
      g.ellipse(x + nx * rx, y + ny * ry, leaf * dice.in(0.6, 1.4), leaf * dice.in(0.25, 0.6), dice() * Math.PI, 0, 2 * Math.PI);
      g.fill();
    }
  }
  /** A limb that forks: trunk, boughs, twigs. */
  function branch(g, dice, x, y, angle, length, width, colour, depth, tip) {
    let px = x, py = y, a = angle;
    const steps = 6;
    for (let i = 1; i <= steps; ++i) {
      a += dice.bell() * 0.16;
      const nx = px + (Math.cos(a) * length) / steps, ny = py + (Math.sin(a) * length) / steps;
      g.lineCap = 'round';
      line(g, colour, Math.max(0.7, width * (1 - (i / steps) * 0.4)), [[px, py], [nx, ny]]);
      [px, py] = [nx, ny];
    }
    if (depth === 0) return tip?.(px, py, a);
    const forks = dice() < 0.4 ? 3 : 2;
    for (let i = 0; i < forks; ++i) {
      branch(g, dice, px, py, a + lerp(-0.65, 0.65, forks === 1 ? 0.5 : i / (forks - 1)) + dice.bell() * 0.15, length * dice.in(0.6, 0.8), width * 0.58, colour, depth - 1, tip);
    }
  }
  /** A date palm: slender trunk with its old leaf scars, feathered fronds, dates below. */
  function palm(g, dice, x, y, tall, { trunk, tones, lean = 0, light = 0.5, fronds = 30 }) {
    const topX = x + lean * tall, topY = y - tall, w = tall * 0.021, scars = Math.round(tall / 5);
    for (let i = 0; i < scars; ++i) {
      const t = i / scars, bx = x + lean * tall * t * t, by = y - tall * t, ww = w * (1.3 - t * 0.55 + 0.5 * smooth(0.88, 1, t)) * (0.9 + 0.2 * dice());
      g.fillStyle = gradient(g, bx - ww, 0, bx + ww, 0, [[0, mix(trunk, '#000000', 0.4)], [light, mix(trunk, tones[tones.length - 1][1], 0.34)], [1, mix(trunk, '#000000', 0.45)]]);
      shape(g, g.fillStyle, [[bx - ww * 0.82, by], [bx - ww, by - tall / scars - 1.5], [bx + ww, by - tall / scars - 1.5], [bx + ww * 0.82, by]]);
    }
    const order = Array.from({ length: fronds }, (_, i) => ({ a: -Math.PI / 2 + lerp(-2.15, 2.15, i / (fronds - 1)) + dice.bell() * 0.2, l: tall * dice.in(0.3, 0.42), back: dice() }));
    order.sort((p, q) => p.back - q.back);
    for (const { a, l, back } of order) {
      const side = Math.cos(a) >= 0 ? 1 : -1, facing = clamp(0.12 + back * 0.34 - Math.sin(a) * 0.16 + Math.cos(a) * (light - 0.5) * 0.7);
      let px = topX, py = topY, dir = a;
      const bend = side * dice.in(0.035, 0.085), steps = 30;
      for (let i = 0; i < steps; ++i) {
        const t = i / steps, nx = px + (Math.cos(dir) * l) / steps, ny = py + (Math.sin(dir) * l) / steps;
        line(g, ramp(tones, facing * 0.8), Math.max(0.7, w * 0.2 * (1 - t)), [[px, py], [nx, ny]]);
        const blade = l * 0.19 * Math.pow(Math.sin(Math.PI * (0.06 + t * 0.9)), 0.7);
        for (const k of [-1, 1]) {
          const la = dir + k * (0.62 - t * 0.3) + dice.bell() * 0.16, lit = clamp(facing + dice.bell() * 0.12 + (k * side < 0 ? 0.1 : -0.04));
          line(g, ramp(tones, lit), Math.max(0.6, w * 0.055), [[px, py], [px + Math.cos(la) * blade, py + Math.sin(la) * blade + blade * 0.12]], 0.9);
        }
        [px, py] = [nx, ny];
        dir += bend * (0.3 + t * 1.2);
      }
    }
    for (let i = 0; i < 40; ++i) dot(g, css(ramp([[0, '#3a1c12'], [1, '#d8843a']], dice())), topX + dice.bell() * w * 2.6, topY + w * 1.2 + dice() * tall * 0.06, Math.max(0.7, w * 0.16));
  }

  // ---- people, birds, boats ----------------------------------------------
  /** A standing or walking figure, `tall` from feet at (x, y) to crown; `rim` is the light that catches its edge on `rimSide`. */
  function person(g, dice, x, y, tall, { coat, legs = '#14161c', skin = '#1c1614', rim, rimSide = 1, stride = dice.in(-0.05, 0.05), lift = 0, skirt = false, shine = 1 }) {
    const top = sheet(tall * 0.8, tall * 1.35), s = tall, slim = dice.in(0.9, 1.08);
    top.translate(tall * 0.4, tall * 1.2);
    const path = (fill, points) => {
      top.beginPath();
      top.moveTo(points[0][0] * s * slim, points[0][1] * s);
      for (let i = 1; i < points.length; ++i) {
        const [px, py] = points[i], [nx, ny] = points[(i + 1) % points.length];
        top.quadraticCurveTo(px * s * slim, py * s, ((px + nx) / 2) * s * slim, ((py + ny) / 2) * s);
      }
      top.closePath();
      top.fillStyle = fill;
      top.fill();
    };
    for (const k of [-1, 1]) {
      const step = stride * k, up = k * stride > 0 ? 0.02 : 0;
      path(css(k < 0 ? legs : mix(legs, '#000000', 0.25)), [[k * 0.0, -0.52], [k * 0.1, -0.52], [k * 0.104, -0.42], [k * 0.098 + step * 0.5, -0.24], [k * 0.078 + step, -0.05], [k * 0.098 + step, -up], [k * 0.098 + step, 0.004 - up], [k * 0.03 + step, 0.006 - up], [k * 0.022 + step, -0.03], [k * 0.022 + step * 0.5, -0.24], [0, -0.43]]);
    }
    const side = top.createLinearGradient(-0.15 * s, 0, 0.15 * s, 0), dark = mix(coat, '#000000', 0.4), bright = mix(coat, rim ?? coat, 0.22);
    for (const [at, c] of rimSide > 0 ? [[0, dark], [0.6, coat], [1, bright]] : [[0, bright], [0.4, coat], [1, dark]]) side.addColorStop(at, css(c));
    const hem = skirt ? -0.3 : -0.44, flare = skirt ? 0.135 : 0.098;
    top.lineCap = 'round';
    top.lineJoin = 'round';
    const arm = (k, points) => points.forEach((p, i) => i && line(top, k === rimSide ? coat : dark, s * (0.062 - i * 0.009), [points[i - 1], p].map(([px, py]) => [px * s * slim, py * s])));
    for (const k of [-1, 1]) if (!(lift && k === rimSide)) arm(k, [[k * 0.088, -0.795], [k * 0.126, -0.64], [k * 0.122 - stride * k * 0.8, -0.47]]);
    path(side, [[0, -0.868], [0.03, -0.862], [0.092, -0.832], [0.108, -0.828], [0.116, -0.79], [0.104, -0.68], [0.096, -0.58], [flare, hem], [flare, hem], [0, hem - 0.01], [-flare, hem], [-flare, hem], [-0.096, -0.58], [-0.104, -0.68], [-0.116, -0.79], [-0.108, -0.828], [-0.092, -0.832], [-0.03, -0.862]]);
    for (const k of [-1, 1]) line(top, '#000000', Math.max(0.6, s * 0.007), [[k * 0.094 * s * slim, -0.76 * s], [k * 0.093 * s * slim, -0.5 * s]], 0.3);
    if (lift) {
      arm(rimSide, [[rimSide * 0.095, -0.8], [rimSide * 0.155, -0.72], [rimSide * lerp(0.14, 0.1, lift), lerp(-0.62, -0.95, lift)]]);
    }
    path(css(mix(skin, '#000000', 0.3)), [[-0.024, -0.86], [-0.024, -0.9], [0.024, -0.9], [0.024, -0.86]]);
    dot(top, css(skin), 0, -0.935 * s, s * 0.05, s * 0.066);
    if (rim) {
      // The edge: the figure without itself, moved away from the light.
      const edge = sheet(top.canvas.width, top.canvas.height);
      edge.drawImage(top.canvas, 0, 0);
      edge.globalCompositeOperation = 'destination-out';
      edge.drawImage(top.canvas, -rimSide * Math.max(0.9, s * 0.011), Math.max(0.6, s * 0.006));
      edge.globalCompositeOperation = 'source-in';
      edge.fillStyle = gradient(edge, 0, tall * 0.2, 0, tall * 1.15, [[0, rim, 0.95 * shine], [0.45, rim, 0.5 * shine], [0.75, rim, 0.08 * shine], [1, rim, 0]]);
      edge.fillRect(0, 0, top.canvas.width, top.canvas.height);
      top.setTransform(1, 0, 0, 1, 0, 0);
      top.drawImage(edge.canvas, 0, 0);
    }
    g.drawImage(top.canvas, x - tall * 0.4, y - tall * 1.2);
  }
  function umbrella(g, x, y, r, colour, light) {
    g.beginPath();
    g.moveTo(x - r, y);
    g.bezierCurveTo(x - r * 0.9, y - r * 0.95, x + r * 0.9, y - r * 0.95, x + r, y);
    for (let i = 4; i >= 0; --i) g.quadraticCurveTo(x + lerp(-r, r, (i + 0.5) / 5), y - r * 0.14, x + lerp(-r, r, i / 5), y);
    g.fillStyle = gradient(g, x - r, y - r, x + r, y, [[0, mix(colour, '#000000', 0.3)], [0.75, colour], [1, light]]);
    g.fill();
    line(g, light, 1.2, [[x - r * 0.6, y - r * 0.52], [x, y - r * 0.72], [x + r * 0.6, y - r * 0.52]], 0.5);
    line(g, '#111111', 1.5, [[x, y - r * 0.7], [x, y + r * 0.5]]);
  }
  function egret(g, x, y, tall, { face = 1, body = '#f4f1ea', dusk = '#a9b2b8', stoop = 0 }) {
    g.save();
    g.translate(x, y);
    g.scale((face * tall) / 100, tall / 100);
    line(g, '#2c2b2a', 1.8, [[-4, 0], [-3, -22], [-5, -40]]);
    line(g, '#2c2b2a', 1.8, [[6, 0], [3, -20], [4, -38]]);
    g.fillStyle = gradient(g, 0, -62, 0, -32, [[0, body], [0.6, body], [1, dusk]]);
    g.beginPath();
    g.moveTo(16, -56);
    g.bezierCurveTo(4, -66, -18, -54, -32, -34);
    g.bezierCurveTo(-20, -36, -8, -34, 2, -36);
    g.bezierCurveTo(14, -38, 20, -46, 16, -56);
    g.fill();
    g.lineCap = 'round';
    g.strokeStyle = css(body);
    g.lineWidth = 6;
    g.beginPath();
    g.moveTo(11, -52);
    if (stoop) g.bezierCurveTo(30, -62, 16, -74, 36, -66);
    else g.bezierCurveTo(28, -64, 4, -80, 17, -94);
    g.stroke();
    const [hx, hy, px, py] = stoop ? [38, -65, 58, -54] : [19, -95, 40, -91];
    dot(g, css(body), hx, hy, 5.2, 3.8, stoop ? 0.4 : 0.1);
    shape(g, '#c9983c', [[hx + 3, hy - 2], [px, py], [hx + 3, hy + 2]]);
    dot(g, '#222222', hx + 2, hy - 1, 0.9);
    g.restore();
  }
  function bird(g, x, y, span, colour, flap, alpha = 1) {
    g.save();
    g.globalAlpha = alpha;
    g.fillStyle = css(colour);
    g.beginPath();
    g.moveTo(x - span, y - flap * span * 0.6);
    g.quadraticCurveTo(x - span * 0.45, y - flap * span * 0.9 - span * 0.1, x, y);
    g.quadraticCurveTo(x + span * 0.45, y - flap * span * 0.9 - span * 0.14, x + span, y - flap * span * 0.5);
    g.quadraticCurveTo(x + span * 0.4, y - flap * span * 0.5, x, y + span * 0.16);
    g.quadraticCurveTo(x - span * 0.4, y - flap * span * 0.5, x - span, y - flap * span * 0.6);
    g.fill();
    g.restore();
  }
  /** A wooden fishing boat seen from the side, `long` from stem to stern, bow towards `face`. */
  function fishingBoat(g, dice, x, y, long, { face = 1, hull, stripe, cabin, sun, lamp = 0, haze = null, fog = 0 }) {
    const ink = (c) => (haze ? mix(c, haze, fog) : rgb(c));
    g.save();
    g.translate(x, y);
    g.scale((face * long) / 100, long / 100);
    g.lineCap = 'round';
    const rope = (...p) => line(g, ink('#15171b'), 0.45, p, 0.85);
    line(g, ink('#1d1a18'), 1.3, [[12, -9], [13, -60]]);
    line(g, ink('#1d1a18'), 0.8, [[13, -22], [38, -44]]);
    line(g, ink('#1d1a18'), 0.8, [[-38, -8], [-39, -42]]);
    rope([13, -58], [52, -20]);
    rope([13, -58], [-39, -40]);
    rope([13, -50], [38, -44]);
    rope([38, -44], [34, -14]);
    rope([13, -58], [-20, -30]);
    // Cabin, with a roof that throws a shadow and windows that catch the lamp.
    shape(g, gradient(g, -36, 0, -4, 0, [[0, ink(mix(cabin, '#10141c', 0.55))], [0.8, ink(mix(cabin, '#10141c', 0.2))], [1, ink(mix(cabin, sun, 0.55))]]), [[-34, -8], [-34, -27], [-7, -27], [-4, -8]]);
    shape(g, css(ink('#262a30')), [[-37, -27], [-37, -29.5], [-3.5, -29.5], [-5, -27]]);
    for (const wx of [-31, -23, -15]) {
      shape(g, css(lamp ? mix('#ffcf7a', '#fff1cc', lamp - 0.4) : ink('#1b222b')), [[wx, -24], [wx + 5.5, -24], [wx + 5.8, -17.5], [wx, -17.5]]);
    }
    shape(g, css(ink('#3a3430')), [[-30, -29.5], [-30, -34], [-22, -34], [-21, -29.5]]);
    // Hull.
    g.beginPath();
    g.moveTo(-48, -13);
    g.bezierCurveTo(-30, -7, 14, -6, 54, -22);
    g.bezierCurveTo(50, -12, 44, -4, 40, 1);
    g.lineTo(-43, 1);
    g.bezierCurveTo(-47, -3, -49, -8, -48, -13);
    g.closePath();
    g.fillStyle = gradient(g, -48, -14, 54, 2, [[0, ink(mix(hull, '#05080d', 0.5))], [0.6, ink(hull)], [0.92, ink(mix(hull, sun, 0.5))], [1, ink(mix(hull, sun, 0.8))]]);
    g.fill();
    g.save();
    g.clip();
    shape(g, css(ink(stripe)), [[-60, -3.2], [60, -3.2], [60, 3], [-60, 3]]);
    shape(g, css(ink('#0a0d10'), 0.5), [[-60, -1], [60, -1], [60, 3], [-60, 3]]);
    for (let i = 0; i < 26; ++i) line(g, ink('#0a0d10'), 0.3, [[-50, dice.in(-12, 0)], [50, dice.in(-16, 0)]], 0.2);
    for (let i = 0; i < 14; ++i) dot(g, css(ink('#7a4a2a'), 0.25), dice.in(-46, 48), dice.in(-9, 0), dice.in(0.5, 2.4), dice.in(0.6, 3));
    g.restore();
    g.strokeStyle = css(ink(mix('#e9e2d2', sun, 0.4)), 0.9);
    g.lineWidth = 0.9;
    g.beginPath();
    g.moveTo(-48, -13);
    g.bezierCurveTo(-30, -7, 14, -6, 54, -22);
    g.stroke();
    // Nets, floats, tyres.
    for (let i = 0; i < 70; ++i) dot(g, css(ink(dice.pick(['#3d4a44', '#54604f', '#2a3338', '#6d5138'])), 0.9), dice.in(-2, 24), -9 - Math.abs(dice.bell()) * 4, dice.in(0.6, 1.6), 0.7);
    for (const tx of [-30, -6, 18]) {
      g.strokeStyle = css(ink('#0d0e10'));
      g.lineWidth = 1.4;
      g.beginPath();
      g.ellipse(tx, -4.5, 2.4, 2.9, 0, 0, 7);
      g.stroke();
    }
    shape(g, css(ink('#b8322a')), [[-39, -42], [-47, -40.5], [-39.2, -36.5]]);
    g.restore();
    if (lamp) {
      glow(g, x - face * long * 0.2, y - long * 0.21, long * 0.3, '#ffb860', 0.7 * lamp);
      glow(g, x + face * long * 0.13, y - long * 0.6, long * 0.16, '#ffd9a0', 0.8 * lamp);
    }
  }

  // ---- the last hand: bloom, tone, vignette, grain -----------------------
  function finish(g, W, H, dice, { bloom = 0.35, from = 170, spread = 26, contrast = 0.12, shadows = '#1c2a44', lights = '#fff0d8', tone = 0.1, vignette = 0.3, grain = 4, saturation = 1 } = {}) {
    if (bloom) {
      const small = sheet(W / 4, H / 4);
      small.drawImage(g.canvas, 0, 0, W / 4, H / 4);
      const image = small.getImageData(0, 0, small.canvas.width, small.canvas.height);
      for (let i = 0; i < image.data.length; i += 4) {
        const keep = smooth(from, 255, Math.max(image.data[i], image.data[i + 1], image.data[i + 2]));
        for (let k = 0; k < 3; ++k) image.data[i + k] *= keep;
      }
      small.putImageData(image, 0, 0);
      g.save();
      g.globalCompositeOperation = 'screen';
      g.imageSmoothingQuality = 'high';
      for (const [radius, share] of [[spread * 0.3, 0.5], [spread, 0.5], [spread * 2.6, 0.35]]) {
        g.globalAlpha = bloom * share;
        g.filter = `blur(${radius}px)`;
        g.drawImage(small.canvas, 0, 0, W, H);
      }
      g.restore();
    }
    const image = g.getImageData(0, 0, W, H), data = image.data, low = rgb(shadows), high = rgb(lights);
    const rough = new Float32Array(W + 1);
    for (let y = 0, i = 0; y < H; ++y) {
      let left = 0;
      for (let x = 0; x < W; ++x, i += 4) {
        const dx = x / W - 0.5, dy = y / H - 0.5, edge = 1 - vignette * smooth(0.18, 0.75, dx * dx * 1.5 + dy * dy * 1.9 + 0.05);
        const raw = dice() + dice() - 1, speck = raw * 0.6 + (left + rough[x]) * 0.35;
        left = rough[x] = raw;
        let r = data[i] / 255, gr = data[i + 1] / 255, b = data[i + 2] / 255;
        const lum = r * 0.3 + gr * 0.59 + b * 0.11, mid = 1 - Math.abs(lum - 0.45);
        const tint = (v, k) => {
          let s = lum + (v - lum) * saturation;
          s = lerp(s, s * s * (3 - 2 * s), contrast);
          s = lerp(s, s * 0.82 + (low[k] / 255) * 0.18, tone * (1 - lum));
          s = lerp(s, s * (0.4 + 0.6 * (high[k] / 255)) + 0.02, tone * lum);
          return (s * edge * 255) + speck * grain * mid * 2;
        };
        r = tint(r, 0); gr = tint(gr, 1); b = tint(b, 2);
        data[i] = r;
        data[i + 1] = gr;
        data[i + 2] = b;
      }
    }
    g.putImageData(image, 0, 0);
  }

  // ---- the scenes ---------------------------------------------------------
  const scenes = {};

  scenes.harbour = (g, W, H, dice, noise) => {
    const sea = Math.round(H * 0.53), sun = [W * 0.7, H * 0.475], gold = '#ffc98a';
    wash(g, 0, 0, W, sea, [[0, '#2f4468'], [0.35, '#6d7396'], [0.62, '#c39a98'], [0.82, '#f0b684'], [1, '#ffd9a0']]);
    glow(g, ...sun, W * 0.55, '#ff9d5c', 0.75, 'screen', 0.55);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#ffd2a1', dark: '#5c5f7d', cover: 0.5, soft: 0.2, scale: 0.8, stretch: 2.6, alpha: 0.85 });
    dot(g, '#fff3d6', ...sun, 23);
    glow(g, ...sun, W * 0.2, '#ffdf9e', 1);
    ridge(g, W, { noise, y: sea - 22, rise: 96, wide: 360, colour: '#9d8795', haze: '#e9b692', depth: 30, at: 3 });
    mist(g, W, { noise, y: sea - 26, thick: 40, colour: '#ffd3a4', alpha: 0.55, at: 4 });
    ridge(g, W, { noise, y: sea - 4, rise: 62, wide: 230, colour: '#6f6478', haze: '#d39f86', depth: 20, at: 9, rough: 3 });
    // The town along the quay, its last lamps still on.
    for (let x = -10; x < W * 0.5; ) {
      const w = dice.in(14, 38), h = dice.in(10, 44) * (1 - x / W);
      g.fillStyle = css(mix('#4a4458', '#b98d80', clamp(x / (W * 0.55) + dice.in(-0.1, 0.1))));
      g.fillRect(x, sea - h, w + 1, h);
      if (dice() < 0.4) shape(g, g.fillStyle, [[x - 2, sea - h], [x + w / 2, sea - h - 8], [x + w + 2, sea - h]]);
      for (let i = 0; i < 4; ++i) if (dice() < 0.3) glow(g, x + dice() * w, sea - dice.in(0.2, 0.9) * h, 6, '#ffd48a', 0.9);
      x += w;
    }
    mist(g, W, { noise, y: sea - 3, thick: 26, colour: '#f8c79c', alpha: 0.6, at: 14 });
    water(g, W, { noise, horizon: sea, calm: 0.75, clear: 0.93, deep: '#22304a', waves: 1, sun: sun[0], spark: 0.85, sparkle: '#ffdca6', wide: 0.055 });
    // Breakwater with its beacon.
    mirrored(g, { noise, waterline: sea + 9, reach: 90, ripple: 4, alpha: 0.5, paint: (top) => {
      const edge = [[W * 0.86, sea + 9]];
      for (let x = W * 0.86; x <= W; x += 5) edge.push([x, sea - 3 + noise(x / 6, 2) * 3.4 - (x - W * 0.86) * 0.03]);
      shape(top, '#57485a', [...edge, [W, sea + 9]]);
      shape(top, gradient(top, W * 0.885, 0, W * 0.9, 0, [[0, '#e2a780'], [1, '#5b4958']]), [[W * 0.886, sea - 3], [W * 0.888, sea - 42], [W * 0.897, sea - 42], [W * 0.899, sea - 3]]);
      shape(top, '#4d3c4c', [[W * 0.886, sea - 42], [W * 0.8925, sea - 53], [W * 0.899, sea - 42]]);
    } });
    // The fleet, from far to near.
    const fleet = [
      [0.06, 0.012, 62, 1], [0.14, 0.02, 78, -1], [0.24, 0.013, 58, 1], [0.34, 0.026, 92, 1], [0.46, 0.016, 60, -1], [0.57, 0.03, 84, 1], [0.8, 0.022, 70, -1],
      [0.1, 0.082, 190, 1], [0.37, 0.09, 205, 1], [0.9, 0.1, 230, -1],
    ];
    for (const [x, below, long, face] of fleet) {
      const y = sea + below * H * 1.3, fog = clamp(0.72 - below * 7.5);
      mirrored(g, { noise, waterline: y, reach: long * 0.7, ripple: 2 + long / 60, alpha: 0.62, paint: (top) => fishingBoat(top, dice, W * x, y, long, { face, hull: dice.pick(['#28405e', '#5b2f2c', '#2d4a45']), stripe: '#8f3b2b', cabin: '#c9c3b4', sun: gold, haze: '#d9a98e', fog, lamp: below > 0.05 && dice() < 0.6 ? 0.6 : 0 }) });
    }
    mist(g, W, { noise, y: sea + H * 0.05, thick: 70, colour: '#f6c69b', alpha: 0.42, at: 21 });
    const y = H * 0.815;
    mirrored(g, { noise, waterline: y, reach: 190, ripple: 9, alpha: 0.68, paint: (top) => {
      fishingBoat(top, dice, W * 0.565, y, 560, { hull: '#1a2f49', stripe: '#702a26', cabin: '#6f7079', sun: gold, lamp: 0.75 });
      person(top, dice, W * 0.655, y - 62, 92, { coat: '#3a2f2a', rim: '#ffc98a', rimSide: 1 });
      person(top, dice, W * 0.62, y - 50, 88, { coat: '#27333d', rim: '#ffc98a', rimSide: 1, lift: 0.7 });
    } });
    for (let i = 0; i < 13; ++i) bird(g, dice.in(W * 0.3, W * 0.95), dice.in(H * 0.12, H * 0.42), dice.in(5, 15), '#3c3a4a', dice.in(-0.4, 1), 0.75);
    // Mooring posts and a rope, out of focus, close to the lens.
    layer(g, (top) => {
      for (const [x, t, w] of [[W * 0.055, H * 0.6, 30], [W * 0.125, H * 0.7, 26]]) {
        shape(top, gradient(top, x - w, 0, x + w, 0, [[0, '#0c1018'], [0.7, '#1f1e24'], [0.95, '#d78a55'], [1, '#5b3d30']]), [[x - w * 0.9, t], [x + w * 0.9, t], [x + w, H], [x - w, H]]);
        dot(top, '#3a2d2c', x, t, w * 0.9, 8);
      }
      top.beginPath();
      top.moveTo(0, H * 0.74);
      top.quadraticCurveTo(W * 0.05, H * 0.84, W * 0.125, H * 0.77);
      top.quadraticCurveTo(W * 0.2, H * 0.93, W * 0.36, H * 0.845);
      top.strokeStyle = '#14151c';
      top.lineWidth = 7;
      top.stroke();
    }, { blur: 2.2 });
    finish(g, W, H, dice, { bloom: 0.4, from: 165, contrast: 0.25, vignette: 0.38, tone: 0.16, grain: 3.4, saturation: 1.06 });
  };

  scenes.mangrove = (g, W, H, dice, noise) => {
    const sea = Math.round(H * 0.56), sun = [W * 0.3, H * 0.2];
    wash(g, 0, 0, W, sea, [[0, '#9db7b4'], [0.5, '#d4d8bd'], [1, '#f5e8c4']]);
    glow(g, ...sun, W * 0.42, '#fff0bd', 0.55);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#f3ecd0', dark: '#8fa5a0', cover: 0.5, soft: 0.3, scale: 0.7, stretch: 0.9, alpha: 0.7 });
    const tones = [[0, '#0f1a15'], [0.35, '#24402a'], [0.65, '#567038'], [0.9, '#b0ab56'], [1, '#f0dc92']];
    ridge(g, W, { noise, y: sea - 40, rise: 230, wide: 520, colour: '#8fa8a0', haze: '#e9dfbd', depth: 30, at: 2 });
    mist(g, W, { noise, y: sea - 90, thick: 120, colour: '#f4ead0', alpha: 0.5, at: 51 });
    // Three belts of trees, each nearer and darker, with mist between.
    for (const [i, far] of [[0, 0.74], [1, 0.46], [2, 0.16]]) {
      const y = sea - 2, fogged = tones.map(([t, c]) => [t, mix(c, '#d9dbc0', far)]);
      const crown = (x) => smooth(0.03, 0.42, Math.abs(x / W - 0.56 - i * 0.02) + (1 - i) * 0.1) * (90 + i * 52) * (0.75 + 0.5 * noise.fbm(x / 120 + i * 9, i * 4 + 1, 3));
      const edge = [[-10, y]];
      for (let x = -10; x <= W + 10; x += 3) edge.push([x, y - crown(x) * 0.86 - Math.abs(noise(x / 7, i)) * 7]);
      shape(g, gradient(g, 0, y - 150, 0, y, [[0, fogged[1][1]], [1, fogged[0][1]]]), [...edge, [W + 10, y]]);
      for (let k = 0; k < 150; ++k) {
        const x = dice.in(-20, W + 20), tall = crown(x);
        if (tall < 14) continue;
        const up = Math.sqrt(dice()), size = dice.in(12, 26) * (0.6 + i * 0.3);
        foliage(g, { dice, x, y: y - tall * up * 0.92, rx: size * 1.5, ry: size * 0.8, count: 110 + i * 40, leaf: 2.2 + i * 0.6, light: [-0.55, -0.8], tones: fogged.map(([t, c]) => [t, mix(c, fogged[0][1], (1 - up) * 0.75)]) });
      }
      mist(g, W, { noise, y: y - 22, thick: 74 - i * 16, colour: '#f6ecce', alpha: 0.72 - i * 0.22, at: i * 7 + 1 });
    }
    shafts(g, { dice, from: [sun[0] - 40, -40], to: [W * 0.42, sea + 70], spread: W * 0.36, count: 12, colour: '#fff3c4', alpha: 0.2 });
    water(g, W, { noise, horizon: sea, calm: 0.36, clear: 0.9, deep: '#2c3d33', waves: 0.9, sun: W * 0.34, spark: 0.22, sparkle: '#fff6d6', wide: 0.16 });
    mist(g, W, { noise, y: sea + 6, thick: 46, colour: '#fdf3d5', alpha: 0.65, at: 31 });
    // Mud banks shining in the shallows.
    shade(g, 0, sea + 40, W, H - sea - 40, 2, (x, y, out) => {
      const t = (y - sea) / (H - sea), near = 1 / (t + 0.12);
      const bank = noise.fbm(((x - W * 0.5) / W) * near * 2.6 + 3, near * 3.4, 5) + (Math.abs(x / W - 0.62) - 0.32) * 0.9 * t + (t - 0.75) * 0.35;
      const a = smooth(0.07, 0.17, bank), wet = noise.fbm(x / 40, y / 9, 3);
      put(out, mix(mix('#3d3527', '#75664a', clamp(0.5 + wet)), '#f0deb0', smooth(0.25, 0.7, wet) * 0.4 + 0.2 * (1 - t)), a * 0.93);
    });
    // The old mangrove: trunk, arching prop roots, breathing roots, leaves.
    const root = (top, x0, y0, x1, y1, w, c) => {
      top.beginPath();
      top.moveTo(x0, y0);
      top.bezierCurveTo(lerp(x0, x1, 0.55), y0 - 8, x1, lerp(y0, y1, 0.25), x1 + dice.bell() * 4, y1);
      top.lineCap = 'round';
      top.lineWidth = w;
      top.strokeStyle = css(c);
      top.stroke();
      top.lineWidth = w * 0.28;
      top.strokeStyle = css('#d9c38a', 0.45);
      top.translate(-w * 0.28, -w * 0.1);
      top.stroke();
      top.translate(w * 0.28, w * 0.1);
    };
    const base = H * 0.86;
    mirrored(g, { noise, waterline: base + 6, reach: 150, ripple: 7, alpha: 0.55, paint: (top) => {
      const tips = [];
      branch(top, dice, W * 0.9, base - 190, -Math.PI / 2 - 0.3, 190, 34, '#231d17', 4, (x, y) => tips.push([x, y]));
      branch(top, dice, W * 0.97, base - 170, -Math.PI / 2 - 0.1, 200, 28, '#1c1812', 4, (x, y) => tips.push([x, y]));
      for (let i = 0; i < 34; ++i) {
        const from = dice.in(W * 0.875, W * 0.985), side = dice.bell() * 1.4;
        root(top, from, base - dice.in(40, 240), from + side * 190, base + dice.in(-16, 26), dice.in(5, 14), mix('#1d1812', '#4a3d2a', dice()));
      }
      tips.sort((a, b) => a[1] - b[1]);
      for (const [x, y] of tips) foliage(top, { dice, x, y: y - 12, rx: 70, ry: 42, count: 300, leaf: 6, light: [-0.62, -0.72], tones });
      for (let i = 0; i < 90; ++i) {
        const x = W * 0.62 + dice() * W * 0.4, h = dice.in(10, 36) * (0.3 + (x - W * 0.6) / W * 2);
        line(top, mix('#221d16', '#8a7850', dice() * 0.5), dice.in(1.6, 3.6), [[x, base + dice.in(0, 26)], [x + dice.bell() * 3, base + 8 - h]]);
      }
    } });
    for (const [x, y, tall, face, stoop] of [[0.5, 0.665, 62, 1, 0], [0.455, 0.652, 48, -1, 1], [0.4, 0.72, 92, 1, 0], [0.6, 0.775, 128, -1, 1], [0.3, 0.835, 176, 1, 0]]) {
      mirrored(g, { noise, waterline: y * H, reach: tall * 0.8, ripple: tall / 26, alpha: 0.5, paint: (top) => egret(top, W * x, y * H, tall, { face, stoop, body: '#fdf8ea', dusk: '#a7aa9a' }) });
      glow(g, W * x, y * H - tall * 0.55, tall * 0.7, '#fff6d2', 0.18);
      for (let r = 1; r < 4; ++r) {
        g.beginPath();
        g.ellipse(W * x, y * H + 1, tall * 0.2 * r, tall * 0.03 * r, 0, 0, 7);
        g.strokeStyle = css('#fff6d8', 0.34 / r);
        g.lineWidth = 1.4;
        g.stroke();
      }
    }
    for (const [x, y, s, f] of [[0.52, 0.27, 40, 0.7], [0.58, 0.235, 33, -0.3], [0.63, 0.29, 29, 0.9], [0.47, 0.21, 26, 0.2], [0.67, 0.22, 22, 0.8]]) {
      bird(g, W * x, H * y, s, '#fffaea', f, 0.96);
      line(g, '#8d8a72', 1, [[W * x, H * y + s * 0.1], [W * x + s * 0.7, H * y + s * 0.2]], 0.6);
    }
    // Reeds at the lens.
    layer(g, (top) => {
      for (let i = 0; i < 46; ++i) {
        const x = dice.in(-30, W * 0.2), tall = dice.in(90, 330) * (1 - x / (W * 0.26));
        top.beginPath();
        top.moveTo(x, H + 10);
        top.quadraticCurveTo(x + dice.in(0, 20), H - tall * 0.6, x + dice.in(20, 90), H - tall);
        top.strokeStyle = css(mix('#1b281c', '#9aa35a', dice() * 0.7));
        top.lineWidth = dice.in(2, 6);
        top.stroke();
      }
    }, { blur: 3 });
    finish(g, W, H, dice, { bloom: 0.22, from: 205, contrast: 0.5, vignette: 0.36, shadows: '#1d3a34', lights: '#fff2cf', tone: 0.16, grain: 3.4 });
  };

  scenes.lighthouse = (g, W, H, dice, noise) => {
    const sea = Math.round(H * 0.6), sun = [W * 0.16, H * 0.54], lamp = [W * 0.668, H * 0.235];
    wash(g, 0, 0, W, sea, [[0, '#141d28'], [0.45, '#2d3f4c'], [0.8, '#5f7780'], [0.97, '#b7bfae'], [1, '#cfcdb2']]);
    glow(g, ...sun, W * 0.4, '#ffe3a6', 0.5, 'screen', 0.35);
    clouds(g, W, { noise, horizon: sea - 6, sun, lit: '#8fa3a8', dark: '#0e151e', cover: 0.66, soft: 0.34, scale: 1, stretch: 0.55, alpha: 0.96, relief: 3.4 });
    clouds(g, W, { noise, horizon: sea - 20, sun, lit: '#5f7278', dark: '#0b1018', cover: 0.5, soft: 0.16, scale: 1.5, stretch: 0.6, alpha: 0.7, relief: 3, at: 40 });
    // Rain curtains under the cloud.
    shade(g, 0, H * 0.2, W, sea - H * 0.2, 4, (x, y, out) => {
      const n = noise.fbm((x + y * 0.35) / 150, y / 1400 + 3, 3);
      put(out, [44, 60, 70], smooth(0.05, 0.5, n) * 0.6 * smooth(H * 0.2, H * 0.4, y));
    });
    ridge(g, W, { noise, y: sea + 2, rise: 40, wide: 300, colour: '#4d626b', haze: '#7b8d8d', depth: 10, at: 12 });
    // Sea and rock are one height field: swell, chop on its back, and the reef it breaks on.
    wash(g, 0, sea - 2, W, H - sea, [[0, '#8f9f9b'], [1, '#12222b']]);
    const view = { eye: [0, 8, 0], horizon: sea, focal: W * 0.85, near: 7, far: 1400 };
    const islet = [17, 84];
    const stone = (x, z) => {
      const dx = (x - islet[0]) / 17, dz = (z - islet[1]) / 22, crag = noise.fbm(x / 9, z / 9, 5, 0.55), tail = Math.exp(-(((x - 46) / 24) ** 2) - ((z - 96) / 18) ** 2) * 6;
      return Math.exp(-dx * dx - dz * dz) * 13 + tail - 4.6 + crag * 5.2 + Math.abs(noise(x / 3, z / 3)) * 1.2;
    };
    const swell = (x, z) => {
      const a = noise.fbm(x / 34 + z / 60, z / 15 - x / 90, 2), b = noise(x / 9 + 7, z / 4.6 - x / 26), c = noise.fbm(x / 2.6, z / 1.5, 2);
      return (1 - Math.abs(a) * 2.1) * 2.5 + (1 - Math.abs(b) * 2) * 0.75 + c * 0.3 * smooth(180, 20, z) - 1.6;
    };
    const ground = (x, z) => Math.max(swell(x, z), z > 45 && z < 140 ? stone(x, z) : -9);
    terrain(g, W, H, { ...view, height: ground, stride: 0.0028, colour: (x, z, h, far, sx, sz) => {
      const haze = smooth(30, 500, far), rock = z > 45 && z < 140 ? stone(x, z) : -9;
      const facing = 1 / Math.hypot(1, sx, sz);
      if (rock >= swell(x, z) - 0.01) {
        const lit = clamp(0.28 + (-sx * 0.5 - sz * 0.12) * facing * 0.9 + noise.fbm(x * 1.3, z * 1.3 + h, 3) * 0.35);
        const wet = smooth(2.6, -0.4, h - noise.fbm(x / 2, z / 2, 2) * 1.2);
        return mix(mix(ramp([[0, '#0b1013'], [0.5, '#2c3432'], [0.85, '#68736a'], [1, '#a3a797']], lit * (1 - wet * 0.4)), '#dfe8e4', smooth(0.62, 0.95, wet + noise.fbm(x, z, 3) * 0.5) * 0.85), '#5f7780', 0.12);
      }
      const back = clamp(0.5 + sz * 0.42), crest = smooth(0.1, 1.9, h);
      let c = mix(mix('#0c2129', '#2c565a', crest), '#8fa6a2', back * 0.55 + haze * 0.2);
      c = mix(c, '#4f8a80', smooth(0.9, 2, h) * (1 - back) * 0.6);
      const shore = z > 40 && z < 145 ? smooth(-4.4, -0.8, stone(x, z) - noise.fbm(x / 4, z / 4, 3) * 2.4) : 0;
      const lace = noise.fbm(x / 1.3 + z * 0.1, z / 0.8, 4) * 0.6 + noise.fbm(x / 7, z / 3, 3) * 0.5;
      const foam = smooth(0.42, 1.05, crest * 0.72 + lace * 0.85) + shore * smooth(-0.25, 0.35, lace + shore * 0.5);
      return mix(mix(c, '#e9efea', clamp(foam) * 0.86), '#93a5a2', haze * 0.7);
    } });
    const at = project(view, W, islet[0] - 2, stone(islet[0] - 2, islet[1]) - 0.4, islet[1]);
    lamp[0] = at[0];
    const rock = (x) => at[1] + Math.abs(x - at[0]) * 0.1;
    const foot = rock(lamp[0]) + 10, wTop = 20, wFoot = 33, head = lamp[1] + 26;
    layer(g, (top) => {
      top.beginPath();
      top.moveTo(lamp[0] - wFoot, foot);
      top.quadraticCurveTo(lamp[0] - wTop - 2, foot - 120, lamp[0] - wTop, head);
      top.lineTo(lamp[0] + wTop, head);
      top.quadraticCurveTo(lamp[0] + wTop + 2, foot - 120, lamp[0] + wFoot, foot);
      top.closePath();
      top.fillStyle = gradient(top, lamp[0] - wFoot, 0, lamp[0] + wFoot, 0, [[0, '#cfd0bd'], [0.25, '#f0eddc'], [0.55, '#a5aca8'], [1, '#39464d']]);
      top.fill();
      top.save();
      top.clip();
      for (const [from, to] of [[0.2, 0.42], [0.64, 0.86]]) {
        top.fillStyle = gradient(top, lamp[0] - wFoot, 0, lamp[0] + wFoot, 0, [[0, '#963a2c'], [0.3, '#a8432f'], [0.65, '#6c2c24'], [1, '#2a1a1c']]);
        top.fillRect(lamp[0] - 50, lerp(head, foot, from), 100, (foot - head) * (to - from));
      }
      for (let i = 0; i < 260; ++i) {
        top.fillStyle = css('#20282b', dice() * 0.2);
        top.fillRect(lamp[0] + dice.in(-34, 34), lerp(head, foot, dice()), 1.4, dice.in(4, 26));
      }
      top.restore();
      for (const t of [0.3, 0.52, 0.74]) shape(top, '#12181c', [[lamp[0] - 5, lerp(head, foot, t)], [lamp[0] + 3, lerp(head, foot, t)], [lamp[0] + 3, lerp(head, foot, t) + 13], [lamp[0] - 5, lerp(head, foot, t) + 13]]);
      shape(top, '#1b2226', [[lamp[0] - 29, head], [lamp[0] + 29, head], [lamp[0] + 25, head + 8], [lamp[0] - 25, head + 8]]);
      for (let x = -28; x <= 28; x += 8) line(top, '#1b2226', 1.6, [[lamp[0] + x, head], [lamp[0] + x, head - 13]]);
      line(top, '#1b2226', 2, [[lamp[0] - 29, head - 13], [lamp[0] + 29, head - 13]]);
      shape(top, '#ffe9ae', [[lamp[0] - 14, head], [lamp[0] - 14, head - 40], [lamp[0] + 14, head - 40], [lamp[0] + 14, head]]);
      for (let x = -14; x <= 14; x += 7) line(top, '#2a2f30', 1.4, [[lamp[0] + x, head], [lamp[0] + x, head - 40]]);
      top.beginPath();
      top.moveTo(lamp[0] - 19, head - 39);
      top.quadraticCurveTo(lamp[0], head - 70, lamp[0] + 19, head - 39);
      top.fillStyle = '#3a2422';
      top.fill();
      line(top, '#14181a', 2, [[lamp[0], head - 52], [lamp[0], head - 74]]);
      // The keeper's house in its lee.
      const hx = lamp[0] + 44, hy = rock(lamp[0]) + 6;
      shape(top, gradient(top, hx, 0, hx + 84, 0, [[0, '#b9bbae'], [1, '#59636a']]), [[hx, hy], [hx, hy - 40], [hx + 84, hy - 40], [hx + 84, hy + 12]]);
      shape(top, '#2c2626', [[hx - 7, hy - 38], [hx + 12, hy - 66], [hx + 76, hy - 66], [hx + 92, hy - 38]]);
      shape(top, '#ffd486', [[hx + 18, hy - 27], [hx + 32, hy - 27], [hx + 32, hy - 10], [hx + 18, hy - 10]]);
    });
    // Beams: two cones through wet air.
    const air = (x, y) => 0.65 + 0.6 * noise.fbm(x / 120, y / 70, 4);
    shade(g, 0, 0, W, sea + 60, 3, (x, y, out) => {
      const dx = x - lamp[0], dy = y - (lamp[1] + 4), far = Math.hypot(dx, dy) + 1;
      let light = 0;
      for (const angle of [Math.PI + 0.13, 0.1]) {
        let off = Math.atan2(dy, dx) - angle;
        off = Math.atan2(Math.sin(off), Math.cos(off));
        light += Math.exp(-((off / 0.075) ** 2)) * Math.exp(-far / (W * 0.55)) * (angle > 3 ? 0.95 : 0.6);
      }
      put(out, [255, 238, 190], clamp(light * air(x, y)) * smooth(8, 60, far) * 0.85);
    }, 'screen');
    glow(g, lamp[0], lamp[1] + 4, 230, '#ffe6a8', 0.95);
    glow(g, lamp[0], lamp[1] + 4, 60, '#ffffff', 1);
    // Spray, thrown up where the swell meets the rock.
    for (const [dx, dz, size, n] of [[-15, 66, 130, 2600], [-4, 58, 80, 1300], [13, 60, 150, 2600], [34, 74, 110, 1500]]) {
      const [cx, cy] = project(view, W, islet[0] + dx, 0.6, dz);
      glow(g, cx, cy - size * 0.2, size, '#cfdcda', 0.22);
      for (let i = 0; i < n; ++i) {
        const plume = Math.floor(dice() * 4) - 1.5, a = -Math.PI / 2 + plume * 0.32 + dice.bell() * 0.22, far = Math.pow(dice(), 0.75) * size * (1.2 - Math.abs(plume) * 0.35), lift = far / size;
        dot(g, css(mix('#a9bcbc', '#ffffff', dice()), (1 - lift * 0.8) * dice.in(0.03, 0.3)), cx + plume * 10 + Math.cos(a) * far * 1.3 + lift * lift * 46, cy + Math.sin(a) * far + lift * lift * 26, dice.in(0.5, 4.5) * (1 - lift * 0.6));
      }
    }
    for (let i = 0; i < 9; ++i) bird(g, dice.in(W * 0.12, W * 0.5), dice.in(H * 0.2, H * 0.5), dice.in(6, 14), '#dfe6e4', dice.in(-0.6, 1), 0.8);
    rain(g, W, H, { dice, count: 1100, slant: 0.42, length: 42, alpha: 0.13 });
    finish(g, W, H, dice, { bloom: 0.36, from: 185, contrast: 0.34, vignette: 0.42, shadows: '#0f2a38', lights: '#f6f2dc', tone: 0.18, grain: 4.2, saturation: 0.95 });
  };

  /** Terraced paddies, brimful: at dawn, or (`late`) with the sun going down. */
  const paddies = (late) => (g, W, H, dice, noise) => {
    const tone = late
      ? { sky: [[0, '#3d4a72'], [0.45, '#a07a88'], [0.75, '#f0a06a'], [1, '#ffd08a']], mirror: [[0, '#ffcf8a'], [0.35, '#f09a66'], [0.7, '#8d6f88'], [1, '#3c4770']], haze: '#e2a07a', bank: ['#120f12', '#3c3424', '#8a6a3a'], lit: '#ffcf8c' }
      : { sky: [[0, '#7f9fc0'], [0.5, '#c2d2d8'], [0.85, '#f4e7cd'], [1, '#fbeeda']], mirror: [[0, '#fdf1dc'], [0.3, '#dfe3da'], [0.65, '#9db9cb'], [1, '#557a9e']], haze: '#e9e6d8', bank: ['#141c12', '#37502a', '#8fa04e'], lit: '#fff1c8' };
    const horizon = Math.round(H * 0.3), sun = [W * (late ? 0.3 : 0.74), H * (late ? 0.24 : 0.1)];
    wash(g, 0, 0, W, H * 0.5, tone.sky);
    glow(g, ...sun, W * 0.45, tone.lit, late ? 0.8 : 0.45);
    if (late) { dot(g, '#fff3d0', ...sun, 20); }
    clouds(g, W, { noise, horizon: horizon + 30, sun, lit: late ? '#ffc48a' : '#fffaf0', dark: late ? '#5c5270' : '#a9b9c4', cover: 0.48, soft: 0.24, scale: 0.8, stretch: 1, alpha: 0.8 });
    for (const [i, far] of [0.86, 0.7, 0.5].entries()) {
      ridge(g, W, { noise, y: horizon + 10 + i * 26, rise: 150 - i * 14, wide: 420 - i * 60, colour: mix(late ? '#3a3550' : '#44605f', tone.haze, far), haze: mix(late ? '#4a3f52' : '#6d867a', tone.haze, Math.min(1, far + 0.28)), depth: 60, at: i * 11 + 2, octaves: 6 });
      mist(g, W, { noise, y: horizon + 50 + i * 20, thick: 66, colour: tone.lit, alpha: late ? 0.3 : 0.6, at: i * 5 });
    }
    const view = { eye: [0, 77, 0], horizon, focal: W * 0.78, near: 16, far: 900 }, step = 2.3, valley = (z) => 16 * Math.sin(z / 95 + 0.6) - 4;
    const slope = (x, z) => {
      const off = Math.abs(x - valley(z)), side = x > valley(z) ? 1 : 0.86;
      return 56 - 0.16 * z + 0.00006 * z * z + side * 34 * smooth(4, 150, off) + 0.1 * off + 15 * noise.fbm(x / 105 + 4, z / 120, 2) * smooth(0, 40, off + z / 6) + noise(x / 21, z / 24) * 0.9;
    };
    const height = (x, z) => {
      const b = slope(x, z) / step, level = Math.floor(b), part = b - level;
      return (level + smooth(0.83, 0.97, part)) * step + (part > 0.78 ? 0.16 * smooth(0.78, 0.82, part) * (1 - smooth(0.9, 0.97, part)) : 0);
    };
    terrain(g, W, H, { ...view, height, stride: 0.0016, colour: (x, z, h, far, sx, sz) => {
      const b = slope(x, z) / step, level = Math.floor(b), part = b - level, air = smooth(60, 640, far) * 0.9;
      let c;
      if (part < 0.77) {
        const down = (view.eye[1] - h) / far, field = Math.floor(noise(level * 3.7, Math.floor(x / 46 + level * 0.37)) * 50);
        c = ramp(tone.mirror, clamp(down * 1.05 + noise.fbm(x / 30, z / 30, 3) * 0.22));
        const grown = field % 4 === 0 ? 0.75 : field % 3 === 0 ? 0.3 : 0.05;
        c = mix(c, late ? '#4a4a30' : '#7d9a45', grown * clamp(0.55 + noise(x * 1.4, z * 1.1) * 0.6 + noise(x / 3, z / 3) * 0.4));
        c = mix(c, tone.bank[0], smooth(0.1, 0, part) * 0.75 + smooth(0.72, 0.77, part) * 0.35);
      } else {
        const tuft = clamp(0.5 + noise.fbm(x * 0.9, z * 0.9, 3) * 0.9 + (late ? sx * -0.05 : sx * 0.05));
        c = ramp([[0, tone.bank[0]], [0.5, tone.bank[1]], [1, tone.bank[2]]], tuft);
        c = mix(c, tone.lit, smooth(0.93, 0.8, part) * 0.3 * tuft);
      }
      return mix(c, tone.haze, air);
    } });
    // Trees and farmhouses on the shoulders.
    const spots = [];
    for (let i = 0; i < 150; ++i) {
      const z = dice.in(60, 420), x = dice.in(-0.75, 0.75) * z;
      if (noise.fbm(x / 60 + 20, z / 60, 3) > 0.1) spots.push([x, z]);
    }
    spots.sort((a, b) => b[1] - a[1]);
    for (const [x, z] of spots) {
      const [px, py] = project(view, W, x, height(x, z), z), size = (5.5 * view.focal) / z * dice.in(0.5, 1.15), air = smooth(70, 620, z) * 0.86;
      const leaves = (late ? [[0, '#0b0c10'], [0.6, '#2b2620'], [1, '#b57c44']] : [[0, '#101a12'], [0.5, '#2d4a28'], [1, '#a8b060']]).map(([t, c]) => [t, mix(c, tone.haze, air)]);
      if (dice() < 0.1) {
        const s = size * 0.8;
        shape(g, css(mix(late ? '#1d1714' : '#6d5c48', tone.haze, air)), [[px - s, py], [px - s, py - s * 0.6], [px + s, py - s * 0.6], [px + s, py]]);
        shape(g, css(mix(late ? '#0e0c0e' : '#3b3a38', tone.haze, air)), [[px - s * 1.25, py - s * 0.5], [px - s * 0.8, py - s * 1.15], [px + s * 0.8, py - s * 1.15], [px + s * 1.25, py - s * 0.5]]);
        shape(g, '#ffd38a', [[px - s * 0.3, py - s * 0.42], [px + s * 0.05, py - s * 0.42], [px + s * 0.05, py - s * 0.14], [px - s * 0.3, py - s * 0.14]]);
        glow(g, px, py - s * 0.3, s * 1.6, '#ffc070', late ? 0.8 : 0.3);
      } else {
        line(g, leaves[0][1], Math.max(1, size * 0.1), [[px, py], [px, py - size * 0.6]]);
        foliage(g, { dice, x: px, y: py - size * 0.75, rx: size * 0.55, ry: size * 0.62, count: 260, leaf: Math.max(1, size * 0.055), light: late ? [-0.5, -0.7] : [0.6, -0.8], tones: leaves });
      }
    }
    for (const [y, thick, a, at] of [[0.36, 64, 0.8, 3], [0.44, 50, 0.5, 9]]) mist(g, W, { noise, y: H * y, thick, colour: late ? '#f4b07e' : '#fffaf0', alpha: a * (late ? 0.5 : 1), at });
    if (!late) shafts(g, { dice, from: [sun[0], -60], to: [W * 0.45, H * 0.8], spread: W * 0.4, count: 9, colour: '#fff3cf', alpha: 0.2, blur: 22 });
    // A farmer on the dyke.
    const spot = [late ? 9 : -13, 46], [fx, fy] = project(view, W, spot[0], height(...spot) + 0.3, spot[1]);
    person(g, dice, fx, fy, H * 0.075, { coat: late ? '#15131a' : '#33475a', rim: tone.lit, rimSide: late ? -1 : 1, stride: 0.08 });
    shape(g, late ? '#1f1a16' : '#b49a62', [[fx - H * 0.016, fy - H * 0.068], [fx, fy - H * 0.08], [fx + H * 0.016, fy - H * 0.068]]);
    finish(g, W, H, dice, { bloom: 0.3, from: 190, contrast: late ? 0.3 : 0.38, vignette: 0.34, tone: 0.14, shadows: late ? '#241c3c' : '#1d3540', lights: '#fff0d0', grain: 3.2, saturation: 1.08 });
  };
  scenes.terraces = paddies(false);
  scenes['poster-waterway'] = paddies(true);

  /** A street between two rows of houses: maps (x, height, z) in metres to the picture. */
  const street = (W, H, { cx = 0.5, cy = 0.5, focal, eye = 1.7 }) => (x, h, z) => [W * cx + (x * focal) / z, H * cy + ((eye - h) * focal) / z];
  const face = (g, at, fill, points) => shape(g, fill, points.map((p) => at(...p)));

  scenes.arcade = (g, W, H, dice, noise) => {
    const at = street(W, H, { cx: 0.48, cy: 0.6, focal: H * 0.62 }), eyeLine = H * 0.6;
    wash(g, 0, 0, W, eyeLine, [[0, '#16244a'], [0.4, '#2f4a7e'], [0.75, '#a0819a'], [0.92, '#f0a878'], [1, '#ffcf96']]);
    clouds(g, W, { noise, horizon: eyeLine, sun: [W * 0.48, eyeLine], lit: '#f3a98a', dark: '#2c3a66', cover: 0.5, soft: 0.2, scale: 0.8, stretch: 1.2, alpha: 0.7 });
    glow(g, W * 0.48, eyeLine, W * 0.5, '#ffb070', 0.7);
    wash(g, 0, eyeLine, W, H - eyeLine, [[0, '#8a6a62'], [0.2, '#3c3a48'], [1, '#181b26']]);
    const half = 4.3, bay = 4.2, walls = ['#b98f6c', '#a77f70', '#8f9a8c', '#c0a27a', '#9a8a94', '#b57f62', '#86949e'];
    for (let n = 15; n >= 0; --n) {
      const z0 = 2.6 + n * bay, z1 = z0 + bay, far = clamp(n / 15);
      for (const side of [-1, 1]) {
        const x = side * half, wall = mix(dice.pick(walls), '#38405c', 0.42), ink = (c) => mix(c, '#d3977e', far * 0.7), top = dice.in(11.2, 13.4);
        const f = (u, h, out = 0) => at(x - side * out, h, lerp(z0, z1, u));
        const quad = (fill, u0, h0, u1, h1, out = 0) => shape(g, fill, [f(u0, h0, out), f(u1, h0, out), f(u1, h1, out), f(u0, h1, out)]);
        const [, yTop] = f(0, top), [, yLow] = f(0, 0);
        quad(gradient(g, 0, yTop, 0, yLow, [[0, ink(mix(wall, '#202b4c', 0.35))], [0.55, ink(wall)], [0.8, ink(mix(wall, '#ffb066', 0.4))], [1, ink(mix(wall, '#3a2620', 0.4))]]), 0, 0, 1, top);
        // Weather: streaks under every ledge.
        for (let i = 0; i < 60; ++i) {
          const u = dice(), h = dice.in(4, top), l = dice.in(0.3, 2.4);
          const [ax, ay] = f(u, h), [, by] = f(u, Math.max(3.7, h - l));
          line(g, ink('#1c1a20'), Math.max(0.6, 26 / lerp(z0, z1, u)) * dice.in(0.3, 1), [[ax, ay], [ax, by]], 0.1);
        }
        // The walk behind the pillars: lit shops, a dark vault.
        const arch = [];
        for (let i = 0; i <= 16; ++i) arch.push(f(lerp(0.11, 0.89, i / 16), 2.55 + 0.9 * Math.sin((Math.PI * i) / 16)));
        const opening = [f(0.11, 0), ...arch, f(0.89, 0)];
        g.save();
        shape(g, '#160f10', opening);
        g.clip();
        const warm = dice.pick(['#ffb357', '#ffc27a', '#ff9d52', '#ffd7a0']), open = dice() < 0.82, [ox0] = f(0.11, 1), [ox1] = f(0.89, 1), [, oy0] = f(0.5, 3.4), [, oy1] = f(0.5, 0);
        shape(g, gradient(g, 0, oy0, 0, oy1, open ? [[0, '#4a2414'], [0.25, mix(warm, '#8a4420', 0.5)], [0.55, mix(warm, '#ffffff', 0.15)], [0.8, '#b8642c'], [1, '#4a2618']] : [[0, '#1d1518'], [0.6, '#5a3424'], [1, '#2a1a18']]), opening);
        for (let i = 0; i < 40; ++i) {
          const gx = lerp(ox0, ox1, dice()), gy = lerp(oy0, oy1, dice.in(0.32, 0.95)), s = (dice.in(0.05, 0.3) * 900) / z0;
          g.fillStyle = css(dice.pick(['#5a2a1a', '#8d4a28', '#e89a4a', '#2c1a16', '#ffd9a0', '#6b3a20']), open ? 0.4 : 0.2);
          g.fillRect(gx, gy, s * 0.35, s);
        }
        if (open) glow(g, lerp(ox0, ox1, 0.5), lerp(oy0, oy1, 0.3), 620 / z0, warm, 0.85);
        shape(g, gradient(g, ox0, 0, ox1, 0, [[0, '#0c080c', 0.8], [0.35, '#0c080c', 0], [0.8, '#0c080c', 0.1], [1, '#0c080c', 0.45]]), opening);
        shape(g, gradient(g, 0, f(0, 3.5)[1], 0, f(0, 0)[1], [[0, '#000000', 0.5], [0.3, '#000000', 0]]), opening);
        g.restore();
        // Pillar edges, ledges, balustrade.
        for (const u of [0, 0.89]) {
          quad(css(ink(mix(wall, '#ffb066', 0.25))), u, 0, u + 0.11, 3.5, 0.12);
          quad(css(ink(mix(wall, '#0f1424', 0.55))), u + (side > 0 ? 0 : 0.085), 0, u + (side > 0 ? 0.025 : 0.11), 3.5, 0.12);
        }
        for (const [h, out, tall] of [[3.75, 0.3, 0.26], [7.25, 0.24, 0.2], [10.6, 0.34, 0.3], [top, 0.4, 0.3]]) {
          quad(css(ink(mix(wall, '#f0d0a8', 0.3))), 0, h, 1, h + tall, out);
          quad(css(ink('#141420'), 0.5), 0, h - 0.22, 1, h, out * 0.5);
        }
        for (let i = 0; i < 9; ++i) quad(css(ink(mix(wall, '#101626', 0.35))), 0.03 + i * 0.108, 10.9, 0.08 + i * 0.108, top, 0.1);
        // Windows with shutters, round-headed on the upper floor.
        for (const [floor, tall, round] of [[4.5, 2.1, 0], [7.9, 1.9, 1]]) {
          for (let i = 0; i < 3; ++i) {
            const u0 = 0.12 + i * 0.28, u1 = u0 + 0.19, lit = dice() < 0.36, head = [];
            for (let k = 0; k <= 8; ++k) head.push(f(lerp(u0, u1, k / 8), floor + tall + (round ? 0.42 * Math.sin((Math.PI * k) / 8) : 0)));
            const [, wy0] = f(u0, floor + tall), [, wy1] = f(u0, floor);
            shape(g, css(ink(mix(wall, '#f4dcb8', 0.35))), [f(u0 - 0.03, floor - 0.12), ...head.map(([hx, hy]) => [hx, hy - 90 / z0]), f(u1 + 0.03, floor - 0.12)]);
            shape(g, lit ? gradient(g, 0, wy0, 0, wy1, [[0, '#fff0c0'], [1, '#ff9f4a']]) : gradient(g, 0, wy0, 0, wy1, [[0, '#2a3c68'], [1, '#141a2a']]), [f(u0, floor), ...head, f(u1, floor)]);
            quad(css(ink('#1d1a22')), (u0 + u1) / 2 - 0.006, floor, (u0 + u1) / 2 + 0.006, floor + tall);
            quad(css(ink('#1d1a22')), u0, floor + tall * 0.6, u1, floor + tall * 0.6 + 0.07);
            const green = ink(mix('#2d4a48', '#1a2030', dice() * 0.6));
            for (const [a, b] of [[u0 - 0.052, u0 - 0.004], [u1 + 0.004, u1 + 0.052]]) {
              quad(css(green), a, floor, b, floor + tall, 0.06);
              for (let s = 0; s < 9; ++s) quad(css(mix(green, '#000000', 0.5), 0.6), a, floor + (tall * s) / 9, b, floor + (tall * s) / 9 + 0.06, 0.07);
            }
            if (lit) glow(g, ...f((u0 + u1) / 2, floor + tall / 2), 420 / z0, '#ffb45e', 0.5);
          }
        }
        // A hanging board, its writing too far to read.
        if (n > 0 && dice() < 0.55) {
          const hue = dice.pick(['#7c2620', '#1d3b40', '#3a2a1c']), z = lerp(z0, z1, 0.5), b0 = at(x - side * 0.25, 6.6, z), b1 = at(x - side * 1.15, 4.1, z);
          shape(g, css(ink(hue)), [b0, [b1[0], b0[1]], b1, [b0[0], b1[1]]]);
          const bw = Math.abs(b1[0] - b0[0]);
          g.strokeStyle = css('#d9a860', 0.7);
          g.lineWidth = Math.max(0.6, bw * 0.05);
          g.strokeRect(Math.min(b0[0], b1[0]) + bw * 0.1, b0[1] + bw * 0.1, bw * 0.8, b1[1] - b0[1] - bw * 0.2);
          layer(g, (top) => {
            for (let i = 0; i < 3; ++i) {
              const gx = lerp(b0[0], b1[0], 0.5), gy = lerp(b0[1], b1[1], (i + 0.5) / 3), s = bw * 0.24;
              for (let k = -1; k <= 1; ++k) if (dice() < 0.8) line(top, '#f4cf86', s * 0.2, [[gx - s * dice.in(0.6, 1), gy + k * s * 0.6], [gx + s * dice.in(0.6, 1), gy + k * s * 0.56]]);
              line(top, '#f4cf86', s * 0.2, [[gx + dice.bell() * s * 0.3, gy - s], [gx + dice.bell() * s * 0.2, gy + s]]);
              line(top, '#f4cf86', s * 0.17, [[gx, gy], [gx - s * 0.9, gy + s]]);
              line(top, '#f4cf86', s * 0.17, [[gx, gy], [gx + s * 0.9, gy + s]]);
            }
          }, { blur: Math.max(0.5, bw * 0.03) });
        }
      }
      // Lanterns across the street.
      if (n % 2 === 1 && n < 12) {
        const z = z0 + 1.2, hang = (t) => at(lerp(-half, half, t), 6.4 - Math.sin(Math.PI * t) * 1.15, z);
        line(g, '#141018', Math.max(0.7, 16 / z), Array.from({ length: 21 }, (_, i) => hang(i / 20)));
        for (let i = 1; i < 8; ++i) {
          const [lx, ly] = hang(i / 8), s = (0.3 * H * 0.62) / z, ry = ly + s * 1.25;
          glow(g, lx, ry, s * 6, '#ff5a2e', 0.55);
          g.fillStyle = g.createRadialGradient(lx, ry, s * 0.1, lx, ry, s);
          for (const [t, c] of [[0, '#ffe2a0'], [0.45, '#ff7a38'], [1, '#b3201c']]) g.fillStyle.addColorStop(t, c);
          g.beginPath();
          g.ellipse(lx, ry, s, s * 0.82, 0, 0, 7);
          g.fill();
          for (const k of [-0.55, 0, 0.55]) {
            g.beginPath();
            g.ellipse(lx, ry, Math.abs(s * k) + 0.4, s * 0.82, 0, 0, 7);
            g.strokeStyle = css('#7a1412', 0.35);
            g.lineWidth = Math.max(0.5, s * 0.05);
            g.stroke();
          }
          shape(g, '#d9a34a', [[lx - s * 0.4, ry - s * 0.95], [lx + s * 0.4, ry - s * 0.95], [lx + s * 0.35, ry - s * 0.75], [lx - s * 0.35, ry - s * 0.75]]);
          line(g, '#d9a34a', Math.max(0.8, s * 0.14), [[lx, ry + s * 0.8], [lx, ry + s * 1.7]]);
        }
      }
      if (n === 11 || n === 7) mist(g, W, { noise, y: eyeLine - 10, thick: 120, colour: '#ffb483', alpha: 0.35, at: n });
    }
    // Wet flagstones: what stands above, broken by the joints.
    const floor = Math.round(eyeLine) + 8, image = g.getImageData(0, 0, W, floor).data;
    shade(g, 0, floor, W, H - floor, 1, (x, y, out) => {
      const z = (1.7 * H * 0.62) / (y - eyeLine), X = ((x - W * 0.48) * z) / (H * 0.62), row = Math.floor(z / 0.62), col = Math.floor(X / 0.95 + (row % 2) * 0.5);
      if (Math.abs(X) > half + 2.6) return;
      const tilt = noise(row * 7.3 + 0.5, col * 5.1 + 0.5), rough = noise.fbm(X * 3.1, z * 3.1, 4), puddle = smooth(-0.1, 0.35, noise.fbm(X * 0.5 + 9, z * 0.3, 3));
      const joint = Math.min(Math.abs(z / 0.62 - Math.round(z / 0.62)) * 0.62, Math.abs(X / 0.95 + (row % 2) * 0.5 - Math.round(X / 0.95 + (row % 2) * 0.5)) * 0.95), seam = smooth(0.05, 0.015, joint) * smooth(26, 8, z);
      const shift = (tilt * 26 + rough * 34) * (1 - puddle * 0.75), sy = clamp(Math.round(2 * eyeLine - y + shift), 0, floor - 1), sx = clamp(Math.round(x + shift * 0.35), 0, W - 1);
      let r = 0, gr = 0, b = 0;
      for (const k of [-14, -5, 5, 14]) {
        const j = (clamp(sy + k * 2, 0, floor - 1) * W + sx) * 4;
        r += image[j] / 4; gr += image[j + 1] / 4; b += image[j + 2] / 4;
      }
      const shine = lerp(0.5, 0.86, puddle) - seam * 0.35, stone = mix('#2e2f3a', '#54505a', clamp(0.5 + tilt * 0.7 + rough * 0.6));
      put(out, mix(stone, [r, gr, b], shine).map((v) => v * (1 - seam * 0.55)), 1);
    });
    for (const [x, z, coat, opts] of [[-1.3, 22, '#3b3a4a', {}], [0.9, 26, '#5a3a3a', {}], [1.7, 17, '#2d3a4a', {}], [-0.4, 15, '#4a2f3a', { skirt: true }], [2.3, 11.5, '#30343e', {}], [-1.9, 9.4, '#3a2c28', { skirt: true }], [0.75, 7.6, '#1c2430', {}]]) {
      const [px, py] = at(x, 0, z), tall = (1.68 * H * 0.62) / z;
      mirrored(g, { noise, waterline: py, reach: tall * 0.9, ripple: 5, alpha: 0.35, paint: (top) => person(top, dice, px, py, tall, { coat, rim: '#ffb87a', rimSide: x > 0 ? -1 : 1, ...opts }) });
    }
    const [ux, uy] = at(0.75, 1.95, 7.6);
    umbrella(g, ux, uy, 0.72 * (H * 0.62) / 7.6, '#8d2a26', '#ffb480');
    finish(g, W, H, dice, { bloom: 0.42, from: 175, contrast: 0.3, vignette: 0.4, shadows: '#141c40', lights: '#ffe6c0', tone: 0.2, grain: 4, saturation: 1.05 });
  };

  scenes.nightmarket = (g, W, H, dice, noise) => {
    const focal = H * 0.95, at = street(W, H, { cx: 0.53, cy: 0.5, focal, eye: 1.95 }), eyeLine = H * 0.5;
    wash(g, 0, 0, W, H, [[0, '#070a18'], [0.3, '#141a33'], [0.46, '#4a2f3a'], [0.5, '#3a2226'], [1, '#0d0b10']]);
    // Far end of the lane: lights without edges.
    layer(g, (top) => {
      for (let i = 0; i < 260; ++i) {
        const x = W * 0.53 + dice.bell() * W * 0.32, y = eyeLine - Math.abs(dice.bell()) * H * 0.16 + 12;
        dot(top, css(dice.pick(['#ffb357', '#ff7a4a', '#ffd9a0', '#ff5a4a', '#7ad0d8', '#ffe9c4', '#e86a9a']), dice.in(0.12, 0.55)), x, y, dice.in(3, 13));
      }
    }, { mode: 'screen', blur: 1.5 });
    glow(g, W * 0.53, eyeLine, W * 0.4, '#ff9a4a', 0.7, 'screen', 0.5);
    const awnings = [['#b3262a', '#f0e2c4'], ['#1f5f7a', '#e9e4d4'], ['#d08a2a', '#f4e8cc'], ['#2f6b4a', '#ece4cf'], ['#8a2f5a', '#f0dfd0'], ['#c9402e', '#c9402e']];
    const crowd = [];
    for (let i = 0; i < 74; ++i) crowd.push([dice.in(-2.4, 2.4), 5.2 + Math.pow(dice(), 0.9) * 26]);
    crowd.push([-1.2, 2.3], [0.42, 2.05], [1.55, 2.5], [-0.5, 4], [1.3, 4.2]);
    crowd.sort((a, b) => b[1] - a[1]);
    const walk = (from, to) => {
      for (const [x, z] of crowd) {
        if (z > from || z <= to) continue;
        const [px, py] = at(x, 0, z), tall = (dice.in(1.5, 1.78) * focal) / z, air = clamp((z - 6) / 26);
        person(g, dice, px, py, tall, { coat: mix(dice.pick(['#2a2f3e', '#4a2a2c', '#2c3a38', '#4a3f30', '#332a40', '#5a3a2a']), '#c9743c', air * 0.8), legs: mix('#14141a', '#a05c36', air * 0.8), skin: mix('#3a2720', '#d08a50', air * 0.7), rim: '#ffc078', rimSide: x > 0 ? 1 : -1, skirt: dice() < 0.25 });
      }
    };
    const edge = 2.75;
    for (let n = 8; n >= 0; --n) {
      const z0 = 3.4 + n * 3.1, z1 = z0 + 2.8;
      walk(n === 8 ? 99 : z0 + 3.1, z0);
      for (const side of [-1, 1]) {
        const x = side * edge, back = side * (edge + 2), [main, alt] = dice.pick(awnings), air = clamp(n / 9) * 0.65, ink = (c) => mix(c, '#d88a4a', air), lampX = side * (edge + 0.9);
        // The booth, bright within.
        face(g, at, gradient(g, 0, at(back, 2.6, z1)[1], 0, at(back, 0.8, z1)[1], [[0, '#ffe6b0'], [0.35, '#ffb85e'], [1, '#8a4420']]), [[back, 0.8, z0], [back, 0.8, z1], [back, 2.7, z1], [back, 2.7, z0]]);
        face(g, at, css(ink('#c97f3c')), [[x, 0.9, z1], [back, 0.9, z1], [back, 2.7, z1], [x, 2.7, z1]]);
        // Shelves, jars, price slips and hanging things on its two walls.
        const goods = ['#8f3c24', '#d0822f', '#4a2216', '#f0cc86', '#66703a', '#b5332a', '#2f1a16', '#e8e0c8', '#3f5a5a'];
        for (const shelf of [1.25, 1.6, 1.95]) {
          for (const wall of [0, 1]) {
            const on = (t, h) => (wall ? at(lerp(x, back, t), h, z1) : at(back, h, lerp(z0, z1, t)));
            line(g, ink('#3a1e14'), Math.max(1, (0.03 * focal) / z1), [on(0, shelf), on(1, shelf)]);
            for (let t = 0.03; t < 0.97; t += dice.in(0.035, 0.075)) {
              const [sx, sy] = on(t, shelf), w = (dice.in(0.05, 0.1) * focal) / z1, tall = (dice.in(0.08, 0.26) * focal) / z1, c = ink(dice.pick(goods));
              g.fillStyle = gradient(g, sx, 0, sx + w, 0, [[0, mix(c, '#fff0c8', 0.35)], [1, mix(c, '#1a0c0a', 0.45)]]);
              g.fillRect(sx, sy - tall, w, tall);
            }
          }
        }
        for (let i = 0; i < 12; ++i) {
          const [sx, sy] = at(x + side * 0.1, dice.in(2.05, 2.2), lerp(z0, z1, (i + 0.5) / 12)), w = (0.1 * focal) / lerp(z0, z1, i / 12), c = dice.pick(['#f4e6c4', '#e9c25a', '#c9402e', '#f4e6c4']);
          g.fillStyle = css(ink(c), 0.94);
          g.fillRect(sx, sy, w, w * dice.in(2, 3.4));
          for (let k = 0; k < 4; ++k) line(g, '#4a1e14', Math.max(0.6, w * 0.09), [[sx + w * 0.25, sy + w * (0.4 + k * 0.45)], [sx + w * 0.75, sy + w * (0.4 + k * 0.45)]], 0.7);
        }
        const seller = at(lerp(x, back, 0.6), 0, lerp(z0, z1, 0.5));
        person(g, dice, seller[0], seller[1], (1.62 * focal) / lerp(z0, z1, 0.5), { coat: ink(dice.pick(['#e9e0d0', '#7a2a2a', '#2f4a5a'])), skin: '#8a5638', rim: '#ffe0a0', rimSide: -side, lift: dice() });
        // Counter with trays, pots and skewers.
        face(g, at, css(ink('#5a3320')), [[x, 0, z0], [x, 0, z1], [x, 0.95, z1], [x, 0.95, z0]]);
        face(g, at, css(ink('#2a1a18')), [[x, 0, z0], [back, 0, z0], [back, 0.95, z0], [x, 0.95, z0]]);
        face(g, at, css(ink('#c08a50')), [[x, 0.95, z0], [x, 0.95, z1], [back, 0.95, z1], [back, 0.95, z0]]);
        for (let i = 0; i < 46; ++i) {
          const tz = lerp(z0, z1, dice()), [tx, ty] = at(x + side * dice.in(0.02, 0.8), 0.96 + dice() * 0.16, tz), s = (dice.in(0.05, 0.11) * focal) / tz;
          dot(g, css(ink(dice.pick(['#d8652a', '#f0b04a', '#8f2f20', '#e9d9a4', '#7a8f3a', '#c94a3a', '#f4e4c0']))), tx, ty, s, s * 0.6);
          dot(g, css('#fff0cc', 0.5), tx - s * 0.3, ty - s * 0.25, s * 0.25);
        }
        // Striped awning with a scalloped hem.
        const stripes = 9;
        for (let i = 0; i < stripes; ++i) {
          const a = lerp(z0 - 0.1, z1 + 0.1, i / stripes), b = lerp(z0 - 0.1, z1 + 0.1, (i + 1) / stripes), c = i % 2 ? alt : main, lip = x - side * 0.55;
          face(g, at, gradient(g, at(lip, 2.5, a)[0], 0, at(back, 3.3, a)[0], 0, [[0, ink(mix(c, '#ffb860', 0.45))], [1, ink(mix(c, '#0c0a14', 0.55))]]), [[lip, 2.5, a], [lip, 2.5, b], [back, 3.3, b], [back, 3.3, a]]);
          const p = at(lip, 2.5, a), q = at(lip, 2.5, b), r = at(lip, 2.18, (a + b) / 2);
          g.beginPath();
          g.moveTo(...p);
          g.quadraticCurveTo(p[0], r[1], ...r);
          g.quadraticCurveTo(q[0], r[1], ...q);
          g.fillStyle = css(ink(mix(c, '#ffc070', 0.3)));
          g.fill();
        }
        face(g, at, css(ink('#15101a'), 0.6), [[x - side * 0.55, 2.5, z0 - 0.1], [back, 3.3, z0 - 0.1], [back, 2.5, z0 - 0.1]]);
        for (let i = 0; i < 3; ++i) {
          const lz = lerp(z0, z1, (i + 0.5) / 3), [lx, ly] = at(lampX - side * 0.9, 2.2, lz);
          glow(g, lx, ly, (0.9 * focal) / lz, '#ffb050', 0.55);
          dot(g, '#fff4d4', lx, ly, (0.055 * focal) / lz);
        }
        if (dice() < 0.75) {
          const [sx, sy] = at(x + side * 0.3, 1.2, (z0 + z1) / 2), s = (1.5 * focal) / z0;
          shade(g, sx - s, sy - s * 2.2, s * 2, s * 2.3, 3, (px, py, out) => {
            const up = (sy - py) / (s * 2.2), off = (px - sx) / s - noise.fbm(py / (s * 0.7) + n * 3, side, 2) * 0.5 * up;
            put(out, [255, 226, 184], clamp(Math.exp(-((off / (0.14 + up * 0.5)) ** 2)) * (0.55 + noise.fbm(px / (s * 0.4), py / (s * 0.5) + n, 4)) * (1 - up) * smooth(0, 0.06, up)) * 0.5);
          }, 'screen');
        }
      }
      if (n % 2 === 0) {
        const z = z0 + 1, hang = (t) => at(lerp(-edge - 1, edge + 1, t), 4.3 - Math.sin(Math.PI * t) * 0.75, z);
        line(g, '#0c0a10', Math.max(0.7, 8 / z), Array.from({ length: 21 }, (_, i) => hang(i / 20)));
        for (let i = 1; i < 14; ++i) {
          const [lx, ly] = hang(i / 14), s = (0.085 * focal) / z;
          glow(g, lx, ly, s * 7, '#ffae4a', 0.6);
          dot(g, '#fff3cf', lx, ly + s * 0.4, s);
        }
      }
    }
    walk(3.4 + 3.1, 3);
    // Wet asphalt.
    const floor = Math.round(H * 0.68);
    layer(g, (top) => {
      for (let y = 0; y < H - floor; ++y) {
        const sway = 10 * noise(y / 7, 3) + 6 * noise(y / 2.4, 8);
        top.globalAlpha = 0.34 * (0.4 + 0.6 * smooth(-0.2, 0.4, noise.fbm(2, y / 60, 2)));
        top.drawImage(g.canvas, 0, Math.max(0, Math.round(floor - y * 1.9)), W, 1, sway, floor + y, W, 1.3);
      }
    }, { mode: 'screen', blur: 2.5 });
    layer(g, (top) => {
      const own = g;
      g = top;
      walk(3, 0);
      g = own;
    }, { blur: 5 });
    finish(g, W, H, dice, { bloom: 0.5, from: 170, contrast: 0.34, vignette: 0.45, shadows: '#101838', lights: '#ffe4b4', tone: 0.18, grain: 5, saturation: 1.05 });
  };

  scenes.viaduct = (g, W, H, dice, noise) => {
    const cy = 0.63, sea = Math.round(H * cy), sun = [W * 0.86, H * 0.3], at = street(W, H, { cx: 0.5, cy, focal: W * 0.8, eye: 9 });
    wash(g, 0, 0, W, sea, [[0, '#6f9bc4'], [0.55, '#b5cfdc'], [0.9, '#efe5cf'], [1, '#f9e9cb']]);
    glow(g, ...sun, W * 0.4, '#fff2cc', 0.6);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#fffaf0', dark: '#91a7ba', cover: 0.52, soft: 0.16, scale: 1.1, stretch: 0.8, alpha: 0.9 });
    for (const [i, far] of [0.72, 0.5, 0.22].entries()) {
      ridge(g, W, { noise, y: sea - 8 + i * 4, rise: 330 - i * 92, wide: 520 - i * 130, colour: mix('#1d4650', '#c9d6da', far), haze: mix('#55756a', '#efe8d6', Math.min(1, far + 0.2)), depth: 24, at: i * 13 + 5, octaves: 6, rough: i * 2.2 });
      mist(g, W, { noise, y: sea - 20 + i * 6, thick: 56 - i * 10, colour: '#f6f0e0', alpha: 0.7 - i * 0.16, at: i * 3 });
    }
    water(g, W, { noise, horizon: sea, calm: 0.36, clear: 0.92, deep: '#2f5560', waves: 1, sun: sun[0], spark: 0.3, wide: 0.14 });
    // The line runs from the near left to the far right.
    const a = [-66, 100], b = [250, 520], way = (t) => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)], deckTop = 27, deckLow = 23.6;
    const bridge = (top, up) => {
      const P = (t, h, shift = 0) => {
        const [x, z] = way(t);
        return at(x + shift * 0.66, h * up, z - shift * 0.75);
      };
      const air = (t) => clamp(0.02 + t * 0.55);
      for (let i = 17; i >= -1; --i) {
        const t = i / 16, [x0] = P(t, 0, 3.4), [x1] = P(t, 0, -3.4), tone = (c) => mix(c, '#dfe3dc', air(t));
        const wide = Math.abs(x1 - x0) * 0.62 + 3, [cx, low] = P(t, 0), [, high] = P(t, deckLow - 2.4), [, cap] = P(t, deckLow);
        shape(top, gradient(top, cx - wide / 2, 0, cx + wide / 2, 0, [[0, tone('#4d5f68')], [0.5, tone('#9ba29f')], [1, tone('#fbf0d8')]]), [[cx - wide * 0.56, low], [cx - wide * 0.42, high], [cx + wide * 0.42, high], [cx + wide * 0.56, low]]);
        shape(top, css(tone('#8d979a')), [[cx - wide * 0.42, high], [cx - wide * 0.8, cap], [cx + wide * 0.8, cap], [cx + wide * 0.42, high]]);
        shape(top, css(tone('#3d4f58'), 0.5), [[cx - wide * 0.56, low], [cx - wide * 0.54, low - up * 9], [cx + wide * 0.54, low - up * 9], [cx + wide * 0.56, low]]);
      }
      const steps = 60, run = (h, s) => Array.from({ length: steps + 1 }, (_, i) => P(lerp(-0.14, 1.12, i / steps), h, s));
      const fade = (near, far) => gradient(top, P(-0.12, 0)[0], 0, P(1.1, 0)[0], 0, [[0, near], [0.5, mix(near, far, 0.45)], [1, far]]);
      shape(top, fade('#56666e', '#c6cecd'), [...run(deckLow, 4.6), ...run(deckLow + 1.3, 5.2).reverse()]);
      shape(top, fade('#a9aea9', '#e4e2d8'), [...run(deckLow + 1.3, 5.2), ...run(deckTop - 0.6, 5.2).reverse()]);
      shape(top, fade('#7f8d92', '#d4d8d4'), [...run(deckTop - 0.6, 5.2), ...run(deckTop + 0.7, 5.2).reverse()]);
      // Masts and wire.
      for (let i = 34; i >= -3; --i) {
        const t = i / 30, w = Math.max(0.8, 90 / way(t)[1]);
        line(top, mix('#4b5a62', '#dfe3dc', air(t)), w, [P(t, deckTop, -3), P(t, deckTop + 8, -3), P(t, deckTop + 7.4, 2)]);
      }
      line(top, '#5d6b72', 0.9, run(deckTop + 6.6, 1), 0.7);
      line(top, '#5d6b72', 0.8, run(deckTop + 7.8, 1), 0.5);
      // The train, its nose towards us.
      const nose = 0.11, tail = 0.62;
      const body = (h0, h1, s0, s1) => {
        const upper = [], lower = [];
        for (let i = 0; i <= 70; ++i) {
          const t = lerp(nose, tail, i / 70), point = smooth(0, 0.035, t - nose), end = smooth(0, 0.02, tail - t);
          upper.push(P(t, deckTop + lerp(1, h1, Math.pow(point, 0.55) * end), s1));
          lower.push(P(t, deckTop + lerp(0.8, h0, Math.pow(point, 0.55)), s0));
        }
        return [...lower, ...upper.reverse()];
      };
      shape(top, fade('#aab7bf', '#e4e6e2'), body(0.5, 4.3, -1.7, -1.7));
      shape(top, gradient(top, 0, P(0.2, deckTop + 4.4)[1], 0, P(0.2, deckTop)[1], [[0, '#ffffff'], [0.6, '#eef1f0'], [1, '#a9b5ba']]), body(0.5, 4.4, 1.7, 1.7));
      shape(top, '#e9edec', body(4.3, 4.6, 1.7, -1.7));
      shape(top, '#25384a', body(2.35, 3.15, 1.72, 1.72));
      shape(top, '#1c5fa8', body(1.25, 1.6, 1.72, 1.72));
      for (let i = 1; i < 8; ++i) {
        const t = lerp(nose, tail, i / 8);
        line(top, '#6c7a82', Math.max(0.8, 70 / way(t)[1]), [P(t, deckTop + 0.6, 1.75), P(t, deckTop + 4.4, 1.75)], 0.8);
      }
      for (let i = 0; i < 60; ++i) {
        const t = lerp(nose + 0.045, tail - 0.02, i / 60);
        if (noise(i * 3.3, 1) > -0.1) line(top, '#ffe7b8', Math.max(0.9, 150 / way(t)[1]), [P(t, deckTop + 2.45, 1.76), P(t, deckTop + 3.05, 1.76)], 0.75);
      }
      return P(nose + 0.006, deckTop + 1.5, 1.2);
    };
    const mirror = sheet(W, H);
    bridge(mirror, -1);
    for (let y = sea; y < H; ++y) {
      const t = (y - sea) / (H - sea), sway = (2 + 12 * t) * (noise(y / (2 + 5 * t), 3) + 0.5 * noise(y / 1.7, 8));
      g.globalAlpha = 0.52 * (1 - t * 0.5);
      g.drawImage(mirror.canvas, 0, y, W, 1, sway, y, W, 1.4);
    }
    g.globalAlpha = 1;
    const lampAt = bridge(g, 1);
    glow(g, ...lampAt, 46, '#fff4d0', 1);
    mist(g, W, { noise, y: sea + 26, thick: 46, colour: '#fbf5e6', alpha: 0.55, at: 23 });
    // A raft on the river, and reeds on our own bank.
    const [bx, by] = [W * 0.3, H * 0.86];
    mirrored(g, { noise, waterline: by + 3, reach: 90, ripple: 4, alpha: 0.55, paint: (top) => {
      shape(top, '#3a3226', [[bx - 90, by - 3], [bx - 74, by + 4], [bx + 84, by + 4], [bx + 104, by - 8], [bx + 80, by - 2]]);
      person(top, dice, bx + 24, by, 78, { coat: '#3f4d55', rim: '#fff0c8', rimSide: -1 });
      shape(top, '#a88c52', [[bx + 8, by - 70], [bx + 24, by - 83], [bx + 40, by - 70]]);
      line(top, '#4a3d28', 2.2, [[bx + 34, by - 92], [bx + 8, by + 16]]);
    } });
    layer(g, (top) => {
      for (let i = 0; i < 420; ++i) {
        const x = dice() * W, side = Math.abs(x / W - 0.5) * 2, tall = dice.in(30, 190) * smooth(0.1, 1, side + noise(x / 160, 4) * 0.4), bend = dice.in(6, 46);
        if (tall < 24) continue;
        top.beginPath();
        top.moveTo(x, H + 8);
        top.quadraticCurveTo(x + bend * 0.3, H - tall * 0.6, x + bend, H - tall);
        top.strokeStyle = css(mix('#1d2f1e', '#b9b45e', Math.pow(dice(), 1.4)));
        top.lineWidth = dice.in(1.2, 4);
        top.stroke();
        if (dice() < 0.28) for (let k = 0; k < 16; ++k) line(top, mix('#b99a62', '#fff0cc', dice()), 1.3, [[x + bend - k * 0.6, H - tall + k * 2], [x + bend + dice.in(3, 13), H - tall + k * 2.2 + 8]], 0.7);
      }
    }, { blur: 1.1 });
    finish(g, W, H, dice, { bloom: 0.26, from: 205, contrast: 0.4, vignette: 0.3, shadows: '#163448', lights: '#fff2d8', tone: 0.14, grain: 2.8, saturation: 1.08 });
  };

  scenes.kites = (g, W, H, dice, noise) => {
    const sea = Math.round(H * 0.735), shore = Math.round(H * 0.785), sun = [W * 0.16, H * 0.52];
    wash(g, 0, 0, W, sea, [[0, '#2f74b4'], [0.4, '#6ba6cf'], [0.78, '#cfe0dc'], [1, '#f8e6c4']]);
    glow(g, ...sun, W * 0.5, '#ffe9b8', 0.7);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#fffaf0', dark: '#8fa3bc', cover: 0.5, soft: 0.13, scale: 0.95, stretch: 0.75, alpha: 0.96, relief: 2.8, at: 6 });
    ridge(g, W, { noise, y: sea + 1, rise: 34, wide: 300, colour: '#8fa9b5', haze: '#dfe1d4', depth: 4, at: 4 });
    // The sea in bands of surf, then wet sand that holds the sky.
    wash(g, 0, sea, W, shore - sea, [[0, '#6f9fae'], [0.5, '#4f8f9c'], [1, '#a9c9bd']]);
    for (let i = 0; i < 6; ++i) {
      const y = lerp(sea + 5, shore - 2, Math.pow(i / 5, 1.4));
      for (let x = 0; x < W; x += 3) {
        const n = noise.fbm(x / (40 + i * 30) + i * 9, i, 4);
        if (n > -0.12) line(g, '#fdfcf4', 0.8 + i * 0.9, [[x, y + n * (3 + i * 2)], [x + 4, y + n * (3 + i * 2)]], clamp(n + 0.35));
      }
    }
    const sky = g.getImageData(0, 0, W, sea).data;
    shade(g, 0, shore, W, H - shore, 1, (x, y, out) => {
      const t = (y - shore) / (H - shore), near = 1 / (t + 0.09), u = ((x - W / 2) / W) * near, n = noise.fbm(u * 3, near * 1.3, 4), fine = noise.fbm(x / 5, y / 3, 2);
      const wet = smooth(0.5, 0.02, t + n * 0.3), j = (clamp(Math.round(sea - 4 - (y - shore) * 1.9 + n * 12), 0, sea - 1) * W + clamp(Math.round(x + n * 10), 0, W - 1)) * 4;
      const ribs = Math.sin(near * 34 + n * 9 + u * 7) * 0.5 + 0.5, sand = mix(mix('#a5845a', '#ecd3a0', clamp(0.55 + n * 0.5 + fine * 0.16)), '#7d6348', ribs * 0.2 * smooth(0.2, 0.6, t));
      put(out, mix(sand, [sky[j], sky[j + 1], sky[j + 2]], wet * 0.72), 1);
    });
    // People first, far to near; each third one flies a kite.
    const crowd = [], fliers = [];
    for (let i = 0; i < 130; ++i) crowd.push([dice() * W, lerp(shore + 4, H * 0.9, Math.pow(dice(), 2.2))]);
    crowd.push([W * 0.2, H * 0.945], [W * 0.262, H * 0.953], [W * 0.8, H * 0.935]);
    crowd.sort((p, q) => p[1] - q[1]);
    for (const [x, y] of crowd) {
      const tall = 15 + (y - shore) * 0.78, child = dice() < 0.35 ? 0.66 : 1, lift = dice() < 0.45 ? dice.in(0.6, 1) : 0;
      g.save();
      g.globalAlpha = 0.3;
      g.filter = 'blur(1.5px)';
      shape(g, '#2c2a3a', [[x - tall * 0.05, y], [x + tall * 0.06, y], [x + tall * 1.1, y + tall * 0.13], [x + tall * 0.95, y + tall * 0.13]]);
      g.restore();
      person(g, dice, x, y, tall * child, { coat: dice.pick(['#b8372f', '#e0a23a', '#2f5f8a', '#e9e4d4', '#3c6f5c', '#6a3f6a', '#27313d', '#d9764a']), legs: dice.pick(['#26303c', '#3a3f4a', '#6b5a48']), skin: '#3a2a22', rim: '#fff2cc', rimSide: -1, lift, stride: dice.in(-0.09, 0.09), skirt: dice() < 0.3 });
      if (lift) fliers.push([x - tall * 0.1 * child, y - tall * 0.95 * child]);
    }
    const sets = [['#d8372c', '#f6c445'], ['#1f6fb0', '#f2efe4'], ['#f08a2c', '#7a2a6a'], ['#2c8f7a', '#f6e05a'], ['#e4568a', '#fdf4dc'], ['#f3c53c', '#c23a2a'], ['#5a4fb0', '#8fd0e0']];
    const panel = (points, c) => shape(g, gradient(g, points[0][0], points[0][1], points[2][0], points[2][1], [[0, mix(c, '#fff6d8', 0.45)], [0.5, c], [1, mix(c, '#16233c', 0.35)]]), points);
    const tail = (x, y, long, c, w) => {
      for (let i = 0; i < 26; ++i) {
        const t = i / 26, px = (k) => x + k * long * 0.7 + Math.sin(k * 9 + x) * long * 0.07, py = (k) => y + k * long * 0.62 + Math.cos(k * 7 + y) * long * 0.06;
        line(g, mix(c, '#ffffff', 0.3 * Math.sin(i * 1.3) ** 2), w * (1 - t * 0.7), [[px(t), py(t)], [px(t + 0.045), py(t + 0.045)]], 0.95);
      }
    };
    const kites = [[0.42, 0.3, 132, 'delta'], [0.66, 0.17, 96, 'diamond'], [0.22, 0.2, 84, 'fish'], [0.82, 0.36, 88, 'bird'], [0.55, 0.47, 58, 'diamond']];
    for (let i = 0; i < 44; ++i) kites.push([dice.in(0.02, 0.98), dice.in(0.06, 0.62), dice.in(9, 34), dice.pick(['delta', 'diamond', 'delta', 'bird', 'diamond', 'bird', 'fish'])]);
    kites.sort((p, q) => p[2] - q[2]);
    kites.forEach(([kx, ky, s, kind], i) => {
      const x = kx * W, y = ky * H, [c, d] = sets[i % sets.length], [fx, fy] = fliers[Math.floor(dice() * fliers.length)] ?? [x, H * 0.85];
      g.beginPath();
      g.moveTo(x, y + s * 0.2);
      g.quadraticCurveTo(lerp(x, fx, 0.35) + 20, lerp(y, fy, 0.75), fx, fy);
      g.strokeStyle = css('#fffdf4', 0.12 + s / 420);
      g.lineWidth = 0.5 + s / 160;
      g.stroke();
      const turn = dice.in(-0.35, 0.15), rot = (px, py) => [x + (px * Math.cos(turn) - py * Math.sin(turn)) * s, y + (px * Math.sin(turn) + py * Math.cos(turn)) * s];
      if (kind === 'diamond') {
        tail(...rot(0, 0.75), s * 2.4, d, s * 0.09);
        panel([rot(0, -0.75), rot(-0.52, -0.12), rot(0, 0)], c);
        panel([rot(0, -0.75), rot(0.52, -0.12), rot(0, 0)], mix(c, '#1a1c3a', 0.22));
        panel([rot(-0.52, -0.12), rot(0, 0.78), rot(0, 0)], mix(d, '#1a1c3a', 0.1));
        panel([rot(0.52, -0.12), rot(0, 0.78), rot(0, 0)], d);
      } else if (kind === 'delta') {
        tail(...rot(0, 0.5), s * 2, c, s * 0.06);
        for (const k of [-1, 1]) {
          for (let j = 0; j < 4; ++j) {
            const p = (t) => rot(k * lerp(0.06, 1, t), lerp(-0.5, 0.22, t)), q = (t) => rot(k * lerp(0.03, 0.86, t), lerp(0.34, 0.36, t) + 0.04 * Math.sin(t * 12));
            panel([p(j / 4), p((j + 1) / 4), q((j + 1) / 4), q(j / 4)], j % 2 ? d : k > 0 ? mix(c, '#16233c', 0.2) : c);
          }
        }
        panel([rot(-0.06, -0.55), rot(0.06, -0.55), rot(0, 0.5)], '#2a2f4a');
      } else if (kind === 'bird') {
        for (const k of [-1, 1]) {
          g.beginPath();
          g.moveTo(...rot(0, -0.18));
          g.quadraticCurveTo(...rot(k * 0.5, -0.62), ...rot(k * 1.1, -0.2));
          g.quadraticCurveTo(...rot(k * 0.6, -0.12), ...rot(k * 0.1, 0.2));
          g.fillStyle = gradient(g, ...rot(0, -0.5), ...rot(k, 0.2), [[0, mix(c, '#fff6d8', 0.35)], [0.6, c], [1, mix(d, '#16233c', 0.2)]]);
          g.fill();
          for (let j = 1; j < 5; ++j) line(g, d, s * 0.03, [rot(k * 0.16 * j, -0.3), rot(k * 0.2 * j, -0.08)], 0.8);
        }
        panel([rot(0, -0.42), rot(0.1, 0), rot(0, 0.3), rot(-0.1, 0)], d);
        panel([rot(0, 0.22), rot(0.22, 0.72), rot(0, 0.6), rot(-0.22, 0.72)], c);
      } else {
        for (let j = 15; j >= 0; --j) {
          const t = j / 15, bx = -0.7 + t * 2, by = Math.sin(t * 7) * 0.12 * t, r = 0.32 * Math.sin(Math.PI * (0.2 + t * 0.75)) + 0.05, [px, py] = rot(bx, by);
          dot(g, gradient(g, px, py - r * s, px, py + r * s, [[0, mix(j % 2 ? d : c, '#fff6d8', 0.45)], [0.55, j % 2 ? d : c], [1, mix(c, '#16233c', 0.45)]]), px, py, s * 0.12, s * r);
        }
        panel([rot(1.25, 0.08), rot(1.75, -0.26), rot(1.58, 0.1), rot(1.75, 0.45)], c);
        dot(g, '#ffffff', ...rot(-0.62, -0.07), s * 0.075);
        dot(g, '#16181c', ...rot(-0.63, -0.07), s * 0.04);
      }
    });
    finish(g, W, H, dice, { bloom: 0.24, from: 215, contrast: 0.34, vignette: 0.28, shadows: '#1b3358', lights: '#fff0d0', tone: 0.12, grain: 2.8, saturation: 1.1 });
  };

  scenes.racks = (g, W, H, dice, noise) => {
    const focal = H * 0.85, cy = 0.44, sea = Math.round(H * cy), at = street(W, H, { cx: 0.42, cy, focal, eye: 1.75 }), sun = [W * 0.36, H * 0.3];
    wash(g, 0, 0, W, sea, [[0, '#7b8aa0'], [0.5, '#d9b48c'], [0.85, '#ffdb9a'], [1, '#ffe6b4']]);
    glow(g, ...sun, W * 0.55, '#ffcf80', 0.85);
    dot(g, '#fffbe8', ...sun, 30);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#fff0cf', dark: '#8c7f86', cover: 0.5, soft: 0.2, scale: 0.8, stretch: 1.2, alpha: 0.8 });
    ridge(g, W, { noise, y: sea - 2, rise: 60, wide: 340, colour: '#b08f7c', haze: '#f2cb96', depth: 8, at: 6 });
    water(g, W, { noise, horizon: sea, to: Math.round(H * 0.56), calm: 0.6, clear: 0.9, deep: '#7a6b60', waves: 2, sun: sun[0], spark: 1, sparkle: '#fff0c0', wide: 0.16 });
    for (const [x, y, l, f] of [[0.62, 0.472, 90, -1], [0.13, 0.485, 120, 1]]) fishingBoat(g, dice, W * x, H * y, l, { face: f, hull: '#2a3442', stripe: '#6b2f26', cabin: '#8a7f72', sun: '#ffd28a', haze: '#e8b988', fog: 0.4 });
    // Sand with the racks' long shadows.
    const beach = (x, y) => {
      const z = (1.75 * focal) / (y - sea), X = ((x - W * 0.42) * z) / focal;
      return [X, z];
    };
    const top = Math.round(H * 0.535);
    shade(g, 0, top, W, H - top, 1, (x, y, out) => {
      const [X, z] = beach(x, y), n = noise.fbm(X * 1.1, z * 0.9, 5), grit = noise(x / 1.7, y / 1.4), lane = Math.abs(X + 0.2);
      const bars = smooth(0.1, 0.6, Math.sin((X + z * 0.16) * 9) * 0.5 + n * 0.5) * smooth(1.1, 2, lane) * smooth(26, 6, z);
      let c = mix('#8a6844', '#e8c088', clamp(0.5 + n * 0.75 + grit * 0.12 + smooth(12, 26, z) * 0.3));
      c = mix(c, '#3d2c2c', bars * 0.62 + smooth(1.3, 2.6, lane) * 0.16);
      c = mix(c, '#fff0c4', smooth(1.5, 0.2, lane) * 0.24 * smooth(-0.2, 0.4, n));
      put(out, c, smooth(top, top + 26, y + n * 20));
    });
    const fish = (x, y, long, warm, plump) => {
      const w = long * (0.1 + plump * 0.035), lean = (plump - 0.5) * long * 0.06;
      g.save();
      g.translate(x, y);
      g.transform(1, 0, lean / long, 1, 0, 0);
      shape(g, css(mix('#5a3420', warm, 0.35)), [[0, long * 0.1], [-w * 1.1, -long * 0.08], [0, -long * 0.02], [w * 1.1, -long * 0.08]]);
      shape(g, css(mix('#6b3a20', warm, 0.5), 0.85), [[w * 0.7, long * 0.34], [w * 1.75, long * 0.46], [w * 0.9, long * 0.6]]);
      g.fillStyle = gradient(g, -w, 0, w, 0, [[0, mix('#2c1a16', warm, 0.12)], [0.35, mix('#8a5432', warm, 0.3)], [0.62, warm], [0.82, mix(warm, '#fff2cc', 0.75)], [1, mix('#7a4428', warm, 0.3)]]);
      g.beginPath();
      g.moveTo(-w * 0.16, long * 0.04);
      g.bezierCurveTo(-w * 0.5, long * 0.2, -w * 1.15, long * 0.36, -w * 0.95, long * 0.66);
      g.quadraticCurveTo(-w * 0.75, long * 0.9, w * 0.1, long);
      g.quadraticCurveTo(w * 0.95, long * 0.86, w * 1.02, long * 0.62);
      g.bezierCurveTo(w * 1.05, long * 0.36, w * 0.4, long * 0.2, w * 0.16, long * 0.04);
      g.closePath();
      g.fill();
      g.beginPath();
      g.moveTo(-w * 0.9, long * 0.72);
      g.quadraticCurveTo(0, long * 0.8, w * 0.98, long * 0.7);
      g.strokeStyle = css('#2c1810', 0.55);
      g.lineWidth = Math.max(0.5, long * 0.014);
      g.stroke();
      for (let i = 0; i < 6; ++i) line(g, mix(warm, '#fff0c8', 0.5), Math.max(0.4, long * 0.007), [[-w * 0.4 + i * w * 0.2, long * (0.26 + (i % 2) * 0.03)], [-w * 0.5 + i * w * 0.26, long * 0.64]], 0.35);
      dot(g, '#1c100c', -w * 0.2, long * 0.85, Math.max(0.6, long * 0.02));
      g.restore();
    };
    const bamboo = (p, q, w) => {
      line(g, '#2c1c14', w, [p, q]);
      line(g, '#d8974c', w * 0.36, [[p[0] - w * 0.12, p[1] - w * 0.22], [q[0] - w * 0.12, q[1] - w * 0.22]], 0.9);
    };
    for (let n = 12; n >= 0; --n) {
      const z = 3.1 + n * 1.75;
      for (const [from, to] of [[-8.5, -1.5], [1.25, 9.5]]) {
        const air = clamp(n / 15), px = focal / z;
        for (let x = from; x <= to + 0.1; x += (to - from) / 3) {
          bamboo(at(x - 0.25, 0, z - 0.25), at(x + 0.06, 2.35, z), 0.046 * px);
          bamboo(at(x + 0.3, 0, z + 0.3), at(x - 0.04, 2.3, z), 0.042 * px);
        }
        for (const h of [2.12, 1.36]) {
          bamboo(at(from - 0.3, h, z), at(to + 0.3, h + 0.03, z), 0.04 * px);
          for (let x = from; x < to; x += 0.2) {
            const [fx, fy] = at(x + dice.bell() * 0.03, h, z);
            if (fx < -80 || fx > W + 80 || dice() < 0.06) continue;
            fish(fx, fy + 0.02 * px, px * dice.in(0.46, 0.64), ramp([[0, '#ffb85a'], [0.5, '#f0944a'], [1, '#ffd890']], dice()).map((v, k) => lerp(v, [255, 218, 160][k], air * 0.6)), dice());
          }
        }
      }
      if (n === 5) {
        const [px, py] = at(-0.35, 0, z), tall = (1.58 * focal) / z;
        g.save();
        g.globalAlpha = 0.5;
        g.filter = 'blur(3px)';
        shape(g, '#2c1d1c', [[px - tall * 0.09, py], [px + tall * 0.09, py], [px + tall * 0.3, py + tall * 0.75], [px + tall * 0.04, py + tall * 0.75]]);
        g.restore();
        person(g, dice, px, py, tall, { coat: '#4a3446', legs: '#2a2226', rim: '#ffdc94', rimSide: -1, lift: 0.35, stride: 0.04 });
        shape(g, '#c08f4a', [[px - tall * 0.14, py - tall * 0.945], [px - tall * 0.02, py - tall * 1.06], [px + tall * 0.02, py - tall * 1.06], [px + tall * 0.14, py - tall * 0.945]]);
        shape(g, '#7a5026', [[px + tall * 0.1, py - tall * 0.5], [px + tall * 0.3, py - tall * 0.5], [px + tall * 0.26, py - tall * 0.37], [px + tall * 0.14, py - tall * 0.37]]);
      }
      if (n % 3 === 0) mist(g, W, { noise, y: sea + 40, thick: 120, colour: '#ffd798', alpha: 0.14, at: n });
    }
    glow(g, ...sun, W * 0.32, '#ffd48a', 0.55);
    finish(g, W, H, dice, { bloom: 0.4, from: 190, contrast: 0.3, vignette: 0.4, shadows: '#2a2038', lights: '#ffedc4', tone: 0.18, grain: 3.6, saturation: 1.02 });
  };

  scenes.schoolyard = (g, W, H, dice, noise) => {
    const focal = H * 0.8, cy = 0.56, line0 = Math.round(H * cy), at = street(W, H, { cx: 0.6, cy, focal, eye: 1.5 }), sun = [W * 0.86, H * 0.04];
    wash(g, 0, 0, W, H, [[0, '#c7dcd2'], [0.35, '#eef0d4'], [0.56, '#fff2cc'], [0.57, '#c9a878'], [1, '#5f4a3a']]);
    // The school: two floors with open corridors, pale in the morning haze.
    const z = 24, ink = (c, t = 0.4) => mix(c, '#fbecc4', t);
    face(g, at, css(ink('#d9b58c')), [[-17, 0, z], [15, 0, z], [15, 8.2, z], [-17, 8.2, z]]);
    face(g, at, css(ink('#8a4a38', 0.3)), [[-17.8, 8.1, z - 1], [15.8, 8.1, z - 1], [14.5, 9.8, z], [-16.5, 9.8, z]]);
    for (const h of [0.1, 4.2]) {
      for (let x = -16.4; x < 14.4; x += 2.9) {
        const [x0, y1] = at(x, h, z), [x1, y0] = at(x + 2.5, h + 3.1, z);
        g.fillStyle = gradient(g, 0, y0, 0, y1, [[0, ink('#5a4a48', 0.35)], [1, ink('#a08468', 0.4)]]);
        g.beginPath();
        g.moveTo(x0, y1);
        g.lineTo(x0, y0 + 20);
        g.quadraticCurveTo((x0 + x1) / 2, y0 - 12, x1, y0 + 20);
        g.lineTo(x1, y1);
        g.fill();
        g.fillStyle = css(ink(dice() < 0.5 ? '#4f7a74' : '#5f6f62', 0.35));
        g.fillRect(lerp(x0, x1, 0.2), lerp(y0, y1, 0.32), (x1 - x0) * 0.24, (y1 - y0) * 0.5);
        g.fillRect(lerp(x0, x1, 0.56), lerp(y0, y1, 0.28), (x1 - x0) * 0.26, (y1 - y0) * 0.72);
        if (h > 1) {
          face(g, at, css(ink('#e8d2a8', 0.3)), [[x - 0.4, h, z - 0.5], [x + 2.5, h, z - 0.5], [x + 2.5, h + 0.95, z - 0.5], [x - 0.4, h + 0.95, z - 0.5]]);
          for (let k = 0; k < 6; ++k) face(g, at, css(ink('#8a6a50', 0.4)), [[x - 0.2 + k * 0.45, h + 0.12, z - 0.5], [x + k * 0.45, h + 0.12, z - 0.5], [x + k * 0.45, h + 0.8, z - 0.5], [x - 0.2 + k * 0.45, h + 0.8, z - 0.5]]);
        }
      }
    }
    const pole = at(9.6, 0, 17), tip = at(9.6, 9, 17);
    line(g, '#cfc4ac', 4, [pole, tip]);
    shape(g, '#c23a30', [tip, [tip[0] - 78, tip[1] + 16], [tip[0] - 70, tip[1] + 34], [tip[0] - 74, tip[1] + 56], [tip[0], tip[1] + 44]]);
    for (let i = 0; i < 60; ++i) foliage(g, { dice, x: dice() * W, y: line0 - dice.in(0, 26), rx: dice.in(18, 46), ry: dice.in(10, 26), count: 70, leaf: 3.4, light: [0.6, -0.8], tones: [[0, '#5a6a44'], [0.5, '#94a062'], [1, '#e4dfa0']] });
    mist(g, W, { noise, y: line0 - 40, thick: 130, colour: '#fff2cc', alpha: 0.5, at: 5 });
    // The yard, spotted with light that came through the leaves.
    shade(g, 0, line0 + 4, W, H - line0, 1, (x, y, out) => {
      const zz = (1.5 * focal) / (y - line0), X = ((x - W * 0.6) * zz) / focal, n = noise.fbm(X * 0.9, zz * 0.9, 4), grit = noise(x / 1.8, y / 1.5);
      const under = smooth(13, 5, zz + Math.abs(X + 1.2) * 0.35 + n * 2), spots = Math.max(smooth(0.22, 0.4, noise.fbm(X * 1.6 + 3, zz * 1.3, 2)), smooth(0.3, 0.44, noise.fbm(X * 3.4 + 30, zz * 2.6, 2)) * 0.8);
      let c = mix('#a9865c', '#ead0a0', clamp(0.5 + n * 0.6 + grit * 0.1));
      c = mix(c, mix('#3f3630', '#55483c', clamp(0.5 + n)), under * 0.86 * (1 - spots * 0.85));
      c = mix(c, '#fff0c0', spots * under * 0.35);
      put(out, c, smooth(line0 + 4, line0 + 12, y));
    });
    // Children, half of them still running.
    for (const [x, zz, coat, o] of [[2.2, 15, '#e9e6dc', {}], [3.4, 14, '#3a6a9a', { lift: 0.9 }], [4.3, 13.2, '#e9e6dc', { skirt: true }], [5.6, 11.8, '#c8473a', { stride: 0.12 }], [1.1, 12, '#e9e6dc', { stride: -0.12, lift: 1 }], [6.6, 16, '#3a6a9a', {}], [2.9, 9.4, '#3a6a9a', { stride: 0.13, lift: 0.8 }], [4.9, 8.2, '#e9e6dc', { skirt: true, stride: -0.08 }], [-5.4, 9.6, '#e9e6dc', {}], [-5.9, 9.4, '#c8473a', { skirt: true }]]) {
      const [px, py] = at(x, 0, zz), tall = (1.34 * focal) / zz;
      g.save();
      g.globalAlpha = 0.4;
      g.filter = 'blur(3px)';
      shape(g, '#33261c', [[px - tall * 0.08, py], [px + tall * 0.08, py], [px - tall * 0.5, py + tall * 0.22], [px - tall * 0.75, py + tall * 0.22]]);
      g.restore();
      person(g, dice, px, py, tall, { coat, legs: '#26364a', skin: '#3a271e', rim: '#fff2c4', rimSide: 1, ...o });
      shape(g, '#b8302a', [[px - tall * 0.05, py - tall * 0.84], [px + tall * 0.05, py - tall * 0.84], [px, py - tall * 0.74]]);
    }
    // The banyan: strands that fused into a trunk, boughs, curtains of roots.
    const foot = H * 0.845, heart = W * 0.285, crown = H * 0.34;
    const strand = (x0, y0, x1, y1, w, c, sway) => {
      const steps = 90;
      for (let i = 0; i < steps; ++i) {
        const t = i / steps, u = (i + 1.3) / steps, p = (k) => [lerp(x0, x1, k * k * (3 - 2 * k)) + Math.sin(k * 6 + sway) * w * 0.5, lerp(y0, y1, k)], ww = w * (0.8 + 0.5 * Math.pow(t, 3)) * (1 + 0.22 * noise(t * 7 + sway, x0));
        const bark = 0.5 + 0.5 * noise(t * 5 + sway, sway * 3), at2 = (k) => [p(t), p(u)].map(([px, py]) => [px + ww * k, py]);
        line(g, mix(c, '#0c0806', 0.62), ww, at2(0));
        line(g, mix(c, '#0c0806', 0.25 + bark * 0.2), ww * 0.62, at2(0.1));
        line(g, mix(c, '#e8c88a', bark * 0.3), ww * 0.3, at2(0.24), 0.8);
        line(g, '#ffe2a4', ww * 0.09, at2(0.4), 0.25 + bark * 0.4);
      }
    };
    g.lineCap = 'butt';
    glow(g, heart, foot + 6, 330, '#1a120c', 0.9, 'multiply', 0.16);
    const tips = [];
    for (const [dx, angle, length, width] of [[-60, -2.75, 300, 74], [-20, -2.2, 270, 70], [20, -1.5, 240, 66], [60, -0.95, 300, 76], [80, -0.42, 380, 64]]) branch(g, dice, heart + dx, crown + 90, angle, length, width, '#2e241c', 3, (x, y) => tips.push([x, y]));
    g.lineCap = 'butt';
    const strands = Array.from({ length: 46 }, (_, i) => [dice.bell(), i]);
    for (const [k, i] of strands) strand(heart + k * 60, crown + dice.in(20, 120), heart + k * 190 + dice.bell() * 12, foot + dice.in(-20, 30) - Math.abs(k) * 22, dice.in(20, 52) * (1.15 - Math.abs(k) * 0.5), mix('#3a2d22', '#6b5540', dice()), i * 1.7);
    for (let i = 0; i < 9; ++i) {
      const x = heart + dice.pick([-290, -220, 250, 330, 460, 540]) + dice.bell() * 26;
      strand(x, crown - 10, x + dice.bell() * 22, foot - 40 - Math.abs(x - heart) * 0.1, dice.in(7, 19), '#55432f', i * 3);
    }
    for (let i = 0; i < 220; ++i) {
      const x = heart + dice.in(-460, 860), y = crown + dice.in(-150, 10), tall = dice.in(40, 240);
      g.beginPath();
      g.moveTo(x, y);
      g.quadraticCurveTo(x + dice.bell() * 12, y + tall * 0.5, x + dice.bell() * 10, y + tall);
      g.strokeStyle = css(mix('#2c2219', '#a98a5a', dice() * 0.7), 0.75);
      g.lineWidth = dice.in(0.8, 2.6);
      g.stroke();
    }
    const tones = [[0, '#101a10'], [0.3, '#22391c'], [0.58, '#4f7030'], [0.82, '#a3b04a'], [1, '#f6ea9a']], crowns = tips.map(([x, y]) => [x, y]);
    for (let i = 0; i < 120; ++i) crowns.push([dice.in(-80, W * 1.02), H * dice.in(-0.02, 0.2) + Math.abs(noise(i * 2.3, 5)) * 60]);
    crowns.sort((p, q) => q[1] - p[1]);
    for (const [x, y] of crowns) {
      const open = smooth(W * 0.5, W * 1.02, x);
      foliage(g, { dice, x, y: Math.min(y, H * 0.34) - 20 - open * 40, rx: dice.in(70, 130), ry: dice.in(40, 72), count: 330, leaf: 7, light: [0.62, -0.72], tones: tones.map(([t, c]) => [t, mix(c, '#fff0b4', open * 0.16)]) });
    }
    // The bell.
    const [kx, ky] = [W * 0.475, H * 0.485];
    line(g, '#20180f', 3, [[kx, H * 0.34], [kx, ky]]);
    g.beginPath();
    g.moveTo(kx - 11, ky);
    g.bezierCurveTo(kx - 24, ky + 12, kx - 20, ky + 40, kx - 36, ky + 58);
    g.lineTo(kx + 36, ky + 58);
    g.bezierCurveTo(kx + 20, ky + 40, kx + 24, ky + 12, kx + 11, ky);
    g.fillStyle = gradient(g, kx - 36, 0, kx + 36, 0, [[0, '#2a1c10'], [0.55, '#8a5f26'], [0.85, '#ffdc8a'], [1, '#6b4520']]);
    g.fill();
    dot(g, '#20150c', kx, ky + 62, 7);
    shafts(g, { dice, from: [sun[0], -80], to: [W * 0.42, H * 0.96], spread: W * 0.46, count: 20, colour: '#fff2bc', alpha: 0.34, blur: 16 });
    glow(g, ...sun, W * 0.4, '#fff4c8', 0.55);
    finish(g, W, H, dice, { bloom: 0.36, from: 200, contrast: 0.34, vignette: 0.36, shadows: '#1f2c26', lights: '#fff2cc', tone: 0.14, grain: 3.4 });
  };

  scenes.oysters = (g, W, H, dice, noise) => {
    // From a drone: no horizon, the light comes from the upper left.
    const focal = H * 1.05, cy = -0.32, eye = 62, at = street(W, H, { cx: 0.5, cy, focal, eye });
    const ground = (x, y) => {
      const z = (eye * focal) / (y - H * cy);
      return [((x - W / 2) * z) / focal, z];
    };
    const shoalAt = (X, Z) => noise.fbm(X / 62 + 3, Z / 62, 4) + 0.07 * noise.fbm(X / 9, Z / 9, 2) + smooth(10, 75, X + Z * 0.28 - 40) * 0.75 - 0.02;
    shade(g, 0, 0, W, H, 1, (x, y, out) => {
      const [X, Z] = ground(x, y), shoal = shoalAt(X, Z);
      let c = ramp([[0, '#06323f'], [0.35, '#0c5560'], [0.58, '#1f8079'], [0.76, '#63b39a'], [0.88, '#c3d0a0'], [1, '#e6d3a2']], clamp(0.44 + shoal * 0.66));
      const lean = noise.fbm(X / 4.4 + 9, Z / 2.2, 2) + noise(X * 0.7, Z * 1.3) * 0.3, cell = noise.fbm(X / 26, Z / 26 + 5, 3);
      c = mix(c, '#cfe6dc', clamp(lean * 0.12 + 0.03));
      c = mix(c, '#06242c', clamp(-lean * 0.14));
      const star = Math.exp(-(((x - W * 0.14) / (W * 0.36)) ** 2) - ((y - H * 0.02) / (H * 0.5)) ** 2);
      c = mix(c, '#fff6dc', clamp(star * (0.26 + smooth(0.25, 0.8, lean + cell * 0.3) * 1.1)));
      put(out, mix(c, '#bcd3cf', smooth(H * 0.42, -H * 0.1, y) * 0.34), 1);
    });
    // Rafts in files that bend with the tide.
    const rafts = [];
    for (let file = -5; file <= 5; ++file) {
      for (let n = 0; n < 9; ++n) {
        const z = 40 + n * 15.5 + dice.bell() * 0.8, x = file * 16.5 + Math.sin(n * 0.34 + file * 0.12) * 7 + dice.bell() * 0.7;
        if (Math.max(shoalAt(x - 6, z - 7), shoalAt(x + 6, z + 7)) > 0.3 || dice() < 0.1 || (Math.abs(x - 6 - (z - 60) * 0.2) < 9)) continue;
        rafts.push([x, z]);
      }
    }
    rafts.sort((p, q) => q[1] - p[1]);
    for (const [x, z] of rafts) {
      const w = 5.2, d = 6, turn = noise(x / 40, z / 40) * 0.22, P = (u, v, h = 0) => at(x + u * w * Math.cos(turn) - v * d * Math.sin(turn), h, z + u * w * Math.sin(turn) + v * d * Math.cos(turn)), px = focal / z;
      g.save();
      g.filter = `blur(${Math.max(1, px * 0.12)}px)`;
      shape(g, css('#02161c', 0.5), [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([u, v]) => P(u + 0.22, v - 0.2)));
      g.restore();
      for (let i = 0; i <= 13; ++i) {
        const u = lerp(-1, 1, i / 13), c = mix(dice.pick(['#9a8660', '#b79f72', '#7d6b50', '#c9b489']), '#bcd3cf', smooth(60, 190, z) * 0.35);
        line(g, '#1d1a14', px * 0.2, [P(u + 0.02, -1.04), P(u + 0.02, 1.04)], 0.5);
        line(g, c, px * 0.15, [P(u, -1.06 + dice() * 0.04), P(u, 1.04)]);
      }
      for (let i = 0; i <= 7; ++i) {
        const v = lerp(-0.96, 0.96, i / 7);
        line(g, mix('#5c4d38', '#c9b489', dice() * 0.5), px * 0.16, [P(-1.03, v, 0.2), P(1.03, v, 0.2)], 0.95);
        for (let k = 0; k < 5; ++k) {
          const [fx, fy] = P(lerp(-0.94, 0.94, (k + (i % 2) * 0.5) / 4.5), v, 0.1);
          dot(g, css(dice.pick(['#17242a', '#2b5a78', '#2a3a3c', '#d8d4c4', '#1d3038'])), fx, fy, px * 0.22, px * 0.17);
          dot(g, css('#f4f8f0', 0.55), fx - px * 0.07, fy - px * 0.06, px * 0.07);
        }
      }
      if (dice() < 0.12) {
        const [hx, hy] = P(0.2, 0.3, 0), s = px * 1.5;
        shape(g, css('#02161c', 0.4), [[hx, hy + s * 0.3], [hx + s * 1.5, hy + s * 0.3], [hx + s * 1.7, hy + s * 0.7], [hx + s * 0.3, hy + s * 0.7]]);
        shape(g, gradient(g, hx - s, 0, hx + s, 0, [[0, '#e6dcc4'], [0.5, '#8f5a48'], [1, '#5a3630']]), [[hx - s, hy - s * 0.5], [hx + s, hy - s * 0.5], [hx + s, hy + s * 0.5], [hx - s, hy + s * 0.5]]);
        line(g, '#f0e4cc', s * 0.1, [[hx - s, hy - s * 0.02], [hx + s, hy - s * 0.02]]);
      }
    }
    // A boat in the open lane, drawing its wake behind it.
    const wake = (t) => [6 + (lerp(74, 40, t) - 60) * 0.2 + Math.sin(t * 2.6) * 3, lerp(66, 150, t)];
    layer(g, (top) => {
      for (let i = 0; i < 1500; ++i) {
        const t = Math.pow(dice(), 1.3), [wx, wz] = wake(t), spread = (0.8 + t * 9) * (dice() < 0.5 ? -1 : 1), edge = dice() < 0.55;
        const [px, py] = at(wx + spread * (edge ? 1 + dice.bell() * 0.1 : dice() * 0.5), 0, wz), s = (focal / wz) * dice.in(0.05, 0.3) * (1 - t * 0.6);
        dot(top, css('#f4fbf6', (1 - t) * dice.in(0.1, edge ? 0.6 : 0.4)), px, py, s * 1.6, s * 0.7);
      }
    }, { blur: 0.8 });
    const [sx, sy] = at(...[wake(0)[0], 0, wake(0)[1]]), s = focal / 66;
    g.save();
    g.translate(sx, sy);
    g.rotate(0.16);
    dot(g, css('#02161c', 0.45), s * 0.6, s * 0.3, s * 1, s * 3);
    g.beginPath();
    g.moveTo(0, s * 3.6);
    g.quadraticCurveTo(s * 1.25, s * 1.6, s * 0.95, -s * 2.4);
    g.lineTo(-s * 0.95, -s * 2.4);
    g.quadraticCurveTo(-s * 1.25, s * 1.6, 0, s * 3.6);
    g.fillStyle = gradient(g, -s, 0, s, 0, [[0, '#f6efdc'], [0.5, '#b9b6a8'], [1, '#3f5560']]);
    g.fill();
    g.beginPath();
    g.moveTo(0, s * 2.9);
    g.quadraticCurveTo(s * 0.9, s * 1.3, s * 0.7, -s * 2);
    g.lineTo(-s * 0.7, -s * 2);
    g.quadraticCurveTo(-s * 0.9, s * 1.3, 0, s * 2.9);
    g.fillStyle = css('#2f5f86');
    g.fill();
    for (let i = 0; i < 26; ++i) dot(g, css(dice.pick(['#d8cfb4', '#8f8a78', '#4a4a44'])), dice.bell() * s * 0.45, dice.in(-s * 1.3, s * 1), s * 0.17, s * 0.13);
    dot(g, '#e8a33a', -s * 0.1, -s * 1.5, s * 0.34, s * 0.3);
    dot(g, '#c23a2e', s * 0.2, s * 1.5, s * 0.32, s * 0.28);
    g.restore();
    finish(g, W, H, dice, { bloom: 0.24, from: 205, contrast: 0.36, vignette: 0.32, shadows: '#06303c', lights: '#fff4d8', tone: 0.14, grain: 2.8, saturation: 1.05 });
  };

  scenes.windfarm = (g, W, H, dice, noise) => {
    const cy = 0.66, sea = Math.round(H * cy), at = street(W, H, { cx: 0.5, cy, focal: W * 0.9, eye: 22 }), sun = [W * 0.3, sea + 6];
    wash(g, 0, 0, W, sea, [[0, '#1d2c5a'], [0.32, '#4a4f86'], [0.58, '#a3698a'], [0.78, '#ec8a6c'], [0.93, '#ffc078'], [1, '#ffdc9c']]);
    glow(g, ...sun, W * 0.6, '#ff8a4a', 0.85, 'screen', 0.5);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#ff9f74', dark: '#3a3a6c', cover: 0.5, soft: 0.18, scale: 0.9, stretch: 1.1, alpha: 0.85, at: 2 });
    glow(g, ...sun, W * 0.2, '#fff0c0', 0.9, 'screen', 0.45);
    mist(g, W, { noise, y: sea - 8, thick: 60, colour: '#ffb984', alpha: 0.5, at: 3 });
    const turbines = [];
    for (let row = 0; row < 3; ++row) for (let n = 0; n < 11; ++n) turbines.push([lerp(-150, 1250, n / 10) * (0.34 + row * 0.36) - row * 520 + 60, 300 + n * 250 + row * 330]);
    turbines.push([-130, 330], [250, 420]);
    turbines.sort((p, q) => q[1] - p[1]);
    const blades = (top, x, z, up) => {
      const air = smooth(250, 2600, z) * 0.84, tone = (c) => mix(c, '#f0a078', air), hub = at(x, 98 * up, z), foot = at(x, 0, z), s = (W * 0.9) / z, lit = x < -60 ? 1 : -1;
      const w0 = 3.4 * s, w1 = 2 * s;
      shape(top, gradient(top, hub[0] - w0, 0, hub[0] + w0, 0, lit > 0 ? [[0, tone('#343858')], [0.6, tone('#6f6480')], [1, tone('#ffcf9c')]] : [[0, tone('#ffcf9c')], [0.4, tone('#6f6480')], [1, tone('#2c3052')]]), [[foot[0] - w0, foot[1]], [hub[0] - w1, hub[1]], [hub[0] + w1, hub[1]], [foot[0] + w0, foot[1]]]);
      shape(top, css(tone('#c9a23c')), [[foot[0] - w0 * 1.5, foot[1]], [foot[0] - w0 * 1.5, foot[1] - 9 * s * up], [foot[0] + w0 * 1.5, foot[1] - 9 * s * up], [foot[0] + w0 * 1.5, foot[1]]]);
      const turn = noise(x, z) * 9;
      for (let k = 0; k < 3; ++k) {
        const a = turn + (k * 2 * Math.PI) / 3, dx = Math.cos(a), dy = Math.sin(a) * up, l = 62 * s, p = (t, o) => [hub[0] + dx * l * t - dy * o * s, hub[1] + dy * l * t + dx * o * s];
        shape(top, gradient(top, ...p(0, -2), ...p(1, 0), [[0, tone('#e8d6cc')], [0.5, tone('#8d7f94')], [1, tone('#f6cba8')]]), [p(0, -1), p(0.16, -3.2), p(1, -0.2), p(1, 0.3), p(0.16, 1.3), p(0, 1.1)]);
      }
      dot(top, css(tone('#d8c8c4')), ...hub, 3.2 * s);
      if (up > 0) {
        dot(top, '#ff5a48', hub[0], hub[1] - 4 * s, Math.max(1, 1.1 * s));
        glow(top, hub[0], hub[1] - 4 * s, Math.max(8, 22 * s), '#ff4a3a', 0.8 * (1 - air * 0.6));
      }
    };
    water(g, W, { noise, horizon: sea, calm: 0.85, clear: 0.88, deep: '#141d40', waves: 1.2, sun: sun[0], spark: 0.75, sparkle: '#ffcf96', wide: 0.08 });
    const mirror = sheet(W, H);
    for (const [x, z] of turbines) blades(mirror, x, z, -1);
    for (let y = sea; y < H; ++y) {
      const t = (y - sea) / (H - sea);
      g.globalAlpha = 0.34 * (1 - t);
      g.drawImage(mirror.canvas, 0, y, W, 1, (3 + 20 * t) * (noise(y / (2 + 6 * t), 3) + 0.5 * noise(y / 1.7, 8)), y, W, 1.4);
    }
    g.globalAlpha = 1;
    turbines.forEach(([x, z], i) => {
      blades(g, x, z, 1);
      if (i % 8 === 7) mist(g, W, { noise, y: sea - 2, thick: 34, colour: '#ffbd8c', alpha: 0.3, at: i });
    });
    fishingBoat(g, dice, W * 0.72, sea + 58, 150, { face: -1, hull: '#1c2444', stripe: '#6b2a30', cabin: '#8d8696', sun: '#ffb880', lamp: 0.8, haze: '#c98a80', fog: 0.16 });
    for (let i = 0; i < 16; ++i) bird(g, W * 0.52 + i * 21 + dice.bell() * 8, H * 0.22 + Math.abs(i - 5) * 10 + dice.bell() * 5, dice.in(7, 11), '#231f3c', dice.in(-0.3, 1), 0.85);
    finish(g, W, H, dice, { bloom: 0.36, from: 190, contrast: 0.28, vignette: 0.36, shadows: '#141a48', lights: '#ffe8c8', tone: 0.18, grain: 2.8, saturation: 1.04 });
  };

  /** Dunes: long crests with a soft windward side and a sharp slip face. */
  const dune = (noise) => {
    const wave = (v) => {
      const t = v - Math.floor(v);
      return t < 0.74 ? smooth(0, 0.74, t) ** 1.15 : 1 - smooth(0.74, 1, t);
    };
    return (x, z) => {
      const bend = noise.fbm(x / 120, z / 120, 2) * 1.25, big = wave(x / 150 + z / 260 + bend), tall = 0.55 + 0.6 * noise.fbm(x / 210 + 9, z / 190, 2);
      const little = wave(x / 37 - z / 80 + noise.fbm(x / 44, z / 44, 2) * 0.9 + 3);
      return big * 26 * Math.max(0.15, tall) + little * 2.3 + noise.fbm(x / 60, z / 60, 2) * 3;
    };
  };
  const sand = (noise, { shade: dark, mid, lit, haze, from, to, sunX, sunZ }) => (x, z, h, far, sx, sz) => {
    const ripple = Math.sin(x * 2.4 + z * 5.2 + noise.fbm(x / 3.5, z / 3.5, 2) * 6) * 0.16 * smooth(90, 12, far);
    const facing = (-sx * sunX - sz * sunZ + ripple + 0.22) / Math.hypot(1, sx, sz);
    const grit = noise(x * 7, z * 7) * 0.05 * smooth(60, 8, far);
    return mix(ramp([[0, dark], [0.42, mid], [1, lit]], clamp(0.42 + facing * 0.95 + grit)), haze, smooth(from, to, far) * 0.9);
  };

  scenes.dunes = (g, W, H, dice, noise) => {
    const horizon = Math.round(H * 0.41), sun = [W * 0.2, H * 0.345];
    wash(g, 0, 0, W, horizon + 80, [[0, '#3c5f96'], [0.42, '#8fa6be'], [0.72, '#eac4a4'], [1, '#ffdcae']]);
    glow(g, ...sun, W * 0.7, '#ffd08c', 0.85);
    clouds(g, W, { noise, horizon, sun, lit: '#ffe6cc', dark: '#8f8fae', cover: 0.4, soft: 0.2, scale: 0.7, stretch: 1.6, alpha: 0.7 });
    dot(g, '#fffbe6', ...sun, 21);
    glow(g, ...sun, 120, '#fff0c0', 0.9);
    const height = dune(noise), view = { eye: [40, 46, 0], horizon, focal: H * 0.72, near: 9, far: 1500 };
    terrain(g, W, H, { ...view, height, stride: 0.0026, colour: sand(noise, { shade: '#4a2a3c', mid: '#b56a42', lit: '#ffcb88', haze: '#f2c8a0', from: 120, to: 1300, sunX: -1.15, sunZ: 0.34 }) });
    mist(g, W, { noise, y: horizon + 34, thick: 70, colour: '#ffdcb0', alpha: 0.5, at: 2 });
    // The caravan walks a crest: find the highest sand seen in front of each step.
    const crest = (px) => {
      let best = H, at = 300;
      for (let z = 128; z < 190; z += 0.5) {
        const x = ((px - W / 2) / view.focal) * z + view.eye[0], y = project(view, W, x, height(x, z), z)[1];
        if (y < best) { best = y; at = z; }
      }
      return [best, at];
    };
    const camel = (x, y, s) => {
      g.save();
      g.translate(x, y);
      g.scale(s / 100, s / 100);
      g.fillStyle = css('#2c1820');
      for (const [lx, swing] of [[-30, -5], [-22, 6], [20, -6], [28, 5]]) shape(g, '#2c1820', [[lx - 5, -50], [lx + 6, -50], [lx + swing + 3, 1], [lx + swing - 3, 1]]);
      g.beginPath();
      g.moveTo(-40, -58);
      g.bezierCurveTo(-36, -76, -18, -74, -10, -80);
      g.bezierCurveTo(-4, -104, 10, -104, 16, -80);
      g.bezierCurveTo(26, -74, 36, -70, 40, -62);
      g.bezierCurveTo(52, -58, 52, -76, 56, -98);
      g.quadraticCurveTo(60, -108, 76, -104);
      g.quadraticCurveTo(80, -98, 66, -94);
      g.bezierCurveTo(66, -70, 60, -44, 38, -44);
      g.bezierCurveTo(16, -38, -20, -38, -38, -46);
      g.closePath();
      g.fill();
      shape(g, '#8a2f2a', [[-16, -82], [20, -84], [26, -52], [-20, -52]]);
      line(g, '#ffc98a', 2.4, [[-40, -60], [-30, -73], [-12, -80], [-3, -98]], 0.9);
      line(g, '#ffc98a', 2, [[57, -100], [66, -107]], 0.9);
      g.restore();
    };
    for (let i = 0; i < 6; ++i) {
      const px = W * (0.5 + i * 0.062), [y] = crest(px);
      camel(px, y + 2, 40);
      if (i === 5 || i === 2) person(g, dice, px + 34, crest(px + 34)[0] + 2, 40, { coat: '#3a2a4a', rim: '#ffc98a', rimSide: -1, skirt: true });
    }
    // Sand smoking off the crests.
    shade(g, 0, horizon - 30, W, H * 0.3, 3, (x, y, out) => {
      const n = noise.fbm(x / 170 - y / 300, y / 26 + x / 400, 4);
      put(out, [255, 214, 164], smooth(0.12, 0.6, n) * 0.26 * smooth(horizon - 30, horizon + 60, y) * smooth(horizon + H * 0.27, horizon + H * 0.1, y));
    }, 'screen');
    finish(g, W, H, dice, { bloom: 0.3, from: 200, contrast: 0.3, vignette: 0.34, shadows: '#2a1c48', lights: '#fff0d0', tone: 0.16, grain: 3.4, saturation: 1.05 });
  };

  /** A night sky: stars in many sizes and the band of the Milky Way along `tilt`. */
  function nightSky(g, W, H, dice, noise, { to, zenith, low, band = 1, x0 = 0.55, y0 = 0.35, tilt = -0.85, stars = 2600 }) {
    wash(g, 0, 0, W, to, [[0, zenith], [0.6, mix(zenith, low, 0.45)], [1, low]]);
    if (band) {
      const ca = Math.cos(tilt), sa = Math.sin(tilt);
      shade(g, 0, 0, W, to, 2, (x, y, out) => {
        const dx = (x - W * x0) / H, dy = (y - H * y0) / H, along = dx * ca + dy * sa, off = -dx * sa + dy * ca + 0.05 * noise.fbm(along * 2, 3, 2);
        const core = Math.exp(-((off / 0.15) ** 2)), halo = Math.exp(-((off / 0.34) ** 2)), bulge = Math.exp(-((along / 0.42) ** 2));
        const cloud = noise.fbm(along * 4 + 5, off * 7, 6, 0.58), lane = smooth(0.02, 0.36, noise.fbm(along * 3.2 + 20, off * 9 + 4, 6, 0.6) + 0.24 * Math.exp(-((off / 0.05) ** 2)));
        const light = clamp((core * (0.4 + bulge * 0.75) + halo * 0.2) * (0.62 + cloud * 0.95) * (1 - lane * 0.78 * core));
        put(out, mix(mix('#7388c8', '#ffe0bc', bulge * core), '#e88aa8', clamp(cloud * 0.5) * core * 0.4), light * band);
      }, 'screen');
    }
    for (let i = 0; i < stars; ++i) {
      const x = dice() * W, y = dice() * to, size = Math.pow(dice(), 7), high = smooth(to, to * 0.7, y), tint = dice.pick(['#ffffff', '#cfdcff', '#ffe6c8', '#ffffff', '#e0e8ff']);
      dot(g, css(tint, (0.25 + dice() * 0.6) * (0.35 + 0.65 * high)), x, y, 0.4 + size * 1.3);
      if (size > 0.82) glow(g, x, y, 4 + size * 9, tint, 0.42 * high);
    }
  }

  scenes.observatory = (g, W, H, dice, noise) => {
    const horizon = Math.round(H * 0.72);
    nightSky(g, W, H, dice, noise, { to: H * 0.84, zenith: '#060b20', low: '#1f3358', band: 1, x0: 0.66, y0: 0.36, tilt: -0.95, stars: 3600 });
    glow(g, W * 0.86, horizon + 40, W * 0.5, '#d88a4a', 0.4, 'screen', 0.3);
    glow(g, W * 0.1, horizon + 30, W * 0.4, '#3fae9a', 0.14, 'screen', 0.4);
    ridge(g, W, { noise, y: horizon + 14, rise: 44, wide: 260, colour: '#141c34', haze: '#22304c', depth: 20, at: 8 });
    const hill = dune(noise), height = (x, z) => hill(x, z) * 0.55 + 15 * Math.exp(-(((x + 26) / 44) ** 2) - ((z - 118) / 46) ** 2);
    const view = { eye: [0, 19, 0], horizon, focal: W * 0.8, near: 7, far: 900 };
    terrain(g, W, H, { ...view, height, colour: sand(noise, { shade: '#070b18', mid: '#1c2740', lit: '#5f6f94', haze: '#26375a', from: 80, to: 900, sunX: 0.75, sunZ: 0.5 }) });
    // The dome, its slit open and red light within.
    const spot = [-26, 112], [dx, base] = project(view, W, spot[0], height(...spot) - 0.6, spot[1]), r = 92;
    const wall = base - 62;
    shape(g, gradient(g, dx - r, 0, dx + r, 0, [[0, '#141c30'], [0.45, '#39465f'], [0.8, '#8593ad'], [1, '#39445a']]), [[dx - r * 0.94, base + 12], [dx - r * 0.94, wall], [dx + r * 0.94, wall], [dx + r * 0.94, base + 12]]);
    for (let i = 0; i < 40; ++i) line(g, '#0c1222', 1, [[dx + dice.in(-r, r) * 0.92, wall + dice() * 60], [dx + dice.in(-r, r) * 0.92, wall + dice() * 60]], 0.12);
    g.beginPath();
    g.arc(dx, wall, r, Math.PI, 0);
    g.closePath();
    g.fillStyle = g.createRadialGradient(dx + r * 0.5, wall - r * 0.55, r * 0.06, dx, wall, r * 1.15);
    for (const [t, c] of [[0, '#c3cde2'], [0.35, '#7d8cab'], [0.75, '#2c3854'], [1, '#111930']]) g.fillStyle.addColorStop(t, c);
    g.fill();
    g.save();
    g.clip();
    for (let i = -5; i <= 5; ++i) {
      g.beginPath();
      g.ellipse(dx, wall, Math.abs(r * Math.sin((i / 6) * 1.5)), r, 0, Math.PI, 0);
      g.strokeStyle = css('#0a1022', 0.28);
      g.lineWidth = 1.2;
      g.stroke();
    }
    const slit = [[dx + 6, wall - r * 1.05], [dx + 40, wall - r * 1.02], [dx + 66, wall - r * 0.2], [dx + 28, wall - r * 0.2]];
    shape(g, gradient(g, 0, wall - r, 0, wall, [[0, '#20060a'], [0.5, '#8a1c18'], [1, '#ff5a3a']]), slit);
    line(g, '#0c0d16', 15, [[dx + 50, wall - 10], [dx + 34, wall - r * 0.9]]);
    line(g, '#3a4664', 4, [[dx + 44, wall - 10], [dx + 28, wall - r * 0.9]]);
    g.restore();
    line(g, '#97a4bf', 3, [slit[0], slit[3]], 0.8);
    shape(g, '#1a2338', [[dx - r * 1.02, wall - 3], [dx + r * 1.02, wall - 3], [dx + r * 1.02, wall + 7], [dx - r * 1.02, wall + 7]]);
    glow(g, dx + 40, wall - r * 0.5, 170, '#ff4a34', 0.55);
    shape(g, gradient(g, 0, base - 44, 0, base + 10, [[0, '#ff8a5a'], [1, '#b8321f']]), [[dx - 58, base + 11], [dx - 58, base - 38], [dx - 32, base - 38], [dx - 32, base + 11]]);
    glow(g, dx - 46, base - 12, 120, '#ff5a36', 0.8);
    glow(g, dx - 46, base + 30, 200, '#ff5436', 0.4, 'screen', 0.3);
    // Pupils on the crest, their lamps red, one pointing up.
    for (const [px, dz, tall, o] of [[0.405, 90, 52, { lift: 1 }], [0.425, 88, 40, {}], [0.447, 86, 44, { skirt: true }], [0.472, 84, 38, { lift: 0.9 }], [0.52, 80, 56, { skirt: true }]]) {
      const z = dz, x = ((px * W - W / 2) / view.focal) * z, [fx, fy] = project(view, W, x, height(x, z), z);
      person(g, dice, fx, fy + 2, tall, { coat: '#0b0f1e', legs: '#070a14', skin: '#0b0e1a', rim: '#ff8a6a', rimSide: -1, shine: 0.8, ...o });
    }
    const star = [W * 0.78, H * 0.16];
    line(g, '#ffffff', 1.6, [star, [star[0] - 120, star[1] + 52]], 0.16);
    line(g, '#ffffff', 1.4, [star, [star[0] - 70, star[1] + 30]], 0.6);
    mist(g, W, { noise, y: horizon + 36, thick: 30, colour: '#5f7aa8', alpha: 0.3, at: 5 });
    finish(g, W, H, dice, { bloom: 0.4, from: 170, contrast: 0.2, vignette: 0.4, shadows: '#0c1a44', lights: '#f4f0ff', tone: 0.16, grain: 4, saturation: 1.08 });
  };

  scenes['poster-stars'] = (g, W, H, dice, noise) => {
    const horizon = Math.round(H * 0.72), pole = [W * 0.42, H * 0.3];
    wash(g, 0, 0, W, H, [[0, '#07102c'], [0.5, '#16285a'], [0.72, '#3a4f80'], [1, '#0a1020']]);
    glow(g, W * 0.8, horizon + 20, W * 0.55, '#ff9a5a', 0.5, 'screen', 0.32);
    g.lineCap = 'round';
    for (let i = 0; i < 900; ++i) {
      const r = Math.sqrt(dice()) * W * 0.95 + 4, a = dice() * 2 * Math.PI, tint = dice.pick(['#ffffff', '#bcd0ff', '#ffdcae', '#dce6ff', '#ffc9a0']), faint = Math.pow(dice(), 1.8);
      g.beginPath();
      g.arc(...pole, r, a, a + 0.72 + dice() * 0.1);
      g.strokeStyle = css(tint, 0.1 + faint * 0.62);
      g.lineWidth = 0.6 + faint * 1.5;
      g.stroke();
    }
    glow(g, ...pole, 70, '#cfdcff', 0.3);
    const view = { eye: [90, 22, 40], horizon, focal: W * 0.8, near: 7, far: 1000 };
    const field = dune(noise);
    terrain(g, W, H, { ...view, height: (x, z) => field(x, z) * 0.6, colour: sand(noise, { shade: '#060a18', mid: '#1d2b4c', lit: '#7f86a8', haze: '#3f4f7c', from: 80, to: 900, sunX: -0.8, sunZ: 0.5 }) });
    const [tx, ty] = project(view, W, 96, field(96, 128) * 0.6, 128);
    shape(g, gradient(g, 0, ty - 70, 0, ty, [[0, '#ffdf9a'], [1, '#ff8a3c']]), [[tx - 74, ty + 6], [tx, ty - 74], [tx + 74, ty + 6]]);
    shape(g, '#5a2a1c', [[tx - 16, ty + 6], [tx, ty - 66], [tx + 16, ty + 6]]);
    for (const k of [-1, 1]) line(g, '#8a4a24', 2, [[tx + k * 74, ty + 6], [tx, ty - 74]]);
    glow(g, tx, ty - 20, 190, '#ff9a4a', 0.7);
    glow(g, tx, ty + 16, 300, '#ff9a4a', 0.35, 'screen', 0.2);
    person(g, dice, tx + 122, ty + 10, 58, { coat: '#1a1626', rim: '#ffb06a', rimSide: -1, skirt: true });
    finish(g, W, H, dice, { bloom: 0.34, from: 180, contrast: 0.24, vignette: 0.4, shadows: '#0a1640', lights: '#fff0dc', tone: 0.16, grain: 3.4 });
  };

  scenes.oasis = (g, W, H, dice, noise) => {
    const sea = Math.round(H * 0.6), sun = [W * 0.66, H * 0.44];
    wash(g, 0, 0, W, sea, [[0, '#2f4a80'], [0.35, '#7a7298'], [0.62, '#e0906c'], [0.85, '#ffc47a'], [1, '#ffd894']]);
    glow(g, ...sun, W * 0.55, '#ff9f52', 0.8);
    clouds(g, W, { noise, horizon: sea - 20, sun, lit: '#ffb482', dark: '#54507c', cover: 0.45, soft: 0.2, scale: 0.8, stretch: 1.4, alpha: 0.8 });
    dot(g, '#fff4d0', ...sun, 36);
    glow(g, ...sun, 190, '#ffdf9a', 0.8);
    const field = dune(noise), view = { eye: [20, 17, 0], horizon: sea - 46, focal: W * 0.75, near: 60, far: 1500 };
    terrain(g, W, sea, { ...view, height: (x, z) => field(x, z) * 1.15, colour: sand(noise, { shade: '#3c2238', mid: '#a85c40', lit: '#ffc27c', haze: '#f0a878', from: 120, to: 1200, sunX: 0.9, sunZ: 0.45 }) });
    // Walls of earth among the trunks.
    const house = (x, y, w, h, doors) => {
      shape(g, gradient(g, x, 0, x + w, 0, [[0, '#4f2f30'], [0.6, '#9a5c3e'], [1, '#f2b070']]), [[x, y], [x + w * 0.03, y - h], [x + w * 0.97, y - h], [x + w, y]]);
      for (let i = 0; i <= 6; ++i) shape(g, '#7a4636', [[x + w * (0.02 + i * 0.158), y - h + 1], [x + w * (0.045 + i * 0.158), y - h - 13], [x + w * (0.07 + i * 0.158), y - h + 1]]);
      for (let i = 0; i < 90; ++i) line(g, dice() < 0.5 ? '#2c1a1c' : '#ffcf94', 1, [[x + dice() * w, y - dice() * h * 0.9], [x + dice() * w, y - dice() * h * 0.9]], 0.03);
      for (const t of doors) {
        g.beginPath();
        g.moveTo(x + w * t - 9, y);
        g.lineTo(x + w * t - 9, y - h * 0.4);
        g.arc(x + w * t, y - h * 0.4, 9, Math.PI, 0);
        g.lineTo(x + w * t + 9, y);
        g.fillStyle = '#ffcf80';
        g.fill();
        glow(g, x + w * t, y - h * 0.3, 46, '#ffb050', 0.7);
      }
    };
    house(W * 0.16, sea - 6, 190, 96, [0.3, 0.7]);
    house(W * 0.255, sea - 2, 130, 66, [0.5]);
    house(W * 0.8, sea - 4, 170, 78, [0.35]);
    const tones = [[0, '#10130f'], [0.4, '#2b3620'], [0.7, '#8a7a36'], [1, '#ffd684']];
    for (let i = 0; i < 80; ++i) foliage(g, { dice, x: dice() * W, y: sea - dice.in(0, 20), rx: dice.in(14, 44), ry: dice.in(10, 28), count: 90, leaf: 4, light: [0.4, -0.8], tones });
    const grove = [];
    for (let i = 0; i < 24; ++i) grove.push([dice.in(0.02, 0.98), dice.in(110, 230), dice.in(-8, 4)]);
    for (const [x, tall, dy] of grove.sort((p, q) => p[1] - q[1])) {
      if (Math.abs(x - 0.64) < 0.09) continue;
      palm(g, dice, W * x, sea + dy, tall, { trunk: mix('#4a3024', '#e09a68', 0.25), tones: tones.map(([t, c]) => [t, mix(c, '#f0a878', 0.28)]), lean: dice.bell() * 0.1, light: x < 0.64 ? 0.8 : 0.2, fronds: 19 });
    }
    for (const [x, tall, lean] of [[0.09, 400, 0.1], [0.37, 360, 0.06], [0.415, 300, -0.08], [0.875, 420, -0.12]]) palm(g, dice, W * x, sea + 4, tall, { trunk: '#3a261d', tones, lean, light: x < 0.64 ? 0.85 : 0.15, fronds: 26 });
    mist(g, W, { noise, y: sea - 20, thick: 60, colour: '#ffc486', alpha: 0.4, at: 3 });
    water(g, W, { noise, horizon: sea, calm: 0.3, clear: 0.94, deep: '#1f2a3c', waves: 0.8, sun: sun[0], spark: 0.35, sparkle: '#ffdfa0', wide: 0.07 });
    const bank = (x) => H * 0.86 + noise.fbm(x / 300, 3, 3) * 60 + ((x - W * 0.55) / W) ** 2 * -260 + 40;
    shade(g, 0, H * 0.66, W, H * 0.34, 1, (x, y, out) => {
      const edge = bank(x), n = noise.fbm(x / 70, y / 26, 4);
      if (y < edge - 14) return;
      put(out, mix(mix('#2c1a1e', '#8a5238', clamp(0.45 + n * 0.8)), '#ffb870', smooth(edge + 24, edge, y) * 0.5), smooth(edge - 3, edge + 3, y + n * 8));
    });
    for (let i = 0; i < 420; ++i) {
      const x = dice() * W, y = bank(x) + dice.in(-4, 70), tall = dice.in(12, 76) * smooth(0.04, 0.34, Math.abs(x / W - 0.56)), bend = dice.bell() * 20;
      if (tall < 8) continue;
      g.beginPath();
      g.moveTo(x, y);
      g.quadraticCurveTo(x, y - tall * 0.7, x + bend, y - tall);
      g.strokeStyle = css(ramp(tones, clamp(0.25 + dice() * 0.6)));
      g.lineWidth = dice.in(1, 2.6);
      g.stroke();
    }
    palm(g, dice, W * 0.985, H * 0.97, 760, { trunk: '#261914', tones, lean: -0.2, light: 0.1, fronds: 30 });
    person(g, dice, W * 0.53, bank(W * 0.53) + 14, 118, { coat: '#5a3a5a', rim: '#ffc884', rimSide: 1, skirt: true, stride: 0.02 });
    shape(g, '#8a4f2c', [[W * 0.53 + 14, bank(W * 0.53) - 42], [W * 0.53 + 30, bank(W * 0.53) - 42], [W * 0.53 + 27, bank(W * 0.53) - 18], [W * 0.53 + 17, bank(W * 0.53) - 18]]);
    finish(g, W, H, dice, { bloom: 0.36, from: 195, contrast: 0.3, vignette: 0.38, shadows: '#1c1c44', lights: '#ffe8c0', tone: 0.18, grain: 3.4, saturation: 1.05 });
  };

  scenes.tram = (g, W, H, dice, noise) => {
    const focal = W * 0.72, cx = 0.34, cy = 0.5, eyeLine = Math.round(H * cy), at = street(W, H, { cx, cy, focal, eye: 1.75 });
    wash(g, 0, 0, W, H, [[0, '#0d1526'], [0.3, '#1c2a42'], [0.5, '#4a4f60'], [0.52, '#2a303e'], [1, '#0c1018']]);
    clouds(g, W, { noise, horizon: eyeLine, sun: [W * cx, eyeLine], lit: '#5a5a6a', dark: '#101828', cover: 0.6, soft: 0.3, scale: 0.9, stretch: 0.8, alpha: 0.7 });
    glow(g, W * cx, eyeLine - 10, W * 0.3, '#ffbf80', 0.55);
    const half = 9;
    for (let n = 12; n >= 0; --n) {
      const z0 = 6 + n * 7.5, z1 = z0 + 7.5, air = clamp(n / 13), ink = (c) => mix(c, '#6d6a74', air * 0.8);
      for (const side of [-1, 1]) {
        const x = side * half, top = dice.in(13, 21), wall = dice.pick(['#3a3236', '#443a34', '#2f3640', '#4a3c38', '#383a44']);
        const f = (u, h, out = 0) => at(x - side * out, h, lerp(z0, z1, u)), quad = (fill, u0, h0, u1, h1, out = 0) => shape(g, fill, [f(u0, h0, out), f(u1, h0, out), f(u1, h1, out), f(u0, h1, out)]);
        quad(gradient(g, 0, f(0, top)[1], 0, f(0, 0)[1], [[0, ink(mix(wall, '#0c1424', 0.5))], [0.75, ink(wall)], [1, ink(mix(wall, '#c98a52', 0.4))]]), 0, 0, 1, top);
        for (const h of [4.3, top - 0.6, 8.4]) quad(css(ink(mix(wall, '#a8a0a0', 0.28))), 0, h, 1, h + 0.35, 0.3);
        for (let floor = 5.2; floor < top - 2.2; floor += 3.2) {
          for (let i = 0; i < 3; ++i) {
            const u0 = 0.1 + i * 0.3, lit = dice() < 0.4, warm = dice.pick(['#ffc873', '#ffdf9e', '#ffab5a', '#dfe8e0']);
            quad(css(ink(mix(wall, '#cfc4b8', 0.2))), u0 - 0.02, floor - 0.15, u0 + 0.2, floor + 2.15);
            quad(lit ? gradient(g, 0, f(0, floor + 2)[1], 0, f(0, floor)[1], [[0, warm], [1, mix(warm, '#6a3a20', 0.45)]]) : gradient(g, 0, f(0, floor + 2)[1], 0, f(0, floor)[1], [[0, ink('#27364c')], [1, ink('#131a26')]]), u0, floor, u0 + 0.18, floor + 2);
            quad(css(ink('#16181e')), u0 + 0.085, floor, u0 + 0.095, floor + 2);
            quad(css(ink('#16181e')), u0, floor + 1.2, u0 + 0.18, floor + 1.28);
            if (lit) glow(g, ...f(u0 + 0.09, floor + 1), 900 / z0, warm, 0.3);
          }
        }
        const shop = dice.pick(['#ffb45a', '#ffd99a', '#8fd8d0', '#ff8a6a', '#ffe9c0']), open = dice() < 0.75;
        quad(open ? gradient(g, 0, f(0, 3.2)[1], 0, f(0, 0.5)[1], [[0, mix(shop, '#ffffff', 0.3)], [1, mix(shop, '#3a2018', 0.55)]]) : css(ink('#1a1e28')), 0.06, 0.5, 0.94, 3.2);
        for (let i = 1; i < 6; ++i) quad(css(ink('#14161c')), 0.06 + i * 0.147, 0.5, 0.075 + i * 0.147, 3.2);
        if (open) {
          for (let i = 0; i < 12; ++i) quad(css(mix(shop, '#2a140c', dice.in(0.4, 0.8)), 0.7), ...((u, h) => [u, 0.6, u + 0.05, h])(dice.in(0.08, 0.86), dice.in(1, 2.2)));
          glow(g, ...f(0.5, 2), 1700 / z0, shop, 0.5);
        }
        quad(css(ink(dice.pick(['#5a2a2a', '#24484a', '#3a3a4a']))), 0.04, 3.2, 0.96, 3.5, 1.2);
        shape(g, css(ink(dice.pick(['#6a2c2c', '#2a5052', '#454458']))), [f(0.04, 3.9), f(0.96, 3.9), f(0.96, 3.2, 1.3), f(0.04, 3.2, 1.3)]);
      }
      // Street lamps.
      if (n % 2 === 0) for (const side of [-1, 1]) {
        const [lx, ly] = at(side * 6.4, 5.4, z0 + 3), [fx, fy] = at(side * 6.4, 0, z0 + 3);
        line(g, '#0e1118', Math.max(1, 70 / z0), [[fx, fy], [lx, ly]]);
        dot(g, '#fff2d0', lx, ly, Math.max(1.4, 90 / z0));
        glow(g, lx, ly, 2400 / z0, '#ffc878', 0.75);
      }
      if (n === 8 || n === 4) mist(g, W, { noise, y: eyeLine - 16, thick: 110, colour: '#c9a48a', alpha: 0.3, at: n });
    }
    const people = (list) => {
      for (const [x, z, coat, brolly] of list) {
        const [px, py] = at(x, 0, z), tall = (1.7 * focal) / z;
        person(g, dice, px, py, tall, { coat, rim: '#ffd29a', rimSide: x < 2 ? 1 : -1, skirt: dice() < 0.4 });
        if (brolly) umbrella(g, px + tall * 0.06, py - tall * 1.0, tall * 0.34, brolly, '#ffd8a4');
      }
    };
    people([[-5.6, 34, '#2a2f3c', '#3a3a4a'], [-4.4, 26, '#3a2f34', '#6a2c30'], [-6.1, 22, '#2f3a40', null]]);
    // Overhead wires.
    for (const x of [0.9, 2.9, 4.6]) line(g, '#0a0e16', 1.4, [at(x, 6.6, 2), at(x, 6.2, 90)], 0.9);
    for (const z of [12, 22, 38, 60]) line(g, '#0a0e16', Math.max(0.7, 14 / z), [at(-9, 8.4, z), at(2.6, 6.5, z), at(9, 8.6, z)], 0.9);
    // The tram: its long side lit, its face towards us.
    const z0 = 9.6, z1 = 33, l = 1.75, r = 4.35, roof = 3.55, floor = 0.42;
    const box = (fill, p) => face(g, at, fill, p);
    layer(g, (top) => face(top, at, css('#04060a', 0.8), [[l - 0.3, 0, z0 - 0.6], [r + 0.3, 0, z0 - 0.6], [r + 0.3, 0, z1], [l - 0.6, 0, z1]]), { blur: 8 });
    box(gradient(g, 0, at(l, roof, z0)[1], 0, at(l, 0, z0)[1], [[0, '#cfc2a4'], [0.16, '#e9dcbc'], [0.62, '#b9a888'], [0.64, '#7a1f22'], [0.9, '#5a161c'], [1, '#1a0c10']]), [[l, floor, z0], [l, floor, z1], [l, roof, z1], [l, roof, z0]]);
    box('#2a2a30', [[l, roof, z0], [l, roof, z1], [r, roof + 0.05, z1], [r, roof + 0.05, z0]]);
    for (let i = 0; i < 9; ++i) {
      const a = lerp(z0 + 0.5, z1, i / 9), b = lerp(z0 + 0.5, z1, (i + 0.84) / 9), wy0 = at(l, 2.95, a)[1], wy1 = at(l, 1.6, a)[1];
      box('#3a2c24', [[l - 0.01, 1.52, a - 0.06], [l - 0.01, 1.52, b + 0.06], [l - 0.01, 3.03, b + 0.06], [l - 0.01, 3.03, a - 0.06]]);
      box(gradient(g, 0, wy0, 0, wy1, [[0, '#fff6d4'], [0.5, '#ffd88c'], [1, '#d98f48']]), [[l - 0.02, 1.6, a], [l - 0.02, 1.6, b], [l - 0.02, 2.95, b], [l - 0.02, 2.95, a]]);
      for (let k = 0; k < 2; ++k) if (dice() < 0.75) {
        const [hx, hy] = at(l, 1.62, lerp(a, b, 0.25 + k * 0.5)), s = (0.42 * focal) / a;
        dot(g, css('#4a2a1c', 0.85), hx, hy - s * 0.85, s * 0.2, s * 0.26);
        shape(g, css('#3a2424', 0.85), [[hx - s * 0.36, hy], [hx - s * 0.28, hy - s * 0.5], [hx + s * 0.28, hy - s * 0.5], [hx + s * 0.36, hy]]);
      }
      glow(g, ...at(l, 2.2, (a + b) / 2), (1.7 * focal) / a, '#ffc878', 0.25);
    }
    for (const z of [12.2, 16, 24, 29]) box('#0c0b10', [[l - 0.02, 0.12, z], [l - 0.02, 0.12, z + 1.3], [l - 0.02, 0.5, z + 1.3], [l - 0.02, 0.5, z]]);
    // Its face: rounded corners, two panes, one great lamp.
    const F = (x, h, d = 0) => at(lerp(l, r, x), h, z0 - d), bow = (h, n = 16) => Array.from({ length: n + 1 }, (_, i) => F(i / n, h, 0.75 * Math.sin((Math.PI * i) / n)));
    const skin = (low, high, fill) => shape(g, fill, [...bow(low), ...bow(high).reverse()]);
    const across = (stops) => gradient(g, F(0, 1)[0], 0, F(1, 1)[0], 0, stops);
    skin(floor - 0.15, 1.35, across([[0, '#6a1a1e'], [0.3, '#b8403a'], [0.6, '#8a2428'], [1, '#2c0c12']]));
    skin(1.35, 3.3, across([[0, '#c9b994'], [0.3, '#fff0cc'], [0.65, '#cdbc98'], [1, '#4f4638']]));
    skin(3.3, 3.72, across([[0, '#3a3236'], [0.3, '#6b5f5c'], [1, '#14141a']]));
    skin(1.28, 1.42, across([[0, '#a88a4a'], [0.35, '#ffe6a4'], [1, '#3a2c18']]));
    const pane = (u0, u1) => {
      const edge = (h) => Array.from({ length: 7 }, (_, i) => { const u = lerp(u0, u1, i / 6); return F(u, h, 0.75 * Math.sin(Math.PI * u)); });
      shape(g, '#241a18', [...edge(1.58), ...edge(2.98).reverse()]);
      shape(g, gradient(g, 0, F(0.5, 2.95)[1], 0, F(0.5, 1.6)[1], [[0, '#fff0c4'], [0.35, '#ffd084'], [0.75, '#9a5c30'], [1, '#4a2a1c']]), [...edge(1.64), ...edge(2.92).reverse()]);
    };
    pane(0.07, 0.3);
    pane(0.33, 0.67);
    pane(0.7, 0.93);
    const [dx, dy] = F(0.46, 1.6, 0.72), ds = (0.95 * focal) / z0;
    g.save();
    g.beginPath();
    g.rect(F(0.33, 2, 0.6)[0], F(0.5, 2.92, 0.74)[1], F(0.67, 2, 0.6)[0] - F(0.33, 2, 0.6)[0], dy - F(0.5, 2.92, 0.74)[1]);
    g.clip();
    shape(g, '#141a26', [[dx - ds * 0.34, dy + 4], [dx - ds * 0.26, dy - ds * 0.42], [dx + ds * 0.26, dy - ds * 0.42], [dx + ds * 0.34, dy + 4]]);
    dot(g, '#2a1c18', dx, dy - ds * 0.6, ds * 0.15, ds * 0.19);
    shape(g, '#141a26', [[dx - ds * 0.2, dy - ds * 0.68], [dx + ds * 0.22, dy - ds * 0.68], [dx + ds * 0.15, dy - ds * 0.82], [dx - ds * 0.15, dy - ds * 0.82]]);
    g.restore();
    // Route number in lamps: a nine, drawn as a ring and a stroke.
    const [nx, ny] = F(0.5, 3.5, 0.75), ns = (0.16 * focal) / z0;
    shape(g, '#0c0a0c', [[nx - ns * 2.6, ny - ns * 1.25], [nx + ns * 2.6, ny - ns * 1.25], [nx + ns * 2.6, ny + ns * 1.25], [nx - ns * 2.6, ny + ns * 1.25]]);
    g.strokeStyle = '#ffc24a';
    g.lineWidth = ns * 0.3;
    g.beginPath();
    g.arc(nx, ny - ns * 0.34, ns * 0.46, 0, 7);
    g.moveTo(nx + ns * 0.46, ny - ns * 0.34);
    g.quadraticCurveTo(nx + ns * 0.46, ny + ns * 0.62, nx - ns * 0.2, ny + ns * 0.85);
    g.stroke();
    glow(g, nx, ny, ns * 5, '#ffb43a', 0.5);
    for (const [u, h, size] of [[0.5, 0.98, 1], [0.16, 0.78, 0.62], [0.84, 0.78, 0.62]]) {
      const [lx, ly] = F(u, h, 0.75 * Math.sin(Math.PI * u)), s = (0.15 * focal * size) / z0;
      dot(g, '#d8b070', lx, ly, s * 1.25);
      dot(g, '#fffbe8', lx, ly, s);
      glow(g, lx, ly, s * 13, '#ffe2a8', 0.9);
      glow(g, lx, ly, s * 34, '#ffc880', 0.28);
    }
    line(g, '#14161c', 3, [at(3, roof + 0.1, 14), at(3, 5.2, 16.5), at(2.9, 6.45, 14.5)]);
    dot(g, '#dff4ff', ...at(2.9, 6.45, 14.5), 3);
    glow(g, ...at(2.9, 6.45, 14.5), 60, '#a8dcff', 0.8);
    // Wet setts: what shines above, drawn long and broken by rows of stone.
    const image = g.getImageData(0, 0, W, H).data, road = eyeLine + 14;
    const [tl, tr, tf] = [at(l, 0, z0)[0], at(r + 0.1, 0, z0 - 0.8)[0], at(l, 0, z0 - 0.7)[1]];
    shade(g, 0, road, W, H - road, 1, (x, y, out) => {
      const z = (1.75 * focal) / (y - eyeLine), X = ((x - W * cx) * z) / focal;
      if (Math.abs(X) > half || (x > tl - 4 && x < tr && y < tf)) return;
      if (z > z0 && X > l && X < r + 1.2) return;
      const row = Math.floor(z / 0.34), col = Math.floor(X / 0.42 + (row % 2) * 0.5), tilt = noise(row * 5.3 + 0.5, col * 3.7 + 0.5), pool = smooth(-0.05, 0.3, noise.fbm(X * 0.4 + 7, z * 0.22, 3)), rough = noise.fbm(X * 2.2, z * 2.2, 3);
      const fine = smooth(30, 8, z), shift = (tilt * 30 * fine + rough * 26) * (1 - pool * 0.7), sx = clamp(Math.round(x + shift * 0.22), 0, W - 1);
      let cr = 0, cg = 0, cb = 0;
      const contact = x > tl - 40 && x < tr + 10 ? tf : road;
      for (const k of [-34, -12, 8, 30]) {
        const sy = clamp(Math.round(contact - (y - contact) * 1.05 + shift + k), 0, road - 1), j = (sy * W + sx) * 4;
        cr += image[j] / 4; cg += image[j + 1] / 4; cb += image[j + 2] / 4;
      }
      const rail = Math.min(Math.abs(X - 2.35), Math.abs(X - 3.75), Math.abs(X + 3.2), Math.abs(X + 1.8)), steel = smooth(0.07, 0.03, rail);
      const seam = Math.max(smooth(0.05, 0.02, Math.abs(z / 0.34 - Math.round(z / 0.34)) * 0.34), smooth(0.05, 0.02, Math.abs(X / 0.42 + (row % 2) * 0.5 - Math.round(X / 0.42 + (row % 2) * 0.5)) * 0.42)) * fine * (1 - pool * 0.8);
      const c = mix(mix('#12161f', '#262a34', clamp(0.5 + tilt)), [cr, cg, cb], lerp(0.56, 0.86, pool));
      put(out, mix(c.map((v) => v * (1 - seam * 0.45)), [cr * 0.7 + 60, cg * 0.7 + 60, cb * 0.7 + 64], steel * 0.7), 1);
    });
    people([[-3.1, 15, '#242a36', '#7a2a2c'], [-4.9, 12.6, '#3a3038', '#2c4a56'], [-2.2, 9.4, '#1c222e', '#1f2430']]);
    rain(g, W, H, { dice, count: 1200, slant: 0.14, length: 46, colour: '#ffe9cf', alpha: 0.17 });
    finish(g, W, H, dice, { bloom: 0.46, from: 178, contrast: 0.3, vignette: 0.42, shadows: '#0e1c3c', lights: '#ffe6c0', tone: 0.2, grain: 4, saturation: 1.04 });
  };

  scenes['poster-tram'] = (g, W, H, dice) => {
    // Through a wet window: a street without edges, and each drop a lens that turns it over.
    wash(g, 0, 0, W, H, [[0, '#0e1628'], [0.5, '#2c2f44'], [0.7, '#3a2c34'], [1, '#12121c']]);
    layer(g, (top) => {
      for (let i = 0; i < 90; ++i) {
        const x = dice() * W, y = H * 0.52 + dice.bell() * H * 0.3, r = dice.in(14, 58), c = dice.pick(['#ffb45a', '#ff8a4a', '#ffd99a', '#e8483a', '#6ac8d0', '#ffe9c4', '#5a8ad8', '#ffb45a']);
        dot(top, css(c, dice.in(0.1, 0.42)), x, y, r);
        top.strokeStyle = css(c, 0.3);
        top.lineWidth = 2;
        top.stroke();
      }
      for (let i = 0; i < 16; ++i) wash(top, dice() * W, H * 0.62, dice.in(14, 46), H * 0.38, [[0, dice.pick(['#ffb45a', '#ff7a4a', '#ffd99a', '#6ac8d0']), 0.36], [1, '#12121c', 0]]);
    }, { mode: 'screen', blur: 3.5 });
    const back = sheet(W, H);
    back.drawImage(g.canvas, 0, 0);
    const drops = [];
    for (let i = 0; i < 620; ++i) drops.push([dice() * W, dice() * H, 1.4 + Math.pow(dice(), 3.2) * 17]);
    for (let i = 0; i < 9; ++i) {
      let x = dice() * W, y = dice.in(-40, H * 0.4);
      const end = y + dice.in(H * 0.2, H * 0.7);
      for (; y < end; y += 4) {
        x += dice.bell() * 1.6;
        drops.push([x, y, dice.in(1.6, 4.4)]);
      }
      drops.push([x, end, dice.in(10, 15)]);
    }
    for (const [x, y, r] of drops) {
      const ry = r * 1.16;
      g.save();
      g.beginPath();
      g.ellipse(x, y, r, ry, 0, 0, 7);
      g.clip();
      g.translate(x, y);
      g.scale(-1, -1);
      g.drawImage(back.canvas, clamp(x - r * 9, 0, W - r * 18), clamp(y - r * 9, 0, H - r * 18), r * 18, r * 18, -r * 1.05, -ry * 1.05, r * 2.1, ry * 2.1);
      g.restore();
      g.fillStyle = gradient(g, x, y - ry, x, y + ry, [[0, '#04060c', 0.6], [0.45, '#04060c', 0.05], [1, '#fff0d0', 0.3]]);
      g.beginPath();
      g.ellipse(x, y, r, ry, 0, 0, 7);
      g.fill();
      if (r > 3) dot(g, css('#ffffff', 0.75), x - r * 0.3, y - ry * 0.42, r * 0.14, r * 0.2, 0.5);
    }
    // On the sill, in the light of the car: three books, and one left open.
    const sill = H * 0.9;
    wash(g, 0, sill, W, H - sill, [[0, '#e0a868'], [0.06, '#7a4a2c'], [0.3, '#4a2c1e'], [1, '#1c1210']]);
    for (const [i, c] of ['#7a2a26', '#24484f', '#b08a4a'].entries()) {
      const y = sill + 18 - i * 34, x = W * 0.63 + [0, 14, -8][i], w = [300, 262, 284][i];
      shape(g, gradient(g, 0, y - 34, 0, y, [[0, mix(c, '#ffe0a8', 0.5)], [0.25, c], [1, mix(c, '#000000', 0.6)]]), [[x, y - 33], [x + w, y - 33], [x + w, y], [x, y]]);
      shape(g, gradient(g, 0, y - 30, 0, y, [[0, '#fff0cc'], [1, '#8a6a48']]), [[x + w - 16, y - 28], [x + w + 3, y - 28], [x + w + 3, y - 5], [x + w - 16, y - 5]]);
      for (const k of [0.12, 0.16, 0.82]) line(g, '#e8c078', 2.4, [[x + w * k, y - 32], [x + w * k, y - 1]], 0.85);
      for (let k = 0; k < 9; ++k) line(g, '#e8c078', 3, [[x + w * (0.3 + k * 0.045), y - 20], [x + w * (0.325 + k * 0.045), y - 20]], 0.8);
    }
    const [ox, oy] = [W * 0.735, sill - 84];
    for (const k of [-1, 1]) {
      g.beginPath();
      g.moveTo(ox, oy);
      g.quadraticCurveTo(ox + k * 60, oy - 46, ox + k * 168, oy - 14);
      g.lineTo(ox + k * 176, oy + 2);
      g.quadraticCurveTo(ox + k * 66, oy - 24, ox, oy + 16);
      g.fillStyle = gradient(g, ox, 0, ox + k * 170, 0, [[0, '#8a6444'], [0.25, '#f0d8ac'], [0.7, '#fff4d8'], [1, '#d8b484']]);
      g.fill();
      line(g, '#5a2420', 4, [[ox, oy + 17], [ox + k * 66, oy - 20], [ox + k * 176, oy + 5]], 0.9);
    }
    glow(g, W * 0.735, sill - 100, 300, '#ffd08a', 0.3);
    wash(g, 0, 0, W, 26, [[0, '#05060a'], [0.8, '#1c1a20'], [1, '#4a3a34']]);
    finish(g, W, H, dice, { bloom: 0.4, from: 185, contrast: 0.3, vignette: 0.4, shadows: '#0e1a3a', lights: '#ffe8c8', tone: 0.18, grain: 4 });
  };

  scenes['poster-tide'] = (g, W, H, dice, noise) => {
    const cy = 0.42, sea = Math.round(H * cy), focal = W * 0.7, at = street(W, H, { cx: 0.5, cy, focal, eye: 1.5 }), sun = [W * 0.6, H * 0.33];
    wash(g, 0, 0, W, sea, [[0, '#34507e'], [0.4, '#8f7f9a'], [0.75, '#f0a474'], [1, '#ffd698']]);
    glow(g, ...sun, W * 0.5, '#ff9f5a', 0.8);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#ffc08c', dark: '#5a587e', cover: 0.52, soft: 0.2, scale: 0.9, stretch: 1.1, alpha: 0.9 });
    dot(g, '#fff6d8', ...sun, 22);
    ridge(g, W, { noise, y: sea - 1, rise: 40, wide: 260, colour: '#6b5a70', haze: '#d89a80', depth: 8, at: 4, rough: 3 });
    water(g, W, { noise, horizon: sea, calm: 0.3, clear: 0.9, deep: '#3a3040', waves: 0.9, sun: sun[0], spark: 0.55, sparkle: '#ffe0a8', wide: 0.09 });
    shade(g, 0, sea + 8, W, H - sea, 1, (x, y, out) => {
      const z = (1.5 * focal) / (y - sea), X = ((x - W / 2) * z) / focal, bank = noise.fbm(X * 0.35 + 4, z * 0.28, 5) + noise(X * 2, z * 2) * 0.06, rib = noise.fbm(X * 5, z * 5, 2);
      put(out, mix(mix('#1d1820', '#5a4640', clamp(0.5 + rib * 0.6)), '#ffb880', smooth(0.1, 0.6, rib + 0.1) * 0.25), smooth(0.0, 0.09, bank + 0.06) * 0.92 * smooth(60, 20, z));
    });
    for (let n = 34; n >= 5; --n) {
      const z = 1.6 + n * 0.75;
      for (let k = -14; k <= 14; ++k) {
        const x = k * 0.62 + dice.bell() * 0.05, [px, py] = at(x, 0, z + dice.bell() * 0.08), s = (dice.in(0.3, 0.5) * focal) / z, lean = dice.bell() * 0.1;
        if (px < -60 || px > W + 60 || dice() < 0.1) continue;
        const c = (t) => ramp([[0, '#0e130f'], [0.6, '#2f3a22'], [0.85, '#7a6a38'], [1, '#ffd88a']], t);
        line(g, '#241a16', Math.max(0.8, s * 0.035), [[px, py + s * 0.4], [px + lean * -6, py]], 0.2);
        line(g, c(0.2), Math.max(0.8, s * 0.05), [[px, py], [px + lean * s, py - s * 0.7]]);
        for (let i = 0; i < 5; ++i) {
          const a = -Math.PI / 2 + lerp(-1.1, 1.1, i / 4) + dice.bell() * 0.2, lx = px + lean * s + Math.cos(a) * s * 0.2, ly = py - s * 0.72 + Math.sin(a) * s * 0.2 + (i % 4 === 0 ? s * 0.14 : 0);
          dot(g, css(c(clamp(0.4 + Math.cos(a - 0.9) * -0.2 + (px < sun[0] ? Math.cos(a) : -Math.cos(a)) * 0.4))), lx, ly, s * 0.17, s * 0.065, a);
        }
      }
      if (n === 13) for (const [x, tall, o] of [[-2.6, 1.36, { lift: 0 }], [-1.9, 1.3, { skirt: true }], [2.8, 1.62, {}], [3.5, 1.3, { lift: 0.9 }]]) {
        const [px, py] = at(x, 0, z);
        mirrored(g, { noise, waterline: py, reach: 60, ripple: 4, alpha: 0.5, paint: (top) => person(top, dice, px, py, (tall * focal) / z, { coat: dice.pick(['#2c2a3a', '#4a2c30', '#28363c']), rim: '#ffc98a', rimSide: x < 0.9 ? 1 : -1, ...o }) });
      }
    }
    for (let i = 0; i < 9; ++i) bird(g, W * 0.3 + i * 26 + dice.bell() * 8, H * 0.17 + Math.abs(i - 3) * 11, dice.in(8, 13), '#f7e6d0', dice.in(-0.2, 1), 0.9);
    finish(g, W, H, dice, { bloom: 0.36, from: 190, contrast: 0.3, vignette: 0.38, shadows: '#1c1c40', lights: '#ffe8c4', tone: 0.18, grain: 3.2 });
  };

  scenes.library = (g, W, H, dice, noise) => {
    const focal = W * 0.92, cx = 0.47, cy = 0.56, at = street(W, H, { cx, cy, focal, eye: 1.9 }), half = 5.4, spring = 6.2, end = 30, oak = '#5a3820';
    wash(g, 0, 0, W, H, [[0, '#2a1e18'], [0.5, '#5a4230'], [1, '#1a120e']]);
    // The vault: coffers in rows, lighter towards the windows.
    const arc = (t) => [half * -Math.cos(Math.PI * t), spring + half * 0.72 * Math.sin(Math.PI * t)];
    for (let n = 13; n >= 0; --n) {
      const z0 = 2.4 + n * 2.1, z1 = z0 + 2.1, air = clamp(n / 15) * 0.55;
      for (let i = 0; i < 14; ++i) {
        const p = arc(i / 14), q = arc((i + 1) / 14), lit = clamp(0.95 - i / 13 + 0.18);
        const base = mix(mix('#3a2a22', '#e8cfa4', lit * 0.7), '#f4dfb8', air);
        face(g, at, css(base), [[...p, z0], [...p, z1], [...q, z1], [...q, z0]]);
        const m = (a, b, t) => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)], a = m(p, q, 0.16), b = m(p, q, 0.84);
        face(g, at, css(mix(base, '#20140e', 0.4)), [[...a, z0 + 0.3], [...a, z1 - 0.3], [...b, z1 - 0.3], [...b, z0 + 0.3]]);
        const a2 = m(p, q, 0.26), b2 = m(p, q, 0.78);
        face(g, at, css(mix(base, '#20140e', 0.22)), [[...a2, z0 + 0.5], [...a2, z1 - 0.4], [...b2, z1 - 0.4], [...b2, z0 + 0.5]]);
      }
      face(g, at, css(mix('#8a6c4c', '#f4dfb8', air)), [...Array.from({ length: 15 }, (_, i) => [...arc(i / 14), z0]), ...Array.from({ length: 15 }, (_, i) => { const [x, h] = arc(1 - i / 14); return [x * 0.97, h - 0.18, z0]; })]);
    }
    // The far wall with its great window.
    const [ex0, ey1] = at(-half, 0, end), [ex1, ey0] = at(half, spring + 4, end);
    g.fillStyle = gradient(g, 0, ey0, 0, ey1, [[0, '#c9a878'], [1, '#7a5a3c']]);
    g.beginPath();
    g.moveTo(ex0, ey1);
    for (let i = 0; i <= 20; ++i) g.lineTo(...at(...arc(i / 20), end));
    g.lineTo(ex1, ey1);
    g.fill();
    const bigWindow = [];
    for (let i = 0; i <= 20; ++i) bigWindow.push(at(-2.6 * Math.cos((Math.PI * i) / 20), 6 + 2.4 * Math.sin((Math.PI * i) / 20), end));
    shape(g, '#fff6dc', [at(-2.6, 2.2, end), ...bigWindow, at(2.6, 2.2, end)]);
    for (const x of [-1.3, 0, 1.3]) line(g, '#8a6a48', 2, [at(x, 2.2, end), at(x, 8, end)]);
    for (const h of [3.4, 4.6, 5.8]) line(g, '#8a6a48', 1.6, [at(-2.6, h, end), at(2.6, h, end)]);
    glow(g, ...at(0, 5, end), 330, '#fff0c8', 0.8);
    // Walls: windows to the left, books to the right, in bays.
    const spines = ['#6a2a24', '#7a4a26', '#2f4438', '#8a6a3a', '#3a2a2c', '#24364a', '#a5854e', '#4a2430', '#5c5a3a'];
    for (let n = 12; n >= 0; --n) {
      const z0 = 2.2 + n * 2.3, z1 = z0 + 2.3, air = clamp((n - 1) / 13) * 0.6, ink = (c) => mix(c, '#f0d8ac', air);
      const wallAt = (side) => (u, h, out = 0) => at(side * (half - out), h, lerp(z0, z1, u));
      const L = wallAt(-1), R = wallAt(1), quad = (P, fill, u0, h0, u1, h1, out = 0) => shape(g, fill, [P(u0, h0, out), P(u1, h0, out), P(u1, h1, out), P(u0, h1, out)]);
      quad(L, gradient(g, 0, L(0, spring)[1], 0, L(0, 0)[1], [[0, ink('#d9bd92')], [0.6, ink('#a5825a')], [1, ink('#4a3222')]]), 0, 0, 1, spring + 0.1);
      const head = Array.from({ length: 13 }, (_, i) => L(lerp(0.2, 0.8, i / 12), 5 + 0.8 * Math.sin((Math.PI * i) / 12)));
      shape(g, css(ink('#5a4028')), [L(0.14, 1.5), ...head.map(([x, y], i) => [x + (i < 6 ? -4 : 4), y - 8]), L(0.86, 1.5)]);
      shape(g, gradient(g, 0, L(0.5, 5.8)[1], 0, L(0.5, 1.6)[1], [[0, '#fffdf2'], [0.7, '#ffeec4'], [1, '#f4cf94']]), [L(0.2, 1.6), ...head, L(0.8, 1.6)]);
      for (const u of [0.4, 0.6]) quad(L, css(ink('#7a5a3a')), u - 0.008, 1.6, u + 0.008, 5.7);
      for (const h of [2.6, 3.6, 4.6]) quad(L, css(ink('#7a5a3a')), 0.2, h, 0.8, h + 0.06);
      glow(g, ...L(0.5, 3.8), 1500 / z0, '#fff0c4', 0.6);
      quad(L, css(ink(oak)), 0, 0, 1, 1.3, 0.25);
      for (let i = 0; i < 16; ++i) quad(L, css(ink(mix(dice.pick(spines), '#140c08', 0.3))), i / 16, 0.25, (i + 0.86) / 16, dice.in(0.85, 1.1), 0.27);
      // Two storeys of shelves with a gallery between.
      quad(R, css(ink('#2a1a10')), 0, 0, 1, spring + 0.1);
      for (const base of [0.2, 0.88, 1.56, 2.24, 3.5, 4.12, 4.74, 5.36]) {
        let u = 0.07;
        while (u < 0.93) {
          const w = dice.in(0.018, 0.04), tall = dice.in(0.36, 0.54), c = dice.pick(spines);
          if (dice() < 0.94) {
            const [bx0] = R(u, 0), [bx1] = R(u + w, 0);
            quad(R, gradient(g, bx0, 0, bx1, 0, [[0, ink(mix(c, '#000000', 0.35))], [0.4, ink(mix(c, '#ffd79a', 0.34))], [1, ink(mix(c, '#000000', 0.3))]]), u, base, u + w * 0.92, base + tall);
            if (dice() < 0.5) quad(R, css(ink('#e0b868'), 0.7), u, base + tall * 0.72, u + w * 0.92, base + tall * 0.78);
          }
          u += w;
        }
        quad(R, css(ink('#8a5c34')), 0, base - 0.08, 1, base, 0.08);
      }
      for (const u of [0, 0.93]) quad(R, gradient(g, R(u, 0)[0], 0, R(u + 0.07, 0)[0], 0, [[0, ink('#3a2414')], [0.5, ink('#b07a48')], [1, ink('#4a2e1a')]]), u, 0, u + 0.07, spring, 0.22);
      shape(g, css(ink('#6a4326')), [R(0, 3.1), R(1, 3.1), R(1, 3.1, 1), R(0, 3.1, 1)]);
      quad(R, css(ink('#9a6a3c')), 0, 2.95, 1, 3.18, 1);
      for (let i = 0; i < 12; ++i) quad(R, css(ink('#3a2416')), i / 12, 3.18, i / 12 + 0.012, 4, 1);
      quad(R, css(ink('#b98250')), 0, 4, 1, 4.08, 1);
      if (n % 4 === 2) {
        for (const k of [0.42, 0.56]) line(g, ink('#c08a54'), Math.max(1.2, 44 / z0), [R(k, 2.9, 0.2), R(k, 0, 0.9)]);
        for (let i = 1; i < 9; ++i) line(g, ink('#c08a54'), Math.max(1, 34 / z0), [R(0.42, 2.9 * (i / 9), 0.9 - 0.7 * (i / 9)), R(0.56, 2.9 * (i / 9), 0.9 - 0.7 * (i / 9))]);
      }
    }
    // The floor: polished boards that hold the light of the windows.
    const floor = Math.round(at(0, 0, end)[1]), eyeLine = H * cy, image = g.getImageData(0, 0, W, floor).data;
    shade(g, 0, floor, W, H - floor, 1, (x, y, out) => {
      const z = (1.9 * focal) / (y - eyeLine), X = ((x - W * cx) * z) / focal;
      if (Math.abs(X) > half - 0.2) return;
      const board = Math.floor(X / 0.22), grain = noise.fbm(X * 9 + board * 7, z * 0.8 + board, 3), shift = noise(board * 3.1, Math.floor(z / 2.2)) * 12 + grain * 10, sx = clamp(Math.round(x + shift * 0.2), 0, W - 1);
      let r = 0, gr = 0, b = 0;
      for (const k of [-26, -8, 8, 26]) {
        const j = (clamp(Math.round(floor - (y - floor) * 0.96 + shift + k), 0, floor - 1) * W + sx) * 4;
        r += image[j] / 4; gr += image[j + 1] / 4; b += image[j + 2] / 4;
      }
      const phase = ((z + (X + half) * 0.55) / 2.3) % 1, patch = smooth(0.18, 0.26, phase) * smooth(0.82, 0.74, phase) * smooth(-half, -3.4, X) * smooth(2.6, -1.6, X);
      const wood = mix(mix('#2c1a10', '#6b4426', clamp(0.5 + grain * 0.9)), '#ffdf9e', patch * 0.66);
      put(out, mix(wood, [r, gr, b], 0.26), 1);
    });
    // Tables with green lamps, chairs, readers; far to near.
    for (let n = 5; n >= 0; --n) {
      const z0 = 4.6 + n * 4.2, z1 = z0 + 2.9, air = clamp((n - 0.5) / 7) * 0.5, ink = (c) => mix(c, '#f0d8ac', air);
      for (const [x0, x1] of [[-2.9, -0.9], [1, 3]]) {
        for (const [lx, lz] of [[x0 + 0.15, z1], [x1 - 0.15, z1], [x0 + 0.15, z0], [x1 - 0.15, z0]]) face(g, at, css(ink('#24150c')), [[lx - 0.05, 0, lz], [lx + 0.05, 0, lz], [lx + 0.05, 0.75, lz], [lx - 0.05, 0.75, lz]]);
        const back = dice() < 0.75, mid = (x0 + x1) / 2;
        if (back) {
          const [px, py] = at(x0 - 0.28, 0.05, z0 + 1.7);
          person(g, dice, px, py + 4, (1.5 * focal) / (z0 + 1.7), { coat: ink(dice.pick(['#3a4454', '#5a3434', '#44503c', '#6a5a44'])), rim: '#fff0c8', rimSide: -1 });
        }
        face(g, at, gradient(g, at(x0, 0.78, z0)[0], 0, at(x1, 0.78, z0)[0], 0, [[0, ink('#f0c080')], [0.35, ink('#a86c3a')], [1, ink('#5a3620')]]), [[x0, 0.78, z0], [x1, 0.78, z0], [x1, 0.78, z1], [x0, 0.78, z1]]);
        face(g, at, css(ink('#3a2214')), [[x0, 0.68, z0], [x1, 0.68, z0], [x1, 0.78, z0], [x0, 0.78, z0]]);
        for (let i = 0; i < 5; ++i) {
          const bx = lerp(x0 + 0.2, x1 - 0.5, dice()), bz = lerp(z0 + 0.2, z1 - 0.5, dice());
          face(g, at, css(ink(dice.pick(['#f4e8cc', '#7a2c26', '#e9dcc0', '#2f4a50', '#c9a050']))), [[bx, 0.81, bz], [bx + 0.34, 0.81, bz + 0.04], [bx + 0.32, 0.81, bz + 0.4], [bx - 0.02, 0.81, bz + 0.36]]);
        }
        for (const lz of [z0 + 0.75, z1 - 0.6]) {
          const [lx, ly] = at(mid, 0.78, lz), s = (0.5 * focal) / lz;
          line(g, '#c9a05a', Math.max(1, s * 0.06), [[lx, ly], [lx, ly - s * 0.72]]);
          dot(g, '#8a6a34', lx, ly, s * 0.2, s * 0.05);
          shape(g, gradient(g, lx - s * 0.42, 0, lx + s * 0.42, 0, [[0, '#2f7a54'], [0.35, '#8fe0a4'], [1, '#124a34']]), [[lx - s * 0.44, ly - s * 0.66], [lx - s * 0.3, ly - s * 0.92], [lx + s * 0.3, ly - s * 0.92], [lx + s * 0.44, ly - s * 0.66]]);
          dot(g, '#fff4cc', lx, ly - s * 0.655, s * 0.36, s * 0.05);
          glow(g, lx, ly - s * 0.3, s * 1.7, '#ffdf98', 0.55);
        }
        for (const cz of [z0 + 0.5, z0 + 1.9]) {
          const cxx = x0 < 0 ? x1 + 0.35 : x0 - 0.35;
          face(g, at, css(ink('#4a2c18')), [[cxx - 0.22, 0.46, cz], [cxx + 0.22, 0.46, cz], [cxx + 0.22, 0.46, cz + 0.45], [cxx - 0.22, 0.46, cz + 0.45]]);
          for (const k of [-0.2, -0.07, 0.07, 0.2]) face(g, at, css(ink('#6b4426')), [[cxx + k - 0.025, 0, cz], [cxx + k + 0.025, 0, cz], [cxx + k + 0.025, 0.98, cz], [cxx + k - 0.025, 0.98, cz]]);
          face(g, at, css(ink('#8a5a34')), [[cxx - 0.24, 0.86, cz], [cxx + 0.24, 0.86, cz], [cxx + 0.24, 1.02, cz], [cxx - 0.24, 1.02, cz]]);
        }
      }
    }
    // Shafts from the windows, and the dust in them.
    layer(g, (top) => {
      for (let n = 0; n < 8; ++n) {
        const z0 = 3 + n * 2.3, z1 = z0 + 1.2, [, y0] = at(-half, 5.6, z0);
        const p = [at(-half, 5.6, z0), at(-half, 5.6, z1), at(1.4, 0, z1 - 1), at(1.4, 0, z0 - 1), at(-2.6, 0, z0 - 0.6)];
        shape(top, gradient(top, p[0][0], y0, p[3][0], p[3][1], [[0, '#fff0c4', 0.6], [0.6, '#ffe6b0', 0.22], [1, '#ffe6b0', 0]]), p);
      }
    }, { mode: 'screen', alpha: 0.44, blur: 13 });
    for (let i = 0; i < 520; ++i) {
      const t = dice(), x = lerp(0, W * 0.6, t) + dice.bell() * 60, y = lerp(H * 0.25, H * 0.85, t) + dice.bell() * H * 0.16;
      dot(g, css('#fff4d0', dice.in(0.08, 0.5)), x, y, dice.in(0.5, 1.9));
    }
    finish(g, W, H, dice, { bloom: 0.34, from: 205, contrast: 0.32, vignette: 0.42, shadows: '#1c1620', lights: '#fff0cc', tone: 0.16, grain: 3.6, saturation: 1.02 });
  };

  scenes.orchard = (g, W, H, dice, noise) => {
    const horizon = Math.round(H * 0.3), sun = [W * 0.2, H * 0.16];
    wash(g, 0, 0, W, H * 0.6, [[0, '#6f93b8'], [0.4, '#b9cbd2'], [0.7, '#f4e2c0'], [1, '#f8e6c8']]);
    glow(g, ...sun, W * 0.45, '#fff0c4', 0.6);
    clouds(g, W, { noise, horizon: horizon + 40, sun, lit: '#fffaf0', dark: '#a5b3be', cover: 0.46, soft: 0.2, scale: 0.9, stretch: 0.9, alpha: 0.85 });
    for (const [i, far] of [0.8, 0.62, 0.42, 0.24].entries()) {
      ridge(g, W, { noise, y: horizon + 30 + i * 44, rise: 200 - i * 26, wide: 480 - i * 70, colour: mix('#2c4650', '#e4dcc8', far), haze: mix('#5f7270', '#f4e6c8', Math.min(1, far + 0.26)), depth: 90, at: i * 9 + 4, octaves: 6, rough: i * 1.6 });
      mist(g, W, { noise, y: horizon + 88 + i * 42, thick: 64, colour: '#fbeed2', alpha: 0.66 - i * 0.12, at: i * 5 + 2 });
    }
    const height = (x, z) => 6 - 0.13 * z + 9 * noise.fbm(x / 60 + 3, z / 70, 3) + 0.00022 * z * z + 12 * smooth(10, 80, x + 10) - 4 * smooth(0, -70, x);
    const view = { eye: [0, 24, 0], horizon, focal: W * 0.72, near: 9, far: 210 };
    terrain(g, W, H, { ...view, height, stride: 0.0022, colour: (x, z, h, far, sx, sz) => {
      const turf = noise.fbm(x * 0.8, z * 0.8, 4), tufts = noise(x * 3.4, z * 3.4) * smooth(60, 15, far), facing = clamp(0.5 - sx * 0.55 - sz * 0.1 + turf * 0.5 + tufts * 0.25);
      const dry = clamp(0.4 + noise.fbm(x / 14, z / 14, 3) * 1.1), path = smooth(1.3, 0.7, Math.abs(x + 9 - z * 0.06 - 5 * Math.sin(z / 17)));
      return mix(mix(mix(ramp([[0, '#1c2818'], [0.5, '#4f6430'], [1, '#c3bd62']], facing), ramp([[0, '#3a2c1a'], [0.5, '#8a6c38'], [1, '#f0cf86']], facing), dry * 0.6), '#d8b888', path * 0.8), '#f0e0c0', smooth(40, 210, far) * 0.72);
    } });
    const trees = [];
    for (let row = 0; row < 17; ++row) for (let k = -12; k <= 12; ++k) trees.push([k * 7.4 + (row % 2) * 3.4 + dice.bell(), 21 + row * 9.4 + dice.bell() * 1.4]);
    trees.sort((p, q) => q[1] - p[1]);
    for (const [x, z] of trees) {
      if (Math.abs(x + 9 - z * 0.06 - 5 * Math.sin(z / 17)) < 2.8 || dice() < 0.07) continue;
      const [px, py] = project(view, W, x, height(x, z), z), s = (4.6 * view.focal) / z * dice.in(0.8, 1.1), air = smooth(40, 210, z) * 0.72, fog = (c) => mix(c, '#f0e0c0', air);
      if (px < -s || px > W + s || py - s > H) continue;
      g.save();
      g.globalAlpha = 0.4 * (1 - air);
      g.filter = `blur(${Math.max(1, s * 0.03)}px)`;
      dot(g, '#18200f', px + s * 0.36, py + s * 0.03, s * 0.6, s * 0.1);
      g.restore();
      const tips = [];
      branch(g, dice, px, py, -Math.PI / 2 + dice.bell() * 0.1, s * 0.3, s * 0.07, fog('#2c2018'), s > 60 ? 3 : 2, (tx, ty) => tips.push([tx, ty]));
      const kind = dice(), tones = (kind < 0.55 ? [[0, '#2a1a10'], [0.4, '#7a3c1a'], [0.7, '#c9702a'], [1, '#ffcf7a']] : kind < 0.8 ? [[0, '#1c2410'], [0.4, '#4f5a22'], [0.7, '#a59a3a'], [1, '#f6e08a']] : [[0, '#2a1412'], [0.4, '#7a2a1c'], [0.7, '#b84a2a'], [1, '#ffb070']]).map(([t, c]) => [t, fog(c)]);
      const leaf = Math.max(1.1, s * 0.024), puffs = [...tips, [px, py - s * 0.62], [px - s * 0.24, py - s * 0.52], [px + s * 0.24, py - s * 0.5], [px, py - s * 0.8]];
      for (const [tx, ty] of puffs) foliage(g, { dice, x: tx, y: ty - s * 0.03, rx: s * 0.21, ry: s * 0.16, count: s > 110 ? 130 : 60, leaf, light: [-0.66, -0.7], tones });
      for (let i = 0; i < 26; ++i) {
        const [tx, ty] = dice.pick(puffs), fx = tx + dice.bell() * s * 0.17, fy = ty + dice.bell() * s * 0.12, r = Math.max(0.9, s * 0.018);
        dot(g, css(fog('#b8401a')), fx, fy, r);
        dot(g, css(fog('#ff9a3c')), fx - r * 0.2, fy - r * 0.2, r * 0.7);
        if (r > 2) dot(g, css('#fff0c8', 0.8), fx - r * 0.35, fy - r * 0.4, r * 0.2);
      }
    }
    for (const [x, z, tall, o] of [[-6.6, 30, 1.62, { lift: 1 }], [-3.2, 34, 1.55, { skirt: true }]]) {
      const [px, py] = project(view, W, x, height(x, z), z), t = (tall * view.focal) / z;
      person(g, dice, px, py, t * 1.25, { coat: dice.pick(['#4a3a4a', '#34505a']), rim: '#fff0c4', rimSide: -1, ...o });
      shape(g, '#a8743c', [[px + t * 0.3, py - t * 0.26], [px + t * 0.62, py - t * 0.26], [px + t * 0.56, py + 1], [px + t * 0.36, py + 1]]);
      for (let i = 0; i < 12; ++i) dot(g, css(dice.pick(['#e8752a', '#ff9a3c', '#b8401a'])), px + t * dice.in(0.33, 0.59), py - t * dice.in(0.25, 0.32), t * 0.035);
    }
    shafts(g, { dice, from: [sun[0] - 60, -80], to: [W * 0.6, H], spread: W * 0.5, count: 10, colour: '#fff0c8', alpha: 0.2, blur: 22 });
    finish(g, W, H, dice, { bloom: 0.28, from: 205, contrast: 0.36, vignette: 0.34, shadows: '#1c2c3a', lights: '#fff0d0', tone: 0.14, grain: 3, saturation: 1.06 });
  };

  // ---- small pictures, on a square of 96 ----------------------------------
  const small = {};
  const badge = (g, from, to) => {
    g.fillStyle = gradient(g, 0, 0, 20, 96, [[0, from], [1, to]]);
    g.fillRect(0, 0, 96, 96);
    glow(g, 26, 16, 70, '#fff2d8', 0.28);
  };
  small.shell = (g) => {
    badge(g, '#2f7f8a', '#123f56');
    for (let i = -4; i <= 4; ++i) {
      const a = i * 0.27, b = a + 0.27;
      shape(g, gradient(g, 48, 74, 48 + Math.sin(a) * 40, 74 - Math.cos(a) * 46, [[0, '#a85a48'], [0.5, i % 2 ? '#f4c8a4' : '#e8a484'], [1, '#fff0dc']]), [[48, 74], [48 + Math.sin(a - 0.13) * 42, 74 - Math.cos(a - 0.13) * 49], [48 + Math.sin(a) * 44, 74 - Math.cos(a) * 52], [48 + Math.sin(b - 0.13) * 42, 74 - Math.cos(b - 0.13) * 49]]);
      line(g, '#8a4a3c', 0.8, [[48, 74], [48 + Math.sin(a - 0.13) * 42, 74 - Math.cos(a - 0.13) * 49]], 0.5);
    }
    shape(g, '#d88a6c', [[36, 72], [60, 72], [56, 80], [40, 80]]);
  };
  small.compass = (g) => {
    badge(g, '#7a4a2c', '#3a2018');
    dot(g, gradient(g, 20, 20, 76, 76, [[0, '#ffe0a0'], [0.5, '#a8742c'], [1, '#5a3a18']]), 48, 48, 34);
    dot(g, '#f6ecd4', 48, 48, 28);
    for (let i = 0; i < 24; ++i) line(g, '#5a4a38', i % 6 ? 0.8 : 2, [[48 + Math.cos((i * Math.PI) / 12) * 24, 48 + Math.sin((i * Math.PI) / 12) * 24], [48 + Math.cos((i * Math.PI) / 12) * 27, 48 + Math.sin((i * Math.PI) / 12) * 27]]);
    shape(g, '#b3141b', [[64, 30], [52, 52], [44, 44]]);
    shape(g, '#2a3c50', [[32, 66], [44, 44], [52, 52]]);
    dot(g, '#e0b868', 48, 48, 3);
  };
  small.lantern = (g) => {
    badge(g, '#1c2650', '#0c1026');
    glow(g, 48, 50, 60, '#ff6a3a', 0.9);
    line(g, '#d9a34a', 2, [[48, 4], [48, 22]]);
    const fill = g.createRadialGradient(44, 46, 3, 48, 50, 32);
    for (const [t, c] of [[0, '#fff0b8'], [0.4, '#ff8a3c'], [1, '#a81c1c']]) fill.addColorStop(t, c);
    dot(g, fill, 48, 50, 30, 25);
    for (const k of [8, 18, 26]) {
      g.beginPath();
      g.ellipse(48, 50, k, 25, 0, 0, 7);
      g.strokeStyle = css('#6a1010', 0.35);
      g.lineWidth = 1;
      g.stroke();
    }
    for (const y of [22, 72]) shape(g, '#d9a34a', [[36, y], [60, y], [58, y + 5], [38, y + 5]]);
    for (const x of [44, 48, 52]) line(g, '#e8b85a', 1.6, [[x, 77], [x, 91]]);
  };
  small.egret = (g) => {
    badge(g, '#8fb0a4', '#3a6258');
    glow(g, 30, 24, 40, '#fff4cc', 0.8);
    egret(g, 46, 90, 78, { body: '#fffaf0', dusk: '#a9b8b0' });
    for (const y of [84, 89]) line(g, '#e8f4ec', 1.2, [[14, y], [82, y]], 0.5);
  };
  small.boat = (g, dice) => {
    badge(g, '#f0a878', '#4a4a7a');
    dot(g, '#fff2d0', 66, 36, 9);
    glow(g, 66, 36, 30, '#ffd898', 0.8);
    wash(g, 0, 66, 96, 30, [[0, '#8a6a84'], [1, '#1f2a50']]);
    fishingBoat(g, dice, 46, 72, 72, { hull: '#1f3358', stripe: '#9c3527', cabin: '#d8d2c4', sun: '#ffc98a' });
    for (let i = 0; i < 14; ++i) line(g, '#ffd8a0', 1, [[dice.in(10, 84), 76 + i * 1.3], [dice.in(10, 84), 76 + i * 1.3]], 0.4);
  };
  small.moon = (g, dice) => {
    badge(g, '#2a3a78', '#0a1030');
    for (let i = 0; i < 40; ++i) dot(g, css('#ffffff', dice.in(0.3, 0.9)), dice() * 96, dice() * 70, dice.in(0.3, 1));
    glow(g, 52, 40, 46, '#ffeec0', 0.6);
    dot(g, '#fff4d4', 52, 40, 21);
    for (const [x, y, r] of [[46, 34, 4], [58, 44, 5.5], [50, 50, 3], [60, 32, 2.6]]) dot(g, css('#d8c59a', 0.7), x, y, r);
    shape(g, '#0a0f24', [[0, 96], [0, 80], [24, 66], [44, 80], [66, 70], [96, 84], [96, 96]]);
  };
  small.palm = (g, dice) => {
    badge(g, '#ffc27a', '#c2543c');
    dot(g, '#fff4d0', 60, 50, 15);
    shape(g, '#7a2c34', [[0, 96], [0, 82], [30, 74], [62, 82], [96, 72], [96, 96]]);
    palm(g, dice, 40, 86, 56, { trunk: '#3a1c1c', tones: [[0, '#1a1414'], [0.6, '#3c3420'], [1, '#c98a3c']], lean: 0.06, light: 0.8, fronds: 24 });
  };
  /** The mark of the papers: a sheet that is a sail, over three lines that are waves and text. */
  small.logo = (g) => {
    g.beginPath();
    g.roundRect(0, 0, 96, 96, 14);
    g.clip();
    g.fillStyle = gradient(g, 0, 0, 96, 96, [[0, '#c81e24'], [1, '#8a0f18']]);
    g.fillRect(0, 0, 96, 96);
    g.fillStyle = '#ffffff';
    g.beginPath();
    g.moveTo(50, 10);
    g.quadraticCurveTo(82, 30, 78, 58);
    g.lineTo(50, 58);
    g.closePath();
    g.fill();
    g.beginPath();
    g.moveTo(45, 20);
    g.quadraticCurveTo(24, 38, 18, 58);
    g.lineTo(45, 58);
    g.closePath();
    g.fillStyle = css('#ffffff', 0.82);
    g.fill();
    for (const [i, y] of [68, 77, 86].entries()) {
      g.beginPath();
      g.moveTo(14 + i * 6, y);
      g.bezierCurveTo(30, y - 6, 38, y + 6, 50, y);
      g.bezierCurveTo(60, y - 5, 68, y + 4, 82 - i * 6, y - 1);
      g.strokeStyle = '#ffffff';
      g.lineWidth = 4.4;
      g.lineCap = 'round';
      g.stroke();
    }
  };

  // ---- what the page offers to the script --------------------------------
  const encode = (canvas, type, quality) => new Promise((done) => canvas.toBlob(done, type, quality));
  const base64 = async (blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  /** The best quality that fits in `limit` bytes, as base64. */
  async function within(canvas, type, limit) {
    for (let quality = 0.86; ; quality -= 0.04) {
      const blob = await encode(canvas, type, quality);
      if (blob.size <= limit || quality < 0.3) return { data: await base64(blob), bytes: blob.size, quality };
    }
  }
  const resized = (canvas, width) => {
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
  window.drawPhoto = async (name, { size: [W, H], type, widths, seed }) => {
    const g = sheet(W, H);
    scenes[name](g, W, H, makeDice(seed), makeNoise(seed + 1000));
    const mime = type === 'jpg' ? 'image/jpeg' : 'image/webp', files = [];
    for (const width of widths) {
      const canvas = width === W ? g.canvas : resized(g.canvas, width);
      const density = width === W ? 0.099 : width > 450 ? 0.134 : 0.19; // bytes a pixel
      files.push({ width, ...(await within(canvas, mime, canvas.width * canvas.height * density * (type === 'webp' ? 0.75 : 1))) });
    }
    const thumb = resized(g.canvas, Math.round((W / H) * 300));
    return { files, thumb: await base64(await encode(thumb, 'image/jpeg', 0.9)) };
  };
  window.drawSmall = async (name, size) => {
    const g = sheet(size * 4, size * 4);
    g.scale(size * 4 / 96, size * 4 / 96);
    small[name](g, makeDice(96));
    return base64(await encode(resized(g.canvas, size), 'image/webp', 0.86));
  };
}

// ---- the script ----------------------------------------------------------
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** playwright-core of the project, or of any folder named in NODE_PATH. */
function loadPlaywright() {
  const places = [import.meta.url, ...(process.env.NODE_PATH ?? '').split(delimiter).filter(Boolean).map((path) => join(path, 'x.js'))];
  for (const place of places) {
    try {
      return createRequire(place)('playwright-core');
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error('playwright-core is not installed: run npm install in the project first');
}

async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = join(folder, name);
      if (await access(file).then(() => true, () => false)) return file;
    }
  }
  throw new Error('no Chromium on PATH: install it, or name it in CHROMIUM');
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: join(root, 'assets') }, sheet: { type: 'string' } },
  });
  const known = [...Object.keys(photos), ...avatars, 'logo'];
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`no picture "${unknown}"; there are: ${known.join(', ')}`);
  const wanted = positionals.length ? positionals : known;
  for (const folder of ['photos', 'avatars']) await mkdir(join(values.out, folder), { recursive: true });

  const browser = await loadPlaywright().chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.stack));
    await page.addScriptTag({ content: `(${studio})()` });
    const thumbs = [];
    for (const name of wanted) {
      if (photos[name]) {
        const { files, thumb } = await page.evaluate(([n, photo]) => window.drawPhoto(n, photo), [name, photos[name]]);
        thumbs.push(thumb);
        for (const { width, data, bytes, quality } of files) {
          const file = join('photos', `${name}-${width}.${photos[name].type}`);
          await writeFile(join(values.out, file), Buffer.from(data, 'base64'));
          console.log(`${file}: ${bytes} bytes, quality ${quality.toFixed(2)}`);
        }
      } else {
        const file = name === 'logo' ? 'logo.webp' : join('avatars', `${name}.webp`);
        const data = await page.evaluate(([n, size]) => window.drawSmall(n, size), [name, name === 'logo' ? 192 : 96]);
        await writeFile(join(values.out, file), Buffer.from(data, 'base64'));
        thumbs.push(data);
      }
    }
    if (values.sheet) {
      await page.setViewportSize({ width: 1640, height: 400 });
      await page.setContent(`<body style="margin:8px;background:#222">${thumbs.map((data) => `<img height="300" style="margin:4px" src="data:image/*;base64,${data}">`).join('')}`);
      await page.screenshot({ path: values.sheet, fullPage: true });
    }
  } finally {
    await browser.close();
  }
}

await main();
