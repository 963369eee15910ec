import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";

export const integrityFile = "integrity.json";

/** As a page's `integrity` has it. @param {Uint8Array} bytes */
export const integrityOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Files of a folder that are delivered, sorted: the demonstration and the second layout are not. @param {string} folder */
export async function deliveredIn(folder) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"))
    .filter((file) => !/^(demo\/|hashed\/|index\.html$)/.test(file))
    .sort();
}

/** Writes the integrity of each delivered file: after all of them. @param {string} folder */
export async function writeIntegrity(folder) {
  const files = (await deliveredIn(folder)).filter((file) => file !== integrityFile && !/\.(br|gz)$/.test(file));
  const values = await Promise.all(files.map(async (file) => [file, integrityOf(await fs.readFile(path.join(folder, file)))]));
  await fs.writeFile(path.join(folder, integrityFile), `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`);
}
