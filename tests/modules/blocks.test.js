// Which canvases blocks need, and which are to be drawn: a model without elements.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Blocks, sameSizes, tilesOf, widest } from "../../web/drawing/blocks.js";

/** @typedef {import("../../web/core/semantic-tree.js").SemanticNode} SemanticNode */

/** A node with a block of its own. @param {number} key @param {object} [block] @returns {SemanticNode} */
function node(key, block = {}) {
  return /** @type {any} */ ({ key,
    block: { flat: false, scroller: -1, x: 0, y: key * 100, width: 390, height: 100, ...block } });
}

/** Blocks as if these were drawn. @param {Blocks} blocks @param {number[]} keys @param {number} ratio */
function draw(blocks, keys, ratio) {
  for (const block of blocks) {
    if (!keys.includes(block.key)) continue;
    Object.assign(block, { stale: false, ratio, canvases: [/** @type {any} */ ({})] });
  }
}

/** @param {{block: {key: number}}[]} due */
const keysOf = (due) => due.map(({ block: { key } }) => key);

test("tiles lie on whole device px that are whole 64ths of CSS px, and cover the block", () => {
  for (const ratio of [1, 1.1, 1.25, 1.5, 2, 2.625, 3, 4])
    for (const ink of [{ x: 3.3, y: 17.28, width: 350.4, height: 61.9 }, { x: -6.8, y: 0, width: 403.6, height: 4000 }]) {
      const tiles = tilesOf(ink, ratio);
      const right = Math.max(...tiles.map(({ left, width }) => left + width));
      const bottom = Math.max(...tiles.map(({ top, height }) => top + height));
      assert.ok(tiles[0].left <= ink.x * ratio && tiles[0].top <= ink.y * ratio, `${ratio}`);
      assert.ok(right >= (ink.x + ink.width) * ratio && bottom >= (ink.y + ink.height) * ratio, `${ratio}`);
      for (const length of tiles.flatMap(({ left, top, width, height }) => [left, top, width, height])) {
        assert.equal(length, Math.round(length));
        const units = length / ratio * 64;
        assert.ok(Math.abs(units - Math.round(units)) < 0.1, `${length} at ${ratio}`);
      }
    }
});

test("what is taller or wider than a canvas may be is cut, without gap or overlap", () => {
  const tiles = tilesOf({ x: 10, y: 20, width: 2500, height: 5000 }, 2);
  assert.ok(tiles.length > 4);
  let area = 0;
  for (const { width, height } of tiles) {
    assert.ok(width <= widest && height <= widest);
    area += width * height;
  }
  assert.equal(area, 5000 * 10000);
  const places = tiles.map(({ left, top }) => `${left} ${top}`);
  assert.equal(new Set(places).size, tiles.length);
});

test("a block that has moved keeps its canvases, one of another size does not", () => {
  const before = tilesOf({ x: 0, y: 100, width: 390, height: 90 }, 2);
  assert.ok(sameSizes(before, tilesOf({ x: 0, y: 400, width: 390, height: 90 }, 2)));
  assert.ok(!sameSizes(before, tilesOf({ x: 0, y: 100, width: 390, height: 91 }, 2)));
});

test("what is seen is drawn first, then what is near, and nothing else", () => {
  const blocks = new Blocks();
  blocks.follow(Array.from({ length: 30 }, (_, i) => node(i + 1)));
  const due = blocks.due({ top: 1000, bottom: 1300 }, { top: 700, bottom: 1600 }, 2, 2);
  assert.deepEqual(keysOf(due.filter(({ seen }) => seen)), [10, 11, 12]);
  assert.deepEqual(keysOf(due).slice(0, 3), [10, 11, 12]);
  assert.deepEqual(keysOf(due).slice(3), [7, 8, 9, 13, 14, 15]);
});

test("scrolling draws only what comes near", () => {
  const blocks = new Blocks();
  blocks.follow(Array.from({ length: 30 }, (_, i) => node(i + 1)));
  draw(blocks, keysOf(blocks.due({ top: 1000, bottom: 1300 }, { top: 700, bottom: 1600 }, 2, 2)), 2);
  assert.deepEqual(keysOf(blocks.due({ top: 1100, bottom: 1400 }, { top: 800, bottom: 1700 }, 2, 2)), [16]);
  const far = (/** @type {import("../../web/drawing/blocks.js").Range} */ near) =>
    blocks.far(near, { top: 1000, bottom: 1700 }).map(({ key }) => key);
  assert.deepEqual(far({ top: 1000, bottom: 1700 }), [7, 8, 9]);
  blocks.damage([12, 15]);
  assert.deepEqual(far({ top: 1200, bottom: 1300 }), [7, 8, 9, 15], "what is out of date and not drawn anew now is no use");
});

test("only what is damaged is drawn again", () => {
  const blocks = new Blocks();
  const range = { top: 0, bottom: 1000 };
  blocks.follow(Array.from({ length: 5 }, (_, i) => node(i + 1)));
  draw(blocks, [1, 2, 3, 4, 5], 2);
  assert.deepEqual(blocks.due(range, range, 2, 2), []);
  blocks.damage([3, 99]);
  assert.deepEqual(keysOf(blocks.due(range, range, 2, 2)), [3]);
});

test("a pinched page sharpens what is seen alone, and gives that back when it is let go", () => {
  const blocks = new Blocks();
  const all = { top: 0, bottom: 1000 };
  blocks.follow(Array.from({ length: 5 }, (_, i) => node(i + 1)));
  draw(blocks, [1, 2, 3, 4, 5], 2);
  const due = blocks.due({ top: 210, bottom: 290 }, all, 4, 2);
  assert.deepEqual(due.map(({ block: { key }, ratio }) => [key, ratio]), [[2, 4]]);
  draw(blocks, [2], 4);
  assert.deepEqual(keysOf(blocks.due(all, all, 2, 2)), [2]);
});

test("slides are near by where their strip has them", () => {
  const blocks = new Blocks();
  const all = { top: 0, bottom: 1000 };
  blocks.follow(Array.from({ length: 5 }, (_, i) => node(i + 1, { scroller: 0, x: i * 400, y: 0, width: 390 })));
  const scroller = { offset: -800, x: 0, y: 0, width: 400, height: 100 };
  blocks.scroll([scroller]);
  const due = blocks.due(all, all, 2, 2);
  assert.deepEqual(keysOf(due), [3, 2, 4]);
  assert.deepEqual(due.map(({ seen }) => seen), [true, false, false]);
});

test("flat blocks and those without ink have no canvas, and what is gone is told of", () => {
  const blocks = new Blocks();
  blocks.follow([node(1), node(2, { flat: true }), /** @type {any} */ ({ key: 3, block: null }), node(4)]);
  assert.deepEqual([...blocks].map(({ key }) => key), [1, 4]);
  assert.deepEqual(blocks.follow([node(4)]).map(({ key }) => key), [1]);
});
