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
function selectionIn(root) {
  const selection = /** @type {Selection | null} */ (/** @type {any} */ (root).getSelection?.() ?? document.getSelection());
  if (!selection || selection.type === "None") return null;
  const range = /** @type {StaticRange | Range | undefined} */ (
    /** @type {any} */ (selection).getComposedRanges?.({ shadowRoots: [root] })[0] ??
      (selection.rangeCount ? selection.getRangeAt(0) : undefined));
  return range ? { selection, start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset } } : null;
}

/** How much of an element's text lies before a boundary; -1: it is not in it. @param {Element} element @param {Boundary} boundary */
function offsetOf(element, { node, offset }) {
  if (!element.contains(node)) return -1;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** @param {Element} element @param {number} offset of its text @returns {Boundary} */
function boundaryAt(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return { node: element, offset: element.childNodes.length };
}

/**
 * Makes the nodes of an element anew, with the same text: a selection that begins or
 * ends in it begins or ends at the same letter.
 * @param {Element} element @param {() => void} write
 */
export function keepingSelection(element, write) {
  const root = element.firstChild ? element.getRootNode() : null;
  const selected = root instanceof ShadowRoot ? selectionIn(root) : null;
  const offsets = selected ? [offsetOf(element, selected.start), offsetOf(element, selected.end)] : [];
  const backward = /** @type {any} */ (selected?.selection)?.direction === "backward";
  write();
  if (!selected || offsets.every((offset) => offset < 0)) return;
  const [start, end] = [selected.start, selected.end].map((boundary, i) =>
    offsets[i] < 0 ? boundary : boundaryAt(element, offsets[i]));
  const [from, to] = backward ? [end, start] : [start, end];
  selected.selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
