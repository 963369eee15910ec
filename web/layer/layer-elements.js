import { Action, Role } from "../core/semantic-tree.js";
import { makeElement, setAttribute, tagOf } from "./node-element.js";

/**
 * The elements of a layer, kept by their node's key, so that focus and state outlive every change: what they
 * mean, whether they are placed over a drawing (semantic-layer.js) or stand in flow (flow-layer.js).
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("./fonts.js").Families} Families
 * @typedef {{node: SemanticNode, role: number, look: string, outer: HTMLElement, element: HTMLElement, seen: number}} Entry `outer`: what is
 *   put into the layer; `seen`: the round in which it was written last
 * @typedef {{carousel: string, slide: string}} Words
 */

export const untilFound = "onbeforematch" in document.documentElement;

/** What is in a panel that is asleep is one text, for who searches it. @param {HTMLElement} panel @param {string} text "": it is awake */
function writeAsleep(panel, text) {
  if (text) panel.textContent = untilFound ? text : "";
  else if (panel.firstChild instanceof Text) panel.firstChild.remove();
}

/** @template {Entry} Kept @template {Families} [Fonts=Families] */
export class LayerElements {
  element = document.createElement("div");
  /** @protected @type {Map<number, Kept>} by key */
  entries = new Map();
  /** @protected */
  round = 0;
  /** @protected */
  fonts;
  /** @type {WeakMap<Element, Kept>} */
  #entryOf = new WeakMap();
  /** @type {WeakMap<Element, {url: string, kind: LinkKind, range: number}>} `range`: see `link` */
  #links = new WeakMap();
  #linkTarget = "";
  /** @type {Words} */
  #words = { carousel: "", slide: "" };
  #kept;

  /** @param {Fonts} fonts @param {(made: Entry) => Kept} kept what is kept of an element */
  constructor(fonts, kept) {
    this.fonts = fonts;
    this.#kept = kept;
    this.element.className = "layer";
  }

  /**
   * @param {import("../core/core-viewer.js").Loaded} loaded @param {Words} words
   * @param {string} linkTarget @param {string} ownFont the page's, "" for the language's
   * @param {string} headlineFont likewise, "" for that of the text
   */
  describe({ language, rtl, chinese }, words, linkTarget, ownFont, headlineFont) {
    setAttribute(this.element, "lang", language || null);
    this.element.classList.toggle("chinese", chinese);
    setAttribute(this.element, "dir", rtl ? "rtl" : "ltr");  // written again, all of it would be styled anew
    this.#words = words;
    // What a slide means may be the same in another language.
    for (const { role, element } of this.entries.values()) this.#describeRole(role, element);
    this.fonts.describe(language, ownFont, headlineFont);
    if (this.#linkTarget === linkTarget) return;
    this.#linkTarget = linkTarget;
    for (const link of this.element.querySelectorAll("a")) this.#target(link);
  }

  // ---- asked by those who listen

  /** The node of the innermost element around a target. @param {EventTarget | null} target @returns {SemanticNode | null} */
  nodeAt(target) {
    for (let at = target instanceof Element ? target : null; at && at !== this.element; at = at.parentElement) {
      const entry = this.#entryOf.get(at);
      if (entry) return entry.node;
    }
    return null;
  }

  /** The element of the text that a node is in. @param {Node} node @returns {Element | null} */
  textAt(node) {
    for (let at = /** @type {Node | null} */ (node); at && at !== this.element; at = at.parentNode) {
      const entry = at instanceof Element && this.#entryOf.get(at);
      if (entry && this.isText(entry.node)) return entry.element;
    }
    return null;
  }

  /** Whether a node has a text to be read. @protected @param {SemanticNode} node */
  isText({ text, role }) {
    return text !== "" && role !== Role.Status && role !== Role.None;
  }

  /** The link around a target. @param {EventTarget | null} target */
  linkAt(target) {
    const element = target instanceof Element ? target.closest("a") : null;
    const link = element && this.#links.get(element);
    return link ?? null;
  }

  /** @param {number} key @returns {HTMLElement | undefined} */
  elementOf(key) {
    return this.entries.get(key)?.element;
  }

  /**
   * The button of a photo of a part: it enlarges it, or tries again where that has failed.
   * @param {number} part @param {number} argument -1: any @returns {HTMLElement | null}
   */
  photoButton(part, argument) {
    for (const { node, element } of this.entries.values()) {
      const is = node.action === Action.EnlargePhoto || node.action === Action.RetryPicture;
      if (is && node.role === Role.Button && node.part === part && (argument < 0 || node.argument === argument)) return element;
    }
    return null;
  }

  /** @param {number} picture @returns {HTMLImageElement | null} */
  imageOf(picture) {
    for (const { node, element } of this.entries.values())
      if (node.picture === picture && element instanceof HTMLImageElement) return element;
    return null;
  }

  /** The slide or tab panel that a wrapper hides. @param {EventTarget | null} wrapper */
  nodeInWrapper(wrapper) {
    const inner = wrapper instanceof Element ? wrapper.firstElementChild : null;
    return inner ? this.#entryOf.get(inner)?.node ?? null : null;
  }

  /** The tabs of the row that holds a tab. @param {SemanticNode} tab @returns {Kept[]} */
  tabsBeside(tab) {
    return [...this.entries.values()]
      .filter(({ node }) => node.role === Role.Tab && node.part === tab.part)
      .sort((a, b) => a.node.argument - b.node.argument);
  }

  /** @param {number} action @returns {Kept | undefined} */
  entryOfAction(action) {
    return action === Action.None ? undefined
      : [...this.entries.values()].find(({ node }) => node.action === action);
  }

  // ---- writing

  /**
   * Another document's nodes are these of before, under other keys; what is not among them goes.
   * @param {Map<number, number>} keys what each had, by what it has
   */
  rename(keys) {
    const gone = this.entries;
    this.entries = new Map();
    for (const [key, before] of keys) {
      const entry = gone.get(before);
      if (entry) this.entries.set(key, entry);
      gone.delete(before);
    }
    for (const entry of gone.values()) this.remove(entry);
  }

  /** @param {number} role @param {Element} element */
  #describeRole(role, element) {
    if (role === Role.Carousel) setAttribute(element, "aria-roledescription", this.#words.carousel);
    if (role === Role.Slide) setAttribute(element, "aria-roledescription", this.#words.slide);
  }

  /** @protected @param {Kept} entry */
  remove(entry) {
    entry.outer.remove();
  }

  /** What was not written in this round goes. @protected */
  sweep() {
    for (const [key, entry] of this.entries) {
      if (entry.seen === this.round) continue;
      this.entries.delete(key);
      this.remove(entry);
    }
  }

  /**
   * Puts a child behind the one that was put there before it.
   * @protected @param {Map<HTMLElement, Element>} last @param {HTMLElement} holder @param {HTMLElement} child
   */
  insert(last, holder, child) {
    const before = last.get(holder);
    const at = before ? before.nextElementSibling : holder.firstElementChild;
    if (at !== child) holder.insertBefore(child, at);
    last.set(holder, child);
  }

  /** @protected @param {SemanticNode} node @returns {Kept} */
  entry(node) {
    const tag = tagOf(node);
    const known = this.entries.get(node.key);
    if (known && known.role === node.role && known.look === node.look && known.element.localName === tag) return known;
    const entry = this.#kept({ ...makeElement(node, tag), node, role: node.role, look: node.look, seen: 0 });
    if (known) {
      known.outer.replaceWith(entry.outer);
      this.remove(known);
    }
    this.entries.set(node.key, entry);
    this.#entryOf.set(entry.element, entry);
    return entry;
  }

  /** What a node means, but for its text. @protected @param {Kept} entry */
  describeNode({ outer, element, node }) {
    const { role } = node;
    if (outer !== element) {
      if (!node.hidden) outer.removeAttribute("hidden");
      else setAttribute(outer, "hidden", untilFound ? "until-found" : "");
    }
    if (role === Role.Image) {
      setAttribute(element, "alt", node.decorative ? "" : node.name);
    } else if (role === Role.Status) {
      if (element.textContent !== (node.text || node.name)) element.textContent = node.text || node.name;
    } else if (role === Role.Slot) {
      /** @type {HTMLSlotElement} */ (element.firstElementChild).name = node.name;
    } else if (role !== Role.TabPanel) {
      setAttribute(element, "aria-label", node.name || null);
    }
    this.#describeRole(role, element);
    if (role === Role.Tab) {
      setAttribute(element, "aria-selected", String(node.selected));
      element.tabIndex = node.selected ? 0 : -1;
    }
    if (role === Role.Button) setAttribute(element, "aria-disabled", node.disabled ? "true" : null);
    if (element instanceof HTMLAnchorElement) this.link(element, node.url, node.kind);
    if (element instanceof HTMLTimeElement) element.dateTime = node.datetime;
    setAttribute(element, "lang", node.language || null);
    element.classList.toggle("bold", node.bold);
    element.classList.toggle("headline", node.headline);
    const { style } = element;
    style.fontFamily = node.language && !node.headline ? this.fonts.of(node.language) : "";
    if (role === Role.Image) {
      element.classList.toggle("whole", node.whole);
      style.objectPosition = `${node.fontSize * 100}% ${node.lineHeight * 100}%`;
    }
    // What the drawing says by other means, for the style sheet in flow.
    if (role === Role.TabPanel) {
      element.dataset.label = node.name;
      writeAsleep(element, node.asleep);
    }
    if (role === Role.Slide && !node.hidden) {
      const carousel = /** @type {HTMLElement | null} */ (element.closest(".carousel"));
      carousel?.style.setProperty("--position", JSON.stringify(node.name));
    }
  }

  /**
   * @protected @param {HTMLAnchorElement} element @param {string} url @param {LinkKind} kind
   * @param {number} [range] its number among its text's ranges
   */
  link(element, url, kind, range = -1) {
    this.#links.set(element, { url, kind, range });
    setAttribute(element, "href", url);
    this.#target(element);
  }

  /** @param {HTMLAnchorElement} element */
  #target(element) {
    setAttribute(element, "target", this.#linkTarget || null);
    setAttribute(element, "rel", this.#linkTarget ? "noopener" : null);
  }

  /** @protected @param {SemanticNode[]} nodes @param {(Kept | null)[]} entries by index; null: it is not there */
  connectTabs(nodes, entries) {
    /** @type {Map<string, HTMLElement>} */
    const tabs = new Map();
    for (const node of nodes) {
      const element = entries[node.index]?.element;
      if (!element) continue;
      const place = `${node.part}-${node.argument}`;
      if (node.role === Role.Tab) {
        tabs.set(place, element);
        element.id = `tab-${place}`;
        setAttribute(element, "aria-controls", `panel-${place}`);
      } else if (node.role === Role.TabPanel) {
        element.id = `panel-${place}`;
        setAttribute(element, "aria-labelledby", tabs.get(place)?.id ?? null);
        // An empty one takes focus itself.
        setAttribute(element, "tabindex", element.querySelector("a, button") ? null : "0");
      }
    }
  }
}
