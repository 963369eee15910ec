// Medians of what was measured, as a Markdown table.

/**
 * @typedef {import("./pages.js").Kind} Kind
 * @typedef {{kind: Kind, count: number, slowdown: number, numbers: Record<string, number>}} Sample
 */

/** What is measured: its name, what the row says, and digits after the point. */
export const rows = /** @type {[name: string, title: string, digits?: number][]} */ ([
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
  ["gpu", "private memory of the GPU process, MiB"],
]);

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {Sample[]} samples @param {string} name @param {Omit<Sample, "numbers">} of */
function medianOf(samples, name, of) {
  const found = samples.filter(({ kind, count, slowdown }) =>
    kind === of.kind && count === of.count && slowdown === of.slowdown).map(({ numbers }) => numbers[name]);
  return median(found.filter((number) => number !== undefined));
}

/** @param {number} viewer @param {number} html @param {number} digits */
function cell(viewer, html, digits) {
  if (Number.isNaN(viewer)) return "";
  if (Number.isNaN(html)) return viewer.toFixed(digits);
  const both = `${viewer.toFixed(digits)} / ${html.toFixed(digits)}`;
  return html > 0 ? `${both} = **${(viewer / html).toFixed(2)}**` : both;
}

/**
 * Each cell: the viewer's median / the HTML page's = their ratio.
 * @param {Sample[]} samples
 */
export function toTable(samples) {
  const conditions = [...new Set(samples.map(({ count, slowdown }) => `${count} ${slowdown}`))]
    .map((key) => key.split(" ").map(Number));
  const title = (/** @type {number[]} */ [count, slowdown]) => `${count} article${count > 1 ? "s" : ""}, ${slowdown}x`;
  const lines = [`| | ${conditions.map(title).join(" | ")} |`, `| --- |${" ---: |".repeat(conditions.length)}`];
  for (const [name, says, digits = 0] of rows) {
    const cells = conditions.map(([count, slowdown]) => cell(
      medianOf(samples, name, { kind: "viewer", count, slowdown }),
      medianOf(samples, name, { kind: "html", count, slowdown }), digits));
    if (cells.some(Boolean)) lines.push(`| ${says} | ${cells.join(" | ")} |`);
  }
  return lines.join("\n");
}
