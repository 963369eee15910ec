// dist/ as an npm package: what is in it, and what checkers of packages say of it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { validateCem } from "@wc-toolkit/cem-validator";
import { publint } from "publint";
import { deliveredIn, integrityOf } from "../../tools/dist/integrity.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const dist = path.join(root, "dist");
const run = promisify(execFile);
/** @param {string} file @param {string} [folder] */
const json = async (file, folder = dist) => JSON.parse(await fs.readFile(path.join(folder, file), "utf8"));

let scratch = "";
/** What `npm pack` makes: its path, and the names in it. */
const packed = { tarball: "", files: /** @type {string[]} */ ([]) };

/** @param {string} folder */
async function pack(folder) {
  const to = await fs.mkdtemp(path.join(scratch, "packed-"));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", to], { cwd: folder });
  const [{ filename, files }] = JSON.parse(stdout);
  return { tarball: path.join(to, filename), files: files.map((/** @type {{path: string}} */ file) => file.path).sort() };
}

before(async () => {
  scratch = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-package-"));
  Object.assign(packed, await pack(dist));
});
after(() => fs.rm(scratch, { recursive: true, force: true }));

/** A copy of the package with another package.json. @param {(own: any) => void} change */
async function changed(change) {
  const folder = await fs.mkdtemp(path.join(scratch, "changed-"));
  await fs.cp(dist, folder, { recursive: true, filter: (from) => from !== path.join(dist, "demo") });
  const own = await json("package.json");
  change(own);
  await fs.writeFile(path.join(folder, "package.json"), JSON.stringify(own));
  return folder;
}

/** An entry whose types are not found first, and one that is nowhere. @param {any} own */
const wrongly = (own) => {
  own.exports["./prerender"] = { default: "./article-viewer-prerender.js", types: "./article-viewer-prerender.d.ts" };
  own.exports["./vue"] = "./no.js";
};

test("all of dist/ is packed, but for the demonstration", async () => {
  const names = (await deliveredIn(dist)).sort();
  assert.deepEqual(packed.files, names);
  assert.deepEqual(names.filter((name) => /demo|index\.html/.test(name)), []);
  for (const name of ["article-viewer.js", "article-viewer.wasm", "article-viewer-prerender.wasm", "article-viewer-prerendered.css", "LICENSE"])
    assert.ok(names.includes(name), name);
});

test("publint has nothing to say, and says what is wrong", async () => {
  const messages = async (/** @type {string} */ pkgDir) => (await publint({ pkgDir, strict: true, level: "suggestion" })).messages;
  assert.deepEqual(await messages(dist), []);
  const codes = (await messages(await changed(wrongly))).map(({ code }) => code);
  assert.ok(codes.includes("EXPORTS_TYPES_SHOULD_BE_FIRST"), codes.join());
});

test("attw has nothing to say of what imports modules, and says what is wrong", async () => {
  const attw = (/** @type {string} */ tarball) =>
    run(path.join(root, "node_modules/.bin/attw"), [tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji"]);
  await attw(packed.tarball);
  const { tarball } = await pack(await changed(wrongly));
  await assert.rejects(attw(tarball), ({ stdout }) => /"article-viewer\/vue"[^]*?Resolution failed/.test(stdout));
});

test("cem-validator has nothing to say, and says what is wrong", async () => {
  const names = {
    packageJson: ["packageType", "main", "module", "types", "exports", "customElementsProperty", "publishedCem"],
    manifest: ["schemaVersion", "modulePath", "definitionPath", "typeDefinitionPath", "exportTypes", "tagName"],
  };
  const rules = Object.fromEntries(Object.entries(names).map(([of, all]) => [of, Object.fromEntries(all.map((name) => [name, "error"]))]));
  const check = (/** @type {any} */ manifest) => validateCem(manifest, { packageJsonPath: path.join(dist, "package.json"), rules });
  const manifest = await json("custom-elements.json");
  await check(manifest);
  manifest.schemaVersion = "1.0.0";
  await assert.rejects(check(manifest), /1/);
});

test("each entry is there, for types first, and for Node where there is no page", async () => {
  const { exports, main, types, customElements } = await json("package.json");
  const files = Object.values(exports).flatMap((entry) => typeof entry === "string" ? [entry] : Object.values(entry));
  for (const file of [...files, main, types, customElements].filter((file) => !file.includes("*"))) await fs.access(path.join(dist, file));
  for (const entry of [".", "./prerender", "./react", "./vue"]) assert.equal(Object.keys(exports[entry])[0], "types", entry);
  for (const entry of [".", "./prerender"]) assert.deepEqual(Object.keys(exports[entry]), ["types", "browser", "node", "default"]);
  const page = await fs.mkdtemp(path.join(scratch, "page-"));
  await fs.mkdir(path.join(page, "node_modules/article-viewer"), { recursive: true });
  await run("tar", ["-xzf", packed.tarball, "-C", path.join(page, "node_modules/article-viewer"), "--strip-components=1"]);
  const program = `import { ArticleViewerElement } from "article-viewer";
    import "article-viewer/react";
    import "article-viewer/vue";
    import { renderArticle } from "article-viewer/prerender";
    import { createRequire } from "node:module";
    const { resolve } = createRequire(import.meta.url);
    for (const name of ["article-viewer.wasm", "custom-elements.json", "article.schema.json", "package.json", "article-viewer-widget.js", "article-viewer-prerendered.css"])
      resolve("article-viewer/" + name);
    console.log(typeof ArticleViewerElement, (await renderArticle({ article: { headline: "Harbour" } })).html.includes("Harbour"));`;
  await fs.writeFile(path.join(page, "page.mjs"), program);
  assert.equal((await run(process.execPath, ["page.mjs"], { cwd: page })).stdout.trim(), "function true");
});

test("only what acts by being imported is kept for that", async () => {
  const { sideEffects } = await json("package.json");
  assert.deepEqual(sideEffects, ["./article-viewer.js", "*.css"]);
});

test("integrity.json has the value of each file that is delivered", async () => {
  const integrity = await json("integrity.json");
  assert.deepEqual(Object.keys(integrity), packed.files.filter((name) => !/^integrity\.json$|\.(br|gz)$/.test(name)));
  for (const [name, value] of Object.entries(integrity)) assert.equal(value, integrityOf(await fs.readFile(path.join(dist, name))), name);
  // Known beforehand: the value of an empty file.
  assert.equal(integrityOf(new Uint8Array()), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
});

test("the version is the project's, and the changelog tells of it", async () => {
  const { version, engines } = await json("package.json", root);
  const own = await json("package.json");
  assert.equal(own.version, version);
  assert.deepEqual(own.engines, engines);
  assert.equal((await json("package-lock.json", root)).version, version, "run npm install");
  assert.equal((await json("sbom.cdx.json")).metadata.component.version, version);
  assert.doesNotMatch(await fs.readFile(path.join(root, "CMakeLists.txt"), "utf8"), /project\([^)]*\bVERSION\b/);
  const sections = [...(await fs.readFile(path.join(dist, "CHANGELOG.md"), "utf8")).matchAll(/^## \[(.+?)\](.*)$/gm)];
  assert.deepEqual(sections[0]?.slice(1), ["Unreleased", ""]);
  assert.equal(sections[1]?.[1], version);
  for (const [, of, date] of sections.slice(1)) assert.match(`${of}${date}`, /^\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d$/);
});
