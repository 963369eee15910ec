import { execFile, spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { Builder, Capabilities, Key, Origin } from "selenium-webdriver";
import { freePort } from "../../support/free-port.js";
import { end, startDisplay } from "../../support/x-display.js";
import { expression } from "./driver.js";

/** Keys by their DOM names, as WebDriver has them. @type {Record<string, string>} */
const keys = {
  Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE, Home: Key.HOME, End: Key.END, Control: Key.CONTROL,
  Shift: Key.SHIFT, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
};

/** Debian's place of the browser that the driver starts. */
async function miniBrowser() {
  for (const name of await readdir("/usr/lib")) {
    const folder = path.join("/usr/lib", name, "webkit2gtk-4.1");
    const files = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
    if (files.includes("MiniBrowser")) return path.join(folder, "MiniBrowser");
  }
  throw new Error("there is no MiniBrowser of webkit2gtk-4.1 below /usr/lib");
}

/** Resolves once something listens. @param {number} port @param {import("node:child_process").ChildProcess} server */
async function answers(port, server) {
  let failed = false;
  server.on("error", () => { failed = true; });
  server.on("exit", () => { failed = true; });
  while (!failed) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, "127.0.0.1");
      socket.on("connect", () => { socket.destroy(); resolve(true); });
      socket.on("error", () => resolve(false));
    });
    if (open) return;
  }
  throw new Error("WebKitWebDriver ended");
}

/**
 * WebKitGTK's own browser, in a window.
 * @param {string[]} [settings] as its command line has them
 * @returns {Promise<import("./driver.js").Driver & {shortcut: (keys: string) => Promise<unknown>, menu: (at: {x: number, y: number}) => Promise<void>}>}
 *   `shortcut`: keys that its window hears of as of a hand's, by the names that X has for them; `menu`: the same of the
 *   right button, whose menu opens and is closed (what its driver presses ends in a click, and fingers it has none)
 */
export async function openWebKit(settings = []) {
  const binary = await miniBrowser();
  const display = await startDisplay();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11" };
  delete env.WAYLAND_DISPLAY;
  const port = await freePort();
  const server = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  await answers(port, server);
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary, args: ["--automation", ...settings] },
  });
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 390, height: 900 });
  const hand = async (/** @type {string[]} */ ...args) => (await promisify(execFile)("xdotool", args, { env })).stdout.trim();
  const point = (/** @type {number} */ x, /** @type {number} */ y) =>
    ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  return {
    name: "WebKit",
    view: "canvas",
    byBitmap: false,
    findsInShadowTrees: false,
    async open(url) {
      await driver.get(url);
      // On a busy machine that is answered, now and then, while the page before still stands.
      const there = () => driver.executeScript("return location.href === arguments[0] && document.readyState === 'complete'", url);
      await driver.wait(there, 20_000, `${url} is open`);
    },
    async evaluate(code, ...args) {
      const answer = await driver.executeAsyncScript(`const done = arguments[0];
        ${expression(code, args)}.then(done, (error) => done("!" + error + error.stack));`);
      if (String(answer).startsWith("!")) throw new Error(String(answer));
      return JSON.parse(String(answer));
    },
    async press(key, modifiers = []) {
      const actions = driver.actions();
      for (const modifier of modifiers) actions.keyDown(keys[modifier]);
      actions.sendKeys(keys[key] ?? key);
      for (const modifier of modifiers) actions.keyUp(keys[modifier]);
      await actions.perform();
    },
    async click(x, y, count = 1) {
      const actions = driver.actions().move(point(x, y));
      for (let i = 0; i < count; ++i) actions.click();
      await actions.perform();
    },
    async drag(from, to) {
      await driver.actions().move(point(from.x, from.y)).press()
        .move(point((from.x + to.x) / 2, (from.y + to.y) / 2)).move(point(to.x, to.y)).release().perform();
    },
    async shortcut(names) {
      const window = (await hand("search", "--sync", "--onlyvisible", "--class", "MiniBrowser")).split("\n").at(-1);
      await hand("windowfocus", "--sync", String(window), "key", "--clearmodifiers", names);
    },
    async menu({ x, y }) {
      const windows = async () => (await hand("search", "--onlyvisible", "--class", "MiniBrowser")).split("\n");
      const before = await windows();
      const bar = Number(await driver.executeScript("return outerHeight - innerHeight"));
      await hand("mousemove", "--window", before[0], String(Math.round(x)), String(Math.round(y + bar)), "click", "3");
      await driver.wait(async () => (await windows()).length > before.length, 20_000, "a menu opens");
      await hand("key", "Escape");
      await driver.wait(async () => (await windows()).length === before.length, 20_000, "the menu closes");
    },
    async close() {
      await driver.quit();
      await end(server);
      await end(display.server);
    },
  };
}
