// A visit to a page: opened in a context of its own, loaded to its end, traced.
import { probeScript } from "./probes.js";
import { categories, Trace } from "./trace.js";

/**
 * @typedef {import("playwright-core").Browser} Browser
 * @typedef {import("playwright-core").Page} BrowserPage
 * @typedef {import("playwright-core").CDPSession} Session
 * @typedef {import("./pages.js").AnyKind} AnyKind
 * @typedef {Record<string, number>} Numbers by the name of the measure
 * @typedef {{kind: AnyKind, url: string, pause: number}} Subject
 * `pause`: animation frames in which what is under way comes to its end
 */

const deadline = 240_000;

/**
 * Opens a page in a context of its own, so that its caches are empty.
 * @template Result
 * @param {Browser} browser @param {AnyKind} kind
 * @param {(page: BrowserPage, session: Session) => Promise<Result>} use
 */
export async function withPage(browser, kind, use) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(deadline);
    await page.addInitScript({ content: probeScript(kind) });
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @param {BrowserPage} page @param {number} count */
export const frames = (page, count) => page.evaluate(async (n) => {
  for (let i = 0; i < n; ++i) await new Promise(requestAnimationFrame);
}, count);

/** Sets the mark at which a trace begins to count. @param {BrowserPage} page */
export const begin = (page) => page.evaluate(() => { performance.mark("begin"); });

/**
 * Loads the page until its articles are made to their end and its first photo is drawn.
 * @param {BrowserPage} page @param {Omit<Subject, "kind">} subject
 */
export async function load(page, { url, pause }) {
  const told = page.waitForEvent("console", { predicate: (message) => message.text() === "bench: drawn", timeout: deadline });
  await page.goto(url, { waitUntil: "commit" });
  await told;
  await page.waitForLoadState("load");
  await frames(page, pause);
}

/** @param {Browser} browser @param {BrowserPage} page @param {() => Promise<unknown>} use */
export async function traced(browser, page, use) {
  await browser.startTracing(page, { categories });
  try {
    await use();
  } finally {
    var buffer = await browser.stopTracing();
  }
  return new Trace(buffer);
}
