// Puts together dist/, what a site deploys, from web/, build/web/ and assets/. Does nothing where none of
// those changed.
//
// web/element/article-viewer.js is the entry. Each module that it or another one imports dynamically becomes a
// file of its own with a fixed name: import("./widget.js") is article-viewer-widget.js. Each file is whole:
// what several of them share (tables, no state) is in each, so that no file has to wait for another one. What is large
// the element hands over (Host in web/widget/widget.js).
// web/core/core-code.js looks for article-viewer.wasm beside the file that it was joined into, so both lie in dist/.
import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

/** The drawing asks for more (Chromium 111), the plain view does not. */
const target = ["chrome99", "safari16.4", "firefox115"];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => path.join(root, ...parts);
const dist = at("dist");
const schema = "src/document/article.schema.json";
const stamp = at("build/web/dist-made-from");

/** Files below a folder, paths from the project's root. @param {string} folder */
async function filesIn(folder) {
  const entries = await fs.readdir(at(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

async function fingerprint() {
  const hash = createHash("sha256");
  const inputs = ["shell.html", "package-lock.json", "NOTICE.md", "LICENSE", schema,
    "build/web/article-viewer.wasm", "build/web/article-viewer-enlarged.wasm", "build/web/article-viewer-prerender.wasm",
    ...(await filesIn("web")), ...(await filesIn("tools")), ...(await filesIn("assets"))];
  for (const input of inputs) {
    const found = await fs.stat(at(input)).catch(() => null);
    hash.update(`${input} ${found?.size} ${found?.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** Names what all files were made from: the same for the same sources, wherever they are. */
async function buildId() {
  const hash = createHash("sha256");
  for (const input of [...await filesIn("web"), ...await filesIn("assets/languages"), ...await filesIn("assets/themes"), "build/web/article-viewer.wasm"]) hash.update(`${input}\n`).update(await fs.readFile(at(input)));
  return hash.digest("hex").slice(0, 12);
}

const [palettes, roles] = await Promise.all(["palettes", "roles"].map(async (name) =>
  JSON.parse(await fs.readFile(at(`assets/themes/${name}.json`), "utf8"))));

/** A style sheet with the colours that it names as `dark(link)`. @param {string} css */
const colored = (css) => css.replace(/\b(light|dark)\(([a-z]+)\)/g, (whole, theme, name) => {
  const color = palettes[theme][roles.indexOf(name)];
  if (!color) throw new Error(`there is no ${whole}`);
  return color.replace("0x", "#");
});

/**
 * Style sheets are strings, which nothing else makes small: 0.7 KB brotli.
 * @type {esbuild.Plugin}
 */
const smallStyles = {
  name: "small-styles",
  setup({ onLoad }) {
    onLoad({ filter: /(-styles|status-view)\.js$/ }, async ({ path: from }) => {
      const parts = colored(await fs.readFile(from, "utf8")).split(/(?<=`\n)([^`$]*\{[^`$]*\})(?=\n`)/);
      const contents = await Promise.all(parts.map(async (part, i) =>
        i % 2 ? (await esbuild.transform(part, { loader: "css", minify: true, target, charset: "utf8" })).code : part));
      return { contents: contents.join("") };
    });
  },
};

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

async function joinModules() {
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
  for (const name of ["article-viewer.wasm", "article-viewer-prerender.wasm"])
    await fs.copyFile(at("build/web", name), at("dist", name));
}

/** A page fetches those of its language. */
async function writeWords() {
  for (const file of await filesIn("assets/languages/words"))
    await fs.writeFile(at(`dist/article-viewer-words-${path.basename(file)}`), JSON.stringify(JSON.parse(await fs.readFile(at(file), "utf8"))));
}

/** Files of types, each of which holds by itself. @type {Record<string, string[]>} */
const types = {
  "article-viewer": ["element/types", "element/share", "element/article-document"],
  "article-viewer-prerender": ["prerender/types", "element/share", "element/article-document"],
};

async function writeTypes() {
  for (const [name, sources] of Object.entries(types)) {
    const parts = await Promise.all(sources.map((source) => fs.readFile(at(`web/${source}.d.ts`), "utf8")));
    await fs.writeFile(at(`dist/${name}.d.ts`), parts.join("\n").replace(/^import .*\n\n?/gm, ""));
  }
  await fs.copyFile(at(schema), at("dist/article.schema.json"));
}

/** So that `article-viewer` and `article-viewer/prerender` are found where dist/ is put as a package. */
async function writePackage() {
  const { name, version, license } = JSON.parse(await fs.readFile(at("package-lock.json"), "utf8")).packages[""];
  const entry = (/** @type {string} */ file) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });
  const exports = { ".": entry("article-viewer"), "./prerender": entry("article-viewer-prerender"), "./*": "./*" };
  await fs.writeFile(at("dist/package.json"), `${JSON.stringify({ name, version, license, type: "module", exports }, null, 2)}\n`);
}

/** The style sheet of prerendered content, which a page links. */
async function writePrerenderedStyles() {
  const { prerendered } = await import("../web/layer/prerendered-styles.js");
  const { code } = await esbuild.transform(colored(prerendered), { loader: "css", minify: true, target, charset: "utf8" });
  await fs.writeFile(at("dist/article-viewer-prerendered.css"), code);
}

async function copyDemo() {
  await fs.copyFile(at("shell.html"), at("dist/index.html"));
  for (const folder of ["assets", "web/demo"])
    await fs.cp(at(folder), at("dist/demo"), { recursive: true, force: true, filter: (from) => ![at("assets/languages"), at("assets/themes")].includes(from) }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  for (const notice of ["LICENSE", "NOTICE.md"]) await fs.copyFile(at(notice), at("dist", notice));
}

const made = await fingerprint();
const before = await fs.readFile(stamp, "utf8").catch(() => "");
if (before === made && (await fs.stat(at("dist/index.html")).catch(() => null))) process.exit(0);

console.error("dist: joining modules, types and the demo");
await fs.rm(dist, { recursive: true, force: true });
await fs.mkdir(dist, { recursive: true });
await Promise.all([joinModules(), writeWords(), writeTypes(), writePackage(), writePrerenderedStyles(), copyDemo()]);
await fs.writeFile(stamp, made);
