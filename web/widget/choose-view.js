import { canStyle } from "../layer/base-styles.js";
import { Page } from "./page.js";
import { failure } from "./read-document.js";

/**
 * How a document is shown: drawn where the browser has what that takes, which the element has seen as far as it can
 * be seen at once (element/code.js), else as the plain view.
 *
 * @typedef {import("./widget.js").Host} Host
 * @typedef {import("../element/code.js").Fault} Fault
 */

/**
 * Whether a context can be made is seen when something has been shown: making one takes as long as that.
 * @param {Host} host @returns {Promise<Page | Fault>} why nothing can be drawn
 */
export async function openPage(host) {
  const { signal, styleSheet } = host;
  try {
    const page = await Page.open(/** @type {Promise<WebAssembly.Module>} */ (host.code));
    const message = page.withoutContext ? "this browser gives no WebGL 2"
      : signal.aborted || canStyle(styleSheet, host) ? "" : "this page allows no style sheet";
    return message ? { reason: "webgl", message } : page;
  } catch (error) {
    const { reason = "wasm", message } = /** @type {Error & {reason?: "version"}} */ (error);
    return { reason, message: `the viewer's core can't be loaded: ${message}` };
  }
}

/**
 * The plain view in the drawing's place.
 * @param {Host} host @param {Fault} fault @param {import("../element/document-source.js").DocumentText} text
 */
export async function openPlain(host, fault, text) {
  const { openWidget } = await host.load("article-viewer-plain-widget.js", () => import("./plain-widget.js"))
    .catch(() => { throw failure(fault.reason, fault.message); });
  return openWidget(Object.assign(host, { fault }), text);
}
