// Scenes where land meets water: a harbour, mangroves, kites, drying racks, the tide.

import { clamp, css, lerp, mix, ramp, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, put, shade, shape, wash } from '../brushes.mjs';
import { clouds, mirrored, mist, ridge, shafts, water } from '../atmosphere.mjs';
import { street } from '../perspective.mjs';
import { branch, foliage } from '../plants.mjs';
import { bird, egret, fishingBoat, person } from '../figures.mjs';
import { finish } from '../finish.mjs';

export function harbour(g, W, H, dice, noise) {
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
}

export function mangrove(g, W, H, dice, noise) {
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
}

export function kites(g, W, H, dice, noise) {
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
}

export function racks(g, W, H, dice, noise) {
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
}

export function posterTide(g, W, H, dice, noise) {
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
}
