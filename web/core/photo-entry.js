/**
 * The history entry of an enlarged photo (web/enlarged/history-entry.js) outlives its page, which may be loaded anew in
 * it: with the page's own address and state it would take another Back to leave. Where browsers keep a state beside the
 * page's (the Navigation API) it is marked, and left for the page's own.
 */

const mark = "article-viewer: a photo";
/** @type {any} */
const { navigation } = globalThis;

/** Marks the entry that was just pushed. */
export function markEntry() {
  navigation?.updateCurrentEntry({ state: mark });
}

/** Goes back to the page's own entry, where the page was loaded in a marked one. */
export function leaveMarkedEntry() {
  if (navigation?.currentEntry?.getState() !== mark) return;
  if (document.readyState === "complete") history.back();
  else addEventListener("load", () => history.back(), { once: true });
}
