// Writes the pictures of docs/theming.md: the samples in dist/, drawn by Chromium with the style that stands there.
import * as fs from "node:fs/promises";
import { chromium } from "playwright-core";
import { flags, shell, waitUntilComplete } from "../tests/web/support/browser.js";
import { Server } from "../tests/web/support/server.js";
import { looks as playground } from "../web/demo/looks.js";
import { at } from "./dist/paths.mjs";
import { examplesOf } from "./docs/examples.mjs";

const page = "docs/theming.md";
const styles = examplesOf(page, await fs.readFile(at(page), "utf8")).filter(({ language }) => language === "css").map(({ text }) => text);

/** The style that sets something. @param {string} name */
const styleWith = (name) => styles.find((style) => style.includes(`${name}:`)) ?? fail(name);
/** @param {string} name @returns {never} */
const fail = (name) => { throw new Error(`${page} has no style with ${name}`); };

/** As the playground has it. @param {string} look */
const styleOf = (look) => `article-viewer { ${Object.entries(playground.find(({ name }) => name === look)?.properties ?? fail(look))
  .map(([name, value]) => `--article-viewer-${name}: ${value};`).join(" ")} }`;

/** Name, sample, theme, style, further attributes. @type {[string, string, string, string, string?][]} */
const looks = [
  ["light", "zh-hans", "light", ""],
  ["dark", "zh-hans", "dark", ""],
  ["brand", "en", "light", styleWith("--article-viewer-headline-font")],
  ["large", "en", "light", styleWith("--article-viewer-font-size")],
  ["phone-news", "zh-hans", "light", styleOf("Phone news")],
  ["magazine", "en", "light", styleOf("Magazine")],
  ["large-print", "zh-hans", "light", "", 'size="large"'],
];
const size = { width: 390, height: 620 };

const server = await Server.start();
const browser = await chromium.launch({ executablePath: shell, args: flags });
try {
  await fs.mkdir(at("docs/looks"), { recursive: true });
  for (const [name, sample, theme, css, attributes = ""] of looks) {
    const context = await browser.newContext({ viewport: size, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.goto(server.page(`<article-viewer src="/demo/${sample}.json" loading="eager" theme="${theme}" ${attributes}></article-viewer>`, { css }));
    await waitUntilComplete(page);
    await page.waitForLoadState("networkidle");
    const png = (await page.screenshot({ scale: "device" })).toString("base64");
    // The browser is the encoder.
    const webp = await page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: "image/png" }));
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height }).getContext("2d")?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/webp", 0.7).split(",")[1];
    }, png);
    await fs.writeFile(at(`docs/looks/${name}.webp`), Buffer.from(webp, "base64"));
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
