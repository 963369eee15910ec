/**
 * How fast an article was there, as its reader saw it: `article-vitals`, once a load.
 */

export class Vitals {
  /** ms of the page; 0: not yet. */
  #begun = 0;
  #text = 0;
  /** null: it is not drawn. @type {number | null} */
  #drawn = 0;
  #ready = 0;
  #host;

  /** @param {{emit: import("./core-events.js").Emit, began: () => number}} host `began`: when the load did, ms of the page */
  constructor(host) {
    this.#host = host;
  }

  /** Its text is shown, and will be seen with the next frame. @param {boolean} drawn whether there will be a drawing */
  shown(drawn) {
    this.#begun = this.#host.began();
    this.#ready = this.#text = 0;
    this.#drawn = drawn ? 0 : null;
    requestAnimationFrame(() => {
      this.#text = performance.now();
      this.#tell();
    });
  }

  /** Nobody is told any more. */
  end() {
    this.#begun = 0;
  }

  ready() {
    this.#ready = performance.now();
    this.#tell();
  }

  /** What is near is drawn, or never will be. @param {boolean} drawn */
  drawn(drawn) {
    if (this.#drawn !== 0) return;
    this.#drawn = drawn ? performance.now() : null;
    this.#tell();
  }

  #tell() {
    if (!this.#begun || !this.#text || !this.#ready || this.#drawn === 0) return;
    const since = (/** @type {number} */ time) => Math.round(time - begun);
    const begun = this.#begun;
    this.#begun = 0;
    this.#host.emit("article-vitals", { build: ARTICLE_VIEWER_BUILD, view: this.#drawn === null ? "plain" : "canvas",
      text: since(this.#text), drawn: this.#drawn && since(this.#drawn), ready: since(this.#ready) });
  }
}
