// The last hand on every scene: bloom, tone, vignette and grain.

import { lerp, rgb, smooth } from './numbers.mjs';
import { sheet } from './brushes.mjs';

export function finish(g, W, H, dice, { bloom = 0.35, from = 170, spread = 26, contrast = 0.12, shadows = '#1c2a44', lights = '#fff0d8', tone = 0.1, vignette = 0.3, grain = 4, saturation = 1 } = {}) {
  if (bloom) {
    const small = sheet(W / 4, H / 4);
    small.drawImage(g.canvas, 0, 0, W / 4, H / 4);
    const image = small.getImageData(0, 0, small.canvas.width, small.canvas.height);
    for (let i = 0; i < image.data.length; i += 4) {
      const keep = smooth(from, 255, Math.max(image.data[i], image.data[i + 1], image.data[i + 2]));
      for (let k = 0; k < 3; ++k) image.data[i + k] *= keep;
    }
    small.putImageData(image, 0, 0);
    g.save();
    g.globalCompositeOperation = 'screen';
    g.imageSmoothingQuality = 'high';
    for (const [radius, share] of [[spread * 0.3, 0.5], [spread, 0.5], [spread * 2.6, 0.35]]) {
      g.globalAlpha = bloom * share;
      g.filter = `blur(${radius}px)`;
      g.drawImage(small.canvas, 0, 0, W, H);
    }
    g.restore();
  }
  const image = g.getImageData(0, 0, W, H), data = image.data, low = rgb(shadows), high = rgb(lights);
  const rough = new Float32Array(W + 1);
  for (let y = 0, i = 0; y < H; ++y) {
    let left = 0;
    for (let x = 0; x < W; ++x, i += 4) {
      const dx = x / W - 0.5, dy = y / H - 0.5, edge = 1 - vignette * smooth(0.18, 0.75, dx * dx * 1.5 + dy * dy * 1.9 + 0.05);
      const raw = dice() + dice() - 1, speck = raw * 0.6 + (left + rough[x]) * 0.35;
      left = rough[x] = raw;
      let r = data[i] / 255, gr = data[i + 1] / 255, b = data[i + 2] / 255;
      const lum = r * 0.3 + gr * 0.59 + b * 0.11, mid = 1 - Math.abs(lum - 0.45);
      const tint = (v, k) => {
        let s = lum + (v - lum) * saturation;
        s = lerp(s, s * s * (3 - 2 * s), contrast);
        s = lerp(s, s * 0.82 + (low[k] / 255) * 0.18, tone * (1 - lum));
        s = lerp(s, s * (0.4 + 0.6 * (high[k] / 255)) + 0.02, tone * lum);
        return (s * edge * 255) + speck * grain * mid * 2;
      };
      r = tint(r, 0); gr = tint(gr, 1); b = tint(b, 2);
      data[i] = r;
      data[i + 1] = gr;
      data[i + 2] = b;
    }
  }
  g.putImageData(image, 0, 0);
}
