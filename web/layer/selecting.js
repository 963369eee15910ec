import { watchCopying } from "./copying.js";
import { boundaryAt, placeOf, selectionIn } from "./selection.js";

/**
 * What readers do with text beyond reading it: select a word of it, copy it.
 * @param {ShadowRoot} root @param {AbortSignal} signal
 */
export function watchSelecting(root, signal) {
  watchCopying(root, signal);
  if ("Segmenter" in Intl) watchDoubleClicks(root, signal);
}

/** The text that a node is in, where its lines are those of the drawing. @param {Node} node */
const lineTextAt = (node) => (node instanceof Element ? node : node.parentElement)?.closest(".broken") ?? null;

/**
 * A double click on the last letter of a drawn line selects its word. Browsers take the space behind it, which has no
 * width there.
 * @param {ShadowRoot} root @param {AbortSignal} signal
 */
function watchDoubleClicks(root, signal) {
  root.addEventListener("dblclick", () => {
    const selected = selectionIn(root);
    if (!selected) return;
    const { selection, start } = selected;
    const place = selection.toString().trim() ? null : placeOf(lineTextAt, start);
    if (!place) return;
    const before = (place.element.textContent ?? "").slice(0, place.offset);
    const language = place.element.closest("[lang]")?.getAttribute("lang") || undefined;
    const words = [...new Intl.Segmenter(language, { granularity: "word" }).segment(before)];
    const word = words.reverse().find(({ isWordLike }) => isWordLike);
    if (!word) return;
    const [from, to] = [boundaryAt(place.element, word.index, true), boundaryAt(place.element, word.index + word.segment.length)];
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }, { signal });
}
