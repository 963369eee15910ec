// One page, measured: while it loads, while it is used, while it rests.
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { installProbes } from "./probes.js";
import { categories, Trace } from "./trace.js";

/**
 * @typedef {import("playwright-core").Browser} Browser
 * @typedef {import("playwright-core").Page} BrowserPage
 * @typedef {import("./pages.js").Kind} Kind
 * @typedef {Record<string, number>} Numbers by the name of the measure
 * @typedef {{kind: Kind, count: number, url: string, pause: number}} Subject
 * `pause`: animation frames in which what is under way comes to its end
 */

const deadline = 120_000;
const frameLength = 1000 / 60;

/** What takes the pointer, by kind. */
const carousels = { viewer: "article-viewer .carousel .clip", html: ".swiper" };

/**
 * Opens a page in a context of its own, so that its caches are empty.
 * @template Result
 * @param {Browser} browser @param {(page: BrowserPage, session: import("playwright-core").CDPSession) => Promise<Result>} use
 */
async function withPage(browser, use) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(deadline);
    await page.addInitScript(installProbes);
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @param {BrowserPage} page @param {number} count */
const frames = (page, count) => page.evaluate(async (n) => {
  for (let i = 0; i < n; ++i) await new Promise(requestAnimationFrame);
}, count);

/**
 * Loads the page until its articles can be used and its first photo is drawn.
 * @param {BrowserPage} page @param {{url: string, pause: number}} subject
 */
async function load(page, { url, pause }) {
  const told = page.waitForEvent("console", { predicate: (message) => message.text() === "bench: drawn", timeout: deadline });
  await page.goto(url, { waitUntil: "commit" });
  await told;
  await page.waitForLoadState("load");
  await frames(page, pause);
}

/** @param {Browser} browser @param {BrowserPage} page @param {() => Promise<unknown>} use */
async function traced(browser, page, use) {
  await browser.startTracing(page, { categories });
  try {
    await use();
  } finally {
    var buffer = await browser.stopTracing();
  }
  return new Trace(buffer);
}

/** @param {Trace} trace @param {Kind} kind @returns {Numbers} */
function loadNumbers(trace, kind) {
  const { start } = trace;
  const since = (/** @type {number} */ at) => (at - start) / 1000;
  let text;
  let photo;
  if (kind === "viewer") {
    text = trace.drawnAfter(trace.mark("text"));
    photo = trace.drawnByNextFrame(trace.mark("photo"));
  } else {
    text = trace.drawnBefore(trace.all("firstContentfulPaint")[0].ts);
    const [shown] = trace.all("LargestImagePaint::Candidate", ({ args }) => args.data.imageUrl?.includes("photos/"));
    photo = trace.drawnBefore(shown.ts);
  }
  const both = Math.max(text, photo);
  const spent = trace.spent(start, both);
  const numbers = /** @type {Numbers} */ ({
    text: since(text),
    photo: since(both),
    ready: since(trace.mark("ready")),
    busy: trace.busy(start, both),
    longest: trace.longestTask(start, both),
    layout: spent.layout,
    paint: spent.paint,
    rest: spent.rest,
  });
  if (kind === "html") return numbers;
  const [script] = trace.all("v8.evaluateModule");
  const [wasm, loaded] = [trace.mark("wasm"), trace.mark("load")];
  const webgl = trace.measured("webgl", start, loaded);
  return { ...numbers, webgl, photoWithoutWebgl: numbers.photo - webgl,
    fromScript: (text - script.ts) / 1000 - webgl,
    fromWasm: trace.busy(wasm, loaded) - trace.measured("webgl", wasm, loaded) };
}

/**
 * A finger's worth of moves, sent by the clock, whether the page keeps up or not.
 * @param {import("playwright-core").CDPSession} session @param {{x: number, y: number}} from @param {number} steps
 */
async function drag(session, { x, y }, steps) {
  const send = (/** @type {string} */ type, at = x) => session.send("Input.dispatchMouseEvent",
    { type: /** @type {any} */ (type), x: at, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1 });
  await send("mousePressed");
  const began = performance.now();
  const sent = [];
  for (let i = 1; i <= steps; ++i) {
    const wait = began + i * frameLength - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send("mouseMoved", x - 4 * (i <= steps / 2 ? i : steps - i)));
  }
  await Promise.all(sent);
  await send("mouseReleased");
}

/** @param {Trace} trace @param {number} steps @returns {Numbers} */
function dragNumbers(trace, steps) {
  const moves = trace.all("EventDispatch", ({ args }) => args.data?.type === "pointermove");
  const from = moves[0].ts;
  const to = trace.drawnAfter(moves[moves.length - 1].ts);
  const drawn = trace.frames(from, to);
  const intervals = drawn.slice(1).map((at, i) => (at - drawn[i]) / 1000).sort((a, b) => a - b);
  return {
    dragFrames: Math.min(steps, drawn.length),
    dragInterval: intervals[intervals.length >> 1],
    dragLongest: intervals[intervals.length - 1],
    dragBusy: trace.busy(from, to) / steps,
  };
}

/** @param {Trace} trace @returns {Numbers} of the click that took longest */
function tabNumbers(trace) {
  const clicks = trace.all("EventDispatch", ({ args }) => args.data?.type === "click");
  const end = (/** @type {typeof clicks[0]} */ { ts, dur = 0 }) => ts + dur;
  return {
    tab: Math.max(...clicks.map((click) => (trace.drawnAfter(end(click)) - click.ts) / 1000)),
    tabFrames: Math.max(...clicks.map((click) => trace.mainFrames(click.ts, trace.committedAfter(end(click))))),
  };
}

/** @param {BrowserPage} page */
const begin = (page) => page.evaluate(() => { performance.mark("begin"); });

/**
 * Loads a page, drags its first carousel and changes the tabs of its first ranking.
 * @param {Browser} browser @param {Subject & {slowdown: number, steps: number}} subject @returns {Promise<Numbers>}
 */
export function measureUse(browser, { kind, url, pause, slowdown, steps }) {
  return withPage(browser, async (page, session) => {
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const loading = await traced(browser, page, () => load(page, { url, pause }));

    const carousel = page.locator(carousels[kind]).first();
    await carousel.scrollIntoViewIfNeeded();
    await frames(page, pause);
    const box = await carousel.boundingBox();
    if (!box) throw new Error("there is no carousel");
    const dragging = await traced(browser, page, async () => {
      await begin(page);
      await drag(session, { x: box.x + box.width * 0.7, y: box.y + 80 }, steps);
      await frames(page, pause);
    });

    const tabs = page.locator("[role=tablist]").first().getByRole("tab");
    await tabs.first().scrollIntoViewIfNeeded();
    await frames(page, pause);
    const changing = await traced(browser, page, async () => {
      await begin(page);
      for (const at of [0, 2, 1]) {
        await tabs.nth(at).click();
        await frames(page, pause);
        if (await tabs.nth(at).getAttribute("aria-selected") !== "true") throw new Error("the tab did not change");
      }
    });
    return { ...loadNumbers(loading, kind), ...dragNumbers(dragging, steps), ...tabNumbers(changing) };
  });
}

/** Private memory of a process, MiB; NaN where the system does not tell. @param {number} pid */
async function privateMemory(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const pages = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  return pages.length ? pages.reduce((sum, [, kib]) => sum + Number(kib), 0) / 1024 : NaN;
}

/**
 * What was asked of a server, KB: code and content brotli 11, pictures as they are.
 * @param {import("../../web/support/server.js").Server & {origin: string}} server @returns {Promise<Numbers>}
 */
async function bytesAskedFor({ asked, origin }) {
  const sums = { code: 0, content: 0, pictures: 0 };
  for (const at of new Set(asked)) {
    const body = Buffer.from(await (await fetch(origin + at)).arrayBuffer());
    if (/\.(jpg|png|webp)$/.test(at)) sums.pictures += body.length / 1000;
    else sums[/\.(html|json)$/.test(at) ? "content" : "code"] += brotliCompressSync(body).length / 1000;
  }
  return sums;
}

/**
 * Lets a page rest. The browser is the page's own, so that processes and what is fetched are, too.
 * @param {Browser} browser @param {import("./pages.js").Pages} pages
 * @param {Subject & {seconds: number}} subject @returns {Promise<Numbers>}
 */
export async function measureRest(browser, { server }, { kind, url, pause, seconds }) {
  const whole = await browser.newBrowserCDPSession();
  const processes = async () => (await whole.send("SystemInfo.getProcessInfo")).processInfo;
  const cpu = async () => (await processes()).filter(({ type }) => type === "renderer" || type === "GPU")
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
  return withPage(browser, async (page, session) => {
    server.asked.length = 0;
    await load(page, { url, pause });
    await frames(page, pause);
    let spent = 0;
    const resting = await traced(browser, page, async () => {
      await begin(page);
      const before = await cpu();
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      spent = await cpu() - before;
    });
    await session.send("Performance.enable");
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
    const gpu = (await processes()).find(({ type }) => type === "GPU");
    const numbers = /** @type {Numbers} */ ({
      ...await bytesAskedFor(/** @type {any} */ (server)),
      idleFrames: resting.frames().length,
      idleCpu: spent,
      heap: metric("JSHeapUsedSize") / 2 ** 20,
      nodes: metric("Nodes"),
      renderer: await privateMemory(resting.process),
      gpu: gpu ? await privateMemory(gpu.id) : NaN,
    });
    if (kind === "html") return numbers;
    const bytes = await page.evaluate(() =>
      /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].memory);
    return { ...numbers, wasm: bytes / 2 ** 20 };
  });
}
