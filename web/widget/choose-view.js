import { canStyle } from "../layer/layer-styles.js";
import { Page } from "./page.js";
import { failure } from "./read-document.js";

/**
 * How a document is shown: drawn where the browser has what that takes, else
 * as the plain view; and by the core or, where that can't be loaded or is not to
 * be, by what reads documents without it.
 *
 * @typedef {import("./widget.js").Host} Host
 */

/** What the drawing is made of, beside WebAssembly and WebGL 2. */
const needed = ["OffscreenCanvas", "createImageBitmap", "ResizeObserver", "IntersectionObserver",
  "CanvasRenderingContext2D", "WebGL2RenderingContext"];

/**
 * Tells the page why, where it is not what was asked for. Whether a context can be
 * made is seen when something has been shown: making one takes as long as that.
 * @param {Host} host @returns {Promise<{page: Page, view: "canvas" | "plain"}>}
 */
export async function chooseView(host) {
  const { view } = host.options();
  const name = needed.find((one) => !(one in window));
  const page = await openPage(host);
  if (host.signal.aborted || page.plain || view === "plain") return { page, view: "plain" };
  const fault = name ? `this browser has no ${name}` : page.withoutContext ? "this browser gives no WebGL 2"
    : canStyle(host.styleSheet, host.root) ? "" : "this page allows no style sheet";
  if (!fault) return { page, view: "canvas" };
  if (view === "canvas") throw failure("webgl", fault);
  host.emit("article-error", { reason: "webgl", message: fault });
  return { page, view: "plain" };
}

/** @param {Host} host @returns {Promise<Page>} */
async function openPage(host) {
  if (!host.code) return Page.openPlain();
  try {
    return await Page.open(host.code);
  } catch (error) {
    const message = `the viewer's core can't be loaded: ${/** @type {Error} */ (error).message}`;
    if (host.signal.aborted || host.options().view === "canvas") throw failure("wasm", message);
    const page = await Page.openPlain().catch(() => {
      throw failure("wasm", message);
    });
    if (!host.signal.aborted) host.emit("article-error", { reason: "wasm", message });
    return page;
  }
}
