// size.mjs [DIST]: the bytes of each delivered file, raw and brotli 11, against tools/size-budget.json.
// Ends non-zero over budget or where a file is missing.
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { wasmOwners } from "./wasm-owners.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Kinds of files of which each page has those of one language at most. @type {Record<string, RegExp>} */
const byLanguage = { words: /^article-viewer-words-/, phrases: /^article-viewer-phrases-/ };

/** @param {Uint8Array} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** What a module imports statically, in minified code. @param {string} code */
function staticImports(code) {
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/(article-viewer[\w-]*\.js)["']/g);
  return [...found].map((match) => match[1]);
}

/**
 * What is `apart` in the budget no reader fetches: all code ("*") is without it. Of words ("words") and models of phrases
 * ("phrases") each page has those of one language at most: the largest file counts.
 * @param {string} dist
 * @returns files, groups of them with their budget, and what is wrong
 */
export async function measure(dist) {
  const budget = JSON.parse(await fs.readFile(path.join(root, "tools/size-budget.json"), "utf8"));
  const names = (await fs.readdir(dist).catch(() => []))
    .filter((name) => /^article-viewer.*\.(js|css|wasm)$/.test(name))
    .sort();
  /** @type {Map<string, {raw: number, brotli: number, imports: string[]}>} */
  const files = new Map();
  for (const name of names) {
    const bytes = await fs.readFile(path.join(dist, name));
    const imports = name.endsWith(".js") ? staticImports(bytes.toString()) : [];
    files.set(name, { raw: bytes.length, brotli: brotli(bytes), imports });
  }
  const faults = [];
  const groups = [];
  const apart = new Set(Object.values(budget).flatMap((group) => group.apart ? group.files : []));
  const readers = names.filter((name) => !apart.has(name) && !Object.values(byLanguage).some((kind) => kind.test(name)));
  const largest = (/** @type {RegExp} */ kind) => names.filter((name) => kind.test(name)).sort((a, b) => files.get(b).brotli - files.get(a).brotli).slice(0, 1);
  for (const [title, group] of Object.entries(budget)) {
    const members = new Set();
    // A file fetched brings what it imports.
    const bring = (name) => {
      if (members.has(name)) return;
      if (!files.has(name)) faults.push(`${title}: ${name} is missing`);
      else {
        members.add(name);
        files.get(name).imports.forEach(bring);
      }
    };
    const [first] = group.files;
    (first === "*" ? readers : byLanguage[first] ? largest(byLanguage[first]) : group.files).forEach(bring);
    const total = [...members].reduce((sum, name) => sum + files.get(name).brotli, 0);
    if (total > group.budget) faults.push(`${title}: ${total} bytes, ${total - group.budget} over budget`);
    if (total === 0) faults.push(`${title}: nothing to measure`);
    groups.push({ title, total, budget: group.budget, goal: group.goal, members: [...members] });
  }
  return { files, groups, faults };
}

async function report(dist) {
  const { files, groups, faults } = await measure(dist);
  const row = (name, ...numbers) =>
    console.log(name.padEnd(40) + numbers.map((number) => String(number).padStart(10)).join(""));
  row("file", "raw", "brotli 11");
  for (const [name, file] of files) row(name, file.raw, file.brotli);
  console.log();
  row("fetched", "brotli 11", "budget", "goal");
  for (const group of groups) row(group.title, group.total, group.budget, group.goal);

  const symbols = await fs.readFile(path.join(root, "build/web/article-viewer.wasm.symbols"), "utf8").catch(() => null);
  const wasm = await fs.readFile(path.join(dist, "article-viewer.wasm")).catch(() => null);
  if (symbols && wasm) {
    console.log();
    row("in article-viewer.wasm", "raw", "share");
    for (const { owner, bytes } of wasmOwners(wasm, symbols))
      row(owner, bytes, `${((100 * bytes) / wasm.length).toFixed(1)} %`);
    const script = [...files].filter(([name]) => name.endsWith(".js"));
    const sum = (key) => script.reduce((total, [, file]) => total + file[key], 0);
    console.log();
    row("JavaScript: raw, brotli 11", sum("raw"), sum("brotli"));
  }
  for (const fault of faults) console.error(`size: ${fault}`);
  return faults.length ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exit(await report(path.resolve(process.argv[2] ?? path.join(root, "dist"))));
