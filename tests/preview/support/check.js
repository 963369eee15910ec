// `./dev check` over many documents: what the core finds in each.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./preview.js";

/** ARTICLE_CHECK names another build's program, such as one with sanitizers. */
export const program = process.env.ARTICLE_CHECK ?? path.join(root, "build/native/article_check");
/** Files that one command is given. */
const together = 500;

/** @typedef {{severity: string, pointer: string, message: string}} Problem */

/**
 * @param {(string | Buffer)[]} documents
 * @returns {Promise<Problem[][]>} of each, its problems by the core
 */
export async function checked(documents) {
  const folder = await mkdtemp(path.join(tmpdir(), "checked-"));
  try {
    const files = documents.map((_, i) => path.join(folder, `${i}.json`));
    await Promise.all(documents.map((document, i) => writeFile(files[i], document)));
    /** @type {Problem[][]} */
    const found = documents.map(() => []);
    for (let i = 0; i < files.length; i += together) {
      const { status, stdout, stderr } = spawnSync(program, files.slice(i, i + together), { encoding: "utf8", maxBuffer: 2 ** 28 });
      assert.ok(status === 0 || status === 1, `it ended with ${status}: ${stderr}`);
      for (const line of `${stdout}${stderr}`.split("\n")) {
        const [, file, pointer = "", severity, message] = /(\d+)\.json: (?:(\/\S*|): )?(error|warning): (.*)/.exec(line) ?? [];
        if (file) found[Number(file)].push({ severity, pointer, message });
      }
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}
