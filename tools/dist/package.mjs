import * as fs from "node:fs/promises";
import { at, dist, schema } from "./paths.mjs";

/** Files of types, each of which holds by itself. @type {Record<string, string[]>} */
const types = {
  "article-viewer": ["element/types", "element/share", "element/article-document"],
  "article-viewer-prerender": ["prerender/types", "element/share", "element/article-document"],
};

export async function writeTypes() {
  for (const [name, sources] of Object.entries(types)) {
    const parts = await Promise.all(sources.map((source) => fs.readFile(at(`web/${source}.d.ts`), "utf8")));
    await fs.writeFile(at(`dist/${name}.d.ts`), parts.join("\n").replace(/^import .*\n\n?/gm, ""));
  }
  await fs.copyFile(at(schema), at("dist/article.schema.json"));
}

/** So that `article-viewer` and `article-viewer/prerender` are found where dist/ is put as a package. */
export async function writePackage() {
  const { name, version, license } = JSON.parse(await fs.readFile(at("package-lock.json"), "utf8")).packages[""];
  const entry = (/** @type {string} */ file) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });
  const exports = { ".": entry("article-viewer"), "./prerender": entry("article-viewer-prerender"), "./*": "./*" };
  await fs.writeFile(at("dist/package.json"), `${JSON.stringify({ name, version, license, type: "module", exports }, null, 2)}\n`);
  for (const notice of ["LICENSE", "NOTICE.md"]) await fs.copyFile(at(notice), at("dist", notice));
}
