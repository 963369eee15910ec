import { selectionIn } from "./selection.js";

/**
 * What is copied of a page with articles is their structure: paragraphs, headings, lists, links, emphasis, pictures with
 * their text. The layer's own colours, spacing and places are not in it, and nor is what only its controls say.
 *
 * @typedef {import("./selection.js").Boundary} Boundary
 */

const blocks = new Set(["address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
  "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul", "article-viewer"]);
/** They stand in what is copied as they are, the others for what is in them. */
const kept = new Set(["a", "b", "blockquote", "br", "caption", "code", "dd", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
  "h6", "hr", "i", "img", "li", "ol", "p", "pre", "rp", "rt", "ruby", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]);
const empty = new Set(["br", "hr", "img"]);
const skipped = "head, script, style, template, noscript, button, input, select, textarea, canvas, svg, video, audio, iframe, object, " +
  "[hidden], [aria-hidden=true], [role=status], [role=tablist], dialog:not([open])";

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What an element holds as it is seen: a shadow tree, or what stands in a slot. @param {Node} node @returns {Node[]} */
function childrenOf(node) {
  const shadow = node instanceof Element ? node.shadowRoot : null;
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return slotted.length ? slotted : [...(shadow ?? node).childNodes];
}

class Copy {
  html = "";
  text = "";
  #started = false;
  #ended = false;
  #start;
  #end;
  /** Tags of elements around that nothing was written of. @type {string[]} */
  #pending = [];
  /** Of the text: line ends that are due. */
  #due = 0;

  /** @param {Boundary} start @param {Boundary} end */
  constructor(start, end) {
    this.#start = start;
    this.#end = end;
  }

  /** @param {Node} node */
  visit(node) {
    if (this.#ended) return;
    if (node instanceof Text) this.#visitText(node);
    else if (node instanceof Element) {
      if (!node.matches(skipped) && (node.getRootNode() !== document || node.checkVisibility?.() !== false)) this.#visitElement(node);
      else this.#pass(node);
    } else this.#visitChildren(node);
  }

  /** A boundary in what is left out. @param {Element} node */
  #pass(node) {
    this.#started ||= node.contains(this.#start.node);
    this.#ended ||= node.contains(this.#end.node);
  }

  /** @param {Text} node */
  #visitText(node) {
    if (node === this.#start.node) this.#started = true;
    const from = node === this.#start.node ? this.#start.offset : 0;
    const to = node === this.#end.node ? this.#end.offset : node.length;
    if (this.#started) this.#write(node.data.slice(from, to), node.parentElement);
    if (node === this.#end.node) this.#ended = true;
  }

  /** @param {string} written @param {Element | null} parent */
  #write(written, parent) {
    let text = parent?.closest("pre") ? written : written.replace(/[ \t\n\r]+/g, " ");
    if (this.#due || /(^|\s)$/.test(this.text)) text = text.replace(/^ /, "");
    if (!text) return;
    this.#open();
    this.html += escaped(text);
    this.text += text;
  }

  /** What is around what is written next. */
  #open() {
    if (this.text) this.text += "\n".repeat(this.#due);
    this.#due = 0;
    this.html += this.#pending.splice(0).join("");
  }

  /** @param {Element} node */
  #visitElement(node) {
    const { localName } = node;
    const apart = !blocks.has(localName) ? 0 : localName === "li" || localName === "tr" ? 1 : 2;
    this.#due = Math.max(this.#due, apart);
    if (empty.has(localName)) this.#writeEmpty(node);
    else if (kept.has(localName)) {
      const depth = this.#pending.push(openingTag(node));
      const opened = this.html.length;
      this.#visitChildren(node);
      if (this.html.length > opened && this.#pending.length < depth) this.html += `</${localName}>`;
      else this.#pending.length = Math.min(this.#pending.length, depth - 1);
    } else this.#visitChildren(node);
    this.#due = Math.max(this.#due, apart);
    if (localName === "td" || localName === "th") this.text += this.#started && !this.#ended ? "\t" : "";
  }

  /** @param {Element} node */
  #writeEmpty(node) {
    if (!this.#started || this.#ended) return;
    if (node instanceof HTMLImageElement && !node.currentSrc) return;
    this.#open();
    this.html += openingTag(node);
    if (node.localName === "br") this.text += "\n";
  }

  /** @param {Node} node */
  #visitChildren(node) {
    const children = childrenOf(node);
    for (const [i, child] of children.entries()) {
      this.#meet(node, i);
      if (this.#ended) return;
      this.visit(child);
    }
    this.#meet(node, Infinity);
  }

  /** The place before a node's child. @param {Node} node @param {number} place */
  #meet(node, place) {
    if (node === this.#start.node && place >= this.#start.offset) this.#started = true;
    if (node === this.#end.node && place >= this.#end.offset) this.#ended = true;
  }
}

/** @param {Element} node */
function openingTag(node) {
  const { localName } = node;
  let tag = `<${localName}`;
  if (node instanceof HTMLAnchorElement && node.href) tag += ` href="${escaped(node.href)}"`;
  if (node instanceof HTMLImageElement) tag += ` src="${escaped(node.currentSrc)}" alt="${escaped(node.alt)}"`;
  const language = node.getAttribute("lang");
  if (language) tag += ` lang="${escaped(language)}"`;
  return `${tag}>`;
}

/** @param {Boundary} start @param {Boundary} end @param {Node} within @returns {{html: string, text: string}} */
export function copyOf(start, end, within) {
  const copy = new Copy(start, end);
  copy.visit(within);
  return { html: copy.html, text: copy.text };
}

/**
 * What is selected of a page, where some of it is in a shadow tree.
 * @param {ShadowRoot} root @returns {{start: Boundary, end: Boundary, within: Node} | null}
 */
function selectedOf(root) {
  const inside = selectionIn(root);
  if (inside && root.contains(inside.start.node) && root.contains(inside.end.node))
    return inside.start.node === inside.end.node && inside.start.offset === inside.end.offset ? null : { ...inside, within: root };
  const selection = document.getSelection();
  const range = /** @type {any} */ (selection)?.getComposedRanges?.({ shadowRoots: [root] })[0] ??
    (selection?.rangeCount ? selection.getRangeAt(0) : null);
  if (!range || range.collapsed) return null;
  const [start, end] = [{ node: range.startContainer, offset: range.startOffset }, { node: range.endContainer, offset: range.endOffset }];
  const whole = document.createRange();
  const [from, to] = [start, end].map(({ node, offset }) => root.contains(node) ? { node: root.host, offset: 0 } : { node, offset });
  whole.setStart(from.node, from.offset);
  whole.setEnd(to.node, to.offset);
  return whole.intersectsNode(root.host) ? { start, end, within: document.documentElement } : null;
}

/**
 * Writes what is copied or dragged out where the article is among it.
 * @param {ShadowRoot} root @param {AbortSignal} signal
 */
export function watchCopying(root, signal) {
  const write = (/** @type {Event} */ event, /** @type {DataTransfer | null} */ data) => {
    const selected = event.defaultPrevented || !data ? null : selectedOf(root);
    const copied = selected && copyOf(selected.start, selected.end, selected.within);
    if (!data || !copied?.html) return false;
    data.setData("text/html", copied.html);
    data.setData("text/plain", copied.text);
    return true;
  };
  document.addEventListener("copy", (event) => {
    const at = event.composedPath()[0];
    if (at instanceof Element && at.matches("input, textarea")) return;
    if (write(event, event.clipboardData)) event.preventDefault();
  }, { signal });
  document.addEventListener("dragstart", (event) => {
    if (event.composedPath()[0] instanceof Text) write(event, event.dataTransfer);
  }, { signal });
}
