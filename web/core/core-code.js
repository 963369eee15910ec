import { inBase, isOfBuild, load, recover } from "./files.js";

/**
 * The core's code. It is asked for together with the widget's, so that the two
 * arrive side by side.
 */

/** @type {Promise<WebAssembly.Module> | null} */
let compiling = null;

/** A failure is forgotten, so that it can be tried again. @returns {Promise<WebAssembly.Module>} */
export function coreCode() {
  if (!compiling) {
    compiling = fetchCore();
    compiling.catch(() => { compiling = null; });
    setTimeout(prepareFormats);
  }
  return compiling;
}

/**
 * A browser's first format takes it some 20 ms, for which it has the time now: files are on their way. Chinese needs
 * none.
 */
function prepareFormats() {
  if (/^(zh|yue)/i.test(document.documentElement.lang)) return;
  new Intl.NumberFormat("en");
  new Intl.DateTimeFormat("en");
}

const file = "article-viewer.wasm";

/** Whether the page says what its files are to be. */
const hasIntegrity = () => [.../** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[type="importmap"]'))]
  .some(({ text }) => text.includes('"integrity"'));

/**
 * Beside this file; in a bundle whose maker knows of it, under another name.
 * @returns {URL | null} null: in a bundle without it
 */
function besideThis() {
  const url = new URL("./article-viewer.wasm", import.meta.url);
  return !/\/article-viewer\.wasm$/.test(url.href) || /^http.*\/article-viewer[^/]*$/.test(import.meta.url) ? url : null;
}

/** While it arrives; where that can't be, what is done is in a file of its own. */
async function fetchCore() {
  /** @type {URL | null} */
  let url = null;
  /** @type {WebAssembly.Module | null} */
  let code = null;
  /** @type {unknown} */
  let error = null;
  try {
    url = inBase(file) ?? besideThis();
    if (hasIntegrity()) throw new Error("what checks it can't be loaded");
    code = url && await WebAssembly.compileStreaming(fetch(url));
  } catch (refused) {
    error = refused;
  }
  return code && isOfBuild(code) ? code : recover(file, error, ({ coreAgain }) => coreAgain(load, url, !!code));
}
