import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { minify } from "terser";
import { at, cores, dist, filesIn, root } from "./paths.mjs";
import { smallStyles, target } from "./styles.mjs";

// web/element/article-viewer.js is the entry. Each module that it or another one imports dynamically becomes a
// file of its own with a fixed name: import("./widget.js") is article-viewer-widget.js. Each file is whole:
// what several of them share (tables, no state) is in each, so that no file has to wait for another one. What is large
// the element hands over (Host in web/widget/widget.js).
// web/core/core-code.js looks for article-viewer.wasm beside the file that it was joined into, so both lie in dist/.

/** Names what all files were made from: the same for the same sources, wherever they are. */
async function buildId() {
  const hash = createHash("sha256");
  for (const input of [...await filesIn("web"), ...await filesIn("assets/languages"), ...await filesIn("assets/themes"), "build/web/article-viewer.wasm"]) hash.update(`${input}\n`).update(await fs.readFile(at(input)));
  return hash.digest("hex").slice(0, 12);
}

/** @param {Record<string, string>} entryPoints @param {Partial<esbuild.BuildOptions>} more */
function bundle(entryPoints, more) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    minify: true,
    format: "esm",
    target,
    loader: { ".css": "text", ".wasm": "base64" },
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    ...more,
  });
}

/**
 * Before what runs in the first moments: Chromium (136 and later) then compiles its functions while the file comes,
 * not each when it is first called. Not before the element's own file: prerendered content needs little of it, and is
 * painted later where all of it is compiled.
 * @type {Record<string, string>}
 */
const compiledAhead = Object.fromEntries(["article-viewer-widget.js", "article-viewer-plain-widget.js"]
  .map((file) => [file, "//# allFunctionsCalledOnLoad\n"]));

/**
 * What a second look makes of esbuild's code: 1.4 KB brotli less in what is fetched first. Statements that stay as
 * they are written are longer, and alike: 0.1 KB of that. `unsafe` takes what is built in for what it is, and adds
 * strings where a template or `String` is written: no value here is a symbol, or an object with a value of its own.
 * @type {import("terser").CompressOptions}
 */
const compress = { passes: 3, unsafe_arrows: true, sequences: false, inline: 0, collapse_vars: false, booleans: false, unsafe: true };

/** @param {esbuild.OutputFile} file */
async function writeSmall({ path: to, text }) {
  const { code } = await minify(text, { module: true, ecma: 2020, compress });
  if (!code) throw new Error(`${to} would be empty`);
  await fs.writeFile(to, (compiledAhead[path.basename(to)] ?? "") + code);
}

/** The file that a module which is imported dynamically goes into. @param {string} module */
const fileOf = (module) => `article-viewer-${path.basename(module, ".js")}`;

/** @type {esbuild.Plugin} */
const dynamicImports = {
  name: "dynamic imports",
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ kind, path: module }) =>
    module.startsWith("node:") ? { external: true }
      : kind === "dynamic-import" ? { path: `./${fileOf(module)}.js`, external: true } : undefined),
};

export async function joinModules() {
  const entry = { "article-viewer": "web/element/article-viewer.js" };
  const { metafile } = await bundle(entry, { write: false, splitting: true });
  /** @type {Record<string, string>} */
  const entries = { ...entry };
  for (const { entryPoint } of Object.values(metafile.outputs)) {
    if (!entryPoint || entryPoint === entry["article-viewer"]) continue;
    entries[fileOf(entryPoint)] = entryPoint;
  }
  entries["article-viewer-prerender"] = "web/prerender/prerender.js";
  const define = { ARTICLE_VIEWER_BUILD: JSON.stringify(await buildId()) };
  const result = await bundle(entries, { write: false, define, plugins: [smallStyles, dynamicImports] });
  await Promise.all(result.outputFiles.map(writeSmall));
  await fs.writeFile(at("build/web/dist-modules.json"), JSON.stringify(result.metafile.outputs, null, 1));
  for (const name of cores) await fs.copyFile(at("build/web", name), path.join(dist, name));
}
