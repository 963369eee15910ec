// Which nodes of an article are which, after it was loaded again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { matchTrees } from "../../web/core/match-trees.js";
import { Change, Role } from "../../web/core/semantic-tree.js";

/** @typedef {import("../../web/core/semantic-tree.js").SemanticNode} SemanticNode */

let keys = 0;

/**
 * A tree of an article with these paragraphs, and a list with these items.
 * @param {string[]} paragraphs @param {string[]} [items] @param {Partial<SemanticNode>} [more] of each paragraph
 */
function tree(paragraphs, items = [], more = {}) {
  /** @type {SemanticNode[]} */
  const nodes = [];
  const add = (/** @type {number} */ parent, /** @type {number} */ role, /** @type {any} */ fields) => {
    keys += 1;
    nodes.push({ index: nodes.length, key: keys, parent, changes: 3, role, text: "", name: "", url: "", ranges: [], x: 0, y: nodes.length * 100, width: 300, height: 80,
      block: role === Role.Paragraph ? { flat: false, scroller: -1, x: 0, y: nodes.length * 100, width: 300, height: 80 } : null, ...fields });
    return nodes.length - 1;
  };
  const article = add(-1, Role.Article, { name: paragraphs[0] });
  for (const text of paragraphs) add(article, Role.Paragraph, { text, ...more });
  const list = add(-1, Role.List, {});
  for (const text of items) add(list, Role.ListItem, { text });
  return nodes;
}

/** What each node was, by their texts. @param {SemanticNode[]} before @param {SemanticNode[]} after */
function pairsOf(before, after) {
  for (const node of before) node.changes = 0;  // all of it is written
  const { pairs, drawn } = matchTrees(before, after);
  const texts = after.filter(({ text }) => text).map((node) => [node.text, pairs.get(node)?.text, drawn.has(node.key)]);
  return { texts, pairs };
}

test("what is the same is paired, and has not changed", () => {
  const after = tree(["a", "b", "c"], ["x", "y"]);
  const { texts, pairs } = pairsOf(tree(["a", "b", "c"], ["x", "y"]), after);
  assert.deepEqual(texts, [["a", "a", true], ["b", "b", true], ["c", "c", true], ["x", "x", false], ["y", "y", false]]);
  assert.equal(pairs.size, after.length);
  assert.deepEqual(after.map(({ changes }) => changes), after.map(() => 0));
});

test("what was put before others is new, and they have moved", () => {
  const after = tree(["new", "a", "b"]);
  const { texts } = pairsOf(tree(["a", "b"]), after);
  assert.deepEqual(texts, [["new", undefined, false], ["a", "a", true], ["b", "b", true]]);
  assert.deepEqual(after.filter(({ text }) => text).map(({ changes }) => changes), [3, Change.Geometry, Change.Geometry]);
});

test("what was rewritten is what stood in its place", () => {
  const { texts } = pairsOf(tree(["a", "b", "c"]), tree(["a", "other", "c"]));
  assert.deepEqual(texts, [["a", "a", true], ["other", "b", false], ["c", "c", true]]);
});

test("what has another order is itself, and what is there twice is in order", () => {
  const { texts } = pairsOf(tree(["p"], ["x", "y", "z", "y"]), tree(["p"], ["y", "z", "y", "x", "x"]));
  assert.deepEqual(texts.slice(1).map(([text, was]) => [text, was]), [["y", "y"], ["z", "z"], ["y", "y"], ["x", "x"], ["x", undefined]]);
});

test("an item is itself by its link and longest text, whatever its numbers are", () => {
  const list = (/** @type {[string, string][]} */ ...items) => {
    const nodes = tree(["p"]);
    const { index } = nodes[nodes.length - 1];
    for (const [text, views] of items) {
      const item = nodes.length;
      for (const [parent, role, said] of /** @type {[number, number, string][]} */ ([[index, Role.ListItem, ""], [item, Role.Link, text], [item, Role.Text, views]])) {
        keys += 1;
        nodes.push({ ...nodes[0], index: nodes.length, key: keys, parent, role, text: said, name: "" });
      }
    }
    return nodes;
  };
  const { texts } = pairsOf(list(["first title", "10"], ["second title", "9"], ["third", "8"]), list(["second title", "30"], ["new one", "20"], ["first title", "11"]));
  assert.deepEqual(texts.slice(1).map(([text, was]) => [text, was]),
    [["second title", "second title"], ["30", "9"], ["new one", undefined], ["20", undefined], ["first title", "first title"], ["11", "10"]]);
});

test("of another kind it is another thing, and a drawing of another size is drawn anew", () => {
  assert.deepEqual(pairsOf(tree(["a"]), tree(["a"], [], { look: "quote" })).texts, [["a", undefined, false]]);
  assert.deepEqual(pairsOf(tree(["a"]), tree(["a"], [], { width: 200 })).texts, [["a", "a", false]]);
  assert.deepEqual(pairsOf(tree(["a"]), tree(["a"], [], { tone: 5 })).texts, [["a", "a", false]]);
});

test("what of the one before was not written yet is to be written still", () => {
  const [before, after] = [tree(["a", "b"]), tree(["a", "b"])];
  before.forEach((node, i) => { node.changes = i === 1 ? Change.Geometry : 0; });
  matchTrees(before, after);
  assert.deepEqual(after.map(({ changes }) => changes), [0, Change.Geometry, 0, 0]);
});

test("of twice as many nodes, none of which is what was there, each is looked at as often", () => {
  const reads = (/** @type {number} */ count) => {
    let times = 0;
    const counted = (/** @type {string} */ look) => tree(Array.from({ length: count }, (_, i) => `${look} ${i}`), [], { look }).map((node) =>
      new Proxy(node, { get: (one, name) => {
        times += 1;
        return Reflect.get(one, name);
      } }));
    matchTrees(counted("body"), counted("quote"));
    return times;
  };
  const once = reads(500);
  assert.ok(reads(1000) < 2.1 * once, `${reads(1000)} reads, of half as many ${once}`);
});

test("a thousand paragraphs, the second half of them new, are paired in a moment", () => {
  const many = Array.from({ length: 1000 }, (_, i) => `paragraph ${i}`);
  const { texts } = pairsOf(tree(many), tree([...many.slice(0, 500), ...many.slice(0, 500).map((text) => `${text}!`), "end"]));
  assert.equal(texts.filter(([text, was]) => text === was).length, 500);
  assert.deepEqual(texts.at(-1), ["end", undefined, false]);
});
