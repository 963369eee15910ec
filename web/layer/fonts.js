import { Role } from "../core/semantic-tree.js";

/**
 * The fonts of a layer's texts, and where their baselines are.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 */

export class Families {
  /** By language. @type {Map<string, string>} */
  #families = new Map();
  #family;
  #own = "";
  /** @protected */
  language = "";
  /** @protected */
  headline = "";

  /** @param {(language: string) => string} family font list of a language */
  constructor(family) {
    this.#family = family;
  }

  /**
   * @param {string} language of the document @param {string} own the page's font, "" for the language's
   * @param {string} headline likewise, "" for that of the text
   */
  describe(language, own, headline) {
    this.language = language;
    this.#own = own;
    this.headline = headline;
    this.#families.clear();
  }

  /** @param {string} language */
  of(language) {
    if (this.#own) return this.#own;
    let family = this.#families.get(language);
    if (family === undefined) this.#families.set(language, (family = this.#family(language)));
    return family;
  }
}

/** Those of texts that are drawn. */
export class Fonts extends Families {
  /** How far below the browser's own each baseline is drawn, CSS px, by font. @type {Map<string, number>} */
  #shifts = new Map();
  #metrics;
  #leading;

  /**
   * @param {(language: string) => string} family font list of a language
   * @param {(weight: string, size: number, family: string, language: string) => [number, number]} metrics
   *   ascent and descent of a CSS font, CSS px; a space stands behind the weight
   * @param {(spare: number) => number} leading above a line's text, of what is spare in it, CSS px
   */
  constructor(family, metrics, leading) {
    super(family);
    this.#metrics = metrics;
    this.#leading = leading;
  }

  /** Fonts changed. */
  forget() {
    this.#shifts.clear();
  }

  /**
   * The drawing stands on baselines that do not depend on the font: the em box is in the
   * middle of the line. The browser's own have ascent and descent of the font in the
   * middle, with half of the leading rounded down in most.
   * @param {SemanticNode} node @returns {number} CSS px
   */
  shiftOf({ text, role, language, headline, bold, fontSize: size, lineHeight }) {
    if (!text || role === Role.Status) return 0;
    const own = language || this.language;
    const family = (headline && this.headline) || this.of(own);
    const weight = bold ? "bold " : "";
    const key = [weight, size, lineHeight, family, own].join();
    let shift = this.#shifts.get(key);
    if (shift === undefined) {
      const [ascent, descent] = this.#metrics(weight, size, family, own);
      shift = lineHeight / 2 + size * 0.38 - this.#leading(lineHeight - ascent - descent) - ascent;
      this.#shifts.set(key, shift);
    }
    return shift;
  }
}
