/**
 * Where a photo of an article that was loaded again is now.
 * @param {import("./core-viewer.js").CoreViewer} viewer @param {number} part @param {string | undefined} src
 * @param {number} was its index @param {number} count of what may be photos
 * @returns {number} its index; -1: it is no more
 */
export function findPhoto(viewer, part, src, was, count) {
  const all = [was, ...Array.from({ length: count }, (_, index) => index)];
  return all.find((index) => src && viewer.enlargedPhoto(part, index, 0)?.src === src) ?? -1;
}
