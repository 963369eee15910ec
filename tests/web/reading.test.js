// Selection, copying, find and text fragments: the canvas as a document.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const url = (name = "zh-hans", attributes = "", css = "") => held.server.page(
  `<p id="before">Before</p><article-viewer src="/demo/${name}.json" loading="eager" ${attributes}></article-viewer><p id="after">After</p>`,
  { lang: name, css });

/** @param {import("playwright-core").Page} page */
const selected = (page) => page.evaluate(() => {
  const selection = /** @type {any} */ (getSelection());
  return String(selection);
});

/** Where a stretch of an element's text is drawn. @param {import("playwright-core").Page} page @param {number} paragraph @param {number} begin @param {number} end */
const placeOf = (page, paragraph, begin, end) => page.evaluate(([number, from, to]) => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const element = root.querySelectorAll(".layer p.as-body")[number];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (from < at + length) {
      const range = document.createRange();
      range.setStart(node, from - at);
      range.setEnd(node, Math.min(length, to - at));
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2, left, right };
    }
    at += length;
  }
  throw new Error("no such text");
}, [paragraph, begin, end]);
/** @param {import("playwright-core").Page} page @param {number} paragraph */
const textOf = (page, paragraph) => page.evaluate((number) => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  return root.querySelectorAll(".layer p.as-body")[number].textContent ?? "";
}, paragraph);

test("a double click selects a word, a triple click the paragraph, Shift and arrows go on", async () => {
  await withPage(held, url("en"), async (page) => {
    await waitUntilComplete(page);
    const text = await textOf(page, 0);
    const word = /** @type {RegExpExecArray} */ (/\b[a-z]{6,}\b/.exec(text));
    const { x, y } = await placeOf(page, 0, word.index + 2, word.index + 3);
    await page.mouse.dblclick(x, y);
    assert.equal((await selected(page)).trim(), word[0]);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    assert.ok((await selected(page)).length > word[0].length, "the selection grew by key");
    await page.mouse.click(x, y, { clickCount: 3 });
    assert.equal((await selected(page)).trim(), text.trim());
  }, { viewport: { width: 600, height: 3000 } });
});

test("select all inside copies the document's text, each thing once, paragraphs apart", async () => {
  await withPage(held, url("zh-hans"), async (page) => {
    await waitUntilComplete(page);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // A press puts the selection into the article; select all then takes all of it.
    const { x, y } = await placeOf(page, 0, 3, 4);
    await page.mouse.click(x, y, { clickCount: 2 });
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split("\n").map((line) => line.trim()).filter(Boolean);
    for (const number of [0, 1, 5]) {
      const paragraph = (await textOf(page, number)).trim();
      assert.equal(lines.filter((line) => line === paragraph).length, 1, paragraph);
    }
    assert.ok(!lines.some((line) => /^\d+ \/ \d+/.test(line)), "no position of the carousel");
    assert.ok(!lines.includes("After"), "nothing of the page");
  }, { viewport: { width: 600, height: 3000 } });
});

test("what is selected is seen, in light and dark", async () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await withPage(held, url("en"), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      const { x, y } = await placeOf(page, 0, 0, 1);
      const clip = { x: Math.round(x) - 2, y: Math.round(y) - 12, width: 60, height: 24 };
      const before = await page.screenshot({ clip });
      await page.mouse.click(x, y, { clickCount: 3 });
      const after = await page.screenshot({ clip });
      assert.ok(!before.equals(after), "the selection is painted");
      const background = await page.evaluate(() => getComputedStyle(
        /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer p .piece")), "::selection").backgroundColor);
      assert.match(background, /[/,] 0?\.\d+\)$/, "the drawn text shows through");
    }, { viewport: { width: 600, height: 3000 }, colorScheme });
  }
});

for (const [how, css] of [["of its natural height", ""], ["that scrolls inside", "article-viewer { height: 500px }"]]) {
  test(`find reaches words across a drawn line end, in a widget ${how}`, async () => {
    await withPage(held, url("zh-hans", "", css), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      const words = await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        const texts = viewer[Symbol.for("article-viewer.internals")].texts();
        const { node } = texts.filter((/** @type {any} */ { node, element }) =>
          node.lines.length > 4 && element.localName === "p" && node.look === "body").at(-1);
        const at = node.lines[2].begin;
        return node.text.slice(at - 6, at + 6);
      });
      assert.ok(await page.evaluate((text) => /** @type {any} */ (window).find(text), words), words);
      assert.equal(await selected(page), words);
      // `window.find` scrolls no box that scrolls inside the page; what the browser's own find does is scroll
      // the found text into view.
      const shown = await page.evaluate(async () => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        const anchor = () => /** @type {Element} */ (viewer.shadowRoot.getSelection().anchorNode.parentElement);
        anchor().scrollIntoView({ block: "center" });
        for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
        const { top, bottom } = anchor().getBoundingClientRect();
        while (!anchor().closest(".drawn")) await new Promise(requestAnimationFrame);
        return { scrolled: scrollY + viewer.scrollTop, inView: top >= 0 && bottom <= innerHeight,
          drawn: !!anchor().closest(".drawn")?.querySelector("canvas"), selected: String(viewer.shadowRoot.getSelection()) };
      });
      assert.ok(shown.scrolled > 500, `scrolled by ${shown.scrolled}`);
      assert.deepEqual([shown.inView, shown.drawn], [true, true]);
      assert.equal(shown.selected, words, "its lines are placed under the selection");
    });
  });
}

test("what find is about to show in a hidden slide becomes the current one", async () => {
  await withPage(held, url("en"), async (page) => {
    await waitUntilComplete(page);
    const caption = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      return root.querySelectorAll(".slide figcaption")[3].textContent ?? "";
    });
    const words = caption.split(/\s+/).slice(0, 4).join(" ");
    // What the browser's find does to `until-found`: it fires `beforematch` on what it is about to show.
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const hidden = /** @type {Element} */ (root.querySelectorAll(".slide")[3].parentElement);
      if (hidden.getAttribute("hidden") !== "until-found") throw new Error("it can't be found");
      hidden.dispatchEvent(new Event("beforematch", { bubbles: true }));
    });
    assert.equal((await waitForEvent(page, "article-photo")).detail.index, 3);
    await settle(page);
    assert.ok(await page.evaluate((text) => /** @type {any} */ (window).find(text), words), words);
  });
});

