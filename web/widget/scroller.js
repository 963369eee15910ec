/** The innermost scroller around an element, through shadow roots and slots. @param {Element} element @returns {Element | null} */
export function scrollerOf(element) {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

/** Scrolls it, at once. @param {Element} element @param {number} top further down, CSS px */
export function scrollAround(element, top) {
  scrollerOf(element)?.scrollBy({ top, behavior: "instant" });
}

/** @param {Element} element @returns {Element | null} */
function parentOf(element) {
  const { parentNode } = element;
  return element.assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}
