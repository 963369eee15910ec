/**
 * How rectangles of the pages share a stage, on which their texts are drawn before
 * they are uploaded.
 *
 * @typedef {import("./text-host.js").Upload} Upload
 */

/** Device px. */
const stageWidth = 2048;
const stageRows = 1024;

/**
 * Puts rectangles one under the other, in as few stages as their rows hold.
 * @param {Upload[]} uploads
 */
export function batch(uploads) {
  /** @type {{rects: {x: number, y: number, to: Upload}[], width: number, height: number}[]} */
  const batches = [];
  let x = 0;
  let row = 0;
  for (const to of uploads) {
    let last = batches.at(-1);
    if (last && x + to.width > stageWidth) {
      last.height += row;
      x = row = 0;
    }
    if (!last || last.height + to.height > stageRows) {
      if (last) last.height += row;
      last = { rects: [], width: 0, height: 0 };
      batches.push(last);
      x = row = 0;
    }
    last.rects.push({ x, y: last.height, to });
    x += to.width;
    row = Math.max(row, to.height);
    last.width = Math.max(last.width, x);
    if (to === uploads.at(-1)) last.height += row;
  }
  return batches;
}
