/**
 * The article as a picture: drawn slice by slice from its top, cut after the
 * last whole line that fits.
 */

const mostRows = 16384;
const sliceRows = 2048;

/**
 * @param {import("../core/core.js").Core} core
 * @param {import("./presenter.js").Presenter} presenter
 * @param {number} viewer @param {import("../core/semantic-tree.js").SemanticNode[]} nodes
 * @param {number} width device px @param {number} height CSS px @param {number} ratio
 * @returns {Promise<Blob>}
 */
export function drawBlob(core, presenter, viewer, nodes, width, height, ratio) {
  let rows = Math.ceil(height * ratio);
  if (rows > mostRows) {
    const bottoms = nodes.flatMap(({ lines, lineHeight, hidden }) =>
      hidden ? [] : lines.map(({ top }) => Math.ceil((top + lineHeight) * ratio)));
    rows = Math.max(1, ...bottoms.filter((bottom) => bottom <= mostRows));
  }
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = rows;
  const context = canvas.getContext("2d");
  if (!context) return Promise.reject(new DOMException("no canvas that large", "InvalidStateError"));
  for (let top = 0; top < rows; top += sliceRows) {
    const slice = Math.min(sliceRows, rows - top);
    const frame = core.frame(viewer, { left: 0, top, width, height: slice, ratio }, performance.now());
    presenter.copy(context, frame, top, width, slice);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      canvas.width = canvas.height = 0;
      if (blob) resolve(blob);
      else reject(new DOMException("the picture can't be made", "InvalidStateError"));
    }, "image/png");
  });
}
