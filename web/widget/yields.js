/**
 * Where the drawing gives way to the layer, which then shows itself, as HTML in flow, as
 * long as there is a cause. What it takes is fetched when the article stands.
 *
 * @typedef {import("../layer/yielding.js").Cause | "context"} Cause
 * @typedef {{load: import("../core/files.js").Load, layer: HTMLElement, styles: import("../layer/layer-styles.js").ViewStyles, signal: AbortSignal,
 *   changed: (yields: boolean) => void}} Parts `changed`: it begins or ends
 */

export class Yields {
  /** @type {Set<Cause>} */
  #causes = new Set();
  #parts;
  /** To be called after writing into the layer: such changes are no cause. @type {() => void} */
  wroteLayer = () => {};

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Fetches what it takes; without a network that waits for one. @returns {Promise<void>} */
  async prepare() {
    try {
      await this.#watch();
    } catch {
      addEventListener("online", () => void this.#watch().catch(() => {}), { once: true, signal: this.#parts.signal });
    }
  }

  async #watch() {
    const { load, layer, styles, signal } = this.#parts;
    const { watchYielding } = await load("article-viewer-yielding.js", () => import("../layer/yielding.js"));
    await styles.loadFlow();
    if (!signal.aborted) this.wroteLayer = watchYielding(layer, (cause, holds) => this.set(cause, holds), signal);
  }

  /** @param {Cause} cause @param {boolean} holds */
  set(cause, holds) {
    const before = this.#causes.size > 0;
    if (holds) this.#causes.add(cause);
    else this.#causes.delete(cause);
    const now = this.#causes.size > 0;
    if (now !== before && !this.#parts.signal.aborted) this.#parts.changed(now);
  }
}
