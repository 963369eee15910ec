// fuzz.mjs [TARGET…] [--minutes N]: builds the targets of tests/fuzz/ and runs them, one after the other; all without a name.
// What an input reaches that none did stays in build/fuzz/corpus/TARGET; what fails is written to build/fuzz/findings/TARGET.
import { spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { cutSamples, dictionary, filesOf, readSamples, root, wordsOfDocuments } from "../tests/fuzz/support/seeds.js";
import { mutated, randomOf } from "../tests/fuzz/support/mutate.js";

/** Each target and the bytes of an input, at most: what is short is run often. @type {Record<string, number>} */
const targets = { document: 4096, lines: 400, time: 64, url: 256, viewer: 400, wasm: 0 };

const folder = (/** @type {string[]} */ ...names) => path.join(root, "build/fuzz", ...names);

/** @param {string} program @param {string[]} args @returns {Promise<number>} exit code */
const run = (program, args) => new Promise((resolve) => {
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  child.on("error", () => resolve(127));
  child.on("close", (code) => resolve(code ?? 128));
});

/** Writes what fuzzing begins with. */
async function writeSeeds() {
  for (const [target, inputs] of Object.entries(await cutSamples())) {
    await fs.mkdir(folder("seeds", target), { recursive: true });
    await Promise.all(inputs.map((input, i) => fs.writeFile(folder("seeds", target, `${i}`), input)));
  }
  await fs.writeFile(folder("document.dict"), await dictionary());
}

/** By libFuzzer. @param {string} target @param {number} seconds */
async function fuzz(target, seconds) {
  const own = ["seeds", "findings"].map((name) => path.join(root, "tests/fuzz", name, target));
  const inputs = [];
  for (const one of [folder("corpus", target), folder("seeds", target), ...own])
    if (await fs.stat(one).catch(() => null)) inputs.push(one);
  return run(folder(`article_fuzz_${target}`), [...inputs, `-artifact_prefix=${folder("findings", target)}/`,
    `-max_total_time=${seconds}`, `-max_len=${targets[target]}`, "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-entropic=0",
    ...(target === "document" ? [`-dict=${folder("document.dict")}`] : [])]);
}

/** WebAssembly beside native code: documents of the corpus, others of all kinds of blocks, and such near them. @param {number} seconds */
async function compareWasm(seconds) {
  const { differing } = await import("../tests/fuzz/support/both.js");
  const { differingTrees } = await import("../tests/fuzz/support/both-trees.js");
  const { arbitraryDocuments } = await import("../tests/fuzz/support/arbitrary.js");
  const words = await wordsOfDocuments();
  const known = [...await filesOf(folder("corpus/document")), ...await readSamples(), ...(await cutSamples()).document];
  const seed = Date.now();
  const random = randomOf(seed);
  const end = performance.now() + seconds * 1000;
  let count = 0;
  for (let batch = known.splice(0, 200), all = [...batch, ...known]; performance.now() < end; count += batch.length) {
    if (count > 0) batch = known.length ? known.splice(0, 200) : [...arbitraryDocuments(100, seed + count),
      ...Array.from({ length: 100 }, () => mutated(all[random(all.length)], random, words, all))];
    const found = [...await differing(batch), ...await differingTrees(batch)];
    for (const { document, native, wasm } of found) {
      const file = folder("findings/wasm", `differs-${seed}-${count}.json`);
      await fs.writeFile(file, document);
      console.log(`wasm: differs\n native: ${JSON.stringify(native).slice(0, 2000)}\n wasm:   ${JSON.stringify(wasm).slice(0, 2000)}`);
    }
    if (found.length) return 1;
  }
  console.log(`wasm: ${count} documents, seed ${seed}`);
  return 0;
}

const args = process.argv.slice(2);
const at = args.indexOf("--minutes");
const minutes = at < 0 ? 1 : Number(args.splice(at, 2)[1]);
const asked = args.length ? args : Object.keys(targets);
const unknown = asked.filter((name) => !Object.hasOwn(targets, name));
if (unknown.length || !(minutes > 0)) {
  console.error(`fuzz: ${unknown.length ? `no target "${unknown.join('", "')}"; there are ${Object.keys(targets).join(", ")}` : "--minutes needs a number above 0"}`);
  process.exit(2);
}
const needs = [...(asked.some((name) => name !== "wasm") ? ["fuzz"] : []), ...(asked.includes("wasm") ? ["native", "test", "web"] : [])];
if (await run(path.join(root, "dev"), ["prepare", ...needs])) process.exit(1);
for (const target of asked) for (const name of ["corpus", "findings"]) await fs.mkdir(folder(name, target), { recursive: true });
await writeSeeds();
let failed = 0;
for (const target of asked) {
  console.log(`\n=== ${target}, ${minutes} min`);
  const seconds = Math.ceil(minutes * 60);
  if (await (target === "wasm" ? compareWasm(seconds) : fuzz(target, seconds)) === 0) continue;
  failed++;
  console.log(`${target}: what fails is in build/fuzz/findings/${target}/; again: ${target === "wasm" ? "put it into tests/fuzz/findings/wasm/, then ./dev test fuzz"
    : `build/fuzz/article_fuzz_${target} FILE; smaller: the same with -minimize_crash=1 -max_total_time=60`}`);
}
process.exit(failed ? 1 : 0);
