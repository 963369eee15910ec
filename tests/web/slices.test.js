// What is seen and a screen more first, the rest in slices: nothing that is seen moves, and nothing is missing at the end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const paragraphs = 1200;

/** Of which some are a line longer or shorter than anybody would guess. */
const body = JSON.stringify({ version: 1, language: "en", article: {
  headline: "A long night",
  body: Array.from({ length: paragraphs }, (_, i) => ({ type: "paragraph",
    text: `${i + 1}. ${"The night tram that lends books runs along the river until the morning comes. ".repeat(1 + i % 5)}` })),
} });

/** @param {string} attributes @param {{before?: string, after?: string, css?: string}} [around] */
function long(attributes = "", { before = "", after = "", css = "" } = {}) {
  held.server.route("/long.json", { body });
  return held.server.page(`${before}<article-viewer src="/long.json" ${attributes}></article-viewer>${after}`, { css });
}

/** What there is when it is ready. */
const atFirst = `addEventListener("article-load", ({ target }) => {
  window.first = { nodes: target.shadowRoot.querySelectorAll(".node").length, height: target.offsetHeight };
});`;

/** Goes somewhere as soon as the article is told of, and watches what is seen there. */
const watching = (/** @type {string} */ go, /** @type {string} */ pick) => `
  window.watched = { tops: [], scrolled: [], scrolls: 0 };
  const { scrollBy } = Element.prototype;
  Element.prototype.scrollBy = function (...rest) {
    watched.scrolls += 1;
    return scrollBy.apply(this, rest);
  };
  addEventListener("article-load", () => {
    const viewer = document.querySelector("article-viewer");
    (${go})(viewer);
    let frame = 0;
    let element = null;
    let done = false;
    const look = () => {
      // What was jumped to is there after a frame or two.
      if (++frame === 4) element = (${pick})(viewer);
      if (element) watched.tops.push(element.getBoundingClientRect().top);
      if (!done) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    viewer.updateComplete.then(() => { done = true; });
  });`;
const firstSeen = `(viewer) => [...viewer.shadowRoot.querySelectorAll("p.node")].find((p) => p.getBoundingClientRect().top > 100)`;

/** @param {import("playwright-core").Page} page */
async function assertHeld(page) {
  await waitUntilComplete(page);
  const { tops, scrolls } = await page.evaluate(() => /** @type {any} */ (window).watched);
  assert.ok(tops.length > 3, `${tops.length} frames`);
  const moved = Math.max(...tops) - Math.min(...tops);
  assert.ok(moved <= 1, `it moved by ${moved} px in ${tops.length} frames`);
  return scrolls;
}

test("what is in view stays there while what stands above it is laid out", async () => {
  await withPage(held, long(), async (page) => {
    assert.ok(await assertHeld(page) > 0, "the scroller was moved");
    assert.ok(await page.evaluate(() => scrollY) > 40000);
  }, { script: watching("() => scrollTo(0, 90000)", firstSeen) });
});

test("so it does in a box of the page that scrolls, and in its own", async () => {
  for (const url of [
    long("", { before: '<div id="box">', after: "</div>", css: "#box { height: 700px; overflow: auto }" }),
    long('id="box"', { css: "#box { height: 700px }" }),
  ])
    await withPage(held, url, async (page) => {
      assert.ok(await assertHeld(page) > 0, "the scroller was moved");
    }, { script: watching('() => document.querySelector("#box").scrollTo(0, 90000)', firstSeen) });
});

test("what follows the widget stays where it is seen", async () => {
  await withPage(held, long("", { after: '<p id="after">After</p>', css: "body { padding-bottom: 2000px }" }), async (page) => {
    await assertHeld(page);
  }, { script: watching('() => document.querySelector("#after").scrollIntoView({ block: "center" })', '() => document.querySelector("#after")') });
});

test("out of sight it is ready with its height estimated, and grows there too", async () => {
  const url = long('loading="eager"', { css: "article-viewer { margin-top: 5000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const { nodes, height } = await page.evaluate(() => /** @type {any} */ (window).first);
    const [all, whole] = await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      return [viewer.shadowRoot.querySelectorAll(".node").length, viewer.offsetHeight];
    });
    assert.ok(nodes < 100, `${nodes} elements`);
    assert.ok(all > paragraphs, `${all} elements`);
    assert.ok(Math.abs(height / whole - 1) < 0.2, `${height}, then ${whole}`);
    const sizes = await eventsOf(page, "article-resize");
    assert.deepEqual([sizes.length, sizes[1]?.detail.height], [2, whole], "told at first and when it is whole");
  }, { script: atFirst });
});

for (const view of ["canvas", "plain"])
  test(`as ${view} it is shown by its first screens, and grows`, async () => {
    await withPage(held, long(`view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      const first = await page.evaluate(() => /** @type {any} */ (window).first);
      const last = await page.evaluate(() =>
        document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer article")?.lastElementChild?.textContent);
      assert.ok(first.nodes < 200, `${first.nodes} elements at first`);
      assert.ok(String(last).startsWith(`${paragraphs}. `), String(last));
    }, { script: atFirst });
  });

test("it grows by timers in a page that is not shown", async () => {
  await withPage(held, long(), async (page) => {
    const count = await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.updateComplete;
      return viewer.shadowRoot.querySelectorAll("p.node").length;
    });
    assert.equal(count, paragraphs);
  }, { script: `
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    window.requestAnimationFrame = () => 1;` });
});

test("tabs and photos that are not laid out yet can be asked for", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const events = await eventsOf(page);
    assert.deepEqual(events.filter(({ type }) => type === "article-tab").map(({ detail }) => detail),
      [{ part: "rankings", id: "week", cause: "script" }]);
    assert.equal(events.find(({ type }) => type === "article-photo")?.detail.index, 2);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).slides), 0, "there was no slide then");
    await settle(page);
    await page.getByRole("tab", { selected: true }).first().scrollIntoViewIfNeeded();
    assert.match(String(await page.getByRole("tab", { selected: true }).first().textContent()), /week/i);
  }, { script: `addEventListener("article-load", ({ target }) => {
    window.slides = target.shadowRoot.querySelectorAll(".slide").length;
    void target.selectTab("week");
    void target.showPhoto(2);
  });` });
});

test("before print all of it is there at once", async () => {
  await withPage(held, long(), async (page) => {
    await waitUntilComplete(page);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).counts.map((/** @type {number} */ n) => n > 1000)), [false, true]);
  }, { script: `addEventListener("article-load", ({ target }) => {
    const count = () => target.shadowRoot.querySelectorAll("p.node").length;
    setTimeout(() => {
      window.counts = [count()];
      dispatchEvent(new Event("beforeprint"));
      window.counts.push(count());
    });
  });` });
});

test("a text far from the reader is one text node, and has its lines when it comes near", async () => {
  await withPage(held, long(), async (page) => {
    await waitUntilComplete(page);
    const describe = () => page.evaluate(() => {
      const all = [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.node") ?? []];
      return [all[0], all[800]].map((p) => [p.childElementCount > 0, p.childNodes.length === 1, p.textContent]);
    });
    const before = await describe();
    assert.deepEqual(before.map(([lines, one]) => [lines, one]), [[true, false], [false, true]]);
    await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.node")[800].scrollIntoView());
    await frames(page, 4);
    const after = await describe();
    assert.deepEqual(after.map(([lines]) => lines), [true, true], "and keeps them");
    assert.deepEqual(after.map(([, , text]) => text), before.map(([, , text]) => text));
  });
});

test("a link keeps focus when its text comes near", async () => {
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const focused = () => page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      return [root?.activeElement?.textContent, root?.activeElement?.closest(".far") !== null];
    });
    await page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      const link = /** @type {HTMLElement} */ (root?.querySelector(".far a[href]"));
      link.focus();
    });
    const [name] = await focused();
    await settle(page);
    assert.deepEqual(await focused(), [name, false]);
  });
});
