/**
 * Whether an article can be seen and used: over one that can't, a modal photo would
 * hold the page without being seen.
 */

/** What an element stands in, and itself, through slots and out of shadow trees. @param {Element} element @returns {Element[]} */
function around(element) {
  /** @type {Element[]} */
  const all = [];
  for (let at = /** @type {Element | undefined} */ (element); at;
    at = at.assignedSlot ?? at.parentElement ?? /** @type {ShadowRoot} */ (at.getRootNode()).host) all.push(at);
  return all;
}

/** @param {Element} element in the article */
export const isUsable = (element) => element.checkVisibility?.({ visibilityProperty: true }) !== false &&
  !around(element).some((one) => one.hasAttribute("inert"));

/**
 * Tells when an open dialog's article can no longer be seen or used: it is not shown, or not visible, which
 * a transition of the dialog tells of, or is inert.
 * @param {HTMLDialogElement} dialog @param {() => void} lost @returns {() => void} that ends it
 */
export function watchUse(dialog, lost) {
  const end = new AbortController();
  const look = () => {
    if (!isUsable(dialog)) lost();
  };
  const shown = new IntersectionObserver(look);
  shown.observe(dialog);
  const inert = new MutationObserver(look);
  for (const root of new Set(around(dialog).map((one) => one.getRootNode())))
    inert.observe(root, { attributeFilter: ["inert"], subtree: true });
  dialog.addEventListener("transitionend", look, { signal: end.signal });
  return () => {
    end.abort();
    shown.disconnect();
    inert.disconnect();
  };
}
