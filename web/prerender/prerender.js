import { compile } from "../core/compile.js";
import { isOfBuild, load, otherBuild } from "../core/files.js";
import { decoder, platformHost } from "../core/platform-host.js";

/**
 * Articles for readers, search engines and link previews without script: the reader and the composers of
 * the core, without text and without a page. It runs in Node and in workers.
 *
 * @typedef {import("./types.js").PrerenderOptions} PrerenderOptions
 * @typedef {import("./types.js").Prerendered} Prerendered
 * @typedef {import("../element/article-document.js").ArticleDocument} ArticleDocument
 */

const encoder = new TextEncoder();

/**
 * @typedef {{core: any, words: Map<string, Promise<void> | null>}} Instance `core`: the module's functions, as
 *   src/web/prerender.h declares them, and its memory; `words`: of languages, null once it has them
 */
/** @type {Promise<Instance> | null} */
let starting = null;

/** The core's code, from beside this file. */
async function ownCode() {
  const url = new URL("./article-viewer-prerender.wasm", import.meta.url);
  const code = await (url.protocol === "file:" ? WebAssembly.compile(await readFile(url)) : compile(url));
  if (!isOfBuild(code)) throw otherBuild("article-viewer-prerender.wasm");
  return code;
}

/** In Node. Its module has no name here that a bundler for browsers would look for. @param {URL} url @returns {Promise<BufferSource>} */
async function readFile(url) {
  return (await import(`${url.protocol === "file:" ? "node" : ""}:fs/promises`)).readFile(url);
}

/** @param {WebAssembly.Module} code @returns {Promise<Instance>} */
async function instanceOf(code) {
  /** @type {any} */
  let exports = null;
  const env = { emscripten_notify_memory_growth() {}, ...platformHost(() => exports) };
  ({ exports } = await WebAssembly.instantiate(code, { env }));
  exports._initialize();
  return { core: exports, words: new Map() };
}

/** A failure is forgotten, so that it can be tried again. @param {WebAssembly.Module} [code] */
function start(code) {
  if (!starting) {
    starting = (code ? Promise.resolve(code) : ownCode()).then(instanceOf);
    starting.catch(() => { starting = null; });
  }
  return starting;
}

/** Texts one after the other in its memory. @param {any} core @param {string[]} texts @returns {number[]} where, and the bytes of each */
function put(core, texts) {
  const parts = texts.map((text) => encoder.encode(text));
  const text = core.av_prerender_buffer(parts.reduce((sum, { length }) => sum + length, 1));
  let at = text;
  for (const part of parts) {
    new Uint8Array(core.memory.buffer, at).set(part);
    at += part.length;
  }
  return [text, ...parts.map(({ length }) => length)];
}

/**
 * @param {any} core @param {string} json @param {PrerenderOptions} options
 * @returns {{refusal: number, texts: string[]}} message, html, head, JSON-LD; title, desc, link and image; the language
 *   whose words it is to have
 */
function ask(core, json, { base = "", language = "", headingLevel = 2 }) {
  const answer = core.av_prerender(...put(core, [json, base, language]), headingLevel);
  const [refusal, ...places] = new Uint32Array(core.memory.buffer, answer, 19);
  const texts = [0, 2, 4, 6, 8, 10, 12, 14, 16].map((i) =>
    decoder.decode(new Uint8Array(core.memory.buffer, places[i], places[i + 1])));
  return { refusal, texts };
}

/** Gives it the words of a language. @param {Instance} instance @param {string} language */
async function teach({ core, words }, language) {
  try {
    const { furtherWords } = await load("article-viewer-further-words.js", () => import("../core/further-words.js"));
    const own = await furtherWords(load, { name: language, script: "" });
    for (const [key, word] of Object.entries(own)) core.av_prerender_word(...put(core, [language, key, word]));
  } catch {
    // English stands, as in the widget.
  }
  words.set(language, null);
}

/**
 * Makes HTML of an article document.
 * @param {ArticleDocument | string} document an object, or its JSON
 * @param {PrerenderOptions} [options]
 * @returns {Promise<Prerendered>} rejects, with a `reason`, where it can't be shown
 */
export async function renderArticle(document, options = {}) {
  const instance = await start(options.code);
  const { core, words } = instance;
  const { refusal, texts: [message, html, head, jsonLd, title, desc, link, image, language] } = (() => {
    try {
      return ask(core, typeof document === "string" ? document : JSON.stringify(document), options);
    } catch (error) {
      // What has trapped answers nothing any more.
      if (error instanceof WebAssembly.RuntimeError) starting = null;
      throw error;
    }
  })();
  if (refusal) throw Object.assign(new Error(message), { reason: refusal === 1 ? "json" : "document" });
  if (language && words.get(language) !== null) {
    if (!words.has(language)) words.set(language, teach(instance, language));
    await words.get(language);
    return renderArticle(document, options);
  }
  return { html, head, jsonLd, share: { title, desc, link, image } };
}
