/**
 * Times and counts as a language writes them: the rules and the table of
 * src/layout/dates.cpp, for the plain view without the core. A test compares
 * the two.
 *
 * @typedef {{year: number, month: number, day: number, hasClock: boolean, hour: number,
 *   minute: number, iso: string}} Time as it was written, never converted
 */

const shortEnglish = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const english = "January|February|March|April|May|June|July|August|September|October|" +
  "November|December";
const arabic = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر";
const levantine = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|" +
  "تشرين الثاني|كانون الأول";
const maghrebi = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر";
const moroccan = "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر";
const spanish = "ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic";
const arabicClock = "%D، %I:%M %A";
const clock = "%D, %H:%M";
const halfDayClock = "%D, %I:%M %A";
const noBreak = "\u00A0";
const narrowNoBreak = "\u202F";

/**
 * Languages, date, date and clock, months, AM, PM, separator of thousands, how
 * they are grouped ("late": from 10,000), digits. %Y is the year, %T that of
 * the Thai calendar, %m and %d month and day with two digits, %n and %e
 * without a zero, %b the month's name, %H and %k the hour of 24 with and
 * without a zero, %I the hour of 12, %A its half of the day, %M the minute, %D
 * the date.
 * @type {string[][]}
 */
const styles = [
  ["en", "%b %e, %Y", halfDayClock, shortEnglish, "AM", "PM", ","],
  ["en-CA", "%b %e, %Y", halfDayClock, shortEnglish, "a.m.", "p.m.", ","],
  ["en-GB en-IE en-150 en-KE en-NG", "%e %b %Y", clock, english, "", "", ","],
  ["en-AU en-NZ en-SG en-HK en-MO en-MY en-001", "%e %b %Y", halfDayClock, english, "am", "pm", ","],
  ["en-IN", "%e %b %Y", halfDayClock, english, "am", "pm", ",", "indian"],
  ["ar ar-AE ar-EH", "%e %b %Y", arabicClock, arabic, "ص", "م", ","],
  ["ar-BH ar-DJ ar-EG ar-ER ar-KW ar-OM ar-QA ar-SA ar-SD ar-SO ar-SS ar-TD ar-YE", "%e %b %Y",
    arabicClock, arabic, "ص", "م", "٬", "", "arabic"],
  ["ar-IQ ar-JO ar-LB ar-PS ar-SY", "%e %b %Y", arabicClock, levantine, "ص", "م", "٬", "", "arabic"],
  ["ar-DZ ar-TN", "%e %b %Y", arabicClock, maghrebi, "ص", "م", "."],
  ["ar-LY", "%e %b %Y", arabicClock, arabic, "ص", "م", "."],
  ["ar-MA", "%e %b %Y", "%D، %H:%M", moroccan, "", "", "."],
  ["fr", "%e %b %Y", clock, "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.", "", "",
    narrowNoBreak],
  ["de", "%d.%m.%Y", clock, "", "", "", "."],
  ["de-AT", "%d.%m.%Y", clock, "", "", "", noBreak],
  ["de-CH", "%d.%m.%Y", clock, "", "", "", "'"],
  ["es", "%e %b %Y", "%D, %k:%M", spanish, "", "", ".", "late"],
  ["es-US", "%e %b %Y", halfDayClock, spanish, "a.m.", "p.m.", ","],
  ["es-MX", "%e %b %Y", halfDayClock, "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic", "a.m.", "p.m.",
    ","],
  ["pt", "%e de %b de %Y", clock, "jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.", "", "",
    "."],
  ["pt-PT", "%d/%m/%Y", clock, "", "", "", noBreak, "late"],
  ["it", "%e %b %Y", clock, "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic", "", "", ".", "late"],
  ["ru", "%e %b %Y г.", clock, "янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.", "", "",
    noBreak],
  ["uk", "%e %b %Y р.", clock, "січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.", "",
    "", noBreak],
  ["pl", "%e %b %Y", clock, "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru", "", "", noBreak, "late"],
  ["nl", "%e %b %Y", clock, "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec", "", "", "."],
  ["tr", "%e %b %Y", "%D %H:%M", "Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara", "", "", "."],
  ["ja", "%Y/%m/%d", "%D %k:%M", "", "", "", ","],
  ["ko", "%Y. %n. %e.", "%D %A %I:%M", "", "오전", "오후", ","],
  ["vi", "%e thg %n, %Y", "%H:%M %D", "", "", "", "."],
  ["th", "%e %b %T", "%D %H:%M", "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.", "",
    "", ","],
  ["id", "%e %b %Y", "%D, %H.%M", "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des", "", "", "."],
  ["ms", "%e %b %Y", halfDayClock, "Jan|Feb|Mac|Apr|Mei|Jun|Jul|Ogo|Sep|Okt|Nov|Dis", "PG", "PTG", ","],
];
const otherwise = ["", "%Y-%m-%d", "%D %H:%M", "", "", "", ","];

/** Language, script and region (RFC 5646, 2.1). @param {string} text */
function subtags(text) {
  const [language, ...rest] = text.toLowerCase().split("-");
  const end = rest.findIndex((part) => part.length < 2);
  const known = end < 0 ? rest : rest.slice(0, end);
  return {
    language,
    script: known.find((part) => /^\D.{3}$/.test(part)) ?? "",
    region: [...known].reverse().find((part) => /^(..|\d..)$/.test(part)) ?? "",
  };
}

/** @param {string} text BCP 47 */
function styleOf(text) {
  const { language, region } = subtags(text);
  let found = otherwise;
  for (const style of styles) {
    for (const tag of style[0].toLowerCase().split(" ")) {
      if (tag === language) found = style;
      if (region && tag === `${language}-${region}`) return style;
    }
  }
  return found;
}

/** @param {string} digits @param {string[]} style */
const inDigits = (digits, style) => style[8]
  ? digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : digits;

/** @param {Time} time @param {string} language BCP 47 @returns {string} */
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

/** @param {number} count @param {string} language BCP 47 @returns {string} */
export function formatCount(count, language) {
  const { language: name, script, region } = subtags(language);
  if (name === "zh")
    return chineseCount(count, script ? script === "hant" : ["tw", "hk", "mo"].includes(region));
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
