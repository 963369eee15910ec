/**
 * How often a document has ended the core: what does so twice is shown without one.
 *
 * @typedef {import("../element/code.js").Fault} Fault
 */

const most = 2;
/** @type {Fault} */
const fault = { reason: "wasm", message: "the viewer's core has failed twice on this document" };

export class Traps {
  #count = 0;

  add() {
    this.#count += 1;
  }

  /**
   * Of what was asked of a core: throws what is not the end of that.
   * @param {import("../core/core.js").Core} core @param {unknown} error
   */
  note(core, error) {
    if (!core.ended) throw error;
    if (error === core.trap) this.add();  // else another document's
  }

  /** Why it is not drawn any more. @returns {Fault | null} null: it may be */
  get fault() {
    return this.#count < most ? null : fault;
  }
}
