import forms from "../../assets/languages/forms.json" with { type: "json" };
import { isChinese, isTraditional } from "../core/language.js";

/**
 * Times and counts as a language writes them: the rules of
 * src/layout/dates.cpp, for the plain view without the core. A test compares
 * the two.
 *
 * @typedef {import("../core/language.js").Language} Language
 * @typedef {{year: number, month: number, day: number, hasClock: boolean, hour: number,
 *   minute: number, iso: string}} Time as it was written, never converted
 */

/**
 * Languages, date, date and clock, months, AM, PM, separator of thousands, how
 * numbers else differ ("late": grouped from 10,000; "indian"; "arabic": digits).
 * %Y is the year, %T that of the Thai calendar, %m and %d month and day with
 * two digits, %n and %e without a zero, %b the month's name, %H and %k the hour
 * of 24 with and without a zero, %I the hour of 12, %A its half of the day, %M
 * the minute, %D the date.
 * @type {string[][]}
 */
const styles = forms;
const otherwise = ["", "%Y-%m-%d", "%D %H:%M", "", "", "", ","];

/** @param {Language} language */
function styleOf({ name, region }) {
  let found = otherwise;
  for (const style of styles) {
    for (const tag of style[0].split(" ")) {
      if (tag === name) found = style;
      if (region && tag === `${name}-${region}`) return style;
    }
  }
  return found;
}

/** @param {string} digits @param {string[]} style */
const inDigits = (digits, style) => style[7] === "arabic"
  ? digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : digits;

/** @param {Time} time @param {Language} language @returns {string} */
export function formatTime(time, language) {
  const style = styleOf(language);
  const [, date, dateAndClock, months, am, pm] = style;
  /** @param {number} value @param {number} width */
  const number = (value, width) => inDigits(String(value).padStart(width, "0"), style);
  /** @type {Record<string, () => string>} */
  const parts = {
    Y: () => number(time.year, 4), T: () => number(time.year + 543, 4),
    m: () => number(time.month, 2), n: () => number(time.month, 1),
    d: () => number(time.day, 2), e: () => number(time.day, 1),
    H: () => number(time.hour, 2), k: () => number(time.hour, 1),
    I: () => number((time.hour + 11) % 12 + 1, 1), M: () => number(time.minute, 2),
    A: () => time.hour < 12 ? am : pm,
    b: () => months.split("|")[time.month - 1] ?? "",
    D: () => written(date),
  };
  /** @param {string} pattern @returns {string} */
  const written = (pattern) => pattern.replace(/%(.)/g, (_, key) => parts[key]());
  return written(time.hasClock ? dateAndClock : date);
}

/** @param {number} count @param {boolean} traditional */
function chineseCount(count, traditional) {
  if (count < 10000) return String(count);
  const large = count >= 100000000;
  const tenths = Math.floor(count / (large ? 10000000 : 1000));
  const unit = large ? (traditional ? "億" : "亿") : traditional ? "萬" : "万";
  return `${Math.floor(tenths / 10)}${tenths % 10 ? `.${tenths % 10}` : ""}${unit}`;
}

/** @param {number} count @param {Language} language @returns {string} */
export function formatCount(count, language) {
  if (isChinese(language)) return chineseCount(count, isTraditional(language));
  const style = styleOf(language);
  const digits = String(count);
  const [group, grouping] = [style[6], style[7]];
  const grouped = digits.length > (grouping === "late" ? 4 : 3);
  const before = (/** @type {number} */ left) => grouping === "indian"
    ? left === 3 || (left > 3 && left % 2 === 1) : left % 3 === 0;
  return [...digits].map((digit, i) =>
    (i && grouped && before(digits.length - i) ? group : "") + inDigits(digit, style)).join("");
}

const timePattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:([Zz])| ?([+-])(\d\d):?(\d\d))?)?$/;

/** @param {string} written @returns {Time | null} */
export function parseTime(written) {
  const found = timePattern.exec(written.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const [, y, m, d, h, min, , zulu, sign, offsetHours, offsetMinutes] = found;
  const days = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28)
    : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 ||
    second > 60 || Number(offsetHours ?? 0) > 23 || Number(offsetMinutes ?? 0) > 59)
    return null;
  const seconds = String(Math.min(second, 59)).padStart(2, "0");
  const utc = zulu || (sign && Number(offsetHours) === 0 && Number(offsetMinutes) === 0);
  const offset = utc ? "Z" : sign ? `${sign}${offsetHours}:${offsetMinutes}` : "";
  const clock = h === undefined ? "" : `T${h}:${min}:${seconds}${offset}`;
  return { year, month, day, hasClock: h !== undefined, hour, minute, iso: `${y}-${m}-${d}${clock}` };
}
