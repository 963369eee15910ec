// What a trace and the browser say of one load.

/**
 * @typedef {import("./trace.js").Trace} Trace
 * @typedef {import("./trace.js").Event} Event
 * @typedef {import("./visit.js").BrowserPage} BrowserPage
 * @typedef {import("./visit.js").Session} Session
 * @typedef {import("./visit.js").Numbers} Numbers
 * @typedef {import("./pages.js").Kind} Kind
 */

/**
 * Whether a painted node is as an expression says; not so one that is gone.
 * @param {Session} session @param {Event} event @param {string} expression of `this`
 */
async function isNode(session, { args }, expression) {
  try {
    const { object } = await session.send("DOM.resolveNode", { backendNodeId: args.data.DOMNodeId });
    const { result } = await session.send("Runtime.callFunctionOn", {
      objectId: object.objectId, returnByValue: true, functionDeclaration: `function () { return ${expression}; }`,
    });
    return result.value === true;
  } catch {
    return false;
  }
}

/** In an article of a shadow root: not so a word that it loads. */
const isInLayer = "this.closest('article') !== null && this.getRootNode() instanceof ShadowRoot";
const isPrerendered = "this.closest('.article-viewer-prerendered') !== null";

/**
 * When the layer's own text was first seen. The browser tells of text that it painted, if it is not transparent.
 * @param {Trace} trace @param {Session} session @returns {Promise<number>} Infinity: never
 */
export async function layerText(trace, session) {
  for (const event of trace.all("LargestTextPaint::Candidate"))
    if (await isNode(session, event, isInLayer)) return trace.drawnBefore(event.ts);
  return Infinity;
}

/** When a photo was first seen that an element shows. @param {Trace} trace @returns {number} Infinity: never */
export function elementPhoto(trace) {
  const [shown] = trace.all("LargestImagePaint::Candidate", ({ args }) => args.data.imageUrl?.includes("photos/"));
  return shown ? trace.drawnBefore(shown.ts) : Infinity;
}

/**
 * When text and photo were first seen, by the layer or the drawing, whichever shows it first.
 * @param {Trace} trace @param {Kind} kind @param {Session} session
 */
export async function firstSeen(trace, kind, session) {
  if (kind !== "viewer")
    return { text: trace.drawnBefore(trace.all("firstContentfulPaint")[0].ts), photo: elementPhoto(trace) };
  const drawnText = trace.has("drawn text") ? trace.drawnAfter(trace.mark("drawn text")) : Infinity;
  const drawnPhoto = trace.has("drawn photo") ? trace.drawnByNextFrame(trace.mark("drawn photo")) : Infinity;
  return {
    text: Math.min(drawnText, await layerText(trace, session)),
    photo: Math.min(drawnPhoto, elementPhoto(trace)),
  };
}

/** What the browser itself reports. @param {BrowserPage} page @param {Kind} kind @returns {Promise<Numbers>} */
export async function vitals(page, kind) {
  const { fcp, lcp, shift, tasks, ready } = await page.evaluate(() => ({
    .../** @type {any} */ (globalThis)[Symbol.for("bench.vitals")],
    ready: performance.getEntriesByName("ready")[0]?.startTime ?? Infinity,
  }));
  // What a task takes beyond 50 ms blocks, from the first paint on.
  const blocking = (/** @type {number} */ until) => tasks.filter((/** @type {number[]} */ [start]) => start < until)
    .map((/** @type {number[]} */ [start, length]) => Math.max(0, Math.min(length, start + length - fcp) - 50))
    .reduce((/** @type {number} */ sum, /** @type {number} */ ms) => sum + ms, 0);
  return { fcp, lcp, shift, blocking: blocking(Infinity),
    blockingTaken: blocking(kind === "prerendered" ? ready : Infinity) };
}

/**
 * Whether what the browser reports is of what was prerendered, as 1 or 0.
 * @param {Trace} trace @param {BrowserPage} page @param {Session} session @returns {Promise<Numbers>}
 */
async function prerenderedNumbers(trace, page, session) {
  const [first] = trace.all("LargestTextPaint::Candidate");
  const largest = await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("bench.vitals")].lcpPrerendered);
  return { firstPrerendered: Number(await isNode(session, first, isPrerendered)), largestPrerendered: Number(largest) };
}

/**
 * WebGL's start, and the times that have it, without it.
 * @param {Trace} trace @param {number} text @param {number} both when they were seen @returns {Numbers}
 */
function viewerNumbers(trace, text, both) {
  const { start } = trace;
  const [script] = trace.all("v8.evaluateModule");
  const [wasm, loaded] = [trace.mark("wasm"), trace.mark("load")];
  return {
    webgl: trace.measured("webgl", start, Math.max(loaded, both)),
    photoWithoutWebgl: (both - start) / 1000 - trace.measured("webgl", start, both),
    fromScript: (text - script.ts) / 1000 - trace.measured("webgl", script.ts, text),
    fromWasm: trace.busy(wasm, loaded) - trace.measured("webgl", wasm, loaded),
  };
}

/**
 * @param {Trace} trace of a load @param {Kind} kind @param {BrowserPage} page @param {Session} session
 * @returns {Promise<Numbers>}
 */
export async function loadNumbers(trace, kind, page, session) {
  const { start } = trace;
  const since = (/** @type {number} */ at) => (at - start) / 1000;
  const { text, photo } = await firstSeen(trace, kind, session);
  const both = Math.max(text, photo);
  if (both === Infinity) throw new Error(`${text === Infinity ? "no text" : "no photo"} was seen`);
  const spent = trace.spent(start, both);
  return {
    text: since(text),
    photo: since(both),
    ready: since(trace.mark("ready")),
    whole: since(trace.mark("whole")),
    busy: trace.busy(start, both),
    longest: trace.longestTask(start, both),
    layout: spent.layout,
    paint: spent.paint,
    rest: spent.rest,
    ...await vitals(page, kind),
    ...kind === "viewer" ? viewerNumbers(trace, text, both) : {},
    ...kind === "prerendered" ? await prerenderedNumbers(trace, page, session) : {},
  };
}
