/** Enlarged photos of one widget: what shows them is loaded when one is first asked for. */
export class EnlargingLoader {
  /** @type {Promise<import("./enlarged-photos.js").Enlarging> | null} */
  #enlarging = null;
  #load;
  #moving;
  #context;
  #removed = false;

  /**
   * @param {import("../core/files.js").Load} load
   * @param {(() => Promise<typeof import("./moving.js")>) | undefined} moving loads what moves them as the core says
   * @param {() => import("./enlarged-photos.js").Context} context
   */
  constructor(load, moving, context) {
    this.#load = load;
    this.#moving = moving;
    this.#context = context;
  }

  /** @param {number} part @param {number} index as the core tells them @returns {Promise<boolean>} whether there is one */
  async open(part, index) {
    this.#enlarging ??= Promise.all([this.#load("article-viewer-enlarging.js", () => import("./enlarging.js")), this.#moving?.()]).then(([{ makeEnlarging }, moving]) =>
      makeEnlarging(this.#context(), moving));
    this.#enlarging.catch(() => { this.#enlarging = null; });  // so that it can be tried again
    const enlarging = await this.#enlarging;
    return !this.#removed && enlarging.open(part, index);
  }

  async close() {
    await (await this.#enlarging)?.close();
  }

  /** The article was loaded again. */
  follow() {
    void this.#enlarging?.then((enlarging) => enlarging.follow(), () => {});
  }

  /** Takes the dialog away, and tells of it. */
  remove() {
    this.#removed = true;
    void this.#enlarging?.then((enlarging) => enlarging.remove());
  }
}
