/** As random_text_host.h: widths and ink that no font has, but the same whenever they are asked for. */
export class RandomTextHost {
  /** Font sizes by style. @type {number[]} */
  #sizes = [];
  #seed;

  /** @param {number} seed */
  constructor(seed) {
    this.#seed = seed;
  }

  /** @param {number} id @param {string} _family @param {string} _language @param {number} size */
  defineStyle(id, _family, _language, size) {
    if (id < 64) this.#sizes[id] = size;
  }

  /** @param {number} id */
  #size(id) {
    return this.#sizes[id] ?? 16;
  }

  /** Ascent and descent. @param {number} id */
  fontMetrics(id) {
    return [this.#size(id), this.#size(id) / 4];
  }

  /** FNV-1a. @param {Uint8Array} bytes @param {number} salt */
  #hash(bytes, salt) {
    let number = Math.imul(2166136261 ^ this.#seed, 16777619) ^ salt;
    for (const byte of bytes) number = Math.imul(number ^ byte, 16777619);
    return (number ^ number >>> 15) >>> 0;
  }

  /**
   * Rounded where C++ rounds to a float.
   * @param {Uint8Array} bytes @param {number} style @param {number} salt @param {number} least @param {number} most
   */
  #number(bytes, style, salt, least, most) {
    const steps = this.#hash(bytes, style * 8 + salt) % 65;
    return Math.fround(least + Math.fround(Math.fround(most - least) * steps) / 64);
  }

  /** @param {{style: number, text: string}[]} requests @param {boolean} _ink @param {Float32Array} out */
  measure(requests, _ink, out) {
    for (const [i, { style, text }] of requests.entries()) {
      const [em, bytes] = [this.#size(style), Buffer.from(text)];
      const left = this.#number(bytes, style, 1, -em / 4, em);
      const advance = this.#hash(bytes, 7) % 8 === 0 ? 0 : this.#number(bytes, style, 0, 0, 2 * em);
      out.set([advance, left, -em, left + this.#number(bytes, style, 2, 0, 2 * em), em / 4], i * 5);
    }
  }

  /** @param {string} text @returns {string[]} */
  words(text) {
    /** @type {string[]} */
    const words = [];
    for (const character of text) {
      if (!words.length || this.#hash(Buffer.from(character).subarray(0, 3), 0) % 3 === 0) words.push(character);
      else words.push(words.pop() + character);
    }
    return words;
  }
}
