// What a page costs that rests: frames, processor time, memory, and the bytes that it fetched.
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { begin, frames, load, traced, withPage } from "./visit.js";

/**
 * @typedef {import("./visit.js").Browser} Browser
 * @typedef {import("./visit.js").Numbers} Numbers
 * @typedef {import("./visit.js").Session} Session
 * @typedef {import("./visit.js").Subject} Subject
 */

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

/** Memory of the page after a garbage collection. @param {Session} session @returns {Promise<Numbers>} */
async function pageMemory(session) {
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { heap: metric("JSHeapUsedSize") / 2 ** 20, nodes: metric("Nodes") };
}

/** @param {import("./visit.js").BrowserPage} page @returns {Promise<number>} MiB */
const wasmMemory = (page) => page.evaluate(() =>
  /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].memory / 2 ** 20);

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
  return withPage(browser, kind, async (page, session) => {
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
    const memory = await pageMemory(session);
    const gpu = (await processes()).find(({ type }) => type === "GPU");
    return {
      ...await bytesAskedFor(/** @type {any} */ (server)),
      idleFrames: resting.frames().length,
      idleCpu: spent,
      ...memory,
      renderer: await privateMemory(resting.process),
      gpu: gpu ? await privateMemory(gpu.id) : NaN,
      ...kind === "viewer" ? { wasm: await wasmMemory(page) } : {},
    };
  });
}
