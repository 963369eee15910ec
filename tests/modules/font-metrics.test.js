import assert from "node:assert/strict";
import { test } from "node:test";
import { metricsOf } from "../../web/core/font-metrics.js";

/** A face of 1.16 and 0.288 em, as three browsers tell of it. @type {[string, (size: number) => [number, number]][]} */
const browsers = [
  ["rounds both", (size) => [Math.round(1.16 * size), Math.round(0.288 * size)]],
  ["rounds so that no descent is cut", (size) => {
    const [up, down] = [Math.round(1.16 * size), Math.round(0.288 * size)];
    return down < 0.288 * size ? [up - 1, down + 1] : [up, down];
  }],
  ["rounds nothing", (size) => [1.16 * size, 0.288 * size]],
];

for (const [how, measure] of browsers)
  test(`a browser that ${how} is asked twice a face, and no more`, () => {
    let calls = 0;
    // In 18 px the three differ from each other.
    const metrics = metricsOf((size) => {
      calls += 1;
      return measure(size);
    }, 18);
    for (const size of [14, 16, 17, 18, 20, 26, 34])
      metrics(size).forEach((length, i) => assert.ok(Math.abs(length - measure(size)[i]) < 0.01, `${size} px: ${length}`));
    assert.equal(calls, 2);
  });

test("a px that the large size is rounded by is not found again in small ones", () => {
  // Noto Sans CJK as Chromium has it: of 1,000 px the descent is 289.
  const measure = (/** @type {number} */ size) => browsers[1][1](size).map((length, i) =>
    length + (size === 1000 || size === 10_000 ? [-1, 1][i] : 0));
  assert.deepEqual(metricsOf(/** @type {any} */ (measure), 18)(52), measure(52));
});

test("a size that may be rounded up or down is asked for, and one between whole px", () => {
  // Noto Sans Arabic as Chromium has it: 0.738 em, of which 21 px are 15.498.
  const measure = (/** @type {number} */ size) => /** @type {[number, number]} */ ([1.374, 0.738].map((em, i) =>
    Math.round(em * Math.round(size)) + (size === 10_000 || Math.round(0.738 * size) < 0.738 * size ? [-1, 1][i] : 0)));
  for (const size of [21, 21.25]) assert.deepEqual(metricsOf(measure, 18)(size), measure(size), `${size} px`);
});

test("a face that follows no rule is asked for each size", () => {
  const odd = (/** @type {number} */ size) => /** @type {[number, number]} */ ([size + 3, 7]);
  assert.deepEqual(metricsOf(odd, 18)(20), [23, 7]);
});
