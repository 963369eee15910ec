// Scenes of worked land: terraced paddies at dawn and at dusk, a viaduct, an orchard.

import { clamp, css, lerp, mix, ramp, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, shape, sheet, wash } from '../brushes.mjs';
import { clouds, mirrored, mist, ridge, shafts, water } from '../atmosphere.mjs';
import { project, street, terrain } from '../perspective.mjs';
import { branch, foliage } from '../plants.mjs';
import { person } from '../figures.mjs';
import { finish } from '../finish.mjs';

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
export const terraces = paddies(false);
export const posterWaterway = paddies(true);

export function viaduct(g, W, H, dice, noise) {
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
}

export function orchard(g, W, H, dice, noise) {
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
}
