import { canStyle } from "../layer/base-styles.js";
import { Page } from "./page.js";
import { failure } from "./read-document.js";
import { Traps } from "./traps.js";

/**
 * How a document is shown: drawn where the browser has what that takes, which the element has seen as far as it can
 * be seen at once (element/code.js), and does not end the core twice, else as the plain view.
 *
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("../element/code.js").Fault} Fault
 * @typedef {import("../element/document-source.js").DocumentText} DocumentText
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {{widget: import("./widget.js").Widget, loaded: Loaded}} Drawn
 * @typedef {{widget: import("./plain-widget.js").PlainWidget, loaded: Loaded}} Plain
 */

/**
 * @param {Host} host @param {DocumentText} text @param {(page: Page) => Promise<Drawn>} openDrawn
 * @returns {Promise<Drawn | Plain>}
 */
export async function openView(host, text, openDrawn) {
  const traps = new Traps();
  while (!traps.fault) {
    const page = await openPage(host);
    if (!(page instanceof Page)) return openPlain(host, page, text);
    const { core } = page;
    const made = await openDrawn(page).catch((error) => traps.note(core, error));
    if (made && !core.ended) return made;
    made?.widget.destroy();
    host.taking = null;  // what stood there before may have been taken already
  }
  return openPlain(host, traps.fault, text);
}

/**
 * Whether a context can be made is seen when something has been shown: making one takes as long as that.
 * @param {Host} host @returns {Promise<Page | Fault>} why nothing can be drawn
 */
async function openPage(host) {
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
 * @param {Host} host @param {Fault} fault @param {DocumentText} text @returns {Promise<Plain>}
 */
async function openPlain(host, fault, text) {
  const { openWidget } = await host.load("article-viewer-plain-widget.js", () => import("./plain-widget.js"))
    .catch(() => { throw failure(fault.reason, fault.message); });
  return openWidget(Object.assign(host, { fault }), text);
}
