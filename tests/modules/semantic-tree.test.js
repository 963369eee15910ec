import assert from "node:assert/strict";
import { test } from "node:test";
import { Change, colourOf, readLines, readSemantics, Role } from "../../web/core/semantic-tree.js";
import { Reply } from "../../web/core/word-reader.js";

/** A reply as the core lays it out: words, and strings in one pool behind them. */
class Writer {
  #memory = new ArrayBuffer(65536);
  #words = new Uint32Array(this.#memory);
  #floats = new Float32Array(this.#memory);
  #at = 2;
  #pool = "";

  /** @param {...number} values */
  numbers(...values) {
    for (const value of values) this.#words[this.#at++] = value >>> 0;
    return this;
  }
  /** @param {...number} values */
  reals(...values) {
    for (const value of values) this.#floats[this.#at++] = value;
    return this;
  }
  /** @param {...string} texts */
  strings(...texts) {
    for (const text of texts) {
      this.numbers(this.#pool.length, text.length);
      this.#pool += text;
    }
    return this;
  }
  reply() {
    const bytes = new TextEncoder().encode(this.#pool);
    const address = 40000;
    new Uint8Array(this.#memory, address, bytes.length).set(bytes);
    this.#words.set([address, bytes.length]);
    return new Reply(this.#memory, 0, this.#at);
  }
}

/** @param {Writer} writer @param {string} text @param {number} role */
const meaning = (writer, text, role) => writer.numbers(role, 0, 1 | 64 | 6 << 8 | 2 << 16 | 5 << 24, 2, 0, -1, 10, -1)
  .strings(text, "name", "", "zh", "").reals(17, 30).numbers(1 | 4, 7, 1)
  .numbers(0, 2, Role.Link, 3).strings("/url", "", "").numbers(8, 1 | 12 << 1);
/** @param {Writer} writer @param {number} y */
const geometry = (writer, y) => writer.numbers(-1).reals(1, y, 300, 30).numbers(1, 0).reals(0, y - 1, 302, 32);

test("strings are cut from one pool, whatever scripts they are in", () => {
  const reply = new Writer().strings("海边", "", "a", "👍🏽é", "终").reply();
  assert.deepEqual(Array.from({ length: 5 }, () => reply.string()), ["海边", "", "a", "👍🏽é", "终"]);
});

test("a byte order mark that a text begins with is part of it", () => {
  const reply = new Writer().strings("\uFEFFa", "b").reply();
  assert.deepEqual([reply.string(), reply.string()], ["\uFEFFa", "b"]);
});

test("a node is read with all that it means and where it stands", () => {
  const writer = new Writer().numbers(1, 7, -1, Change.Meaning | Change.Geometry);
  const [node] = readSemantics(geometry(meaning(writer, "海边的", Role.Paragraph), 100).reply(), []);
  assert.deepEqual([node.key, node.parent, node.role, node.hidden, node.round, node.look, node.fill, node.icon, node.kind],
    [7, -1, Role.Paragraph, true, true, "body", 2, 5, "text"]);
  assert.deepEqual([node.text, node.fontSize, node.bold, node.plainLinks], ["海边的", 17, true, true]);
  assert.deepEqual(node.ranges, [{ begin: 0, end: 2, role: Role.Link, kind: "source", url: "/url", language: "", datetime: "", tone: 8, upright: true, roomEm: 12 }]);
  assert.deepEqual(node.block, { flat: false, scroller: 0, x: 0, y: 99, width: 302, height: 32 });
});

test("the lines of texts are read one text after the other", () => {
  const reply = new Writer().numbers(1, 0).reals(5, 290, 100).numbers(1, 3).reals(290, 280, 8).numbers(1 | 8, 3).numbers(0)
    .numbers(1, 2).reals(0, 40, 7).numbers(0, 4).reply();
  assert.deepEqual([readLines(reply), readLines(reply), readLines(reply)], [
    [{ begin: 0, end: 3, x: 5, width: 290, top: 100,
      stretches: [{ end: 3, width: 290, natural: 280, lead: 8, byLetter: true, rtl: false,
        leftmost: false, rightmost: true, hyphen: false }] }],
    [], [{ begin: 2, end: 4, x: 0, width: 40, top: 7, stretches: [] }]]);
});

test("what did not change is kept, and what is gone is forgotten", () => {
  const all = Change.Meaning | Change.Geometry;
  const writer = new Writer().numbers(2, 1, -1, all);
  geometry(meaning(writer, "一", Role.Paragraph), 10).numbers(2, -1, all);
  const before = readSemantics(geometry(meaning(writer, "二", Role.Heading), 50).reply(), []);
  before[0].changes = 0;  // written
  const moved = new Writer().numbers(1, 1, -1, Change.Geometry);
  const now = readSemantics(geometry(moved, 90).reply(), before);
  const [again] = now;
  assert.equal(again, before[0], "the same object");
  assert.deepEqual([again.text, again.y, again.changes], ["一", 90, Change.Geometry]);
  assert.deepEqual([before.length, now.length], [2, 1]);
  const [pending] = readSemantics(meaning(new Writer().numbers(1, 1, -1, Change.Meaning), "三", Role.Paragraph).reply(), now);
  assert.deepEqual([pending.text, pending.y, pending.changes], ["三", 90, all], "what is not written yet adds up");
});

test("only a colour of its own is written", () => {
  assert.deepEqual([0, 3, 4, 7].map(colourOf), ["", "", "var(--av-secondary)", "var(--av-accent)"]);
});
