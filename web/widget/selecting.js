/** @typedef {Pick<import("./host.js").Host, "load" | "root">} Host */

/**
 * Has text selected and copied by what is fetched for that. Without the file the browser does as it does.
 * @param {Host} host @param {AbortSignal} signal
 */
export async function loadSelecting({ load, root }, signal) {
  const { watchSelecting } = await load("article-viewer-selecting.js", () => import("../layer/selecting.js"));
  if (!signal.aborted) watchSelecting(root, signal);
}

/**
 * The same, when something is first selected in the page: text that is seen as it stands can be copied without.
 * @param {Host} host @param {AbortSignal} signal
 */
export function loadSelectingWhenSelected(host, signal) {
  const begin = () => {
    if (!document.getSelection()?.rangeCount) return;
    document.removeEventListener("selectionchange", begin);
    loadSelecting(host, signal).catch(() => {});
  };
  document.addEventListener("selectionchange", begin, { signal });
}
