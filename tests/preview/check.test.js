// `./dev check`: what is printed and how it ends.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { program } from "./support/check.js";
import { root, samples, withScratch } from "./support/preview.js";

/** @returns {Promise<{code: number, lines: string[], stderr: string}>} */
function check(...files) {
  return new Promise((resolve) => {
    execFile(program, files, { cwd: root, timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 127) : 0;
      resolve({ code, lines: stdout.split("\n").filter(Boolean), stderr: stderr + (code === 127 ? String(error) : "") });
    });
  });
}

/** Checks one document, given as text or as what becomes JSON. `FILE` stands for its path in the lines. */
function checkContent(content) {
  return withScratch(async (scratch) => {
    const file = path.join(scratch, "document.json");
    await fs.writeFile(file, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    const { code, lines, stderr } = await check(file);
    assert.equal(stderr, "");
    return { code, lines: lines.map((line) => line.replace(file, "FILE")) };
  });
}

const withBody = (...body) => ({ version: 1, language: "en", article: { headline: "A harbour", body } });

for (const sample of samples)
  test(`${sample} has no problem`, async () => {
    assert.deepEqual(await check(sample), { code: 0, lines: [], stderr: "" });
  });

/** What is in the file, exit code, all lines printed. @type {[string, unknown, number, RegExp[]][]} */
const cases = [
  ["a document as it should be", withBody({ type: "paragraph", text: "Boats." }), 0, []],
  ["a value that is changed warns, and the document can be shown",
    { version: 1, language: "en", article: { headline: 5 } }, 0,
    [/^FILE: \/article\/headline: warning: found the number 5, expected a string$/]],
  ["a block that is dropped is an error",
    withBody({ type: "paragraph", text: "Boats." }, { type: "nope" }), 1,
    [/^FILE: \/article\/body\/1\/type: error: found the string "nope", expected paragraph, .* or slot$/]],
  ["each problem has a line of its own",
    withBody({ type: "nope" }, { type: "paragraph", text: "Boats." }, { type: "never" }), 1,
    [/^FILE: \/article\/body\/0\/type: error: found /, /^FILE: \/article\/body\/2\/type: error: found /]],
  ["the root's pointer prints as nothing", "[1]", 1, [/^FILE: : error: found an array, expected an object$/]],
  ["no JSON names line and column",
    '{\n  "version": 1,\n  "article": }', 1, [/^FILE: : error: line 3, column 14: found '\}', expected /]],
  ["the column counts characters of the line, not bytes",
    '{\n  "清晨": }', 1, [/^FILE: : error: line 2, column 9: found '\}', expected /]],
  ["an unfinished document ends at its last line",
    '{\n  "version": 1', 1, [/^FILE: : error: line 2, column \d+: found .*, expected /]],
  ["an empty file", "", 1, [/^FILE: : error: .*found .*, expected /]],
  ["bytes that are not UTF-8 are replaced, and it says where",
    Buffer.from('{ "version": 1, "article": { "headline": "\xff" } }', "latin1"), 0,
    [/^FILE: : warning: line 1, column 43: found bytes that are not UTF-8, expected UTF-8; /]],
];

for (const [what, content, code, lines] of cases)
  test(what, async () => {
    const found = await checkContent(content);
    assert.equal(found.lines.length, lines.length, found.lines.join("\n"));
    lines.forEach((line, index) => assert.match(found.lines[index], line));
    assert.equal(found.code, code);
  });

test("a value that holds a line end does not break the line", async () => {
  const { lines } = await checkContent({ ...withBody({ type: "paragraph", text: "Boats." }), version: "one\ntwo" });
  assert.equal(lines.length, 1);
  assert.match(lines[0], /^FILE: \/version: warning: found the string "one.*two", expected 1/);
});

test("a file that is missing, or a folder, is an error", async () => {
  for (const name of ["/nowhere/document.json", "assets"]) {
    const { code, lines } = await check(name);
    assert.deepEqual(lines, [`${name}: : error: found no file that can be read, expected a document`]);
    assert.equal(code, 1);
  }
});

test("several files are all checked, in order, and one bad one decides the exit code", () => withScratch(async (scratch) => {
  const bad = path.join(scratch, "bad.json");
  await fs.writeFile(bad, "[]");
  const { code, lines } = await check(samples[0], bad, "/nowhere.json", samples[1]);
  assert.deepEqual(lines.map((line) => line.split(": : ")[0]), [bad, "/nowhere.json"]);
  assert.equal(code, 1);
  assert.equal((await check(samples[0], samples[1])).code, 0);
}));

test("without a file there is a word on how it is called", async () => {
  const { code, lines, stderr } = await check();
  assert.equal(code, 1);
  assert.deepEqual(lines, []);
  assert.match(stderr, /usage: .*FILE/);
});
