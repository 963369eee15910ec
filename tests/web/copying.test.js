// What is copied of an article: its structure and its text, in the page's own looks where it is pasted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** @typedef {import("playwright-core").Page} Page */

const held = useBrowser();
const views = ["canvas", "plain"];
const paragraph = "The ferry had left before the fog came in, and nobody on the pier could tell the harbour from the sea any more. ".repeat(3).trim();
const article = {
  version: 1, language: "en",
  article: {
    headline: "A headline & more", url: "/here",
    body: [
      { type: "paragraph", text: [{ text: "Before " }, { text: "the link", url: "/linked?a=1&b=2" }, { text: " and " }, { text: "loud", strong: true },
        { text: " <words>." }] },
      { type: "paragraph", text: paragraph },
      { type: "heading", text: "A part" },
      { type: "list", items: ["One", "Two"] },
      { type: "quote", text: "Said." },
      ...Array.from({ length: 40 }, (_, i) => ({ type: "paragraph", text: `${i}. ${paragraph}` })),
      { type: "paragraph", text: "The very last." },
    ],
  },
  gallery: { photos: [{ src: "/demo/photos/tram-800.jpg", width: 800, height: 450, caption: "The first caption" }, { src: "/demo/photos/tram-800.jpg", width: 800, height: 450, caption: "The second caption" }] },
};
const pasteInto = '<div id="pasted" contenteditable="true" role="textbox" aria-label="Pasted"></div>';

/** @param {string} view @param {(page: Page) => Promise<void>} body @param {string} [before] markup */
function withArticle(view, body, before = "") {
  held.server.route("/copied.json", { body: JSON.stringify(article) });
  const page = held.server.page(`${before}<article-viewer src="/copied.json" loading="eager" view="${view}"></article-viewer>${pasteInto}`, { lang: "en" });
  return withPage(held, page, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await body(page);
  });
}

/** Selects from the beginning of one text to the end of another. @param {Page} page @param {string} from @param {string} to */
const select = (page, from, to) => page.evaluate(([first, last]) => {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const texts = (/** @type {string} */ wanted) => {
    const block = /** @type {Element} */ ([...shadow.querySelectorAll("p, h1, h2, h3, li")].find(({ textContent }) => textContent === wanted));
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
    return found;
  };
  const [start, end] = [texts(first)[0], /** @type {Text} */ (texts(last).at(-1))];
  getSelection()?.setBaseAndExtent(start, 0, end, end.length);
}, [from, to]);

/** @param {Page} page @returns {Promise<{html: string, text: string, pasted: string, colours: string[]}>} */
async function copy(page) {
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("article-viewer-selecting.js")));
  await page.evaluate(() => document.addEventListener("paste", (event) => {
    /** @type {any} */ (window).data = { html: event.clipboardData?.getData("text/html"), text: event.clipboardData?.getData("text/plain") };
  }, { once: true }));
  await page.keyboard.press("Control+c");
  await page.locator("#pasted").focus();
  await page.keyboard.press("Control+v");
  return page.evaluate(() => {
    const pasted = /** @type {HTMLElement} */ (document.querySelector("#pasted"));
    return { .../** @type {any} */ (window).data, pasted: pasted.innerHTML,
      colours: [...new Set([pasted, ...pasted.querySelectorAll("*")].map((one) => getComputedStyle(one).color))] };
  });
}

for (const view of views) {
  test(`${view}: a paragraph with a link and emphasis is copied as such`, () => withArticle(view, async (page) => {
    await select(page, "Before the link and loud <words>.", paragraph);
    const { html, text, pasted, colours } = await copy(page);
    const link = new URL("/linked?a=1&b=2", page.url()).href.replace("&", "&#38;");
    assert.equal(html.replace(/^<meta[^>]*>/, ""), `<p>Before <a href="${link}">the link</a> and <strong>loud</strong> &#60;words&#62;.</p><p>${paragraph}</p>`);
    assert.equal(text, `Before the link and loud <words>.\n\n${paragraph}`);
    assert.ok(!/style=|span/.test(pasted.replace(/ style="[^"]*"/, "")), pasted);
    assert.ok(colours.every((colour) => !colour.includes("rgba(0, 0, 0, 0)")), String(colours));
  }));

  test(`${view}: from the headline to the last paragraph, what is far too, is copied in order`, () => withArticle(view, async (page) => {
    await select(page, "A headline & more", "The very last.");
    const { html, text } = await copy(page);
    assert.match(html, /<h2><a href="[^"]*">A headline &#38; more<\/a><\/h2>.*<h3>A part<\/h3><ul><li>One<\/li><li>Two<\/li><\/ul><blockquote>(<p>)?Said\./s);
    assert.deepEqual(text.split("\n\n").slice(0, 7), ["A headline & more", "Before the link and loud <words>.", paragraph, "A part", "One\nTwo", "Said.", `0. ${paragraph}`]);
    assert.ok(text.endsWith(`39. ${paragraph}\n\nThe very last.`), text.slice(-60));
    assert.ok(!/style=|class=|rgba|<span|<wbr|<canvas|aria-/.test(html));
  }));

  test(`${view}: a few words of a paragraph are words`, () => withArticle(view, async (page) => {
    await page.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const strong = /** @type {Element} */ (shadow.querySelector("strong"));
      const walker = document.createTreeWalker(strong, NodeFilter.SHOW_TEXT);
      const text = /** @type {Text} */ (walker.nextNode());
      getSelection()?.setBaseAndExtent(text, 1, text, 3);
    });
    const { html, text } = await copy(page);
    assert.equal(text, "ou");
    assert.equal(html.replace(/^<meta[^>]*>/, ""), "<p><strong>ou</strong></p>");
  }));

  test(`${view}: all of the page is copied, the article in its place`, () => withArticle(view, async (page) => {
    await page.locator("#before").click();
    await page.keyboard.press("Control+a");
    const { html, text } = await copy(page);
    assert.ok(text.startsWith("Above\n\n"), text.slice(0, 80));
    assert.ok(text.indexOf("A headline & more") < text.indexOf("The very last."));
    assert.match(text, /The first caption/);
    assert.ok(!text.includes("The second caption"), "what is hidden is not copied");
    assert.ok(!/style=|class=|rgba|<span|<wbr|<canvas|aria-/.test(html), html.slice(0, 400));
  }, '<p id="before">Above</p>'));
}

test("text of the page's own fields is the browser's to copy", () => withArticle("canvas", async (page) => {
  await select(page, paragraph, paragraph);
  await page.locator("#own").focus();
  await page.keyboard.press("Control+a");
  assert.equal((await copy(page)).text, "typed");
}, '<input id="own" value="typed" aria-label="Own">'));
