import { LoadError } from "./document-source.js";

/**
 * The heavy part of the viewer, and whether its core is to be fetched.
 *
 * @typedef {{reason: "wasm" | "webgl", message: string}} Fault
 */

let failures = 0;

/** @type {boolean | undefined} */
let plainInAll;

/** An operator's way out, read when the first widget starts: the core is not fetched. */
export function isPlainInAll() {
  plainInAll ??= /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="article-viewer"]'))
    ?.content.trim() === "view=plain";
  return plainInAll;
}

/** What the drawing is made of, beside WebAssembly. */
const needed = ["OffscreenCanvas", "createImageBitmap", "ResizeObserver", "IntersectionObserver", "WebGL2RenderingContext"];

/** @type {Fault | null | undefined} */
let fault;

/**
 * Why nothing can be drawn here, as far as that is seen before anything is fetched: WebAssembly that is refused or
 * not there, a part of the platform, or a browser from before Chromium 111, Safari 16.4 and Firefox 115.
 * @returns {Fault | null}
 */
export function faultHere() {
  if (fault !== undefined) return fault;
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    const name = CSS.supports("color", "color-mix(in srgb,red,red)") ? needed.find((one) => !(one in window)) : "color-mix()";
    return fault = name ? { reason: "webgl", message: `this browser has no ${name}` } : null;
  } catch (error) {
    return fault = { reason: "wasm", message: /** @type {Error} */ (error).message };
  }
}

/**
 * A browser remembers a module that could not be fetched, so a retry asks for it
 * under another address.
 * @param {boolean} plain
 * @returns {Promise<{openWidget: typeof import("../widget/widget.js").openWidget}>}
 */
export async function loadCode(plain) {
  try {
    if (failures) return await import(new URL(`./article-viewer-${plain ? "plain-" : ""}widget.js?retry=${failures}`, import.meta.url).href);
    return plain ? await import("../widget/plain-widget.js") : await import("../widget/widget.js");
  } catch (error) {
    failures += 1;
    throw new LoadError("wasm", `the viewer's code can't be loaded: ${/** @type {Error} */ (error).message}`);
  }
}
