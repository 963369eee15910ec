import type { ArticleDocument } from "article-viewer";
import { renderArticle } from "article-viewer/prerender";
import { readFile } from "node:fs/promises";
import { cache } from "react";

/** A bundle does not lie beside the package's files, so its code is read where npm puts them. */
const compiled = readFile("node_modules/article-viewer/article-viewer-prerender.wasm").then((bytes) => WebAssembly.compile(new Uint8Array(bytes)));

/** The document, and what stands in the page without script: once for head and page. */
export const article = cache(async () => {
  const document: ArticleDocument = JSON.parse(await readFile("public/stars.json", "utf8"));
  // The page's address, which the document's own are relative to.
  const options = { base: process.env.SITE ?? "http://localhost:3000/", headingLevel: 1, code: await compiled };
  return { document, ...(await renderArticle(document, options)) };
});
