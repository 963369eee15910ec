// The screen reader Orca, without a voice: what it says is read.
import { execFile, spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import readline from "node:readline";
import { promisify } from "node:util";
import { within } from "./within.js";

/** @typedef {{spoken: string, language: string}} Utterance */
/** @typedef {Partial<Utterance> & {key?: string, pressed?: boolean, event?: string, beat?: boolean}} Line what orca-customizations.py tells */

/** Orca is at rest when it has had nothing to do for so many beats, 40 ms apart, and has said nothing between them. */
const beatsAtRest = 7;
const longest = 60_000;

export class Orca {
  #env;
  /** @type {Utterance[]} what has been said since it was last asked */
  #said = [];
  /** Hear each line. @type {Set<(line: Line) => void>} */
  #listeners = new Set();

  /** @param {import("./desk.js").Desk} desk */
  static async start({ env }) {
    const folder = path.join(/** @type {string} */ (env.XDG_DATA_HOME), "orca");
    await fs.mkdir(folder, { recursive: true });
    await fs.copyFile(new URL("orca-customizations.py", import.meta.url), path.join(folder, "orca-customizations.py"));
    const orca = new Orca(env);
    const child = spawn("orca", process.env.ORCA_DEBUG ? ["--debug-file", process.env.ORCA_DEBUG] : [],
      { env, stdio: ["ignore", "ignore", "inherit", "pipe"] });
    child.on("error", (error) => console.error(String(error)));
    readline.createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdio[3]) })
      .on("line", (line) => orca.#hear(JSON.parse(line)));
    await orca.heard(({ spoken }) => spoken === "Screen reader on.", "Orca says that it is on");
    return orca;
  }

  /** @param {NodeJS.ProcessEnv} env */
  constructor(env) {
    this.#env = env;
  }

  /** @param {Line} line */
  #hear(line) {
    if (line.spoken !== undefined) this.#said.push({ spoken: line.spoken, language: line.language ?? "" });
    for (const listener of this.#listeners) listener(line);
  }

  /** Waits for a line. @param {(line: Line) => boolean} match @param {string} what names it */
  async heard(match, what) {
    /** @type {(line: Line) => void} */
    let listener = () => {};
    const heard = new Promise((resolve) => {
      listener = (line) => match(line) && resolve(undefined);
      this.#listeners.add(listener);
    });
    await within(longest, what, heard).finally(() => this.#listeners.delete(listener));
  }

  /** @param {number} [beats] @returns {Promise<Utterance[]>} what was said until it is at rest */
  async rest(beats = beatsAtRest) {
    let left = beats;
    await this.heard(({ beat }) => {
      left = beat ? left - 1 : beats;
      return left === 0;
    }, "Orca is at rest");
    return this.#said.splice(0);
  }

  /** Presses a key at the display, as a keyboard would. @param {string} key X's name, with `shift+` before it or so */
  async press(key) {
    const handled = this.heard(({ key: own, pressed }) => own !== undefined && !pressed, `Orca has dealt with ${key}`);
    await Promise.all([handled, promisify(execFile)("xdotool", ["key", key], { env: this.#env, timeout: longest })]);
  }
}
