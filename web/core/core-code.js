/**
 * The core's code. It is asked for together with the widget's, so that the two
 * arrive side by side.
 */

/** @type {Promise<WebAssembly.Module> | null} */
let compiling = null;

/** A failure is forgotten, so that it can be tried again. @returns {Promise<WebAssembly.Module>} */
export function coreCode() {
  if (!compiling) {
    compiling = compile(new URL("article-viewer.wasm", import.meta.url));
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

/**
 * While it arrives, or, where that can't be (some web views, servers without the
 * type), all at once.
 * @param {URL} url @returns {Promise<WebAssembly.Module>}
 */
async function compile(url) {
  const streams = "compileStreaming" in WebAssembly;  // where there is none, nothing is fetched
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const [type] = (response.headers.get("content-type") ?? "").split(";");
  if (streams && type.trim() === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
