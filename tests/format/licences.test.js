// Whose code is in dist/, and under which terms: licence texts, and the bill of materials.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { components, notices } from "../../tools/dist/components.mjs";
import { deliveredIn } from "../../tools/dist/integrity.mjs";
import { madeSbom } from "../../tools/dist/sbom.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const dist = path.join(root, "dist");
const json = async (/** @type {string} */ file) => JSON.parse(await fs.readFile(path.join(root, file), "utf8"));
const sbom = await json("dist/sbom.cdx.json");

/** Where a build that compiled has the sources; without one nothing is compared. */
const cache = await fs.readFile(path.join(root, "build/web/CMakeCache.txt"), "utf8").catch(() => "");
const folder = (/** @type {string} */ name) => new RegExp(`^${name}:[A-Z]+=(.+)$`, "m").exec(cache)?.[1];

async function valid() {
  const schemas = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"]) {
    // They are referred to by their files' names, not by their own.
    const { $id, ...schema } = await json(`${schemas}/${name}`);
    ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}`);
  }
  return ajv.compile(await json(`${schemas}/bom-1.6.SNAPSHOT.schema.json`));
}

test("the bill of materials is valid CycloneDX 1.6, and one that isn't is seen", async () => {
  const validate = await valid();
  assert.ok(validate(sbom), JSON.stringify(validate.errors));
  assert.equal(sbom.specVersion, "1.6");
  assert.ok(!validate({ ...sbom, serialNumber: "1" }));
  const [first, ...others] = sbom.components;
  assert.ok(!validate({ ...sbom, components: [{ ...first, licenses: [{ license: { id: "MIT licence" } }] }, ...others] }));
});

test("it is the same for the same files, and names each with its hash", async () => {
  assert.deepEqual(JSON.parse(JSON.stringify(await madeSbom(dist))), sbom);
  const files = sbom.metadata.component.components;
  const names = (await deliveredIn(dist)).filter((name) => !/^(sbom\.cdx|integrity)\.json$/.test(name));
  assert.deepEqual(files.map((/** @type {any} */ one) => one.name), names);
  for (const { name, hashes: [{ content }] } of files)
    assert.equal(content, createHash("sha384").update(await fs.readFile(path.join(dist, name))).digest("hex"), name);
});

test("each part of NOTICE.md is in it, with licence and dependency", async () => {
  const parts = await notices();
  assert.ok(parts.length >= 8);
  assert.deepEqual(sbom.components.map((/** @type {any} */ one) => one.name), parts.map(({ name }) => name));
  assert.deepEqual(sbom.dependencies[0].dependsOn, sbom.components.map((/** @type {any} */ one) => one["bom-ref"]));
  const sources = (await fs.readFile(path.join(root, "tools/sources.txt"), "utf8")).split("\n");
  for (const [id, name] of [["dear-imgui", "imgui"], ["libunibreak", "unibreak"], ["sheenbidi", "sheenbidi"]]) {
    const { version, purl } = sbom.components.find((/** @type {any} */ one) => one["bom-ref"] === id);
    assert.ok(sources.some((row) => new RegExp(`^${name} \\S+ ${version.replaceAll(".", "\\.")}[+-]`).test(row)), id);
    assert.ok(purl.startsWith("pkg:github/"), id);
  }
});

test("each part has its licence's text, and each text its part", async () => {
  const parts = await notices();
  assert.deepEqual((await fs.readdir(path.join(dist, "LICENSES"))).sort(), parts.map(({ text }) => text).sort());
  for (const { name, licence, text } of parts) {
    const words = (await fs.readFile(path.join(dist, "LICENSES", text), "utf8")).replace(/\s+/g, " ");
    const said = { MIT: "Permission is hereby granted, free of charge", Zlib: "This software is provided 'as-is'", "Unicode-3.0": "UNICODE LICENSE V3" }[licence]
      ?? "Apache License Version 2.0";
    assert.ok(words.includes(said), name);
    assert.ok(!licence.includes("LLVM") || words.includes("LLVM Exceptions to the Apache 2.0 License"), name);
  }
});

test("where the build has the sources, the texts are theirs and each version is known", { skip: !cache && "nothing was compiled here" }, async () => {
  const texts = [
    ["dear-imgui.txt", folder("FETCHCONTENT_SOURCE_DIR_IMGUI"), "LICENSE.txt"],
    ["libunibreak.txt", folder("FETCHCONTENT_SOURCE_DIR_UNIBREAK"), "LICENCE"],
    ["sheenbidi.txt", folder("FETCHCONTENT_SOURCE_DIR_SHEENBIDI"), "LICENSE"],
    ["musl.txt", folder("EMSCRIPTEN_ROOT_PATH"), "system/lib/libc/musl/COPYRIGHT"],
  ];
  for (const [text, where, file] of texts) {
    if (!where) continue;  // CMake has fetched it elsewhere
    assert.equal(await fs.readFile(path.join(root, "LICENSES", text), "utf8"), await fs.readFile(path.join(where, file), "utf8"), text);
  }
  for (const { id, version } of await components()) if (id !== "unicode") assert.match(version ?? "", /^\d+(\.\d+)+[a-z]?$/, id);
});
