// Rankings and comments that are fetched again while the article is seen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const sample = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));

/** Waits of 20 s and their multiples go by when the test says so: `turn()`. */
const script = `{
  const { setTimeout, clearTimeout } = window;
  let waiting = [];
  window.waits = [];
  window.setTimeout = (call, time, ...rest) => {
    if (!(time >= 20000) || time % 20000) return setTimeout(call, time, ...rest);
    window.waits.push(time / 1000);
    waiting.push(call);
    return -waits.length;
  };
  window.clearTimeout = (number) => {
    if (number < 0) waiting = [];
    else clearTimeout(number);
  };
  window.turn = () => { for (const call of waiting.splice(0)) call(); };
}`;

/** @type {string[]} of each request: what of it was asked with, "" none */
let asked = [];
let answer = 200;
let version = 1;

function serve() {
  asked = [];
  answer = 200;
  version = 1;
  held.server.route("/demo/live.json", (request, response) => {
    const tag = `"${version}"`;
    asked.push(String(request.headers["if-none-match"] ?? ""));
    const headers = { "Content-Type": "application/json", ETag: tag, "Cache-Control": "max-age=600" };
    if (answer !== 200) response.writeHead(answer).end();
    else if (request.headers["if-none-match"] === tag) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(JSON.stringify(documentOf(version)));
  });
}

/** @param {number} number */
function documentOf(number) {
  const document = structuredClone(sample);
  if (number === 1) return document;
  document.article.headline = `Version ${number}`;
  document.rankings.tabs[0].items[0].title = `Most read ${number}`;
  document.comments.hot[0].text = `Said ${number}`;
  return document;
}

/** The next time has come: waits for what is asked, and until another time is waited for. @param {import("playwright-core").Page} page @param {number} count */
async function turn(page, count) {
  const waits = await page.evaluate(() => /** @type {any} */ (window).waits.length);
  await page.evaluate(() => /** @type {any} */ (window).turn());
  await page.waitForFunction((before) => /** @type {any} */ (window).waits.length > before, waits);
  assert.equal(asked.length, count);
  await settle(page);
}

const textOf = (/** @type {import("playwright-core").Page} */ page) =>
  page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.textContent ?? "");

for (const view of ["canvas", "plain"]) {
  test(`${view}: new rankings and comments come, the article stays, and nobody is told`, async () => {
    serve();
    await withPage(held, held.server.page(`<article-viewer src="/demo/live.json" refresh="20" view="${view}"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await page.waitForFunction(() => /** @type {any} */ (window).waits.length === 1);
      await turn(page, 2);
      assert.deepEqual(asked, ["", '"1"'], "asked for with its tag");
      assert.ok(!(await textOf(page)).includes("Most read 2"));
      version = 2;
      const before = await page.evaluate(() => {
        const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
        return Object.assign(window, { headline: shadowRoot.querySelector("h2"), spoken: shadowRoot.querySelector('[role="status"]') }).spoken?.textContent;
      });
      await turn(page, 3);
      const text = await textOf(page);
      for (const part of ["Most read 2", "Said 2"]) assert.ok(text.includes(part), part);
      assert.ok(!text.includes("Version 2"), "the article is not taken");
      assert.deepEqual(await page.evaluate(() => [/** @type {any} */ (window).headline.isConnected, /** @type {any} */ (window).spoken?.textContent,
        /** @type {any} */ (document.querySelector("article-viewer")).state]), [true, before, "ready"]);
      for (const type of ["article-load", "article-vitals"]) assert.equal((await eventsOf(page, type)).length, 1, type);
    }, { script });
  });
}

test("what fails is asked for again, more and more rarely, and never told of", async () => {
  serve();
  await withPage(held, held.server.page('<article-viewer src="/demo/live.json" refresh="20"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await page.waitForFunction(() => /** @type {any} */ (window).waits.length === 1);
    answer = 503;
    for (let i = 0; i < 5; ++i) await turn(page, 2 + i);
    await page.evaluate(() => { Object.assign(/** @type {any} */ (document.querySelector("article-viewer")), { theme: "dark", words: { retry: "Again" } }); });
    answer = 200;
    version = 2;
    await turn(page, 7);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).waits), [20, 40, 80, 160, 160, 160, 20]);
    assert.ok((await textOf(page)).includes("Most read 2"));
    assert.equal((await eventsOf(page, "article-error")).length, 0);
  }, { script });
});

test("what comes from another place after a redirect leads to where it would be read there", async () => {
  serve();
  let moved = 0;
  const url = "stories/tide.html";
  const [first, second] = [1, 2].map((number) => {
    const document = documentOf(number);
    document.rankings.tabs[0].items[0].url = url;
    document.rankings.selected = document.rankings.tabs[0].id;
    return document;
  });
  held.server.route("/demo/live.json", { body: JSON.stringify(first) });
  held.server.route("/elsewhere/live.json", { body: JSON.stringify(second) });
  await withPage(held, held.server.page('<article-viewer src="/demo/live.json" refresh="20"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await page.waitForFunction(() => /** @type {any} */ (window).waits.length === 1);
    const hrefs = () => page.evaluate(() => [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("a") ?? []]
      .map(({ href }) => href).filter((href) => href.endsWith("tide.html")));
    assert.deepEqual(await hrefs(), [`${held.server.origin}/demo/${url}`]);
    held.server.route("/demo/live.json", (_, response) => {
      moved += 1;
      asked.push("");
      response.writeHead(302, { Location: "/elsewhere/live.json" }).end();
    });
    await turn(page, 1);
    const there = `${held.server.origin}/elsewhere/${url}`;
    assert.deepEqual(await hrefs(), [there]);
    assert.ok((await textOf(page)).includes("Most read 2"));
    const before = await page.evaluate(() => Object.assign(window, { written: document.querySelector("article-viewer")?.shadowRoot?.textContent }).written);
    await turn(page, 2);
    assert.deepEqual([moved, await hrefs(), await textOf(page)], [2, [there], before], "and stays so");
  }, { script });
});

test("out of sight nothing is fetched until it is seen again", async () => {
  serve();
  const url = held.server.page('<article-viewer src="/demo/live.json" refresh="20"></article-viewer><div id="behind"></div>', { css: "#behind { height: 9000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await page.waitForFunction(() => /** @type {any} */ (window).waits.length === 1);
    await page.evaluate(async () => {
      scrollTo(0, document.documentElement.scrollHeight);
      for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
      /** @type {any} */ (window).turn();
    });
    await settle(page);
    assert.equal(asked.length, 1);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => /** @type {any} */ (window).waits.length === 2);
    assert.equal(asked.length, 2);
    await page.evaluate(() => document.querySelector("article-viewer")?.removeAttribute("refresh"));
    await settle(page);
    await page.evaluate(() => /** @type {any} */ (window).turn());
    await settle(page);
    assert.equal(asked.length, 2, "without the attribute never");
  }, { script });
});
