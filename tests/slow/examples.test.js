// The examples: each is built as its README says, opened, and looked at. Pictures of them are in build/examples/.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { freePort } from "../support/free-port.js";
import { eventsOf, settle, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "../web/support/browser.js";
import { Front, root } from "./support/front.js";
import { installPackage, nodeFor, run, serve } from "./support/projects.js";
import { missingForWordPress, startWordPress } from "./support/wordpress.js";

const held = useBrowser();
const dist = path.join(root, "dist");
const demo = path.join(dist, "demo");
const pictures = path.join(root, "build/examples");
/** @param {string[]} parts */
const example = (...parts) => path.join(root, "examples", ...parts);

before(() => fs.mkdir(pictures, { recursive: true }));

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} name */
const picture = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });

/** Waits until the article is drawn, and gives its headline. @param {Page} page */
async function drawn(page) {
  await waitUntilComplete(page);
  await settle(page);
  const found = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("article-viewer"));
    return { plain: element.matches(":state(plain)"), canvases: element.shadowRoot.querySelectorAll("canvas").length, problems: element.problems,
      headline: element.shadowRoot.querySelector("h1, h2")?.textContent };
  });
  assert.deepEqual([found.plain, found.problems], [false, []]);
  assert.ok(found.canvases > 2, `${found.canvases} canvases`);
  return found.headline;
}

/** @param {import("./support/front.js").Site} site @param {(front: Front) => Promise<void>} use */
async function withFront(site, use) {
  const front = await Front.start(site);
  try {
    await use(front);
  } finally {
    await front.stop();
  }
}

/** Without script. @param {string} url @param {(page: Page) => Promise<void>} body */
const withoutScript = (url, body) => withPage(held, url, body, { javaScriptEnabled: false });

/** A tool of an example's own. @param {string} name @param {string} tool @param {string[]} args @param {string} [program] @param {Record<string, string>} [env] */
const build = (name, tool, args, program = process.execPath, env = {}) =>
  run(program, [path.join("node_modules", tool), ...args], { cwd: example(name), env });

test("plain: the article is drawn, and its link stands without script", () => withFront({ folders: [example("plain"), ["/article-viewer/", dist], demo] }, async (front) => {
  await withPage(held, `${front.origin}/`, async (page) => {
    assert.equal(await drawn(page), "Viaduct opens to walkers after forty years");
    await picture(page, "plain");
  });
  await withoutScript(`${front.origin}/`, async (page) => {
    assert.ok(await page.getByRole("link", { name: "Viaduct opens" }).isVisible());
  });
}));

/** What the policy refuses. */
const watchPolicy = `window.violations = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(violatedDirective + " " + blockedURI));`;

for (const folder of ["dist/hashed", "dist"])
  test(`cdn: the files of ${folder} come from another host, with integrity, under a strict policy`, async () => {
    await run(process.execPath, ["tools/build-dist.mjs", "--hashed"], { cwd: root });
    await withFront({ folders: [["/viewer/1.0.0/", path.join(root, folder)]], headers: { "Access-Control-Allow-Origin": "*" } }, (cdn) =>
      withFront({ folders: [example("cdn"), demo] }, async (site) => {
        await run(process.execPath, ["make.mjs", path.join(root, folder), `${cdn.origin}/viewer/1.0.0/`], { cwd: example("cdn") });
        await withPage(held, `${site.origin}/`, async (page, errors) => {
          assert.equal(await drawn(page), "夜市重开，三百盏灯同时点亮");
          assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).violations), []);
          assert.ok(site.answers.every((answer) => !answer.includes("viewer")), "the site has no file of it");
          await picture(page, path.basename(folder));
          await page.evaluate(() => { document.head.append(Object.assign(document.createElement("script"), { textContent: "window.inline = true" })); });
          await page.waitForFunction(() => /** @type {any} */ (window).violations.length > 0);
          assert.equal(await page.evaluate(() => /** @type {any} */ (window).inline), undefined, "the policy holds");
          errors.length = 0;
        }, { script: watchPolicy });
        cdn.change = (body) => body.includes("compileShader") ? Buffer.concat([body, Buffer.from("\n")]) : body;
        await withPage(held, `${site.origin}/`, async (page, errors) => {
          await waitForState(page, "failed");
          assert.equal((await waitForEvent(page, "article-error")).detail.reason, "wasm", "what is not the file is not run");
          assert.ok(await page.getByText("夜市重开").isVisible(), "the page's own words stand");
          errors.splice(0, errors.length, ...errors.filter((one) => !/integrity|digest/i.test(one)));
        });
      }));
  });

test("cdn: what make.mjs does not understand it says", () =>
  assert.rejects(run(process.execPath, ["make.mjs", "../../dist", "cdn"], { cwd: example("cdn") }), /usage: node make\.mjs FOLDER URL/));

test("Vite: the article is drawn from the bundle", async (t) => {
  await installPackage(example("vite"));
  await build("vite", "vite/bin/vite.js", ["build", "--logLevel", "warn"], await nodeFor("20.19.0", t)).then((said) => assert.equal(said, ""));
  await withFront({ folders: [example("vite/dist"), demo] }, (front) => withPage(held, `${front.origin}/`, async (page) => {
    assert.equal(await drawn(page), "The last keeper leaves the light");
    await picture(page, "vite");
  }));
});

test("React: types hold, events are heard, and rendering again loads nothing", async (t) => {
  await installPackage(example("react"));
  await build("react", "typescript/bin/tsc", []);
  await build("react", "vite/bin/vite.js", ["build", "--logLevel", "warn"], await nodeFor("20.19.0", t)).then((said) => assert.equal(said, ""));
  await withFront({ folders: [example("react/dist"), demo] }, (front) => withPage(held, `${front.origin}/`, async (page) => {
    const lines = () => page.locator("footer li").allTextContents();
    assert.equal(await drawn(page), "Late apples, early snow");
    const asked = front.answers.length;
    for (let i = 0; i < 3; ++i) await page.getByRole("button", { name: "Render again" }).click();
    await page.getByText("Rendered 4 times.").waitFor();
    await settle(page);
    assert.deepEqual(await lines(), ["loaded: Late apples, early snow"]);
    assert.equal((await eventsOf(page, "article-load")).length, 1);
    assert.equal(front.answers.length, asked, "nothing is fetched");
    await page.getByRole("button", { name: "Second photo" }).click();
    await page.getByText("photo 2 of 2").waitFor();
    await page.getByRole("tab", { name: "This week" }).press("Enter");
    await page.getByText("tab: week").waitFor();
    await page.getByRole("link", { name: "How to prune" }).press("Enter");
    await page.getByText("link: https://example.com/orchard/prune").waitFor();
    assert.equal((await lines()).length, 4);
    await settle(page);
    await picture(page, "react");
  }));
});

test("Next: the page holds the article, its head and its data, and the element takes over", (t) => withFront({ folders: [example("next/out"), demo] }, async (front) => {
  await installPackage(example("next"));
  const headline = "A valley that switched its lamps off";
  const said = await build("next", "next/dist/bin/next", ["build"], await nodeFor("20.9.0", t), { NEXT_TELEMETRY_DISABLED: "1", SITE: `${front.origin}/` });
  assert.doesNotMatch(said, /warn|⚠/i);
  /** Where a text of the article stands. @param {Page} page */
  const place = async (page) => (await page.getByText("The baker opens at midnight now").filter({ visible: true }).boundingBox())?.y;
  /** @type {number | undefined} */
  let before;
  await withoutScript(`${front.origin}/`, async (page) => {
    await page.waitForLoadState("networkidle");
    assert.ok(await page.getByRole("heading", { level: 1, name: headline }).isVisible());
    assert.equal(await page.title(), headline);
    assert.match(await page.locator('meta[property="og:description"]').getAttribute("content") ?? "", /Milky Way/);
    assert.equal(await page.locator('link[rel="canonical"]').getAttribute("href"), `${front.origin}/`);
    assert.equal(JSON.parse(await page.locator('script[type="application/ld+json"]').textContent() ?? "")["@graph"][0]["@type"], "NewsArticle");
    before = await place(page);
    await picture(page, "next-without-script");
  });
  await withPage(held, `${front.origin}/`, async (page) => {
    assert.equal(await drawn(page), headline);
    assert.equal(await page.locator("article-viewer").evaluate((/** @type {any} */ element) => element.headingLevel), 1);
    assert.ok(!await page.locator(".article-viewer-prerendered").isVisible());
    const after = await place(page);
    assert.ok(before && after && Math.abs(after - before) <= 3, `what is read moves from ${before} to ${after}`);
    await picture(page, "next");
  });
}));

/** The frame on the other site's page, once it is as high as its article. @param {Page} page */
async function fitted(page) {
  const frame = page.frames().find((one) => one.url().includes("embed.html"));
  assert.ok(frame);
  await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
  const found = await page.waitForFunction(() => {
    const element = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
    return element.style.height !== "600px" ? element.clientHeight : 0;
  });
  await frame.waitForFunction(() => Math.abs(innerHeight - document.documentElement.scrollHeight) <= 1
    && Math.abs(innerHeight - document.querySelector("article-viewer").getBoundingClientRect().height) <= 1);
  return Number(await found.jsonValue());
}

test("iframe: another site's frame is as high as the article, and oEmbed gives one without script", async () => {
  const [port, hostPort] = [await freePort(), await freePort()];
  const site = await serve(process.execPath, ["server.mjs", String(port), String(hostPort)], { cwd: example("iframe") });
  try {
    const host = `http://127.0.0.1:${hostPort}/`;
    await withPage(held, host, async (page) => {
      await page.locator("iframe").waitFor();
      await page.frameLocator("iframe").locator("article-viewer").waitFor();
      const narrow = await fitted(page);
      await picture(page, "iframe");
      await page.setViewportSize({ width: 1200, height: 844 });
      await page.waitForFunction((before) => /** @type {HTMLIFrameElement} */ (document.querySelector("iframe")).clientHeight !== before, narrow);
      await fitted(page);
      // Another frame's word is not taken.
      const height = await page.locator("iframe").evaluate((frame) => frame.style.height);
      await page.evaluate(() => postMessage({ type: "article-height", height: 7 }, "*"));
      await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 0); }));
      assert.equal(await page.locator("iframe").evaluate((frame) => frame.style.height), height);
    });
    await withoutScript(host, async (page) => assert.ok(await page.getByRole("link", { name: "The ferry that waits" }).isVisible()));
    await withPage(held, `${site.origin}/ferry.html`, async (page) => {
      assert.equal(await drawn(page), "The ferry that waits for the school bus");
      const discovered = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
      const answer = await fetch(`${discovered}&maxwidth=400`);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/json/);
      const body = await answer.json();
      assert.deepEqual([body.version, body.type, body.title, body.width], ["1.0", "rich", "The ferry that waits for the school bus", 400]);
      assert.doesNotMatch(body.html, /<script/);
      await page.setContent(`<title>Stripped</title>${body.html}`);
      const framed = page.frameLocator("iframe").getByRole("heading", { name: "The ferry that waits" });
      await framed.waitFor();
      await page.frames()[1].evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
      assert.deepEqual(await page.locator("iframe").evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]), [374, 720]);
      await picture(page, "oembed");
    });
    const status = async (/** @type {string} */ query) => (await fetch(`${site.origin}/oembed?${query}`)).status;
    const own = encodeURIComponent(`${site.origin}/ferry.html`);
    assert.equal(await status(`url=${own}&format=xml`), 501);
    for (const url of ["https%3A%2F%2Felsewhere.example%2Fferry.html", encodeURIComponent(`${site.origin}/none.html`), "no"]) assert.equal(await status(`url=${url}`), 404);
    await withPage(held, `${site.origin}/embed.html?article=//elsewhere.example/a`, async (page) => {
      await page.getByText("There is no such article.").waitFor();
    });
  } finally {
    await site.stop();
  }
});

/** Logs in, finds the block of the page as it was saved, and puts another one below it. @param {Page} page */
async function editsBlocks(page) {
  // The page's script goes there once, after 200 ms: what was typed into the other field meanwhile would land here.
  await page.waitForFunction(() => document.activeElement?.id === "user_login");
  await page.locator("#user_login").fill("editor");
  await page.locator("#user_pass").fill("password");
  await page.locator("#wp-submit").click();
  await page.locator("article-viewer").waitFor();
  await page.getByRole("button", { name: "Close dialog" }).click();
  assert.equal(await drawn(page), "Viaduct opens to walkers after forty years");
  await page.evaluate(() => {
    const { data, blocks } = /** @type {any} */ (window).wp;
    data.dispatch("core/block-editor").insertBlock(blocks.createBlock("article-viewer/article"));
  });
  const placeholder = page.locator(".components-placeholder");
  await placeholder.getByRole("textbox").fill("/wp-content/uploads/bridge.json");
  await placeholder.getByRole("button", { name: "Show article" }).click();
  await waitForState(page, "ready", "[data-type='article-viewer/article']:last-child article-viewer");
  const found = await page.evaluate(() => /** @type {any} */ (window).wp.data.select("core/block-editor").getBlocks()
    .map((/** @type {any} */ { name, isValid, attributes }) => [name, isValid, attributes.src]));
  assert.deepEqual(found, Array(2).fill(["article-viewer/article", true, "/wp-content/uploads/bridge.json"]));
  await picture(page, "wordpress-editor");
}

test("WordPress: the block shows its article on a page and in the editor", async (t) => {
  const missing = await missingForWordPress();
  if (missing) return t.skip(missing);
  const content = '<!-- wp:article-viewer/article {"src":"/wp-content/uploads/bridge.json","title":"Viaduct \\u0026 walkers"} /-->';
  const site = await startWordPress(example("wordpress/article-viewer"), content);
  try {
    t.diagnostic(`WordPress ${site.version}`);
    await fs.cp(dist, path.join(site.folder, "wp-content/plugins/article-viewer/viewer"), { recursive: true });
    await fs.mkdir(path.join(site.folder, "wp-content/uploads"), { recursive: true });
    await fs.cp(example("plain/bridge.json"), path.join(site.folder, "wp-content/uploads/bridge.json"));
    await fs.cp(path.join(demo, "photos"), path.join(site.folder, "wp-content/uploads/photos"), { recursive: true });
    await withoutScript(site.page, async (page) => assert.ok(await page.getByRole("link", { name: "Viaduct & walkers" }).isVisible()));
    await withPage(held, site.page, async (page) => {
      assert.equal(await drawn(page), "Viaduct opens to walkers after forty years");
      await picture(page, "wordpress");
    });
    await withPage(held, `${site.origin}/wp-login.php?redirect_to=${encodeURIComponent(site.editor)}`, (page) => editsBlocks(page), { viewport: { width: 1200, height: 844 } });
  } finally {
    await site.stop();
  }
});
