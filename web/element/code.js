import { LoadError } from "./document-source.js";

/** The heavy part of the viewer, and whether its core is to be fetched. */

let failures = 0;

/** @type {boolean | undefined} */
let plainInAll;

/** An operator's way out, read when the first widget starts: the core is not fetched. */
export function isPlainInAll() {
  plainInAll ??= /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="article-viewer"]'))
    ?.content.trim() === "view=plain";
  return plainInAll;
}

/**
 * A browser remembers a module that could not be fetched, so a retry asks for it
 * under another address.
 * @returns {Promise<typeof import("../widget/widget.js")>}
 */
export async function loadCode() {
  try {
    if (!failures) return await import("../widget/widget.js");
    return await import(new URL(`./article-viewer-widget.js?retry=${failures}`, import.meta.url).href);
  } catch (error) {
    failures += 1;
    throw new LoadError("wasm", `the viewer's code can't be loaded: ${/** @type {Error} */ (error).message}`);
  }
}
