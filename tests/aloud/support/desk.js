// A desk of its own: display, window manager, message buses and folders, which nothing outside of it sees.
import { spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { end, startDisplay } from "../../support/x-display.js";
import { within } from "./within.js";

/** How processes of a desk are known: also those that its message bus starts. */
const mark = "ARTICLE_VIEWER_DESK";

/** @param {string} folder @returns {Promise<number[]>} processes of the desk in it */
async function processesOf(folder) {
  const found = [];
  for (const name of await fs.readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const environment = await fs.readFile(`/proc/${name}/environ`, "utf8").catch(() => "");
    if (environment.split("\0").includes(`${mark}=${folder}`)) found.push(Number(name));
  }
  return found;
}

/** @param {number[]} processes @param {NodeJS.Signals} signal */
function signalAll(processes, signal) {
  for (const id of processes) {
    try { process.kill(id, signal); } catch { /* It has ended. */ }
  }
}

/** Ends all that was started at a desk, and what that started. @param {string} folder */
async function clear(folder) {
  signalAll(await processesOf(folder), "SIGTERM");
  const late = performance.now() + 5000;
  let left = await processesOf(folder);
  while (left.length) {
    if (performance.now() > late) signalAll(left, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 50));
    left = await processesOf(folder);
  }
  await fs.rm(folder, { recursive: true, force: true });
}

/** @param {string} folder @returns {Promise<NodeJS.ProcessEnv>} */
async function environment(folder) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { PATH: process.env.PATH, LANG: "C.UTF-8", TZ: "UTC", [mark]: folder, HOME: folder };
  for (const name of ["CONFIG", "DATA", "CACHE", "STATE"]) env[`XDG_${name}_HOME`] = path.join(folder, name.toLowerCase());
  env.XDG_RUNTIME_DIR = path.join(folder, "run");
  await fs.mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  return env;
}

/** @typedef {{folder: string, env: NodeJS.ProcessEnv, close: () => Promise<void>}} Desk */

/** @returns {Promise<Desk>} what is started with its `env` ends with it */
export async function openDesk() {
  const display = await startDisplay();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-desk-"));
  const close = async () => {
    await clear(folder);
    await end(display.server);
  };
  try {
    const env = await environment(folder);
    env.DISPLAY = display.name;
    const bus = spawn("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=3"],
      { env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
    env.DBUS_SESSION_BUS_ADDRESS = await within(10_000, "the message bus says its address", new Promise((resolve, reject) => {
      bus.on("error", reject);
      bus.stdio[3]?.once("data", (data) => resolve(String(data).trim()));
    }));
    spawn("openbox", ["--sm-disable"], { env, stdio: "ignore" }).on("error", (error) => console.error(String(error)));
    return { folder, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}
