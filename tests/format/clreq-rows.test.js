// The rows of tests/text/ that name CLREQ as their rule, counted: a table that is lost is missed.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../text");
const least = 160;

/** Rows `{…, "CLREQ …"}` and statements `… << "CLREQ …";`; such as are alike are one. @param {string} code */
function rowsOf(code) {
  /** @type {Set<string>} */
  const rows = new Set();
  const open = [{ from: 0, last: "" }];
  for (const { 0: token, index } of code.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/.*|[{};]/g)) {
    const inner = /** @type {{from: number, last: string}} */ (open.at(-1));
    if (token.startsWith('"')) inner.last = token;
    if (token === "{") open.push({ from: index, last: "" });
    if (token !== "}" && token !== ";") continue;
    if (/\bCLREQ\b/.test(inner.last)) rows.add(code.slice(inner.from, index).replace(/\s+/g, " "));
    if (token === "}" && open.length > 1) open.pop();
    const outer = /** @type {{from: number, last: string}} */ (open.at(-1));
    if (token === ";") Object.assign(outer, { from: index, last: "" });
  }
  return rows;
}

test("a row is counted once, and only where a string of its own names CLREQ", () => {
  const code = `
    const Case cases[] = {  // "CLREQ"
      {"今天。", 2, {"今", "天。"}, "CLREQ line start"}, {"今天。", 2, {"今", "天。"}, "CLREQ line start"},
      {"今天，", 2, {"今", "天，"}, "CLREQ line start"}, {"a b", 1, {"a", "b"}, "UAX #14 LB18"}};
    for (const Case& c : cases) EXPECT_EQ(broken(c.text), c.lines) << c.rule;
    EXPECT_EQ(broken("今天"), "今|天") << "CLREQ basic level";
    EXPECT_EQ(broken("a b"), "a |b");`;
  assert.equal(rowsOf(code).size, 3);
});

test(`at least ${least} rows name CLREQ`, async () => {
  let count = 0;
  for (const name of await fs.readdir(folder))
    if (name.endsWith("_test.cpp")) count += rowsOf(await fs.readFile(path.join(folder, name), "utf8")).size;
  console.log(`${count} rows name CLREQ`);
  assert.ok(count >= least, `${count} rows name CLREQ`);
});
