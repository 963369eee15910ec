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
 * What is drawn, and the widths at which it is kept. `size` is the painted
 * one, `bytes` what the widest file may weigh; the others share its density.
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
  function water(g, W, { noise, horizon, to, calm = 1, clear = 0.9, deep, waves = 1, sun, spark = 0, sparkle = '#fff2d8', wide = 0.1, dim = 0 }) {
    const H = to ?? g.canvas.height, high = Math.round(H - horizon), tint = rgb(deep), star = rgb(sparkle);
    const above = g.getImageData(0, 0, W, horizon).data, out = g.createImageData(W, high);
    for (let r = 0, i = 0; r < high; ++r) {
      const t = r / high, near = 1 / (t + 0.05), mirror = lerp(clear, clear * 0.62, t);
      for (let x = 0; x < W; ++x, i += 4) {
        const u = ((x - W / 2) / W) * near * 9 * waves, v = near * 14 * waves;
        const swell = noise.fbm(u * 0.5, v * 0.9, 2), ripple = noise(u * 2.3 + 5, v * 2.7) * 0.6 + noise(u * 6.1, v * 5.3 + 3) * 0.3;
        const lean = (swell + ripple) * calm * smooth(-0.02, 0.2, t);
        const sy = clamp(Math.round(horizon - 1 - r * (0.98 + dim) - lean * high * 0.085), 0, horizon - 1);
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
  /** A date or coconut palm, its fronds combed by the wind. */
  function palm(g, dice, x, y, tall, { trunk, tones, lean = 0, light = 0.5, fronds = 22 }) {
    const topX = x + lean * tall, topY = y - tall, w = tall * 0.035;
    for (let i = 0; i < 60; ++i) {
      const t = i / 60, bx = x + lean * tall * t * t, by = y - tall * t, ww = w * (1.25 - t * 0.5) * (0.92 + 0.16 * ((i * 7) % 3) * 0.5);
      g.fillStyle = gradient(g, bx - ww, 0, bx + ww, 0, [[0, mix(trunk, '#000000', 0.45)], [light, mix(trunk, tones[tones.length - 1][1], 0.3)], [1, mix(trunk, '#000000', 0.3)]]);
      g.fillRect(bx - ww, by - tall / 60 - 1, ww * 2, tall / 60 + 1.5);
    }
    const order = Array.from({ length: fronds }, (_, i) => ({ a: -Math.PI / 2 + lerp(-2.5, 2.5, i / (fronds - 1)) + dice.bell() * 0.12, l: tall * dice.in(0.34, 0.5) }));
    order.sort((a, b) => Math.abs(b.a + Math.PI / 2) - Math.abs(a.a + Math.PI / 2));
    for (const { a, l } of order) {
      const facing = clamp(0.45 - Math.sin(a) * 0.25 + Math.cos(a) * (light - 0.5) * 0.9 + dice.bell() * 0.12);
      let px = topX, py = topY, dir = a;
      const bend = (Math.cos(a) >= 0 ? 1 : -1) * dice.in(0.08, 0.13);
      for (let i = 0; i < 26; ++i) {
        const t = i / 26, nx = px + (Math.cos(dir) * l) / 26, ny = py + (Math.sin(dir) * l) / 26;
        line(g, ramp(tones, facing * 0.8), Math.max(0.8, w * 0.22 * (1 - t)), [[px, py], [nx, ny]]);
        const blade = l * 0.24 * Math.sin(Math.PI * (0.12 + t * 0.86));
        for (const side of [-1, 1]) {
          const la = dir + side * (0.75 - t * 0.35) + 0.28 * (Math.cos(dir) >= 0 ? 1 : -1) + dice.bell() * 0.1;
          line(g, ramp(tones, clamp(facing + dice.bell() * 0.16 + side * 0.08)), Math.max(0.7, w * 0.12), [[px, py], [px + Math.cos(la) * blade, py + Math.sin(la) * blade + blade * 0.2]]);
        }
        [px, py] = [nx, ny];
        dir += bend * (0.35 + t);
      }
    }
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
      edge.fillStyle = gradient(edge, 0, tall * 0.2, 0, tall * 1.15, [[0, rim, 0.95 * shine], [0.5, rim, 0.55 * shine], [1, rim, 0.12 * shine]]);
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
    crowd.push([-1.5, 3.3], [0.5, 3.1], [-0.62, 4.2], [1.5, 3.9]);
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
    layer(g, (top) => {
      const own = g;
      g = top;
      walk(3.4 + 3.1, 0);
      g = own;
    }, { blur: 1.6 });
    // Wet asphalt.
    const floor = Math.round(H * 0.68);
    layer(g, (top) => {
      for (let y = 0; y < H - floor; ++y) {
        const sway = 10 * noise(y / 7, 3) + 6 * noise(y / 2.4, 8);
        top.globalAlpha = 0.34 * (0.4 + 0.6 * smooth(-0.2, 0.4, noise.fbm(2, y / 60, 2)));
        top.drawImage(g.canvas, 0, Math.max(0, Math.round(floor - y * 1.9)), W, 1, sway, floor + y, W, 1.3);
      }
    }, { mode: 'screen', blur: 2.5 });
    finish(g, W, H, dice, { bloom: 0.5, from: 170, contrast: 0.34, vignette: 0.45, shadows: '#101838', lights: '#ffe4b4', tone: 0.18, grain: 5, saturation: 1.05 });
  };

  scenes.viaduct = (g, W, H, dice, noise) => {
    const cy = 0.47, sea = Math.round(H * cy), sun = [W * 0.2, H * 0.2], at = street(W, H, { cx: 0.5, cy, focal: W * 0.8, eye: 34 });
    wash(g, 0, 0, W, sea, [[0, '#6f9bc4'], [0.55, '#b5cfdc'], [0.9, '#efe5cf'], [1, '#f9e9cb']]);
    glow(g, ...sun, W * 0.4, '#fff2cc', 0.6);
    clouds(g, W, { noise, horizon: sea, sun, lit: '#fffaf0', dark: '#91a7ba', cover: 0.52, soft: 0.16, scale: 1.1, stretch: 0.8, alpha: 0.9 });
    for (const [i, far] of [0.8, 0.6, 0.38].entries()) {
      ridge(g, W, { noise, y: sea - 8 + i * 4, rise: 190 - i * 52, wide: 460 - i * 120, colour: mix('#2f5a5a', '#d6dfdc', far), haze: mix('#55756a', '#efe8d6', Math.min(1, far + 0.2)), depth: 24, at: i * 13 + 5, octaves: 6, rough: i * 2.2 });
      mist(g, W, { noise, y: sea - 20 + i * 6, thick: 56 - i * 10, colour: '#f6f0e0', alpha: 0.7 - i * 0.16, at: i * 3 });
    }
    water(g, W, { noise, horizon: sea, calm: 0.36, clear: 0.92, deep: '#2f5560', waves: 1, sun: sun[0], spark: 0.3, wide: 0.14 });
    // The line runs from the near left to the far right.
    const a = [-120, 150], b = [300, 520], way = (t) => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)], deckTop = 27, deckLow = 23.6;
    const bridge = (top, up) => {
      const P = (t, h, shift = 0) => {
        const [x, z] = way(t);
        return at(x + shift * 0.66, h * up, z - shift * 0.75);
      };
      const air = (t) => clamp(0.08 + t * 0.62);
      for (let i = 17; i >= -2; --i) {
        const t = i / 16, [x0] = P(t, 0, 3.4), [x1] = P(t, 0, -3.4), tone = (c) => mix(c, '#dfe3dc', air(t));
        const wide = Math.abs(x1 - x0) * 0.62 + 3, [cx, low] = P(t, 0), [, high] = P(t, deckLow - 2.4), [, cap] = P(t, deckLow);
        shape(top, gradient(top, cx - wide / 2, 0, cx + wide / 2, 0, [[0, tone('#f3eee0')], [0.45, tone('#b9bdb8')], [1, tone('#596a72')]]), [[cx - wide * 0.56, low], [cx - wide * 0.42, high], [cx + wide * 0.42, high], [cx + wide * 0.56, low]]);
        shape(top, css(tone('#8d979a')), [[cx - wide * 0.42, high], [cx - wide * 0.8, cap], [cx + wide * 0.8, cap], [cx + wide * 0.42, high]]);
        shape(top, css(tone('#3d4f58'), 0.5), [[cx - wide * 0.56, low], [cx - wide * 0.54, low - up * 9], [cx + wide * 0.54, low - up * 9], [cx + wide * 0.56, low]]);
      }
      const steps = 60, run = (h, s) => Array.from({ length: steps + 1 }, (_, i) => P(lerp(-0.25, 1.12, i / steps), h, s));
      const fade = (near, far) => gradient(top, P(-0.2, 0)[0], 0, P(1.1, 0)[0], 0, [[0, near], [0.5, mix(near, far, 0.45)], [1, far]]);
      shape(top, fade('#77868c', '#d5dad6'), [...run(deckLow, 4.6), ...run(deckLow + 1.3, 5.2).reverse()]);
      shape(top, fade('#d9d6ca', '#ece8dc'), [...run(deckLow + 1.3, 5.2), ...run(deckTop - 0.6, 5.2).reverse()]);
      shape(top, fade('#9aa5a8', '#dddfd9'), [...run(deckTop - 0.6, 5.2), ...run(deckTop + 0.7, 5.2).reverse()]);
      // Masts and wire.
      for (let i = 34; i >= -6; --i) {
        const t = i / 30, w = Math.max(0.8, 90 / way(t)[1]);
        line(top, mix('#4b5a62', '#dfe3dc', air(t)), w, [P(t, deckTop, -3), P(t, deckTop + 8, -3), P(t, deckTop + 7.4, 2)]);
      }
      line(top, '#5d6b72', 0.9, run(deckTop + 6.6, 1), 0.7);
      line(top, '#5d6b72', 0.8, run(deckTop + 7.8, 1), 0.5);
      // The train, its nose towards us.
      const nose = 0.11, tail = 0.62, car = [];
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
      car.push(P(nose + 0.006, deckTop + 1.5, 1.2));
      return car[0];
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
    const [bx, by] = [W * 0.66, H * 0.79];
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
    for (let i = 0; i < 44; ++i) kites.push([dice.in(0.02, 0.98), dice.in(0.06, 0.62), dice.in(9, 34), dice.pick(['delta', 'diamond', 'bird', 'fish'])]);
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
    const fish = (x, y, long, warm, spread) => {
      const w = long * (0.17 + spread * 0.1);
      g.fillStyle = gradient(g, x - w, y, x + w, y, [[0, mix('#4a2c1e', warm, 0.25)], [0.4, mix('#c07a3c', warm, 0.35)], [0.72, warm], [0.9, '#fff2c8'], [1, mix('#8a4a26', warm, 0.4)]]);
      g.beginPath();
      g.moveTo(x, y);
      g.lineTo(x - w * 0.7, y - long * 0.06);
      g.quadraticCurveTo(x - w * 0.15, y + long * 0.05, x - w * 0.3, y + long * 0.14);
      g.bezierCurveTo(x - w * 1.25, y + long * 0.36, x - w * 1.1, y + long * 0.78, x - w * 0.12, y + long);
      g.bezierCurveTo(x + w * 1.1, y + long * 0.78, x + w * 1.25, y + long * 0.36, x + w * 0.3, y + long * 0.14);
      g.quadraticCurveTo(x + w * 0.15, y + long * 0.05, x + w * 0.7, y - long * 0.06);
      g.closePath();
      g.fill();
      g.strokeStyle = css('#3a2018', 0.7);
      g.lineWidth = Math.max(0.5, long * 0.012);
      g.stroke();
      line(g, '#5a2c18', Math.max(0.5, long * 0.018), [[x, y + long * 0.12], [x, y + long * 0.86]], 0.75);
      for (let i = 0; i < 7; ++i) for (const k of [-1, 1]) line(g, '#6b3820', Math.max(0.4, long * 0.008), [[x, y + long * (0.24 + i * 0.08)], [x + k * w * 0.7, y + long * (0.3 + i * 0.08)]], 0.5);
      dot(g, '#24140e', x - w * 0.2, y + long * 0.9, Math.max(0.6, long * 0.018));
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
          bamboo(at(x - 0.25, 0, z - 0.25), at(x + 0.06, 2.35, z), 0.075 * px);
          bamboo(at(x + 0.3, 0, z + 0.3), at(x - 0.04, 2.3, z), 0.065 * px);
        }
        for (const h of [2.12, 1.36]) {
          bamboo(at(from - 0.3, h, z), at(to + 0.3, h + 0.03, z), 0.06 * px);
          for (let x = from; x < to; x += 0.27) {
            const [fx, fy] = at(x + dice.bell() * 0.03, h, z);
            if (fx < -80 || fx > W + 80 || dice() < 0.06) continue;
            fish(fx, fy + 0.02 * px, px * dice.in(0.5, 0.62), ramp([[0, '#ffb85a'], [0.5, '#f0944a'], [1, '#ffd890']], dice()).map((v, k) => lerp(v, [255, 218, 160][k], air * 0.6)), dice());
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
      const steps = 24;
      for (let i = 0; i < steps; ++i) {
        const t = i / steps, u = (i + 1) / steps, p = (k) => [lerp(x0, x1, k * k * (3 - 2 * k)) + Math.sin(k * 6 + sway) * w * 0.5, lerp(y0, y1, k)], ww = w * (0.75 + 0.7 * Math.pow(t, 4)) * (0.9 + 0.2 * noise(t * 5 + sway, x0));
        line(g, mix(c, '#000000', 0.55), ww, [p(t), p(u)]);
        line(g, c, ww * 0.6, [p(t), p(u)].map(([px, py]) => [px + ww * 0.14, py]));
        line(g, mix(c, '#ffe2a4', 0.62), ww * 0.16, [p(t), p(u)].map(([px, py]) => [px + ww * 0.36, py]), 0.8);
      }
    };
    g.lineCap = 'round';
    const tips = [];
    for (const [dx, angle, length, width] of [[-60, -2.75, 300, 74], [-20, -2.2, 270, 70], [20, -1.5, 240, 66], [60, -0.95, 300, 76], [80, -0.42, 380, 64]]) branch(g, dice, heart + dx, crown + 90, angle, length, width, '#2e241c', 3, (x, y) => tips.push([x, y]));
    const strands = Array.from({ length: 46 }, (_, i) => [dice.bell(), i]);
    for (const [k, i] of strands) strand(heart + k * 60, crown + dice.in(20, 120), heart + k * 165 + dice.bell() * 12, foot + dice.in(-24, 26) - Math.abs(k) * 16, dice.in(16, 44) * (1.15 - Math.abs(k) * 0.5), mix('#3a2d22', '#6b5540', dice()), i * 1.7);
    for (let i = 0; i < 22; ++i) strand(heart + dice.in(-300, 560), crown + dice.in(-40, 60), heart + dice.in(-300, 560), foot - dice.in(30, 70), 0, '#000000', i);
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

  const small = {};

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
      const density = width === W ? 0.112 : width > 450 ? 0.15 : 0.2;
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
