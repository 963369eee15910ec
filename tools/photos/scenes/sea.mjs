// Scenes of the open sea: a lighthouse, oyster beds, a wind farm.

import { clamp, css, lerp, mix, ramp, smooth } from '../numbers.mjs';
import { dot, glow, gradient, layer, line, put, shade, shape, sheet, wash } from '../brushes.mjs';
import { clouds, mist, rain, ridge, water } from '../atmosphere.mjs';
import { project, street, terrain } from '../perspective.mjs';
import { bird, fishingBoat } from '../figures.mjs';
import { finish } from '../finish.mjs';

export function lighthouse(g, W, H, dice, noise) {
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
}

export function oysters(g, W, H, dice, noise) {
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
}

export function windfarm(g, W, H, dice, noise) {
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
}
