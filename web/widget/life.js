/** How far a widget has come, in this order. */
export const Life = /** @type {const} */ ({
  Made: 0,
  /** The layer shows the document. */
  Shown: 1,
  /** The load was told of: events may follow it. */
  Told: 2,
  /** What readers don't see at once may be made: the drawing, what it takes to yield. */
  Whole: 3,
  Gone: 4,
});

/** @param {() => void} call not where the reader waits for something else, but within half a second */
export function whenIdle(call) {
  // What was written is painted first. Safari has no idle callbacks; in a page that is not shown nothing is painted.
  const later = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(call, { timeout: 500 });
    else setTimeout(call, 50);
  };
  if (document.visibilityState === "hidden") later();
  else requestAnimationFrame(later);
}
