// How examples in the pages run: by language, or by the name in `<!-- run: NAME -->` above one. A test of each kind
// takes those that are its own, and tests/format/docs.test.js says that none is left.

/** Names of ways, by language; "" is the language's own. @type {Record<string, Record<string, string[]>>} */
export const ways = {
  "tests/format/docs-examples.test.js": { json: [""], ts: [""], tsx: [""], vue: [""], sh: [""] },
  "tests/layers/architecture.test.js": { mermaid: [""] },
  "tests/web/docs.test.js": { html: ["", "page", "prerendered"], js: ["", "elsewhere", "server"], css: [""], http: [""] },
  "tests/slow/servers.test.js": { nginx: [""], apache: [""], caddy: [""] },
};

/** @param {import("../../tools/docs/examples.mjs").Example} example @returns {string | undefined} the test that runs it */
export const runsIn = ({ language, run }) => Object.keys(ways).find((file) => ways[file][language]?.includes(run ?? ""));
