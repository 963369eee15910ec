// What README claims, and the tests that show it.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const readme = (await fs.readFile(path.join(root, "README.md"), "utf8")).replace(/\s+/g, " ");

/** Words of README, the file of tests, and words of a test's name in it. @type {[string, string, string][]} */
const claims = [
  ["headline, body, photo gallery, ranking tabs, comments, and the links around them", "tests/web/samples.test.js", "its layer says all of it"],
  ["Real HTML is seen first", "tests/web/first-paint.test.js", "what is painted first is the layer, and nothing shifts"],
  ["draws the article into canvases beneath it", "tests/web/support/stand-in-tests.js", "the layer is seen where the drawing is"],
  ["Lines break by UAX #14", "tests/text/standard_breaks_test.cpp", ""],
  ["with the rules of CLREQ on top", "tests/text/chinese_breaks_test.cpp", "OverrideTheStandard"],
  ["marks are compressed", "tests/text/line_stretches_test.cpp", "CutAtACompressedMark"],
  ["paragraphs indented", "tests/text/line_breaker_test.cpp", "IndentTheFirstLine"],
  ["a line holds whole characters", "tests/layout/page_test.cpp", "SetsAChineseMeasureOfWholeCharacters"],
  ["Lines from right to left, and mixed ones", "tests/web/bidi-lines.test.js", "what is drawn looks as the browser sets it"],
  ["Select, copy", "tests/web/reading.test.js", "select all inside copies the document's text"],
  ["find,", "tests/web/reading.test.js", "find reaches words across a drawn line end"],
  ["print,", "tests/web/print.test.js", "shows all photos and tabs, as text and pictures"],
  ["translate,", "tests/web/yielding.test.js", "to a translator, who replaces text"],
  ["operate by keyboard", "tests/engines/support/scenarios.js", "Tab walks in reading order and leaves at both ends"],
  ["axe finds no fault in it", "tests/web/access.test.js", "axe finds nothing in"],
  ["No font is delivered", "tests/size/size.test.js", "no font is delivered"],
  ["An idle page draws no frame", "tests/web/lifecycle.test.js", "an idle page draws nothing"],
  ["loaded again stays where it is read", "tests/web/reload.test.js", "loaded again unchanged, nothing moves"],
  ["rankings and comments refresh themselves", "tests/web/refresh.test.js", "new rankings and comments come, the article stays"],
  ["one WebAssembly instance", "tests/web/docs.test.js", "all widgets of a page share one instance"],
  ["one WebGL context", "tests/web/lifecycle.test.js", "several widgets draw with one context"],
  ["Without WebAssembly", "tests/web/plain.test.js", "says the same without WebAssembly"],
  ["or WebGL 2", "tests/web/failure.test.js", "without WebGL 2 the layer shows itself as HTML"],
  ["It costs more than plain HTML", "tests/slow/bench.test.js", "the bench in the browser finds each number of all pages"],
  ["npm install ./dist", "tests/format/package.test.js", "all of dist/ is packed, but for the demonstration"],
  ["What stands inside the element is shown until the article is", "tests/web/plain.test.js", "what cannot be shown without the core either is refused with its reason"],
  ["On a Debian machine (12 or later)", "tools/requirements.sh", ""],
  ["prints its address", "tools/serve.mjs", "prints the address once it answers"],
  ["says what is wrong in a document", "tests/preview/check.test.js", "has no problem"],
  ["shows one without a browser", "tests/preview/window.test.js", "a window shows the article"],
];

for (const [words, file, name] of claims) test(`"${words}" is shown by ${file}`, async () => {
  assert.ok(readme.includes(words), "README says so no more");
  const text = await fs.readFile(path.join(root, file), "utf8");
  assert.ok(text.includes(name), `there is no test of that name: ${name}`);
  if (file.startsWith("tests/")) assert.match(text, /\btest\(|\bTEST(_F|_P)?\(/, "it holds no test");
});

test("README claims nothing else", async () => {
  const [pitch] = (await fs.readFile(path.join(root, "README.md"), "utf8")).split("## Install");
  const sentences = pitch.replace(/^#.*|^!\[.*/gm, "").replace(/\*\*[^*]+\*\*/g, "").replace(/^- /gm, "\n").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .split(/(?<=[.:!?])\s+(?=[A-Z])|\n\n+/).map((one) => one.replace(/\s+/g, " ").trim()).filter((one) => one.split(" ").length > 3);
  assert.ok(sentences.length >= 10, String(sentences.length));
  for (const sentence of sentences)
    assert.ok(claims.some(([words]) => sentence.includes(words) || words.includes(sentence.replace(/[.:]$/, ""))), `no test shows: ${sentence}`);
});
