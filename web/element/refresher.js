import { isSameArticle } from "../core/same-article.js";
import { fetchDocument } from "./document-source.js";

/**
 * Rankings and comments that change while an article is read: fetched again every so
 * often, while the article is seen. Loaded where an element has `refresh`.
 *
 * @typedef {import("./document-source.js").DocumentText} DocumentText
 * @typedef {{options: () => import("./attributes.js").Options, text: () => DocumentText,
 *   show: (text: DocumentText, signal: AbortSignal) => Promise<void>}} Host `text`: of what is shown; `show`: shows it in its place
 */

/** How much rarer it is asked for, at most, what can't be had. */
const rarest = 8;
const decoder = new TextDecoder();

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Members that are URLs, wherever they stand. */
const urls = ["url", "src", "media"];

/** The same with URLs that need no base. @param {unknown} part @param {string} base */
const absolute = (part, base) => JSON.parse(JSON.stringify(part), (name, value) => {
  if (!urls.includes(name) || typeof value !== "string" || !value.trim()) return value;
  try {
    return new URL(value, base).href;
  } catch {
    return value;
  }
});

/**
 * A document with the rankings and comments of another one.
 * @param {DocumentText} before @param {DocumentText} fresh
 * @returns {DocumentText | null} null: there is nothing new, or the other one is of another article; throws where it is no document
 */
export function withFreshParts(before, fresh) {
  const [old, now] = [before, fresh].map(({ bytes }) => JSON.parse(decoder.decode(bytes)));
  if (!isObject(now) || !["article", "gallery", "rankings", "comments"].some((name) => isObject(now[name])))
    throw new Error("an answer that is no document");
  const isOther = !isSameArticle(old.article ?? {}, now.article ?? {}, true);
  // What is no part is no news of it.
  const [rankings, comments] = ["rankings", "comments"].map((name) => {
    if (now[name] !== undefined && !isObject(now[name])) return old[name];
    // It may have been redirected to another place than before.
    return now[name] && fresh.base !== before.base ? absolute(now[name], fresh.base) : now[name];
  });
  if (isOther || JSON.stringify([rankings, comments]) === JSON.stringify([old.rankings, old.comments])) return null;
  const text = JSON.stringify({ ...old, rankings, comments });
  return { bytes: new TextEncoder().encode(text), base: before.base };
}

export class Refresher {
  #host;
  #timer = 0;
  #failures = 0;
  #seen = false;
  /** It would have been fetched if it had been seen. */
  #due = false;
  #end = new AbortController();

  /** @param {Element} element @param {Host} host */
  constructor(element, host) {
    this.#host = host;
    const { signal } = this.#end;
    const observer = new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      this.#look();
    });
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#wait();
  }

  #wait() {
    const seconds = this.#host.options().refresh;
    if (seconds === null || this.#end.signal.aborted) return;
    this.#timer = window.setTimeout(() => {
      this.#due = true;
      this.#look();
    }, seconds * 1000 * Math.min(rarest, 2 ** this.#failures));
  }

  #look() {
    if (!this.#due || !this.#seen || document.visibilityState === "hidden") return;
    this.#due = false;
    // What fails is tried again, and nobody is told.
    void this.#fetch().then(() => { this.#failures = 0; }, () => { this.#failures += 1; }).then(() => this.#wait());
  }

  async #fetch() {
    const { signal } = this.#end;
    const options = this.#host.options();
    // The browser asks with the ETag or date of what it has.
    const text = withFreshParts(this.#host.text(), await fetchDocument(options.src, options, true, signal));
    if (text && !signal.aborted) await this.#host.show(text, signal);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#end.abort();
  }
}
