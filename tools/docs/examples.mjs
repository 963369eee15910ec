// The examples of the pages in docs/ and of README: fenced blocks, with the comment that stands above one.
import * as fs from "node:fs/promises";
import { at } from "../dist/paths.mjs";

/**
 * @typedef {{page: string, line: number, language: string, text: string, run: string | null, notRun: string | null}} Example
 *   `run`: how, of `<!-- run: NAME -->`; `notRun`: why, of `<!-- not run: REASON -->`
 */

/** All pages by their path in the project. @returns {Promise<Map<string, string>>} */
export async function readPages() {
  const names = (await fs.readdir(at("docs"))).filter((name) => name.endsWith(".md")).sort();
  const files = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...names.map((name) => `docs/${name}`)];
  return new Map(await Promise.all(files.map(async (file) =>
    /** @type {[string, string]} */ ([file, await fs.readFile(at(file), "utf8")]))));
}

/** @param {string} page its path @param {string} text @returns {Example[]} */
export function examplesOf(page, text) {
  return [...text.matchAll(/(?:^<!-- (not run|run): (.+?) -->\n+)?^```(\S*)\n([^]*?)^```$/gm)].map(({ 0: all, 1: kind, 2: said, 3: language, 4: code, index }) => ({
    page, language, text: code,
    line: text.slice(0, index + all.indexOf("```")).split("\n").length,
    run: kind === "run" ? said : null,
    notRun: kind === "not run" ? said : null,
  }));
}

/** A page without its examples. @param {string} text */
export const proseOf = (text) => text.replace(/^```[^]*?^```$/gm, "");
