/**
 * What scrolls sideways in the layer: a clip where it is seen, and in it a strip that moves
 * by one transform.
 *
 * @typedef {import("../core/core-viewer.js").Scroller} Scroller
 * @typedef {{clip: HTMLElement, strip: HTMLElement, x: number, y: number, moved: number, shown: string, box: string}} Strip
 *   `x`, `y`: of the content, CSS px; `moved`: the round in which they changed
 */

export class Strips {
  /** @type {Strip[]} by scroller */
  #strips = [];

  /** @param {number} number of a scroller @returns {Strip | undefined} */
  at(number) {
    return this.#strips[number];
  }

  /**
   * Puts a scroller's clip where that is.
   * @param {number} number @param {Scroller} scroller @param {number} originX of what holds the clip, content CSS px
   * @param {number} originY @param {number} round of writing @returns {Strip}
   */
  place(number, scroller, originX, originY, round) {
    const strip = this.#strips[number] ?? this.#make(number);
    if (strip.x !== scroller.x || strip.y !== scroller.y)
      Object.assign(strip, { x: scroller.x, y: scroller.y, moved: round });
    const box = [scroller.x - originX, scroller.y - originY, scroller.width, scroller.height];
    if (strip.box !== box.join()) {
      strip.box = box.join();
      const { style } = strip.clip;
      [style.left, style.top, style.width, style.height] = box.map((length) => `${length}px`);
    }
    return strip;
  }

  /** @param {number} number @returns {Strip} */
  #make(number) {
    const [clip, strip] = ["clip", "strip"].map((name) => {
      const made = document.createElement("div");
      made.className = name;
      return made;
    });
    clip.append(strip);
    return this.#strips[number] = { clip, strip, x: NaN, y: NaN, moved: 0, shown: "", box: "" };
  }

  /** Moves what scrolls. @param {Scroller[]} scrollers */
  scroll(scrollers) {
    scrollers.forEach(({ offset }, i) => {
      const strip = this.#strips[i];
      // On whole device px, where the canvases in it are sharp.
      const shift = Math.round(offset * devicePixelRatio) / devicePixelRatio;
      const wanted = shift ? `translateX(${shift}px)` : "";
      if (!strip || strip.shown === wanted) return;
      strip.shown = wanted;
      strip.strip.style.transform = wanted;
    });
  }
}
