import { bringBack } from "./anchor.js";

/**
 * In full screen another scroller has the article, and it comes to its top, as the page does when that is left: what
 * was read is brought back each time.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{element: HTMLElement, elementOf: (key: number) => HTMLElement | undefined, flush: () => void,
 *   read: () => {nodes: SemanticNode[], seen: import("../core/core-viewer.js").Extent} | null}} Reader
 *   `read`: what was seen until now, null: nothing is near, or the browser holds it; `flush`: lays out and writes
 */

/** @param {Reader} reader @param {AbortSignal} signal */
export function keepPlaceInFullScreen({ element, elementOf, flush, read }, signal) {
  document.addEventListener("fullscreenchange", ({ target }) => {
    const screen = /** @type {Element} */ (target);  // that came or went
    const isAround = screen === element || screen !== document.documentElement && screen.contains(element);
    const before = isAround && read();
    if (!before || document.fullscreenElement && before.seen.top <= 0) return;
    const release = bringBack(before.nodes, before.seen, elementOf);
    flush();
    release();
  }, { signal });
}
