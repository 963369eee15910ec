// A small project each, bundled without options, by tools that make sites of such projects: no file gets lost.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { openFirefox } from "../engines/support/firefox.js";
import { openWebKit } from "../engines/support/webkit.js";
import { freePort } from "../support/free-port.js";
import { inside, useBrowser, waitForEvent, waitUntilComplete, withPage } from "../web/support/browser.js";
import { Front, root } from "./support/front.js";
import { installPackage, nodeFor, run, serve } from "./support/projects.js";

const held = useBrowser();
const folder = path.join(root, "tests/slow/bundlers");
const site = path.join(folder, "site");
const samples = path.join(root, "dist/demo");

/** By what files are known, whatever they are called in a bundle. */
const texts = {
  widget: "compileShader", enlarging: "singleSpaNavigate", toBlob: "the picture can't be made", german: "Erneut versuchen",
};

const vite = (/** @type {number} */ version) => `node_modules/vite${version}/bin/vite.js`;
/** @param {string} name @param {string[]} options */
const esbuild = (name, ...options) =>
  ["node_modules/.bin/esbuild", "site/main.js", "--bundle", "--minify", `--outdir=site/dist/${name}`, "--log-level=warning", ...options];

/**
 * What is run; the page's script where the tool makes no page; whether each lazy module is a file.
 * @type {Record<string, {args: string[], script?: string, divides: boolean, node?: string, isServer?: boolean}>}
 */
const tools = {
  "Vite 6 build": { args: [vite(6), "build", "site", "--outDir", "dist/vite6", "--logLevel", "warn"], divides: true },
  "Vite 6 dev": { args: [vite(6), "site"], divides: true, isServer: true },
  "Vite 8 build": { args: [vite(8), "build", "site", "--outDir", "dist/vite8", "--logLevel", "warn"], divides: true, node: "20.19.0" },
  "Vite 8 dev": { args: [vite(8), "site"], divides: true, node: "20.19.0", isServer: true },
  "webpack": { args: ["node_modules/webpack/bin/webpack.js", "./site/main.js", "--mode", "production", "-o", "site/dist/webpack", "--stats", "errors-warnings"],
    script: "<script defer", divides: true },
  "esbuild in pieces": { args: esbuild("pieces", "--splitting", "--format=esm"), script: '<script type="module"', divides: true },
  "esbuild as a module": { args: esbuild("module", "--format=esm"), script: '<script type="module"', divides: false },
  "esbuild as a script": { args: esbuild("script"), script: "<script defer", divides: false },
};

before(() => installPackage(folder));

/** Bundles, or serves, and says that the tool warned of nothing. @param {string} name @param {import("node:test").TestContext} t */
async function bundled(name, t) {
  const { args: [tool, ...options], script, node, isServer } = tools[name];
  const [program, args] = tool.endsWith(".js") ? [node ? await nodeFor(node, t) : process.execPath, [tool, ...options]] : [path.join(folder, tool), options];
  if (isServer) {
    // What was bundled ahead of another one's package.
    await fs.rm(path.join(folder, "node_modules/.vite"), { recursive: true, force: true });
    const server = await serve(program, [...args, "--port", String(await freePort()), "--strictPort"], { cwd: folder });
    return { folders: [samples], server };
  }
  const made = path.join(folder, /(?:site\/)?(dist\/[a-z0-9]+)/.exec(args.join(" ").replaceAll("site/", ""))?.[1].replace(/^/, "site/") ?? "");
  await fs.rm(made, { recursive: true, force: true });
  const said = await run(program, args, { cwd: folder });
  assert.equal(said.replace(/^webpack compiled successfully$/m, "").trim(), "", `${name} says something`);
  if (script) {
    const page = await fs.readFile(path.join(site, "index.html"), "utf8");
    await fs.writeFile(path.join(made, "index.html"), page.replace('<script type="module"', script));
  }
  return { folders: [made, samples], server: null };
}

/**
 * A page, of which nothing was missing.
 * @param {Front} front @param {string} search @param {(page: import("playwright-core").Page) => Promise<void>} body
 */
async function withSite(front, search, body) {
  front.answers.length = 0;
  await withPage(held, `${front.origin}/?${search}`, (page) => body(page));
  assert.deepEqual(front.answers.filter((answer) => !/^(200|304) /.test(answer)), []);
}

/** @param {import("playwright-core").Page} page */
const viewer = (page) => page.locator("article-viewer");

/** The article is drawn, a photo of it enlarged, all of it put into a picture. @param {Front} front */
const looksAtDrawing = (front) => withSite(front, "src=/en.json&view=canvas", async (page) => {
  await waitUntilComplete(page);
  assert.equal((await waitForEvent(page, "article-load")).detail.view, "canvas");
  await page.waitForFunction((key) => {
    const { blocks, seen } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(key)];
    const near = blocks.filter((/** @type {any} */ { node: { block } }) => block.y < seen.bottom && block.y + block.height > seen.top);
    return near.length > 3 && near.every((/** @type {any} */ { canvases }) => canvases.length);
  }, "article-viewer.internals");
  assert.ok((await inside(page)).textures > 0, "photos are drawn");
  const made = await viewer(page).evaluate(async (/** @type {any} */ element) => {
    const blob = await element.toBlob();
    const { width, height } = await createImageBitmap(blob);
    return { type: blob.type, size: blob.size, width, height };
  });
  assert.equal(made.type, "image/png");
  assert.equal(made.width, 390);
  assert.ok(made.height > 2000 && made.size > 100_000, JSON.stringify(made));
  await viewer(page).evaluate((/** @type {any} */ element) => element.openPhoto(0));
  await waitForEvent(page, "article-photo-open");
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).waitFor();
  const image = page.getByRole("dialog").locator("canvas, img").first();
  assert.ok(((await image.boundingBox())?.width ?? 0) > 300, "the photo is as wide as the page");
});

/** @param {Front} front */
const looksAtPlainView = (front) => withSite(front, "src=/en.json&view=plain", async (page) => {
  await waitUntilComplete(page);
  assert.equal((await waitForEvent(page, "article-load")).detail.view, "plain");
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  assert.ok(await viewer(page).evaluate((element) => element.matches(":state(plain)")));
  assert.deepEqual(front.answers.filter((answer) => answer.includes(".wasm")), [], "no core is fetched");
});

/** @param {Front} front */
const looksAtGermanWords = (front) => withSite(front, "src=/de.json&view=canvas", async (page) => {
  await waitUntilComplete(page);
  await page.getByRole("button", { name: "Nächstes Foto" }).first().waitFor();
});

/** A file that does not come at first comes with the next try. @param {Front} front */
async function triesAgain(front) {
  await withPage(held, "about:blank", async (page) => {
    front.refuse(texts.widget);
    await page.goto(`${front.origin}/?src=/en.json&view=canvas&loading=eager`);
    const { detail } = await waitForEvent(page, "article-error");
    assert.equal(detail.reason, "wasm");
    assert.ok(front.hasRefused, "the widget's file was refused");
    await viewer(page).evaluate((/** @type {any} */ element) => element.reload());
    await waitUntilComplete(page);
    assert.equal((await waitForEvent(page, "article-load")).detail.view, "canvas");
    assert.ok(await page.getByRole("heading", { level: 2 }).first().isVisible());
  });
}

/** The samples, and one in a language whose words are a file. @returns {Promise<string>} its folder */
async function germanSample() {
  const at = path.join(folder, "site/dist/samples");
  const article = JSON.parse(await fs.readFile(path.join(samples, "en.json"), "utf8"));
  await fs.mkdir(at, { recursive: true });
  await fs.writeFile(path.join(at, "de.json"), JSON.stringify({ ...article, language: "de" }));
  return at;
}

/** @param {string} name @param {import("node:test").TestContext} t @param {(front: Front) => Promise<void>} use */
async function withBundle(name, t, use) {
  const { folders, server } = await bundled(name, t);
  const front = await Front.start({ folders: [...folders, await germanSample()], origin: server?.origin });
  try {
    await use(front);
    if (server) assert.doesNotMatch(server.said, /warn|error/i);
  } finally {
    await front.stop();
    await server?.stop();
  }
}

test("each of the texts is in one file of the package", async () => {
  const files = (await fs.readdir(path.join(root, "dist"))).filter((name) => name.endsWith(".js"));
  for (const text of Object.values(texts)) {
    const having = await Promise.all(files.map(async (name) => (await fs.readFile(path.join(root, "dist", name), "utf8")).includes(text)));
    assert.equal(having.filter(Boolean).length, 1, text);
  }
});

for (const [name, { divides }] of Object.entries(tools))
  test(`${name}: drawn, enlarged, plain, in German${divides ? ", and a failed load is tried again" : ""}`, async (t) => {
    await withBundle(name, t, async (front) => {
      await looksAtDrawing(front);
      await looksAtPlainView(front);
      await looksAtGermanWords(front);
      if (divides) await triesAgain(front);
    });
  });

for (const [engine, open] of /** @type {const} */ ([["Firefox", () => openFirefox({ headless: false })], ["WebKit", openWebKit]]))
  test(`Vite 6 build in ${engine}: drawn, and a failed load is tried again`, async (t) => {
    await withBundle("Vite 6 build", t, async (front) => {
      const driver = await open();
      try {
        front.refuse(texts.widget);
        await driver.open(`${front.origin}/?src=/en.json&view=canvas&loading=eager`);
        const found = await driver.evaluate(async () => {
          const element = /** @type {any} */ (document.querySelector("article-viewer"));
          while (element.state !== "failed" && element.state !== "ready") await new Promise((resolve) => setTimeout(resolve, 20));
          const before = element.state;
          await element.reload();
          await element.updateComplete;
          return { before, after: element.state, plain: element.matches(":state(plain)"), canvases: element.shadowRoot.querySelectorAll("canvas").length };
        });
        assert.ok(front.hasRefused);
        assert.deepEqual([found.before, found.after, found.plain], ["failed", "ready", false]);
        assert.ok(found.canvases > 3);
      } finally {
        await driver.close();
      }
    });
  });
