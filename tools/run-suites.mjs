// run-suites.mjs [--all] [--coverage] [SUITE…]: runs the suites, with --all what is slow by nature too, prints a table of them and ends with `N passed, N failed`.
// --coverage is the name of a suite, that of what the unit tests run of the core.
// A suite that does not run, or runs no test, counts as one failure.
import { spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The exit code of what had to be ended. */
const late = 124;

/** Ends a program, and what it started, in its own process group. @param {import("node:child_process").ChildProcess} child */
function end(child) {
  const group = -(/** @type {number} */ (child.pid));
  process.kill(group, "SIGTERM");  // a browser is closed by who opened it
  setTimeout(() => {
    try { process.kill(group, "SIGKILL"); } catch { /* It has ended. */ }
  }, 10_000).unref();
}

/** What a terminal's interrupt does not reach. @type {Set<import("node:child_process").ChildProcess>} */
const apart = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
  apart.forEach(end);
  process.exit(128);
});

/**
 * Runs a program, its output shown.
 * @param {{whole?: boolean, limit?: number}} [options] `whole`: its output is shown at its end, so that others' does
 *   not come between; `limit`: ms after which it is ended
 * @returns {Promise<number>} exit code
 */
function run(program, args, { whole = false, limit } = {}) {
  return new Promise((resolve) => {
    const out = whole ? "pipe" : "inherit";
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", out, out], detached: limit !== undefined });
    let isLate = false;
    if (limit !== undefined) apart.add(child);
    const timer = limit === undefined ? undefined : setTimeout(() => {
      isLate = true;
      end(child);
    }, limit);
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => said.push(data));
    child.on("error", (error) => {
      console.error(String(error));
      resolve(127);
    });
    child.on("exit", () => {
      clearTimeout(timer);
      apart.delete(child);
      // What it started may still hold its output.
      if (isLate) for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    });
    child.on("close", (code, signal) => {
      process.stdout.write(Buffer.concat(said));
      resolve(isLate ? late : signal ? 128 : (code ?? 1));
    });
  });
}

/** @typedef {{passed: number, failed: number, note?: string}} Counts */

/** What failed, with its reasons: said once more at the end, where a log that is cut still has it. @type {string[]} */
const reasons = [];
/** Lines that are said of one. */
const mostLines = 30;
/** Minutes that a file of tests may take: a test that never ends is a failure, named, and the others run. */
const mostMinutes = 15;

/** One file of tests through node's runner. @returns {Promise<{passed: number, failed: number, skipped: number}>} */
async function nodeTestFile(file, tap, whole) {
  const code = await run(process.execPath, [
    "--test",
    "--test-reporter=spec", "--test-reporter-destination=stdout",
    "--test-reporter=tap", `--test-reporter-destination=${tap}`,
    file,
  ], { whole, limit: mostMinutes * 60_000 });
  const results = await fs.readFile(tap, "utf8").catch(() => "");
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(results)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  for (const [told] of results.matchAll(/^ *not ok .*\n *---\n[^]*?^ *\.\.\.$/gm))
    reasons.push(`${file}\n${told.split("\n").slice(0, mostLines).join("\n")}`);
  if (code === late) {
    const ended = [...results.matchAll(/^(?:not )?ok \d+ - (.*)$/gm)].at(-1)?.[1];
    reasons.push(`${file}\nwas ended after ${mostMinutes} minutes; ${ended ? `the last test that ended: ${ended}` : "no test had ended"}`);
  }
  return {
    passed: count("pass"),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count("skipped") + count("todo"),
  };
}

/** Files whose tests look at the clock: they have the machine to themselves. */
const alone = /^(autoplay|bench|carousel|enlarge-gestures|enlarge-motion|many|pace|page-zoom|states)/;

/**
 * The tests of tests/FOLDER.
 * @param {boolean} [pairs] two files at once, but for those that look at the clock
 * @returns {Promise<Counts>}
 */
async function nodeTests(folder, pairs = false) {
  const names = await fs.readdir(path.join(root, "tests", folder)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".test.js")).sort();
  if (files.length === 0) return { passed: 0, failed: 0, note: `tests/${folder}/ holds no test` };
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-tests-"));
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const runAll = async (names, whole) => {
    for (let name = names.shift(); name; name = names.shift()) {
      const counts = await nodeTestFile(path.join("tests", folder, name), path.join(scratch, `${name}.tap`), whole);
      for (const key of Object.keys(sum)) sum[key] += counts[key];
    }
  };
  const together = pairs ? files.filter((name) => !alone.test(name)) : [];
  const others = files.filter((name) => !together.includes(name));
  await Promise.all([runAll(together, true), runAll(together, true)]);
  await runAll(others, false);
  await fs.rm(scratch, { recursive: true, force: true });
  return { passed: sum.passed, failed: sum.failed, note: sum.skipped ? `${sum.skipped} skipped` : undefined };
}

/** The GoogleTest programs, through ctest. @param {string[]} which by their labels @returns {Promise<Counts>} */
async function unitTests(...which) {
  const results = path.join(root, "build/test/results.xml");
  await fs.rm(results, { force: true });
  const code = await run("ctest", ["--preset", "test", ...which, "-j", String(os.cpus().length), "--progress",
    "--output-junit", results]);
  const xml = await fs.readFile(results, "utf8").catch(() => "");
  const count = (word) => Number(new RegExp(`<testsuite[^>]*\\s${word}="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const [tests, failures, skipped] = ["tests", "failures", "skipped"].map(count);
  const disabled = count("disabled");
  return {
    passed: tests - failures - skipped - disabled,
    failed: code !== 0 && failures === 0 ? 1 : failures,
    note: skipped + disabled ? `${skipped + disabled} skipped` : undefined,
  };
}

/** Seeds and past findings of fuzzing, without libFuzzer. @returns {Promise<Counts>} */
async function replay() {
  const [native, both] = [await unitTests("--label-regex", "^fuzz$"), await nodeTests("fuzz")];
  return { passed: native.passed + both.passed, failed: native.failed + both.failed, note: "replay of seeds and findings" };
}

/** What each suite needs (`./dev prepare`) and how it runs; cheap ones first. */
const suites = {
  layers: { needs: [], run: () => nodeTests("layers") },
  modules: { needs: ["node-modules"], run: () => nodeTests("modules") },
  format: { needs: ["format", "configured-test", "web"], run: () => nodeTests("format") },
  unit: { needs: ["test"], run: () => unitTests("--label-exclude", "^fuzz$") },
  fuzz: { needs: ["test", "native", "web"], run: replay },
  size: { needs: ["web"], run: () => nodeTests("size") },
  preview: { needs: ["windows", "native", "web"], run: () => nodeTests("preview") },
  web: { needs: ["browsers", "web"], run: () => nodeTests("web", true) },
  engines: { needs: ["browsers", "web"], run: () => nodeTests("engines", true) },
  aloud: { needs: ["browsers", "aloud", "web"], run: () => nodeTests("aloud") },
  coverage: { needs: ["coverage"], run: () => nodeTests("coverage") },
  slow: { needs: ["browsers", "validator", "web", "native", "test", "fuzz", "projects", "wordpress"], run: () => nodeTests("slow") },
};
/** Suites that run only where they are named, or all are asked for. */
const slow = ["aloud", "coverage", "slow"];

const all = process.argv.includes("--all");
const asked = process.argv.slice(2).filter((argument) => argument !== "--all")
  .map((argument) => argument === "--coverage" ? "coverage" : argument);
const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length) {
  console.error(`test: no suite "${unknown.join('", "')}"; there are ${Object.keys(suites).join(", ")}`);
  process.exit(2);
}

const rows = [];
for (const [name, suite] of Object.entries(suites)) {
  if (asked.length ? !asked.includes(name) : slow.includes(name) && !all) continue;
  console.log(`\n=== ${name}`);
  const start = performance.now();
  /** @type {Counts} */
  let counts;
  const ready = suite.needs.length === 0 || (await run(path.join(root, "dev"), ["prepare", ...suite.needs])) === 0;
  if (!ready) counts = { passed: 0, failed: 1, note: "did not run: what it needs could not be built" };
  else {
    counts = await suite.run();
    if (counts.passed + counts.failed === 0)
      counts = { passed: 0, failed: 1, note: counts.note ?? "ran no test" };
  }
  rows.push({ name, ...counts, seconds: (performance.now() - start) / 1000 });
}

for (const told of reasons) console.log(`\n=== failed: ${told}`);
console.log(`\n${"suite".padEnd(10)}${"passed".padStart(8)}${"failed".padStart(8)}${"seconds".padStart(9)}`);
for (const { name, passed, failed, seconds, note } of rows)
  console.log(`${name.padEnd(10)}${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(9)}${note ? `  ${note}` : ""}`);
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") ? 1 : 0);
