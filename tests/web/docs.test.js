// Examples in the pages that a browser runs, each as a reader would use it, and what README alone claims.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { examplesOf, readPages } from "../../tools/docs/examples.mjs";
import { runsIn } from "../support/docs-ways.js";
import { useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { policy, root } from "./support/server.js";

/** @typedef {import("../../tools/docs/examples.mjs").Example} Example */

const held = useBrowser();
const dist = path.join(root, "dist");
const everything = [...await readPages()].flatMap(([file, text]) => examplesOf(file, text)).filter(({ notRun }) => notRun === null);
/** Of one language, with the test that runs it. @param {string} language @param {string} [way] */
const of = (language, way) => everything.filter((example) => runsIn(example) === "tests/web/docs.test.js" && example.language === language && (way === undefined || (example.run ?? "") === way));
/** @param {Example} example */
const where = ({ page, line }) => `${page}:${line}`;
const sample = await fs.readFile(path.join(dist, "demo/en.json"), "utf8");

/** The document that stands beside an example: a page's own, with its block, or a sample. @param {Example} example */
function documentBeside({ page }) {
  const values = everything.filter((one) => one.page === page && one.language === "json").map(({ text }) => JSON.parse(text));
  const document = values.find((value) => value.article) ?? JSON.parse(sample);
  const blocks = values.filter((value) => value.type);
  return JSON.stringify(blocks.length ? { ...document, article: { ...document.article, body: [...document.article.body, ...blocks] } } : document);
}

/** Serves the package where pages have it, and a page. @param {string} body a page, or what stands in one @param {string} [allowed] its policy */
async function served(body, allowed = policy) {
  for (const name of await fs.readdir(dist))
    if (/\.(js|css|wasm)$/.test(name)) held.server.route(`/article-viewer/${name}`, {
      body: await fs.readFile(path.join(dist, name)),
      type: name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "application/wasm",
    });
  const script = body.includes("article-viewer.js") ? "" : '<script type="module" src="/article-viewer/article-viewer.js"></script>';
  const whole = /^<!doctype/i.test(body) ? body : `<!doctype html><html lang="en"><meta charset="utf-8"><title>Example</title>${script}<body>${body}`;
  const page = whole.replace(/<title>/, '<link rel="icon" href="data:,"><title>');
  held.server.route("/example.html", (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": allowed }).end(page);
  });
  return `${held.server.origin}/example.html`;
}

/** Reasons with which articles failed. @param {import("playwright-core").Page} page */
const reasons = (page) => page.evaluate(() => /** @type {any} */ (window).events.filter((/** @type {any} */ { type }) => type === "article-error")
  .map((/** @type {any} */ { detail }) => `${detail.reason}: ${detail.message}`));

test("an example whose document is not there is seen", async () => {
  await withPage(held, await served('<article-viewer src="/nowhere.json" loading="eager"></article-viewer>'), async (page) => {
    await waitForState(page, "failed");
    assert.match(String(await reasons(page)), /^http: .*404/);
  });
});

for (const example of of("html")) test(`${where(example)}: the page shows its article`, async () => {
  const document = documentBeside(example);
  const { article: { headline } } = JSON.parse(document);
  const src = /<article-viewer src="([^"]+)"/.exec(example.text)?.[1] ?? assert.fail("no article-viewer with src");
  held.server.route(src.startsWith("/") ? src : `/${src}`, { body: document });
  let body = example.text;
  if (example.run === "prerendered") {
    const made = await renderArticle(document, { base: `${held.server.origin}/example.html` });
    body = body.replace(/\$\{(head|jsonLd|html)\}/g, (_, name) => /** @type {any} */ (made)[name]);
  }
  const allowed = example.run === "prerendered" ? `${policy}; script-src-elem 'self' 'unsafe-inline'` : policy;
  await withPage(held, await served(body, allowed), async (page) => {
    await waitUntilComplete(page);
    assert.deepEqual(await reasons(page), []);
    assert.ok(await page.locator("article-viewer").getByRole("heading", { name: headline }).first().isVisible());
    const isPlain = /view=plain/.test(body);
    assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.matches(":state(plain)")), isPlain);
    for (const slotted of await page.locator("article-viewer > [slot]").all())
      assert.ok(await slotted.evaluate((element) => element.assignedSlot !== null), `${await slotted.getAttribute("slot")} stands in no slot`);
  });
});

/** What each script of a page is to do, by what it has in it. @type {[string, (page: import("playwright-core").Page, asked: string[]) => Promise<unknown>][]} */
const effects = [
  ["viewer.document =", async (page) => page.getByRole("heading", { name: "Harbour at dawn" }).waitFor()],
  ["article-navigate", async (page) => {
    const before = page.url();
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.locator("dialog[open]").waitFor();
    assert.equal(page.url(), before);
  }],
  [".words =", async (page) => assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).words.retry), "Once more")],
  ["article-vitals", async (page, asked) => {
    await page.waitForFunction(() => /** @type {any} */ (window).events.some((/** @type {any} */ { type }) => type === "article-vitals"));
    for (let i = 0; i < 100 && !asked.includes("/vitals"); ++i) await new Promise((resolve) => { setTimeout(resolve, 50); });
    assert.ok(asked.includes("/vitals"), "no beacon came");
  }],
];

for (const example of of("js", "")) test(`${where(example)}: the script does what it says`, async () => {
  const effect = effects.find(([has]) => example.text.includes(has)) ?? assert.fail("it is to do something: tests/web/docs.test.js lacks what");
  held.server.route("/example.js", { body: example.text, type: "text/javascript" });
  held.server.asked.length = 0;
  const url = await served('<script type="module" src="/article-viewer/article-viewer.js"></script><script type="module" src="/example.js"></script><article-viewer src="/demo/en.json" loading="eager"></article-viewer><dialog>Sign in here</dialog>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await effect[1](page, held.server.asked);
  });
});

for (const example of of("js", "elsewhere")) test(`${where(example)}: all files but the first come from elsewhere`, async () => {
  held.server.route("/scripts/article-viewer.js", { body: await fs.readFile(path.join(dist, "article-viewer.js")), type: "text/javascript" });
  held.server.route("/example.js", { body: example.text, type: "text/javascript" });
  const url = await served('<script type="module" src="/example.js" data-of="article-viewer.js"></script><article-viewer src="/demo/en.json"></article-viewer>', "");
  await withPage(held, "about:blank", async (page) => {
    /** @type {string[]} */
    const asked = [];
    await page.route("https://cdn.example/article-viewer/1.0.0/*", async (route) => {
      const name = path.posix.basename(new URL(route.request().url()).pathname);
      asked.push(name);
      await route.fulfill({ path: path.join(dist, name), headers: { "Access-Control-Allow-Origin": "*" },
        contentType: name.endsWith(".wasm") ? "application/wasm" : "text/javascript" });
    });
    await page.goto(url);
    await waitUntilComplete(page);
    assert.deepEqual(await reasons(page), []);
    assert.ok(asked.includes("article-viewer.wasm") && asked.includes("article-viewer-widget.js"), asked.join());
  });
});

for (const example of of("js", "server")) test(`${where(example)}: a server runs it with the package`, async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-example-"));
  try {
    await fs.mkdir(path.join(folder, "node_modules"));
    await fs.symlink(dist, path.join(folder, "node_modules/article-viewer"));
    const names = /const \{ (.*) \} =/.exec(example.text)?.[1] ?? assert.fail("it names nothing");
    await fs.writeFile(path.join(folder, "example.mjs"), `const document = ${sample};\n${example.text}\nconsole.log(JSON.stringify({ ${names} }));\n`);
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, "example.mjs")], { maxBuffer: 1 << 24 });
    const made = JSON.parse(stdout);
    const { headline } = JSON.parse(sample).article;
    for (const name of ["html", "head", "jsonLd"]) assert.ok(made[name].includes(headline), name);
    assert.equal(made.share.title, headline);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});

for (const example of of("css")) test(`${where(example)}: each rule is known, and each property reaches the article`, async () => {
  held.server.route("/example.css", { body: example.text, type: "text/css" });
  await withPage(held, await served('<link rel="stylesheet" href="/example.css"><article-viewer src="/demo/en.json" loading="eager"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    const found = await page.evaluate(() => {
      const rules = /** @type {CSSStyleRule[]} */ ([.../** @type {CSSStyleSheet} */ (document.styleSheets[0]).cssRules]);
      const style = getComputedStyle(/** @type {Element} */ (document.querySelector("article-viewer")));
      return { rules: rules.length, set: rules.flatMap((rule) => [...rule.style].map((name) => ({ name, applies: document.querySelector("article-viewer")?.matches(rule.selectorText), value: rule.style.getPropertyValue(name), computed: style.getPropertyValue(name) }))) };
    });
    assert.equal(found.rules, example.text.match(/\{/g)?.length);
    assert.ok(found.set.length >= (example.text.match(/^ {2}[\w-]+:/gm)?.length ?? 0));
    for (const { name, value, computed, applies } of found.set) if (name.startsWith("--") && applies) assert.equal(computed, value, name);
  });
});

for (const example of of("http")) test(`${where(example)}: under this policy the article is drawn, enlarged and loaded again`, async () => {
  const [, allowed] = /^Content-Security-Policy: (.+)\n$/.exec(example.text) ?? assert.fail("one policy was expected");
  const nonce = /'nonce-([^']+)'/.exec(allowed)?.[1] ?? "";
  const url = await served(`<script nonce="${nonce}" type="module" src="/article-viewer/article-viewer.js"></script><article-viewer src="/demo/en.json" loading="eager"></article-viewer>`, allowed);
  await withPage(held, url, async (page, errors) => {
    await waitUntilComplete(page);
    await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.openPhoto(0);
      await viewer.closePhoto();
      await viewer.reload();
    });
    assert.deepEqual(await reasons(page), []);
    assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.matches(":state(ready):not(:state(plain))")));
    // The icon of the test's own page.
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("data:,")));
  });
});

test("an isolated page draws an article and its pictures from elsewhere, where CORS allows them", async () => {
  held.server.route("/isolated.html", (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" });
    response.end('<!doctype html><meta charset="utf-8"><title>Isolated</title><script type="module" src="/article-viewer.js"></script><article-viewer src="https://cdn.example/demo/en.json" loading="eager" crossorigin></article-viewer>');
  });
  await withPage(held, "about:blank", async (page) => {
    await page.route("https://cdn.example/demo/**", (route) => route.fulfill({ path: path.join(dist, new URL(route.request().url()).pathname), headers: { "Access-Control-Allow-Origin": "*" } }));
    await page.goto(`${held.server.origin}/isolated.html`);
    await waitUntilComplete(page);
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await page.waitForFunction(() => [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img") ?? []].some((image) => image.src.startsWith("https://cdn.example/") && image.naturalWidth > 0));
    assert.deepEqual(await reasons(page), []);
    assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.matches(":state(ready):not(:state(plain))")));
  });
});

test("all widgets of a page share one instance of the core", async () => {
  const body = ["zh-hans", "en", "ar"].map((name, i) => `<article-viewer id="v${i}" src="/demo/${name}.json" loading="eager"></article-viewer>`).join("");
  await withPage(held, held.server.page(body), async (page) => {
    for (let i = 0; i < 3; ++i) await waitUntilComplete(page, `#v${i}`);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).instances), 1);
  }, { script: `window.instances = 0;
    WebAssembly.instantiate = new Proxy(WebAssembly.instantiate, { apply: (target, self, args) => { window.instances += 1; return Reflect.apply(target, self, args); } });` });
});
