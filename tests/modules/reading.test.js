// Where a quarter, a half and all of a body end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Role } from "../../web/core/semantic-tree.js";
import { marksOf } from "../../web/widget/reading.js";

/** @param {any[]} nodes role, look, text, parent */
const tree = (...nodes) => nodes.map(([role, look, text, parent], index) => ({ index, role, look, text, parent }));
const article = [Role.Article, "", "", -1];

/** @param {any} nodes */
const marks = (nodes) => marksOf(nodes).map(({ percent, block, share }) => [percent, block.index, Number(share.toFixed(2))]);

test("shares of the letters of the body alone", () => {
  const nodes = tree(article, [Role.Heading, "headline", "x".repeat(500), 0], [Role.Paragraph, "summary", "x".repeat(900), 0],
    ...["body", "body", "body", "body"].map((look) => [Role.Paragraph, look, "x".repeat(100), 0]),
    [Role.List, "tags", "", 0], [Role.ListItem, "tags", "x".repeat(100), 7]);
  assert.deepEqual(marks(nodes), [[25, 3, 1], [50, 4, 1], [75, 5, 1], [100, 6, 1]]);
});

test("within one paragraph by its height, and what is in a block counts as it", () => {
  assert.deepEqual(marks(tree(article, [Role.Paragraph, "body", "x".repeat(400), 0])), [[25, 1, 0.25], [50, 1, 0.5], [75, 1, 0.75], [100, 1, 1]]);
  const quote = tree(article, [Role.Quote, "", "", 0], [Role.Paragraph, "body", "x".repeat(300), 1], [Role.Figure, "", "", 0], [Role.Image, "", "", 3],
    [Role.Caption, "caption", "x".repeat(100), 3]);
  assert.deepEqual(marks(quote), [[25, 1, 0.5], [50, 1, 1], [75, 3, 0.5], [100, 3, 1]]);
});

test("without a body there are none", () => {
  assert.deepEqual(marks(tree(article, [Role.Heading, "headline", "x", 0])), []);
  assert.deepEqual(marks(tree([Role.Group, "", "", -1])), []);
});
