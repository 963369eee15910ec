import { Blocks, sameSizes, tilesOf } from "./blocks.js";

/**
 * The drawing of one widget: a canvas for each block near what is seen, in the
 * element of the block, so that the browser moves, clips and transforms it.
 * Where there is none, the layer shows itself.
 *
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./blocks.js").Range} Range
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{holderOf: (key: number) => {element: HTMLElement, x: number, y: number} | null,
 *   elementOf: (key: number) => HTMLElement | undefined,
 *   setDrawn: (key: number, drawn: boolean) => void}} Layer
 * @typedef {{seen: Range, viewport: number, ratio: number, sharpness: number}} Place `viewport`: its
 *   height, CSS px of the content
 */

/** Blocks that are drawn for the first time in one frame, at most and at first: the layer stands in for them. */
const mostOfFrame = 16;
const firstOfFrame = 4;
/** What drawing them may take of a frame, ms. */
const share = 10;
/** Of the viewport, in one frame: who scrolls faster sees the layer, which costs no drawing. */
const fastest = 0.2;

export class Drawing {
  #viewer;
  #layer;
  #blocks = new Blocks();
  /** Of what was seen in the last frame, CSS px. */
  #top = 0;
  /** The layer was written since something was drawn; it has had a frame for itself. */
  #written = false;
  #waited = false;
  /** What is no longer shown, but has pixels. @type {HTMLCanvasElement[]} */
  #leaving = [];
  /** Blocks that may be drawn for the first time in one frame. */
  #pace = firstOfFrame;
  /** The next frame has something to draw, though nothing may change. */
  unfinished = false;

  /** @param {import("../core/core-viewer.js").CoreViewer} viewer @param {Layer} layer */
  constructor(viewer, layer) {
    this.#viewer = viewer;
    this.#layer = layer;
  }

  /** For tests: what is drawn. */
  get blocks() {
    return [...this.#blocks].map(({ key, node, ratio, canvases, stale }) =>
      ({ key, node, ratio, canvases, stale, element: this.#layer.elementOf(key) }));
  }

  /** The layer was written. @param {SemanticNode[]} nodes */
  follow(nodes) {
    for (const block of this.#blocks.follow(nodes)) this.#leave(block);
    for (const block of this.#blocks) if (block.canvases.length) this.#put(block);
    this.#written = this.unfinished = true;
  }

  /** Another document's keys: see Blocks.rename. To be called before the layer's. @param {Map<number, number>} keys @param {Set<number>} same */
  rename(keys, same) {
    for (const block of this.#blocks.rename(keys, same)) this.#leave(block);
  }

  /** @param {Pick<import("../core/core-viewer.js").Update, "damage" | "scrollers">} update */
  note({ damage, scrollers }) {
    this.#blocks.damage(damage);
    this.#blocks.scroll(scrollers);
    if (damage.length) this.unfinished = true;
  }

  /**
   * Draws what is seen and has changed, and some of what has no drawing yet, as that has its layer. A frame in
   * which the layer was written draws nothing: what it costs to ask the GPU comes after what the reader waits for.
   * @param {Place} place @param {import("./presenter.js").Presenter} presenter
   */
  draw({ seen, viewport, ratio, sharpness }, presenter) {
    const way = Math.abs(seen.top - this.#top);
    this.#top = seen.top;
    this.unfinished = true;
    if (way > fastest * viewport) return;
    if (this.#written && !this.#waited) {
      this.#waited = true;
      return;
    }
    this.#written = this.#waited = false;
    const near = { top: seen.top - viewport, bottom: seen.bottom + viewport };
    for (const block of this.#blocks.far(near, { top: near.top - viewport, bottom: near.bottom + viewport }))
      this.#leave(block);
    this.#clear(presenter);
    const due = this.#blocks.due(seen, near, sharpness, ratio);
    const outdated = due.filter(({ block, seen: isSeen }) => isSeen && block.canvases.length);
    const others = due.filter((one) => !outdated.includes(one));
    const more = others.slice(0, this.#pace);
    const now = [...outdated, ...more];
    this.unfinished = now.length < due.length;
    if (!now.length) return;
    const start = performance.now();
    this.#present(now, presenter);
    if (more.length) this.#pace = Math.max(1, Math.min(mostOfFrame, this.#pace * (performance.now() - start > share ? 0.5 : 2)));
  }

  /** @param {{block: Block, ratio: number}[]} due @param {import("./presenter.js").Presenter} presenter */
  #present(due, presenter) {
    const drawn = due.map(({ block, ratio }) => {
      const tiles = tilesOf(/** @type {NonNullable<SemanticNode["block"]>} */ (block.node.block), ratio);
      const serves = sameSizes(tiles, block.tiles);
      return { block, ratio, tiles, canvases: serves ? block.canvases : tiles.map(blankCanvas) };
    });
    const views = drawn.flatMap(({ block: { key }, ratio, tiles }) => tiles.map(({ left, top, width, height }) =>
      ({ key, left: left / ratio, top: top / ratio, width, height, ratio })));
    presenter.present(drawn.flatMap(({ tiles, canvases }) =>
      tiles.map(({ width, height }, i) => ({ canvas: canvases[i], width, height }))), this.#viewer.draw(views));
    for (const { block, ratio, tiles, canvases } of drawn) {
      const before = block.canvases === canvases ? [] : block.canvases;
      Object.assign(block, { ratio, tiles, canvases, stale: false });
      this.#put(block);
      this.#layer.setDrawn(block.key, true);
      this.#drop(before);
    }
  }

  /** Puts the canvases of a block where they belong. @param {Block} block */
  #put(block) {
    const { key, node, ratio, canvases } = block;
    const holder = this.#layer.holderOf(key);
    if (!holder || !node.block) return;
    const placed = tilesOf(node.block, ratio);
    // What has moved is as it was, but for how it falls on device px.
    if (!sameSizes(placed, block.tiles)) {
      this.#leave(block);
      return;
    }
    block.tiles = placed;
    canvases.forEach((canvas, i) => {
      const { left, top, width, height } = block.tiles[i];
      const { style } = canvas;
      style.left = `${left / ratio - holder.x}px`;
      style.top = `${top / ratio - holder.y}px`;
      style.width = `${width / ratio}px`;
      style.height = `${height / ratio}px`;
      if (canvas.parentNode !== holder.element) holder.element.append(canvas);
    });
  }

  /** The layer shows itself in place of a block. @param {Block} block */
  #leave(block) {
    if (!block.canvases.length) return;
    this.#layer.setDrawn(block.key, false);
    this.#drop(block.canvases);
    Object.assign(block, { ratio: 0, tiles: [], canvases: [], stale: true });
  }

  /** @param {HTMLCanvasElement[]} canvases */
  #drop(canvases) {
    for (const canvas of canvases) canvas.remove();
    this.#leaving.push(...canvases);
  }

  /** @param {import("./presenter.js").Presenter | null} presenter */
  #clear(presenter) {
    for (const canvas of this.#leaving.splice(0)) presenter?.release(canvas);
  }

  /** Gives all pixels back: the layer shows itself. @param {import("./presenter.js").Presenter | null} presenter */
  release(presenter) {
    for (const block of this.#blocks) this.#leave(block);
    this.#clear(presenter);
    this.unfinished = false;
  }
}

function blankCanvas() {
  const canvas = document.createElement("canvas");
  canvas.width = 0;  // no pixels before something is drawn
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
