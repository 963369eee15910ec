import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { placeOf, syntaxError, treeOf } from "./json-places.js";

/**
 * The editor of the document: CodeMirror, in a shadow tree, where its style sheets are adopted ones. In the page itself
 * they would be `style` elements, which a content security policy refuses.
 *
 * @typedef {import("../element/types.js").Problem} Problem
 * @typedef {Problem & {from: number, to: number, line: number}} Placed a problem with its place
 */

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: ".875rem" },
  "&.cm-focused": { outline: "none" },  // the page shows it, around the gutters too
  ".cm-scroller": { fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans CJK SC", monospace', lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".5rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--paper)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--focus) 6%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--focus) 22%, transparent)" },
  ".cm-foldPlaceholder": { color: "var(--ink)", backgroundColor: "var(--desk)", borderColor: "var(--line)" },
  ".cm-panels, .cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--desk)", borderColor: "var(--line)" },
  ".cm-panels button, .cm-panels .cm-textfield": { color: "inherit", backgroundColor: "var(--paper)", backgroundImage: "none", border: "1px solid var(--control)", borderRadius: "2px" },
  ".cm-diagnostic": { maxWidth: "24rem", overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
});

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--code-name)" },
  { tag: tags.string, color: "var(--code-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-value)" },
]);

export class Editor {
  #view;
  /** Whether a change is ours, not the reader's. */
  #setting = false;
  /** @type {Placed[]} */
  #problems = [];
  /** @type {(placed: Placed[]) => void} */
  #placed;

  /**
   * @param {HTMLElement} place @param {{typed: (text: string) => void, placed: (placed: Placed[]) => void}} listeners
   *   `typed`: the reader changed the text; `placed`: problems have another place
   */
  constructor(place, { typed, placed }) {
    this.#placed = placed;
    const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
    const parent = document.createElement("div");
    parent.style.height = "100%";
    root.append(parent);
    const changed = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      if (!this.#setting) typed(this.text);
    });
    this.#view = new EditorView({ parent, root, state: EditorState.create({ extensions: [
      lineNumbers(), foldGutter(), codeFolding(), lintGutter(), history(), drawSelection(), dropCursor(), indentOnInput(), bracketMatching(),
      highlightSpecialChars(), highlightActiveLine(), highlightActiveLineGutter(), search({ top: true }),
      EditorView.lineWrapping, json(), syntaxHighlighting(colors), theme, changed,
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "The document, as JSON. Tab indents; Escape, then Tab, leaves the editor." }),
      keymap.of([...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab, ...defaultKeymap]),
    ] }) });
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Another text, which nobody typed. @param {string} text */
  set text(text) {
    if (text === this.text) return;
    this.#setting = true;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true,
      // Undone it is the text before, never none.
      annotations: this.text ? isolateHistory.of("full") : Transaction.addToHistory.of(false) });
    this.#setting = false;
  }

  /** What is wrong in the text, at its places; of what is no JSON that alone. @param {readonly Problem[]} problems */
  show(problems) {
    const { text } = this;
    const syntax = /^\s*</.test(text) ? null : syntaxError(text);  // what is fetched may be a feed
    const tree = treeOf(text);
    this.#problems = syntax ? [{ ...syntax, severity: "error", pointer: "", line: this.#line(syntax.from) }]
      : problems.map((problem) => {
        const { from, to } = placeOf(tree, text, problem.pointer);
        return { ...problem, from, to, line: this.#line(from) };
      });
    this.#view.dispatch(setDiagnostics(this.#view.state, this.#problems.map(({ from, to, severity, message, pointer }) =>
      ({ from, to, severity, message: pointer ? `${pointer}: ${message}` : message }))));
    this.#placed(this.#problems);
  }

  /** @param {number} offset */
  #line(offset) {
    return this.#view.state.doc.lineAt(Math.min(offset, this.#view.state.doc.length)).number;
  }

  /** Goes to a problem's place. @param {number} index among those that are shown */
  goToProblem(index) {
    const { from, to } = this.#problems[index] ?? { from: 0, to: 0 };
    const { length } = this.#view.state.doc;
    const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
    this.#view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
    this.#view.focus();
  }
}
