import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, settle, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const sample = await readFile(path.join(root, "assets/en.json"));

/** @param {import("playwright-core").Page} page */
const reload = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());

/** `again`: a retry may help. @type {{name: string, reason: string, says: RegExp, again?: boolean, answer: import("./support/server.js").Handler}[]} */
const ways = [
  { name: "404", reason: "http", says: /404/, answer: (_, response) => response.writeHead(404).end("no") },
  { name: "500", reason: "http", says: /500/, again: true, answer: (_, response) => response.writeHead(500).end("no") },
  { name: "429", reason: "http", says: /429/, again: true, answer: (_, response) => response.writeHead(429).end("no") },
  { name: "a refused connection", reason: "network", says: /can't be reached/, again: true, answer: (request) => request.socket.destroy() },
  { name: "a connection cut in the middle", reason: "network", says: /broke/, again: true, answer: (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": String(sample.length) });
    response.write(sample.subarray(0, 2000));
    setImmediate(() => response.destroy());
  } },
  { name: "HTML instead of JSON", reason: "json", says: /HTML, not with JSON/, answer: (_, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><p>Sign in</p>") },
  { name: "HTML that says it is JSON", reason: "json", says: /HTML, not with JSON/, answer: (_, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end("\n <!doctype html><p>Sign in</p>") },
  { name: "truncated JSON", reason: "json", says: /line \d+/, answer: (_, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(sample.subarray(0, 5000)) },
  { name: "an empty file", reason: "json", says: /./, answer: (_, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end() },
  { name: "JSON that is no document", reason: "document", says: /./, answer: (_, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"hello": 1}') },
];

for (const { name, reason, says, again = false, answer } of ways) {
  test(`${name}: the page says so, and ${again ? "Retry" : "loading it again"} shows the article`, async () => {
    held.server.route("/demo/broken.json", answer);
    const url = held.server.page('<article-viewer src="/demo/broken.json"><p>Fallback</p></article-viewer>');
    await withPage(held, url, async (page) => {
      const error = await waitForEvent(page, "article-error");
      assert.equal(error.state, "failed");
      assert.equal(error.detail.reason, reason);
      assert.match(error.detail.message, says);
      const status = page.getByRole("status");
      await status.getByText("The article can't be loaded").waitFor();
      assert.equal((await status.innerText()).replace(/\s*Retry$/, ""), "The article can't be loaded", "the page's words");
      assert.equal(await page.getByRole("button", { name: "Retry" }).count(), again ? 1 : 0);
      assert.ok(await page.getByText("Fallback").isVisible(), "the fallback content stays");
      held.server.route("/demo/broken.json", { body: sample });
      if (again) await page.getByRole("button", { name: "Retry" }).click();
      else await reload(page);
      await waitForEvent(page, "article-load");
      assert.ok(!(await page.getByText("Fallback").isVisible()), "and goes when the article is there");
      assert.equal(await page.getByRole("button", { name: "Retry" }).count(), 0);
    });
  });
}

test("coming online tries again, and who made the page is told once", async () => {
  held.server.route("/demo/broken.json", (request) => request.socket.destroy());
  const url = held.server.page('<article-viewer src="/demo/broken.json"></article-viewer>');
  /** @type {string[]} */
  const warnings = [];
  await withPage(held, url, async (page) => {
    page.on("console", (message) => { if (message.type() === "warning") warnings.push(message.text()); });
    await waitForState(page, "failed");
    for (let i = 0; i < 2; ++i) await assert.rejects(reload(page), /can't be reached/, "who asked for it is told each time");
    await page.evaluate(() => { console.warn("the page's own"); });
    assert.ok(warnings.filter((text) => text.includes("can't be reached")).length <= 1, warnings.join("\n"));
    held.server.route("/demo/broken.json", { body: sample });
    await page.evaluate(() => { dispatchEvent(new Event("online")); });
    await waitForEvent(page, "article-load");
  });
});

test("an answer that does not come is given up", async () => {
  held.server.route("/demo/silent.json", () => {});
  const url = held.server.page('<article-viewer src="/demo/silent.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    const { detail } = await waitForEvent(page, "article-error");
    assert.equal(detail.reason, "network");
    await page.getByRole("button", { name: "Retry" }).waitFor();
  }, { script: `const real = setTimeout;
    window.setTimeout = (call, ms, ...rest) => real(call, ms === 30000 ? 200 : ms, ...rest);` });
});

test("the status speaks the page's language", async () => {
  held.server.route("/none.json", (_, response) => response.writeHead(503).end());
  const url = held.server.page('<article-viewer src="/none.json"></article-viewer>', { lang: "zh-TW" });
  await withPage(held, url, async (page) => {
    await waitForState(page, "failed");
    const status = page.getByRole("status");
    assert.equal(await status.getAttribute("lang"), "zh-Hant");
    assert.match(await status.innerText(), /文章無法載入/);
    assert.equal(await page.getByRole("button", { name: "重試" }).count(), 1);
  });
});

test("a missing picture is said where it would stand, and can be retried", async () => {
  const photo = "/demo/photos/tram-800.jpg";
  for (const name of [400, 800, 1600])
    held.server.route(`/demo/photos/tram-${name}.jpg`, (_, response) => response.writeHead(404).end());
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const retry = page.locator("article-viewer article > figure").first().getByRole("button", { name: "Retry" });
    await retry.waitFor();
    await page.getByText("Photo can't be shown").first().waitFor();
    for (const name of [400, 800, 1600]) held.server.unroute(`/demo/photos/tram-${name}.jpg`);
    await retry.click();
    await retry.waitFor({ state: "detached" });
    await settle(page);
  });
  assert.ok(held.server.asked.some((path) => path.startsWith(photo.slice(0, -7))));
});

test('view="canvas" fails without the core\'s code, and a retry finds it', async () => {
  const files = ["/article-viewer.wasm", "/article-viewer-inline-core.js"];
  for (const file of files) held.server.route(file, (_, response) => response.writeHead(404).end());
  const url = held.server.page('<article-viewer src="/demo/en.json" view="canvas"></article-viewer>');
  await withPage(held, url, async (page) => {
    const error = await waitForEvent(page, "article-error");
    assert.equal(error.detail.reason, "wasm");
    assert.equal(error.state, "failed");
    for (const file of files) held.server.unroute(file);
    await reload(page);
    await waitForEvent(page, "article-load");
  });
});

test("without its module the reason is wasm, and a retry finds it", async () => {
  held.server.route("/article-viewer-widget.js", (_, response) => response.writeHead(503).end());
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    const error = await waitForEvent(page, "article-error");
    assert.equal(error.detail.reason, "wasm");
    held.server.unroute("/article-viewer-widget.js");
    await reload(page);
    await waitForEvent(page, "article-load");
  });
});

const noWebGl = `HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
  apply: (target, self, args) => args[0] === "webgl2" ? null : Reflect.apply(target, self, args) });
OffscreenCanvas.prototype.getContext = new Proxy(OffscreenCanvas.prototype.getContext, {
  apply: (target, self, args) => args[0] === "webgl2" ? null : Reflect.apply(target, self, args) });`;

test("without WebGL 2 the layer shows itself as HTML", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    // The layer is shown first; that nothing can draw is seen when it stands.
    const { detail, state } = await waitForEvent(page, "article-load", 2);
    assert.deepEqual((await eventsOf(page, "article-load")).map((event) => event.detail.view), ["canvas", "plain"]);
    assert.equal(detail.view, "plain");
    assert.equal(state, "ready");
    const [error] = await eventsOf(page, "article-error");
    assert.equal(error.detail.reason, "webgl");
    assert.ok(!(await page.locator("article-viewer canvas").first().isVisible()));
    const heading = page.getByRole("heading", { level: 2 }).first();
    assert.notEqual(await heading.evaluate((element) => getComputedStyle(element).color), "rgba(0, 0, 0, 0)");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling");
    assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.matches(":state(plain)")));
  }, { script: noWebGl });
});

test('view="canvas" fails where there is no WebGL 2', async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" view="canvas">Fallback</article-viewer>');
  await withPage(held, url, async (page) => {
    const error = await waitForEvent(page, "article-error");
    assert.equal(error.detail.reason, "webgl");
    assert.equal(error.state, "failed");
    assert.equal((await eventsOf(page, "article-load")).length, 1, "it was shown before");
    await waitForState(page, "failed");
  }, { script: noWebGl });
});

test("a later widget knows that there is no WebGL 2", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForEvent(page, "article-load", 2);
    await page.evaluate(() => {
      /** @type {any} */ (window).events = [];
      document.body.insertAdjacentHTML("beforeend",
        '<article-viewer id="second" src="/demo/en.json" loading="eager"></article-viewer>');
    });
    assert.equal((await waitForEvent(page, "article-load")).detail.view, "plain");
    assert.equal((await eventsOf(page, "article-error")).length, 1);
    assert.ok(await page.evaluate(() => document.getElementById("second")?.matches(":state(plain)")));
  }, { script: noWebGl });
});

test("a load that was overtaken fires nothing", async () => {
  /** @type {import("node:http").ServerResponse[]} */
  const waiting = [];
  held.server.route("/slow.json", (_, response) => { waiting.push(response); });
  const url = held.server.page('<article-viewer src="/slow.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "loading");
    await page.waitForFunction(() => performance.getEntriesByType("resource").length > 0);
    await page.evaluate(() => document.querySelector("article-viewer")?.setAttribute("src", "/demo/ar.json"));
    const { detail } = await waitForEvent(page, "article-load");
    for (const response of waiting) response.writeHead(200, { "Content-Type": "application/json" }).end("{");
    await settle(page);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    assert.equal((await eventsOf(page, "article-load")).length, 1);
    assert.equal(detail.view, "canvas");
  });
});

test("a picture that may not be read shows itself", async () => {
  const { foreign } = held.server;
  const body = JSON.stringify({ version: 1, language: "en", article: {
    headline: "Elsewhere", lead: { src: `${foreign}/demo/photos/tram-800.jpg`, width: 800, height: 450, alt: "A tram" } } });
  held.server.route("/elsewhere.json", { body });
  held.server.route("/elsewhere.html", (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="module" src="/article-viewer.js"></script><article-viewer src="/elsewhere.json"></article-viewer>`);
  });
  await withPage(held, `${held.server.origin}/elsewhere.html`, async (page) => {
    await waitUntilComplete(page);
    const picture = page.getByRole("img", { name: "A tram" });
    await page.waitForFunction(() =>
      document.querySelector("article-viewer")?.shadowRoot?.querySelector("img.shown"));
    assert.equal(await picture.evaluate((image) => getComputedStyle(image).opacity), "1");
    assert.equal(await page.getByText("Photo can't be shown").count(), 0);
    const icon = await page.locator('article-viewer [data-action="EnlargePhoto"] svg').evaluate((svg) => {
      const { visibility, color } = getComputedStyle(svg);
      return { visibility, color };
    });
    const refused = await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).toBlob()
      .catch((/** @type {DOMException} */ { name, message }) => `${name}: ${message}`));
    assert.match(refused, /^SecurityError: .*tram-800\.jpg/, "a picture without it is none");
    assert.deepEqual(icon, { visibility: "visible", color: "rgb(255, 255, 255)" }, "it can be seen that it enlarges");
  });
});
