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

const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) => run("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd });

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
    await npm(["install", "--no-save", "--no-package-lock", "--ignore-scripts", path.join(scratch, tarball)], folder);
    await fs.writeFile(stamp, made);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} version @returns {number} that can be compared */
const rank = (version) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

/**
 * Node.js for a tool that asks for a later one than this may be: this one, or one that is installed for it.
 * @param {string} least `major.minor.patch` @param {import("node:test").TestContext} t told of it
 * @returns {Promise<string>} the program
 */
export async function nodeFor(least, t) {
  if (rank(process.versions.node) >= rank(least)) return process.execPath;
  const folder = path.join(root, "build/node");
  const name = `node-${process.platform}-${process.arch}`;
  const program = path.join(folder, "node_modules", name, "bin/node");
  t.diagnostic(`Node.js ${least} is needed, this is ${process.versions.node}: one of its own is in build/node/`);
  const has = () => run(program, ["-p", "process.versions.node"], { cwd: root }).then((said) => said.trim(), () => "0.0.0");
  if (rank(await has()) < rank(least)) {
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, "package.json"), "{}\n");
    await npm(["install", "--no-save", `${name}@22.23.3`], folder);
  }
  assert.ok(rank(await has()) >= rank(least), `Node.js ${least} or later could not be installed`);
  return program;
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

/** A port that nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(null)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}
