// The second layout, whose names carry hashes, and what lies compressed beside the files of both.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { hashed, writeHashed } from "../../tools/dist/hashed.mjs";
import { useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const dist = path.join(root, "dist");
before(writeHashed);

/** @param {string} folder @param {string} name */
const read = (folder, name) => readFile(path.join(folder, name));
const namesOf = async () => JSON.parse(String(await read(hashed, "names.json")));

test("each name tells the content, and the entry is tiny", async () => {
  const names = await namesOf();
  assert.ok(Object.keys(names).length > 25);
  for (const [plain, name] of Object.entries(names)) {
    const [, hash] = /\.([0-9a-f]{10})\.(?:js|css|wasm)$/.exec(name) ?? assert.fail(name);
    assert.equal(createHash("sha256").update(await read(hashed, name)).digest("hex").slice(0, 10), hash, plain);
  }
  assert.ok((await read(hashed, "article-viewer.js")).length < 100);
  const left = (await readdir(hashed)).filter((name) => !/\.(br|gz)$/.test(name) && !Object.values(names).includes(name));
  assert.deepEqual(left.sort(), ["article-viewer.js", "integrity.json", "names.json"]);
});

test("no file names another one without its hash", async () => {
  const names = await namesOf();
  for (const name of Object.values(names)) {
    if (!name.endsWith(".js")) continue;
    for (const [quoted] of String(await read(hashed, name)).matchAll(/"(?:\.\/)?article-viewer[\w-]*\.(?:js|wasm)"/g)) assert.fail(`${name}: ${quoted}`);
  }
});

test("what lies compressed beside a file is that file", async () => {
  for (const folder of [dist, hashed]) {
    const names = (await readdir(folder)).filter((name) => /^article-viewer.*\.(js|css|wasm)$/.test(name));
    assert.ok(names.length > 25);
    for (const name of names) {
      const bytes = await read(folder, name);
      assert.ok(brotliDecompressSync(await read(folder, `${name}.br`)).equals(bytes), `${name}.br`);
      assert.ok(gunzipSync(await read(folder, `${name}.gz`)).equals(bytes), `${name}.gz`);
    }
  }
});

/** A page with an entry of its own. @param {string} script @param {string} markup */
function pageOf(script, markup) {
  held.server.route("/start.js", { body: script, type: "text/javascript" });
  held.server.route("/hashed.html", { type: "text/html; charset=utf-8", body: `<!doctype html><html lang="de"><meta charset="utf-8">
<title>Test</title><link rel="icon" href="data:,"><script type="module" src="/start.js"></script><body>${markup}` });
  return `${held.server.origin}/hashed.html`;
}

/** @param {import("playwright-core").Page} page */
const fetched = (page) => page.evaluate(() => performance.getEntriesByType("resource")
  .map(({ name }) => new URL(name).pathname).filter((one) => one.includes("article-viewer")));

for (const view of ["canvas", "plain"])
  test(`an article is shown from it, with a photo, ${view}`, async () => {
    const url = pageOf('import "/hashed/article-viewer.js";', `<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`);
    await withPage(held, url, async (page) => {
      assert.equal((await waitForEvent(page, "article-load")).detail.view, view);
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      const asked = await fetched(page);
      assert.ok(asked.length > 4, asked.join());
      assert.deepEqual(asked.filter((one) => !/^\/hashed\/article-viewer(\.js|.*\.[0-9a-f]{10}\.(js|wasm))$/.test(one)), []);
    });
  });

test("a bundle finds it where the page says", async () => {
  const names = await namesOf();
  held.server.route("/app/all.js", { body: await read(hashed, names["article-viewer.js"]), type: "text/javascript" });
  const url = pageOf(`import { ArticleViewerElement } from "/app/all.js";
    ArticleViewerElement.setAssetBase(new URL("/hashed/", location.href));
    document.body.innerHTML = '<article-viewer src="/demo/en.json" view="canvas"></article-viewer>';`, "");
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const asked = (await fetched(page)).filter((one) => !one.startsWith("/app/"));
    assert.ok(asked.length > 2 && asked.every((one) => one.startsWith("/hashed/")), asked.join());
  });
});
