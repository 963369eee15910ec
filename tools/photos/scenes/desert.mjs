// Scenes of sand and stars: dunes, an observatory, star trails, an oasis.

import { clamp, css, mix, ramp, smooth } from '../numbers.mjs';
import { dot, glow, gradient, line, put, shade, shape, wash } from '../brushes.mjs';
import { clouds, mist, ridge, water } from '../atmosphere.mjs';
import { project, terrain } from '../perspective.mjs';
import { foliage, palm } from '../plants.mjs';
import { person } from '../figures.mjs';
import { finish } from '../finish.mjs';

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

export function dunes(g, W, H, dice, noise) {
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
}

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

export function observatory(g, W, H, dice, noise) {
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
}

export function posterStars(g, W, H, dice, noise) {
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
}

export function oasis(g, W, H, dice, noise) {
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
}
