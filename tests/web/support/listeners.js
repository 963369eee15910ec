// Runs in a page before its scripts: counts the listeners of what outlives an element.
(() => {
  /** @type {Map<string, number>} by kind of target and type */
  const listening = new Map();
  /** @type {any} */ (window).listening = listening;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /** @type {WeakMap<EventTarget, Map<string, Set<unknown>>>} */
  const known = new WeakMap();

  /** @param {EventTarget} target @param {string} type @param {any} options */
  function listenersOf(target, type, options) {
    const all = known.get(target) ?? new Map();
    known.set(target, all);
    const key = `${type} ${typeof options === "boolean" ? options : !!options?.capture}`;
    if (!all.has(key)) all.set(key, new Set());
    return /** @type {Set<unknown>} */ (all.get(key));
  }

  /** @param {EventTarget} target @param {string} type @param {number} change */
  function count(target, type, change) {
    const name = `${target.constructor.name} ${type}`;
    listening.set(name, (listening.get(name) ?? 0) + change);
  }

  const outlives = (/** @type {EventTarget} */ target) => [Window, Document, MediaQueryList, VisualViewport].some((kind) => target instanceof kind);

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    addEventListener.call(target, type, listener, options);
    const { signal, once } = /** @type {AddEventListenerOptions} */ (typeof options === "object" ? options : {});
    if (!outlives(target) || signal?.aborted || once) return;
    const all = listenersOf(target, type, options);
    if (all.has(listener)) return;
    all.add(listener);
    count(target, type, 1);
    if (signal) addEventListener.call(signal, "abort", () => { if (all.delete(listener)) count(target, type, -1); });
  };

  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    removeEventListener.call(target, type, listener, options);
    if (outlives(target) && listenersOf(target, type, options).delete(listener)) count(target, type, -1);
  };
})();
