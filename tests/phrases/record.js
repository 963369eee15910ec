// record.js: writes titles.inc, the phrases that the package `budoux` finds in the titles of titles.js: rows of
// tests/text/phrases_test.cpp.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parserOf } from "./parser.js";
import { titles } from "./titles.js";

const languages = { "zh-hans": "Simplified", "zh-hant": "Traditional", ja: "Japanese" };

/** What the file is to hold. */
export const record = () => Object.entries(languages).flatMap(([name, language]) => {
  const parser = parserOf(name);
  return titles[name].map((title) => `{PhraseLanguage::${language}, ${JSON.stringify(parser.parse(title).join("|")).replaceAll("?", "\\?")}},\n`);
}).join("");

export const file = fileURLToPath(new URL("titles.inc", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(file, record());
