import { Part } from "../core/semantic-tree.js";
import { causeNumbers } from "./core-events.js";
import { boundaryAt, placeOf } from "../layer/selection.js";
import { scrollAround, scrollerOf } from "./scroller.js";

/**
 * Prerendered content gives its place to the widget, in one frame: the line that is read first, focus, selection, the
 * photo of the gallery and what was pressed meanwhile go over to the layer, whose texts are the same in the same order.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {Pick<import("../layer/semantic-layer.js").SemanticLayer, "element" | "elementOf" | "photoButton">} Layer
 * @typedef {import("../core/core-viewer.js").PictureRequest} PictureRequest
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 * @typedef {{element: Element, text: string, turn: number}} Text `turn`: how many of the same text stand before it
 * @typedef {{text: Text, offset: number}} Place `offset`: UTF-16 units of the text
 */

/** Steps in which a place that was estimated is found. */
const mostSteps = 4;
/** How much larger than it is a picture may be drawn. */
const roomy = 1.25;
/** Less than the height of any line, CSS px. */
const aLine = 12;
/** What a slice is to take of the main thread, ms, and the least of it, in screens. */
const slice = 16;
const leastOfSlice = 1 / 8;
/** What is near enough, CSS px. */
const near = 0.5;

/** Elements that hold a text of their own. @param {Element} content @returns {Text[]} in order */
function textsOf(content) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  /** @type {Text[]} */
  const found = [];
  const inline = new Set(["A", "EM", "SPAN", "STRONG", "TIME"]);
  const walk = (/** @type {Element} */ element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const leaf = own || (element.children.length > 0 && element.localName !== "nav" && element.localName !== "li" &&
      [...element.children].every((child) => inline.has(child.tagName) && !child.className));
    if (!leaf) {
      for (const child of element.children) walk(child);
      return;
    }
    const text = element.textContent ?? "";
    const turn = turns.get(text) ?? 0;
    turns.set(text, turn + 1);
    found.push({ element, text, turn });
  };
  walk(content);
  return found;
}

/** Where a letter of a text lies. @param {Element} element @param {number} offset @returns {DOMRect | undefined} */
function rectAt(element, offset) {
  const range = document.createRange();
  const [from, to] = [boundaryAt(element, offset, true), boundaryAt(element, offset + 1)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].at(-1);
}

/** The first letter of a text whose line ends below a place. @param {Text} text @param {number} top CSS px of the viewport */
function firstBelow({ element, text }, top) {
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const rect = rectAt(element, middle);
    if (rect && rect.bottom > top + 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param {ParentNode} root @param {string} href @returns {HTMLAnchorElement[]} */
const linksTo = (root, href) => [...root.querySelectorAll("a")].filter((link) => link.href === href);

export class TakingOver {
  #element;
  #content;
  /** @type {Text[]} */
  #texts = [];
  /**
   * What is held where it is: a line and, where the text has as many lines as before, its first one.
   * @type {(Place & {top: number, first: number, height: number}) | null}
   */
  #held = null;
  /** @type {{href: string, turn: number} | null} of the link that has focus */
  #focus = null;
  /** @type {Place[] | null} its two ends */
  #selection = null;
  /** @type {{target: Element | null} | null} */
  #pressed;
  /** What takes the place. @type {{frame: HTMLElement, layer: Layer | null}} */
  #successor = { frame: document.body, layer: null };

  /**
   * @param {HTMLElement} element @param {Element} content its prerendered child
   * @param {{target: Element | null} | null} pressed what of it is pressed meanwhile, and is no link
   */
  constructor(element, content, pressed) {
    this.#element = element;
    this.#content = content;
    this.#pressed = pressed;
  }

  /**
   * A picture that the content has loaded in a size that serves is not loaded in another one.
   * @param {PictureRequest} request @returns {PictureRequest}
   */
  asLoaded(request) {
    const serves = (/** @type {HTMLImageElement} */ { src, srcset, complete, naturalWidth, naturalHeight }) => complete &&
      naturalWidth * roomy >= request.width && naturalHeight * roomy >= request.height &&
      (src === request.url || srcset.split(/[\s,]+/).includes(request.url));
    const image = [...this.#content.querySelectorAll("img")].find(serves);
    return image ? { ...request, url: image.currentSrc } : request;
  }

  /** Whether the reader's place is within the article: what stands above it is to have its height. */
  get isWithin() {
    const { top, bottom } = this.#element.getBoundingClientRect();
    return top < 0 && bottom > 0;
  }

  /**
   * Lays out what takes the place while the content still stands, in slices, each in a task of its own.
   * @param {AbortSignal} signal @param {() => Promise<unknown>} turn
   * @param {() => {first: Extent | null, place: {viewport: number}}} read what is to be laid out (null: nothing) and the
   *   height of a screen, CSS px of what takes the place
   * @param {(laid: Extent) => void} write
   */
  async layOutAhead(signal, turn, read, write) {
    let bottom = 0;
    let step = 0;
    for (;;) {
      await turn();
      if (signal.aborted) return;
      const { first: near, place: { viewport } } = read();
      if (!near) return;
      const top = this.isWithin ? -Infinity : near.top;
      step = Math.max(leastOfSlice * viewport, step);
      bottom = Math.min(near.bottom, Math.max(top, bottom) + step);
      const start = performance.now();
      write({ top, bottom });
      if (bottom === near.bottom) return;
      step *= Math.min(2, slice / (performance.now() - start));
    }
  }

  /** Reads where what is to stay is. To be called before anything of the content's place changes. */
  read() {
    if (this.#texts.length) return;
    this.#texts = textsOf(this.#content);
    this.#height = this.#element.getBoundingClientRect().height;
    this.#scroller = scrollerOf(this.#element);
    this.#scrolled = this.#scroller?.scrollTop ?? 0;
    const slides = this.#content.querySelector(".av-slides");
    const [one, next] = slides?.children ?? [];
    if (slides?.scrollLeft && next)
      this.#photo = Math.round(Math.abs(slides.scrollLeft / (next.getBoundingClientRect().left - one.getBoundingClientRect().left)));
    if (this.isWithin) this.#held = this.#firstSeen();
    const focused = document.activeElement;
    if (focused instanceof HTMLAnchorElement && this.#content.contains(focused))
      this.#focus = { href: focused.href, turn: linksTo(this.#content, focused.href).indexOf(focused) };
    const selection = document.getSelection();
    if (selection?.rangeCount && selection.type === "Range") {
      const ends = [this.#placeOf(selection.anchorNode, selection.anchorOffset), this.#placeOf(selection.focusNode, selection.focusOffset)];
      if (ends[0] && ends[1]) this.#selection = /** @type {Place[]} */ (ends);
    }
  }
  /** @type {Element | null} */
  #scroller = null;
  /** How far, CSS px. */
  #scrolled = 0;
  /** Of the element, CSS px. */
  #height = 0;
  /** That the reader has come to, from 0. */
  #photo = 0;

  /**
   * What takes the place is about to.
   * @param {HTMLElement} frame its own: as high as the content, until it has its own height
   * @param {import("../core/core-viewer.js").CoreViewer} viewer @param {import("../core/core-viewer.js").Settings} settings that it has
   * @returns {boolean} whether something goes over that may be anywhere in the layer: all of that is to be there
   */
  begin(frame, viewer, settings) {
    this.read();
    this.#successor.frame = frame;
    if (this.#photo) {
      viewer.configure({ ...settings, reducedMotion: true });  // nothing is to be on its way
      viewer.showPhoto(this.#photo, causeNumbers.user, performance.now());
    }
    frame.style.minHeight = `${this.#height}px`;  // laid out beside the content it would move the page
    return Boolean(this.#focus ?? this.#selection ?? this.#pressed?.target);
  }

  /** The line at the view's top. */
  #firstSeen() {
    for (const text of this.#texts) {
      const rect = text.element.getBoundingClientRect();
      if (!rect.height || rect.bottom <= 1) continue;
      const offset = rect.top < 0 ? firstBelow(text, 0) : 0;
      const line = rectAt(text.element, offset);
      const first = rectAt(text.element, 0);
      if (line && first) return { text, offset, top: line.top, first: first.top, height: rect.height };
    }
    return null;
  }

  /** @param {Node | null} node @param {number} offset @returns {Place | null} */
  #placeOf(node, offset) {
    const text = node && this.#texts.find(({ element }) => element.contains(node));
    return text ? { text, offset: placeOf(() => text.element, { node, offset })?.offset ?? 0 } : null;
  }

  /**
   * The widget has the content's place: what was held goes over.
   * @param {() => SemanticNode[]} nodes @param {Layer} layer
   * @param {(all?: boolean) => void} settle lays out and writes what is seen now, or the whole layer
   */
  finish(nodes, layer, settle) {
    this.#successor.layer = layer;
    // WebKit lays the page out while the shadow tree is made, without the content.
    if (this.#held && this.#scroller && Math.abs(this.#scroller.scrollTop - this.#scrolled) > near) {
      this.#scroller.scrollTo({ top: this.#scrolled, behavior: "instant" });
      settle();
    }
    for (let step = 0; this.#held && step < mostSteps; ++step) {
      const { text, offset, top, first, height } = this.#held;
      if (!this.#elementOf(nodes(), layer, text)) settle(true);
      const element = this.#elementOf(nodes(), layer, text);
      if (!element) break;
      const same = Math.abs(element.getBoundingClientRect().height - height) < aLine / 2;
      const line = rectAt(element, same ? 0 : offset);
      const moved = line ? line.top - (same ? first : top) : 0;
      if (Math.abs(moved) < near) break;
      scrollAround(element, moved);
      settle();
    }
    for (const image of layer.element.querySelectorAll("img")) image.decoding = "sync";  // they have been loaded
    if (this.#focus) linksTo(layer.element, this.#focus.href)[this.#focus.turn]?.focus({ preventScroll: true });
    if (this.#selection) this.#select(nodes(), layer, this.#selection);
    this.#texts = [];
    this.#successor.frame.style.minHeight = "";
  }

  /** @param {SemanticNode[]} nodes @param {Layer} layer @param {Text} text @returns {Element | undefined} */
  #elementOf(nodes, layer, { text, turn }) {
    let left = turn;
    const node = nodes.find((one) => one.text === text && one.role && left-- === 0);
    return node && layer.elementOf(node.key);
  }

  /** @param {SemanticNode[]} nodes @param {Layer} layer @param {Place[]} ends */
  #select(nodes, layer, ends) {
    const [from, to] = ends.map(({ text, offset }) => {
      const element = this.#elementOf(nodes, layer, text);
      return element && boundaryAt(element, offset);
    });
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Does what was pressed in the content. */
  press() {
    const { layer } = this.#successor;
    const pressed = this.#pressed?.target;
    if (!layer || !pressed) return;
    const panel = pressed.matches("h1, h2, h3, h4, h5, h6") ? pressed.closest(".av-tab-panel") : null;
    const figure = pressed.matches("img") ? pressed.closest("figure") : null;
    if (panel) this.#click(panel, [...this.#content.querySelectorAll(".av-tab-panel")], [...layer.element.querySelectorAll('[role="tab"]')]);
    else if (figure?.closest(".av-slides")) layer.photoButton(Part.gallery, -1)?.click();
    else if (figure) this.#click(figure, [...this.#content.querySelectorAll("article > figure:has(> img)")],
      [...layer.element.querySelectorAll('article > figure > [data-action="EnlargePhoto"]')]);
  }

  /** @param {Element} one @param {Element[]} of @param {Element[]} here those that stand for them, in the same order */
  #click(one, of, here) {
    const there = here[of.indexOf(one)];
    if (there instanceof HTMLElement) there.click();
  }
}
