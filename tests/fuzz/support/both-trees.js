// The trees that the core makes of documents as WebAssembly, beside those that it makes as native code.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { Core } from "../../../web/core/core.js";
import { looks, Role } from "../../../web/core/semantic-tree.js";
import { names } from "../../../web/layer/own-values.js";
import { withFiles } from "./document-files.js";
import { RandomTextHost } from "./random-text-host.js";
import { root } from "./seeds.js";

/** @typedef {import("../../../web/core/semantic-tree.js").SemanticNode} SemanticNode */

const program = path.join(root, "build/test/article_fuzz_trees");
const base = "https://news.example/2023/page.html";
const code = new WebAssembly.Module(await fs.readFile(path.join(root, "dist/article-viewer.wasm")));

/** Of the first scroller, the carousel: its slides are drawn though they are hidden from the reader's tree. */
const carousel = 0;
const everything = { top: -Infinity, bottom: Infinity };

/** As trees_main.cpp has them. */
const settings = {
  width: 320, ratio: 1, fontSize: 17, leastSize: 0, lineHeight: 0, radius: 2, own: names.map(() => -1), autoplay: 0,
  dark: false, headingLevel: 2, reducedMotion: false, parts: [0, 1, 2, 3], palette: Array(8).fill(0xffffffff),
  pageLanguage: "en", pageUrl: "", font: "", headlineFont: "", words: {},
};

/** Times as tests::PlainLocaleHost tells them. */
class PlainTimes {
  static supportedLocalesOf = (/** @type {string} */ language) => language.startsWith("x") ? [] : [language];

  /** @param {string} language @param {Intl.DateTimeFormatOptions} options */
  constructor(language, { timeStyle, hour }) {
    this.format = (/** @type {Date} */ time) => `${language} ${time.toISOString().slice(0, timeStyle || hour ? 16 : 10)}`;
  }
}

class PlainNumbers {
  /** @param {number} number */
  format = (number) => String(number).slice(0, 15);
}

/** Does something while times and numbers are told plainly. @template T @param {() => T} act @returns {T} */
function toldPlainly(act) {
  const { DateTimeFormat, NumberFormat } = Intl;
  Object.assign(Intl, { DateTimeFormat: PlainTimes, NumberFormat: PlainNumbers });
  try {
    return act();
  } finally {
    Object.assign(Intl, { DateTimeFormat, NumberFormat });
  }
}

const numbers = (/** @type {number[]} */ ...values) => values.map((value) => ` ${value}`).join("");
const lengths = (/** @type {number[]} */ ...values) => values.map((value) => ` ${value.toFixed(3)}`).join("");
const texts = (/** @type {string[]} */ ...values) => values.map((value) => ` "${value}"`).join("");

/** A node as tree.cpp tells it. @param {SemanticNode} node @param {import("../../../web/core/semantic-tree.js").Line[]} lines */
function told(node, lines) {
  const byte = (/** @type {number} */ unit) => Buffer.byteLength(node.text.slice(0, unit));
  const drawn = !node.hidden || node.scroller === carousel;
  let out = node.key + numbers(node.parent, node.role, node.level, node.action, node.argument, looks.indexOf(node.look), node.icon,
    node.scroller, Number(node.hidden), Number(node.selected), Number(node.disabled));
  out += texts(node.name, node.url, node.language, node.datetime, node.asleep, node.text);
  if (drawn && !(node.role === Role.None && lines.length)) out += lengths(node.x, node.y, node.width, node.height);
  for (const { begin, end, role, url, language, datetime } of node.ranges)
    out += `\n  range${numbers(byte(begin), byte(end), role)}${texts(url, language, datetime)}`;
  if (drawn) for (const { end, x, width, top } of lines) out += `\n  line${numbers(byte(end))}${lengths(x, width, top)}`;
  return `${out}\n`;
}

/** What article_fuzz_trees prints of a document. @param {Buffer} document @returns {Promise<string[]>} */
async function treesByWasm(document) {
  const core = await Core.start(/** @type {any} */ (new RandomTextHost(1)), code);
  return toldPlainly(() => {
    const viewer = core.createViewer();
    viewer.configure(settings);
    viewer.read(document, base, "");
    while (!viewer.readOn(1000));
    const { refusal, message, problems } = viewer.load();
    const said = [message, ...problems.map(({ pointer, message }) => `${pointer}: ${message}`)].join("\n");
    if (refusal) return [said];
    const tree = () => {
      viewer.layOut(everything);
      const nodes = viewer.semantics(0, []);
      const lines = viewer.lines(nodes);
      return nodes.map((node, i) => told(node, lines[i])).join("");
    };
    const asleep = tree();
    viewer.wakePanel(-1);
    const awake = tree();
    viewer.configure({ ...settings, width: 1280 });
    return [said, asleep, awake, tree()];
  });
}

/** @param {Buffer[]} documents @returns {Promise<string[][]>} */
const treesNatively = (documents) => withFiles(documents, (files) => {
  const { stdout, stderr, status } = spawnSync(program, files, { encoding: "utf8", maxBuffer: 2 ** 29 });
  assert.equal(status, 0, `${program} ended with ${status}: ${stderr.slice(-2000)}`);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
});

/** CSS px that two lengths may differ by. */
const close = 0.01;
const length = /-?\d+\.\d{3}/g;

/** Whether two trees are told alike, but for lengths that are close. @param {string} one @param {string} other */
function alike(one, other) {
  const lengthsOf = (/** @type {string} */ tree) => (tree.match(length) ?? []).map(Number);
  const others = lengthsOf(other);
  return one.replace(length, "") === other.replace(length, "") && lengthsOf(one).every((value, i) => Math.abs(value - others[i]) < close);
}

/**
 * @param {Buffer[]} documents @param {(document: Buffer) => Promise<string[]>} [makes] another way than WebAssembly
 * @returns {Promise<{document: Buffer, native: string, wasm: string}[]>} those of which trees differ, with the first lines that do
 */
export async function differingTrees(documents, makes = treesByWasm) {
  const natively = await treesNatively(documents);
  const found = [];
  for (const [i, document] of documents.entries()) {
    const lines = (/** @type {string[]} */ trees) => trees.join("\n").split("\n");
    const wasm = lines(await makes(document).catch((error) => [`${error.stack}`]));
    const native = lines(natively[i]);
    const at = Array.from({ length: Math.max(wasm.length, native.length) }, (_, line) => line)
      .find((line) => !alike(wasm[line] ?? "no line", native[line] ?? "no line"));
    if (at !== undefined) found.push({ document, native: native[at] ?? "", wasm: wasm[at] ?? "" });
  }
  return found;
}
