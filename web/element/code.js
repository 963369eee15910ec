import { LoadError } from "./document-source.js";
import { coreCode } from "../core/core-code.js";
import { load } from "../core/files.js";

/**
 * The heavy part of the viewer, and whether its core is to be fetched.
 *
 * @typedef {{reason: "wasm" | "webgl" | "version", message: string}} Fault
 */

/** @type {boolean | undefined} */
let plainInAll;

/** An operator's way out, read when the first widget starts: the core is not fetched. */
function isPlainInAll() {
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
function faultHere() {
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
 * Fetches what shows an article.
 * @param {boolean} isPlain in the plain view in any case
 * @returns {{fault: Fault | null, core: Promise<WebAssembly.Module> | null, code: ReturnType<typeof loadCode>}} `fault`: why
 *   nothing can be drawn; `core`: null without a drawing; `code`: rejects with a `LoadError`
 */
export function fetchCode(isPlain) {
  const isAllowed = !isPlain && !isPlainInAll();
  const fault = isAllowed ? faultHere() : null;
  const core = isAllowed && !fault ? coreCode() : null;
  return { fault, core, code: loadCode(!core) };
}

/**
 * @param {boolean} plain
 * @returns {Promise<{openWidget: typeof import("../widget/widget.js").openWidget}>}
 */
export async function loadCode(plain) {
  try {
    return await (plain ? load("article-viewer-plain-widget.js", () => import("../widget/plain-widget.js"))
      : load("article-viewer-widget.js", () => import("../widget/widget.js")));
  } catch (error) {
    const { reason = "wasm", message } = /** @type {Error & {reason?: "version"}} */ (error);
    throw new LoadError(reason, `the viewer's code can't be loaded: ${message}`);
  }
}
