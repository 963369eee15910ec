const endOfEmbedding = "\u202c";
const endOfIsolate = "\u2069";

/** What ends the embeddings, overrides and isolates that a text leaves open, as src/document/bidi_controls.h has it. @param {string} text */
export function missingEnds(text) {
  /** @type {string[]} the end of each, the innermost last */
  const open = [];
  let isolates = 0;
  for (const c of text.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (c === endOfEmbedding) {
      if (open.at(-1) === c) open.pop();
    } else if (c < endOfIsolate) {
      const isolate = c > "\u202e";
      open.push(isolate ? endOfIsolate : endOfEmbedding);
      isolates += Number(isolate);
    } else if (isolates) {
      while (open.pop() !== c);
      isolates -= 1;
    }
  }
  return open.reverse().join("");
}
