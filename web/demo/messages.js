/**
 * Documents from a CMS, by `postMessage`: docs/playground.md has the messages. Those of other origins than the page's own
 * and the ones that it lists are not looked at.
 *
 * @typedef {import("./state.js").Store} Store
 * @typedef {import("../element/types.js").ArticleViewerElement} Viewer
 */

/** Origins that the page lists. */
function listedOrigins() {
  const listed = document.querySelector('meta[name="playground-origins"]')?.getAttribute("content") ?? "";
  return new Set([location.origin, ...listed.split(/\s+/).filter((one) => one && one !== "null" && one !== "*")]);
}

/**
 * @param {Store} store @param {Viewer} viewer @param {(text: string) => void} show
 */
export function setUpMessages(store, viewer, show) {
  const origins = listedOrigins();
  /** Who waits for an answer. @type {{source: MessageEventSource, origin: string} | null} */
  let asking = null;

  const answer = () => {
    if (!asking) return;
    const { source, origin } = asking;
    asking = null;
    source.postMessage({ type: "article-problems", problems: viewer.problems.map((problem) => ({ ...problem })) }, { targetOrigin: origin });
  };
  viewer.addEventListener("article-load", answer);
  viewer.addEventListener("article-error", answer);

  window.addEventListener("message", ({ origin, source, data }) => {
    if (!origins.has(origin) || !source || data?.type !== "article-document") return;
    const { document: given } = data;
    if (typeof given !== "object" || given === null) return;
    const text = JSON.stringify(given, null, 2);
    asking = { source, origin };
    // The same document changes nothing, and is loaded no more.
    if (store.state.text === text) return answer();
    show(text);
  });

  // A CMS that opened this page, or has it in a frame, may send from now on.
  const other = window.opener ?? (window.parent === window ? null : window.parent);
  for (const origin of other ? origins : []) {
    try {
      other.postMessage({ type: "article-playground" }, origin);
    } catch {
      console.warn(`playground: "${origin}" is no origin`);
    }
  }
}
