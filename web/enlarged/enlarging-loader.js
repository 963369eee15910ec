/** Enlarged photos of one widget: what shows them is loaded when one is first asked for. */
export class EnlargingLoader {
  /** @type {Promise<import("./enlarging.js").Enlarging> | null} */
  #enlarging = null;
  #context;
  #removed = false;

  /** @param {() => import("./enlarging.js").Context} context */
  constructor(context) {
    this.#context = context;
  }

  /** @param {number} part @param {number} index as the core tells them @returns {Promise<boolean>} whether there is one */
  async open(part, index) {
    this.#enlarging ??= import("./enlarging.js").then(({ Enlarging }) => Enlarging.make(this.#context()));
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

  /** Takes the dialog away, and tells nobody. */
  remove() {
    this.#removed = true;
    void this.#enlarging?.then((enlarging) => enlarging.remove());
  }
}
