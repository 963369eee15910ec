// Chance and noise, both from a seed: the same seed gives the same picture.

import { lerp } from './numbers.mjs';

/** A seeded source of chance (mulberry32). */
export function makeDice(seed) {
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
export function makeNoise(seed) {
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
