// Small pictures on a square of 96: the avatars and the mark of the papers.

import { css } from './numbers.mjs';
import { dot, glow, gradient, line, shape, wash } from './brushes.mjs';
import { palm } from './plants.mjs';
import { egret, fishingBoat } from './figures.mjs';

export const small = {};
const badge = (g, from, to) => {
  g.fillStyle = gradient(g, 0, 0, 20, 96, [[0, from], [1, to]]);
  g.fillRect(0, 0, 96, 96);
  glow(g, 26, 16, 70, '#fff2d8', 0.28);
};
small.shell = (g) => {
  badge(g, '#2f7f8a', '#123f56');
  for (let i = -4; i <= 4; ++i) {
    const a = i * 0.27, b = a + 0.27;
    shape(g, gradient(g, 48, 74, 48 + Math.sin(a) * 40, 74 - Math.cos(a) * 46, [[0, '#a85a48'], [0.5, i % 2 ? '#f4c8a4' : '#e8a484'], [1, '#fff0dc']]), [[48, 74], [48 + Math.sin(a - 0.13) * 42, 74 - Math.cos(a - 0.13) * 49], [48 + Math.sin(a) * 44, 74 - Math.cos(a) * 52], [48 + Math.sin(b - 0.13) * 42, 74 - Math.cos(b - 0.13) * 49]]);
    line(g, '#8a4a3c', 0.8, [[48, 74], [48 + Math.sin(a - 0.13) * 42, 74 - Math.cos(a - 0.13) * 49]], 0.5);
  }
  shape(g, '#d88a6c', [[36, 72], [60, 72], [56, 80], [40, 80]]);
};
small.compass = (g) => {
  badge(g, '#7a4a2c', '#3a2018');
  dot(g, gradient(g, 20, 20, 76, 76, [[0, '#ffe0a0'], [0.5, '#a8742c'], [1, '#5a3a18']]), 48, 48, 34);
  dot(g, '#f6ecd4', 48, 48, 28);
  for (let i = 0; i < 24; ++i) line(g, '#5a4a38', i % 6 ? 0.8 : 2, [[48 + Math.cos((i * Math.PI) / 12) * 24, 48 + Math.sin((i * Math.PI) / 12) * 24], [48 + Math.cos((i * Math.PI) / 12) * 27, 48 + Math.sin((i * Math.PI) / 12) * 27]]);
  shape(g, '#b3141b', [[64, 30], [52, 52], [44, 44]]);
  shape(g, '#2a3c50', [[32, 66], [44, 44], [52, 52]]);
  dot(g, '#e0b868', 48, 48, 3);
};
small.lantern = (g) => {
  badge(g, '#1c2650', '#0c1026');
  glow(g, 48, 50, 60, '#ff6a3a', 0.9);
  line(g, '#d9a34a', 2, [[48, 4], [48, 22]]);
  const fill = g.createRadialGradient(44, 46, 3, 48, 50, 32);
  for (const [t, c] of [[0, '#fff0b8'], [0.4, '#ff8a3c'], [1, '#a81c1c']]) fill.addColorStop(t, c);
  dot(g, fill, 48, 50, 30, 25);
  for (const k of [8, 18, 26]) {
    g.beginPath();
    g.ellipse(48, 50, k, 25, 0, 0, 7);
    g.strokeStyle = css('#6a1010', 0.35);
    g.lineWidth = 1;
    g.stroke();
  }
  for (const y of [22, 72]) shape(g, '#d9a34a', [[36, y], [60, y], [58, y + 5], [38, y + 5]]);
  for (const x of [44, 48, 52]) line(g, '#e8b85a', 1.6, [[x, 77], [x, 91]]);
};
small.egret = (g) => {
  badge(g, '#8fb0a4', '#3a6258');
  glow(g, 30, 24, 40, '#fff4cc', 0.8);
  egret(g, 46, 90, 78, { body: '#fffaf0', dusk: '#a9b8b0' });
  for (const y of [84, 89]) line(g, '#e8f4ec', 1.2, [[14, y], [82, y]], 0.5);
};
small.boat = (g, dice) => {
  badge(g, '#f0a878', '#4a4a7a');
  dot(g, '#fff2d0', 66, 36, 9);
  glow(g, 66, 36, 30, '#ffd898', 0.8);
  wash(g, 0, 66, 96, 30, [[0, '#8a6a84'], [1, '#1f2a50']]);
  fishingBoat(g, dice, 46, 72, 72, { hull: '#1f3358', stripe: '#9c3527', cabin: '#d8d2c4', sun: '#ffc98a' });
  for (let i = 0; i < 14; ++i) line(g, '#ffd8a0', 1, [[dice.in(10, 84), 76 + i * 1.3], [dice.in(10, 84), 76 + i * 1.3]], 0.4);
};
small.moon = (g, dice) => {
  badge(g, '#2a3a78', '#0a1030');
  for (let i = 0; i < 40; ++i) dot(g, css('#ffffff', dice.in(0.3, 0.9)), dice() * 96, dice() * 70, dice.in(0.3, 1));
  glow(g, 52, 40, 46, '#ffeec0', 0.6);
  dot(g, '#fff4d4', 52, 40, 21);
  for (const [x, y, r] of [[46, 34, 4], [58, 44, 5.5], [50, 50, 3], [60, 32, 2.6]]) dot(g, css('#d8c59a', 0.7), x, y, r);
  shape(g, '#0a0f24', [[0, 96], [0, 80], [24, 66], [44, 80], [66, 70], [96, 84], [96, 96]]);
};
small.palm = (g, dice) => {
  badge(g, '#ffc27a', '#c2543c');
  dot(g, '#fff4d0', 60, 50, 15);
  shape(g, '#7a2c34', [[0, 96], [0, 82], [30, 74], [62, 82], [96, 72], [96, 96]]);
  palm(g, dice, 40, 86, 56, { trunk: '#3a1c1c', tones: [[0, '#1a1414'], [0.6, '#3c3420'], [1, '#c98a3c']], lean: 0.06, light: 0.8, fronds: 24 });
};
/** The mark of the papers: a sheet that is a sail, over three lines that are waves and text. */
small.logo = (g) => {
  g.beginPath();
  g.roundRect(0, 0, 96, 96, 14);
  g.clip();
  g.fillStyle = gradient(g, 0, 0, 96, 96, [[0, '#c81e24'], [1, '#8a0f18']]);
  g.fillRect(0, 0, 96, 96);
  g.fillStyle = '#ffffff';
  g.beginPath();
  g.moveTo(50, 10);
  g.quadraticCurveTo(82, 30, 78, 58);
  g.lineTo(50, 58);
  g.closePath();
  g.fill();
  g.beginPath();
  g.moveTo(45, 20);
  g.quadraticCurveTo(24, 38, 18, 58);
  g.lineTo(45, 58);
  g.closePath();
  g.fillStyle = css('#ffffff', 0.82);
  g.fill();
  for (const [i, y] of [68, 77, 86].entries()) {
    g.beginPath();
    g.moveTo(14 + i * 6, y);
    g.bezierCurveTo(30, y - 6, 38, y + 6, 50, y);
    g.bezierCurveTo(60, y - 5, 68, y + 4, 82 - i * 6, y - 1);
    g.strokeStyle = '#ffffff';
    g.lineWidth = 4.4;
    g.lineCap = 'round';
    g.stroke();
  }
};
