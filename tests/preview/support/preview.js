import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { decodePng } from "./png.js";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
/** ARTICLE_PREVIEW names another build's program, such as one with sanitizers. */
export const program = process.env.ARTICLE_PREVIEW ?? path.join(root, "build/native/article_preview");
export const samples = ["zh-hans", "zh-hant", "en", "ar"].map((name) => `assets/${name}.json`);

/** The environment without a display of any kind. */
function withoutDisplay() {
  const env = { ...process.env };
  delete env.DISPLAY;
  delete env.WAYLAND_DISPLAY;
  return env;
}

/** @returns {Promise<{code: number, stdout: string, stderr: string}>} */
export function run(...args) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, env: withoutDisplay(), timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 127) : 0;
      resolve({ code, stdout, stderr: stderr + (code === 127 ? String(error) : "") });
    });
  });
}

export async function withScratch(use) {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), "article-preview-"));
  try {
    return await use(scratch);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** Takes a screenshot, which has to succeed. */
export function shoot(...args) {
  return withScratch(async (scratch) => {
    const file = path.join(scratch, "shot.png");
    const { code, stderr } = await run(...args, "--screenshot", file);
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${stderr}`);
    return { image: decodePng(await fs.readFile(file)), stderr };
  });
}

/** Takes a screenshot of a document given as text or object. */
export function shootDocument(content, ...args) {
  return withScratch(async (scratch) => {
    const file = path.join(scratch, "document.json");
    await fs.writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
    return shoot(file, ...args);
  });
}
