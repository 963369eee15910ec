import { showDocument, showState, sourceOf } from "./article.js";
import { DocumentPanel } from "./document-panel.js";
import { choices, find } from "./elements.js";
import { setUpEmbed } from "./embed-panel.js";
import { setUpEvents } from "./events-panel.js";
import { setUpGallery } from "./gallery-panel.js";
import { hashOf, stateOf } from "./link.js";
import { setUpMessages } from "./messages.js";
import { setUpSettings } from "./settings-panel.js";
import { setUpShare } from "./share.js";
import { Sources } from "./sources.js";
import { sampleNames, Store, widths } from "./state.js";
import { Tabs } from "./tabs.js";
import { setUpWords } from "./words-panel.js";

/** The playground: one state, shown by the article, its panels and the page's address. */

const viewer = /** @type {import("../element/types.js").ArticleViewerElement} */ (find("article-viewer", HTMLElement));
const stage = find(".stage", HTMLElement);
const message = find("#message", HTMLElement);
const store = new Store();

/** Tells what went wrong; "" takes it back. @param {string} text */
function say(text) {
  message.textContent = text;
}

/** The state that an address asks for. @param {string} hash @param {URLSearchParams} query */
async function askedState(hash, query) {
  const { state, refused } = await stateOf(hash, document.baseURI);
  const sample = query.get("sample");
  if (sample !== null && !new URLSearchParams(hash).has("sample")) {
    if (sampleNames.includes(/** @type {any} */ (sample))) state.sample = sample;
    else refused.push("sample");
  }
  return { state, told: refused.length ? `The address asks for what the playground doesn’t know, which was left out: ${refused.join(", ").slice(0, 200)}.` : "" };
}

/** A link to a place of the page is no state. @param {string} hash */
const isPlace = (hash) => /^#[\w-]*$/.test(hash) && (hash === "" || document.getElementById(hash.slice(1)) !== null);

/** The state that the address has now, so that it is not read again. */
let written = "";
async function writeAddress() {
  const { hash } = await hashOf(store.state);
  if (hash === written) return;
  written = hash;
  // What the widget keeps in the entry stays.
  history.replaceState(history.state, "", `${location.pathname}${hash ? `#${hash}` : ""}`);
}

async function readAddress() {
  if (isPlace(location.hash) || location.hash.slice(1) === written) return;
  const { state, told } = await askedState(location.hash.slice(1), new URLSearchParams());
  store.change(state);
  say(told);
}

function setUpWidths() {
  const { group, show } = choices("width", "Width of the article", widths.map((width) => [width, width || "Full"]), (width) => store.change({ width }));
  find("#widths", HTMLElement).append(group);
  store.follow(({ width }) => show(width));
}

/** The line above the article. */
function describe() {
  const { state } = store;
  const name = state.text !== null ? "Your document" : state.url || `${state.sample}.json`;
  const told = { empty: "nothing to show", loading: "loading", failed: "can’t be shown", ready: "ready" }[viewer.state];
  find("#shown", HTMLElement).textContent = `${name} · ${told ?? ""}`;
}

/** In which language the article is. */
const language = () => viewer.shadowRoot?.querySelector(".layer[lang]")?.getAttribute("lang") || store.state.lang || document.documentElement.lang;
const title = () => viewer.share?.title ?? "";

const { state, told } = await askedState(isPlace(location.hash) ? "" : location.hash.slice(1), new URLSearchParams(location.search));
store.change(state);
showState(viewer, state, null);
const start = state.text !== null || sourceOf(state) !== viewer.getAttribute("src");
const broken = start && !showDocument(viewer, state);
if (broken) viewer.setAttribute("src", sourceOf(state));
say(broken ? "The document in this address is no JSON: the editor says where. What it was made from is shown." : told);
document.documentElement.dataset.theme = state.attributes.theme || "auto";

const tabs = new Tabs();
const panel = new DocumentPanel(store, viewer, say, () => tabs.open("document"));
store.follow((now, before) => {
  if (now === before) return;
  showState(viewer, now, before);
  if (now.text !== before.text || sourceOf(now) !== sourceOf(before)) showDocument(viewer, now);
  document.documentElement.dataset.theme = now.attributes.theme || "auto";
  void writeAddress();
});
store.follow(({ width }) => { stage.dataset.width = width; });
setUpWidths();
setUpGallery(store);
setUpSettings(store);
const showWords = setUpWords(store, language);
const writeCode = setUpEmbed(store, title);
setUpEvents(viewer);
setUpShare(store);
const sources = new Sources({ store, say });
setUpMessages(store, viewer, (text) => {
  sources.end();
  say("");
  store.change({ text });
});
tabs.whenOpened("document", () => panel.opened());
tabs.whenOpened("words", () => void showWords());
for (const type of ["article-load", "article-error"])
  viewer.addEventListener(type, () => {
    describe();
    void writeCode();
    void showWords();
  });
store.follow(describe);
if (viewer.state !== "loading") void panel.showProblems();
addEventListener("hashchange", () => void readAddress());
// A link to a place must not take the state's.
for (const skip of document.querySelectorAll("a.skip"))
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    if (skip.getAttribute("href") === "#panel") tabs.open("");
    find(skip.getAttribute("href") ?? "", HTMLElement).focus();
  });
