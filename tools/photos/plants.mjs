// Plants: leaves in a crown, limbs that fork, date palms.

import { clamp, css, lerp, mix, ramp, smooth } from './numbers.mjs';
import { dot, gradient, line, shape } from './brushes.mjs';

/** Leaves in a round crown: dark within, bright where they face `light`. */
export function foliage(g, { dice, x, y, rx, ry = rx, count, leaf, light = [0.5, -0.8], tones, through = 0 }) {
  for (let i = 0; i < count; ++i) {
    const turn = dice() * 2 * Math.PI, out = Math.sqrt(dice()), wobble = 1 + 0.16 * Math.sin(turn * 5 + x);
    const nx = Math.cos(turn) * out * wobble, ny = Math.sin(turn) * out * wobble;
    const facing = 0.42 + 0.5 * (nx * light[0] + ny * light[1]) + dice.bell() * 0.2 + (i / count - 0.5) * 0.22 + through * smooth(0.75, 1.1, out);
    g.fillStyle = css(ramp(tones, clamp(facing)), 0.86);
    g.beginPath();
    g.ellipse(x + nx * rx, y + ny * ry, leaf * dice.in(0.6, 1.4), leaf * dice.in(0.25, 0.6), dice() * Math.PI, 0, 2 * Math.PI);
    g.fill();
  }
}
/** A limb that forks: trunk, boughs, twigs. */
export function branch(g, dice, x, y, angle, length, width, colour, depth, tip) {
  let px = x, py = y, a = angle;
  const steps = 6;
  for (let i = 1; i <= steps; ++i) {
    a += dice.bell() * 0.16;
    const nx = px + (Math.cos(a) * length) / steps, ny = py + (Math.sin(a) * length) / steps;
    g.lineCap = 'round';
    line(g, colour, Math.max(0.7, width * (1 - (i / steps) * 0.4)), [[px, py], [nx, ny]]);
    [px, py] = [nx, ny];
  }
  if (depth === 0) return tip?.(px, py, a);
  const forks = dice() < 0.4 ? 3 : 2;
  for (let i = 0; i < forks; ++i) {
    branch(g, dice, px, py, a + lerp(-0.65, 0.65, forks === 1 ? 0.5 : i / (forks - 1)) + dice.bell() * 0.15, length * dice.in(0.6, 0.8), width * 0.58, colour, depth - 1, tip);
  }
}
/** A date palm: slender trunk with its old leaf scars, feathered fronds, dates below. */
export function palm(g, dice, x, y, tall, { trunk, tones, lean = 0, light = 0.5, fronds = 30 }) {
  const topX = x + lean * tall, topY = y - tall, w = tall * 0.021, scars = Math.round(tall / 5);
  for (let i = 0; i < scars; ++i) {
    const t = i / scars, bx = x + lean * tall * t * t, by = y - tall * t, ww = w * (1.3 - t * 0.55 + 0.5 * smooth(0.88, 1, t)) * (0.9 + 0.2 * dice());
    g.fillStyle = gradient(g, bx - ww, 0, bx + ww, 0, [[0, mix(trunk, '#000000', 0.4)], [light, mix(trunk, tones[tones.length - 1][1], 0.34)], [1, mix(trunk, '#000000', 0.45)]]);
    shape(g, g.fillStyle, [[bx - ww * 0.82, by], [bx - ww, by - tall / scars - 1.5], [bx + ww, by - tall / scars - 1.5], [bx + ww * 0.82, by]]);
  }
  const order = Array.from({ length: fronds }, (_, i) => ({ a: -Math.PI / 2 + lerp(-2.15, 2.15, i / (fronds - 1)) + dice.bell() * 0.2, l: tall * dice.in(0.3, 0.42), back: dice() }));
  order.sort((p, q) => p.back - q.back);
  for (const { a, l, back } of order) {
    const side = Math.cos(a) >= 0 ? 1 : -1, facing = clamp(0.12 + back * 0.34 - Math.sin(a) * 0.16 + Math.cos(a) * (light - 0.5) * 0.7);
    let px = topX, py = topY, dir = a;
    const bend = side * dice.in(0.035, 0.085), steps = 30;
    for (let i = 0; i < steps; ++i) {
      const t = i / steps, nx = px + (Math.cos(dir) * l) / steps, ny = py + (Math.sin(dir) * l) / steps;
      line(g, ramp(tones, facing * 0.8), Math.max(0.7, w * 0.2 * (1 - t)), [[px, py], [nx, ny]]);
      const blade = l * 0.19 * Math.pow(Math.sin(Math.PI * (0.06 + t * 0.9)), 0.7);
      for (const k of [-1, 1]) {
        const la = dir + k * (0.62 - t * 0.3) + dice.bell() * 0.16, lit = clamp(facing + dice.bell() * 0.12 + (k * side < 0 ? 0.1 : -0.04));
        line(g, ramp(tones, lit), Math.max(0.6, w * 0.055), [[px, py], [px + Math.cos(la) * blade, py + Math.sin(la) * blade + blade * 0.12]], 0.9);
      }
      [px, py] = [nx, ny];
      dir += bend * (0.3 + t * 1.2);
    }
  }
  for (let i = 0; i < 40; ++i) dot(g, css(ramp([[0, '#3a1c12'], [1, '#d8843a']], dice())), topX + dice.bell() * w * 2.6, topY + w * 1.2 + dice() * tall * 0.06, Math.max(0.7, w * 0.16));
}
