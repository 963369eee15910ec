import { Renderer } from "./renderer.js";

/**
 * The way from the page's one WebGL context to the canvases of the blocks, chosen
 * by trying: a bitmap for each where an OffscreenCanvas gives WebGL 2 and a bitmap
 * of it changes hands without being read back, else a copy, from a canvas element
 * in no document where there is no such OffscreenCanvas. docs/presenting.md has
 * what was measured in each engine.
 *
 * | | surface | canvas gets | cost |
 * | bitmap | has each block's size in turn | the surface's buffer itself | no copy |
 * | copy | holds the blocks of a frame | its rectangle of one copy of the surface | the surface's size, once |
 *
 * @typedef {{width: number, height: number}} Size device px
 * @typedef {{canvas: HTMLCanvasElement} & Size} Target its 2D or bitmaprenderer context is the presenter's
 * @typedef {import("./renderer.js").Frame} Frame
 */

/** @type {WebGLContextAttributes} */
const contextAttributes = { alpha: true, antialias: false, depth: false, stencil: false };

/** Time of a pixel from which on a bitmap is read back, ms; 10e-6 to 76e-6 in Firefox, 1.4e-6 at most in Chromium, busy too. */
const slowPixel = 4e-6;
/** Side of what is tried at least, device px: a small bitmap is had at once in each engine. */
const tried = 800;
/** Height of a surface that blocks share, device px. */
const mostRows = 4096;

/** Draws and copies in one task, so that widgets never see each other's frames. */
export class Presenter {
  /** Undefined until the first frame has been tried. @type {boolean | undefined} */
  #byBitmap;
  /** The surface's pixels, read once for all blocks. @type {HTMLCanvasElement | null} */
  #copy = null;

  /** @param {OffscreenCanvas | HTMLCanvasElement} surface @param {WebGL2RenderingContext} gl */
  constructor(surface, gl) {
    this.surface = surface;
    this.renderer = new Renderer(gl);
    if (!("transferToImageBitmap" in surface)) this.#byBitmap = false;
  }

  /** @returns {Presenter | null} null: there is no WebGL 2 */
  static create() {
    for (const make of [offscreenSurface, elementSurface]) {
      try {
        const surface = make();
        const gl = /** @type {WebGL2RenderingContext | null} */ (
          surface?.getContext("webgl2", contextAttributes));
        if (surface && gl && !gl.isContextLost()) return new Presenter(surface, gl);
      } catch {
        // The next way, then.
      }
    }
    return null;
  }

  /** @param {Target[]} targets one for each view of the frame @param {Frame} frame */
  present(targets, frame) {
    this.renderer.take(frame);
    if (this.#byBitmap === undefined) this.#try(targets, frame);
    if (this.#byBitmap) this.#give(targets, frame);
    else this.#copyAll(targets, frame);
  }

  /** Draws one view on the whole surface. @param {Frame} frame @param {number} view @param {Size} size */
  #draw(frame, view, { width, height }) {
    resize(this.surface, width, height);
    this.renderer.draw(frame.views[view], width, height);
  }

  /**
   * Bitmaps are the way where one is had at once: 0 to 1 ms in Chromium. Firefox reads its pixels back.
   * @param {Target[]} targets @param {Frame} frame
   */
  #try(targets, frame) {
    const surface = /** @type {OffscreenCanvas} */ (this.surface);
    const largest = targets.reduce((best, { width, height }, i) =>
      width * height > targets[best].width * targets[best].height ? i : best, 0);
    const width = Math.max(tried, targets[largest].width);
    const height = Math.max(tried, targets[largest].height);
    const slow = width * height * slowPixel;
    // Something else may come between, and one answer may be early: two that agree count.
    const rounds = { fast: 0, slow: 0 };
    while (Math.max(rounds.fast, rounds.slow) < 2) {
      this.#draw(frame, largest, { width, height });
      const start = performance.now();
      surface.transferToImageBitmap().close();
      rounds[performance.now() - start < slow ? "fast" : "slow"] += 1;
    }
    this.#byBitmap = rounds.fast > rounds.slow;
  }

  /** @param {Target[]} targets @param {Frame} frame */
  #give(targets, frame) {
    targets.forEach((target, i) => {
      this.#draw(frame, i, target);
      fit(target);
      target.canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(
        /** @type {OffscreenCanvas} */ (this.surface).transferToImageBitmap());
    });
  }

  /** Blocks stand one below the other on the surface. @param {Target[]} targets @param {Frame} frame */
  #copyAll(targets, frame) {
    const limit = Math.min(mostRows, this.renderer.maxTextureSize);
    for (let first = 0; first < targets.length;) {
      let end = first;
      let rows = 0;
      let width = 1;
      while (end < targets.length && (end === first || rows + targets[end].height <= limit)) {
        rows += targets[end].height;
        width = Math.max(width, targets[end].width);
        end += 1;
      }
      this.#copySome(targets, frame, first, end, { width, height: rows });
      first = end;
    }
  }

  /**
   * @param {Target[]} targets @param {Frame} frame @param {number} first @param {number} end
   * @param {Size} size of all of them
   */
  #copySome(targets, frame, first, end, size) {
    resize(this.surface, size.width, size.height);
    let top = 0;
    for (let i = first; i < end; ++i) {
      this.renderer.draw(frame.views[i], targets[i].width, targets[i].height, top);
      top += targets[i].height;
    }
    const source = end - first > 1 ? this.#read(size) : this.surface;
    top = 0;
    for (let i = first; i < end; ++i) {
      const { canvas, width, height } = targets[i];
      fit(targets[i]);
      const context = canvas.getContext("2d");
      if (context) {
        context.globalCompositeOperation = "copy";
        context.drawImage(source, 0, top, width, height, 0, 0, width, height);
      }
      top += height;
    }
  }

  /** The surface's pixels: each reading of it costs all of them. @param {Size} size @returns {CanvasImageSource} */
  #read(size) {
    this.#copy ??= document.createElement("canvas");
    fit({ canvas: this.#copy, ...size });
    const context = this.#copy.getContext("2d");
    if (!context) return this.surface;
    context.globalCompositeOperation = "copy";
    context.drawImage(this.surface, 0, 0);
    return this.#copy;
  }

  /**
   * Draws views for a 2D canvas (a picture of the article).
   * @param {Frame} frame @param {Size[]} sizes of its views
   * @param {(surface: CanvasImageSource, view: number) => void} use of each, while it is on the surface
   */
  show(frame, sizes, use) {
    this.renderer.take(frame);
    sizes.forEach((size, i) => {
      this.#draw(frame, i, size);
      use(this.surface, i);
    });
  }

  /** Gives a block's pixels back. @param {HTMLCanvasElement} canvas */
  release(canvas) {
    if (!canvas.width) return;
    if (this.#byBitmap) canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(null);
    canvas.width = canvas.height = 0;
  }

  /** Gives the surface's pixels back while no widget is near. */
  shrink() {
    this.surface.width = this.surface.height = 1;
    if (this.#copy) this.#copy.width = this.#copy.height = 0;
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

/** @param {Target} target */
function fit({ canvas, width, height }) {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function offscreenSurface() {
  if (!("OffscreenCanvas" in window) || !("ImageBitmapRenderingContext" in window)) return null;
  return new OffscreenCanvas(1, 1);
}

function elementSurface() {
  return Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
}
