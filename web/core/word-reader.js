import { decoder } from "./platform-host.js";

/** Reads 32-bit words of the core's memory, one after the other. */
export class WordReader {
  #at = 0;

  /** @param {ArrayBufferLike} memory @param {number} address @param {number} words */
  constructor(memory, address, words) {
    this.memory = memory;
    this.words = new Uint32Array(memory, address, words);
    this.floats = new Float32Array(memory, address, words);
  }
  number() {
    return this.words[this.#at++];
  }
  integer() {
    return this.words[this.#at++] | 0;
  }
  real() {
    return this.floats[this.#at++];
  }
  /** As many of something as the next word says. @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** A reply of the core (src/web/core.h): words, and strings that stand in one pool. */
export class Reply extends WordReader {
  #pool;

  /** @param {ArrayBufferLike} memory @param {number} address @param {number} words */
  constructor(memory, address, words) {
    super(memory, address, words);
    const at = this.number();
    const bytes = this.number();
    this.#pool = bytes ? decoder.decode(new Uint8Array(memory, at, bytes)) : "";
  }
  string() {
    const begin = this.number();
    return this.#pool.slice(begin, begin + this.number());
  }
}
