import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { writeCompressed } from "./compressed.mjs";
import { writeIntegrity } from "./integrity.mjs";
import { dist } from "./paths.mjs";

// The second layout, dist/hashed/, for long caches: each file has the hash of its content in its name, and names the
// others so. article-viewer.js alone keeps its name, and imports the element's file. names.json says which is which.

export const hashed = path.join(dist, "hashed");
const entry = "article-viewer.js";

/** What browsers fetch, without what prerenders on servers. @returns {Promise<string[]>} */
const files = async () => (await fs.readdir(dist))
  .filter((file) => /^article-viewer[\w-]*\.(js|css|wasm)$/.test(file) && !/-prerender\./.test(file));

/** @param {string} file @param {Uint8Array} bytes */
function withHash(file, bytes) {
  const { name, ext } = path.parse(file);
  return `${name}.${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}${ext}`;
}

/** A name of a file, where code names it. */
const mentioned = /\barticle-viewer[\w-]*\.(?:js|css|wasm)\b/g;

/** What is written for each file, once those that it names are. @param {string[]} names */
function makeNames(names) {
  /** @type {Map<string, Promise<string>>} */
  const made = new Map();
  /** @param {string} file @returns {Promise<string>} its name */
  const make = async (file) => {
    let bytes = await fs.readFile(path.join(dist, file));
    if (file.endsWith(".js")) {
      const text = bytes.toString();
      const others = [...new Set(text.match(mentioned) ?? [])].filter((other) => other !== file && names.includes(other));
      const known = new Map(await Promise.all(others.map(async (other) => /** @type {[string, string]} */ ([other, await nameOf(other)]))));
      bytes = Buffer.from(text.replace(mentioned, (other) => known.get(other) ?? other));
    }
    const name = withHash(file, bytes);
    await fs.writeFile(path.join(hashed, name), bytes);
    return name;
  };
  /** @param {string} file */
  const nameOf = (file) => {
    const name = made.get(file) ?? make(file);
    made.set(file, name);
    return name;
  };
  return Promise.all(names.map(async (file) => [file, await nameOf(file)]));
}

/** Made of dist/ as it is. */
export async function writeHashed() {
  await fs.rm(hashed, { recursive: true, force: true });
  await fs.mkdir(hashed, { recursive: true });
  const names = Object.fromEntries(await makeNames(await files()));
  await fs.writeFile(path.join(hashed, entry), `export*from"./${names[entry]}";\n`);
  await fs.writeFile(path.join(hashed, "names.json"), `${JSON.stringify(names, null, 2)}\n`);
  await writeIntegrity(hashed);
  await writeCompressed(hashed);
}
