import * as fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { deliveredIn } from "./integrity.mjs";

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** What a server sends as it is. Types and what is said of the package are for people and tools. */
const isServed = (/** @type {string} */ file) => /^article-viewer[^/]*\.(js|css|wasm)$/.test(file);

/**
 * Writes `.br` and `.gz` beside each file of a folder that browsers fetch, for servers that send such files.
 * @param {string} folder
 */
export async function writeCompressed(folder) {
  await Promise.all((await deliveredIn(folder)).filter(isServed).map(async (file) => {
    const bytes = await fs.readFile(path.join(folder, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await Promise.all([
      brotli(bytes, { params }).then((small) => fs.writeFile(path.join(folder, `${file}.br`), small)),
      gzipped(bytes, { level: 9 }).then((small) => fs.writeFile(path.join(folder, `${file}.gz`), small)),
    ]);
  }));
}
