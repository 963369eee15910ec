/** How fast a widget goes by, from where it stood in the last frames. */

/** Frames older than this say nothing of the present, ms. */
const span = 100;

export class ScrollSpeed {
  /** @type {{time: number, top: number}[]} oldest first */
  #places = [];

  /**
   * A frame's place.
   * @param {number} top of what is seen @param {number} viewport its height, CSS px
   * @param {number} now ms
   * @returns {number} CSS px a ms, down the content positive; 0: it rests
   */
  at(top, viewport, now) {
    const last = this.#places.at(-1);
    if (last && now <= last.time) return this.#speed();
    // A jump, to a heading or by a script, is no speed.
    if (last && Math.abs(top - last.top) > viewport) this.#places = [];
    this.#places.push({ time: now, top });
    // The last two stay: a frame may take longer than the span.
    while (this.#places.length > 2 && now - this.#places[0].time > span) this.#places.shift();
    return this.#speed();
  }

  #speed() {
    const first = this.#places[0];
    const last = this.#places[this.#places.length - 1];
    return last.time > first.time ? (last.top - first.top) / (last.time - first.time) : 0;
  }
}
