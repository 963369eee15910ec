import { readLanguage } from "../core/language.js";
import { resolveUrl } from "../core/locale-host.js";
import { parseTime } from "./plain-dates.js";

/**
 * Reads members of JSON values as the core does (src/document/member_reader.cpp):
 * what is wrong is dropped (an error) or mended (a warning) and told as a
 * problem, by the same rules and in the same words.
 *
 * @typedef {{severity: "error" | "warning", pointer: string, message: string}} Problem
 * @typedef {{low: number, high: number, whole: boolean, expected: string}} Range
 * @typedef {"link" | "picture"} UrlUse
 */

const mostProblems = 1000;
const mostText = 1000000;
const linkExpected = "an http, https, mailto or relative URL";
const pictureExpected = "an http, https or relative URL, or data: or blob: of an image";

const space = /[ \t\n-\r\u0085\u2028\u2029]/;
const lineEnd = /[\n-\r\u0085\u2028\u2029]/;
const control = /[\0-\x1f\x7f-\x9f]/;
/** Wide East Asian characters but Hangul, which is written with spaces. */
const wide = /[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u{20000}-\u{3fffd}]/u;

/** @param {string} text */
const trimmed = (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

/** `text` in quotes, short and without control characters. @param {string} text */
function excerpt(text) {
  const characters = [...text];
  const shown = characters.slice(0, 40).map((c) => control.test(c) ? "\ufffd" : c).join("");
  return `"${shown}${characters.length > 40 ? "…" : ""}"`;
}

/** What stands there, in plain English. @param {any} value @returns {string} */
export function described(value) {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return `the number ${String(value).slice(0, 40)}`;
  if (typeof value === "string") return `the string ${excerpt(value)}`;
  return Array.isArray(value) ? "an array" : "an object";
}

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Scheme and authority of an absolute URL. @param {string} url */
const placeOf = (url) => url.match(/^[^:]*:(\/\/[^/?#]*)?/)?.[0];

/** White space of one paragraph, over all of its runs (src/document/white_space.h). */
export class WhiteSpace {
  before = "";
  afterSpace = true;
  afterLineEnd = false;
  controlsDropped = false;
}

export class Members {
  /** @type {Problem[]} */
  #problems = [];
  #unlisted = { error: 0, warning: 0 };
  /** @type {(string | number)[]} */
  #path = [];
  #room = mostText;
  textIsCut = false;

  /** @param {string} base absolute URL of the document; "" or without a path: it has no place */
  constructor(base) {
    const url = resolveUrl(base, "");
    this.#base = /^[^:]*:\//.test(url) ? url : "";
  }
  #base;

  // ---- problems

  /** @param {"error" | "warning"} severity @param {string} found @param {string} expected */
  #add(severity, found, expected) {
    if (this.#problems.length >= mostProblems) {
      this.#unlisted[severity] += 1;
      return;
    }
    const pointer = this.#path
      .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    this.#problems.push({ severity, pointer, message: `found ${found}, expected ${expected}` });
  }

  /** @param {string} found @param {string} expected */
  error(found, expected) {
    this.#add("error", found, expected);
  }

  /** @param {string} found @param {string} expected */
  warn(found, expected) {
    this.#add("warning", found, expected);
  }

  /** @returns {Problem[]} */
  get problems() {
    const { error, warning } = this.#unlisted;
    if (!error && !warning) return this.#problems;
    return [...this.#problems, {
      severity: error ? "error" : "warning", pointer: "",
      message: `found ${error} more errors and ${warning} more warnings, expected none; they are not listed`,
    }];
  }

  // ---- objects and arrays

  /**
   * A member's value, read at its place; null is as absent.
   * @template T @param {any} object @param {string} name @param {(value: any) => T} read @returns {T}
   */
  at(object, name, read) {
    this.#path.push(name);
    const value = isObject(object) && Object.hasOwn(object, name) ? object[name] ?? undefined : undefined;
    const result = read(value);
    this.#path.pop();
    return result;
  }

  /** @param {any} value @param {string} [expected] @returns {any} undefined: none */
  object(value, expected = "an object") {
    if (value === undefined) return undefined;
    if (isObject(value)) return value;
    // PHP writes an empty object as an empty array.
    if (Array.isArray(value) && !value.length) this.warn("an empty array", expected);
    else this.error(described(value), expected);
    return undefined;
  }

  /**
   * Reads each item; one that is not in an array counts as its one item.
   * @param {any} value @param {boolean} required @param {(item: any) => void} read
   * @param {number} [limit] @param {string} [what]
   */
  each(value, required, read, limit = Infinity, what = "") {
    if (value === undefined) {
      if (required) this.error("nothing", "an array");
    } else if (typeof value === "string" || isObject(value)) {
      this.warn(described(value), "an array; taken as its one item");
      read(value);
    } else if (!Array.isArray(value)) {
      this.error(described(value), "an array");
    } else {
      if (value.length > limit)
        this.error(`${value.length} ${what}`, `${limit} at most; the rest is left out`);
      for (const [i, item] of value.slice(0, limit).entries()) {
        this.#path.push(i);
        read(item);
        this.#path.pop();
      }
    }
  }

  // ---- strings

  /** @param {any} value @param {boolean} required @returns {string | null} */
  #string(value, required) {
    if (typeof value === "string") return value.replace(/[\ud800-\udfff]/gu, "\ufffd");
    if (typeof value === "number") {
      this.warn(described(value), "a string");
      return String(value);
    }
    if (value !== undefined || required) this.error(described(value), "a string");
    return null;
  }

  /** @param {any} object @param {string} name @param {boolean} [required] @returns {string} */
  text(object, name, required = false) {
    return this.at(object, name, (value) => this.textOf(value, required));
  }

  /** @param {any} value @param {boolean} [required] @returns {string} */
  textOf(value, required = true) {
    const written = this.#string(value, required);
    if (written === null) return "";
    const text = this.#cleaned(written, new WhiteSpace()).replace(/ $/, "");
    if (!text && required && !this.textIsCut) this.warn("a string without text", "text");
    return text;
  }

  /** @param {any} value @param {WhiteSpace} state @returns {string} */
  runOf(value, state) {
    const written = this.#string(value, true);
    return written === null ? "" : this.#cleaned(written, state);
  }

  /** @param {string} written @param {WhiteSpace} state */
  #cleaned(written, state) {
    let out = "";
    for (const c of written) {
      if (space.test(c)) {
        state.afterLineEnd ||= lineEnd.test(c);
        if (!state.afterSpace && this.#room > 0) {
          out += " ";
          state.afterSpace = true;
          this.#room -= 1;
        }
        continue;
      }
      if (control.test(c)) {
        if (!state.controlsDropped) this.warn("control characters", "none");
        state.controlsDropped = true;
        continue;
      }
      if (state.afterLineEnd && state.afterSpace && wide.test(state.before) && wide.test(c) && out.endsWith(" ")) {
        out = out.slice(0, -1);
        this.#room += 1;
      }
      if (this.#room === 0) {
        if (!this.textIsCut)
          this.error("more than 1,000,000 characters of text", "that at most; the rest is left out");
        this.textIsCut = true;
        break;
      }
      out += c;
      state.before = c;
      state.afterSpace = state.afterLineEnd = false;
      this.#room -= 1;
    }
    return out;
  }

  /** A string that is no text: an id. @param {any} value @returns {string} */
  tokenOf(value) {
    return trimmed(this.#string(value, false) ?? "");
  }

  /** @param {any} object @param {string} name @returns {string} BCP 47; "": none */
  language(object, name) {
    return this.at(object, name, (value) => {
      const written = this.tokenOf(value);
      if (!written) return "";
      const { tag } = readLanguage(written);
      if (!tag) this.error(described(value), "a BCP 47 language tag");
      else if (written.includes("_")) this.warn(described(value), "a BCP 47 language tag, with hyphens");
      return tag;
    });
  }

  /**
   * A URL that may be followed; "": none.
   * @param {any} object @param {string} name @param {UrlUse} use @param {boolean} [required]
   * @returns {string}
   */
  url(object, name, use, required = false) {
    return this.at(object, name, (value) => this.urlOf(value, use, required));
  }

  /** @param {any} value @param {UrlUse} use @param {boolean} [required] @returns {string} */
  urlOf(value, use, required = true) {
    const expected = use === "link" ? linkExpected : pictureExpected;
    if (typeof value !== "string") {
      if (value !== undefined || required) this.error(described(value), expected);
      return "";
    }
    if (!trimmed(value) && !required) return "";
    const { url, fault } = this.#resolve(value, use);
    if (fault) this.error(`${fault}: ${excerpt(value)}`, expected);
    return url;
  }

  /** See src/document/url.h. @param {string} written @param {UrlUse} use @returns {{url: string, fault: string}} */
  #resolve(written, use) {
    if (!/[^\0- ]/.test(written)) return { url: "", fault: "an empty URL" };
    const url = resolveUrl(written, this.#base);
    const fault = this.#faultOf(url, use);
    return { url: fault ? "" : url, fault };
  }

  /** @param {string} url @param {UrlUse} use */
  #faultOf(url, use) {
    if (!url) return this.#base ? "an invalid URL" : "no valid absolute URL, in a document without a place";
    if (/^https?:/.test(url) || url.startsWith(use === "link" ? "mailto:" : "blob:")) return "";
    if (use === "picture" && url.startsWith("data:"))
      return /^data:image\//i.test(url) ? "" : "a data: URL of no image type";
    return placeOf(url) === placeOf(this.#base) ? "" : "a URL of another scheme";
  }

  /** @param {any} object @param {string} name @returns {string} an HTML `datetime`; "": none */
  time(object, name) {
    return this.at(object, name, (value) => {
      if (value === undefined || (typeof value === "string" && !trimmed(value))) return "";
      const time = typeof value === "string" ? parseTime(value) : "";
      if (!time)
        this.error(described(value), "a time such as 2023-03-12 09:56 or 2023-03-12T09:56:00+08:00");
      return time;
    });
  }

  // ---- numbers

  /** @param {any} object @param {string} name @returns {boolean} */
  flag(object, name) {
    return this.at(object, name, (value) => {
      if (value === undefined || typeof value === "boolean") return value === true;
      const written = typeof value === "string" || typeof value === "number" ? String(value) : "";
      const yes = written === "true" || written === "1";
      if (yes || written === "false" || written === "0") this.warn(described(value), "true or false");
      else this.error(described(value), "true or false");
      return yes;
    });
  }

  /**
   * @param {any} object @param {string} name @param {Range} range @param {boolean} [required]
   * @returns {number | null}
   */
  number(object, name, range, required = false) {
    return this.at(object, name, (value) => {
      if (value === undefined && !required) return null;
      let number = typeof value === "number" ? value : NaN;
      let mended = false;
      if (typeof value === "string") {
        let written = trimmed(value);
        if (!written && !required) return null;
        if (range.whole) written = trimmed(written.replace(/px$/, ""));
        if (/^-?\d+(\.\d*)?(e[-+]?\d+)?$/i.test(written)) {
          number = Number(written);
          mended = true;
        }
      }
      if (range.whole && number !== Math.floor(number)) {
        number = Math.floor(number);
        mended = true;
      }
      if (!(number >= range.low && number <= range.high)) {
        this.error(described(value), range.expected);
        return null;
      }
      if (mended) this.warn(described(value), range.expected);
      return number;
    });
  }

  /** @param {any} object @param {string} name @returns {number | null} */
  count(object, name) {
    return this.number(object, name,
      { low: 0, high: Number.MAX_SAFE_INTEGER, whole: true, expected: "an integer from 0 to 2^53 - 1" });
  }

  /** @param {any} object @param {string} name @param {boolean} [required] @returns {number} 0: unknown */
  pixels(object, name, required = false) {
    return this.number(object, name,
      { low: required ? 1 : 0, high: 1000000, whole: true, expected: "an integer from 1 to 1,000,000" },
      required) ?? 0;
  }
}
