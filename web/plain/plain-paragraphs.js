/**
 * A long paragraph is several, as src/document/long_paragraphs.h has it.
 *
 * @typedef {import("./plain-document.js").Block} Block
 * @typedef {import("./plain-document.js").Run} Run
 */

const long = 5000;
const ends = "。！？";
const behindEnds = "。！？”’」』）》〉】…";

/** Whether a paragraph of so many characters ends between two. @param {string} before @param {string} c @param {number} length */
function endsBetween(before, c, length) {
  if (length < long || c === " ") return false;
  return before === " " || ends.includes(before) && !behindEnds.includes(c) || length >= 2 * long;
}

/** @param {Block} block @returns {Block[]} */
export function splitLong(block) {
  if (block.type !== "paragraph" || block.text.reduce((sum, { text }) => sum + text.length, 0) <= long) return [block];
  /** @type {Run[][]} */
  const parts = [[]];
  let length = 0;
  let before = " ";
  for (const run of block.text) {
    let begin = 0;
    let at = 0;
    const add = () => {
      if (at > begin) parts[parts.length - 1].push({ ...run, text: run.text.slice(begin, at) });
    };
    for (const c of run.text) {
      if (endsBetween(before, c, length)) {
        add();
        const last = /** @type {Run} */ (parts[parts.length - 1].at(-1));
        if (before === " ") last.text = last.text.slice(0, -1);
        if (!last.text) parts[parts.length - 1].pop();
        parts.push([]);
        begin = at;
        length = 0;
      }
      before = c;
      at += c.length;
      length += 1;
    }
    add();
  }
  return parts.map((text) => ({ ...block, text }));
}
