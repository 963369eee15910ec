import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The exposed tree of each sample, one file for all engines and both views.
 * `ACCEPT_TREES=1 ./dev test engines` writes what Chromium finds.
 */
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../trees");
const fileOf = (/** @type {string} */ sample) => path.join(folder, `${sample}.txt`);

/** @param {string} sample @returns {Promise<string[]>} */
export async function golden(sample) {
  return (await fs.readFile(fileOf(sample), "utf8")).trimEnd().split("\n");
}

/** @param {string} sample @param {string[]} found @param {boolean} mayAccept */
export async function assertGolden(sample, found, mayAccept) {
  if (process.env.ACCEPT_TREES && mayAccept) {
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(fileOf(sample), `${found.join("\n")}\n`);
  }
  assert.deepEqual(found, await golden(sample));
}

/** @returns {Promise<string[]>} samples that have one */
export async function goldens() {
  return (await fs.readdir(folder)).map((name) => name.replace(/\.txt$/, "")).sort();
}
