// Firefox's own protocol, for what WebDriver BiDi cannot: touch as the system hands it on, zoom of text alone.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, watch, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { end, startDisplay } from "../../support/x-display.js";
import { expression } from "./driver.js";

const preferences = {
  "marionette.port": 0,
  "webgl.force-enabled": true,
  "dom.w3c_touch_events.enabled": 1,
  "test.events.async.enabled": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
};

/** The port that it chose, once it is written. @param {string} profile @param {import("node:child_process").ChildProcess} firefox */
async function portOf(profile, firefox) {
  const ended = new AbortController();
  firefox.once("exit", () => ended.abort(new Error("Firefox ended")));
  firefox.once("error", (error) => ended.abort(error));
  // Of the file's own events the last may come before its text does. It writes others all the time.
  for await (const _ of watch(profile, { signal: ended.signal })) {
    const text = await readFile(path.join(profile, "MarionetteActivePort"), "utf8").catch(() => "");
    if (text) return Number(text);
  }
  throw new Error("Firefox wrote no port");
}

/** @param {number} port @returns {Promise<net.Socket>} */
function connect(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket));
    socket.on("error", reject);
  });
}

/** Each message is its length, a colon and JSON: `[0, id, name, parameters]`, `[1, id, error, result]`. */
class Connection {
  #socket;
  #received = Buffer.alloc(0);
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #last = 0;

  /** @param {net.Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => {
      this.#received = Buffer.concat([this.#received, data]);
      this.#read();
    });
  }

  #read() {
    for (;;) {
      const colon = this.#received.indexOf(":");
      const length = Number(this.#received.subarray(0, Math.max(0, colon)));
      if (colon < 0 || this.#received.length < colon + 1 + length) return;
      const message = JSON.parse(String(this.#received.subarray(colon + 1, colon + 1 + length)));
      this.#received = this.#received.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;  // its greeting
      const [, id, error, result] = message;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
      else waiting?.resolve(result?.value ?? result);
    }
  }

  /** @param {string} name @param {object} [parameters] @returns {Promise<any>} */
  send(name, parameters = {}) {
    this.#last += 1;
    const id = this.#last;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  close() {
    this.#socket.destroy();
  }
}

/**
 * Runs in the browser's own window: a finger along points of the page, one a frame.
 * @param {{x: number, y: number}[]} points CSS px of the viewport
 * @param {boolean} lifts at the last one, else it stays there
 */
async function moveFinger(points, lifts) {
  const { windowUtils, gBrowser, mozInnerScreenX, mozInnerScreenY } = /** @type {any} */ (window);
  const { x: left, y: top } = gBrowser.selectedBrowser.getBoundingClientRect();
  const at = (/** @type {{x: number, y: number}} */ { x, y }) => [
    Math.round((mozInnerScreenX + left + x) * devicePixelRatio),
    Math.round((mozInnerScreenY + top + y) * devicePixelRatio)];
  const force = 1;
  const upright = 90;
  for (const point of points) {
    windowUtils.sendNativeTouchPoint(1, windowUtils.TOUCH_CONTACT, ...at(point), force, upright);
    await new Promise(requestAnimationFrame);
  }
  if (lifts) windowUtils.sendNativeTouchPoint(1, windowUtils.TOUCH_REMOVE, ...at(points[points.length - 1]), force, upright);
}

/** Runs there too: what the menu that opens by a long press is for. It is closed. */
async function takeMenu() {
  const menu = /** @type {any} */ (document.getElementById("contentAreaContextMenu"));
  const comes = (/** @type {string} */ state, /** @type {string} */ type) => menu.state === state ||
    new Promise((resolve) => menu.addEventListener(type, resolve, { once: true }));
  await comes("open", "popupshown");
  const { linkURL, mediaURL } = /** @type {any} */ (window).gContextMenu;
  menu.hidePopup();
  await comes("closed", "popuphidden");
  return { link: linkURL || null, picture: mediaURL || null };
}

/** Runs in the browser's own window: zooms text, and nothing else. @param {number} factor */
function zoomText(factor) {
  const { ZoomManager, gBrowser } = /** @type {any} */ (window);
  ZoomManager.useFullZoom = false;
  ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, factor);
}

/** Runs there too: no text is smaller. @param {number} least CSS px; 0: any */
function setLeastSize(least) {
  for (const language of ["x-western", "zh-CN"])
    /** @type {any} */ (window).Services.prefs.setIntPref(`font.minimum-size.${language}`, least);
}

/** Firefox in a window, with a finger. */
export async function openFirefoxWithTouch() {
  const display = await startDisplay();
  const profile = await mkdtemp(path.join(os.tmpdir(), "article-viewer-firefox-"));
  await writeFile(path.join(profile, "user.js"), Object.entries(preferences).map(([name, value]) =>
    `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: display.name, MOZ_USE_XINPUT2: "1" };
  delete env.WAYLAND_DISPLAY;
  const firefox = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--marionette", "--remote-allow-system-access",
    "--no-remote", "--profile", profile, "--width", "500", "--height", "900"], { env, stdio: "ignore" });
  const connection = new Connection(await connect(await portOf(profile, firefox)));
  await connection.send("WebDriver:NewSession");

  /** @param {"chrome" | "content"} where @param {(...args: any[]) => any} code @param {any[]} args */
  const run = async (where, code, args) => {
    await connection.send("Marionette:SetContext", { value: where });
    const answer = await connection.send("WebDriver:ExecuteAsyncScript", {
      script: `const done = arguments[0]; ${expression(code, args)}.then(done, (error) => done("!" + error));`,
      args: [], sandbox: where === "chrome" ? "system" : null });
    if (String(answer).startsWith("!")) throw new Error(String(answer));
    return JSON.parse(String(answer));
  };
  return {
    /** @param {string} url */
    async open(url) {
      await connection.send("Marionette:SetContext", { value: "content" });
      await connection.send("WebDriver:Navigate", { url });
    },
    /** In the page. @param {(...args: any[]) => any} code @param {...any} args @returns {Promise<any>} */
    evaluate: (code, ...args) => run("content", code, args),
    /** @param {{x: number, y: number}[]} points CSS px of the viewport */
    touch: (points) => run("chrome", moveFinger, [points, true]),
    /** A finger that stays there until `touch` takes it on. @param {{x: number, y: number}} point CSS px of the viewport */
    hold: (point) => run("chrome", moveFinger, [[point], false]),
    takeMenu: () => run("chrome", takeMenu, []),
    /** @param {number} factor */
    zoomText: (factor) => run("chrome", zoomText, [factor]),
    /** @param {number} least CSS px */
    setLeastSize: (least) => run("chrome", setLeastSize, [least]),
    async close() {
      connection.close();
      await end(firefox);
      await end(display.server);
      await rm(profile, { recursive: true, force: true });
    },
  };
}
