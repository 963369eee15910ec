// Depth: what stands where in the picture, seen from eye height. A landscape out of a height field, and the
// straight lines of a street.

import { shape, sheet } from './brushes.mjs';

/**
 * A landscape from a height field, seen from `eye` ([x, height, z]; height
 * is up): walks away from the viewer column by column and fills what is not
 * hidden. `colour(x, z, height, distance, slopeX, slopeZ)` gives [r, g, b].
 */
export function terrain(g, W, H, { height, colour, eye, horizon, focal, near, far, stride = 0.004 }) {
  const fine = 2, rows = H * fine, image = sheet(W, rows), pixels = image.createImageData(W, rows);
  for (let c = 0; c < W; ++c) {
    const ray = (c - W / 2) / focal;
    let filled = rows;
    for (let z = near; z < far && filled > 0; z *= 1 + stride) {
      const x = eye[0] + ray * z, h = height(x, eye[2] + z);
      const y = Math.floor((horizon + ((eye[1] - h) * focal) / z) * fine);
      if (y >= filled) continue;
      const e = 0.004 * z + 0.02, zz = eye[2] + z;
      const [r, gr, b] = colour(x, zz, h, z, (height(x + e, zz) - h) / e, (height(x, zz + e) - h) / e);
      for (let p = Math.max(0, y); p < filled; ++p) {
        const i = (p * W + c) * 4;
        pixels.data[i] = r;
        pixels.data[i + 1] = gr;
        pixels.data[i + 2] = b;
        pixels.data[i + 3] = 255;
      }
      filled = Math.max(0, y);
    }
  }
  image.putImageData(pixels, 0, 0);
  g.imageSmoothingQuality = 'high';
  g.drawImage(image.canvas, 0, 0, W, H);
}
/** Where a point of that landscape stands in the picture. */
export const project = ({ eye, horizon, focal }, W, x, h, z) => [W / 2 + ((x - eye[0]) * focal) / (z - eye[2]), horizon + ((eye[1] - h) * focal) / (z - eye[2])];

/** A street between two rows of houses: maps (x, height, z) in metres to the picture. */
export const street = (W, H, { cx = 0.5, cy = 0.5, focal, eye = 1.7 }) => (x, h, z) => [W * cx + (x * focal) / z, H * cy + ((eye - h) * focal) / z];
export const face = (g, at, fill, points) => shape(g, fill, points.map((p) => at(...p)));
