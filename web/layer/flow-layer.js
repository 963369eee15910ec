import { LayerElements } from "./layer-elements.js";
import { Role } from "../core/semantic-tree.js";
import { setAttribute } from "./node-element.js";

/**
 * The layer of a view that is never drawn: its elements stand in flow, and their texts are broken by the browser.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").Range} Range
 * @typedef {import("./layer-elements.js").Entry & {ranges: HTMLElement[]}} Entry `ranges`: elements of its text
 */

/** @type {Record<number, string>} */
const rangeTags = { [Role.Link]: "a", [Role.Strong]: "strong", [Role.Emphasis]: "em", [Role.Time]: "time" };

/** @extends {LayerElements<Entry>} */
export class FlowLayer extends LayerElements {
  /** What would scroll sideways, by scroller. @type {HTMLElement[]} */
  #clips = [];

  /** @param {import("./fonts.js").Families} fonts */
  constructor(fonts) {
    super(fonts, (made) => ({ ...made, ranges: [] }));
  }

  /** Fonts are the browser's matter. */
  refit() {}

  /** So are sizes. */
  follow() {}

  /** Writes the tree. @param {SemanticNode[]} nodes whose `changes` are what is not written yet */
  update(nodes) {
    this.round += 1;
    /** @type {Entry[]} by index */
    const entries = [];
    /** @type {Map<HTMLElement, Element>} each parent's child that was put last */
    const last = new Map();
    for (const node of nodes) {
      const parent = entries[node.parent];
      const entry = this.entry(node);
      entries.push(entry);
      let holder = parent?.element ?? this.element;
      if (node.scroller >= 0 && parent?.node.scroller !== node.scroller) {
        const clip = this.#clips[node.scroller] ??= makeClip();
        const strip = /** @type {HTMLElement} */ (clip.firstElementChild);
        if (!last.has(strip)) this.insert(last, holder, clip);
        holder = strip;
      }
      this.insert(last, holder, entry.outer);
      entry.node = node;
      entry.seen = this.round;
      if (!node.changes) continue;
      node.changes = 0;
      this.describeNode(entry);
      if (node.role === Role.Image) entry.element.style.aspectRatio = `${node.width} / ${node.height}`;
      if (this.isText(node)) this.#write(entry);
    }
    this.sweep();
    this.connectTabs(nodes, entries);
  }

  /** Ranges stand in those that hold them, which come first. @param {Entry} entry */
  #write({ element, node: { text, ranges }, ranges: before }) {
    const made = ranges.map((range, i) => this.#range(range, i, before[i]));
    let at = 0;
    let next = 0;
    const fill = (/** @type {Element} */ parent, /** @type {number} */ end) => {
      parent.replaceChildren();
      while (next < ranges.length && ranges[next].begin < end) {
        const i = next;
        next += 1;
        parent.append(text.slice(at, ranges[i].begin), made[i]);
        at = ranges[i].begin;
        fill(made[i], ranges[i].end);
      }
      parent.append(text.slice(at, end));
      at = end;
    };
    fill(element, text.length);
    element.normalize();
    before.splice(0, before.length, ...made);
  }

  /** @param {Range} range @param {number} number @param {HTMLElement | undefined} before that it had */
  #range(range, number, before) {
    const tag = rangeTags[range.role] ?? "span";
    const element = before?.localName === tag ? before : document.createElement(tag);
    element.lang = range.language;
    if (!range.language) element.removeAttribute("lang");
    element.classList.toggle("upright", range.upright);
    setAttribute(element, "data-room", String(range.roomEm || "") || null);
    element.style.fontFamily = range.language ? this.fonts.of(range.language) : "";
    if (element instanceof HTMLTimeElement) element.dateTime = range.datetime;
    if (element instanceof HTMLAnchorElement) this.link(element, range.url, range.kind, number);
    return element;
  }
}

function makeClip() {
  const [clip, strip] = ["clip", "strip"].map((name) => {
    const made = document.createElement("div");
    made.className = name;
    return made;
  });
  clip.append(strip);
  return clip;
}
