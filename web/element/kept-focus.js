/** By what it is known in content that is made anew. @param {Element} stop */
const nameOf = (stop) => stop.id || stop.getAttribute("href") || stop.getAttribute("data-action");

/**
 * Focus in an element whose content is made anew: it was moved in the page, another article is shown in it, a load is
 * tried again. What is the same as before has it then, else the first that takes it.
 */
export class KeptFocus {
  #root;
  /** What has it. @type {Element | null} */
  #at = null;
  /** What is to have it: of those of that name. @type {{name: string | null, turn: number} | null} */
  #wanted = null;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    root.addEventListener("focusin", ({ target }) => {
      this.#at = /** @type {Element} */ (target);
      this.#wanted = null;
    });
    // Some browsers tell so of what is about to be taken away too, and nothing comes between.
    root.addEventListener("focusout", () => {
      const left = this.#at;
      queueMicrotask(() => {
        if (this.#at === left) this.#at = null;
      });
    });
  }

  get #stops() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll("a[href], button, [tabindex='0']"))];
  }

  /** What is shown is about to go. */
  keep() {
    const at = this.#at;
    if (!at || !this.#root.contains(at)) return;
    const name = nameOf(at);
    this.#wanted = { name, turn: this.#stops.filter((stop) => nameOf(stop) === name).findIndex((stop) => stop === at) };
    // What is taken out of the page, and not moved in it, comes back without.
    queueMicrotask(() => {
      if (!this.#root.isConnected) this.#wanted = null;
    });
  }

  /** Something else is shown. @param {boolean} isWhole all of it */
  give(isWhole) {
    const wanted = this.#wanted;
    if (!wanted || wanted.name && !isWhole) return;
    this.#wanted = null;
    const root = this.#root;
    const { activeElement, body } = document;
    if (activeElement !== body && activeElement !== root.host) return;
    const stops = this.#stops;
    const same = wanted.name && stops.filter((stop) => nameOf(stop) === wanted.name)[wanted.turn];
    for (const stop of same ? [same, ...stops] : stops) {
      stop.focus({ preventScroll: true });
      if (root.activeElement === stop) return;
    }
  }
}
