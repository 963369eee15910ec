import { scrollerOf } from "./scroller.js";
import { Role } from "../core/semantic-tree.js";

/**
 * What of an article has been seen and read, for the newsroom: `article-part-view` and
 * `article-read`. Loaded when the article stands. Nothing is drawn, asked for or sent by it.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{element: HTMLElement, elementOf: (key: number) => HTMLElement | undefined,
 *   emit: import("./core-events.js").Emit, signal: AbortSignal}} Watched
 * @typedef {{percent: typeof percents[number], block: SemanticNode, share: number}} Mark `share`: of the block's height, at which so much of
 *   the body ends
 */

/** How long it has to be seen, ms. */
const aLook = 1000;
/** What fills this much of the view fills it. */
const screenful = 0.95;
/** Of the screen, which a browser shows pages in at least: all that is known in another site's frame. */
const shareOfScreen = 0.6;
/** A picture counts as much as a paragraph of so many letters. */
const lettersOfPicture = 200;
/** Who jumps has passed what is above. */
const above = "9999999px 0px 0px 0px";
const percents = /** @type {const} */ ([25, 50, 75, 100]);
const partNames = /** @type {const} */ (["card", "gallery", "rankings", "comments"]);

/** Roots of the parts, by number. @param {SemanticNode[]} nodes @returns {Map<number, SemanticNode>} */
function partsOf(nodes) {
  /** @type {Map<number, SemanticNode>} */
  const parts = new Map();
  for (const node of nodes)
    if (node.parent < 0 && node.role !== Role.None && !parts.has(node.part)) parts.set(node.part, node);
  return parts;
}

/** Blocks of the body, in the article or in none. @param {SemanticNode} node */
function isBody({ role, look }) {
  if (role === Role.Paragraph || role === Role.Heading) return ["body", "quotation", "subheading", "minor-heading"].includes(look);
  return !["lead", "tags"].includes(look) &&
    (role === Role.Quote || role === Role.List || role === Role.OrderedList || role === Role.Figure);
}

/**
 * Where shares of the body end, by its letters.
 * @param {SemanticNode[]} nodes in reading order @returns {Mark[]}
 */
export function marksOf(nodes) {
  const article = nodes.find(({ role, parent }) => role === Role.Article && parent < 0);
  const blocks = nodes.filter((node) => article && node.parent === article.index && isBody(node));
  const weights = blocks.map((block) => {
    let weight = 0;
    for (let i = block.index; i < nodes.length && (i === block.index || nodes[i].parent >= block.index); ++i)
      weight += nodes[i].text.length + (nodes[i].role === Role.Image ? lettersOfPicture : 0);
    return Math.max(1, weight);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return percents.flatMap((percent) => {
    let before = 0;
    const wanted = all * percent / 100;
    const i = weights.findIndex((weight) => {
      before += weight;
      return before >= wanted;
    });
    return i < 0 ? [] : [{ percent, block: blocks[i], share: 1 - (before - wanted) / weights[i] }];
  });
}

/** Counts the time in which something is so and the page is shown. */
class Clock {
  #since = 0;
  #passed = 0;

  /** @param {boolean} goes */
  set(goes) {
    const now = performance.now();
    if (this.#since) this.#passed += now - this.#since;
    this.#since = goes ? now : 0;
  }

  /** s, to a tenth */
  get seconds() {
    this.set(this.#since > 0);
    return Math.round(this.#passed / 100) / 10;
  }
}

export class Reading {
  #watched;
  #clock = new Clock();
  #seen = false;
  /** @type {Map<number, PartWatch>} by part */
  #parts = new Map();
  /** @type {IntersectionObserver | null} of the body's marks */
  #marks = null;
  #read = 0;

  /** @param {Watched} watched */
  constructor(watched) {
    this.#watched = watched;
    const { element, signal } = watched;
    const inView = new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      this.#count();
    });
    inView.observe(element);
    document.addEventListener("visibilitychange", () => {
      this.#count();
      for (const part of this.#parts.values()) part.look();
    }, { signal });
    window.addEventListener("resize", () => {
      for (const part of this.#parts.values()) part.place();
    }, { signal });
    signal.addEventListener("abort", () => {
      inView.disconnect();
      this.#marks?.disconnect();
      for (const part of this.#parts.values()) part.end();
    });
  }

  #count() {
    this.#clock.set(this.#seen && document.visibilityState === "visible");
  }

  /** The layer was written. @param {SemanticNode[]} nodes @param {boolean} whole nothing is estimated */
  follow(nodes, whole) {
    const { elementOf, emit, signal } = this.#watched;
    if (signal.aborted) return;
    for (const [part, { key }] of partsOf(nodes)) {
      const element = elementOf(key);
      const known = this.#parts.get(part);
      if (!element || known?.element === element || known?.told) continue;
      known?.end();
      this.#parts.set(part, new PartWatch(element, () => emit("article-part-view", { part: partNames[part] })));
    }
    if (whole) this.#watchBody(marksOf(nodes).filter(({ percent }) => percent > this.#read));
  }

  /** @param {Mark[]} marks */
  #watchBody(marks) {
    this.#marks?.disconnect();
    /** @type {Map<Element, Mark[]>} */
    const of = new Map();
    for (const mark of marks) {
      const element = this.#watched.elementOf(mark.block.key);
      if (element) of.set(element, [...of.get(element) ?? [], mark]);
    }
    const twentieths = Array.from({ length: 21 }, (_, i) => i / 20);
    this.#marks = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, intersectionRect, boundingClientRect: { top, height } } of entries) {
        if (!isIntersecting) continue;
        const passed = (intersectionRect.bottom - top) / Math.max(1, height);
        // A twentieth is as fine as it is told.
        for (const { percent, share } of of.get(target) ?? []) if (passed >= share - 0.05) this.#reach(percent);
      }
    }, /** @type {any} */ ({ threshold: twentieths, rootMargin: above, scrollMargin: above }));
    for (const element of of.keys()) this.#marks.observe(element);
  }

  /** Who has come so far has passed what is before. @param {number} percent */
  #reach(percent) {
    for (const one of percents) {
      if (one <= this.#read || one > percent) continue;
      this.#read = one;
      this.#watched.emit("article-read", { percent: one, seconds: this.#clock.seconds });
    }
  }
}

/** How much of an element is seen at once, at most, CSS px. @param {Element} element */
function viewOf(element) {
  const { clientHeight } = scrollerOf(element) ?? document.documentElement;
  // A frame may be as tall as all that is in it.
  let outer = innerHeight;
  try {
    outer = /** @type {Window} */ (window.top).innerHeight;
  } catch {
    outer = screen.availHeight * shareOfScreen || innerHeight;
  }
  return Math.min(innerHeight, clientHeight || innerHeight, outer);
}

/** Says so once when half of an element, or a screen of it, has been seen for a while. */
class PartWatch {
  told = false;
  #tell;
  #timer = 0;
  #enough = false;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #sizes = "ResizeObserver" in window ? new ResizeObserver(() => this.place()) : null;

  /** @param {HTMLElement} element @param {() => void} tell */
  constructor(element, tell) {
    this.element = element;
    this.#tell = tell;
    if (this.#sizes) this.#sizes.observe(element);
    else this.place();
  }

  /** Its size or the view's has changed. */
  place() {
    this.#observer?.disconnect();
    const { height } = this.element.getBoundingClientRect();
    if (!height || this.told) return;
    const share = Math.min(0.5, screenful * viewOf(this.element) / height);
    this.#observer = new IntersectionObserver((entries) => {
      this.#enough = entries[entries.length - 1].intersectionRatio >= share - 1e-3;
      this.look();
    }, { threshold: share });
    this.#observer.observe(this.element);
  }

  look() {
    clearTimeout(this.#timer);
    if (!this.#enough || this.told || document.visibilityState === "hidden") return;
    this.#timer = window.setTimeout(() => {
      this.end();
      this.told = true;
      this.#tell();
    }, aLook);
  }

  end() {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#sizes?.disconnect();
  }
}
