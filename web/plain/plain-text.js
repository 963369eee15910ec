import { Role, rooms } from "../core/semantic-tree.js";

/**
 * Texts on their way into the plain view's semantic tree.
 *
 * @typedef {import("../core/semantic-tree.js").Range} Range
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("./plain-document.js").Run} Run
 * @typedef {{url?: string, kind?: LinkKind, datetime?: string, strong?: boolean,
 *   emphasis?: boolean, upright?: boolean, language?: string}} Inline
 */

/** The text of a node, stretch by stretch. */
export class InlineText {
  text = "";
  /** Of all of it; "" is its surroundings'. */
  language = "";
  /** @type {Range[]} */
  ranges = [];
  /** @type {{begin: number, at: number}[]} what is held: `at` among the ranges */
  #held = [];

  /** @param {string} text @param {Inline} [style] */
  add(text, { url = "", kind = "text", datetime = "", strong, emphasis, upright = false, language = "" } = {}) {
    if (!text) return this;
    const begin = this.text.length;
    this.text += text;
    const end = this.text.length;
    const first = this.ranges.length;
    const range = (/** @type {number} */ role) => {
      const made = rangeOf(begin, end, role);
      this.ranges.push(made);
      return made;
    };
    if (url) Object.assign(range(Role.Link), { url, kind });
    if (datetime) range(Role.Time).datetime = datetime;
    if (strong) range(Role.Strong);
    if (emphasis) range(Role.Emphasis).upright = upright;
    if (language) {
      if (this.ranges.length === first) range(Role.Text);
      this.ranges[this.ranges.length - 1].language = language;
    }
    return this;
  }

  /** What is added until the `release` of this keeps together, as the core's InlineText does it. They may nest. */
  hold() {
    this.#held.push({ begin: this.text.length, at: this.ranges.length });
    return this;
  }

  release() {
    const { begin, at } = /** @type {{begin: number, at: number}} */ (this.#held.pop());
    const end = this.text.length;
    const first = this.ranges[at];
    const roomEm = rooms.find((em) => em >= 1.2 * lengthEm(this.text.slice(begin, end))) ?? 0;
    const twice = first?.begin === begin && first.end === end && first.roomEm;
    if (end > begin && roomEm && !twice) this.ranges.splice(at, 0, Object.assign(rangeOf(begin, end, Role.Text), { roomEm }));
    return this;
  }
}

/** @param {number} begin @param {number} end @param {number} role @returns {Range} */
const rangeOf = (begin, end, role) =>
  ({ begin, end, role, kind: "text", url: "", language: "", datetime: "", tone: 0, upright: false, roomEm: 0 });

/** About how long a text is on one line. @param {string} text */
const lengthEm = (text) => Array.from(text).reduce((sum, c) => sum + (c === " " ? .27 : c < "\u2e80" ? .5 : 1), 0);

/** @param {string} text @param {string} [language] "" is its surroundings' */
export const plainText = (text, language = "") => Object.assign(new InlineText().add(text), { language });

/** @param {Run[]} runs @param {(language: string) => boolean} upright whether emphasis is @returns {InlineText} */
export function textOf(runs, upright) {
  const out = new InlineText();
  for (const run of runs) out.add(run.text, { ...run, kind: "text", upright: upright(run.language) });
  return out;
}
