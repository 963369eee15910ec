import aliases from "../../assets/languages/aliases.json" with { type: "json" };
import kinds from "../../assets/languages/kinds.json" with { type: "json" };

/**
 * What language tags say where the core is not asked: tags are read as src/document/language.cpp reads them, and
 * told apart as src/text/language.cpp does, by the same tables. A test compares the two. The element reads them for
 * the plain view too, which has what else depends on a language (plain/plain-language.js).
 *
 * @typedef {{name: string, script: string, region: string, tag: string, column: number}} Language `tag` is canonical:
 *   "zh-Hant-CN"; "" where no language is named, as all of them then are; `column` of a table of words: zh-Hans,
 *   zh-Hant, en, ar
 * @typedef {typeof readLanguage} ReadLanguage
 */

/** RFC 5646, 4.4.1 asks for 35 at least. */
const longest = 100;

/** Language, script, region and variants; an extension or private use (RFC 5646, 2.1). */
const form =
  /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?:-[a-z\d](?:-[a-z\d]{1,8})+)?$/;

/** The language that stands first has its own name. @param {string} text */
function renamed(text) {
  for (const alias of aliases) {
    const [other, name] = alias.split("=");
    if (`${text}-`.startsWith(`${other}-`)) return name + text.slice(other.length);
  }
  return text;
}

/** @param {string} written a tag in any usual form @returns {Language} */
export function readLanguage(written) {
  const lower = renamed(written.slice(0, 2 * longest).toLowerCase().replaceAll("_", "-"));
  // An extended language stands for itself.
  const text = renamed(lower.replace(/^[a-z]{2,3}-([a-z]{3}-)*(?=[a-z]{3}(-|$))/, ""));
  const [, name = "", small = "", region = "", variants = ""] = form.exec(text) ?? [];
  if (text.length > longest || /(-\w+)(-\w+)*\1(-|$)/.test(variants)) return readLanguage("");
  const script = small.charAt(0).toUpperCase() + small.slice(1);
  const subtags = [name, script, region.toUpperCase()];
  return { name, script, region: subtags[2], tag: subtags.filter((part) => part).join("-") + variants,
    column: columnOf(name, script, subtags[2]) };
}

/** @param {string} list @param {string} word */
export const lists = (list, word) => list.split(" ").includes(word);

/** @param {string} name @param {string} script @param {string} region */
function columnOf(name, script, region) {
  if (lists(kinds.chinese, name) && script !== "Latn" && script !== "Cyrl")
    return Number(script === "Hant" || (script !== "Hans" && lists(kinds.traditional, region || name)));
  return name === "ar" && script !== "Latn" ? 3 : 2;
}
