/**
 * The other files: where they are, and that they are of this build. The element's own file decides, and hands `load`
 * to what it loads (Host in web/widget/host.d.ts), as each file has a copy of what several share.
 *
 * @typedef {<T>(name: string, beside: () => Promise<T>) => Promise<T>} Load `beside` imports the file from beside this
 *   one, in words that bundlers understand; rejects with what the browser says, or with a `reason`, `version`
 * @typedef {typeof import("./recovery.js")} Recovery
 */

/** Where the page says that they are. @type {URL | null} */
let base = null;

/** @param {string | URL} url of a folder @throws {TypeError} it is no URL */
export function setAssetBase(url) {
  if (globalThis.document) base = new URL(`${url}`.replace(/\/?$/, "/"), document.baseURI);
}

/** @param {string} name @returns {URL | null} null: beside this one */
export const inBase = (name) => base && new URL(name, base);

/** @template T @param {T} module @returns {T | null} null: it is of another build, and not to be used */
const ofBuild = (module) => /** @type {any} */ (module).build === ARTICLE_VIEWER_BUILD ? module : null;

/** Whether compiled code is of this build. @param {WebAssembly.Module} code */
export const isOfBuild = (code) =>
  new TextDecoder().decode(WebAssembly.Module.customSections(code, "build")[0]) === ARTICLE_VIEWER_BUILD;

/** @param {string} name @returns {Error & {reason: "version"}} */
export const otherBuild = (name) => Object.assign(new Error(`${name} is of another build`), { reason: /** @type {const} */ ("version") });

/**
 * Does what is left to do where a file is not as it should be. That is a file of its own, without which it stands.
 * @template T @param {string} name @param {unknown} error with it; null: it is of another build
 * @param {(recovery: Recovery) => Promise<T>} use @returns {Promise<T>}
 */
export async function recover(name, error, use) {
  const recovery = await import("./recovery.js").then(ofBuild, () => null);
  if (!recovery) throw error ?? otherBuild(name);
  return use(recovery);
}

/** @type {Load} */
export function load(name, beside) {
  const url = inBase(name);
  const again = (/** @type {unknown} */ error) => recover(name, error, ({ loadAgain }) => loadAgain(name, url, error));
  return (url ? import(url.href) : beside()).then((module) => ofBuild(module) ?? again(null), again);
}
