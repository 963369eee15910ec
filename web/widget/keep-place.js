import { scrollAround, scrollerOf } from "./scroller.js";

/**
 * In full screen, the element's own or that of what it stands in, another scroller has the article, and comes to its top:
 * what was read is brought back.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{element: HTMLElement, content: HTMLElement, nodes: () => SemanticNode[],
 *   elementOf: (key: number) => HTMLElement | undefined, flush: () => void}} Kept `nodes`: in reading order; `flush` lays
 *   out anew
 */

/** What cuts its content off at the top, CSS px of the viewport. @param {Element | null} scroller */
const edgeOf = (scroller) => scroller && scroller !== document.scrollingElement ? Math.max(0, scroller.getBoundingClientRect().top) : 0;

/** @param {Kept} kept @param {AbortSignal} signal */
export function keepPlace({ element, content, nodes, elementOf, flush }, signal) {
  let screen = document.fullscreenElement;
  /** What is read, and how far below the edge it begins. @type {HTMLElement | undefined} */
  let read;
  let offset = 0;

  const note = () => {
    if (document.fullscreenElement !== screen) return;  // it moves just now
    read = undefined;
    const { top, bottom } = content.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) return;
    const edge = edgeOf(scrollerOf(content));
    if (!screen && top >= edge) return;  // nothing is read yet
    const texts = nodes().filter(({ text, role, hidden, scroller }) => text && role && !hidden && scroller < 0);
    const rectOf = (/** @type {number} */ i) => (read = elementOf(texts[i]?.key))?.getBoundingClientRect();
    let from = 0;
    for (let to = texts.length; from < to;) {
      const middle = from + to >> 1;
      // What has no element yet is far below.
      if (Number(rectOf(middle)?.bottom) <= edge) from = middle + 1;
      else to = middle;
    }
    offset = Number(rectOf(from)?.top) - edge;
  };

  // Only who has just acted can have it come. It may go by itself: what is read in it is known at any time.
  for (const type of ["pointerdown", "keydown", "scroll"])
    document.addEventListener(type, () => { if (screen || type !== "scroll") note(); }, { signal, passive: true, capture: true });
  document.addEventListener("fullscreenchange", ({ target }) => {
    screen = document.fullscreenElement;
    if (/** @type {Element} */ (target).contains(element)) {
      flush();
      if (read?.isConnected) scrollAround(read, read.getBoundingClientRect().top - edgeOf(scrollerOf(read)) - offset);
    }
    note();
  }, { signal });
}
