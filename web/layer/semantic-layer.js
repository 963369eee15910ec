import { Action, Change, Role } from "../core/semantic-tree.js";
import { makeElement, paintElement, setAttribute, tagOf } from "./node-element.js";
import { Strips } from "./strips.js";
import { slack, TextBlock } from "./text-block.js";

/**
 * The semantic layer: real HTML over what is drawn, made from the semantic
 * tree. Elements are kept by their node's key, so that focus and state outlive
 * every change; each element stands where its node is drawn, and what scrolls
 * sideways moves by one transform on one wrapper. Where a block has no drawing
 * the layer is what is seen of it, in the drawing's colours.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("./fonts.js").Fonts} Fonts
 * @typedef {import("../core/core-viewer.js").Scroller} Scroller
 * A text far from the reader is one text node; its lines are placed when it comes
 * near, and stay as long as it reads the same. Until the article is whole and the page at rest the browser may
 * skip it: not for longer, as it would be blank in a picture of the whole page.
 *
 * @typedef {import("../drawing/blocks.js").Range} Extent
 * @typedef {{node: SemanticNode, role: number, outer: HTMLElement, element: HTMLElement,
 *   text: TextBlock | null, placed: boolean, renewed: boolean, seen: number, top: number, bottom: number}} Entry `placed`: its
 *   lines are; `renewed`: its text is to be written anew; `top`, `bottom`: as it was written, content CSS px
 * @typedef {{carousel: string, slide: string}} Words
 */

const untilFound = "onbeforematch" in document.documentElement;

/** Room behind the end of an element's lines, CSS px. @param {SemanticNode} node */
function roomOf({ text, role }) {
  return text && role !== Role.Status && role !== Role.None ? slack : 0;
}

export class SemanticLayer {
  /** @type {Map<number, Entry>} by key */
  #entries = new Map();
  /** @type {WeakMap<Element, Entry>} */
  #entryOf = new WeakMap();
  /** @type {WeakMap<Element, {url: string, kind: LinkKind, range: number}>} `range`: see #link */
  #links = new WeakMap();
  /** Texts that are far, or to be written. @type {Set<Entry>} */
  #unplaced = new Set();
  /** Texts whose lines are to be laid on the drawn ones. @type {Set<TextBlock>} */
  #unfitted = new Set();
  #strips = new Strips();
  /** @type {Map<string, string>} font size and line height, by look */
  #sizes = new Map();
  #round = 0;
  #linkTarget = "";
  /** @type {Words} */
  #words = { carousel: "", slide: "" };

  /**
   * @param {Fonts} fonts @param {(nodes: SemanticNode[]) => import("../core/semantic-tree.js").Line[][]} linesOf
   * @param {boolean} drawn whether there may be a drawing, where elements are to stand
   */
  constructor(fonts, linesOf, drawn) {
    this.element = document.createElement("div");
    this.element.className = "layer";
    this.#fonts = fonts;
    this.#linesOf = linesOf;
    this.#drawn = drawn;
  }
  #fonts;
  #drawn;
  #linesOf;

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
    this.#fonts.describe(language, ownFont, headlineFont);
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
    for (let at = /** @type {Node | null} */ (node); at && at !== this.element; at = at.parentNode)
      if (at instanceof Element && this.#entryOf.get(at)?.text) return at;
    return null;
  }

  /** The link around a target. @param {EventTarget | null} target */
  linkAt(target) {
    const element = target instanceof Element ? target.closest("a") : null;
    const link = element && this.#links.get(element);
    return link ?? null;
  }

  /** @param {number} key @returns {HTMLElement | undefined} */
  elementOf(key) {
    return this.#entries.get(key)?.element;
  }

  /**
   * Where the drawing of a block belongs: what scrolls moves with its strip, out of
   * the wrappers that hide it.
   * @param {number} key of its root
   * @returns {{element: HTMLElement, x: number, y: number} | null} and the place of its padding box, CSS px
   */
  holderOf(key) {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const { node, element } = entry;
    const strip = this.#strips.at(node.block?.scroller ?? -1);
    if (strip) return { element: strip.strip, x: strip.x, y: strip.y };
    return { element, x: node.x - (node.rtl ? roomOf(node) : 0), y: node.y + this.#fonts.shiftOf(node) };
  }

  /** Whether a block's drawing is seen in its place. @param {number} key of its root @param {boolean} drawn */
  setDrawn(key, drawn) {
    this.elementOf(key)?.classList.toggle("drawn", drawn);
  }

  /**
   * The button that enlarges a photo of a part.
   * @param {number} part @param {number} argument -1: any
   */
  enlargeButton(part, argument) {
    for (const { node, element } of this.#entries.values()) {
      if (node.role === Role.Button && node.action === Action.EnlargePhoto && node.part === part &&
        (argument < 0 || node.argument === argument)) return element;
    }
    return null;
  }

  /** @param {number} picture @returns {HTMLImageElement | null} */
  imageOf(picture) {
    for (const { node, element } of this.#entries.values())
      if (node.picture === picture && element instanceof HTMLImageElement) return element;
    return null;
  }

  /** Pictures that nothing has asked for yet. @returns {[HTMLImageElement, string][]} */
  waitingImages() {
    return [...this.#entries.values()].flatMap(({ node, element }) =>
      element instanceof HTMLImageElement && node.url && !element.hasAttribute("src")
        ? [[element, node.url]] : []);
  }

  // ---- writing

  /**
   * Writes the texts that changed, and places the lines of those that have come near.
   * @param {Extent | null} near content CSS px; null: lines are the browser's
   * @returns {boolean} whether lines were placed
   */
  place(near) {
    const isNear = (/** @type {Entry} */ { node: { y, height }, placed, renewed }) =>
      near && (placed && !renewed || !untilFound || y < near.bottom && y + height > near.top);
    /** @type {Entry[]} */
    const now = [];
    for (const entry of this.#unplaced) {
      if (isNear(entry)) now.push(entry);
      else if (entry.renewed) {
        entry.placed = false;
        this.#write(entry, []);
      }
    }
    if (!now.length) return false;
    const lines = this.#linesOf(now.map(({ node }) => node));
    now.forEach((entry, i) => {
      entry.placed = true;
      this.#write(entry, lines[i]);
      this.#unplaced.delete(entry);
    });
    return true;
  }

  /** The browser is to lay out so many texts that it may skip now. @param {number} most @returns {boolean} whether there are more */
  layOutSkipped(most) {
    const skipped = this.element.getElementsByClassName("skipped");
    for (let i = 0; i < most && skipped.length; ++i) skipped[0].classList.remove("skipped");
    return skipped.length > 0;
  }

  /**
   * Another document's nodes are these of before, under other keys; what is not among them goes.
   * @param {Map<number, number>} keys what each had, by what it has
   */
  rename(keys) {
    const gone = this.#entries;
    this.#entries = new Map();
    for (const [key, before] of keys) {
      const entry = gone.get(before);
      if (entry) this.#entries.set(key, entry);
      gone.delete(before);
    }
    for (const entry of gone.values()) this.#remove(entry);
  }

  /** @param {Entry} entry */
  #remove(entry) {
    entry.outer.remove();
    this.#unplaced.delete(entry);
  }

  /**
   * Writes the tree, but for its texts.
   * @param {SemanticNode[]} nodes whose `changes` are what is not written yet @param {Scroller[]} scrollers
   * @param {Extent | null} laid content CSS px; what stands out of it, now and as it was written, is late: it stays as it
   *   is, or is not there. null: nothing is late
   */
  update(nodes, scrollers, laid) {
    this.#round += 1;
    this.isLate = false;
    /** @type {(Entry | null)[]} by index; null: it is not there */
    const entries = [];
    /** @type {Set<number>} indices of those that were put elsewhere: what is in them stands elsewhere too */
    const moved = new Set();
    /** @type {Map<HTMLElement, Element>} each parent's child that was put last */
    const last = new Map();
    for (const node of nodes) {
      const parent = entries[node.parent];
      if (moved.has(node.parent)) node.changes |= Change.Geometry;
      const isLate = laid && (parent === null || this.#isFar(node, laid));
      const entry = isLate ? this.#entries.get(node.key) ?? null : this.#entry(node);
      entries.push(entry);
      if (!entry) {
        this.isLate = true;
        continue;
      }
      const enters = node.scroller >= 0 && parent?.node.scroller !== node.scroller;
      let holder = parent?.element ?? this.element;
      let originX = parent?.node.x ?? 0;
      let originY = parent?.node.y ?? 0;
      if (enters) {
        const scroller = scrollers[node.scroller];
        const { clip, strip, moved: round } = this.#strips.place(node.scroller, scroller, originX, originY, this.#round);
        if (!last.has(strip)) this.#insert(last, holder, clip);
        holder = strip;
        originX = scroller.x;
        originY = scroller.y;
        if (round === this.#round) node.changes |= Change.Geometry;
      }
      if (entry.outer.parentElement !== holder) node.changes |= Change.Geometry;
      this.#insert(last, holder, entry.outer);
      entry.node = node;
      entry.seen = this.#round;
      if (isLate) {
        this.isLate ||= node.changes > 0;
        continue;
      }
      if (node.changes & Change.Geometry) moved.add(node.index);
      this.#writeNode(entry, originX, originY);
    }
    for (const [key, entry] of this.#entries) {
      if (entry.seen === this.#round) continue;
      this.#entries.delete(key);
      this.#remove(entry);
    }
    this.#connectTabs(nodes, entries);
  }
  /** Some of what has changed is not written yet. */
  isLate = false;

  /** Slots are the page's, and never late. @param {SemanticNode} node @param {Extent} laid */
  #isFar({ key, role, y, height }, laid) {
    const isOut = (/** @type {number} */ from, /** @type {number} */ to) => from >= laid.bottom || to <= laid.top;
    const known = this.#entries.get(key);
    return role !== Role.Slot && isOut(y, y + height) && (!known || isOut(known.top, known.bottom));
  }

  /** Writes what of a node has changed. @param {Entry} entry @param {number} originX of what holds it, content CSS px @param {number} originY */
  #writeNode(entry, originX, originY) {
    const { element, node } = entry;
    const { changes, role } = node;
    if (!changes) return;
    node.changes = 0;
    if (changes & Change.Meaning) this.#describeNode(entry, node);
    if (changes & Change.Geometry && this.#drawn) this.#place(entry, originX, originY);
    if (role === Role.Image) element.style.aspectRatio = `${node.width} / ${node.height}`;
    if (node.text && role !== Role.Status && role !== Role.None) {
      entry.renewed ||= (changes & Change.Meaning) > 0;
      this.#unplaced.add(entry);
    }
  }

  /**
   * Puts a child behind the one that was put there before it.
   * @param {Map<HTMLElement, Element>} last @param {HTMLElement} holder @param {HTMLElement} child
   */
  #insert(last, holder, child) {
    const before = last.get(holder);
    const at = before ? before.nextElementSibling : holder.firstElementChild;
    if (at !== child) holder.insertBefore(child, at);
    last.set(holder, child);
  }

  /** @param {SemanticNode} node @returns {Entry} */
  #entry(node) {
    const tag = tagOf(node);
    const known = this.#entries.get(node.key);
    if (known && known.role === node.role && known.element.localName === tag) return known;
    const { element, outer } = makeElement(node, tag);
    const entry = { node, role: node.role, outer, element, text: null, placed: false, renewed: true, seen: 0, top: 0, bottom: 0 };
    if (known) {
      known.outer.replaceWith(outer);
      this.#unplaced.delete(known);
    }
    this.#entries.set(node.key, entry);
    this.#entryOf.set(element, entry);
    return entry;
  }

  /** @param {Entry} entry @param {SemanticNode} node */
  #describeNode({ outer, element }, node) {
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
    if (role === Role.Carousel) setAttribute(element, "aria-roledescription", this.#words.carousel);
    if (role === Role.Slide) setAttribute(element, "aria-roledescription", this.#words.slide);
    if (role === Role.Tab) {
      setAttribute(element, "aria-selected", String(node.selected));
      element.tabIndex = node.selected ? 0 : -1;
    }
    if (role === Role.Button) setAttribute(element, "aria-disabled", node.disabled ? "true" : null);
    if (element instanceof HTMLAnchorElement) this.#link(element, node.url, node.kind);
    if (element instanceof HTMLTimeElement) element.dateTime = node.datetime;
    setAttribute(element, "lang", node.language || null);
    element.classList.toggle("bold", node.bold);
    element.classList.toggle("headline", node.headline);
    const { style } = element;
    style.fontFamily = node.language && !node.headline ? this.#fonts.of(node.language) : "";
    if (role === Role.Image) {
      element.classList.toggle("whole", node.whole);
      style.objectPosition = `${node.fontSize * 100}% ${node.lineHeight * 100}%`;
    } else if (node.text) {
      this.#writeSize(node);
    }
    paintElement(element, node);
    // What the drawing says by other means, for the style sheet in flow.
    if (role === Role.TabPanel) element.dataset.label = node.name;
    if (role === Role.Slide && !node.hidden) {
      const carousel = /** @type {HTMLElement | null} */ (element.closest(".carousel"));
      carousel?.style.setProperty("--position", JSON.stringify(node.name));
    }
  }

  /** Sizes hang on the layer, so that what is in flow may have others. @param {SemanticNode} node */
  #writeSize({ look, fontSize, lineHeight }) {
    const size = `${fontSize}px/${lineHeight}px`;
    if (this.#sizes.get(look) === size) return;
    this.#sizes.set(look, size);
    const { style } = this.element;
    style.setProperty(`--av-${look}-size`, `${fontSize}px`);
    style.setProperty(`--av-${look}-line`, `${lineHeight}px`);
  }

  /**
   * @param {HTMLAnchorElement} element @param {string} url @param {LinkKind} kind
   * @param {number} [range] its number among its text's ranges
   */
  #link(element, url, kind, range = -1) {
    this.#links.set(element, { url, kind, range });
    setAttribute(element, "href", url);
    this.#target(element);
  }

  /** @param {HTMLAnchorElement} element */
  #target(element) {
    setAttribute(element, "target", this.#linkTarget || null);
    setAttribute(element, "rel", this.#linkTarget ? "noopener" : null);
  }

  /** @param {Entry} entry @param {number} originX @param {number} originY */
  #place(entry, originX, originY) {
    const { node, element: { style } } = entry;
    entry.top = node.y;
    entry.bottom = node.y + node.height;
    const room = roomOf(node);
    style.left = `${node.x - originX - (node.rtl ? room : 0)}px`;
    // A line of the design is of whole device px, as it is drawn.
    const thin = node.block?.flat && node.height <= 1;
    const whole = (/** @type {number} */ length) => Math.round(length * devicePixelRatio) / devicePixelRatio;
    style.top = `${(thin ? whole(node.y) : node.y) - originY + this.#fonts.shiftOf(node)}px`;
    style.width = `${node.width + room}px`;
    const height = thin ? Math.max(whole(1), 1 / devicePixelRatio) : node.height;
    style.height = `${height}px`;
    style.marginBottom = `${-height}px`;
  }

  /** @param {Entry} entry @param {import("../core/semantic-tree.js").Line[]} lines none: it is far */
  #write(entry, lines) {
    entry.text ??= new TextBlock(entry.element);
    entry.text.update(entry.node, lines, entry.renewed, {
      family: (language) => this.#fonts.of(language),
      link: (element, url, kind, range) => this.#link(element, url, kind, range),
    });
    entry.renewed = false;
    entry.element.classList.toggle("far", !entry.placed);
    entry.element.classList.toggle("skipped", !entry.placed && untilFound);
    if (entry.text.needsFit) this.#unfitted.add(entry.text);
  }

  /** Moves what scrolls sideways. @param {Scroller[]} scrollers */
  scroll(scrollers) {
    this.#strips.scroll(scrollers);
  }

  /** @param {SemanticNode[]} nodes @param {(Entry | null)[]} entries */
  #connectTabs(nodes, entries) {
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

  /** Lays every line on its drawn one: all reads, then all writes. */
  fit() {
    // What is hidden has no width, and is fitted when it is shown.
    const due = [...this.#unfitted].filter(({ element }) => element.isConnected && !element.closest("[hidden]"));
    if (!due.length) return;
    const width = this.element.offsetWidth;
    const scale = width ? this.element.getBoundingClientRect().width / width : 0;
    if (!scale) return;
    // Firefox sets a dash of two as one letter where it is spaced: what has one is fitted again.
    for (const some of [due, due.filter((text) => text.hasDash)]) {
      for (const text of some) text.measure(scale);
      for (const text of some) text.fit();
    }
    for (const text of this.#unfitted) if (!text.needsFit || !text.element.isConnected) this.#unfitted.delete(text);
  }

  /** Fonts changed. */
  refit() {
    this.#fonts.forget();
    for (const { text } of this.#entries.values()) {
      text?.refit();
      if (text?.needsFit) this.#unfitted.add(text);
    }
  }

  /** The slide or tab panel that a wrapper hides. @param {EventTarget | null} wrapper */
  nodeInWrapper(wrapper) {
    const inner = wrapper instanceof Element ? wrapper.firstElementChild : null;
    return inner ? this.#entryOf.get(inner)?.node ?? null : null;
  }

  /** The tabs of the row that holds a tab. @param {SemanticNode} tab @returns {Entry[]} */
  tabsBeside(tab) {
    return [...this.#entries.values()]
      .filter(({ node }) => node.role === Role.Tab && node.part === tab.part)
      .sort((a, b) => a.node.argument - b.node.argument);
  }

  /** @param {number} action @returns {Entry | undefined} */
  entryOfAction(action) {
    return action === Action.None ? undefined
      : [...this.#entries.values()].find(({ node }) => node.action === action);
  }
}
