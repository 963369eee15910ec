/** Names of a document's members that are URLs, from its schema: see tools/dist/demo.mjs. */
declare const PLAYGROUND_URL_MEMBERS: readonly string[];
/** Names of the element's events, from its types. */
declare const PLAYGROUND_EVENTS: readonly string[];
