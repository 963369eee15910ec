import { spawn } from "node:child_process";

/**
 * A display server of its own, without a screen that anyone sees.
 * @param {string[]} [options] Xvfb's
 * @returns {Promise<{server: import("node:child_process").ChildProcess, name: string}>} its name is `DISPLAY`'s value
 */
export async function startDisplay(options = []) {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1500x1000x24", "-nolisten", "tcp", ...options],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", () => reject(new Error("Xvfb ended")));
    server.stdio[3].on("data", (data) => resolve(String(data).trim()));
  });
  return { server, name: `:${number}` };
}

/** Ends a program and waits until it has. @param {import("node:child_process").ChildProcess} child */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill();
  await ended;
}
