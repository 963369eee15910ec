// People, birds and boats.

import { css, lerp, mix, rgb } from './numbers.mjs';
import { dot, glow, gradient, line, shape, sheet } from './brushes.mjs';

/** A standing or walking figure, `tall` from feet at (x, y) to crown; `rim` is the light that catches its edge on `rimSide`. */
export function person(g, dice, x, y, tall, { coat, legs = '#14161c', skin = '#1c1614', rim, rimSide = 1, stride = dice.in(-0.05, 0.05), lift = 0, skirt = false, shine = 1 }) {
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
    edge.fillStyle = gradient(edge, 0, tall * 0.2, 0, tall * 1.15, [[0, rim, 0.95 * shine], [0.45, rim, 0.5 * shine], [0.75, rim, 0.08 * shine], [1, rim, 0]]);
    edge.fillRect(0, 0, top.canvas.width, top.canvas.height);
    top.setTransform(1, 0, 0, 1, 0, 0);
    top.drawImage(edge.canvas, 0, 0);
  }
  g.drawImage(top.canvas, x - tall * 0.4, y - tall * 1.2);
}
export function umbrella(g, x, y, r, colour, light) {
  g.beginPath();
  g.moveTo(x - r, y);
  g.bezierCurveTo(x - r * 0.9, y - r * 0.95, x + r * 0.9, y - r * 0.95, x + r, y);
  for (let i = 4; i >= 0; --i) g.quadraticCurveTo(x + lerp(-r, r, (i + 0.5) / 5), y - r * 0.14, x + lerp(-r, r, i / 5), y);
  g.fillStyle = gradient(g, x - r, y - r, x + r, y, [[0, mix(colour, '#000000', 0.3)], [0.75, colour], [1, light]]);
  g.fill();
  line(g, light, 1.2, [[x - r * 0.6, y - r * 0.52], [x, y - r * 0.72], [x + r * 0.6, y - r * 0.52]], 0.5);
  line(g, '#111111', 1.5, [[x, y - r * 0.7], [x, y + r * 0.5]]);
}
export function egret(g, x, y, tall, { face = 1, body = '#f4f1ea', dusk = '#a9b2b8', stoop = 0 }) {
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
export function bird(g, x, y, span, colour, flap, alpha = 1) {
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
export function fishingBoat(g, dice, x, y, long, { face = 1, hull, stripe, cabin, sun, lamp = 0, haze = null, fog = 0 }) {
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
