// A browser for one test file, and what its tests say about a page.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { Server } from "./server.js";

/**
 * What pages are drawn with. Chromium's own rasterizing on SwiftShader puts tiles of half the scale anywhere on pages with
 * pictures, plain HTML too: in 18 of 30 screenshots in a row of a busy machine, in none without it.
 */
export const flags = ["--no-sandbox", "--disable-gpu-rasterization", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
  "--no-default-browser-check", "--disable-default-apps"];

/**
 * Chromium without its own windows: each context of the whole Chromium opens
 * one, which takes longer than the test in it. The engines suite uses the whole.
 */
export const shell = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";
/** Where the browser's own part counts: the back-forward cache. */
export const wholeChromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const deadline = 15_000;
/** A page is closed after it, so that what waits in it for what never comes fails. */
const usualPageDeadline = 180_000;

/**
 * Its browser and server live as long as the file's tests.
 * @param {import("playwright-core").LaunchOptions} [options]
 */
export function useBrowser(options = {}) {
  /** @type {{browser: import("playwright-core").Browser, server: Server}} */
  const held = /** @type {any} */ ({});
  before(async () => {
    held.server = await Server.start();
    held.browser = await chromium.launch({ executablePath: shell, args: flags, ...options });
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.stop();
  });
  return held;
}

const eventTypes = ["article-load", "article-error", "article-navigate", "article-tab", "article-photo",
  "article-photo-open", "article-photo-close", "article-resize", "article-part-view", "article-read", "article-vitals"];

export const internals = 'Symbol.for("article-viewer.internals")';

/**
 * Opens a page in a context of its own, runs `body`, and says that the console held no error.
 * @param {ReturnType<typeof useBrowser>} held
 * @param {string} url
 * @param {(page: import("playwright-core").Page, errors: string[]) => Promise<void>} body
 * @param {import("playwright-core").BrowserContextOptions & {script?: string, pageDeadline?: number}} [options] `script`
 *   runs first; `pageDeadline`: ms
 */
export async function withPage({ browser }, url, body, { script, pageDeadline = usualPageDeadline, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    void context.close();
  }, pageDeadline);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(deadline);
    /** @type {string[]} */
    const errors = [];
    page.on("console", (message) => {
      // The browser itself says so of each 404 and cut connection.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error.stack)));
    await page.addInitScript(`
      window.events = [];
      for (const type of ${JSON.stringify(eventTypes)})
        addEventListener(type, (event) => window.events.push({
          type, detail: JSON.parse(JSON.stringify(event.detail)), state: event.target.state,
          cancelable: event.cancelable, bubbles: event.bubbles, composed: event.composed }));`);
    if (script) await page.addInitScript(script);
    await page.goto(url);
    await body(page, errors);
    assert.deepEqual(errors, [], "no error on the console");
  } catch (error) {
    // The reporter prints no cause, which alone says what was waited for.
    if (isLate) throw new Error(`the page was closed after ${pageDeadline} ms in ${/** @type {Error} */ (error).stack}`, { cause: error });
    throw error;
  } finally {
    clearTimeout(late);
    await context.close();
  }
}

/** @param {import("playwright-core").Page} page @param {string} state */
export async function waitForState(page, state, selector = "article-viewer") {
  await page.waitForFunction(([wanted, at]) => /** @type {any} */ (document.querySelector(at))?.state === wanted,
    [state, selector]);
}

/** Waits until all of it is laid out, and what is near is drawn. @param {import("playwright-core").Page} page */
export async function waitUntilComplete(page, selector = "article-viewer") {
  await waitForState(page, "ready", selector);
  await page.evaluate((at) => /** @type {any} */ (document.querySelector(at)).updateComplete, selector);
}

/** Reads through an article, so that the lines of all its texts are placed, and goes back. @param {import("playwright-core").Page} page */
export async function readThrough(page) {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
  await settle(page);
}

/** Waits for an event and gives the last of its kind. @param {import("playwright-core").Page} page @param {string} type */
export async function waitForEvent(page, type, count = 1) {
  const found = await page.waitForFunction(([wanted, least]) => {
    const all = /** @type {any} */ (window).events.filter((/** @type {any} */ event) => event.type === wanted);
    return all.length >= Number(least) ? all.at(-1) : null;
  }, [type, count]);
  return /** @type {any} */ (await found.jsonValue());
}

/** @param {import("playwright-core").Page} page @param {string} [type] @returns {Promise<any[]>} */
export async function eventsOf(page, type) {
  const all = await page.evaluate(() => /** @type {any} */ (window).events);
  return type ? all.filter((/** @type {any} */ event) => event.type === type) : all;
}

/** The sheet of the layer in flow has arrived. @param {import("playwright-core").Page} page */
export function flowLoaded(page) {
  return page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.adoptedStyleSheets.some(({ cssRules }) =>
    [...cssRules].some((rule) => "selectorText" in rule && rule.selectorText === ".layer nav")));
}

/** Two animation frames: what was asked for is drawn. @param {import("playwright-core").Page} page */
export function frames(page, count = 2) {
  return page.evaluate(async (n) => {
    for (let i = 0; i < n; ++i) await new Promise(requestAnimationFrame);
  }, count);
}

/** Waits until the widget is made to its end and nothing has been drawn for ten frames. @param {import("playwright-core").Page} page */
export function settle(page) {
  return page.evaluate(async ([key, deadline]) => {
    const drawn = () => {
      const widget = /** @type {any} */ (document.querySelector("article-viewer"))?.[Symbol.for(String(key))];
      return widget?.completed === false ? NaN : widget?.framesDrawn;
    };
    const end = performance.now() + Number(deadline);
    for (let before = NaN, still = 0; still < 10; ++still) {
      if (performance.now() > end) throw new Error("it never comes to rest");
      const now = drawn();
      if (now !== before) still = 0;
      before = now;
      await new Promise(requestAnimationFrame);
    }
  }, ["article-viewer.internals", deadline]);
}

/** How many canvases each widget holds. @param {import("playwright-core").Page} page */
export const holdings = (page) => page.evaluate(() => [...document.querySelectorAll("article-viewer")].map(({ shadowRoot }) =>
  /** @type {ShadowRoot} */ (shadowRoot).querySelectorAll("canvas").length));

/** @param {import("playwright-core").Page} page @returns {Promise<any>} */
export function inside(page, selector = "article-viewer") {
  return page.evaluate(([at, key]) => {
    const { gl, ...rest } = /** @type {any} */ (document.querySelector(at))[Symbol.for(key)];
    return rest;
  }, [selector, "article-viewer.internals"]);
}

/** RGBA of a screenshot. @param {import("playwright-core").Page} page @param {{x: number, y: number, width: number, height: number}} clip */
export async function pixels(page, clip) {
  const png = await page.screenshot({ clip, scale: "device" });
  // Decoded by the browser: one decoder less to trust.
  const found = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = "";
    for (let i = 0; i < data.length; i += 32768) text += String.fromCharCode(...data.subarray(i, i + 32768));
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
  }, png.toString("base64"));
  return { width: found.width, height: found.height, data: Buffer.from(found.base64, "base64") };
}
