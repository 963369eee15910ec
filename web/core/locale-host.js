/**
 * Times, numbers and URLs as the browser has them (src/host/locale_host.h, url_host.h): for the core, and for the
 * plain view without it.
 */

/** @type {Map<string, {format(value: any): string} | null>} by what and language; null: of no language that is known */
const formats = new Map();

/** @param {string} language @param {Intl.DateTimeFormatOptions} options */
const dateFormat = (language, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });

/** @param {string} language @param {boolean} clock */
function timeFormat(language, clock) {
  // The medium form of Arabic is all numbers, and in some of its regions was of another calendar.
  if (/^ar\b/.test(language))
    return dateFormat(language, { calendar: "gregory", year: "numeric", month: "short", day: "numeric",
      ...clock && { hour: "numeric", minute: "2-digit" } });
  return dateFormat(language, { dateStyle: "medium", ...clock && { timeStyle: "short" } });
}

/** @param {string} language "" names none */
const isKnown = (language) => !!language && !!Intl.DateTimeFormat.supportedLocalesOf(language).length;

/**
 * Making a format takes as long as a thousand uses of it.
 * @param {string} key @param {() => {format(value: any): string} | null} make
 */
function kept(key, make) {
  let format = formats.get(key);
  if (format === undefined) formats.set(key, format = make());
  return format;
}

/**
 * In the language's medium form.
 * @param {string} time an HTML `datetime`, shown as it is written there @param {string} language canonical
 * @returns {string} "" where the language is not known
 */
export function formatTime(time, language) {
  const clock = time.length > 10;
  const format = kept(`${clock}${language}`, () => isKnown(language) ? timeFormat(language, clock) : null);
  return format?.format(new Date(clock ? `${time.slice(0, 16)}Z` : time)) ?? "";
}

/** @param {string} number decimal digits @param {string} language canonical; as in English where it is not known */
export function formatNumber(number, language) {
  const format = kept(language, () => new Intl.NumberFormat(isKnown(language) ? language : "en"));
  return /** @type {Intl.NumberFormat} */ (format).format(Number(number));
}

/** @param {string} written @param {string} base "" for none @returns {string} "" where it is invalid */
export function resolveUrl(written, base) {
  try {
    return new URL(written, base || undefined).href;
  } catch {
    return "";
  }
}
