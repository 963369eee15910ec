import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { linesOf } from "../lines/chromium-lines.js";
import { compare } from "../lines/compare.js";
import { coreLinesOf } from "../lines/core-lines.js";
import { makeTexts } from "../lines/texts.js";
import { useBrowser, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
/** @param {string} file */
const readJson = async (file) => JSON.parse(await readFile(path.join(root, "tests/lines", file), "utf8"));
/** @type {import("../lines/compare.js").LineRecord} */
const record = await readJson("record.json");
/** @type {Record<"native" | "browser", Record<string, number>>} lines by reason */
const known = await readJson("differences.json");
const viewport = { width: 600, height: 600 };
const widget = '<article-viewer loading="eager" view="canvas"></article-viewer>';

/** Opens a page with one widget that knows no document yet. @param {(page: import("playwright-core").Page) => Promise<void>} body @param {string} [script] */
const withWidget = (body, script) => withPage(held, held.server.page(widget), async (page) => {
  await page.waitForFunction(() => customElements.get("article-viewer"));
  await body(page);
}, { viewport, script });

test("the record is of the texts that its generator makes", () => {
  assert.deepEqual(record.groups.map(({ texts }) => texts.map(([text]) => text)), makeTexts().map(({ texts }) => texts));
});

test("lines break where Chromium breaks the same text in the same font", { timeout: 240_000 }, async () => {
  let lines = 0;
  let differ = 0;
  /** @type {Record<string, number>} */
  const byReason = {};
  await withWidget(async (page) => {
    for (const group of record.groups) {
      const texts = group.texts.map(([text]) => text);
      const ours = await coreLinesOf(page, { ...group, texts }, record.widths);
      const found = await compare(page, record, group, ours);
      lines += found.lines;
      for (const { reason, shown } of found.differences) {
        assert.ok(reason, `no reason is known for ${shown}`);
        differ += 1;
        byReason[reason] = (byReason[reason] ?? 0) + 1;
      }
    }
  });
  assert.ok(lines > 6700, `${lines} lines`);
  assert.ok(differ <= 0.005 * lines, `${differ} of ${lines} lines differ`);
  for (const [reason, count] of Object.entries(byReason))
    assert.ok(count <= (known.browser[reason] ?? 0), `${reason}: ${count} lines, known ${known.browser[reason] ?? 0}`);
});

const spaceless = [
  ["lo", "Noto Sans Lao", "ພາສາລາວເປັນພາສາທາງການຂອງສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ"],
  ["km", "Noto Sans Khmer", "ភាសាខ្មែរគឺជាភាសាផ្លូវការរបស់ព្រះរាជាណាចក្រកម្ពុជា"],
  ["my", "Noto Sans Myanmar", "မြန်မာဘာသာစကားသည်မြန်မာနိုင်ငံ၏ရုံးသုံးဘာသာစကားဖြစ်သည်"],
  ["th", "Noto Sans Thai", "ภาษาไทยเป็นภาษาราชการของประเทศไทยและเป็นภาษาแม่ของคนไทยส่วนใหญ่"],
];

for (const [language, font, text] of spaceless)
  test(`words of ${language} come from the browser`, async () => {
    const group = { name: language, language, family: `"Noto Sans", "${font}"`, texts: [text] };
    await withWidget(async (page) => {
      const ours = await coreLinesOf(page, group, record.widths);
      assert.ok(ours[0][0].length > 1, "it has lines");
      const plain = await page.context().newPage();
      assert.deepEqual(ours, await linesOf(plain, group, record.widths));
    });
  });

test("a browser without word boundaries fills lines cluster by cluster", async () => {
  const [language, font, text] = spaceless[3];
  const group = { language, family: `"Noto Sans", "${font}"`, texts: [text] };
  await withWidget(async (page) => {
    const [[narrow]] = await coreLinesOf(page, group, record.widths);
    const words = new Set([...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(({ index }) => index));
    assert.ok(narrow.length > 2 && !words.has(narrow[0]), `the first line has ${narrow[0]} characters`);
  }, "delete Intl.Segmenter;");
});

test("docs/line-breaking.md tells of each difference", async () => {
  const page = await readFile(path.join(root, "docs/line-breaking.md"), "utf8");
  for (const reason of new Set([...Object.keys(known.native), ...Object.keys(known.browser)]))
    assert.ok(page.includes(`| ${reason} | ${known.native[reason] ?? 0} | ${known.browser[reason] ?? 0} |`), reason);
  const lines = record.groups.flatMap(({ texts }) => texts.flatMap(([, ...widths]) => widths.flat())).length;
  assert.ok(page.includes(`Of ${lines.toLocaleString("en")} lines`), `${lines} lines`);
});
