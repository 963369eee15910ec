const stops = "a[href], button, [tabindex='0']";

/**
 * Focus that was given in place of an element that had gone, by layer: what comes later for that takes it.
 * @type {WeakMap<HTMLElement, {given: Element, around: Element[], before: Set<Element>}>}
 */
const lent = new WeakMap();

/**
 * Holds focus over a change of the layer: it stays where it was, and where that has gone it goes to what has come in the
 * same part of the article, or in the part around it.
 * @param {DocumentOrShadowRoot} root @param {HTMLElement} layer
 * @returns {() => void} to be called after the change
 */
export function holdFocus(root, layer) {
  const focused = root.activeElement;
  if (!(focused instanceof HTMLElement) || !layer.contains(focused)) return () => {};
  const known = lent.get(layer);
  lent.delete(layer);
  const own = known?.given === focused ? known : null;
  /** @type {Element[]} */
  const around = own?.around ?? [];
  for (let at = focused.parentElement; !own && at && layer.contains(at); at = at.parentElement) around.push(at);
  const before = own?.before ?? new Set(layer.querySelectorAll(stops));
  return () => {
    const stays = root.activeElement === focused;
    if (stays && !own) return;
    const beside = around.filter((one) => one.isConnected).map((one) => [...one.querySelectorAll(stops)]).find(({ length }) => length) ?? [];
    const come = beside.find((one) => !before.has(one));
    const next = come ?? (focused.isConnected ? focused : beside.find((one) => one.matches("[data-action=EnlargePhoto]")) ?? beside[0]);
    if (!next) return;
    if (!come && (own || next !== focused)) lent.set(layer, { given: next, around, before });
    if (root.activeElement !== next) /** @type {HTMLElement} */ (next).focus({ preventScroll: true });
  };
}
