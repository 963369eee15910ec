import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseWindow, detailWindow, rowsAround } from "../../web/drawing/canvas-window.js";
import { ScrollSpeed } from "../../web/drawing/scroll-speed.js";

const viewport = 844;
const content = 100_000;

/**
 * Scrolls while each window is seen only some time after it was chosen.
 * @param {number} speed CSS px a ms @param {number} delay ms @param {number} ratio @param {boolean} [told] of the speed
 */
function scroll(speed, delay, ratio, told = true) {
  const paces = new ScrollSpeed();
  let top = speed < 0 ? content - viewport : 0;
  /** @type {import("../../web/drawing/canvas-window.js").CanvasWindow | null} */
  let chosen = null;
  /** @type {{window: import("../../web/drawing/canvas-window.js").CanvasWindow, from: number}[]} */
  const shown = [];
  const heights = new Set();
  let uncovered = 0;
  let changes = 0;
  let now = 0;
  const choose = () => {
    const pace = paces.at(top, viewport, now);
    const next = chooseWindow(chosen, { top, bottom: top + viewport }, viewport, 390 * ratio, content, ratio, 16384, told ? pace : 0);
    if (next !== chosen) {
      changes += 1;
      // What stands at the start has been drawn.
      shown.push({ window: next, from: chosen ? now + delay : 0 });
    }
    chosen = next;
    heights.add(next.height);
  };
  for (; now < 4000; now += 16) {
    // Two frames at rest, then on.
    if (now > 32) top += 16 * speed;
    const { window } = shown.findLast(({ from }) => from <= now) ?? { window: null };
    if (window && (window.top > top * ratio || window.top + window.height < (top + viewport) * ratio)) uncovered += 1;
    choose();
  }
  for (const end = now + 200; now < end; now += 16) choose();
  return { uncovered, changes, heights, last: /** @type {import("../../web/drawing/canvas-window.js").CanvasWindow} */ (
    /** @type {unknown} */ (chosen)), top };
}

for (const ratio of [1, 1.25, 2, 3]) test(`a scroll of 3 px a ms is covered where a drawing takes 100 ms, at ratio ${ratio}`, () => {
  for (const speed of [3, -3]) {
    const { uncovered, changes, heights, last, top } = scroll(speed, 100, ratio);
    assert.equal(uncovered, 0);
    assert.ok(changes < 20, `${changes} drawings in ${4 * 3000} px`);
    assert.ok(heights.size <= 2, `heights ${[...heights].join(", ")}`);
    assert.equal(last.height, Math.min(...heights), "the margin ahead is given back");
    assert.ok(last.top <= top * ratio && last.top + last.height >= (top + viewport) * ratio);
  }
});

test("without its speed it would not be covered", () => {
  assert.ok(scroll(3, 100, 2, false).uncovered > 0);
});

test("a slow scroll moves a window of one height", () => {
  const { uncovered, heights } = scroll(0.5, 100, 2);
  assert.equal(uncovered, 0);
  assert.equal(heights.size, 1);
});

test("a window is no taller than its content, nor than a texture", () => {
  const visible = { top: 0, bottom: 500 };
  assert.deepEqual(chooseWindow(null, visible, viewport, 780, 500, 2, 4096), { left: 0, top: 0, width: 780, height: 1000, ratio: 2 });
  for (const speed of [0, 3]) {
    const { top, height } = chooseWindow(null, { top: 5000, bottom: 5844 }, viewport, 2400, content, 4, 4096, speed);
    assert.ok(height <= 4096 && top <= 20_000 && top + height >= 4 * 5844, `${top} ${height}`);
  }
});

test("a jump is no speed, and a rest ends one", () => {
  const pace = new ScrollSpeed();
  assert.equal(pace.at(0, viewport, 0), 0);
  assert.equal(pace.at(5000, viewport, 16), 0);
  assert.ok(pace.at(5048, viewport, 32) > 0);
  for (let now = 48; now < 160; now += 16) pace.at(5048, viewport, now);
  assert.equal(pace.at(5048, viewport, 160), 0);
});

test("a window of another ratio does not serve, even of the same device px", () => {
  const visible = { top: 0, bottom: 500 };
  const current = chooseWindow(null, visible, viewport, 780, 5000, 2, 4096);
  assert.equal(chooseWindow(current, visible, viewport, 780, 5000, 2, 4096), current);
  assert.notEqual(chooseWindow(current, visible, viewport, 780, 5000, 3, 4096), current);
});

test("rows of a window are those that are in it", () => {
  const all = { left: 30, top: 200, width: 700, height: 600, ratio: 2 };
  assert.deepEqual(rowsAround(all, 150, 200.4), { ...all, top: 300, height: 102 });
  assert.deepEqual(rowsAround(all, 0, 5000), all);
  for (const [start, end] of [[0, 50], [900, 1000]]) assert.equal(rowsAround(all, start, end).height, 0);
});

test("the detail of a pinched page is what is seen, then with a margin, never more than the content", () => {
  const seen = { left: 100, top: 1000, right: 230, bottom: 1280 };
  const first = detailWindow(null, seen, 374, 5000, 3.5);
  assert.deepEqual(first, { left: 350, top: 3500, width: 455, height: 980, ratio: 3.5 });
  assert.equal(detailWindow(first, seen, 374, 5000, 3.5), first);
  const moved = detailWindow(first, { ...seen, top: 1001, bottom: 1281 }, 374, 5000, 3.5);
  assert.deepEqual(moved, { left: 227, top: 3381, width: 701, height: 1225, ratio: 3.5 });
  for (const dx of [-35, 35]) for (const dy of [-34, 36])
    assert.equal(detailWindow(moved, { left: 100 + dx, right: 230 + dx, top: 1000 + dy, bottom: 1280 + dy }, 374, 5000, 3.5), moved);
  const corner = detailWindow(moved, { left: -8, top: -20, right: 122, bottom: 260 }, 374, 5000, 3.5);
  assert.deepEqual(corner, { left: 0, top: 0, width: 550, height: 1033, ratio: 3.5 });
  const end = detailWindow(null, { left: 300, top: 4900, right: 430, bottom: 5180 }, 374, 5000, 4);
  assert.deepEqual(end, { left: 1200, top: 19_600, width: 296, height: 400, ratio: 4 });
  assert.equal(detailWindow(end, { left: 375, top: 0, right: 400, bottom: 100 }, 374, 5000, 4), null);
  assert.equal(detailWindow(end, { left: 0, top: 5000, right: 100, bottom: 5200 }, 374, 5000, 4), null);
});
