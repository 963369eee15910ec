// Projects of their own within this one: what they need is installed by `./dev prepare projects`, the package here.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { root } from "./front.js";

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {{cwd: string, env?: Record<string, string>}} options
 * @returns {Promise<string>} all that it printed; rejects with that where it fails
 */
export function run(program, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => { said += data; });
    child.on("error", reject);
    child.on("close", (code) => code === 0 ? resolve(said) : reject(new Error(`${[program, ...args].join(" ")}: exit ${code}\n${said}`)));
  });
}

/** @param {string} version @returns {number} that can be compared */
const rank = (version) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

/** The one that `./dev prepare projects` has installed where this one is older than such tools ask for. */
const later = path.join(root, "build/node/node_modules", `node-${process.platform}-${process.arch}`, "bin/node");

/**
 * Node.js for a tool that asks for a later one than this may be.
 * @param {string} least `major.minor.patch` @param {import("node:test").TestContext} [t] told of it
 * @returns {Promise<string>} the program
 */
export async function nodeFor(least, t) {
  if (rank(process.versions.node) >= rank(least)) return process.execPath;
  const version = await run(later, ["-p", "process.versions.node"], { cwd: root }).catch(() => "0.0.0");
  assert.ok(rank(version.trim()) >= rank(least), `Node.js ${least} is needed, this is ${process.versions.node}: ./dev prepare projects`);
  t?.diagnostic(`Node.js ${least} is needed, this is ${process.versions.node}: done with ${version.trim()} of build/node/`);
  return later;
}

/** npm, by the Node.js that projects are for: it passes over what is for a later one. @param {string[]} args @param {string} cwd */
async function npm(args, cwd) {
  const program = await fs.realpath((await run("sh", ["-c", "command -v npm"], { cwd })).trim());
  return run(await nodeFor("20.19.0"), [program, ...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd });
}

/** The package as `npm pack` makes it, installed into a project where that has another one. @param {string} folder */
export async function installPackage(folder) {
  await fs.access(path.join(folder, "node_modules")).catch(() => assert.fail(`${folder} lacks its packages: ./dev prepare projects`));
  const made = createHash("sha256").update(await fs.readFile(path.join(root, "dist/integrity.json"))).digest("hex");
  const stamp = path.join(folder, "node_modules/.article-viewer");
  if (await fs.readFile(stamp, "utf8").catch(() => "") === made) return;
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-packed-"));
  try {
    await npm(["pack", "--ignore-scripts", "--pack-destination", scratch], path.join(root, "dist"));
    const [tarball] = await fs.readdir(scratch);
    await npm(["install", "--no-save", "--no-package-lock", "--ignore-scripts", "--prefer-offline", path.join(scratch, tarball)], folder);
    await fs.writeFile(stamp, made);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** A program that serves, until `stop`. @param {string} program @param {string[]} args @param {{cwd: string, env?: Record<string, string>}} options */
export async function serve(program, args, { cwd, env }) {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const server = {
    said: "",
    origin: "",
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => { child.once("exit", resolve); });
      child.kill();
      await ended;
    },
  };
  const late = setTimeout(() => child.kill(), 30_000);
  server.origin = await new Promise((resolve, reject) => {
    const hear = (/** @type {Buffer} */ data) => {
      server.said += data;
      const [, origin] = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/.exec(server.said.replace(/\u001b\[[\d;]*m/g, "")) ?? [];
      if (origin) resolve(origin);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`${args.join(" ")} ended:\n${server.said}`)));
  }).finally(() => clearTimeout(late));
  return server;
}
