// What of the core its GoogleTest programs run, as clang counts it: lines and branches by folder and by file of src/. The
// floors are tools/coverage.json's, and so is why a file is below its folder's. `./dev test --coverage` asks this.
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const build = path.join(root, "build/coverage");
const run = promisify(execFile);

/** @typedef {{covered: number, count: number}} Share */
/** @typedef {{lines: Share, branches: Share}} Figures */
/** @typedef {{floors: Record<string, {lines: number, branches: number}>, below: Record<string, string>}} Table floors in percent */

/** @returns {Promise<Table>} */
export const readTable = async () => JSON.parse(await fs.readFile(path.join(root, "tools/coverage.json"), "utf8"));

/** In percent; what has no branch lacks none. @param {Share} share */
const percent = ({ covered, count }) => (count ? (100 * covered) / count : 100);

/**
 * Runs the programs of build/coverage, one for each folder that has a floor, and reads what they counted.
 * @param {Table} table @returns {Promise<Map<string, Figures>>} by file, "text/bidi.cpp"
 */
export async function measure({ floors }) {
  const folders = Object.keys(floors);
  const programs = folders.map((folder) => `./article_${folder}_test`);
  for (const [at, program] of programs.entries())
    await run(program, ["--gtest_brief=1"], { cwd: build, env: { ...process.env, LLVM_PROFILE_FILE: `${folders[at]}.profraw` }, maxBuffer: 1 << 26 });
  await run("llvm-profdata-14", ["merge", "-sparse", ...folders.map((folder) => `${folder}.profraw`), "-o", "all.profdata"], { cwd: build });
  const objects = programs.flatMap((program) => ["-object", program]).slice(1);
  const { stdout } = await run("llvm-cov-14", ["export", "-summary-only", "-instr-profile=all.profdata", ...objects], { cwd: build, maxBuffer: 1 << 26 });
  const files = new Map();
  for (const { filename, summary } of JSON.parse(stdout).data[0].files) {
    const name = path.relative(path.join(root, "src"), path.resolve(build, filename));
    if (floors[path.dirname(name)]) files.set(name, { lines: summary.lines, branches: summary.branches });
  }
  // What no program has is not counted by clang: it counts as one line.
  for (const folder of folders)
    for (const name of await fs.readdir(path.join(root, "src", folder)))
      if (name.endsWith(".cpp") && !files.has(`${folder}/${name}`))
        files.set(`${folder}/${name}`, { lines: { covered: 0, count: 1 }, branches: { covered: 0, count: 0 } });
  return files;
}

/** @param {Map<string, Figures>} files @returns {Map<string, Figures>} by folder */
function byFolder(files) {
  const folders = new Map();
  for (const [name, figures] of files) {
    const folder = path.dirname(name);
    const sum = folders.get(folder) ?? { lines: { covered: 0, count: 0 }, branches: { covered: 0, count: 0 } };
    for (const kind of ["lines", "branches"])
      for (const key of ["covered", "count"]) sum[kind][key] += figures[kind][key];
    folders.set(folder, sum);
  }
  return folders;
}

/** Those below their folder's floor. @param {Map<string, Figures>} files @param {Table} table */
const filesBelow = (files, { floors }) => [...files].filter(([name, figures]) =>
  ["lines", "branches"].some((kind) => percent(figures[kind]) < floors[path.dirname(name)][kind]));

/**
 * What is wrong: a folder below its floor or not run at all, a file that is and has no reason, a reason that is none.
 * @param {Map<string, Figures>} files @param {Table} table @returns {string[]}
 */
export function faultsOf(files, table) {
  const faults = [];
  const folders = byFolder(files);
  for (const [folder, floor] of Object.entries(table.floors))
    for (const kind of ["lines", "branches"]) {
      const reached = folders.get(folder)?.[kind] ?? { covered: 0, count: 1 };
      if (percent(reached) < floor[kind])
        faults.push(`${folder}: ${percent(reached).toFixed(1)} % of ${kind}, ${floor[kind]} % were expected`);
    }
  const below = new Set(filesBelow(files, table).map(([name]) => name));
  for (const name of below)
    if (!table.below[name]) faults.push(`${name}: below its folder's floor; a test was expected, or why there is none in tools/coverage.json`);
  for (const name of Object.keys(table.below))
    if (!below.has(name)) faults.push(`${name}: not below its folder's floor; no row was expected in tools/coverage.json`);
  return faults;
}

/** As text, to be read. @param {Map<string, Figures>} files @param {Table} table */
export function report(files, table) {
  const row = (/** @type {string} */ name, /** @type {Figures} */ { lines, branches }) => name.padEnd(30) +
    [lines, branches].map((share) => `${percent(share).toFixed(1)} %`.padStart(9) + ` of ${share.count}`.padEnd(9)).join("");
  const below = filesBelow(files, table);
  return [
    `${"folder".padEnd(30)}    lines            branches`,
    ...[...byFolder(files)].map(([folder, figures]) => row(folder, figures)),
    ...(below.length ? ["", "below its folder's floor"] : []),
    ...below.map(([name, figures]) => `${row(name, figures)}${table.below[name] ?? ""}`),
  ].join("\n");
}
