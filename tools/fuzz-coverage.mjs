// fuzz-coverage.mjs: which lines of src/ the corpora of fuzzing, seeds and findings reach, as a table of folders and of the
// files that have most lines left.
import { execFile, spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../tests/fuzz/support/seeds.js";
import { table } from "./docs/markdown.mjs";

const folder = (/** @type {string[]} */ ...names) => path.join(root, "build/fuzz-coverage", ...names);
const execute = promisify(execFile);

/** @param {string} program @param {string[]} args @param {Record<string, string>} [env] */
const run = (program, args, env = {}) => new Promise((resolve, reject) => {
  const child = spawn(program, args, { cwd: root, stdio: "ignore", env: { ...process.env, ...env } });
  child.on("error", reject);
  child.on("close", (code) => (code === 0 ? resolve(null) : reject(new Error(`${program} ended with ${code}`))));
});

/** Runs each input of a target once. @param {string} target @returns {Promise<string>} the file that counts it */
async function counted(target) {
  const profile = folder(`${target}.profraw`);
  const inputs = [];
  for (const one of ["build/fuzz/corpus", "build/fuzz/seeds", "tests/fuzz/seeds", "tests/fuzz/findings"].map((name) => path.join(root, name, target)))
    if (await fs.stat(one).catch(() => null)) inputs.push(one);
  await run(folder(`article_fuzz_${target}`), ["-runs=0", `-artifact_prefix=${folder()}/`, ...inputs], { LLVM_PROFILE_FILE: profile });
  return profile;
}

const programs = (await fs.readdir(folder())).filter((name) => /^article_fuzz_[a-z]+$/.test(name));
const profiles = [];
for (const program of programs) profiles.push(await counted(program.replace("article_fuzz_", "")));
await run("llvm-profdata-14", ["merge", "-sparse", ...profiles, "-o", folder("all.profdata")]);
const [first, ...others] = programs.map((name) => folder(name));
const { stdout } = await execute("llvm-cov-14", ["export", "-summary-only", `-instr-profile=${folder("all.profdata")}`, first,
  ...others.flatMap((name) => ["-object", name])], { maxBuffer: 2 ** 28 });
/** @type {{name: string, lines: number, reached: number}[]} */
const files = JSON.parse(stdout).data[0].files.map((/** @type {any} */ { filename, summary: { lines } }) =>
  ({ name: path.relative(path.join(root, "src"), path.resolve(folder(), filename)), lines: lines.count, reached: lines.covered })).filter((/** @type {any} */ { name }) => !name.startsWith(".."));

/** @param {{name: string, lines: number, reached: number}[]} rows */
const toTable = (rows) => table(["", "lines", "reached"], rows.map(({ name, lines, reached }) =>
  [`\`src/${name}\``, `${lines}`, `${Math.floor(reached / lines * 1000) / 10} %`]));
/** @type {Map<string, {name: string, lines: number, reached: number}>} */
const folders = new Map();
for (const { name, lines, reached } of files) {
  const one = folders.get(path.dirname(name)) ?? { name: `${path.dirname(name)}/`, lines: 0, reached: 0 };
  folders.set(path.dirname(name), { ...one, lines: one.lines + lines, reached: one.reached + reached });
}
console.log(toTable([...folders.values()]));
console.log(`\n${toTable(files.sort((a, b) => (b.lines - b.reached) - (a.lines - a.reached)).slice(0, 15))}`);
