// Servers and networks that do other than they say: a clear state each time. What they answer otherwise is failure.test.js's.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { createGzip } from "node:zlib";
import { useBrowser, waitForEvent, waitForState, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const sample = await readFile(path.join(root, "assets/en.json"));
const json = { "Content-Type": "application/json", Connection: "close" };
const mostBytes = 8 * 1024 * 1024;

/** @type {{name: string, reason: string, says: RegExp, answer: import("./support/server.js").Handler}[]} */
const ways = [
  { name: "a length that is larger than what comes", reason: "network", says: /broke/, answer: (_, response) => {
    response.writeHead(200, { ...json, "Content-Length": String(sample.length + 1000) });
    response.write(sample, () => response.destroy());
  } },
  { name: "a length that is smaller than what comes", reason: "json", says: /line \d+/, answer: (_, response) => {
    response.writeHead(200, { ...json, "Content-Length": "3000" });
    response.end(sample);
  } },
  { name: "an encoding that it does not have", reason: "network", says: /broke/, answer: (_, response) => {
    response.writeHead(200, { ...json, "Content-Encoding": "gzip" });
    response.end(sample);
  } },
  { name: "redirects without end", reason: "network", says: /can't be reached/, answer: (request, response) => {
    const count = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("n") ?? 0);
    response.writeHead(302, { Location: `/demo/odd.json?n=${count + 1}` }).end();
  } },
];

for (const { name, reason, says, answer } of ways) {
  test(`${name}: the page says so, and the article is shown when it can be`, async () => {
    held.server.route("/demo/odd.json", answer);
    await withPage(held, held.server.page('<article-viewer src="/demo/odd.json"></article-viewer>'), async (page) => {
      const { detail, state } = await waitForEvent(page, "article-error");
      assert.deepEqual([state, detail.reason], ["failed", reason], detail.message);
      assert.match(detail.message, says);
      held.server.route("/demo/odd.json", { body: sample });
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
      await waitForState(page, "ready");
    });
  });
}

test("twenty redirects lead to the article", async () => {
  held.server.route("/demo/odd.json", (request, response) => {
    const count = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("n") ?? 0);
    if (count < 20) response.writeHead(302, { Location: `/demo/odd.json?n=${count + 1}` }).end();
    else response.writeHead(200, json).end(sample);
  });
  await withPage(held, held.server.page('<article-viewer src="/demo/odd.json"></article-viewer>'), async (page) => {
    await waitForState(page, "ready");
  });
});

test("an article that comes by drops, each in time, is shown", async () => {
  held.server.route("/demo/odd.json", async (_, response) => {
    response.writeHead(200, json);
    const drop = Math.ceil(sample.length / 12);
    for (let at = 0; at < sample.length; at += drop) {
      response.write(sample.subarray(at, at + drop));
      await new Promise((done) => setTimeout(done, 60));
    }
    response.end();
  });
  await withPage(held, held.server.page('<article-viewer src="/demo/odd.json"></article-viewer>'), async (page) => {
    await waitForState(page, "ready");
  }, { script: `const real = setTimeout;
    window.setTimeout = (call, ms, ...rest) => real(call, ms === 30000 ? 400 : ms, ...rest);` });
});

/** Counts what the page reads of a body. */
const counting = `window.read = 0;
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const part = await read.call(this);
    window.read += part.value?.length ?? 0;
    return part;
  };`;

for (const [name, packed] of /** @type {[string, boolean][]} */ ([["an answer without end", false], ["one that inflates to a gigabyte", true]])) {
  test(`${name} is read as far as the core takes it, and refused`, async () => {
    let sent = 0;
    let isOver = false;
    held.server.route("/demo/odd.json", async (_, response) => {
      response.writeHead(200, packed ? { ...json, "Content-Encoding": "gzip" } : json);
      const to = packed ? createGzip({ level: 9 }) : response;
      if (to !== response) to.pipe(response);
      const closed = once(response, "close").then(() => { isOver = true; });
      to.write('{"version": 1, "article": {"headline": "');
      const much = Buffer.alloc(1 << 20, "a");
      for (sent = 0; sent < 1 << 30 && !isOver; sent += much.length)
        if (!to.write(much)) await Promise.race([once(to, "drain"), closed]);
      response.destroy();
    });
    await withPage(held, held.server.page('<article-viewer src="/demo/odd.json"></article-viewer>'), async (page) => {
      const { detail } = await waitForEvent(page, "article-error");
      assert.equal(detail.reason, "document");
      assert.match(detail.message, /8 MiB at most/);
      const read = await page.evaluate(() => /** @type {any} */ (window).read);
      assert.ok(read > mostBytes && read < mostBytes * 1.5, `${read} bytes were read`);
      await assert.doesNotReject(async () => {
        const end = Date.now() + 10_000;
        while (!isOver) {
          if (Date.now() > end) throw new Error("it is still sent");
          await new Promise((done) => setImmediate(done));
        }
      });
      assert.ok(sent < 1 << 30, "the server was not heard to its end");
    }, { script: counting });
  });
}
