// Scenes between two rows of houses: an arcade, a night market.

import { clamp, css, lerp, mix, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, put, shade, shape, wash } from '../brushes.mjs';
import { clouds, mirrored, mist } from '../atmosphere.mjs';
import { face, street } from '../perspective.mjs';
import { person, umbrella } from '../figures.mjs';
import { finish } from '../finish.mjs';

export function arcade(g, W, H, dice, noise) {
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
}

export function nightmarket(g, W, H, dice, noise) {
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
}
