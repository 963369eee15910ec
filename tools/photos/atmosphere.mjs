// Air and water: clouds, mist, hazy ridges, reflections, shafts of light, rain.

import { clamp, lerp, mix, rgb, smooth } from './numbers.mjs';
import { gradient, layer, line, put, shade, sheet } from './brushes.mjs';

/** Clouds on a plane overhead, lit from `sun`, thinning towards the horizon. */
export function clouds(g, W, { noise, top = 0, horizon, sun, lit, dark, cover = 0.5, soft = 0.25, scale = 1, stretch = 1, alpha = 1, at = 0, relief = 2.2 }) {
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
export function mist(g, W, { noise, y, thick, colour, alpha = 0.6, scale = 1, at = 0, mode = 'source-over' }) {
  const c = rgb(colour);
  shade(g, 0, y - thick, W, 2 * thick, 4, (px, py, out) => {
    const away = (py - y) / thick;
    const n = noise.fbm((px / thick) * 0.3 * scale + at, (py / thick) * 1.3 * scale + at, 4);
    put(out, c, clamp((1 - away * away) * (0.62 + n * 0.75)) * alpha);
  }, mode);
}
/** Hills as a silhouette whose colour sinks into haze at its foot. `rough` adds trees. */
export function ridge(g, W, { noise, y, rise, wide, colour, haze, depth, rough = 0, at = 0, octaves = 5 }) {
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
export function water(g, W, { noise, horizon, to, calm = 1, clear = 0.9, deep, waves = 1, sun, spark = 0, sparkle = '#fff2d8', wide = 0.1 }) {
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
export function mirrored(g, { noise, waterline, paint, reach = 300, ripple = 6, alpha = 0.6, squash = 1 }) {
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
export function shafts(g, { dice, from, to, spread, count, colour, alpha, blur = 14 }) {
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
export function rain(g, W, H, { dice, count, slant = 0.16, length = 40, colour = '#dfe8f2', alpha = 0.25 }) {
  for (let i = 0; i < count; ++i) {
    const near = dice(), x = dice.in(-80, W + 80), y = dice.in(-40, H), l = length * (0.3 + near * near);
    line(g, colour, 0.5 + near * 1.1, [[x, y], [x - l * slant, y + l]], alpha * (0.3 + near * 0.7));
  }
}
