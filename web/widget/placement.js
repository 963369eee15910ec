/**
 * Where a widget stands and how sharp it has to be: what it reads of the page
 * before it writes.
 *
 * @typedef {import("../drawing/blocks.js").Range} Range
 */

/** Where a widget that is not shown is laid out, CSS px. */
const hiddenWidth = 390;
/** Of the viewport's height: what is no further is near. */
export const nearMargin = 0.75;
/** Device px of a CSS px in a page that is enlarged, at most. */
const sharpest = 4;
/** As wide as a classic scroll bar is at most, CSS px. */
const scrollBar = 24;
/** How often a width comes and goes before it is held, and in how short a time, ms. */
const flips = 3;
const flipTime = 1000;

/**
 * Comes to rest where a container's scroll bar comes and goes: with it the content is low enough to
 * need none, without it too high, for ever. The narrower width serves both.
 */
class RestingWidth {
  #now = 0;
  #before = 0;
  #flips = 0;
  #since = 0;
  #held = 0;

  /** @param {number} width that there is, CSS px @returns {number} that is used */
  take(width) {
    if (width === this.#now) return this.#held || width;
    const time = performance.now();
    const back = width === this.#before && Math.abs(width - this.#now) <= scrollBar && time - this.#since < flipTime;
    this.#flips = back ? this.#flips + 1 : 0;
    if (this.#flips >= flips) this.#held = Math.min(width, this.#now);
    else if (!back) this.#held = 0;
    [this.#before, this.#now, this.#since] = [this.#now, width, time];
    return this.#held || width;
  }
}

export class Placement {
  /** Of the content, CSS px. */
  width = 0;
  /** Device px of a CSS px, as the page is. */
  ratio = 1;
  /** The same of what is seen, in a page that is pinched. */
  sharpness = 1;
  /** Height of the viewport, CSS px of the content. */
  viewport = 0;
  /** What of the content would be in the viewport if nothing else cut it, CSS px. @type {Range} */
  visible = { top: 0, bottom: 0 };
  /** Whether it is in the viewport, or little further than that is high. */
  isNear = true;
  /** What a pinched page shows of it; null: all. @type {Range | null} */
  pinched = null;
  #resting = new RestingWidth();
  /** Settled scale of the visual viewport. */
  #pinch = 1;
  /** Viewport px of a CSS px of the content, by transforms and zoom. */
  #scale = 1;
  /** Its width as the page has it, CSS px. */
  #own = 0;

  /** @param {HTMLElement} element the host @param {HTMLElement} content that will stand there, where it is not in the page yet */
  read(element, content) {
    const place = content.isConnected ? content : element;
    const rect = place.getBoundingClientRect();
    const host = element.getBoundingClientRect();
    const own = Number.parseFloat(getComputedStyle(place).width);
    this.width = this.#resting.take(own || rect.width || hiddenWidth);
    this.#own = own;
    this.#scale = scaleOf(rect.width, own);
    this.ratio = sharp(devicePixelRatio * this.#scale);
    this.sharpness = sharp(devicePixelRatio * this.#scale * this.#pinch);
    this.viewport = innerHeight / this.#scale;
    const top = (Math.max(0, host.top) - rect.top) / this.#scale;
    const bottom = (Math.min(innerHeight, host.bottom) - rect.top) / this.#scale;
    this.visible = { top, bottom: Math.max(top + 1, bottom) };
    const margin = nearMargin * innerHeight;
    this.isNear = host.top < innerHeight + margin && host.bottom > -margin;
    const view = window.visualViewport;
    if (!view || this.#pinch === 1) this.pinched = null;
    else if (view.scale === this.#pinch) {  // else it is being pinched: what was seen stays
      const from = (view.offsetTop - rect.top) / this.#scale;
      this.pinched = { top: from, bottom: from + view.height / this.#scale };
    }
  }

  get sizes() {
    const { viewport, ratio, sharpness } = this;
    return { viewport, ratio, sharpness };
  }

  /** What is seen. @param {Range | null} asked what the browser says; null: it has not said yet @returns {Range} */
  seen(asked) {
    const { top, bottom } = asked ?? this.visible;
    return this.pinched ? { top: Math.max(top, this.pinched.top), bottom: Math.min(bottom, this.pinched.bottom) }
      : { top, bottom };
  }

  /** Whether a transform or zoom has changed since. @param {HTMLElement} content */
  isRescaled(content) {
    const width = content.getBoundingClientRect().width;
    return Math.abs(width - this.#own * this.#scale) > 0.5 && width > 0;
  }

  /** @param {number} scale of the visual viewport, settled @returns {boolean} whether it changed */
  pinch(scale) {
    const changed = scale !== this.#pinch;
    this.#pinch = scale;
    return changed;
  }
}

/** @param {number} seen @param {number} own CSS px @returns {number} 1 where they differ by rounding alone */
function scaleOf(seen, own) {
  const scale = own && seen ? seen / own : 1;
  return Math.abs(scale - 1) < 1e-3 ? 1 : scale;
}

/** @param {number} ratio as it would be right @returns {number} no sharper than is worth its pixels */
function sharp(ratio) {
  return ratio <= devicePixelRatio ? ratio : Math.max(devicePixelRatio, Math.min(ratio, sharpest));
}
