import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Documents as files, for a program that reads them, gone behind it.
 * @template T @param {(string | Uint8Array)[]} documents @param {(files: string[]) => T} use @returns {Promise<T>}
 */
export async function withFiles(documents, use) {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "article-viewer-fuzz-"));
  try {
    const files = documents.map((_, i) => path.join(folder, `${i}.json`));
    await Promise.all(files.map((file, i) => fs.writeFile(file, documents[i])));
    return use(files);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
