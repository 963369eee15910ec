/**
 * The same numbers for one seed (Numerical Recipes' generator). @param {number}
 * seed @returns {(below: number) => number}
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % Math.max(1, below);
  };
}

/**
 * A document that is changed in a few places.
 * @param {Buffer} document @param {(below: number) => number} random @param {string[]}
 *     words @param {Buffer[]} others
 */
export function mutated(document, random, words, others) {
  let bytes = Buffer.from(document);
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(bytes.length + 1);
    const cut = (/** @type {number} */ length, /** @type {Uint8Array} */ put) =>
        Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
    const other = others[random(others.length)];
    const from = random(other.length);
    const changed = [
      () => cut(1, Buffer.from([random(256)])),
      () => cut(1 + random(20), Buffer.alloc(0)),
      () => cut(0, Buffer.from(words[random(words.length)])),
      () => cut(random(30), other.subarray(from, from + random(200))),
      () => valueReplaced(bytes, at, words[random(words.length)]),
    ];
    bytes = changed[random(changed.length)]();
  }
  return bytes;
}

/**
 * Another value for the next member. @param {Buffer} bytes @param {number} at @param {string}
 * value
 */
function valueReplaced(bytes, at, value) {
  const begin = bytes.indexOf('":', at) + 2;
  const end =
      begin < 2 ? -1 : bytes.subarray(begin).findIndex((byte) => byte === 0x2c || byte === 0x7d);
  return end < 0 ?
      bytes :
      Buffer.concat([bytes.subarray(0, begin), Buffer.from(value), bytes.subarray(begin + end)]);
}
