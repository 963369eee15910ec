/** Tells of an article's size where that is in flow: the browser knows it, not the core. */
export class FlowSize {
  #content;
  #emit;
  /** That was told last. */
  #told = "";

  /** @param {HTMLElement} content @param {import("./core-events.js").Emit} emit */
  constructor(content, emit) {
    this.#content = content;
    this.#emit = emit;
  }

  /** At first and when it is whole. @param {boolean} whole */
  tell(whole) {
    if (this.#told && !whole) return;
    const { width, height } = this.#content.getBoundingClientRect();
    const size = `${width} ${height}`;
    if (size === this.#told) return;
    this.#told = size;
    this.#emit("article-resize", { width, height });
  }
}
