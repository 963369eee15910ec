/**
 * Before the element is defined: its events are kept, so that the playground, which comes later, shows them all; and where
 * the address asks for something else than the page's own article, that one is not begun.
 */

/** @type {Event[]} */
const kept = [];
const viewer = document.querySelector("article-viewer");
const keep = (/** @type {Event} */ event) => void kept.push(event);
for (const type of PLAYGROUND_EVENTS) viewer?.addEventListener(type, keep);

/** Events until now, and no more from now on. */
export function takeKeptEvents() {
  for (const type of PLAYGROUND_EVENTS) viewer?.removeEventListener(type, keep);
  return kept.splice(0);
}

if (/[#?&]((sample|url|doc)=)/.test(location.search + location.hash)) viewer?.removeAttribute("src");
