import { Renderer } from "./renderer.js";

/**
 * The way from the page's one WebGL context to each widget's canvas, chosen
 * by trying: a bitmap where an OffscreenCanvas gives WebGL 2 and a bitmap of
 * it changes hands without being read back, else a copy, from a canvas element
 * in no document where there is no such OffscreenCanvas. docs/presenting.md has
 * what was measured in each engine.
 *
 * | | surface grows | canvas gets | cost |
 * | bitmap | and shrinks to each frame | the surface's buffer itself | no copy |
 * | copy | only | a copy of the frame's rectangle | one drawImage |
 *
 * @typedef {{width: number, height: number}} Size device px
 * @typedef {import("./canvas-window.js").CanvasWindow} CanvasWindow
 */

/** @type {WebGLContextAttributes} */
const contextAttributes = { alpha: true, antialias: false, depth: false, stencil: false };

/** Time of a pixel from which on a bitmap is read back, ms; 34e-6 to 76e-6 in Firefox, 1e-6 at most in Chromium. */
const slowPixel = 10e-6;

/** Draws and copies in one task, so that widgets never see each other's frames. */
export class Presenter {
  /** Undefined until the first frame has been tried. @type {boolean | undefined} */
  #byBitmap;

  /** @param {OffscreenCanvas | HTMLCanvasElement} surface @param {WebGL2RenderingContext} gl */
  constructor(surface, gl) {
    this.surface = surface;
    this.renderer = new Renderer(gl);
    if (!("transferToImageBitmap" in surface)) this.#byBitmap = false;
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

  /**
   * @param {HTMLCanvasElement} canvas its own 2D or bitmaprenderer context is the presenter's
   * @param {import("./renderer.js").Frame} frame
   * @param {CanvasWindow} all what the canvas covers @param {CanvasWindow} part rows of it that the frame has
   */
  present(canvas, frame, { top, width, height }, part) {
    const { surface, renderer } = this;
    if (this.#byBitmap === false) grow(surface, width, height);
    else resize(surface, width, height);
    renderer.draw(frame, width, part.height, part.top - top);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    let picture = /** @type {OffscreenCanvas | HTMLCanvasElement | ImageBitmap} */ (surface);
    if (this.#byBitmap !== false && "transferToImageBitmap" in surface) {
      picture = this.#takeBitmap(surface);
      if (this.#byBitmap) {
        canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
        return;
      }
    }
    const context = canvas.getContext("2d");
    if (!context) return;
    context.globalCompositeOperation = "copy";
    context.drawImage(picture, 0, 0, width, height, 0, 0, width, height);
    if (picture instanceof ImageBitmap) picture.close();
  }

  /**
   * Bitmaps are the way where one is had at once: 0 to 2 ms in Chromium. Firefox reads its pixels back.
   * @param {OffscreenCanvas} surface
   */
  #takeBitmap(surface) {
    const slow = surface.width * surface.height * slowPixel;
    const start = performance.now();
    const bitmap = surface.transferToImageBitmap();
    if (this.#byBitmap !== undefined) return bitmap;
    const taken = performance.now();
    this.#byBitmap = taken - start < slow;
    if (!this.#byBitmap) {
      // Something else may have come between: once more.
      surface.transferToImageBitmap().close();
      this.#byBitmap = performance.now() - taken < slow;
    }
    return bitmap;
  }

  /**
   * Draws a frame for a 2D canvas (a picture of the article).
   * @param {CanvasRenderingContext2D} context @param {import("./renderer.js").Frame} frame
   * @param {number} top where it goes @param {number} width @param {number} height
   */
  copy(context, frame, top, width, height) {
    const { surface } = this;
    grow(surface, width, height);
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

/**
 * Each side that is set makes the buffers anew, 50 to 140 ms for a large one in software: one row first.
 * @param {OffscreenCanvas | HTMLCanvasElement} surface @param {number} width @param {number} height
 */
function resize(surface, width, height) {
  if (surface.width !== width) {
    surface.height = 1;
    surface.width = width;
  }
  if (surface.height !== height) surface.height = height;
}

/** @param {OffscreenCanvas | HTMLCanvasElement} surface @param {number} width @param {number} height at least */
function grow(surface, width, height) {
  resize(surface, Math.max(surface.width, width), Math.max(surface.height, height));
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
