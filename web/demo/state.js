import { startingAttributes } from "./controls.js";

/**
 * All that is chosen, and who is told when it changes.
 *
 * @typedef {{sample: string, url: string, text: string | null, attributes: Record<string, string>,
 *   properties: Record<string, string>, words: Record<string, string>, lang: string, width: string}} State
 *   `text`: the document as it was typed, null where that of `url`, else of `sample`, is shown; its URLs are relative to
 *   theirs. Values are checked; an attribute that is "" is absent; `lang`: of the page around the article
 */

/** Samples, by the name of their file, with the name of their language. */
export const samples = /** @type {const} */ ([
  ["zh-hans", "zh-Hans", "简体中文"],
  ["zh-hant", "zh-Hant", "繁體中文"],
  ["en", "en", "English"],
  ["ar", "ar", "العربية"],
]);
/** A sample that names no language: its words are those of the page's. */
export const unnamedSample = "no-language";
export const sampleNames = [...samples.map(([name]) => name), unnamedSample];

/** "" is all the room there is. */
export const widths = ["", "768", "390"];

/** @returns {State} */
export const startingState = () => ({ sample: "zh-hans", url: "", text: null, attributes: { ...startingAttributes },
  properties: {}, words: {}, lang: "", width: "" });

/** @typedef {(state: State, before: State) => void} Listener */

export class Store {
  #state = startingState();
  /** @type {Listener[]} */
  #listeners = [];

  get state() {
    return this.#state;
  }

  /** @param {Partial<State>} changes */
  change(changes) {
    const before = this.#state;
    this.#state = { ...before, ...changes };
    for (const listener of this.#listeners) listener(this.#state, before);
  }

  /** @param {"attributes" | "properties" | "words"} table @param {string} name @param {string} value "": none */
  set(table, name, value) {
    const { [name]: _, ...rest } = this.#state[table];
    this.change({ [table]: value || table === "attributes" ? { ...this.#state[table], [name]: value } : rest });
  }

  /** Is told of each change, and at once. @param {Listener} listener */
  follow(listener) {
    this.#listeners.push(listener);
    listener(this.#state, this.#state);
  }
}
