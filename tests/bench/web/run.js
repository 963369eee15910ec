// run.js [--rounds N] [--kinds KIND,…] [--contents CONTENT,…] [--write]: `./dev bench web`. Prints the tables, or what of
// them kinds of pages and contents give; with --write, into docs/bench-web.md.
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../web/support/server.js";
import { allKinds, runBench } from "./bench.js";
import { contents as allContents } from "./pages.js";
import { toTables } from "./table.js";

/** @typedef {import("./pages.js").Content} Content */

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}

/**
 * Those that are named, else all.
 * @template {string} Name @param {string} option @param {string | undefined} list @param {readonly Name[]} all
 */
function someOf(option, list, all) {
  const named = list?.split(",");
  const unknown = named?.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) fail(`--${option} takes some of ${all.join(",")}, not "${unknown}"`);
  return all.filter((name) => named?.includes(name) ?? true);
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" }, write: { type: "boolean", default: false },
      kinds: { type: "string" }, contents: { type: "string" } } });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) fail(`--rounds takes a whole number from 1, not "${values.rounds}"`);
    if (values.write && (values.kinds || values.contents)) fail("--write takes all kinds and contents");
    return { rounds, write: Boolean(values.write), kinds: someOf("kinds", values.kinds, allKinds),
      contents: someOf("contents", values.contents, /** @type {Content[]} */ (Object.keys(allContents))) };
  } catch (error) {
    return fail(/** @type {Error} */ (error).message);
  }
}

const { rounds, write, kinds, contents } = readArguments();
const [load] = os.loadavg();
const began = performance.now();
const { samples, browser } = await runBench(
  { rounds, kinds, contents, slowdowns: [1, 4], steps: 60, seconds: 10, pause: 60 },
  (done) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${done}`));
const table = toTables(samples);
const machine = `${os.cpus().length} cores, ${os.type()}, headless Chromium ${browser} with SwiftShader (no GPU), ` +
  `load ${load.toFixed(1)} before it began; ` +
  `medians of ${rounds} rounds.`;
console.log(`${machine}\n\n${table}`);

if (write) {
  const page = path.join(root, "docs/bench-web.md");
  const text = await readFile(page, "utf8");
  const [start, end] = ["<!-- measured -->\n", "\n<!-- /measured -->"];
  if (!text.includes(start) || !text.includes(end)) fail("docs/bench-web.md has no place for the table");
  await writeFile(page, text.slice(0, text.indexOf(start) + start.length) + `\n${machine}\n\n${table}\n` + text.slice(text.indexOf(end)));
}
