// Each file that is loaded later is named twice where it is: for a folder that the page says, and for bundlers.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../web");

/** What is imported by the code that loads all others, and by none of them. */
const first = ["core/files.js: ./recovery.js"];

test("every later import goes through load(), under the name of its file", async () => {
  const files = (await readdir(web, { recursive: true })).filter((name) => name.endsWith(".js") && !name.startsWith("demo"));
  let found = 0;
  for (const file of files) {
    const text = (await readFile(path.join(web, file), "utf8")).replace(/\/\*\*[^]*?\*\/|\/\/ .*/g, "");
    for (const [whole, module] of text.matchAll(/\bimport\("([^"]+)"\)/g)) {
      if (first.includes(`${file}: ${module}`)) continue;
      found += 1;
      const name = `article-viewer-${module.includes("/words/") ? "words-" : ""}${path.basename(module).replace(/^(phrases):(.*)$/, "$1-$2.js").replace(/\.json$/, ".js")}`;
      assert.ok(new RegExp(`[lL]oad\\("${name}", \\(\\) => ${whole.replace(/[().]/g, "\\$&")}\\)`).test(text), `${file}: ${whole} is not loaded as ${name}`);
    }
  }
  assert.ok(found > 20, `${found} were found`);
});
