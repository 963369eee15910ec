// Scenes of a rainy evening: a tram, and the street through its window.

import { clamp, css, lerp, mix, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, put, shade, shape, sheet, wash } from '../brushes.mjs';
import { clouds, mist, rain } from '../atmosphere.mjs';
import { face, street } from '../perspective.mjs';
import { person, umbrella } from '../figures.mjs';
import { finish } from '../finish.mjs';

export function tram(g, W, H, dice, noise) {
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
}

export function posterTram(g, W, H, dice) {
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
}
