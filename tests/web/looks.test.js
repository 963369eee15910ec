import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { looks } from "../../web/demo/looks.js";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { encodePng } from "./support/png-encoder.js";
import { root } from "./support/server.js";

/**
 * What the samples look like, kept at a third of their size: a letter's edge may
 * differ between browsers' versions, a place, a colour or a picture may not.
 * After a change that is meant, ACCEPT_LOOKS=1 writes them anew.
 */

const held = useBrowser();
const folder = path.join(root, "tests/web/looks");
const share = 3;
const locale = await readFile(path.join(root, "tests/fakes/locale.js"), "utf8");

/** @typedef {{width: number, height: number, data: Buffer}} Small RGB */

/** Each pixel the mean of a square. @param {import("../preview/support/png.js").Image} image @returns {Small} */
function smaller({ width, height, step, pixels }) {
  const small = { width: Math.floor(width / share), height: Math.floor(height / share) };
  const data = Buffer.alloc(small.width * small.height * 3);
  for (let y = 0; y < small.height; ++y)
    for (let x = 0; x < small.width; ++x)
      for (let channel = 0; channel < 3; ++channel) {
        let sum = 0;
        for (let j = 0; j < share; ++j)
          for (let i = 0; i < share; ++i)
            sum += pixels[((y * share + j) * width + x * share + i) * step + channel];
        data[(y * small.width + x) * 3 + channel] = Math.round(sum / share / share);
      }
  return { ...small, data };
}

/** Share of pixels that are seen to differ. @param {Small} one @param {Small} other */
function difference(one, other) {
  let count = 0;
  for (let at = 0; at < one.data.length; at += 3) {
    // The eye sees lightness sooner than hue (ITU-R BT.601's weights).
    const apart = [0.299, 0.587, 0.114].reduce((sum, weight, i) => sum + weight * Math.abs(one.data[at + i] - other.data[at + i]), 0);
    if (apart > 20) count += 1;
  }
  return count / (one.data.length / 3);
}

/** @param {import("playwright-core").Page} page */
const everyPicture = (page) => page.waitForFunction(() => {
  const images = [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img[src]") ?? []];
  return images.length && images.every((image) => /** @type {HTMLImageElement} */ (image).complete);
});

/** The playground's looks are made of custom properties alone. @param {string} look */
const styleOf = (look) => Object.entries(looks.find(({ name }) => name === look)?.properties ?? {})
  .map(([name, value]) => `--article-viewer-${name}: ${value};`).join(" ");

for (const [sample, theme, width, ratio, look = "House", attributes = ""] of /** @type {[string, "light" | "dark", number, number, string?, string?][]} */ ([
  ["zh-hans", "light", 390, 2], ["zh-hant", "dark", 768, 1], ["en", "light", 1024, 1], ["ar", "dark", 320, 2],
  ["zh-hans", "light", 390, 2, "Phone news"], ["ar", "dark", 390, 1, "Phone news"], ["en", "light", 1280, 1, "Phone news"],
  ["zh-hans", "dark", 1280, 1, "Magazine"], ["en", "light", 390, 2, "Magazine"], ["ar", "light", 390, 1, "Magazine"],
  ["zh-hans", "light", 390, 2, "House", 'size="large"']]))
  test(`${sample} looks as it did, ${look}, ${theme}, ${width} px wide at ratio ${ratio} ${attributes}`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/${sample}.json" theme="${theme}" ${attributes}></article-viewer>`,
      { css: `article-viewer { ${styleOf(look)} }` });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await everyPicture(page);
      await settle(page);
      const now = smaller(decodePng(await page.screenshot({ scale: "device" })));
      const file = path.join(folder, `${[sample, theme, width, ...look === "House" ? [] : [look.toLowerCase().replace(" ", "-")], ...attributes ? ["large"] : []].join("-")}.png`);
      if (process.env.ACCEPT_LOOKS) {
        await mkdir(folder, { recursive: true });
        await writeFile(file, encodePng(now.width, now.height, now.data));
      }
      const kept = decodePng(await readFile(file));
      assert.deepEqual([now.width, now.height], [kept.width, kept.height]);
      const apart = difference(now, { ...kept, data: kept.pixels });
      assert.ok(apart < 0.005, `${(apart * 100).toFixed(2)} % of it differs`);
    }, { viewport: { width, height: 1400 }, deviceScaleFactor: ratio, script: locale });
  });

test("a shift of three px, another tone of grey and a missing picture are each seen", async () => {
  const small = { width: 40, height: 40, data: Buffer.alloc(40 * 40 * 3, 255) };
  const drawn = (/** @type {number} */ left, /** @type {number} */ tone) => {
    const data = Buffer.from(small.data);
    for (let y = 0; y < 40; y += 4) for (let x = left; x < left + 20; x += 1) data.fill(tone, (y * 40 + x) * 3, (y * 40 + x) * 3 + 3);
    return { ...small, data };
  };
  const before = drawn(5, 60);
  assert.equal(difference(before, drawn(5, 66)), 0);
  for (const after of [drawn(6, 60), drawn(5, 90), small]) assert.ok(difference(before, after) > 0.005);
});
