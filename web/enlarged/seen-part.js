/**
 * The part of a frame that its reader sees: an embed may be as tall as its
 * content, in a page that scrolls it. An IntersectionObserver without a root
 * tells it of the top page's viewport, across origins. What stands there
 * follows when the reader has come to rest. A page in no frame is seen whole.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box CSS px of the frame's viewport
 */

/** How long nothing has moved at rest, ms. */
const rest = 100;
/** What has buttons is no lower and no narrower, CSS px. */
const least = 240;
/** So fine that a px on a screen is told of. */
const threshold = Array.from({ length: 1001 }, (_, i) => i / 1000);

export class SeenPart {
  #root;
  #placed;
  /** As large as the frame. */
  #frame = document.createElement("div");
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** @type {Promise<void> | null} */
  #known = null;
  #tellKnown = () => {};
  #found = "";
  #since = 0;
  /** Where that is placed. @type {Box | null} null: the whole frame */
  #box = null;
  #look = () => {
    this.#observer?.unobserve(this.#frame);
    this.#observer?.observe(this.#frame);
  };

  /** @param {ShadowRoot} root @param {HTMLElement} placed there */
  constructor(root, placed) {
    this.#root = root;
    this.#placed = placed;
    this.#frame.className = "frame";
    this.#frame.setAttribute("aria-hidden", "true");
  }

  /** @returns {Box} */
  get box() {
    return this.#box ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  }

  /** @returns {Promise<void> | null} when it is known or no longer asked for, null: there is no frame */
  start() {
    if (window.parent === window || !window.IntersectionObserver) return null;
    return (this.#known ??= new Promise((known) => {
      this.#tellKnown = known;
      this.#root.append(this.#frame);
      // Out of what may move and clip it.
      if (this.#frame.showPopover) {
        this.#frame.popover = "manual";
        this.#frame.showPopover();
      }
      addEventListener("resize", this.#look);
      this.#observer = new IntersectionObserver((entries) => this.#tell(entries), { threshold });
      this.#observer.observe(this.#frame);
      // Where it no longer is wholly seen, that has moved.
      this.#observer.observe(this.#placed);
    }));
  }

  stop() {
    this.#observer?.disconnect();
    this.#observer = this.#known = null;
    this.#found = "";
    this.#tellKnown();
    removeEventListener("resize", this.#look);
    this.#frame.remove();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #tell(entries) {
    const entry = entries.findLast(({ target }) => target === this.#frame);
    if (!entry) return this.#look();
    const { intersectionRect: seen, boundingClientRect: frame } = entry;
    const found = [seen.x, seen.y, seen.width, seen.height, frame.width, frame.height].join();
    const now = performance.now();
    const first = !this.#found;
    if (found !== this.#found) this.#since = now;
    this.#found = found;
    if (first || now - this.#since >= rest) this.#place(seen, frame);
    else this.#look();
  }

  /** @param {DOMRectReadOnly} seen @param {DOMRectReadOnly} frame */
  #place(seen, frame) {
    const none = !seen.width || !seen.height;
    const [left, wide] = none ? [0, frame.width] : extent(seen.x, seen.width, frame.width);
    const [top, high] = none ? [0, frame.height] : extent(seen.y, seen.height, frame.height);
    const whole = frame.width - wide < 1 && frame.height - high < 1;
    this.#box = whole ? null : { left, top, right: left + wide, bottom: top + high };
    for (const [name, value] of Object.entries({ left, top, wide, high }))
      this.#placed.style.setProperty(`--${name}`, whole ? "" : `${value}px`);
    this.#tellKnown();
  }
}

/**
 * At least what controls need, within the frame.
 * @param {number} start @param {number} size @param {number} all
 * @returns {[number, number]}
 */
function extent(start, size, all) {
  const own = Math.min(all, Math.max(size, least));
  return [Math.max(0, Math.min(start, all - own)), own];
}
