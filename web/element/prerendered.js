/**
 * What a page has put into the element beforehand: prerendered content (docs/prerender.md), which stands until the
 * widget takes its place, and the document itself.
 */

/** @param {Element} element @returns {Element | null} */
export const prerenderedIn = (element) => element.querySelector(":scope > .article-viewer-prerendered");

/** @param {Element} element @returns {string | undefined} JSON, as the page wrote it */
export const documentIn = (element) =>
  element.querySelector(':scope > script[type="application/json" i]')?.textContent ?? undefined;

/** What of the content was pressed last, but for links, which lead on by themselves. */
export class Pressed {
  /** @type {Element | null} */
  target = null;

  /** @param {Element} element @param {AbortSignal} signal */
  constructor(element, signal) {
    element.addEventListener("click", ({ target }) => {
      if (target instanceof Element && prerenderedIn(element)?.contains(target) && !target.closest("a")) this.target = target;
    }, { signal });
  }
}
