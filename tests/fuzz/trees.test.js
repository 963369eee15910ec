// Seeds, past findings, samples, what is near them and what is random: laid out by WebAssembly their trees are those of native code.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { arbitraryDocuments } from "./support/arbitrary.js";
import { differingTrees } from "./support/both-trees.js";
import { mutated, randomOf } from "./support/mutate.js";
import { cutSamples, filesOf, readSamples, root, wordsOfDocuments } from "./support/seeds.js";

const folders = ["seeds/document", "findings/document", "findings/wasm"].map((folder) => path.join(root, "tests/fuzz", folder));
const documents = [...(await Promise.all(folders.map(filesOf))).flat(), ...(await cutSamples()).document];

test("of seeds, findings and samples both trees are told alike", async () => {
  assert.deepEqual(await differingTrees([...documents, ...await readSamples()]), []);
});

test("of documents of all kinds of blocks both trees are told alike", async () => {
  assert.deepEqual(await differingTrees(arbitraryDocuments(200, 20230312)), []);
});

test("of documents near them both trees are told alike", async () => {
  const [random, words] = [randomOf(20230312), await wordsOfDocuments()];
  const near = Array.from({ length: 200 }, () => mutated(documents[random(documents.length)], random, words, documents));
  assert.deepEqual(await differingTrees(near), []);
});

test("trees that differ are found", async () => {
  const found = await differingTrees(documents.slice(0, 3), async () => ["", "1 -1 0"]);
  assert.equal(found.length, 3);
});
