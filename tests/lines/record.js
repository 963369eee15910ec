// node tests/lines/record.js: writes record.json anew, from the Chromium that the web suite uses.
import { writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { linesOf, size } from "./chromium-lines.js";
import { makeTexts } from "./texts.js";

// What a widget of 202, 280, 390 and 560 CSS px leaves to its text.
const widths = [170, 248, 350, 520];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"],
});
const page = await browser.newPage();
const groups = [];
for (const group of makeTexts()) {
  const lines = await linesOf(page, group, widths);
  const { name, language, family, texts } = group;
  groups.push({ name, language, family, texts: texts.map((text, i) => [text, ...lines[i]]) });
}
// One text a line, so that a change of the record can be read.
const body = groups.map(({ texts, ...rest }) =>
  `${JSON.stringify(rest).slice(0, -1)},"texts":[\n${texts.map((row) => JSON.stringify(row)).join(",\n")}]}`);
const head = JSON.stringify({ browser: `Chromium ${browser.version()}`, size, widths });
await writeFile(new URL("record.json", import.meta.url), `${head.slice(0, -1)},"groups":[\n${body.join(",\n")}]}\n`);
await browser.close();
