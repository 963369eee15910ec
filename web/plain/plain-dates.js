import { isChinese, isTraditional } from "./plain-language.js";
import { formatNumber, formatTime } from "../core/locale-host.js";

/**
 * Times and counts for the plain view without the core: what src/layout/dates.cpp and src/document/time.cpp
 * do there. A test compares the two.
 *
 * @typedef {import("../core/language.js").Language} Language
 */

/** @param {string} time as `parseTime` gives it @param {Language} language @returns {string} */
export const timeIn = (time, language) =>
  !isChinese(language) && formatTime(time, language.tag) || time.slice(0, 16).replace("T", " ");

/** @param {number} count @param {boolean} traditional */
function chineseCount(count, traditional) {
  if (count < 10000) return String(count);
  const large = count >= 100000000;
  const tenths = Math.floor(count / (large ? 10000000 : 1000));
  const unit = large ? (traditional ? "億" : "亿") : traditional ? "萬" : "万";
  return `${Math.floor(tenths / 10)}${tenths % 10 ? `.${tenths % 10}` : ""}${unit}`;
}

/** @param {number} count @param {Language} language @returns {string} */
export const countIn = (count, language) => isChinese(language) ? chineseCount(count, isTraditional(language))
  : formatNumber(String(count), language.tag);

const timePattern =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d|60)(?:\.\d+)?)?(?:([Zz])| ?([+-])([01]\d|2[0-3]):?([0-5]\d))?)?$/;

/** @param {string} written @returns {string} an HTML `datetime`; "" where it is no time */
export function parseTime(written) {
  const found = timePattern.exec(written.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
  if (!found) return "";
  const [, date, clock, second = "00", zulu, sign, hours, minutes] = found;
  // A day that there is not would become another one, or none.
  if (date < "0001" || !new Date(date).toJSON()?.startsWith(date)) return "";
  if (!clock) return date;
  const offset = zulu || `${hours}${minutes}` === "0000" ? "Z" : sign ? `${sign}${hours}:${minutes}` : "";
  return `${date}T${clock}:${second === "60" ? "59" : second}${offset}`;
}
