// docs/README.md: which page answers which question.
import * as fs from "node:fs/promises";
import { at } from "../dist/paths.mjs";
import { table } from "./markdown.mjs";

/** The pages, by what a reader is about to do. @type {Record<string, string[]>} */
export const groups = {
  "To begin": ["getting-started", "playground", "embedding", "frameworks", "theming"],
  "To look up": ["reference-element", "reference-document", "document", "reading", "preview", "troubleshooting"],
  "To deliver": ["package", "prerender", "operations", "security", "browsers", "accessibility", "performance"],
  "To work on it": ["architecture", "decisions", "line-breaking", "presenting", "testing", "bench-web"],
};

/** Its question: the page's title. @param {string} name @returns {Promise<string | null>} null: there is no such page */
async function questionOf(name) {
  const text = await fs.readFile(at(`docs/${name}.md`), "utf8").catch(() => null);
  return text && (/^# (.+)$/m.exec(text)?.[1] ?? null);
}

/** @returns {Promise<string>} a table for each group */
export async function madeIndex() {
  const parts = await Promise.all(Object.entries(groups).map(async ([group, names]) => {
    const rows = await Promise.all(names.map(async (name) => {
      const question = await questionOf(name);
      return question ? [[question, `[${name}.md](${name}.md)`]] : [];
    }));
    return `## ${group}\n\n${table(["question", "page"], rows.flat())}`;
  }));
  return parts.join("\n\n");
}
