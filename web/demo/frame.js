import { showDocument, showState, sourceOf } from "./article.js";
import { stateOf } from "./link.js";

/** The page for frames: the article of an address, and nothing else. */

const viewer = document.querySelector("article-viewer");
if (!viewer) throw new Error("no article-viewer");

/** @param {import("../element/types.js").ArticleViewerElement} viewer */
async function show(viewer) {
  const { state } = await stateOf(location.hash.slice(1), document.baseURI);
  document.documentElement.dataset.theme = state.attributes.theme || "auto";
  showState(viewer, state, null);
  if (!showDocument(viewer, state)) viewer.setAttribute("src", sourceOf(state));
}

await show(viewer);
addEventListener("hashchange", () => location.reload());
