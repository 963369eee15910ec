import { sourceOf } from "./article.js";
import { choices, copy, find } from "./elements.js";
import { frameCode, htmlCode, reactCode } from "./embed-code.js";
import { hashOf } from "./link.js";

/** The lines to copy. @typedef {import("./state.js").Store} Store */

/** What is said of each way. @type {Record<string, string>} */
const notes = {
  html: "A script and the element: into any page. The files may lie on your own server.",
  react: "React 19 or later; the package is the folder that holds article-viewer.js.",
  iframe: "Nothing of it touches your page: the article is shown by this playground’s own frame.",
};

/** @param {Store} store @param {() => string} title of the article */
export function setUpEmbed(store, title) {
  const shown = find("#embed", HTMLElement);
  const note = find("#embed-note", HTMLElement);
  const save = find("#save-document", HTMLAnchorElement);
  let way = "html";
  let turn = 0;
  let address = "";

  const write = async () => {
    const { state } = store;
    const mine = ++turn;
    const { hash, whole } = await hashOf(state);
    if (mine !== turn) return;
    const addresses = {
      module: new URL("article-viewer.js", document.baseURI).href,
      document: state.text === null ? new URL(sourceOf(state), document.baseURI).href : "article.json",
      frame: new URL(`demo/frame.html${hash ? `#${hash}` : ""}`, document.baseURI).href,
      title: title() || "Article",
    };
    shown.textContent = way === "html" ? htmlCode(state, addresses) : way === "react" ? reactCode(state, addresses) : frameCode(addresses);
    const typed = state.text !== null;
    save.hidden = !typed || way === "iframe";
    note.textContent = way === "iframe" && !whole
      ? "The document is too long for an address: the frame shows what it was made from. Put the document on a server, and give its URL."
      : typed && way !== "iframe" ? `${notes[way]} Save the document beside the page.` : notes[way];
  };

  const { group, show } = choices("way", "Embedding code for", [["html", "HTML"], ["react", "React"], ["iframe", "iframe"]], (value) => {
    way = value;
    void write();
  });
  show(way);
  find("#ways", HTMLElement).append(group);
  find("#copy", HTMLButtonElement).addEventListener("click", () =>
    void copy(shown.textContent ?? "", shown, find("#copied", HTMLElement)));
  store.follow((state, before) => {
    if (state.text !== before.text) {
      if (address) URL.revokeObjectURL(address);
      address = state.text === null ? "" : URL.createObjectURL(new Blob([state.text], { type: "application/json" }));
      save.href = address || "#";
    }
    find("#copied", HTMLElement).textContent = "";
    void write();
  });
  return write;
}

