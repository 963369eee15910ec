import { sourceOf } from "./article.js";
import { find, make } from "./elements.js";

/**
 * The document: its editor, which is fetched when the panel is first seen, and what is wrong in it.
 *
 * @typedef {import("./state.js").Store} Store
 * @typedef {import("../element/types.js").ArticleViewerElement} Viewer
 * @typedef {import("../element/types.js").Problem & {from?: number, to?: number, line?: number}} Placed
 */

/** How long nothing is typed before the article follows, ms. */
const pause = 250;

export class DocumentPanel {
  #store;
  #viewer;
  #say;
  #open;
  #list = find("#problems", HTMLElement);
  #count = find("#problem-count", HTMLElement);
  #badge = find("#problem-badge", HTMLElement);
  /** @type {Promise<import("./editor.js").Editor> | null} */
  #editor = null;
  /** Of the text that is on its way into the editor. */
  #turn = 0;
  #typing = 0;

  /**
   * @param {Store} store @param {Viewer} viewer @param {(message: string) => void} say
   * @param {() => void} open shows this panel
   */
  constructor(store, viewer, say, open) {
    this.#store = store;
    this.#viewer = viewer;
    this.#say = say;
    this.#open = open;
    for (const type of ["article-load", "article-error"]) viewer.addEventListener(type, () => void this.showProblems());
    store.follow((state, before) => {
      if (state.text !== before.text || sourceOf(state) !== sourceOf(before)) void this.#fill();
    });
    find("#format", HTMLButtonElement).addEventListener("click", () => void this.#format());
  }

  /** The panel is seen. */
  opened() {
    if (!this.#editor) void this.#fill(this.#load());
  }

  /** @returns {Promise<import("./editor.js").Editor>} */
  #load() {
    const place = find("#editor", HTMLElement);
    this.#editor ??= import("./editor.js").then(({ Editor }) => {
      find("#editor-waits", HTMLElement).remove();
      return new Editor(place, { typed: () => this.#typed(), placed: (placed) => this.#showList(placed) });
    });
    return this.#editor;
  }

  /** What was typed is shown after a pause, where it is JSON. */
  #typed() {
    clearTimeout(this.#typing);
    this.#turn += 1;
    this.#typing = setTimeout(async () => {
      const { text } = await this.#load();
      try {
        JSON.parse(text);
      } catch {
        return this.showProblems();
      }
      this.#store.change({ text });
      return this.showProblems();
    }, pause);
  }

  /** Puts the document that is shown into the editor, if there is one. */
  async #fill(loading = this.#editor) {
    if (!loading) return;
    clearTimeout(this.#typing);
    const turn = ++this.#turn;
    const editor = await loading;
    const { state } = this.#store;
    try {
      const text = state.text ?? await fetchText(sourceOf(state));
      if (turn === this.#turn) editor.text = text;
    } catch (error) {
      if (turn === this.#turn) this.#say(`The editor can’t have the document: ${error instanceof Error ? error.message : error}.`);
    }
    await this.showProblems();
  }

  async #format() {
    const editor = await this.#load();
    try {
      const text = JSON.stringify(JSON.parse(editor.text), null, 2);
      editor.text = text;
      this.#store.change({ text });
    } catch {
      // The editor says why.
    }
    await this.showProblems();
  }

  /** The document's problems, at their places where there is an editor. */
  async showProblems() {
    const { problems } = this.#viewer;
    if (this.#editor) (await this.#editor).show(this.#viewer.problems);
    else this.#showList(problems);
  }

  /** @param {readonly Placed[]} problems */
  #showList(problems) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const told = (/** @type {number} */ n, /** @type {string} */ what) => n ? `${n} ${what}${n > 1 ? "s" : ""}` : "";
    this.#count.textContent = [told(errors, "error"), told(problems.length - errors, "warning")].filter(Boolean).join(", ") || "No problems";
    this.#badge.textContent = problems.length ? String(problems.length) : "";
    this.#badge.setAttribute("aria-label", problems.length ? `, ${this.#count.textContent}` : "");
    this.#badge.hidden = !problems.length;
    this.#list.replaceChildren(...problems.map((problem, index) => this.#item(problem, index)));
  }

  /** @param {Placed} problem @param {number} index */
  #item({ severity, pointer, message, line }, index) {
    const go = make("button", { type: "button", class: severity },
      make("b", {}, severity === "error" ? "Error" : "Warning"),
      line ? ` in line ${line}: ` : ": ", message, pointer ? make("code", {}, pointer) : null);
    go.addEventListener("click", () => void this.#goTo(index));
    return make("li", {}, go);
  }

  /** @param {number} index */
  async #goTo(index) {
    this.#open();
    const editor = await this.#load();
    editor.goToProblem(index);
  }
}

/** @param {string} url */
async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
