import { PhotoFrame } from "./photo-frame.js";
import { reducedMotion } from "./photo-flight.js";
import { wheeled } from "../core/wheel.js";

/**
 * The picture area of the enlarged photo: plain `img`s moved by transforms as
 * the core's recogniser says (src/layout/enlarged_motion.h). Frames are asked
 * for only while something moves.
 *
 * @typedef {import("./photo-dialog.js").EnlargedPhoto} EnlargedPhoto
 * @typedef {{rtl: () => boolean,
 *   photo: (index: number, width: number) => EnlargedPhoto | null,
 *   small: (index: number) => HTMLImageElement | null,
 *   changed: (index: number) => void, limits: (zoomIn: boolean, zoomOut: boolean) => void,
 *   dropped: (share: number) => void, close: () => void} & import("./photo-frame.js").Host} Host
 *   `photo`'s index counts those it is shown with; its width is in device px
 */

/** Inputs of the core's, see src/web/enlarged.h. */
const Input = { Move: 3, Up: 4, Cancel: 5, Zoom: 6, Wheel: 7, GoTo: 8 };
/** @type {Record<string, number>} */
const kinds = { mouse: 0, touch: 1, pen: 2 };
const lineHeight = 16;
/** What a wheel's px zooms by; with Ctrl it is a pinch on a trackpad. */
const wheelZoom = 0.002;
const pinchZoom = 0.01;

export class PhotoStage {
  #host;
  #core;
  element = document.createElement("div");
  /** @type {Map<number, PhotoFrame>} */
  #frames = new Map();
  #index = 0;
  #total = 1;
  #width = 0;
  #height = 0;
  #frame = 0;
  /** What the core was told of sizes. */
  #placed = "";
  /** Pointers that are down, and where each was last, from the middle. @type {Map<number, [number, number]>} */
  #down = new Map();
  #observer = new ResizeObserver(() => this.#place());

  /** @param {Host} host @param {import("./enlarged-core.js").EnlargedCore} core */
  constructor(host, core) {
    this.#host = host;
    this.#core = core;
    this.element.className = "picture moved";
    this.#listen();
  }

  /** The frame of the photo that is shown. */
  get current() {
    return this.#frames.get(this.#index);
  }

  /** Opens on a photo, at rest. @param {EnlargedPhoto} photo */
  open(photo) {
    this.clear();
    this.#index = photo.index;
    this.#total = photo.total;
    this.#place(photo.index);
    this.#observer.observe(this.element);
  }

  /** @param {number} index */
  goTo(index) {
    this.#input(Input.GoTo, index, 0, 0, 0, performance.now());
    this.#draw(performance.now());
  }

  /** @param {number} factor 0: back to 1 */
  zoom(factor) {
    this.#input(Input.Zoom, 0, 0, 0, factor, performance.now());
    this.#draw(performance.now());
  }

  clear() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#down.clear();
    this.#frames.clear();
    this.element.replaceChildren();
  }

  /** Tells the core of sizes. @param {number} [open] photo to open on */
  #place(open = -1) {
    const { rtl } = this.#host;
    this.#width = this.element.clientWidth;
    this.#height = this.element.clientHeight;
    if (!this.#width || !this.#height) return;
    const fit = this.#frameOf(this.#index)?.fit(this.#width, this.#height);
    if (!fit) return;
    const numbers = [(rtl() ? 1 : 0) | (reducedMotion.matches ? 2 : 0), this.#total, open,
      this.#width, this.#height, fit.width, fit.height, fit.own];
    // What was told already would only disturb what moves.
    if (open >= 0 || numbers.join() !== this.#placed) this.#core.place(...numbers);
    numbers[2] = -1;
    this.#placed = numbers.join();
    this.#draw(performance.now());
  }

  /** @param {number} index @returns {PhotoFrame | undefined} */
  #frameOf(index) {
    const known = this.#frames.get(index);
    const photo = known ? null : this.#host.photo(index, 0);
    if (!photo) return known;
    const frame = new PhotoFrame(this.#host, photo, this.#host.small(index), () => {
      if (this.#frames.get(index) === frame) this.#place();
    });
    this.#frames.set(index, frame);
    this.element.append(frame.element);
    const { width } = frame.fit(this.#width, this.#height);
    frame.load(this.#host.photo(index, Math.ceil(width * devicePixelRatio))?.url ?? "");
    return frame;
  }

  /** @param {number} now */
  #draw(now) {
    const { limits, dropped, changed, close } = this.#host;
    const [flags, photo, zoomed, scale, x, y, offset, pitch, drop] = this.#core.frame(now);
    const sign = this.#host.rtl() ? -1 : 1;
    const moving = !!(flags & 1) || this.#down.size > 0;
    this.element.classList.toggle("moving", moving);
    const shown = new Set([photo, zoomed]);
    if (moving || this.#frames.get(photo)?.ready)
      for (const index of [photo - 1, photo + 1]) if (index >= 0 && index < this.#total) shown.add(index);
    for (const index of shown) {
      const frame = this.#frameOf(index);
      if (!frame) continue;
      const fit = frame.fit(this.#width, this.#height);
      const left = (index - offset) * pitch * sign;
      const own = index === zoomed;
      const { style } = frame.element;
      style.width = `${fit.width}px`;
      style.height = `${fit.height}px`;
      style.transform = `translate(${left + (own ? x : 0)}px, ${own ? y : 0}px) scale(${own ? scale : 1})`;
      if (own && scale > 1) this.#sharpen(index, frame, scale);
    }
    for (const [index, frame] of this.#frames) {
      if (shown.has(index)) continue;
      frame.element.remove();
      this.#frames.delete(index);
    }
    limits(!!(flags & 4), !!(flags & 8));
    dropped(drop);
    if (photo !== this.#index) {
      this.#index = photo;
      this.#showCurrent();
      changed(photo);
      this.#place();
      return;
    }
    this.#showCurrent();
    if (flags & 2) close();
    else if (flags & 1) this.#requestFrame();
  }

  /** The one that is shown comes first, alone for assistive technology. */
  #showCurrent() {
    const current = this.current?.element;
    if (current && this.element.firstChild !== current) this.element.prepend(current);
    for (const { element } of this.#frames.values()) {
      if (element === current) element.removeAttribute("aria-hidden");
      else element.setAttribute("aria-hidden", "true");
    }
  }

  /**
   * A zoomed photo has more pixels: for twice its size, or for the largest.
   * @param {number} index @param {PhotoFrame} frame @param {number} scale
   */
  #sharpen(index, frame, scale) {
    const { width, own } = frame.fit(this.#width, this.#height);
    const share = scale > 2 ? Math.max(4, own) : 2;
    frame.load(this.#host.photo(index, Math.ceil(width * share * devicePixelRatio))?.url ?? "");
  }

  #requestFrame() {
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  /** @param {...number} numbers input, id, x, y, value, time */
  #input(...numbers) {
    this.#core.input(...numbers);
    this.#requestFrame();
  }

  #listen() {
    /** @param {MouseEvent} event @returns {[number, number]} from the middle */
    const place = ({ clientX, clientY }) => {
      const { left, top, width, height } = this.element.getBoundingClientRect();
      return [clientX - left - width / 2, clientY - top - height / 2];
    };
    /** @param {string} type @param {(event: any) => void} handler @param {AddEventListenerOptions} [options] */
    const on = (type, handler, options) => this.element.addEventListener(type, handler, options);

    on("pointerdown", (/** @type {PointerEvent} */ event) => {
      if (event.button) return;
      const at = place(event);
      this.#down.set(event.pointerId, at);
      if (event.isTrusted) this.element.setPointerCapture(event.pointerId);
      this.#input(kinds[event.pointerType] ?? 0, event.pointerId, ...at, 0, event.timeStamp);
    });
    const up = (/** @type {PointerEvent} */ event, at = place(event)) => {
      if (!this.#down.delete(event.pointerId)) return;
      this.#input(Input.Up, event.pointerId, ...at, 0, event.timeStamp);
      this.#draw(event.timeStamp);
    };
    on("pointermove", (/** @type {PointerEvent} */ event) => {
      const last = this.#down.get(event.pointerId);
      if (!last) return;
      // Without a button its release was lost, to a dialog or to another window: it ends where it was.
      if (!event.buttons) return up(event, last);
      const at = place(event);
      this.#down.set(event.pointerId, at);
      this.#input(Input.Move, event.pointerId, ...at, 0, event.timeStamp);
    });
    on("lostpointercapture", (/** @type {PointerEvent} */ event) => {
      if (event.target === this.element) up(event, this.#down.get(event.pointerId));
    });
    on("pointerup", (/** @type {PointerEvent} */ event) => up(event));
    // The browser has taken it: for its menu, too, which opens by a long press.
    for (const type of ["pointercancel", "contextmenu"])
      on(type, ({ timeStamp }) => {
        if (!this.#down.size) return;
        this.#down.clear();
        this.#input(Input.Cancel, 0, 0, 0, 0, timeStamp);
      });
    on("wheel", (/** @type {WheelEvent} */ event) => {
      event.preventDefault();
      const { ctrlKey, deltaMode, timeStamp } = event;
      const unit = deltaMode === 1 ? lineHeight : deltaMode === 2 ? this.#height : 1;
      const [along, down] = wheeled(event).map((delta) => delta * unit);
      if (!ctrlKey && Math.abs(along) > Math.abs(down)) this.#input(Input.Wheel, 0, 0, 0, along, timeStamp);
      else this.#input(Input.Zoom, 0, ...place(event), Math.exp(-down * (ctrlKey ? pinchZoom : wheelZoom)), timeStamp);
    }, { passive: false });
  }
}
