import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { components } from "./components.mjs";
import { deliveredIn, integrityFile } from "./integrity.mjs";

export const sbomFile = "sbom.cdx.json";

/** @param {string} licence an SPDX identifier or expression */
const licensed = (licence) => [/ /.test(licence) ? { expression: licence } : { license: { id: licence } }];

/** A UUID of what is described, so that the same files have the same. @param {unknown} described */
function serialNumber(described) {
  const hex = createHash("sha256").update(JSON.stringify(described)).digest("hex");
  const variant = (parseInt(hex[16], 16) & 3 | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param {string} folder @param {string} file */
async function fileComponent(folder, file) {
  const content = createHash("sha384").update(await fs.readFile(path.join(folder, file))).digest("hex");
  return { type: "file", "bom-ref": `file:${file}`, name: file, hashes: [{ alg: "SHA-384", content }] };
}

/**
 * What is in a folder's files, as CycloneDX 1.6 has it. There is no time in it: the same files give the same.
 * @param {string} folder
 */
export async function madeSbom(folder) {
  const { name, version, description, license } = JSON.parse(await fs.readFile(path.join(folder, "package.json"), "utf8"));
  const files = (await deliveredIn(folder)).filter((file) => file !== sbomFile && file !== integrityFile);
  const foreign = (await components()).map(({ id, name: title, version: of, licence, copyright, purl, use }) => ({
    type: id === "unicode" ? "data" : "library", "bom-ref": id, name: title, ...(of && { version: of }), description: `Used for ${use}.`,
    licenses: licensed(licence), copyright: `Copyright (c) ${copyright}`, ...(purl && { purl }),
  }));
  const purl = `pkg:npm/${name}@${version}`;
  const described = {
    metadata: {
      component: {
        type: "library", "bom-ref": purl, name, version, description, licenses: licensed(license), purl,
        components: await Promise.all(files.map((file) => fileComponent(folder, file))),
      },
    },
    components: foreign,
    dependencies: [{ ref: purl, dependsOn: foreign.map((one) => one["bom-ref"]) }, ...foreign.map((one) => ({ ref: one["bom-ref"] }))],
  };
  return { $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: serialNumber(described), version: 1, ...described };
}

/** Writes it: after all other files but their integrity. @param {string} folder */
export async function writeSbom(folder) {
  await fs.writeFile(path.join(folder, sbomFile), `${JSON.stringify(await madeSbom(folder), null, 2)}\n`);
}
