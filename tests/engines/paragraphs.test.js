import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { root, Server } from "../web/support/server.js";
import { openChromium } from "./support/chromium.js";
import { openFirefox } from "./support/firefox.js";
import { openWebKit } from "./support/webkit.js";

/**
 * How evenly paragraphs are set, by the widget and by the best that CSS does in each engine, both measured from the
 * page at 31 widths: the table of docs/line-breaking.md.
 *
 * @typedef {import("./support/driver.js").Driver} Driver
 * @typedef {{lines: number, inner: number, ragged: number, loose: number, jumps: number, ends: number, one: number, two: number, parted: number}} Counts
 */

/** @param {any} text @returns {string} */
const plain = (text) => [text].flat().map((run) => typeof run === "string" ? run : run.text).join("");

/** @param {string} name */
const sample = async (name) => JSON.parse(await readFile(path.join(root, "assets", `${name}.json`), "utf8")).article.body
  .filter((/** @type {any} */ { type }) => type === "paragraph").map((/** @type {any} */ { text }) => plain(text));

const texts = [
  { name: "zh-hans", language: "zh-Hans", paragraphs: await sample("zh-hans") },
  { name: "zh-hant", language: "zh-Hant", paragraphs: await sample("zh-hant") },
  ...JSON.parse(await readFile(path.join(root, "tests/lines/paragraphs.json"), "utf8")),
];

/** Functions for the page, each whole. */
const inPage = {
  /**
   * Sets paragraphs as CSS can, and counts.
   * @param {string[]} paragraphs @param {string} language
   */
  css: (paragraphs, language) => {
    const all = { lines: 0, inner: 0, ragged: 0, loose: 0, jumps: 0, ends: 0, one: 0, two: 0, parted: 0 };
    const han = /[\u3400-\u9fff]/;
    const list = paragraphs.map((text) => {
      const p = document.createElement("p");
      p.lang = language;
      p.textContent = text;
      for (const [name, value] of Object.entries({ margin: "0", "font-family": `"Noto Sans CJK ${language === "zh-Hans" ? "SC" : "TC"}"`,
        "text-indent": "2em", "text-align": "justify", "text-justify": "inter-character", "text-spacing-trim": "trim-start",
        "text-autospace": "normal", "text-wrap": "pretty", "line-height": "30px" })) p.style.setProperty(name, value);
      document.body.append(p);
      return p;
    });
    for (let i = 0; i < 31; ++i) {
      const element = 280 + 16 * i;
      const size = element < 600 ? 17 : 18;
      const margin = element < 360 ? 16 : element < 600 ? 20 : 24;
      const width = Math.floor((element - 2 * margin) / size) * size;
      for (const p of list) {
        p.style.width = `${width}px`;
        p.style.fontSize = `${size}px`;
        const node = /** @type {Text} */ (p.firstChild);
        const range = document.createRange();
        const text = node.data;
        /** @type {{chars: string, gaps: number[], end: number}[]} */
        const lines = [];
        const left = p.getBoundingClientRect().left;
        let top = NaN;
        let before = null;
        for (let at = 0; at < text.length; ++at) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (!box.width) continue;
          if (!(Math.abs(box.top - top) < 15)) {
            lines.push({ chars: "", gaps: [], end: 0 });
            top = box.top;
            before = null;
          }
          const line = lines[lines.length - 1];
          line.chars += text[at];
          line.end = Math.max(line.end, box.right - left);
          if (before && han.test(text[at]) && han.test(text[at - 1])) line.gaps.push((box.left - before.left) / size - 1);
          before = box;
        }
        let last = NaN;
        lines.forEach(({ chars, gaps, end }, number) => {
          all.lines += 1;
          if (number === lines.length - 1) {
            if (!number) return;
            all.ends += 1;
            const count = (chars.match(/[\u3400-\u9fff]|[A-Za-z0-9]+/g) ?? []).length;
            all.one += Number(count < 2);
            all.two += Number(count === 2);
            return;
          }
          all.inner += 1;
          gaps.sort((a, b) => a - b);
          const spread = Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0);
          // What is left at its end, a trimmed mark's half aside, is a hole too.
          all.ragged += Number(spread > 0.2 || end < width - 0.6 * size);
          all.loose += Number(spread > 0.04);
          all.jumps += Number(Math.abs(spread - last) > 0.04);
          all.parted += Number(/[0-9]$/.test(chars) && han.test(lines[number + 1].chars[0]));
          last = spread;
        });
      }
    }
    for (const p of list) p.remove();
    return all;
  },
};

/** @param {number} of @param {number} all */
const percent = (of, all) => `${(100 * of / all).toFixed(2)} %`;

/** @type {[string, () => Promise<Driver>][]} */
const engines = [["Chromium", openChromium], ["Firefox", () => openFirefox({ headless: true })], ["WebKit", openWebKit]];
for (const [name, start] of engines)
  describe(name, () => {
    /** @type {Driver} */
    let driver;
    /** @type {Server} */
    let server;
    before(async () => {
      server = await Server.start();
      driver = await start();
    });
    after(async () => {
      await driver?.close();
      await server?.stop();
    });

    test(`${name}: what the best of CSS makes of the paragraphs is counted`, async (t) => {
      await driver.open(server.page("<p>Lines</p>"));
      for (const { name: text, language, paragraphs } of texts) {
        const counts = /** @type {Counts} */ (await driver.evaluate(inPage.css, paragraphs, language));
        t.diagnostic(`${text}: ${counts.lines} lines, ragged or over 0.2 em a gap ${percent(counts.ragged, counts.inner)}, over 0.04 em ` +
          `${percent(counts.loose, counts.inner)}, jumps ${percent(counts.jumps, counts.inner)}, last lines of one ` +
          `${percent(counts.one, counts.ends)}, of two ${percent(counts.two, counts.ends)}, parted ${percent(counts.parted, counts.inner)}`);
        assert.ok(counts.lines > 500 && counts.ends > 50, "there are lines");
        // The core's own, by tests/preview/paragraphs_test.cpp: none is ragged, fewer than 6 % are loose.
        assert.ok(counts.ragged + counts.loose > 0.06 * counts.inner, "README says that no browser sets them as evenly");
      }
    });
  });
