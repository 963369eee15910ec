import { chooseWindow, windowAround } from "./canvas-window.js";
import { ScrollSpeed } from "./scroll-speed.js";

/**
 * The canvases of one widget: one for what is seen of the content, and one
 * over the carousel while that alone moves.
 *
 * @typedef {import("./canvas-window.js").CanvasWindow} CanvasWindow
 */

export class Drawing {
  #page;
  #viewer;
  #place;
  #canvas = hiddenCanvas();
  /** Stands while the carousel's strip alone moves: a few pixels instead of all. */
  #strip = hiddenCanvas();
  /** What the canvas covers; null: its pixels are not to be kept. @type {CanvasWindow | null} */
  #window = null;
  #whole = false;
  #speed = new ScrollSpeed();
  /** It was scrolled of late: the next frame tells whether it rests. */
  moves = false;

  /**
   * @param {import("./page.js").Page} page @param {number} viewer of the core
   * @param {import("./placement.js").Placement} place @param {HTMLElement} content
   */
  constructor(page, viewer, place, content) {
    this.#page = page;
    this.#viewer = viewer;
    this.#place = place;
    content.prepend(this.#canvas);
  }

  get window() {
    return this.#window;
  }

  /** Something else is to be drawn, though the core does not know. */
  invalidate() {
    this.#window = null;
  }

  /** Draws what changed. @param {number} height of the content, CSS px @param {number} now */
  draw(height, now) {
    const { core, presenter } = this.#page;
    if (!presenter) return;
    const { visible: { top, bottom }, viewport, deviceWidth, ratio } = this.#place;
    const visible = {
      top: Math.min(Math.max(0, top), Math.max(0, height - 1)),
      bottom: Math.min(height, Math.max(bottom, 1)),
    };
    visible.bottom = Math.max(visible.bottom, visible.top + 1);
    // In a pinched page less is seen, at more pixels: so is the margin.
    const speed = this.#speed.at(top, viewport, now);
    this.moves = speed !== 0;
    const chosen = chooseWindow(this.#window, visible, viewport * devicePixelRatio / ratio, deviceWidth,
      height, ratio, presenter.renderer.maxTextureSize, speed);
    const moved = chosen !== this.#window;
    if (moved) core.setNear(this.#viewer, visible.top - viewport, visible.bottom - visible.top + 2 * viewport);
    const due = core.needsFrame(this.#viewer);
    if (!moved && !due) return;
    if (!moved && due === 2 && this.#drawStrip(chosen, now)) return;
    this.#window = chosen;
    const part = this.#whole ? chosen : rowsOf(chosen, visible, ratio);
    const frame = core.frame(this.#viewer, part.top / ratio, part.width, part.height, now);
    presenter.present(this.#canvas, frame, chosen, { top: part.top - chosen.top, height: part.height });
    this.#endStrip();
    if (moved) this.#put(this.#canvas, chosen);
  }

  /** From now on what is near is drawn, too, and not what is seen alone. */
  drawWhole() {
    this.#whole = true;
    this.invalidate();
  }

  /** Gives the pixels back. */
  release() {
    this.#window = null;
    this.#page.presenter?.release(this.#canvas);
    this.#endStrip();
  }

  /**
   * @param {CanvasWindow} all what the canvas covers
   * @param {number} now @returns {boolean} whether the strip is in it
   */
  #drawStrip(all, now) {
    const { core, presenter } = this.#page;
    const { ratio } = this.#place;
    const [{ y, height }] = core.versions(this.#viewer).scrollers;
    const top = Math.max(all.top, y * ratio);
    const bottom = Math.min(all.top + all.height, (y + height) * ratio);
    if (bottom <= top || !presenter) return false;
    const part = windowAround(top, bottom, all.width, ratio);
    const first = !this.#strip.isConnected;
    const frame = core.frame(this.#viewer, part.top / ratio, part.width, part.height, now, true);
    presenter.present(this.#strip, frame, part, { top: 0, height: part.height });
    if (first) {
      this.#put(this.#strip, part);
      this.#canvas.after(this.#strip);
    }
    return true;
  }

  /** @param {HTMLCanvasElement} canvas @param {CanvasWindow} part */
  #put({ style }, part) {
    const { ratio } = this.#place;
    style.width = `${part.width / ratio}px`;
    style.height = `${part.height / ratio}px`;
    style.top = `${part.top / ratio}px`;
  }

  #endStrip() {
    this.#page.presenter?.release(this.#strip);
    this.#strip.remove();
  }
}

/**
 * Those that are seen, one at least.
 * @param {CanvasWindow} all @param {import("./canvas-window.js").Visible} visible @param {number} ratio
 * @returns {CanvasWindow}
 */
function rowsOf(all, visible, ratio) {
  const end = all.top + all.height;
  const top = Math.max(all.top, Math.min(Math.floor(visible.top * ratio), end - 1));
  const bottom = Math.min(end, Math.ceil(visible.bottom * ratio));
  return { top, width: all.width, height: Math.max(1, bottom - top) };
}

function hiddenCanvas() {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
