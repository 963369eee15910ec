import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, inside, pixels, settle, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

test("an idle page draws nothing", async () => {
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    const { asked, before } = await page.evaluate(async (key) => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const drawn = viewer[Symbol.for(key)].framesDrawn;
      let requests = 0;
      const real = window.requestAnimationFrame;
      for (let i = 0; i < 60; ++i) await new Promise((done) => real(done));
      window.requestAnimationFrame = (callback) => { requests += 1; return real(callback); };
      for (let i = 0; i < 60; ++i) await new Promise((done) => real(done));
      return { asked: requests, before: drawn };
    }, "article-viewer.internals");
    assert.equal(asked, 0, "and asks for no frame");
    assert.equal((await inside(page)).framesDrawn, before);
  });
});

test("what is removed leaves nothing behind, and comes back", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer><article-viewer id="other" src="/demo/ar.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => document.querySelector("#other")?.setAttribute("loading", "eager"));
    await waitUntilComplete(page, "#other");
    await settle(page);
    await page.waitForFunction((key) => {
      const { textures, stats } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(key)];
      return textures > 1 + stats[0];  // a picture beside the atlas
    }, "article-viewer.internals");
    assert.equal((await inside(page, "#other")).stats[5], 2);
    // In one task: the other one comes near then, and has pictures of its own.
    const { before, after, ...left } = await page.evaluate((key) => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const textures = () => /** @type {any} */ (document.querySelector("#other"))[Symbol.for(key)].textures;
      const had = textures();
      viewer.remove();
      return { before: had, after: textures(), state: viewer.state,
        children: viewer.shadowRoot.querySelectorAll(".view, canvas, img").length };
    }, "article-viewer.internals");
    assert.deepEqual(left, { state: "empty", children: 0 });
    assert.equal((await inside(page, "#other")).stats[5], 1, "its viewer is gone");
    assert.ok(after < before, `and its pictures: ${after} of ${before}`);
    for (let i = 0; i < 5; ++i)
      await page.evaluate(() => {
        const viewer = document.createElement("article-viewer");
        viewer.setAttribute("src", "/demo/en.json");
        document.body.prepend(viewer);
        viewer.remove();
      });
    await frames(page);
    assert.equal((await inside(page, "#other")).stats[5], 1);
    await page.evaluate(() => {
      const viewer = document.createElement("article-viewer");
      viewer.setAttribute("src", "/demo/en.json");
      viewer.id = "back";
      document.body.prepend(viewer);
    });
    await waitForState(page, "ready", "#back");
  });
});

test("several widgets draw with one context", async () => {
  const names = ["zh-hans", "zh-hant", "en", "ar", "en", "zh-hans"];
  const url = held.server.page(names.map((name, i) => `<article-viewer id="v${i}" src="/demo/${name}.json" loading="eager" parts="card"></article-viewer>`).join(""),
    { css: "body { display: grid; grid-template-columns: repeat(3, 1fr) } article-viewer { height: 400px }" });
  await withPage(held, url, async (page) => {
    for (let i = 0; i < names.length; ++i) await waitForState(page, "ready", `#v${i}`);
    await settle(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).contexts), 1);
    for (let i = 0; i < names.length; ++i) {
      const box = await page.locator(`#v${i}`).boundingBox();
      assert.ok(box);
      const { data } = await pixels(page, { ...box, height: 200 });
      assert.ok(new Set(data).size > 30, `widget ${i} is drawn`);
    }
  }, { viewport: { width: 1200, height: 820 }, script: `window.contexts = 0;
    for (const type of [HTMLCanvasElement, OffscreenCanvas])
      type.prototype.getContext = new Proxy(type.prototype.getContext, { apply: (target, self, args) => {
        const context = Reflect.apply(target, self, args);
        if (args[0] === "webgl2" && context && !self.counted) { self.counted = true; window.contexts += 1; }
        return context;
      } });` });
});

test("many widgets come one a task: what stands first is drawn before the last is made", async () => {
  const count = 12;
  const url = held.server.page(Array.from({ length: count }, (_, i) =>
    `<article-viewer id="v${i}" src="/demo/en.json?${i}" loading="eager"></article-viewer>`).join(""));
  await withPage(held, url, async (page) => {
    for (let i = 0; i < count; ++i) await waitForState(page, "ready", `#v${i}`);
    const { loads, drawn } = await page.evaluate(() => {
      const { loads, drawn } = /** @type {any} */ (window);
      return { loads, drawn };
    });
    assert.equal(loads.length, count);
    const tasks = new Set(loads.map((/** @type {any} */ { task }) => task)).size;
    assert.ok(tasks > count / 2, `${tasks} tasks`);  // a message may come after the next timer
    assert.ok(drawn >= 0 && drawn < loads.at(-1).time, "the first is drawn before the last is loaded");
  }, { script: `window.loads = []; window.drawn = -1;
    let task = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { task += 1; };
    addEventListener("article-load", ({ target }) => {
      window.loads.push({ id: target.id, time: performance.now(), task });
      port2.postMessage(0);
      if (window.loads.length === 1) requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); }));
    });` });
});

test("a document is shown as an object, and the later of it and src wins", async () => {
  const url = held.server.page("<article-viewer></article-viewer>");
  await withPage(held, url, async (page) => {
    await page.waitForFunction(() => customElements.get("article-viewer"));
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).state), "empty");
    await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      viewer.document = { version: 1, language: "en", article: { headline: "From an object", kicker: 7 } };
    });
    const first = await waitForEvent(page, "article-load");
    assert.equal(first.detail.headline, "From an object");
    assert.equal(first.detail.problems.length, 1);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).problems), first.detail.problems);
    await page.evaluate(() => document.querySelector("article-viewer")?.setAttribute("src", "/demo/en.json"));
    const second = await waitForEvent(page, "article-load", 2);
    assert.equal(second.detail.headline, "The night tram that lends books");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
    await waitForEvent(page, "article-load", 3);
  });
});

test("properties that were set before the element was defined count", async () => {
  const url = held.server.page("<article-viewer></article-viewer>");
  await withPage(held, url, async (page) => {
    const { detail } = await waitForEvent(page, "article-load");
    assert.equal(detail.headline, "Early");
  }, { script: `document.addEventListener("readystatechange", () => {
    const viewer = document.querySelector("article-viewer");
    if (viewer && !viewer.document) viewer.document = { version: 1, article: { headline: "Early" } };
  });` });
});

test("lazy waits until it is near", async () => {
  const url = held.server.page('<div id="above"></div><article-viewer src="/demo/en.json"></article-viewer>', { css: "#above { height: 6000px }" });
  await withPage(held, url, async (page) => {
    await page.waitForFunction(() => customElements.get("article-viewer"));
    await frames(page, 10);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).state), "empty");
    await page.evaluate(() => scrollTo(0, 5200));
    await waitForState(page, "ready");
  });
});

test("loading is shown within a frame, over at least 20rem", async () => {
  held.server.route("/never.json", () => {});
  const url = held.server.page('<article-viewer src="/never.json" loading="eager"></article-viewer>', { lang: "zh-CN" });
  await withPage(held, url, async (page) => {
    await waitForState(page, "loading");
    await frames(page, 1);
    assert.match(await page.getByRole("status").innerText(), /正在加载/);
    const box = await page.locator("article-viewer").boundingBox();
    assert.ok(box && box.height >= 320);
  });
});

test("toBlob gives the drawn article", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" parts="card"></article-viewer>');
  await withPage(held, url, async (page) => {
    assert.match(await page.evaluate(async () => {
      await customElements.whenDefined("article-viewer");
      try {
        await /** @type {any} */ (document.createElement("article-viewer")).toBlob();
        return "";
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    }), /InvalidStateError/);
    await waitForState(page, "ready");
    const size = await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const blob = await viewer.toBlob();
      const bitmap = await createImageBitmap(blob);
      return { type: blob.type, width: bitmap.width, height: bitmap.height, content: viewer.offsetHeight };
    });
    assert.equal(size.type, "image/png");
    assert.equal(size.width, 390);
    assert.ok(Math.abs(size.height - size.content) <= 1);
  });
});

test("a widget that is moved shows its article at its new place", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" parts="card"></article-viewer><section id="there"></section>', { css: "#there { width: 300px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => document.querySelector("#there")?.append(/** @type {Element} */ (document.querySelector("article-viewer"))));
    await waitForEvent(page, "article-load", 2);
    await settle(page);
    assert.equal(await page.locator("article-viewer .content").evaluate((content) => content.getBoundingClientRect().width), 300);
    assert.ok((await inside(page)).blocks.some((/** @type {any} */ { canvases }) => canvases.length), "it is drawn");
    assert.equal((await inside(page)).stats[5], 1, "one viewer");
  });
});

test("a widget that goes to another document and back is shown there and here", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" parts="card"></article-viewer><iframe id="other" title="Other"></iframe>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const there = await page.evaluate(async () => {
      const widget = /** @type {any} */ (document.querySelector("article-viewer"));
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#other"));
      const body = /** @type {HTMLElement} */ (frame.contentDocument?.body);
      const shown = new Promise((done) => widget.addEventListener("article-load", done, { once: true }));
      body.append(widget);
      await shown;
      const layer = widget.shadowRoot.querySelector(".layer");
      return { state: widget.state, position: getComputedStyle(layer).position, ink: getComputedStyle(layer.querySelector("p")).color };
    });
    assert.deepEqual(there, { state: "ready", position: "absolute", ink: "rgb(80, 84, 89)" }, "with its style, by its layer");
    await page.evaluate(() => document.body.prepend(/** @type {any} */ (document.querySelector("iframe"))?.contentDocument.querySelector("article-viewer")));
    await waitUntilComplete(page);
    await settle(page);
    assert.equal((await inside(page)).stats[5], 1);
  });
});

test("of several changes of src while it loads the last is shown, the others are given up", async () => {
  let aborted = 0;
  held.server.route("/slow.json", (request) => request.on("close", () => { aborted += 1; }));
  const url = held.server.page('<article-viewer src="/slow.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "loading");
    for (const src of ["/slow.json?2", "/demo/en.json", "/slow.json?3", "/demo/zh-hant.json"])
      await page.evaluate((value) => document.querySelector("article-viewer")?.setAttribute("src", value), src);
    const { detail } = await waitForEvent(page, "article-load");
    await settle(page);
    assert.equal((await eventsOf(page, "article-load")).length, 1);
    assert.equal(detail.headline, await page.getByRole("article").getByRole("heading").first().textContent());
    assert.equal(await page.locator("article-viewer .layer").getAttribute("lang"), "zh-Hant-TW");
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    assert.ok(aborted >= 1, `${aborted} slow requests were ended`);
  });
});
