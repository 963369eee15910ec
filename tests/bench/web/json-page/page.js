// Builds articles from their documents in the page: what a site has that neither prerenders nor embeds the viewer.
import { HtmlArticle } from "../html-article.js";

/** @param {HTMLElement} place with the document's address; the article takes its place */
async function build(place) {
  const answer = await fetch(place.dataset.document ?? "");
  place.outerHTML = String(new HtmlArticle(await answer.json(), new URL(".", answer.url).pathname, place.id));
}

const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-document]"));
await Promise.all([...places].map(build));
// The carousels and tabs start as on the HTML page, when what they need stands.
const started = "/bench/html.js";
await import(started);
