// build-dist.mjs [--hashed]: puts together dist/, what a site deploys, from web/, build/web/ and assets/, with
// --hashed also dist/hashed/, the same under names with hashes. Does nothing where none of those changed.
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { copyDemo } from "./dist/demo.mjs";
import { writeCompressed } from "./dist/compressed.mjs";
import { writeHashed } from "./dist/hashed.mjs";
import { writeIntegrity } from "./dist/integrity.mjs";
import { writeCode } from "./dist/modules.mjs";
import { writeNotices, writePackage, writeTypes } from "./dist/package.mjs";
import { at, compiled, dist, filesIn, schema } from "./dist/paths.mjs";
import { writeSbom } from "./dist/sbom.mjs";
import { writePrerenderedStyles } from "./dist/styles.mjs";

const wantsHashed = process.argv.includes("--hashed");
const stamp = at("build/web/dist-made-from");

async function fingerprint() {
  const hash = createHash("sha256");
  const inputs = ["shell.html", "package.json", "package-lock.json", "NOTICE.md", "LICENSE", "CHANGELOG.md", schema,
    ...compiled.map((name) => `build/web/${name}`),
    ...(await filesIn("web")), ...(await filesIn("tools")), ...(await filesIn("assets")), ...(await filesIn("LICENSES"))];
  for (const input of inputs) {
    const found = await fs.stat(at(input)).catch(() => null);
    hash.update(`${input} ${found?.size} ${found?.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

const made = await fingerprint();
const before = await fs.readFile(stamp, "utf8").catch(() => "");
if (before === made && (await fs.stat(at("dist/index.html")).catch(() => null))) {
  if (wantsHashed && !(await fs.stat(at("dist/hashed/names.json")).catch(() => null))) await writeHashed();
  process.exit(0);
}

console.error("dist: joining modules, types and the demo");
await fs.rm(dist, { recursive: true, force: true });
await fs.mkdir(dist, { recursive: true });
// A compiler comes with it, which takes half a second to load: not where nothing is to be done.
const { writeManifest } = await import("./dist/manifest.mjs");
await Promise.all([writeCode(), writeTypes(), writeManifest(), writeNotices(), writePrerenderedStyles(), copyDemo()]);
// Each of these looks at what was written before.
await writePackage();
await writeSbom(dist);
await writeIntegrity(dist);
await writeCompressed(dist);
if (wantsHashed) await writeHashed();
await fs.writeFile(stamp, made);
