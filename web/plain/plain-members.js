import { resolveUrl } from "../core/locale-host.js";
import { missingEnds } from "./plain-bidi.js";
import { parseTime } from "./plain-dates.js";

/**
 * Reads members of JSON values as the core does (src/document/member_reader.cpp): what is wrong is dropped (an
 * error) or mended (a warning) by the same rules, and told as a problem, where it stands.
 *
 * @typedef {{severity: "error" | "warning", pointer: string, message: string}} Problem
 * @typedef {{low: number, high: number, whole: boolean}} Range
 * @typedef {"link" | "picture"} UrlUse
 */

/** What was expected and found the core says (`./dev check`, and wherever it is loaded). */
const messages = { error: "left out, see ./dev check", warning: "mended, see ./dev check" };
const mostProblems = 1000;
const mostLevels = 64;
export const mostText = 1000000;
/** Of one text that is no paragraph. */
const mostOfText = 10000;

const space = /[ \t\n-\r\u0085\u2028\u2029]/;
const lineEnd = /[\n-\r\u0085\u2028\u2029]/;
/** Spaces that are not collapsed, with which editors indent by hand. */
const wideSpace = /[\xa0\u2000-\u200a\u202f\u205f\u3000]/;
const control = /[\0-\x1f\x7f-\x9f]/;
/** What only adds to the character before it (src/document/marks.h). */
const mark = /(?!\u034f)[\p{M}\p{Emoji_Modifier}]/u;
const mostMarks = 30;
/** Wide East Asian characters but Hangul, which is written with spaces. */
const wide = /[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u{20000}-\u{3fffd}]/u;

/** @param {string} text */
const trimmed = (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Scheme and authority of an absolute URL. @param {string} url */
const placeOf = (url) => url.match(/^[^:]*:(\/\/[^/?#]*)?/)?.[0];

/** @param {string | number} step @returns {string} of a JSON pointer */
const stepOf = (step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`;

/**
 * Members that stand more than once in one object, where `JSON.parse` keeps the last: the first of them, as problems
 * are limited, and none where nothing is read.
 * @param {string} json valid @returns {Set<string>} JSON pointers
 */
export function repeatedMembers(json) {
  /** @type {Set<string>} */
  const found = new Set();
  /** Of each object or array that is open. @type {{names: Set<string> | null, step: string | number}[]} */
  const open = [];
  let repeats = 0;
  for (const [token, string, colon] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)|[{}[\],]/g)) {
    const inner = open.at(-1);
    if (token === "{") open.push({ names: new Set(), step: "" });
    else if (token === "[") open.push({ names: null, step: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && inner && !inner.names) inner.step = Number(inner.step) + 1;
    else if (colon && inner?.names) {
      const name = inner.step = JSON.parse(string);
      if (!inner.names.has(name)) inner.names.add(name);
      else if (open.length <= mostLevels && repeats < mostProblems) {
        repeats += 1;
        const pointer = open.map(({ step }) => stepOf(step)).join("");
        // What stands in one that does not count is not read.
        for (const one of found) if (one.startsWith(`${pointer}/`)) found.delete(one);
        found.add(pointer);
      }
    }
  }
  return found;
}

/** White space of one paragraph, over all of its runs (src/document/white_space.h). */
export class WhiteSpace {
  before = "";
  afterSpace = true;
  afterLineEnd = false;
  marks = 0;
  controlsDropped = false;
  marksDropped = false;
  isCut = false;

  /** @param {number} [most] characters of all runs */
  constructor(most = mostOfText) {
    this.left = most;
  }
}

export class Members {
  /** @type {Problem[]} */
  problems = [];
  /** @type {(string | number)[]} */
  #path = [];
  #room = mostText;
  textIsCut = false;

  /**
   * @param {string} base absolute URL of the document; "" or without a path: it has no place
   * @param {import("../core/language.js").ReadLanguage} readLanguage
   * @param {Set<string>} repeated see `repeatedMembers`
   */
  constructor(base, readLanguage, repeated) {
    this.#readLanguage = readLanguage;
    this.#repeated = repeated;
    const url = resolveUrl(base, "");
    this.#base = /^[^:]*:\//.test(url) ? url : "";
  }
  #base;
  #readLanguage;
  #repeated;

  // ---- problems

  /** @param {"error" | "warning"} severity */
  #add(severity) {
    if (this.problems.length >= mostProblems) return;
    this.problems.push({ severity, pointer: this.#pointer, message: messages[severity] });
  }

  get #pointer() {
    return this.#path.map(stepOf).join("");
  }

  /** What stands here is dropped. */
  error() {
    this.#add("error");
  }

  /** What stands here is mended. */
  warn() {
    this.#add("warning");
  }

  // ---- objects and arrays

  /**
   * A member's value, read at its place; null is as absent.
   * @template T @param {any} object @param {string} name @param {(value: any) => T} read @returns {T}
   */
  at(object, name, read) {
    this.#path.push(name);
    if (this.#repeated.size && isObject(object) && this.#repeated.has(this.#pointer)) this.warn();
    const value = isObject(object) && Object.hasOwn(object, name) ? object[name] ?? undefined : undefined;
    const result = read(value);
    this.#path.pop();
    return result;
  }

  /** @param {any} value @returns {any} undefined: none */
  object(value) {
    if (value === undefined || isObject(value)) return value;
    // PHP writes an empty object as an empty array.
    if (Array.isArray(value) && !value.length) this.warn();
    else this.error();
    return undefined;
  }

  /**
   * Reads each item; one that is not in an array counts as its one item.
   * @param {any} value @param {boolean} required @param {(item: any) => void} read
   * @param {number} [limit]
   */
  each(value, required, read, limit = Infinity) {
    if (typeof value === "string" || isObject(value)) {
      this.warn();
      read(value);
    } else if (!Array.isArray(value)) {
      if (value !== undefined || required) this.error();
    } else {
      if (value.length > limit) this.error();
      value.slice(0, limit).forEach((item, i) => {
        this.#path.push(i);
        read(item);
        this.#path.pop();
      });
    }
  }

  /** Items of a member, see `each`. @param {any} object @param {string} name @param {boolean} required @param {(item: any) => void} read @param {number} [limit] */
  eachAt(object, name, required, read, limit) {
    this.at(object, name, (value) => this.each(value, required, read, limit));
  }

  // ---- strings

  /** @param {any} value @param {boolean} required @returns {string | null} */
  #string(value, required) {
    if (typeof value === "string") return value.replace(/[\ud800-\udfff]/gu, "\ufffd");
    if (typeof value === "number") {
      this.warn();
      return String(value);
    }
    if (value !== undefined || required) this.error();
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
    if (!text && required && !this.textIsCut) this.warn();
    return text + missingEnds(text);
  }

  /** @param {any} value @param {WhiteSpace} state @returns {string} */
  runOf(value, state) {
    const written = this.#string(value, true);
    return written === null ? "" : this.#cleaned(written, state);
  }

  /** @param {string} written @param {WhiteSpace} state */
  #cleaned(written, state) {
    // An array: a string whose end is cut off again and again would be copied each time.
    const out = [];
    const use = (/** @type {number} */ characters) => {
      this.#room -= characters;
      state.left -= characters;
    };
    for (const c of written) {
      const room = Math.min(this.#room, state.left);
      if (space.test(c)) {
        state.marks = 0;
        state.afterLineEnd ||= lineEnd.test(c);
        if (!state.afterSpace && room > 0) {
          out.push(" ");
          state.afterSpace = true;
          use(1);
        }
        continue;
      }
      if (!state.before && wideSpace.test(c)) continue;
      if (control.test(c)) {
        if (!state.controlsDropped) this.warn();
        state.controlsDropped = true;
        continue;
      }
      state.marks = c > "\u02ff" && mark.test(c) ? state.marks + 1 : 0;
      if (state.marks > mostMarks) {
        if (!state.marksDropped) this.warn();
        state.marksDropped = true;
        continue;
      }
      if (state.afterLineEnd && state.afterSpace && wide.test(state.before) && wide.test(c) && out.at(-1) === " ") {
        out.pop();
        use(-1);
      } else if (room === 0) {
        if (!this.textIsCut && !(state.isCut && this.#room)) this.error();
        this.textIsCut ||= !this.#room;
        state.isCut = true;
        break;
      }
      out.push(c);
      state.before = c;
      state.afterSpace = state.afterLineEnd = false;
      use(1);
    }
    return out.join("");
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
      const { tag } = this.#readLanguage(written);
      if (!tag) this.error();
      else if (written.includes("_")) this.warn();
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
    if (typeof value === "string" && !trimmed(value) && !required) return "";
    const url = typeof value === "string" ? this.#followed(value, use) : "";
    if (!url && (value !== undefined || required)) this.error();
    return url;
  }

  /** See src/document/url.h. @param {string} written @param {UrlUse} use @returns {string} "" where it may not be followed */
  #followed(written, use) {
    const url = /[^\0- ]/.test(written) ? resolveUrl(written, this.#base) : "";
    const may = /^https?:/.test(url) || (use === "link" ? /^mailto:/ : /^(blob:|data:image\/)/i).test(url) ||
      placeOf(url) === placeOf(this.#base);
    return may ? url : "";
  }

  /** @param {any} object @param {string} name @returns {string} an HTML `datetime`; "": none */
  time(object, name) {
    return this.at(object, name, (value) => {
      if (value === undefined || (typeof value === "string" && !trimmed(value))) return "";
      const time = typeof value === "string" ? parseTime(value) : "";
      if (!time) this.error();
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
      if (yes || written === "false" || written === "0") this.warn();
      else this.error();
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
        this.error();
        return null;
      }
      if (mended) this.warn();
      return number;
    });
  }

  /** @param {any} object @param {string} name @returns {number | null} */
  count(object, name) {
    return this.number(object, name, { low: 0, high: Number.MAX_SAFE_INTEGER, whole: true });
  }

  /** @param {any} object @param {string} name @param {boolean} [required] @returns {number} 0: unknown */
  pixels(object, name, required = false) {
    return this.number(object, name, { low: required ? 1 : 0, high: 1e6, whole: true }, required) ?? 0;
  }
}
