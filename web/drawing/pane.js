import { rowsAround } from "./canvas-window.js";

/**
 * A canvas with what it shows of the content, and one over it for the
 * carousel while that alone moves: a few pixels instead of all.
 *
 * @typedef {import("./canvas-window.js").CanvasWindow} CanvasWindow
 */

export class Pane {
  #page;
  #viewer;
  canvas = hiddenCanvas();
  #strip = hiddenCanvas();
  /** What the canvas covers; null: its pixels are not to be kept. @type {CanvasWindow | null} */
  window = null;

  /** @param {import("../widget/page.js").Page} page @param {number} viewer of the core */
  constructor(page, viewer) {
    this.#page = page;
    this.#viewer = viewer;
  }

  /**
   * @param {CanvasWindow} all what the canvas is to cover
   * @param {number} due as `needsFrame` says @param {number} now
   * @param {CanvasWindow} [part] what is drawn of it
   */
  draw(all, due, now, part = all) {
    const moved = all !== this.window;
    if (!moved && due === 2 && this.#drawStrip(all, now)) return;
    this.window = all;
    this.#present(this.canvas, all, part, now);
    this.#endStrip();
    if (moved) put(this.canvas, all);
  }

  /** Gives the pixels back. */
  release() {
    this.window = null;
    this.#page.presenter?.release(this.canvas);
    this.#endStrip();
  }

  /** @param {CanvasWindow} all @param {number} now @returns {boolean} whether the strip is in it */
  #drawStrip(all, now) {
    const [{ y, height }] = this.#page.core.versions(this.#viewer).scrollers;
    const part = rowsAround(all, y, y + height);
    if (!part.height) return false;
    const first = !this.#strip.isConnected;
    this.#present(this.#strip, part, part, now, true);
    if (first) {
      put(this.#strip, part);
      this.canvas.after(this.#strip);
    }
    return true;
  }

  /**
   * @param {HTMLCanvasElement} canvas @param {CanvasWindow} all of the canvas
   * @param {CanvasWindow} part what is drawn of it @param {number} now @param {boolean} [stripOnly]
   */
  #present(canvas, all, part, now, stripOnly) {
    const { core, presenter } = this.#page;
    presenter?.present(canvas, core.frame(this.#viewer, part, now, stripOnly), all, part);
  }

  #endStrip() {
    this.#page.presenter?.release(this.#strip);
    this.#strip.remove();
  }
}

/** @param {HTMLCanvasElement} canvas @param {CanvasWindow} part */
function put({ style }, { ratio, ...part }) {
  for (const [name, length] of Object.entries(part)) style.setProperty(name, `${length / ratio}px`);
}

function hiddenCanvas() {
  const canvas = document.createElement("canvas");
  canvas.width = 0;  // no pixels, nor a context to give them back, before something is drawn
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
