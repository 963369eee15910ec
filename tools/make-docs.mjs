// Writes what is made of docs/ (the references, the table of custom properties, the index) and of the element's types.
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { at } from "./dist/paths.mjs";
import { madeDocument } from "./docs/document.mjs";
import { madeElement } from "./docs/element.mjs";
import { withMade } from "./docs/markdown.mjs";
import { madeIndex } from "./docs/pages.mjs";
import { madeProperties } from "./docs/properties.mjs";

const read = (/** @type {string} */ file) => fs.readFile(at(file), "utf8");

const types = "web/element/types.d.ts";

/** The types that all else is made of. */
export async function madeTypes() {
  const [start, end] = ["  // made: custom properties\n", "\n  // /made"];
  const text = await read(types);
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  return `${text.slice(0, from)}${await madeProperties()}${text.slice(to)}`;
}

/** @returns {Promise<Record<string, string>>} each made page by its path in the project */
export async function madeDocs() {
  const [{ page, custom }, document, index] = await Promise.all([madeElement(), madeDocument(), madeIndex()]);
  return {
    [types]: await madeTypes(),
    "docs/reference-element.md": page,
    "docs/reference-document.md": document,
    "docs/theming.md": withMade(await read("docs/theming.md"), "custom properties", custom),
    "docs/README.md": withMade(await read("docs/README.md"), "pages", index),
  };
}

if (path.resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  await fs.writeFile(at(types), await madeTypes());
  for (const [file, text] of Object.entries(await madeDocs())) await fs.writeFile(at(file), text);
}
