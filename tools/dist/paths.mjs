import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** A path below the project's root. @param {string[]} parts */
export const at = (...parts) => path.join(root, ...parts);
export const dist = at("dist");
export const schema = "src/document/article.schema.json";
/** The compiled cores that are delivered, which lie in build/web/. */
export const cores = ["article-viewer.wasm", "article-viewer-prerender.wasm"];
/** All that is compiled: what moves enlarged photos is in their module (web/enlarged/enlarged-core.js). */
export const compiled = [...cores, "article-viewer-enlarged.wasm"];

/** Files below a folder, paths from the project's root. @param {string} folder */
export async function filesIn(folder) {
  const entries = await fs.readdir(at(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
