// Numbers and colours. A colour is '#rrggbb' or [r, g, b].

export const clamp = (v, low = 0, high = 1) => (v < low ? low : v > high ? high : v);
export const lerp = (a, b, t) => a + (b - a) * t;
export const smooth = (from, to, v) => {
  const t = clamp((v - from) / (to - from));
  return t * t * (3 - 2 * t);
};
export const rgb = (c) => (Array.isArray(c) ? c : [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16)));
export const mix = (a, b, t) => {
  const p = rgb(a), q = rgb(b), s = clamp(t);
  return [lerp(p[0], q[0], s), lerp(p[1], q[1], s), lerp(p[2], q[2], s)];
};
export const ramp = (stops, t) => {
  for (let i = 1; i < stops.length; ++i) {
    const [from, a] = stops[i - 1], [to, b] = stops[i];
    if (t <= to) return mix(a, b, (t - from) / (to - from));
  }
  return rgb(stops[stops.length - 1][1]);
};
export const css = (c, alpha = 1) => {
  const [r, g, b] = rgb(c);
  return `rgba(${r | 0},${g | 0},${b | 0},${alpha})`;
};
