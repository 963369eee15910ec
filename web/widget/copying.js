/** @typedef {Pick<import("./widget.js").Host, "load" | "root">} Host */

/**
 * Has copied text written by what is fetched for that. Without the file the browser copies as it does.
 * @param {Host} host @param {AbortSignal} signal
 */
export async function loadCopying({ load, root }, signal) {
  const { watchCopying } = await load("article-viewer-copying.js", () => import("../layer/copying.js"));
  if (!signal.aborted) watchCopying(root, signal);
}

/**
 * The same, when something is first selected in the page: text that is seen as it stands can be copied without.
 * @param {Host} host @param {AbortSignal} signal
 */
export function loadCopyingWhenSelected(host, signal) {
  const begin = () => {
    if (!document.getSelection()?.rangeCount) return;
    document.removeEventListener("selectionchange", begin);
    loadCopying(host, signal).catch(() => {});
  };
  document.addEventListener("selectionchange", begin, { signal });
}
