import kinds from "../../assets/languages/kinds.json" with { type: "json" };
import { lists } from "../core/language.js";

/**
 * What depends on a language in the plain view, as src/text/language.cpp has it, by the same tables.
 *
 * @typedef {import("../core/language.js").Language} Language
 */

/** @param {Language} language */
export const isChinese = ({ column }) => column < 2;

/** Whether Chinese is written in Traditional characters. @param {Language} language */
export const isTraditional = ({ column }) => column === 1;

/** @param {Language} language */
export const isRightToLeft = ({ name, script }) => script ? lists(kinds.rightToLeftScripts, script)
  : lists(kinds.rightToLeft, name);

/** Whose forms of Han characters: none's, Mainland, Taiwan, Hong Kong, Japan, Korea. @param {Language} language */
export function hanRegion(language) {
  const { name, script, region } = language;
  if (script === "Latn" || script === "Cyrl") return 0;
  if (name === "ja" || name === "ko") return name === "ja" ? 4 : 5;
  if (!isChinese(language)) return 0;
  if (region === "TW") return 2;
  if (region === "HK" || region === "MO") return 3;
  if (["CN", "SG", "MY"].includes(region) || script === "Hans") return 1;
  if (name === "yue") return 3;
  return script === "Hant" ? 2 : 1;
}

/** Whether emphasis may be slanted. @param {Language} language */
export const slants = (language) => !isChinese(language) && !hanRegion(language) && !isRightToLeft(language);
