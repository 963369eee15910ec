import assert from "node:assert/strict";
import { test } from "node:test";
import { batch } from "../../web/core/text-batches.js";

/** @param {[number, number][]} sizes width and height, device px */
const uploads = (sizes) => sizes.map(([width, height], i) => ({ page: 0, x: i, y: 0, width, height }));

/** @param {ReturnType<typeof batch>} batches */
function assertApart(batches) {
  for (const { rects, width, height } of batches) {
    for (const { x, y, to } of rects)
      assert.ok(x >= 0 && y >= 0 && x + to.width <= width && y + to.height <= height, "on its stage");
    rects.forEach((a, i) => rects.slice(i + 1).forEach((b) => assert.ok(
      a.x + a.to.width <= b.x || b.x + b.to.width <= a.x || a.y + a.to.height <= b.y || b.y + b.to.height <= a.y, "none on another")));
  }
}

test("a few rectangles share one stage as large as they", () => {
  const batches = batch(uploads([[100, 40], [200, 60], [50, 20]]));
  assert.equal(batches.length, 1);
  assert.deepEqual([batches[0].width, batches[0].height], [350, 60]);
  assertApart(batches);
});

test("what a row does not hold stands in the next", () => {
  const batches = batch(uploads([[1500, 40], [1000, 60]]));
  assert.equal(batches.length, 1);
  assert.deepEqual(batches[0].rects.map(({ x, y }) => [x, y]), [[0, 0], [0, 40]]);
  assertApart(batches);
});

test("many fill several stages, each once", () => {
  const all = uploads(Array.from({ length: 300 }, (_, i) => [100 + i * 7 % 900, 20 + i * 13 % 120]));
  const batches = batch(all);
  assert.ok(batches.length > 1);
  assertApart(batches);
  for (const { width, height } of batches) assert.ok(width <= 2048 && height <= 2048);
  assert.deepEqual(batches.flatMap(({ rects }) => rects.map(({ to }) => to)), all);
});

test("nothing needs no stage", () => {
  assert.deepEqual(batch([]), []);
});
