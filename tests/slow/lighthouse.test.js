// What Lighthouse, as it audits phones, says of the prerendered sample page.
import assert from "node:assert/strict";
import http from "node:http";
import os from "node:os";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { pageOf, samples } from "../support/prerendered-documents.js";
import { flags, shell } from "../web/support/browser.js";
import { Server } from "../web/support/server.js";

/** @type {{browser: import("puppeteer-core").Browser, server: Server, front: http.Server, origin: string}} */
const held = /** @type {any} */ ({});

/** Files as a site delivers them: compressed once. @param {Server & {origin: string}} server */
function compressing({ origin }) {
  /** @type {Map<string, Promise<{status: number, headers: Record<string, string>, body: Buffer}>>} */
  const known = new Map();
  const made = async (/** @type {string} */ url) => {
    const response = await fetch(origin + url);
    const body = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get("content-type") ?? "";
    const headers = { "Content-Type": type, "Content-Security-Policy": response.headers.get("content-security-policy") ?? "" };
    return /^image/.test(type) ? { status: response.status, headers, body }
      : { status: response.status, headers: { ...headers, "Content-Encoding": "br" }, body: brotliCompressSync(body) };
  };
  return http.createServer(async ({ url = "/" }, response) => {
    if (!known.has(url)) known.set(url, made(url));
    const { status, headers, body } = await /** @type {ReturnType<typeof made>} */ (known.get(url));
    response.writeHead(status, headers).end(body);
  });
}

before(async () => {
  held.server = await Server.start();
  held.front = compressing(/** @type {any} */ (held.server));
  await new Promise((resolve) => { held.front.listen(0, "127.0.0.1", () => resolve(null)); });
  held.origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (held.front.address()).port}`;
  held.browser = await puppeteer.launch({ executablePath: shell, args: flags });
});

after(async () => {
  await held.browser?.close();
  held.front?.closeAllConnections();
  held.front?.close();
  await held.server?.stop();
});

/** @param {string} at @returns {Promise<any>} Lighthouse's report */
async function audit(at) {
  const page = await held.browser.newPage();
  const result = await lighthouse(held.origin + at, { onlyCategories: ["performance", "accessibility"], logLevel: "error" },
    undefined, /** @type {any} */ (page));
  await page.close();
  assert.ok(result);
  return result.lhr;
}

/** Loads the page, so that all is compressed when it is audited. @param {string} at */
async function warm(at) {
  const page = await held.browser.newPage();
  await page.goto(held.origin + at, { waitUntil: "networkidle0" });
  await page.close();
}

/** @param {any} report @param {"performance" | "accessibility"} category @returns {string[]} audits that lost something */
const lost = ({ categories, audits }, category) => categories[category].auditRefs
  .filter((/** @type {any} */ { id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
  .map((/** @type {any} */ { id }) => `${id} ${audits[id].displayValue ?? ""}`.trim());

/**
 * Ways to load the page, and whether all is asked for performance, too.
 * @type {[name: string, way: {script: boolean, attributes?: string}, fast: boolean][]}
 */
const ways = [
  ["the HTML alone", { script: false }, true],
  ["the page that becomes the widget", { script: true }, false],
  ["the page that waits for its reader", { script: true, attributes: 'loading="interaction"' }, true],
];
/** Audits of which the best counts: what else the machine does only adds. */
const most = 3;

for (const [i, [name, way, fast]] of ways.entries())
  test(`Lighthouse gives ${name} all for accessibility${fast ? " and for performance" : ""}`, async (t) => {
    const at = `/demo/lighthouse-${i}.html`;
    held.server.route(at, { type: "text/html; charset=utf-8",
      body: await pageOf(samples["zh-hans"], { base: held.origin + at, src: "/demo/zh-hans.json", ...way }) });
    await warm(at);
    let best = 0;
    for (let round = 0; round < most && best < 1; ++round) {
      const [load] = os.loadavg();
      const report = await audit(at);
      assert.deepEqual(lost(report, "accessibility"), []);
      assert.equal(report.categories.accessibility.score, 1);
      const { score } = report.categories.performance;
      t.diagnostic(`performance ${Math.round(100 * score)} at load ${load.toFixed(1)}: ${lost(report, "performance").join(", ")}`);
      best = Math.max(best, score);
    }
    if (fast) assert.equal(best, 1);
  });
