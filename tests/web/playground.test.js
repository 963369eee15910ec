import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** What a visitor does with a document in the playground. */

const held = useBrowser();
const beside = { viewport: { width: 1280, height: 800 } };
const harbour = { version: 1, language: "en", article: { headline: "Harbour", body: [{ type: "paragraph", text: "Boats come home." }] } };

/** @typedef {import("playwright-core").Page} Page */

const home = (hash = "") => `${held.server.origin}/${hash}`;
const headline = (/** @type {Page} */ page) => page.locator("article-viewer h2").first().textContent();

/** Waits until an article of this headline is shown. @param {Page} page @param {string} wanted */
async function showing(page, wanted) {
  await page.waitForFunction((text) => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    return viewer.state === "ready" && viewer.shadowRoot.querySelector("h2")?.textContent === text;
  }, wanted);
}

/** @param {Page} page */
async function openEditor(page) {
  await page.locator("#tab-document").click();
  const content = page.locator("#editor .cm-content");
  await content.waitFor();
  await page.waitForFunction(() => document.querySelector("#editor")?.shadowRoot?.querySelector(".cm-content")?.textContent?.includes("version"));
  return content;
}

/** As a reader does: all of it is replaced. @param {Page} page @param {string} text */
async function type(page, text) {
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** @param {Page} page @param {string} text */
const paste = (page, text) => page.evaluate((given) => {
  const data = new DataTransfer();
  data.setData("text/plain", given);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, text);

test("the article comes without the editor, which comes with its tab", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    const editor = () => held.server.asked.filter((file) => /editor-\w+\.js/.test(file)).length;
    assert.equal(editor(), 0);
    await openEditor(page);
    assert.equal(editor(), 1);
  }, beside);
});

test("what is typed is shown; broken JSON is marked at its place and the article stays", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await openEditor(page);
    await type(page, JSON.stringify(harbour, null, 2));
    await showing(page, "Harbour");
    await type(page, JSON.stringify(harbour, null, 2).replace('"headline": "Harbour",', '"headline": "Harbour" "no comma"'));
    const problem = page.locator("#problems button");
    await problem.filter({ hasText: "This is no JSON" }).waitFor();
    assert.match(await problem.first().textContent() ?? "", /Error in line 5: .*found "no comma"/);
    assert.equal(await page.locator("#editor .cm-lintRange-error").count(), 1);
    assert.equal(await headline(page), "Harbour");
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    await type(page, JSON.stringify({ ...harbour, article: { ...harbour.article, headline: "Quay" } }));
    await showing(page, "Quay");
    await page.getByText("No problems").waitFor();
  }, beside);
});

test("a problem of the document is marked at its member, and activating it goes there", async () => {
  const document = { ...harbour, gallery: { photos: [{ src: "a.jpg", focus: "left" }] }, article: { ...harbour.article, published: "soon" } };
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await openEditor(page);
    await type(page, JSON.stringify(document, null, 2));
    await showing(page, "Harbour");
    const problems = await page.evaluate(() => /** @type {any} */ (globalThis).document.querySelector("article-viewer").problems);
    assert.ok(problems.length >= 1, JSON.stringify(problems));
    const published = problems.findIndex((/** @type {any} */ { pointer }) => pointer === "/article/published");
    assert.ok(published >= 0, JSON.stringify(problems));
    assert.equal(await page.locator("#problem-badge").textContent(), String(problems.length));
    const line = JSON.stringify(document, null, 2).split("\n").findIndex((text) => text.includes('"published"')) + 1;
    const button = page.locator("#problems button").nth(published);
    await button.filter({ hasText: `in line ${line}: ` }).waitFor();
    await button.focus();
    await page.keyboard.press("Enter");
    const selected = await page.evaluate(() => {
      const { shadowRoot } = /** @type {Element} */ (globalThis.document.querySelector("#editor"));
      return { focused: shadowRoot?.activeElement?.className.includes("cm-content"), line: shadowRoot?.querySelector(".cm-activeLine")?.textContent };
    });
    assert.equal(selected.focused, true);
    assert.match(selected.line ?? "", /"published": "soon"/);
  }, beside);
});

test("JSON and addresses are pasted and dropped anywhere, and files too", async () => {
  held.server.route("/far.json", { body: JSON.stringify({ ...harbour, article: { headline: "From an address" } }) });
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await paste(page, JSON.stringify(harbour));
    await showing(page, "Harbour");
    await paste(page, `${held.server.origin}/far.json`);
    await showing(page, "From an address");
    assert.equal(await page.locator("article-viewer").getAttribute("src"), `${held.server.origin}/far.json`);
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    }, JSON.stringify({ ...harbour, article: { headline: "Dropped" } }));
    await showing(page, "Dropped");
    await paste(page, "hello");
    assert.match(await page.locator("#message").textContent() ?? "", /found hello, expected JSON or an address/);
    assert.equal(await headline(page), "Dropped");
    await page.locator("#tab-document").click();
    await page.locator("#url").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Show" }).click();
    assert.match(await page.locator("#message").textContent() ?? "", /That is no address: found javascript:alert\(1\)/);
    await page.locator("#url").fill(`${held.server.origin}/far.json`);
    await page.keyboard.press("Enter");
    await showing(page, "From an address");
    assert.equal(await page.locator("#message").textContent(), "");
  }, beside);
});

/** A browser whose file picker gives a file that the test writes. */
const picker = `
  window.file = { text: "", changed: 1 };
  delete window.FileSystemObserver;
  window.showOpenFilePicker = async () => [{ kind: "file", getFile: async () =>
    new File([window.file.text], "local.json", { lastModified: window.file.changed }) }];`;

test("a local file is watched: it is shown again when it changes, until another document is asked for", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    const write = (/** @type {string} */ name) => page.evaluate(([text]) => {
      const { file } = /** @type {any} */ (window);
      file.text = text;
      file.changed += 1;
    }, [JSON.stringify({ ...harbour, article: { headline: name } })]);
    await write("First");
    await page.locator("#tab-document").click();
    await page.getByRole("button", { name: "Open a file" }).click();
    await showing(page, "First");
    assert.match(await page.locator("#watched").textContent() ?? "", /Watching local\.json/);
    await write("Second");
    await showing(page, "Second");
    await page.getByRole("button", { name: "Stop watching" }).click();
    await write("Third");
    await page.waitForTimeout(1500);
    assert.equal(await headline(page), "Second");
  }, { ...beside, script: picker });
});

test("without File System Access a file is chosen, and the page says that it is not watched", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await page.locator("#tab-document").click();
    assert.match(await page.locator("#watched").textContent() ?? "", /watches no files/);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
    await chooser.setFiles({ name: "chosen.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(harbour)) });
    await showing(page, "Harbour");
  }, { ...beside, script: "delete window.showOpenFilePicker" });
});

test("a document that was made from a sample keeps the sample's pictures", async () => {
  await withPage(held, home("#sample=en"), async (page) => {
    await waitUntilComplete(page);
    await openEditor(page);
    const { article } = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));
    await type(page, JSON.stringify({ version: 1, language: "en", article: { ...article, headline: "Changed" } }));
    await showing(page, "Changed");
    const src = await page.locator("article-viewer img").nth(0).getAttribute("src");
    assert.match(src ?? "", /\/demo\/photos\//);
  }, beside);
});

test("every event is in the list, the first of all too, and links can be held", async () => {
  await withPage(held, home("#sample=en&link-target="), async (page) => {
    await waitUntilComplete(page);
    await page.locator("#tab-events").click();
    await page.locator("#events li").first().waitFor();
    const names = await page.locator("#events b").allTextContents();
    const fired = (await eventsOf(page)).map(({ type }) => type);
    assert.deepEqual(names.slice(-fired.length).reverse(), fired.slice(0, names.length));
    assert.ok(names.includes("article-load"));
    await page.locator("#hold").check();
    await page.locator("article-viewer").getByRole("link", { name: "Imogen Tarrant" }).first().click();
    await waitForEvent(page, "article-navigate");
    await page.locator("#events li").filter({ hasText: "article-navigate" }).waitFor();
    assert.equal(new URL(page.url()).origin, held.server.origin);
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await page.locator("#events li").count(), 0);
  }, beside);
});

/** A CMS that has the playground in a frame. @param {string} playground */
function cms(playground) {
  held.server.route("/cms.js", { type: "text/javascript", body: `
    window.heard = [];
    addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
    document.querySelector("iframe").src = ${JSON.stringify(playground)};` });
  held.server.route("/cms.html", (_, response) => response.writeHead(200, { "Content-Type": "text/html" })
    .end('<!doctype html><title>CMS</title><iframe width="1000" height="700"></iframe><script src="/cms.js"></script>'));
}

const broken = { ...harbour, article: { ...harbour.article, headline: "From the CMS", published: "soon" } };

test("a CMS of an origin that the page lists sends documents and hears of their problems", async () => {
  const page = await readFile(path.join(root, "dist/index.html"), "utf8");
  const { foreign = "", origin = "" } = held.server;
  held.server.route("/listed.html", { type: "text/html; charset=utf-8",
    body: page.replace('name="playground-origins" content=""', `name="playground-origins" content="https://cms.example ${foreign}"`) });
  cms(`${origin}/listed.html`);
  await withPage(held, `${foreign}/cms.html`, async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ { data }) => data.type === "article-playground"));
    await page.evaluate(([document, to]) => frames[0].postMessage({ type: "article-document", document }, /** @type {string} */ (to)), [broken, origin]);
    const heard = await page.waitForFunction(() => /** @type {any} */ (window).heard.find((/** @type {any} */ { data }) => data.type === "article-problems"));
    const { data, origin: from } = await heard.jsonValue();
    assert.equal(from, origin);
    assert.deepEqual(data.problems.map((/** @type {any} */ { pointer }) => pointer), ["/article/published"]);
    await page.frameLocator("iframe").locator("article-viewer h2").filter({ hasText: "From the CMS" }).waitFor({ state: "attached" });
  }, beside);
});

test("a page of any other origin is not heard", async () => {
  const { foreign = "", origin = "" } = held.server;
  cms(`${origin}/`);
  await withPage(held, `${foreign}/cms.html`, async (page) => {
    const frame = page.frameLocator("iframe");
    await frame.locator("#tab-events").click();
    await frame.locator("#events li").filter({ hasText: "article-vitals" }).waitFor();
    await page.evaluate((document) => frames[0].postMessage({ type: "article-document", document }, "*"), broken);
    await page.waitForTimeout(700);
    assert.equal(await frame.locator("article-viewer h2").filter({ hasText: "From the CMS" }).count(), 0);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
  }, beside);
});

test("a document that can't be shown says why, and another one follows", async () => {
  await withPage(held, home(), async (page) => {
    await waitUntilComplete(page);
    await paste(page, "[1]");
    await waitForState(page, "failed");
    await page.locator("#shown").filter({ hasText: "can’t be shown" }).waitFor();
    await paste(page, JSON.stringify(harbour));
    await showing(page, "Harbour");
  }, beside);
});
