/**
 * Which canvases the blocks of a widget need, and which of them are to be drawn:
 * a model without elements. Places are content CSS px, sizes of canvases device px.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core-viewer.js").Scroller} Scroller
 * @typedef {{top: number, bottom: number}} Range of the content, CSS px
 * @typedef {{left: number, top: number, width: number, height: number}} Tile what a canvas covers
 *   of the content, whole device px
 * @typedef {{key: number, node: SemanticNode, stale: boolean, ratio: number, tiles: Tile[],
 *   canvases: HTMLCanvasElement[]}} Block `ratio` and what follows: as it was drawn last
 */

/** Side of a canvas at most, device px: as much as any texture may have. */
export const widest = 2048;

/**
 * Device px of which a multiple is a whole number of CSS px, else of their
 * 64ths, in which browsers lay out: a canvas of other sides is blurred.
 * @param {number} ratio
 */
function grain(ratio) {
  for (const share of [1, 64])
    for (let n = 1; n < 64; ++n) {
      const units = n * share / ratio;
      if (Math.abs(units - Math.round(units)) < 1e-3) return n;
    }
  return 1;
}

/**
 * The canvases that cover a block, on that grain: one, or several where it is
 * taller or wider than a canvas may be.
 * @param {{x: number, y: number, width: number, height: number}} ink CSS px
 * @param {number} ratio device px of a CSS px @returns {Tile[]}
 */
export function tilesOf({ x, y, width, height }, ratio) {
  const unit = grain(ratio);
  const most = Math.floor(widest / unit) * unit;
  const left = Math.floor(x * ratio / unit) * unit;
  const top = Math.floor(y * ratio / unit) * unit;
  const right = Math.ceil((x + width) * ratio / unit) * unit;
  const bottom = Math.ceil((y + height) * ratio / unit) * unit;
  /** @type {Tile[]} */
  const tiles = [];
  for (let at = top; at < bottom; at += most)
    for (let across = left; across < right; across += most)
      tiles.push({ left: across, top: at, width: Math.min(most, right - across), height: Math.min(most, bottom - at) });
  return tiles;
}

/** Whether the same canvases serve. @param {Tile[]} a @param {Tile[]} b */
export function sameSizes(a, b) {
  return a.length === b.length && a.every(({ width, height }, i) => width === b[i].width && height === b[i].height);
}

export class Blocks {
  /** @type {Map<number, Block>} by key */
  #blocks = new Map();
  /** @type {Scroller[]} */
  #scrollers = [];

  [Symbol.iterator]() {
    return this.#blocks.values();
  }

  /**
   * Takes over what the tree says.
   * @param {SemanticNode[]} nodes @returns {Block[]} those that are gone
   */
  follow(nodes) {
    const gone = this.#blocks;
    this.#blocks = new Map();
    for (const node of nodes) {
      if (!node.block || node.block.flat) continue;
      const known = gone.get(node.key);
      gone.delete(node.key);
      this.#blocks.set(node.key, known ? Object.assign(known, { node })
        : { key: node.key, node, stale: true, ratio: 0, tiles: [], canvases: [] });
    }
    return [...gone.values()];
  }

  /**
   * Another document's blocks are these of before, under other keys.
   * @param {Map<number, number>} keys what each had, by what it has @param {Set<number>} same keys of those that look as they did
   * @returns {Block[]} those that are gone
   */
  rename(keys, same) {
    const gone = this.#blocks;
    this.#blocks = new Map();
    for (const [key, before] of keys) {
      const block = gone.get(before);
      if (!block) continue;
      gone.delete(before);
      block.key = key;
      block.stale ||= !same.has(key);
      this.#blocks.set(key, block);
    }
    return [...gone.values()];
  }

  /** @param {Scroller[]} scrollers */
  scroll(scrollers) {
    this.#scrollers = scrollers;
  }

  /** They look otherwise. @param {Iterable<number>} keys */
  damage(keys) {
    for (const key of keys) {
      const block = this.#blocks.get(key);
      if (block) block.stale = true;
    }
  }

  /**
   * Whether some of a block is in a range, and no further beside what its
   * scroller shows than that is wide.
   * @param {Block} block @param {Range} range
   * @param {number} beside how often the clip's width on each side @returns {boolean}
   */
  isWithin({ node }, { top, bottom }, beside) {
    const { block } = node;
    if (!block || block.y >= bottom || block.y + block.height <= top) return false;
    const scroller = this.#scrollers[block.scroller];
    if (!scroller) return true;
    const x = block.x + scroller.offset;
    const margin = beside * scroller.width;
    return x < scroller.x + scroller.width + margin && x + block.width > scroller.x - margin;
  }

  /**
   * Blocks that are to be drawn, what is seen first.
   * @param {Range} seen @param {Range} near @param {number} sharpness device px of a CSS px of what is
   *   seen @param {number} ratio of the rest @returns {{block: Block, ratio: number, seen: boolean}[]}
   */
  due(seen, near, sharpness, ratio) {
    /** @type {{block: Block, ratio: number, seen: boolean}[]} */
    const first = [];
    /** @type {typeof first} */
    const then = [];
    for (const block of this) {
      const isSeen = this.isWithin(block, seen, 0);
      if (!isSeen && !this.isWithin(block, near, 1)) continue;
      const wanted = isSeen ? sharpness : ratio;
      if (block.canvases.length && !block.stale && block.ratio === wanted) continue;
      (isSeen ? first : then).push({ block, ratio: wanted, seen: isSeen });
    }
    return [...first, ...then];
  }

  /**
   * Blocks whose drawing is given back: it is far, or out of date and not to be drawn now.
   * @param {Range} near @param {Range} kept @returns {Block[]}
   */
  far(near, kept) {
    return [...this].filter((block) => block.canvases.length &&
      !(block.stale ? this.isWithin(block, near, 1) : this.isWithin(block, kept, 2)));
  }
}
