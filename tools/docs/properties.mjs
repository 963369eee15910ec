// What is said of custom properties, from their table: in types.d.ts, of which the manifest and docs/theming.md are made.
import * as fs from "node:fs/promises";
import { at } from "../dist/paths.mjs";

/** @typedef {import("../../web/layer/own-values.js").Property & {value?: number, wide?: number, columns?: number, han?: number, standard?: string, said: string}} Row */

/** @returns {Promise<Row[]>} */
const readRows = async () => JSON.parse(await fs.readFile(at("assets/themes/properties.json"), "utf8"));

/** Ratios that have a name. */
const ratios = [[16, 9], [3, 2], [4, 3], [1, 1]];

/** @param {Row} row @param {number} value as the page would write it */
function written({ kind, choices }, value) {
  if (choices) return choices.split(" ")[value];
  const ratio = kind === "ratio" && ratios.find(([width, height]) => Math.abs(width / height - value) < 1e-4);
  if (ratio) return ratio.join(" / ");
  return `${Math.round(value * 1000) / 1000}${{ length: "px", px: "px", em: "em" }[kind] ?? ""}`;
}

/** Values that differ by width and language, as a sentence. @param {Row} row */
function otherwise(row) {
  const found = /** @type {const} */ ([["wide", "from 600px wide"], ["columns", "in two columns"], ["han", "in Chinese"]]).flatMap(([name, where]) => {
    const value = row[name];
    return value === undefined || value === row.value ? [] : [`${where} ${written(row, value)}`];
  });
  const text = found.join(", ");
  return text && ` ${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** What a page may write. @param {Row} row */
function syntax({ kind, choices }) {
  if (choices) return choices.replaceAll(" ", " | ");
  return { color: "<color>", size: "<length>", length: "<length>", px: "<length>", em: "<length>", number: "<number>", ratio: "<number> [ / <number> ]?" }[kind];
}

/** Members of `ArticleViewerStyleProperties`. */
export async function madeProperties() {
  return (await readRows()).map((row) => {
    const { name, kind, value, standard, said } = row;
    const tags = [["syntax", syntax(row)], ["default", standard ?? (value === undefined ? undefined : written(row, value))]];
    const comment = [said + otherwise(row), ...tags.flatMap(([tag, text]) => text === undefined ? [] : [`@${tag} ${text}`])].join("\n   * ");
    return `  /**\n   * ${comment}\n   */\n  "--article-viewer-${name}"?: ${kind === "number" || kind === "ratio" ? "string | number" : "string"};`;
  }).join("\n");
}
