import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { minify } from "terser";
import { packed } from "../pack-phrases.mjs";
import { at, cores, dist, root } from "./paths.mjs";
import { smallStyles, smallTable, target } from "./styles.mjs";

// web/element/article-viewer.js is the entry. Each module that it or another one imports dynamically becomes a
// file of its own with a fixed name: import("./widget.js") is article-viewer-widget.js. Each file is whole:
// what several of them share (tables, no state) is in each, so that no file has to wait for another one. What is large
// the element hands over (Host in web/widget/host.d.ts).
// web/core/core-code.js looks for article-viewer.wasm beside the file that it was joined into, so both lie in dist/.

/** Stands for the build's id, which names what all files hold, until they are all made. */
const placeholder = "@@build-id@@";

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

/**
 * Says to bundlers what is none of theirs: addresses that are known when it runs, and, for webpack, which warns of
 * files of that size, the core, of which there is a copy for them (web/core/recovery.js). Vite 8 passes over a file in
 * which nothing looks like such an address before comments are taken out: one in a comment does.
 * @param {string} code
 */
const forBundlers = (code) => (code.includes('"./article-viewer.wasm"') ? '/*new URL(".",import.meta.url)*/' : "") + code
  .replace(/\bimport\((?!["'])/g, "import(/* @vite-ignore *//* webpackIgnore: true */")
  .replace(/\bnew URL\((?!"\.\/article-viewer-)(?=[^()]*,import\.meta\.url\))/g, "new URL(/* webpackIgnore: true */");

/** @param {string} text @param {string} name @returns {Promise<string>} */
async function small(text, name) {
  const { code } = await minify(text, { module: true, ecma: 2020, compress });
  if (!code) throw new Error(`${name} would be empty`);
  return (compiledAhead[name] ?? "") + forBundlers(code);
}

/** The file that a module which is imported dynamically goes into, without its ending. @param {string} module */
const fileOf = (module) => `article-viewer-${module.includes("/words/") ? "words-" : ""}${path.basename(module, path.extname(module)).replace(":", "-")}`;

/** Nobody needs a language's words by name. @type {esbuild.Plugin} */
const words = {
  name: "words",
  setup: ({ onLoad }) => onLoad({ filter: /\/words\/[a-z]+\.json$/ }, async ({ path: from }) =>
    ({ contents: `export default ${await fs.readFile(from, "utf8")}` })),
};

/** Models of phrases, by names of no files. @type {esbuild.Plugin} */
const phrases = {
  name: "phrases",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^phrases:/ }, ({ path: module }) => ({ path: module.slice("phrases:".length), namespace: "phrases" }));
    onLoad({ filter: /./, namespace: "phrases" }, ({ path: module }) =>
      ({ contents: `export default ${JSON.stringify(packed(module))}` }));
  },
};

/** @type {esbuild.Plugin} */
const dynamicImports = {
  name: "dynamic imports",
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ kind, path: module }) =>
    module.startsWith("node:") ? { external: true }
      : kind === "dynamic-import" ? { path: `./${fileOf(module)}.js`, external: true } : undefined),
};

/**
 * The element's own file and what it, and what it loads, imports dynamically; what prerenders beside it.
 * @returns {Promise<Record<string, string>>} modules by the names of their files, without endings
 */
async function entryPoints() {
  const entry = "web/element/article-viewer.js";
  const inline = { name: "inline", setup: ({ onResolve }) => onResolve({ filter: /inline-core/ }, () => ({ external: true })) };
  const { metafile } = await bundle({ "article-viewer": entry }, { write: false, splitting: true, plugins: [inline, phrases] });
  /** @type {Record<string, string>} */
  const found = {};
  for (const { entryPoint } of Object.values(metafile.outputs)) if (entryPoint) found[entryPoint === entry ? "article-viewer" : fileOf(entryPoint)] = entryPoint;
  return { ...found, "article-viewer-prerender": "web/prerender/prerender.js" };
}

/** @returns {Promise<Map<string, string>>} code by the names of files */
async function joinModules() {
  const entries = Object.entries(await entryPoints());
  const isMain = (/** @type {string} */ name) => /^article-viewer(-prerender)?$/.test(name);
  const define = { ARTICLE_VIEWER_BUILD: JSON.stringify(placeholder) };
  const options = { write: false, define, plugins: [smallStyles, smallTable, words, dynamicImports, phrases] };
  // What is imported dynamically says its build: see web/core/files.js.
  const footer = { js: `export const build = "${placeholder}";` };
  const results = await Promise.all([
    bundle(Object.fromEntries(entries.filter(([name]) => isMain(name))), options),
    bundle(Object.fromEntries(entries.filter(([name]) => !isMain(name))), { ...options, footer }),
  ]);
  await fs.writeFile(at("build/web/dist-modules.json"), JSON.stringify(Object.assign({}, ...results.map(({ metafile }) => metafile.outputs)), null, 1));
  const files = results.flatMap(({ outputFiles }) => outputFiles ?? []);
  return new Map(await Promise.all(files.map(async ({ path: to, text }) => {
    const name = path.basename(to);
    return /** @type {[string, string]} */ ([name, await small(text, name)]);
  })));
}

/** A custom section, as the end of a WebAssembly module. @param {string} name @param {string} text both in ASCII, under 100 bytes */
function customSection(name, text) {
  const content = Buffer.concat([Buffer.from([name.length]), Buffer.from(name + text)]);
  return Buffer.concat([Buffer.from([0, content.length]), content]);
}

/** All modules and the cores, each with the id of the build. */
export async function writeCode() {
  const modules = await joinModules();
  const compiled = await Promise.all(cores.map((name) => fs.readFile(at("build/web", name))));
  const hash = createHash("sha256");
  for (const [name, code] of [...modules].sort()) hash.update(`${name}\n${code}\n`);
  for (const code of compiled) hash.update(code);
  const id = hash.digest("hex").slice(0, placeholder.length);
  const whole = compiled.map((code) => Buffer.concat([code, customSection("build", id)]));
  const inline = gzipSync(whole[0], { level: 9 }).toString("base64");
  modules.set("article-viewer-inline-core.js", `export const core="${inline}";export const build="${placeholder}";\n`);
  await Promise.all([
    ...[...modules].map(([name, code]) => fs.writeFile(path.join(dist, name), code.replaceAll(placeholder, id))),
    ...cores.map((name, i) => fs.writeFile(path.join(dist, name), whole[i])),
  ]);
}
