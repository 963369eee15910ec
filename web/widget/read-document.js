import { refusedTypes } from "./picture-types.js";

/**
 * Reads documents into viewers of the core, and says why one can't be shown.
 *
 * @typedef {import("../element/document-source.js").Reason} Reason
 */

/** What is longer is read in slices, bytes. */
const longDocument = 512 * 1024;
/** JSON values that are read in one: 5 to 10 ms. */
const valuesOfSlice = 10000;

/** @param {Reason} reason @param {string} message @param {object[]} [problems] */
export function failure(reason, message, problems) {
  return Object.assign(new Error(message), { reason, problems });
}

/** Of a document that can't be shown. @param {import("../core/core-viewer.js").Loaded} loaded */
export function refused({ refusal, message, problems }) {
  return failure(refusal === 1 ? "json" : "document", message, problems);
}

/**
 * Reads a document, a long one in slices.
 * @param {import("./page.js").Page} page @param {import("../core/core-viewer.js").CoreViewer} viewer
 * @param {import("../element/document-source.js").DocumentText} text @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it was not overtaken
 */
export async function readDocument(page, viewer, { bytes, base }, signal) {
  const isLong = bytes.length > longDocument;
  // Each step of a long one goes over all of it.
  const goesOn = async () => {
    if (isLong) await page.turn();
    return !signal.aborted;
  };
  const refused = await refusedTypes(bytes);
  if (!await goesOn()) return false;
  viewer.read(bytes, base, refused);
  do {
    if (!await goesOn()) return false;
  } while (!viewer.readOn(isLong ? valuesOfSlice : 2 ** 31));
  return goesOn();
}
