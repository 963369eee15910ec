// Scenes of one building: a schoolyard, a library.

import { clamp, css, lerp, mix, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, put, shade, shape, wash } from '../brushes.mjs';
import { mist, shafts } from '../atmosphere.mjs';
import { face, street } from '../perspective.mjs';
import { branch, foliage } from '../plants.mjs';
import { person } from '../figures.mjs';
import { finish } from '../finish.mjs';

export function schoolyard(g, W, H, dice, noise) {
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
}

export function library(g, W, H, dice, noise) {
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
}
