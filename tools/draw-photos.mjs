#!/usr/bin/env node
// Draws the pictures of the sample articles: photographs, video posters,
// avatars and the mark of the papers, each a scene painted on a 2D canvas in
// headless Chromium and encoded there. Nothing is taken from anywhere: light,
// clouds, water and leaves are noise and arithmetic, and every scene has a
// seed of its own, so that it comes out the same again.
//
//   node tools/draw-photos.mjs [NAME…] [--out DIR] [--sheet FILE.png]
//
// Without names, all of them. --out: where to write (default assets/).
// --sheet: also a contact sheet, to judge them side by side. The browser is
// CHROMIUM, or the first Chromium found on PATH.
//
// This is the command line. What is drawn stands in photos/catalogue.mjs; the
// page's part, with brushes and scenes, starts at photos/page.mjs.

import { mkdir, writeFile, access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { avatars, photos } from './photos/catalogue.mjs';

const tools = dirname(fileURLToPath(import.meta.url));

/** A package of the project, or of any folder named in NODE_PATH. */
function load(name) {
  const places = [import.meta.url, ...(process.env.NODE_PATH ?? '').split(delimiter).filter(Boolean).map((path) => join(path, 'x.js'))];
  for (const place of places) {
    try {
      return createRequire(place)(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`${name} is not installed: run npm install in the project first`);
}

/** The page's modules joined into one script: a page has no files to import from. */
async function pageScript() {
  const built = await load('esbuild').build({ entryPoints: [join(tools, 'photos', 'page.mjs')], bundle: true, format: 'iife', write: false });
  return built.outputFiles[0].text;
}

async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = join(folder, name);
      if (await access(file).then(() => true, () => false)) return file;
    }
  }
  throw new Error('no Chromium on PATH: install it, or name it in CHROMIUM');
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: join(tools, '..', 'assets') }, sheet: { type: 'string' } },
  });
  const known = [...Object.keys(photos), ...avatars, 'logo'];
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`no picture "${unknown}"; there are: ${known.join(', ')}`);
  const wanted = positionals.length ? positionals : known;
  for (const folder of ['photos', 'avatars']) await mkdir(join(values.out, folder), { recursive: true });

  const browser = await load('playwright-core').chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.stack));
    await page.addScriptTag({ content: await pageScript() });
    const thumbs = [];
    for (const name of wanted) {
      if (photos[name]) {
        const { files, thumb } = await page.evaluate(([n, photo]) => window.drawPhoto(n, photo), [name, photos[name]]);
        thumbs.push(thumb);
        for (const { width, data, bytes, quality } of files) {
          const file = join('photos', `${name}-${width}.${photos[name].type}`);
          await writeFile(join(values.out, file), Buffer.from(data, 'base64'));
          console.log(`${file}: ${bytes} bytes, quality ${quality.toFixed(2)}`);
        }
      } else {
        const file = name === 'logo' ? 'logo.webp' : join('avatars', `${name}.webp`);
        const data = await page.evaluate(([n, size]) => window.drawSmall(n, size), [name, name === 'logo' ? 192 : 96]);
        await writeFile(join(values.out, file), Buffer.from(data, 'base64'));
        thumbs.push(data);
      }
    }
    if (values.sheet) {
      await page.setViewportSize({ width: 1640, height: 400 });
      await page.setContent(`<body style="margin:8px;background:#222">${thumbs.map((data) => `<img height="300" style="margin:4px" src="data:image/*;base64,${data}">`).join('')}`);
      await page.screenshot({ path: values.sheet, fullPage: true });
    }
  } finally {
    await browser.close();
  }
}

await main();
