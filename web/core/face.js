/**
 * A font family in a weight, a slant and a language: what is known of its
 * texts. Each is measured once, whatever the sizes that it stands in.
 *
 * @typedef {import("./text-host.js").Context} Context
 * @typedef {number[]} Metrics advance, left, top, right, bottom in em; the last four are NaN where
 *   they are not known yet
 */

const ideograph = /^\p{Script=Han}$/u;
const number = /^[.,:%]*\d[\d.,:%]*$/;
const digits = "0123456789";
/** Texts that are kept of a face. */
const mostTexts = 20_000;
/** Numbers that are checked in one call, and how many are worth it. */
const mostNumbers = 32;
const fewNumbers = 6;
/** em: sums of advances agree. */
const exact = 0.002;
/** em: an assumed advance is right. */
const near = 0.01;
/** em: how far ink may reach over where it was assumed to end; less than a device pixel. */
const overhang = 0.02;
/** Ideographs whose height is asked for in one call. */
const mostOutlined = 500;

export class Face {
  /** Whether texts of other sizes are in proportion; not known before it was tried. @type {boolean | undefined} */
  linear;
  /** @type {Map<string, Metrics>} */
  #texts = new Map();
  /** @type {Set<string>} of `#texts`, those whose advance is assumed */
  #assumed = new Set();
  #em = 0;
  /** Of the widest digit. */
  #digit = 0;
  #evenDigits = false;

  /**
   * @param {number} size CSS px, in which it is measured
   * @param {(size: number, rtl: boolean) => Context} prepare
   * @param {(() => void) | null} wrong an assumption is; null: nothing is assumed
   */
  constructor(size, prepare, wrong) {
    this.size = size;
    this.#prepare = prepare;
    this.#wrong = wrong;
  }
  #prepare;
  #wrong;

  /** @param {string} text @param {boolean} [rtl] @returns {Metrics} measured */
  measure(text, rtl = false) {
    const key = rtl ? `\u200F${text}` : text;
    const known = this.#texts.get(key);
    if (known && !this.#assumed.delete(key)) return known;
    const found = this.#measured(text, rtl);
    this.#keep(key, found);
    if (known && (Math.abs(known[0] - found[0]) > near || isOutside(found, known))) this.#mistaken();
    return found;
  }

  /** @param {string} text @param {boolean} [rtl] @returns {Metrics} */
  #measured(text, rtl = false) {
    const { width, actualBoundingBoxLeft, actualBoundingBoxAscent, actualBoundingBoxRight, actualBoundingBoxDescent } =
      this.#prepare(this.size, rtl).measureText(text);
    return [width, -actualBoundingBoxLeft, -actualBoundingBoxAscent, actualBoundingBoxRight, actualBoundingBoxDescent]
      .map((px) => px / this.size);
  }

  /** What is known of a text, ink too where that is asked for. @param {string} text @param {boolean} rtl @param {boolean} ink */
  metrics(text, rtl, ink) {
    if (rtl) return this.measure(text, rtl);
    const known = this.#texts.get(text);
    if (!known || (ink && Number.isNaN(known[1]) && !this.#outline(text))) return this.measure(text);
    return this.#texts.get(text) ?? known;
  }

  /** @param {string} text @returns {number} em */
  advance(text) {
    return this.metrics(text, false, false)[0];
  }

  /** @param {string} key @param {Metrics} metrics */
  #keep(key, metrics) {
    if (this.#texts.size >= mostTexts) {
      this.#texts.clear();
      this.#assumed.clear();
    }
    this.#texts.set(key, metrics);
  }

  /** @param {string} text @param {number} advance @param {number} [top] @param {number} [bottom] of its ink, which is as wide as itself */
  #assume(text, advance, top = NaN, bottom = NaN) {
    this.#keep(text, [advance, top < bottom ? 0 : NaN, top, advance, bottom]);
    this.#assumed.add(text);
  }

  /** One call shows how high the ink of many ideographs is. @param {string} wanted @returns {boolean} whether it did */
  #outline(wanted) {
    if (!this.#wrong || !ideograph.test(wanted)) return false;
    const texts = [wanted];
    for (const text of this.#assumed)
      if (text !== wanted && texts.length < mostOutlined && ideograph.test(text)) texts.push(text);
    const [advance, , top, , bottom] = this.#measured(texts.join(""));
    const right = Math.abs(advance - texts.length * this.#em) < near;
    if (right) for (const text of texts) this.#assume(text, this.#em, top, bottom);
    else this.#mistaken();
    return right;
  }

  /** From here on nothing is assumed. */
  #mistaken() {
    this.#wrong?.();
    this.#wrong = null;
  }

  /**
   * Ideographs of a font are as wide as each other, and numbers as the sum of
   * their digits and marks, which one call shows of many. Each is measured
   * later, and if one then differs, all are at once.
   * @param {string[]} texts that are going to be asked for
   */
  assume(texts) {
    if (!this.#wrong) return;
    /** @type {Set<string>} */
    const numbers = new Set();
    for (const text of texts) {
      const known = this.#texts.has(text);
      if (number.test(text)) {
        if (!known) numbers.add(text);
      } else if ((!known || !this.#em) && ideograph.test(text)) {
        if (this.#em) this.#assume(text, this.#em);
        else this.#em = this.advance(text);
      }
    }
    const all = [...numbers];
    for (let i = 0; i + fewNumbers < all.length; i += mostNumbers) this.#addUp(all.slice(i, i + mostNumbers));
  }

  /** @param {string[]} numbers */
  #addUp(numbers) {
    const sums = numbers.map((text) => this.onGrid(text));
    if (!this.#evenDigits) return;
    const gap = this.advance(" ");
    const sum = sums.reduce((before, each) => before + gap + each);
    if (Math.abs(this.#measured(numbers.join(" "))[0] - sum) > exact) return;
    numbers.forEach((text, i) => this.#assume(text, sums[i]));
  }

  /** em: the cell that each digit has where digits stand on a grid, as wide as the widest of them. */
  get digit() {
    if (!this.#digit) {
      const zero = this.measure("0")[0];
      this.#evenDigits = !!this.#wrong && Math.abs(this.#measured(digits)[0] - 10 * zero) < exact;
      if (this.#evenDigits) for (const digit of digits) if (!this.#texts.has(digit)) this.#assume(digit, zero);
      this.#digit = Math.max(...[...digits].map((digit) => this.advance(digit)));
    }
    return this.#digit;
  }

  /** @param {string} text @returns {number} em: its advance where digits stand on a grid */
  onGrid(text) {
    let width = 0;
    for (const c of text) width += digits.includes(c) ? this.digit : this.advance(c);
    return width;
  }

  get assumes() {
    return this.#assumed.size > 0;
  }

  /** Measures of what is assumed, `most` at most. @param {number} most @returns {number} how many */
  check(most) {
    const texts = [...this.#assumed].slice(0, most);
    texts.forEach((text) => this.measure(text));
    return texts.length;
  }

  /** Whether another size of it gives the same. @param {Face} other @param {string[]} texts that stand in it */
  isLike(other, texts) {
    const longest = texts.reduce((a, b) => b.length > a.length ? b : a);
    const han = texts.find((text) => ideograph.test(text)) ?? longest;
    // A browser may round the advance of each character.
    return [longest, han].every((text) =>
      Math.abs(this.advance(text) - other.advance(text)) < text.length / 1000);
  }
}

/** Whether ink reaches out of where it was assumed. @param {Metrics} found @param {Metrics} assumed */
function isOutside(found, assumed) {
  const [, left, top, right, bottom] = found;
  return left < assumed[1] - overhang || top < assumed[2] - overhang || right > assumed[3] + overhang ||
    bottom > assumed[4] + overhang;
}
