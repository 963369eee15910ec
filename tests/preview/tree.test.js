// `--tree`: the semantic tree as JSON.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { run, samples, withScratch } from "./support/preview.js";

/** @param {any} document @param {...string} more */
function treeOf(document, ...more) {
  return withScratch(async (scratch) => {
    const file = path.join(scratch, "document.json");
    await fs.writeFile(file, JSON.stringify(document));
    const { code, stdout, stderr } = await run(file, "--tree", ...more);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout);
  });
}

/** All nodes in reading order. @param {any[]} nodes @returns {any[]} */
const flat = (nodes) => nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);

test("a tree holds roles, names, states, rectangles, lines, links and actions", async () => {
  const tree = await treeOf({
    version: 1, language: "en",
    article: { headline: "Morning harbour", url: "https://paper.example/1", body: [
      { type: "paragraph", text: ["The boats come ", { text: "home", url: "https://paper.example/home" }, " one after the other before the sun is over the quay."] }] },
    gallery: { photos: [{ src: "1.jpg", caption: "One" }, { src: "2.jpg", caption: "Two" }] },
    rankings: { tabs: [{ id: "day", label: "Day", items: [{ title: "First", url: "https://paper.example/a" }] }, { id: "week", label: "Week", items: [] }] },
  });
  assert.equal(tree.direction, "ltr");
  assert.deepEqual(tree.nodes.map((/** @type {any} */ node) => [node.role, node.name]),
    [["article", "Morning harbour"], ["carousel", "Photos"], ["group", "Most read"]]);
  const nodes = flat(tree.nodes);
  const heading = nodes.find((node) => node.role === "heading");
  assert.deepEqual([heading.level, heading.text, heading.ranges[0].url], [2, "Morning harbour", "https://paper.example/1"]);
  const paragraph = nodes.find((node) => node.role === "paragraph");
  assert.equal(paragraph.lines.map((/** @type {any} */ line) => line.text).join(""), paragraph.text);
  assert.ok(paragraph.lines.length >= 2);
  for (const { rect: [x, y, width, height], direction } of paragraph.lines) {
    const [left, top, room, high] = paragraph.rect;
    assert.ok(x >= left && x + width <= left + room + 0.1 && y >= top && y + height <= top + high + 0.1);
    assert.equal(direction, "ltr");
  }
  assert.deepEqual(paragraph.ranges, [{ role: "link", text: "home", url: "https://paper.example/home", kind: "text" }]);
  assert.deepEqual(nodes.filter((node) => node.role === "slide").map((node) => [node.name, node.hidden ?? false]),
    [["1 / 2", false], ["2 / 2", true]]);
  assert.deepEqual(nodes.filter((node) => node.role === "button").map((node) => [node.name, node.action, node.disabled ?? false]),
    [["Previous photo", "previous photo", true], ["Next photo", "next photo", false], ["Enlarge photo", "enlarge photo", false]]);
  assert.deepEqual(nodes.filter((node) => node.role === "tab").map((node) => [node.selected ?? false, node.action]),
    [[true, "select tab"], [false, "select tab"]]);
  assert.ok(nodes.some((node) => node.role === "link" && node.kind === "ranking" && node.url === "https://paper.example/a"));
});

test("times and counts are ICU's, URLs those of the standard", async () => {
  const tree = await treeOf({
    version: 1, language: "en",
    article: { headline: "Tide", published: "2023-03-12T09:56:00-11:00", tags: [
      { label: "host", url: "http:/Paper.example/a/../b" }, { label: "none", url: "http://%00/" }, { label: "beside", url: "b c.html" }] },
    comments: { total: 12345 },
  });
  const nodes = flat(tree.nodes);
  const texts = nodes.flatMap(({ text }) => text ?? []).join("\n");
  assert.match(texts, /Mar 12, 2023, 9:56\sAM/);
  assert.match(texts, /12,345 comments/);
  const urls = nodes.flatMap(({ url, ranges = [] }) => [url, ...ranges.map((/** @type {any} */ range) => range.url)]).filter(Boolean);
  assert.deepEqual(urls.map((url) => url.replace(/^file:.*\//, "file:…/")), ["http://paper.example/b", "file:…/b%20c.html"]);
});

for (const sample of samples) {
  test(`${sample}: every line of text lies in its node, and together they are its text`, async () => {
    const { code, stdout, stderr } = await run(sample, "--tree", "--width", "768");
    assert.equal(code, 0, stderr);
    const tree = JSON.parse(stdout);
    assert.equal(tree.direction, sample.includes("ar.json") ? "rtl" : "ltr");
    const nodes = flat(tree.nodes);
    let lines = 0;
    for (const node of nodes) {
      if (!node.lines) continue;
      lines += node.lines.length;
      assert.equal(node.lines.map((/** @type {any} */ line) => line.text).join(""), node.text);
    }
    assert.ok(lines > 80, `${lines} lines`);
  });
}

test("a document that can't be shown has no tree", async () => {
  const { code, stdout, stderr } = await run("no-such-file.json", "--tree");
  assert.equal(code, 1);
  assert.equal(stdout, "");
  assert.match(stderr, /no-such-file\.json/);
});
