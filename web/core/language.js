import aliases from "../../assets/languages/aliases.json" with { type: "json" };
import kinds from "../../assets/languages/kinds.json" with { type: "json" };

/**
 * What language tags say where the core is not asked: tags are read as src/document/language.cpp reads them, and
 * told apart as src/text/language.cpp does, by the same tables. A test compares the two.
 *
 * @typedef {{name: string, script: string, region: string, tag: string}} Language `tag` is canonical: "zh-Hant-CN";
 *   "" where no language is named, as all of them then are
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
  return { name, script, region: subtags[2], tag: subtags.filter((part) => part).join("-") + variants };
}

/** @param {string} list @param {string} word */
export const lists = (list, word) => list.split(" ").includes(word);
/** @param {Language} language */
const hasLatinScript = ({ script }) => script === "Latn" || script === "Cyrl";

/** @param {Language} language */
export const isChinese = (language) => lists(kinds.chinese, language.name) && !hasLatinScript(language);

/** Whether Chinese is written in Traditional characters. @param {Language} language */
export const isTraditional = ({ name, script, region }) => script === "Hant" ||
  (script !== "Hans" && lists(kinds.traditional, region || name));

/** @param {Language} language */
export const isRightToLeft = ({ name, script }) => script ? lists(kinds.rightToLeftScripts, script)
  : lists(kinds.rightToLeft, name);

/** Whose forms of Han characters: none's, Mainland, Taiwan, Hong Kong, Japan, Korea. @param {Language} language */
export function hanRegion(language) {
  const { name, script, region } = language;
  if (hasLatinScript(language)) return 0;
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

/** The column of a table of words: zh-Hans, zh-Hant, en, ar. @param {Language} language */
export const wordColumn = (language) => isChinese(language) ? Number(isTraditional(language))
  : language.name === "ar" && language.script !== "Latn" ? 3 : 2;
