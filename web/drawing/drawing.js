import { chooseWindow, detailWindow, rowsAround } from "./canvas-window.js";
import { Pane } from "./pane.js";
import { ScrollSpeed } from "./scroll-speed.js";

/**
 * The canvases of one widget: one for what is near of the content, and in a
 * page that is pinched another one over it, sharper, for what is seen.
 *
 * @typedef {import("./canvas-window.js").CanvasWindow} CanvasWindow
 */

export class Drawing {
  #page;
  #viewer;
  #place;
  #layer;
  #base;
  #detail;
  #whole = false;
  #speed = new ScrollSpeed();
  /** Something has changed that the detail alone shows: the rest follows when it stands still. */
  #stale = false;
  /** The next frame has something to do, though nothing may be due. */
  unfinished = false;

  /**
   * @param {import("../widget/page.js").Page} page @param {number} viewer of the core
   * @param {import("../widget/placement.js").Placement} place @param {Element} layer in the content, over the drawing
   */
  constructor(page, viewer, place, layer) {
    this.#page = page;
    this.#viewer = viewer;
    this.#place = place;
    this.#base = new Pane(page, viewer);
    this.#detail = new Pane(page, viewer);
    this.#layer = layer;
    layer.before(this.#base.canvas);
  }

  get window() {
    return this.#base.window;
  }

  /** Something else is to be drawn, though the core does not know. */
  invalidate() {
    this.#base.window = this.#detail.window = null;
  }

  /** Draws what changed. @param {number} height of the content, CSS px @param {number} now */
  draw(height, now) {
    const { core, presenter } = this.#page;
    if (!presenter) return;
    const { visible: { top, bottom }, viewport, width, deviceWidth, ratio, seen, sharpness } = this.#place;
    const visible = {
      top: Math.min(Math.max(0, top), Math.max(0, height - 1)),
      bottom: Math.min(height, Math.max(bottom, 1)),
    };
    visible.bottom = Math.max(visible.bottom, visible.top + 1);
    const speed = this.#speed.at(top, viewport, now);
    const chosen = chooseWindow(this.#base.window, visible, viewport, deviceWidth,
      height, ratio, presenter.renderer.maxTextureSize, speed);
    const moved = chosen !== this.#base.window;
    if (moved) core.setNear(this.#viewer, visible.top - viewport, visible.bottom - visible.top + 2 * viewport);
    const due = core.needsFrame(this.#viewer);
    const detail = seen && detailWindow(this.#detail.window, seen, width, height, sharpness);
    const first = detail && (due || detail !== this.#detail.window);
    if (first) {
      this.#detail.draw(detail, due, now);
      if (!this.#detail.canvas.isConnected) this.#layer.before(this.#detail.canvas);
    }
    else if (!detail) {
      this.#detail.release();
      this.#detail.canvas.remove();
    }
    // Larger pictures are for when what there is has been drawn.
    if (!first) core.setRatio(this.#viewer, sharpness);
    if (moved || (!first && (due || this.#stale))) {
      this.#base.draw(chosen, this.#stale ? 1 : due, now, this.#whole ? chosen : rowsAround(chosen, visible.top, visible.bottom));
      this.#stale = false;
    }
    else if (due) this.#stale = true;
    this.unfinished = speed !== 0 || this.#stale || !!first;
  }

  /** From now on what is near is drawn, too, and not what is seen alone. */
  drawWhole() {
    this.#whole = true;
    this.invalidate();
  }

  /** Gives the pixels back. */
  release() {
    this.#base.release();
    this.#detail.release();
  }
}
