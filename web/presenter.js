import { Renderer } from "./renderer.js";

/**
 * The way from the page's one WebGL context to each widget's canvas, chosen
 * by trying: a bitmap that changes hands where an OffscreenCanvas gives
 * WebGL 2, else a copy from a canvas element that is in no document.
 *
 * | | surface grows | canvas gets | cost |
 * | bitmap | and shrinks to each frame | the surface's buffer itself | no copy |
 * | copy | only | a copy of the frame's rectangle | one drawImage |
 *
 * @typedef {{width: number, height: number}} Size device px
 */

/** @type {WebGLContextAttributes} */
const contextAttributes = { alpha: true, antialias: false, depth: false, stencil: false };

/** Draws and copies in one task, so that widgets never see each other's frames. */
export class Presenter {
  /** @param {OffscreenCanvas | HTMLCanvasElement} surface @param {WebGL2RenderingContext} gl */
  constructor(surface, gl) {
    this.surface = surface;
    this.renderer = new Renderer(gl);
  }

  /**
   * @param {Size} [size] of the first frame, device px: a surface
   *   that has it from the start need not wait for the GPU to give it another
   * @returns {Presenter | null} null: there is no WebGL 2
   */
  static create(size = { width: 1, height: 1 }) {
    for (const make of [offscreenSurface, elementSurface]) {
      try {
        const surface = make(size);
        const gl = /** @type {WebGL2RenderingContext | null} */ (
          surface?.getContext("webgl2", contextAttributes));
        if (surface && gl && !gl.isContextLost()) return new Presenter(surface, gl);
      } catch {
        // The next way, then.
      }
    }
    return null;
  }

  get #byBitmap() {
    return "transferToImageBitmap" in this.surface;
  }

  /**
   * @param {HTMLCanvasElement} canvas its own 2D or bitmaprenderer context is the presenter's
   * @param {import("./renderer.js").Frame} frame
   * @param {Size} size of the canvas @param {{top: number, height: number}} rows of it that the frame has
   */
  present(canvas, frame, { width, height }, rows) {
    const { surface, renderer } = this;
    if (this.#byBitmap ? surface.width !== width || surface.height !== height
      : surface.width < width || surface.height < height) {
      surface.width = this.#byBitmap ? width : Math.max(surface.width, width);
      surface.height = this.#byBitmap ? height : Math.max(surface.height, height);
    }
    renderer.draw(frame, width, rows.height, rows.top);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if ("transferToImageBitmap" in surface) {
      canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(surface.transferToImageBitmap());
      return;
    }
    const context = canvas.getContext("2d");
    if (!context) return;
    context.globalCompositeOperation = "copy";
    context.drawImage(surface, 0, 0, width, height, 0, 0, width, height);
  }

  /**
   * Draws a frame for a 2D canvas (a picture of the article).
   * @param {CanvasRenderingContext2D} context @param {import("./renderer.js").Frame} frame
   * @param {number} top where it goes @param {number} width @param {number} height
   */
  copy(context, frame, top, width, height) {
    const { surface } = this;
    surface.width = Math.max(surface.width, width);
    surface.height = Math.max(surface.height, height);
    this.renderer.draw(frame, width, height);
    context.drawImage(surface, 0, 0, width, height, 0, top, width, height);
  }

  /** Gives a widget's pixels back. @param {HTMLCanvasElement} canvas */
  release(canvas) {
    if (!canvas.width) return;
    if (this.#byBitmap) canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(null);
    canvas.width = canvas.height = 0;
  }

  /** Gives the surface's pixels back while no widget is near. */
  shrink() {
    this.surface.width = this.surface.height = 1;
  }
}

/** @param {Size} size */
function offscreenSurface({ width, height }) {
  if (!("OffscreenCanvas" in window) || !("ImageBitmapRenderingContext" in window)) return null;
  return new OffscreenCanvas(width, height);
}

/** @param {Size} size */
function elementSurface({ width, height }) {
  return Object.assign(document.createElement("canvas"), { width, height });
}
