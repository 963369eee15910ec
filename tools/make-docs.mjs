// Writes what of docs/ is made: the references, the table of custom properties, and the index.
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { at } from "./dist/paths.mjs";
import { madeDocument } from "./docs/document.mjs";
import { madeElement } from "./docs/element.mjs";
import { withMade } from "./docs/markdown.mjs";
import { madeIndex } from "./docs/pages.mjs";

const read = (/** @type {string} */ file) => fs.readFile(at(file), "utf8");

/** @returns {Promise<Record<string, string>>} each made page by its path in the project */
export async function madeDocs() {
  const [{ page, custom }, document, index] = await Promise.all([madeElement(), madeDocument(), madeIndex()]);
  return {
    "docs/reference-element.md": page,
    "docs/reference-document.md": document,
    "docs/theming.md": withMade(await read("docs/theming.md"), "custom properties", custom),
    "docs/README.md": withMade(await read("docs/README.md"), "pages", index),
  };
}

if (path.resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(await madeDocs())) await fs.writeFile(at(file), text);
