import { setCustomStates } from "./custom-states.js";

/**
 * What a page is told of an element: its state, the document's problems, events, and when all that was asked is done.
 *
 * @typedef {import("./types.js").Problem} Problem
 * @typedef {import("./types.js").State} State
 */

/** @type {Set<string>} */
const warned = new Set();

/** Who made the page is told once. @param {string} message */
export function warnOnce(message) {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`article-viewer: ${message} (see docs/troubleshooting.md)`);
}

export class Report {
  /** @type {State} */
  state = "empty";
  /** @type {readonly Problem[]} */
  problems = Object.freeze([]);
  #element;
  /** @type {ElementInternals | undefined} */
  #internals;
  /** Resolves when all that was asked is shown and drawn. @type {Promise<void>} */
  complete = Promise.resolve();
  /** Resolves that, until then. @type {(() => void) | null} */
  #resolve = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    try {
      this.#internals = element.attachInternals();
    } catch {
      // Only custom states need them.
    }
  }

  /** @param {State} state @param {boolean} [plain] what is shown is */
  become(state, plain) {
    this.state = state;
    setCustomStates(this.#internals, plain ? [state, "plain"] : [state]);
  }

  /** @param {Problem[]} problems in the document */
  found(problems) {
    this.problems = Object.freeze(problems);
  }

  /**
   * @type {import("../widget/core-events.js").Emit}
   * @returns {boolean} false where a listener cancelled it
   */
  emit = (type, detail, cancelable = false) => {
    if (type === "article-error") warnOnce(/** @type {any} */ (detail).message);
    return this.#element.dispatchEvent(
      new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  };

  /** Something is to be done. */
  begin() {
    if (!this.#resolve) this.complete = new Promise((resolve) => { this.#resolve = resolve; });
  }

  /** All is done. */
  end() {
    this.#resolve?.();
    this.#resolve = null;
  }
}
