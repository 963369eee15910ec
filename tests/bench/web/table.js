// Medians of what was measured, as Markdown tables.

/**
 * @typedef {import("./pages.js").Kind} Kind
 * @typedef {import("./pages.js").AnyKind} AnyKind
 * @typedef {{kind: AnyKind, content: import("./pages.js").Content, slowdown: number, numbers: Record<string, number>}} Sample
 */

/**
 * What is measured: its name, what the row says, digits after the point, and which pages are compared where it is not
 * the viewer's with its peer.
 */
export const rows = /** @type {[name: string, title: string, digits?: number, pair?: [AnyKind, AnyKind]][]} */ ([
  ["code", "scripts, styles and wasm fetched, KB brotli", 1],
  ["content", "HTML and documents fetched, KB brotli", 1],
  ["pictures", "pictures fetched, KB"],
  ["text", "navigation to text drawn, ms"],
  ["photo", "navigation to text and first photo drawn, ms"],
  ["photoWithoutWebgl", "— without WebGL's start, ms"],
  ["webgl", "WebGL's start, ms"],
  ["fromScript", "script start to article drawn, without WebGL's start, ms"],
  ["fromWasm", "wasm ready to article ready, main thread, without WebGL's start, ms"],
  ["ready", "navigation to all articles usable, ms"],
  ["whole", "navigation to all articles whole (`updateComplete`), ms"],
  ["fcp", "first contentful paint, as the browser reports it, ms"],
  ["lcp", "largest contentful paint, as the browser reports it, ms"],
  ["shift", "layout shift, as the browser reports it", 3],
  ["firstPrerendered", "— the first text painted is the prerendered one (1: in the median load)"],
  ["largestPrerendered", "— the largest paint is of what was prerendered (1: in the median load)"],
  ["blocking", "total blocking time, as the browser reports it, ms"],
  ["blockingTaken", "— until the viewer has taken over / all of the HTML page's, ms", 0, ["prerendered", "html"]],
  ["busy", "main thread until text and first photo are drawn, ms"],
  ["layout", "— style and layout, ms"],
  ["paint", "— paint, decoding and commit, ms"],
  ["rest", "— all else: scripts, wasm, WebGL, parsing, ms"],
  ["longest", "— longest task, ms"],
  ["dragFrames", "frames drawn in a drag of 60 steps in 1 s"],
  ["dragInterval", "— median interval of frames, ms", 1],
  ["dragLongest", "— longest interval of frames, ms"],
  ["dragBusy", "— main thread a step, ms", 1],
  ["tab", "tab change to its frame drawn, ms"],
  ["tabFrames", "— frames of the main thread until then"],
  ["idleFrames", "frames drawn in 10 s of rest"],
  ["idleCpu", "CPU time of page and GPU process in 10 s of rest, ms"],
  ["heap", "JavaScript heap, MiB", 1],
  ["wasm", "wasm memory, MiB", 1],
  ["nodes", "DOM nodes"],
  ["renderer", "private memory of the page's process, MiB"],
  ["renderer", "— of a page with one empty WebGL canvas / of the HTML page, MiB", 0, ["canvas", "html"]],
  ["renderer", "— of the viewer / of a page with one empty WebGL canvas, MiB", 0, ["viewer", "canvas"]],
  ["gpu", "private memory of the GPU process, MiB"],
  ["gpu", "— of a page with one empty WebGL canvas / of the HTML page, MiB", 0, ["canvas", "html"]],
  ["gpu", "— of the viewer / of a page with one empty WebGL canvas, MiB", 0, ["viewer", "canvas"]],
]);

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {Sample[]} samples @param {string} name @param {AnyKind} kind @param {string} content @param {number} slowdown
 * @returns {number} NaN where it was not measured
 */
function medianOf(samples, name, kind, content, slowdown) {
  // The page with the empty canvas is the same beside all contents.
  const found = samples.filter((sample) => sample.kind === kind && sample.slowdown === slowdown &&
    (kind === "canvas" || sample.content === content)).map(({ numbers }) => numbers[name]);
  return median(found.filter((number) => number !== undefined && !Number.isNaN(number)));
}

/**
 * @param {number} own @param {number} peer NaN: not measured @param {number} digits
 * @param {boolean} alone whether `own` says something without a peer
 */
function cell(own, peer, digits, alone) {
  if (Number.isNaN(peer)) return alone && !Number.isNaN(own) ? own.toFixed(digits) : "";
  if (Number.isNaN(own)) return `none / ${peer.toFixed(digits)}`;
  const both = `${own.toFixed(digits)} / ${peer.toFixed(digits)}`;
  return peer > 0 ? `${both} = **${(own / peer).toFixed(2)}**` : both;
}

/**
 * Each cell: the median of the viewer's, or of `mine`, / its peer's = their ratio.
 * @param {Sample[]} samples @param {Kind} [peer] @param {Kind} [mine] beside the HTML page and the HTML alone, rows have
 *   other pairs, too
 */
export function toTable(samples, peer = "html", mine = "viewer") {
  const conditions = [...new Map(samples.map(({ content, slowdown }) => [`${content}, ${slowdown}x`, { content, slowdown }]))];
  const lines = [`| | ${conditions.map(([title]) => title).join(" | ")} |`, `| --- |${" ---: |".repeat(conditions.length)}`];
  for (const [name, says, digits = 0, pair] of rows) {
    if (pair && (peer === "json" || pair.includes("prerendered") !== (mine === "prerendered"))) continue;
    const [own, other] = pair ?? [mine, peer];
    const cells = conditions.map(([, { content, slowdown }]) => cell(
      medianOf(samples, name, own, content, slowdown),
      medianOf(samples, name, other, content, slowdown), digits, !pair));
    if (cells.some(Boolean)) lines.push(`| ${says} | ${cells.join(" | ")} |`);
  }
  return lines.join("\n");
}

/** All tables, as docs/bench-web.md has them. @param {Sample[]} samples */
export const toTables = (samples) => `${toTable(samples)}

Beside the page that a script builds from the same documents, the JSON page:

${toTable(samples, "json")}

What is prerendered and becomes the viewer, beside the same HTML alone:

${toTable(samples, "text", "prerendered")}`;
