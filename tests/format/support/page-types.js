// A page's own build of types, beside the package that dist/ is.
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const strict = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022"];

/** @param {string[]} given @param {string} [compiler] @returns {Promise<{code: number, output: string}>} */
export const tsc = (given, compiler = "typescript/bin/tsc") => new Promise((resolve) => {
  execFile(process.execPath, [path.join(root, "node_modules", compiler), ...given], { cwd: root },
    (error, stdout) => resolve({ code: error ? 1 : 0, output: stdout }));
});

/**
 * Has files beside which the package is what dist/ has.
 * @template T
 * @param {Record<string, string>} files text by name @param {(folder: string) => Promise<T>} act
 */
export async function inPage(files, act) {
  const scratch = await fs.mkdtemp(path.join(root, "build/page-"));
  try {
    const folder = path.join(scratch, "node_modules/article-viewer");
    await fs.mkdir(folder, { recursive: true });
    for (const name of await fs.readdir(path.join(root, "dist")))
      if (/\.d\.ts$|^package\.json$/.test(name)) await fs.copyFile(path.join(root, "dist", name), path.join(folder, name));
    for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(scratch, name), text);
    return await act(scratch);
  } finally {
    await fs.rm(scratch, { recursive: true });
  }
}
