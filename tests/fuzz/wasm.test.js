// Seeds, past findings and what is near them: WebAssembly makes the same of them as native code.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { differing } from "./support/both.js";
import { mutated, randomOf } from "./support/mutate.js";
import { cutSamples, filesOf, root, wordsOfDocuments } from "./support/seeds.js";

const folders = ["seeds/document", "findings/document", "findings/wasm"].map((folder) => path.join(root, "tests/fuzz", folder));
const documents = [...(await Promise.all(folders.map(filesOf))).flat(), ...(await cutSamples()).document];

test("of seeds and findings both make the same", async () => {
  assert.deepEqual(await differing(documents), []);
});

test("of documents near them both make the same", async () => {
  const [random, words] = [randomOf(20230312), await wordsOfDocuments()];
  const near = Array.from({ length: 600 }, () => mutated(documents[random(documents.length)], random, words, documents));
  assert.deepEqual(await differing(near), []);
});

test("what both make otherwise is found", async () => {
  assert.equal((await differing(documents.slice(0, 3), async () => ({ html: "" }))).length, 3);
});
