import fc from "fast-check";
import { documentOf } from "../../web/support/arbitrary-documents.js";

/** Small documents of all kinds of blocks, which can all be shown. @param {number} count @param {number} seed @returns {Buffer[]} */
export const arbitraryDocuments = (count, seed) =>
  fc.sample(documentOf("1"), { numRuns: count, seed }).map((document) => Buffer.from(JSON.stringify(document)));
