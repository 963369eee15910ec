import assert from "node:assert/strict";
import * as esbuild from "esbuild";
import { createRequire } from "node:module";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { pixels, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** What is chosen in the playground: on the article, in the address, in the code that embeds it. */

const jsQR = /** @type {(data: Uint8ClampedArray, width: number, height: number) => {data: string} | null} */ (createRequire(import.meta.url)("jsqr"));
const held = useBrowser();
const beside = { viewport: { width: 1280, height: 800 } };
const harbour = { version: 1, language: "en", article: { headline: "Harbour <b>&amp; quay</b>", body: [{ type: "paragraph", text: "Boats come home." }] } };

/** @typedef {import("playwright-core").Page} Page */

const home = (hash = "") => `${held.server.origin}/${hash}`;

/** What stands on the element. @param {Page | import("playwright-core").Frame} page */
const chosen = (page) => page.evaluate(() => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const attributes = Object.fromEntries([...viewer.attributes].filter(({ name }) => name !== "style" && name !== "src").map(({ name, value }) => [name, value]));
  const style = getComputedStyle(viewer);
  const properties = ["accent", "background", "text", "muted", "line", "link", "font", "headline-font", "font-size", "line-height", "radius", "body-indent"]
    .map((name) => [name, style.getPropertyValue(`--article-viewer-${name}`).trim()]).filter(([, value]) => value);
  return { attributes, properties: Object.fromEntries(properties), words: viewer.words,
    headline: viewer.shadowRoot.querySelector(".layer h1, .layer h2, .layer h3")?.textContent };
});

/** @param {Page} page @param {string} name */
async function open(page, name) {
  if (!await page.locator(`#panel-${name}`).isVisible()) await page.locator(`#tab-${name}`).click();
}

/** Chooses one of everything. @param {Page} page */
async function choose(page) {
  await open(page, "settings");
  await page.getByRole("radiogroup", { name: "theme" }).getByRole("radio", { name: "dark" }).check();
  await page.getByRole("radiogroup", { name: "heading-level" }).getByRole("radio", { name: "3" }).check();
  await page.getByLabel("crossorigin").selectOption("anonymous");
  await page.getByLabel("referrerpolicy").selectOption("same-origin");
  await page.getByLabel("autoplay").fill("7");
  await page.getByRole("button", { name: "gallery: up" }).click();
  await page.getByRole("checkbox", { name: "comments" }).uncheck();
  await page.getByLabel("accent", { exact: true }).fill("rgb(10 120 90)");
  await page.getByLabel("headline-font").fill('Georgia, "Noto Serif", serif');
  await page.getByLabel("font-size", { exact: true }).fill("20px");
  await open(page, "words");
  await page.getByLabel("next", { exact: true }).fill('More "photos" </script>');
}

const all = {
  attributes: { theme: "dark", loading: "eager", parts: "gallery card rankings", "heading-level": "3", autoplay: "7", crossorigin: "anonymous", referrerpolicy: "same-origin", "link-target": "_blank" },
  properties: { accent: "rgb(10 120 90)", "headline-font": 'Georgia, "Noto Serif", serif', "font-size": "20px" },
  words: { next: 'More "photos" </script>' },
};

/** @param {any} found */
const part = ({ attributes, properties, words }) => ({ attributes, properties, words });

test("every control sets what it names, the address holds it all, and a page of that address is the same", async () => {
  await withPage(held, home("#sample=en"), async (page) => {
    await waitUntilComplete(page);
    await choose(page);
    assert.deepEqual(part(await chosen(page)), all);
    await page.waitForFunction(() => location.hash.includes("word.next"));
    await page.reload();
    await waitUntilComplete(page);
    assert.deepEqual(part(await chosen(page)), all);
    assert.equal((await chosen(page)).headline, "The night tram that lends books");
    await open(page, "settings");
    assert.equal(await page.getByLabel("autoplay").inputValue(), "7");
    assert.equal(await page.getByRole("checkbox", { name: "comments" }).isChecked(), false);
    await page.getByRole("button", { name: "Reset all" }).click();
    assert.deepEqual(part(await chosen(page)), { attributes: { loading: "eager", "link-target": "_blank" }, properties: {}, words: all.words });
  }, beside);
});

test("there is a control for every attribute, custom property and word", async () => {
  const { attributes } = await import("../../web/element/attributes.js");
  const { wordRows, propertyControls } = await import("../../web/demo/controls.js");
  await withPage(held, home(), async (page) => {
    await open(page, "settings");
    const names = await page.locator("#attributes .what code").allTextContents();
    assert.deepEqual(names, attributes.map(({ name }) => name).filter((name) => name !== "src"));
    assert.deepEqual(await page.locator("#properties .what code").allTextContents(), propertyControls.map(({ name }) => name));
    await open(page, "words");
    assert.deepEqual(await page.locator("#words code").allTextContents(), wordRows.map(([key]) => key));
  }, beside);
});

test("a value that is none is not set, and the field says what was expected", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await open(page, "settings");
    const field = page.getByLabel("accent", { exact: true });
    await field.fill("#12345");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.match(await page.locator("#property-accent-fault").textContent() ?? "", /found #12345, expected a color/);
    await field.fill("#123456");
    assert.equal(await field.getAttribute("aria-invalid"), null);
    assert.equal((await chosen(page)).properties.accent, "#123456");
  }, beside);
});

test("themes and languages of the gallery are chosen as cards", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await page.getByRole("radio", { name: "Night desk" }).check();
    assert.equal((await chosen(page)).attributes.theme, "dark");
    assert.equal((await chosen(page)).properties.background, "#10151c");
    await page.getByRole("radio", { name: "العربية", exact: true }).check();
    await page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector('.layer[lang="ar"][dir="rtl"]'));
    await page.getByRole("radio", { name: "日本語" }).check();
    await page.locator("article-viewer").getByRole("button", { name: "次の写真" }).waitFor({ state: "attached" });
    await page.getByRole("radio", { name: "House" }).check();
    assert.deepEqual(await chosen(page).then(({ properties }) => properties), {});
  }, beside);
});

test("a typed document is in the address, and in the frame's", async () => {
  await withPage(held, home("#theme=light"), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, JSON.stringify(harbour));
    await page.waitForFunction(() => location.hash.includes("doc=z."));
    await page.reload();
    await waitUntilComplete(page);
    assert.equal((await chosen(page)).headline, harbour.article.headline);
    await open(page, "embed");
    await page.getByRole("radio", { name: "iframe" }).check();
    await page.waitForFunction(() => document.querySelector("#embed")?.textContent?.startsWith("<iframe"));
    await assertFrame(page, await page.locator("#embed").textContent() ?? "", harbour.article.headline, { attributes: { theme: "light", loading: "eager", "link-target": "_blank" }, properties: {}, words: {} });
  }, beside);
});

/** What an address asks for, what is named, what is set. @type {[string, RegExp, object?][]} */
const hostile = [
  ["#theme=purple", /left out: theme/],
  ["#onclick=alert(1)&src=evil.json&style=color:red&id=x", /left out: onclick, src, style, id/],
  ["#--accent=red;}*{color:red&--font=url(x)&--display=none&--radius=expression(1)", /left out: --accent, --font, --display, --radius/],
  ["#word.nonsense=x&word.__proto__=x&__proto__=x", /left out: word\.nonsense, word\.__proto__, __proto__/],
  ["#url=javascript:alert(1)", /left out: url/],
  ["#url=data:application/json,{}", /left out: url/],
  ["#doc=z.AAAA", /left out: doc/],
  ["#doc=%00%ff", /left out: doc/],
  [`#doc=z.${deflateRawSync(Buffer.alloc(8 << 20, " ")).toString("base64url")}`, /left out: doc/],
  ["#sample=../../etc/passwd&width=9e9&lang=%3Cb%3E", /left out: sample, width, lang/],
  ["?sample=nonsense", /left out: sample/],
];

for (const [address, told] of hostile)
  test(`${address.slice(0, 80)} is not trusted: what is unknown is named, and the sample is shown`, async () => {
    await withPage(held, home(address), async (page) => {
      await waitUntilComplete(page);
      await page.locator("#message").filter({ hasText: told }).waitFor();
      const { attributes, properties, words, headline } = await chosen(page);
      assert.deepEqual({ attributes, properties, words }, { attributes: { loading: "eager", "link-target": "_blank" }, properties: {}, words: {} });
      assert.match(headline ?? "", /海边小学/);
    }, beside);
  });

test("a document of an address that is no JSON is in the editor, and the sample is shown", async () => {
  await withPage(held, home(`#sample=en&doc=t.${Buffer.from('{"version": 1,').toString("base64url")}`), async (page) => {
    await waitUntilComplete(page);
    assert.match(await page.locator("#message").textContent() ?? "", /is no JSON/);
    assert.equal((await chosen(page)).headline, "The night tram that lends books");
    await open(page, "document");
    await page.locator("#problems button").filter({ hasText: "the text ends here" }).waitFor();
  }, beside);
});

test("?sample= is understood as before", async () => {
  await withPage(held, home("?sample=ar"), async (page) => {
    await waitUntilComplete(page);
    await page.locator('article-viewer .layer[lang="ar"]').waitFor({ state: "attached" });
    assert.ok(!held.server.asked.slice(-30).includes("/demo/zh-hans.json"), "the page's own article is not begun");
  }, beside);
});

/** Opens code in a page of its own, without the tests' policy: it has its style and script in it. @param {Page} page @param {string} code */
async function openCode(page, code) {
  held.server.route("/embedded.html", (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Embedded</title><body>\n${code}`));
  await page.goto(`${held.server.origin}/embedded.html`);
}

/** @param {Page} page @param {string} code @param {string} headline @param {object} wanted */
async function assertFrame(page, code, headline, wanted) {
  await openCode(page, code);
  const title = await page.locator("iframe").getAttribute("title");
  assert.equal(title, headline);
  const frame = page.frames()[1];
  await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
  assert.deepEqual(part(await chosen(frame)), wanted);
  assert.equal((await chosen(frame)).headline, headline);
}

/** The code for a way. @param {Page} page @param {string} way @param {string} start */
async function codeFor(page, way, start) {
  await page.getByRole("radio", { name: way, exact: true }).check();
  await page.waitForFunction((text) => document.querySelector("#embed")?.textContent?.startsWith(text), start);
  return await page.locator("#embed").textContent() ?? "";
}

test("the code for HTML, React and a frame shows the same choice", async () => {
  await withPage(held, home("#sample=en"), async (page) => {
    await waitUntilComplete(page);
    await choose(page);
    await open(page, "embed");
    const html = await codeFor(page, "HTML", "<script");
    const react = await codeFor(page, "React", "import");
    const frame = await codeFor(page, "iframe", "<iframe");

    const { code } = await esbuild.transform(react.replace('import "article-viewer";', ""), { loader: "jsx", jsxFactory: "element", format: "cjs" });
    const module = { exports: /** @type {any} */ ({}) };
    new Function("module", "element", code)(module, (/** @type {string} */ tag, /** @type {object} */ props) => ({ tag, props }));
    const { tag, props: { style, words, src, ...attributes } } = module.exports.default();
    assert.equal(tag, "article-viewer");
    assert.equal(src, home("demo/en.json"));
    assert.deepEqual(words, all.words);
    assert.deepEqual(style, Object.fromEntries(Object.entries(all.properties).map(([name, value]) => [`--article-viewer-${name}`, value])));
    assert.deepEqual(attributes, all.attributes);

    await openCode(page, html);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
    assert.deepEqual(part(await chosen(page)), all);
    await assertFrame(page, frame, "The night tram that lends books", all);
  }, beside);
});

test("the dialog has the address, as a link and as a QR code that reads as it", async () => {
  await withPage(held, home("#sample=en&theme=light&--accent=%23123456"), async (page) => {
    await waitUntilComplete(page);
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("#qr svg").waitFor();
    const link = await page.locator("#share-link").inputValue();
    assert.equal(link, home("#sample=en&theme=light&--accent=%23123456"));
    const clip = /** @type {{x: number, y: number, width: number, height: number}} */ (await page.locator("#qr svg").boundingBox());
    const { data, width, height } = await pixels(page, clip);
    assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data, link);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#share-dialog").isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "share");
  }, beside);
});
