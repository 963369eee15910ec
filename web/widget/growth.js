/**
 * How much of an article is laid out: what is seen and a screen more first, the rest
 * by distance from it, in slices.
 *
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 */

/** Main thread that a slice takes at most, ms, at the speed of the machine. */
const mostOfSlice = 8;
/** What is aimed at, ms: one slice costs more than another. */
const slice = 5;
/** Slices that it takes at most, however slow they are: each costs something for all that is there. */
const mostSlices = 64;
/** The same where so much is there that each costs more than what it adds. */
const fewSlices = 8;
const muchIsThere = 20000;

/** Everything, however far. @type {Extent} */
const all = { top: -Infinity, bottom: Infinity };

export class Growth {
  /** How far beyond what is near has been asked for, CSS px. */
  #reach = -1;
  /** Of the next slice, CSS px; 0: the least. */
  #step = 0;
  #all = false;
  #above = false;

  /** What stands above what is near is laid out too: its height is not to change any more. */
  withAbove() {
    this.#above = true;
  }

  /** Nothing is to be estimated any longer. */
  finish() {
    this.#all = true;
  }

  /** Another document, width or place: what is near comes first again. */
  restart() {
    this.#reach = -1;
    this.#all = false;
  }

  /**
   * What is to be laid out now.
   * @param {Extent | null} near what is seen and a screen more, CSS px of the content; null: it is out of sight
   * @returns {Extent}
   */
  extent(near) {
    if (this.#all) return all;
    if (!near) return { top: 0, bottom: this.#reach };
    const reach = Math.max(0, this.#reach);
    return { top: this.#above ? -Infinity : near.top - reach, bottom: near.bottom + reach };
  }

  /**
   * One slice more, as much as is done in its time.
   * @param {number} viewport CSS px @param {number} height of all, about, CSS px
   * @param {number} count of nodes that are there @param {() => void} work
   */
  more(viewport, height, count, work) {
    const least = Math.max(2 * viewport, height / (count > muchIsThere ? fewSlices : mostSlices));
    const step = Math.max(least, this.#step);
    this.#reach = Math.max(0, this.#reach) + step;
    if (this.#reach > height + viewport) this.#all = true;
    const start = performance.now();
    work();
    const took = Math.max(0.1, performance.now() - start);
    this.#step = step * Math.min(2, Math.max(0.25, (took > mostOfSlice ? slice / 2 : slice) / took));
  }
}
