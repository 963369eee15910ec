/**
 * The reader's selection, where the nodes that it ends in are made anew.
 *
 * @typedef {{node: Node, offset: number}} Boundary
 */

/**
 * What is selected in a shadow tree: Chromium asks the root, Firefox the document,
 * WebKit for composed ranges.
 * @param {ShadowRoot} root @returns {{selection: Selection, start: Boundary, end: Boundary} | null}
 */
export function selectionIn(root) {
  // Whether there is one is known without a layout of the page, its type is not.
  if (!document.getSelection()?.rangeCount) return null;
  const selection = /** @type {Selection | null} */ (/** @type {any} */ (root).getSelection?.() ?? document.getSelection());
  if (!selection || selection.type === "None") return null;
  const range = /** @type {StaticRange | Range | undefined} */ (
    /** @type {any} */ (selection).getComposedRanges?.({ shadowRoots: [root] })[0] ??
      (selection.rangeCount ? selection.getRangeAt(0) : undefined));
  return range ? { selection, start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset } } : null;
}

/**
 * The text that a boundary is in, and how much of it lies before.
 * @param {(node: Node) => Element | null} textAt @param {Boundary} boundary
 */
export function placeOf(textAt, { node, offset }) {
  const element = textAt(node);
  if (!element) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return { element, offset: range.toString().length };
}

/**
 * @param {Element} element @param {number} offset of its text
 * @param {boolean} [before] at the beginning of what follows, where it is at an end
 * @returns {Boundary}
 */
export function boundaryAt(element, offset, before = false) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (before ? left < length : left <= length) return { node, offset: left };
    left -= length;
  }
  return { node: element, offset: element.childNodes.length };
}

/**
 * Writes into a shadow tree, by which the nodes of texts may be made anew: a selection
 * that begins or ends in such a text begins or ends at the same letter. It is asked for
 * before, when the page is laid out: later that would cost a layout.
 * @param {ShadowRoot} root @param {(node: Node) => Element | null} textAt the element of the text that a node is in
 * @param {() => void} write @param {boolean} [moves] what is selected may be put elsewhere, by which it is lost
 */
export function keepingSelection(root, textAt, write, moves = false) {
  const selected = selectionIn(root);
  if (!selected) {
    write();
    return;
  }
  const { selection } = selected;
  const backward = /** @type {any} */ (selection).direction === "backward";
  const ends = [selected.start, selected.end].map((boundary) => ({ boundary, place: placeOf(textAt, boundary) }));
  write();
  if (!moves && ends.every(({ boundary, place }) => !place || boundary.node.isConnected)) return;
  const [start, end] = ends.map(({ boundary, place }) =>
    place?.element.isConnected ? boundaryAt(place.element, place.offset) : boundary);
  const [from, to] = backward ? [end, start] : [start, end];
  if (from.node.isConnected && to.node.isConnected)
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
