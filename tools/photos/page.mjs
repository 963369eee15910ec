// What runs in the browser's page: it offers drawPhoto and drawSmall to the command line, and sees
// nothing of Node. A scene is `(g, W, H, dice, noise)`: a 2D context, its size in pixels, its chance and noise.

import { sheet } from './brushes.mjs';
import { base64, encode, resized, within } from './encode.mjs';
import { makeDice, makeNoise } from './random.mjs';
import { library, schoolyard } from './scenes/buildings.mjs';
import { orchard, posterWaterway, terraces, viaduct } from './scenes/countryside.mjs';
import { dunes, oasis, observatory, posterStars } from './scenes/desert.mjs';
import { lighthouse, oysters, windfarm } from './scenes/sea.mjs';
import { harbour, kites, mangrove, posterTide, racks } from './scenes/shore.mjs';
import { arcade, nightmarket } from './scenes/streets.mjs';
import { posterTram, tram } from './scenes/trams.mjs';
import { small } from './small.mjs';

/** The scenes by the names of the catalogue. */
const scenes = {
  harbour, mangrove, kites, racks, lighthouse, oysters, windfarm, terraces, viaduct, orchard,
  dunes, oasis, observatory, arcade, nightmarket, tram, schoolyard, library,
  'poster-tide': posterTide,
  'poster-waterway': posterWaterway,
  'poster-tram': posterTram,
  'poster-stars': posterStars,
};

window.drawPhoto = async (name, { size: [W, H], type, widths, seed }) => {
  const g = sheet(W, H);
  scenes[name](g, W, H, makeDice(seed), makeNoise(seed + 1000));
  const mime = type === 'jpg' ? 'image/jpeg' : 'image/webp', files = [];
  for (const width of widths) {
    const canvas = width === W ? g.canvas : resized(g.canvas, width);
    const density = width === W ? 0.099 : width > 450 ? 0.134 : 0.19; // bytes a pixel
    files.push({ width, ...(await within(canvas, mime, canvas.width * canvas.height * density * (type === 'webp' ? 0.75 : 1))) });
  }
  const thumb = resized(g.canvas, Math.round((W / H) * 300));
  return { files, thumb: await base64(await encode(thumb, 'image/jpeg', 0.9)) };
};

window.drawSmall = async (name, size) => {
  const g = sheet(size * 4, size * 4);
  g.scale(size * 4 / 96, size * 4 / 96);
  small[name](g, makeDice(96));
  return base64(await encode(resized(g.canvas, size), 'image/webp', 0.86));
};
