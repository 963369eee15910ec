import { platformHost } from "../core/platform-host.js";

/**
 * Articles for readers, search engines and link previews without script: the reader and the composers of
 * the core, without text and without a page. It runs in Node and in workers.
 *
 * @typedef {import("./types.js").PrerenderOptions} PrerenderOptions
 * @typedef {import("./types.js").Prerendered} Prerendered
 * @typedef {import("../element/article-document.js").ArticleDocument} ArticleDocument
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The module's functions, as src/web/prerender.h declares them, and its memory. @type {Promise<any> | null} */
let starting = null;

/** @returns {Promise<WebAssembly.Module>} */
async function ownCode() {
  const url = new URL("article-viewer-prerender.wasm", import.meta.url);
  if (url.protocol === "file:") {
    // @ts-expect-error Of Node there are no types here.
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {WebAssembly.Module} code */
async function instanceOf(code) {
  /** @type {any} */
  let exports = null;
  const env = { emscripten_notify_memory_growth() {}, ...platformHost(() => exports) };
  ({ exports } = await WebAssembly.instantiate(code, { env }));
  exports._initialize();
  return exports;
}

/** A failure is forgotten, so that it can be tried again. @param {WebAssembly.Module} [code] */
function start(code) {
  if (!starting) {
    starting = (code ? Promise.resolve(code) : ownCode()).then(instanceOf);
    starting.catch(() => { starting = null; });
  }
  return starting;
}

/**
 * @param {any} core @param {string} json @param {PrerenderOptions} options
 * @returns {{refusal: number, texts: string[]}} message, html, head, JSON-LD; title, desc, link and image
 */
function ask(core, json, { base = "", language = "", headingLevel = 2 }) {
  const parts = [json, base, language].map((part) => encoder.encode(part));
  let at = core.av_prerender_buffer(parts.reduce((sum, { length }) => sum + length, 1));
  const text = at;
  for (const part of parts) {
    new Uint8Array(core.memory.buffer, at).set(part);
    at += part.length;
  }
  const [jsonBytes, baseBytes, languageBytes] = parts.map(({ length }) => length);
  const answer = core.av_prerender(text, jsonBytes, baseBytes, languageBytes, headingLevel);
  const [refusal, ...places] = new Uint32Array(core.memory.buffer, answer, 17);
  const texts = [0, 2, 4, 6, 8, 10, 12, 14].map((i) =>
    decoder.decode(new Uint8Array(core.memory.buffer, places[i], places[i + 1])));
  return { refusal, texts };
}

/**
 * Makes HTML of an article document.
 * @param {ArticleDocument | string} document an object, or its JSON
 * @param {PrerenderOptions} [options]
 * @returns {Promise<Prerendered>} rejects, with a `reason`, where it can't be shown
 */
export async function renderArticle(document, options = {}) {
  const core = await start(options.code);
  const { refusal, texts: [message, html, head, jsonLd, title, desc, link, image] } = (() => {
    try {
      return ask(core, typeof document === "string" ? document : JSON.stringify(document), options);
    } catch (error) {
      // What has trapped answers nothing any more.
      if (error instanceof WebAssembly.RuntimeError) starting = null;
      throw error;
    }
  })();
  if (refusal) throw Object.assign(new Error(message), { reason: refusal === 1 ? "json" : "document" });
  return { html, head, jsonLd, share: { title, desc, link, image } };
}
