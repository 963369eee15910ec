// What of the core its unit tests run. The floors are first shown to see what is below them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf, measure, readTable, report } from "../../tools/coverage.mjs";

const floor = { lines: 95, branches: 90 };
/** Figures of a file, in percent. @param {number} lines @param {number} branches */
const reached = (lines, branches) => ({ lines: { covered: lines, count: 100 }, branches: { covered: branches, count: 100 } });

test("a folder below one of its floors is seen, and one of which nothing ran", () => {
  const below = { "text/a.cpp": "It is planted." };
  const faults = (/** @type {[number, number]} */ ...figures) => faultsOf(new Map([["text/a.cpp", reached(...figures)]]), { floors: { text: floor }, below });
  assert.deepEqual(faults(94, 90), ["text: 94.0 % of lines, 95 % were expected"]);
  assert.deepEqual(faults(95, 89), ["text: 89.0 % of branches, 90 % were expected"]);
  assert.deepEqual(faultsOf(new Map(), { floors: { text: floor }, below: {} }).length, 2);
});

test("a file below the floor needs a reason, and no other file has one", () => {
  const files = new Map([["text/a.cpp", reached(100, 100)], ["text/b.cpp", reached(95, 89)]]);
  const faults = (/** @type {Record<string, string>} */ below) => faultsOf(files, { floors: { text: floor }, below }).map((fault) => fault.split(":")[0]);
  assert.deepEqual(faults({}), ["text/b.cpp"]);
  assert.deepEqual(faults({ "text/b.cpp": "It is planted." }), []);
  assert.deepEqual(faults({ "text/a.cpp": "It was.", "text/b.cpp": "It is planted." }), ["text/a.cpp"]);
});

test("the core's tests reach the floors", async () => {
  const table = await readTable();
  const files = await measure(table);
  console.log(report(files, table));
  assert.deepEqual(faultsOf(files, table), []);
});
