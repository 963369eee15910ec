// What a page learns through the viewer of what it may not read: nothing. And the least that each way of embedding takes.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, test } from "node:test";
import { eventsOf, settle, useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { plainPng } from "./support/odd-pictures.js";
import { root } from "./support/server.js";

const held = useBrowser();
const secret = "An unlikely headline";
const red = [223, 17, 31];
const picture = plainPng(320, 240, red);
const documentWith = (/** @type {string} */ src, headline = "A photo") => JSON.stringify({ version: 1, language: "en",
  article: { headline, lead: { src, width: 320, height: 240, alt: "A photo" }, body: [{ type: "paragraph", text: "Text." }] } });

/** Answers alike on both origins. @param {string} at @param {string | Buffer} body @param {string} type @param {Record<string, string>} [headers] */
const answer = (at, body, type, headers = {}) => held.server.route(at, (_, response) => response.writeHead(200, { "Content-Type": type, ...headers }).end(body));
/** What any origin may read. */
const open = { "Access-Control-Allow-Origin": "*" };
/** @param {string} body @param {{policy?: string, from?: string}} [options] @returns its URL */
function pageWith(body, { policy = "", from = "/article-viewer.js" } = {}) {
  const at = `/isolated-${Math.random().toString(36).slice(2)}.html`;
  answer(at, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script type="module" src="${from}"></script>${body}`,
    "text/html; charset=utf-8", policy ? { "Content-Security-Policy": policy } : {});
  return `${held.server.origin}${at}`;
}

beforeEach(async () => {
  answer("/secret.png", picture, "image/png");
  answer("/open.png", picture, "image/png", open);
  answer("/secret.json", documentWith("/secret.png", secret), "application/json");
  answer("/open.json", documentWith("/open.png"), "application/json", open);
  held.server.route("/to-secret.png", (_, response) => response.writeHead(302, { Location: `${held.server.foreign}/secret.png` }).end());
  held.server.route("/to-secret.json", (_, response) => response.writeHead(302, { Location: `${held.server.foreign}/secret.json` }).end());
  // The viewer's files as a CDN has them.
  for (const name of (await readdir(path.join(root, "dist"))).filter((one) => /^article-viewer.*\.(js|wasm)$/.test(one)))
    answer(`/cdn/${name}`, await readFile(path.join(root, "dist", name)), name.endsWith("js") ? "text/javascript" : "application/wasm", open);
});

/** How much of the picture's colour a page can read from all canvases and `toBlob()`. @param {import("playwright-core").Page} page */
const readable = (page) => page.evaluate(async ([r, g, b]) => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const count = (/** @type {CanvasImageSource} */ source, /** @type {number} */ width, /** @type {number} */ height) => {
    const copy = new OffscreenCanvas(width, height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d"));
    context.drawImage(source, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);  // throws where it is tainted
    let same = 0;
    for (let i = 0; i < data.length; i += 4) same += Number(Math.abs(data[i] - r) < 9 && Math.abs(data[i + 1] - g) < 9 && Math.abs(data[i + 2] - b) < 9);
    return same;
  };
  const canvases = [...viewer.shadowRoot.querySelectorAll("canvas")].filter(({ width, height }) => width && height);
  const drawn = canvases.reduce((sum, canvas) => sum + count(canvas, canvas.width, canvas.height), 0);
  const blob = await viewer.toBlob().catch((/** @type {DOMException} */ { name }) => name);
  if (typeof blob === "string") return { canvases: canvases.length, drawn, blob };
  const bitmap = await createImageBitmap(blob);
  return { canvases: canvases.length, drawn, blob: count(bitmap, bitmap.width, bitmap.height) };
}, red);

for (const [how, src, attributes, reads] of /** @type {[string, string, string, boolean][]} */ ([
  ["of another origin", "FOREIGN/secret.png", "", false],
  ["of another origin, asked for with crossorigin", "FOREIGN/secret.png", "crossorigin", false],
  ["that is open, without crossorigin", "FOREIGN/open.png", "", false],
  ["of this origin that another answers", "/to-secret.png", "", false],
  ["that its server opens", "FOREIGN/open.png", "crossorigin", true],
]))
  test(`a picture ${how} is ${reads ? "drawn, and read" : "shown, and not read"}`, async () => {
    answer("/photo.json", documentWith(src.replace("FOREIGN", String(held.server.foreign))), "application/json");
    await withPage(held, pageWith(`<article-viewer src="/photo.json" loading="eager" view="canvas" ${attributes}></article-viewer>`), async (page, errors) => {
      await waitUntilComplete(page);
      await page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("img")?.naturalWidth === 320);
      await settle(page);
      const { canvases, drawn, blob } = await readable(page);
      assert.ok(canvases > 0, "something is drawn");
      if (reads) assert.ok(drawn > 10_000 && Number(blob) > 10_000, `${drawn}, ${blob}`);
      else {
        assert.equal(drawn, 0);
        assert.ok(blob === 0 || blob === "SecurityError" || blob === "InvalidStateError", `${blob}`);
        // The browser's own word on CORS, which it says of any such img.
        errors.splice(0, errors.length, ...errors.filter((error) => !/CORS policy/.test(error)));
      }
    });
  });

test("of a document that the page may not read it is told that it failed, and no more", async () => {
  /** @type {string[]} */
  const told = [];
  for (const src of ["FOREIGN/secret.json", "FOREIGN/none.json", "/to-secret.json"]) {
    const url = src.replace("FOREIGN", String(held.server.foreign));
    await withPage(held, pageWith(`<article-viewer src="${url}" loading="eager">The fallback</article-viewer>`), async (page, errors) => {
      await waitForState(page, "failed");
      const events = await eventsOf(page);
      const seen = await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        return JSON.stringify([viewer.shadowRoot?.textContent, viewer.share, viewer.problems, viewer.document]);
      });
      assert.ok(!`${seen}${JSON.stringify(events)}${errors}`.includes(secret), "nothing of it is there");
      told.push(JSON.stringify(events.filter(({ type }) => type === "article-error").map(({ detail }) => detail)).replaceAll(/\/(secret|none|to-secret)\.json/g, "/x.json"));
      errors.length = 0;
    });
  }
  assert.equal(told[0], told[1], "whether it is there is not told either");
  assert.match(told[2], /can't be reached/);
});

const shut = "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The ways of docs/security.md: what the page holds, and the view. @type {[string, string, string][]} */
const ways = [
  ["all files on the page's origin", '<article-viewer src="/open.json" loading="eager"></article-viewer>', "canvas"],
  ["without WebAssembly", '<article-viewer src="/open.json" loading="eager"></article-viewer>', "plain"],
  ["the viewer's files on a CDN", '<article-viewer src="/open.json" loading="eager"></article-viewer>', "canvas"],
  ["document and pictures on another origin", '<article-viewer src="CDN/open.json" crossorigin loading="eager"></article-viewer>', "canvas"],
];
const page = await readFile(path.join(root, "docs/security.md"), "utf8");
/** What the page says of a way. @param {string} way */
function policyOf(way) {
  const row = page.split("\n").find((line) => line.startsWith(`| ${way}`)) ?? assert.fail(`no row for ${way}`);
  const [, , script, connect, img] = row.replaceAll("`", "").split("|").map((cell) => cell.trim());
  return `script-src ${script}; connect-src ${connect}; img-src ${img}`;
}

test("the page says what all of them begin with", () => {
  for (const directive of shut.split("; ")) assert.ok(page.replace(/\s+/g, " ").includes(directive), directive);
});

for (const [how, body, view] of ways)
  test(`the least policy is enough: ${how}`, async () => {
    const sources = policyOf(how);
    const cdn = String(held.server.foreign);
    const from = sources.startsWith("script-src CDN") ? `${cdn}/cdn/article-viewer.js` : undefined;
    await withPage(held, pageWith(body.replaceAll("CDN", cdn), { policy: `${shut}; ${sources.replaceAll("CDN", cdn)}`, from }), async (page) => {
      await waitUntilComplete(page);
      const load = (await eventsOf(page, "article-load"))[0];
      assert.equal(load.detail.view, view);
      await page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("img")?.naturalWidth === 320);
      const refused = await page.evaluate(() => /** @type {any} */ (window).violations);
      assert.deepEqual(refused, how === "without WebAssembly" ? ["script-src"] : []);
    }, { script: "window.violations = []; addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.violations.push(effectiveDirective));" });
  });

test("in a frame with sandbox=allow-scripts alone it reads, draws and keeps nothing", async () => {
  const cdn = String(held.server.origin);
  const inner = pageWith(`<article-viewer src="/open.json" crossorigin loading="eager"></article-viewer>`, { from: `${cdn}/cdn/article-viewer.js`,
    policy: `${shut}; script-src ${cdn} 'wasm-unsafe-eval'; connect-src ${cdn}; img-src ${cdn}` });
  answer("/sandbox.html", `<!doctype html><meta charset="utf-8"><title>Outer</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${inner}" width="390" height="700"></iframe>`, "text/html");
  await withPage(held, `${held.server.origin}/sandbox.html`, async (page) => {
    const frame = /** @type {import("playwright-core").Frame} */ (page.frames().find((one) => one.url() === inner));
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
    assert.equal(await frame.evaluate(() => self.origin), "null");
    await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
    assert.ok(await frame.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("canvas")), "it is drawn");
  });
});
