// The files of one build: a file of another one is never used, a changed byte is refused where the page says what the
// files are, and they may lie elsewhere than the element's own.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { integrityOf } from "../../tools/dist/integrity.mjs";
import { eventsOf, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const dist = path.join(root, "dist");
const code = (await readdir(dist)).filter((name) => /^article-viewer.*\.(js|wasm)$/.test(name) && !name.includes("prerender"));
const lazy = code.filter((name) => name !== "article-viewer.js");
const text = await readFile(path.join(dist, "article-viewer-widget.js"), "latin1");
const [, id] = /build="([0-9a-f]{12})"/.exec(text) ?? assert.fail("the widget's file says no build");
const other = "0123456789ab";

/** @param {string} name @returns {Promise<Buffer>} the file, as of another build that works as this one does */
const ofOther = async (name) => Buffer.from((await readFile(path.join(dist, name), "latin1")).replaceAll(id, other), "latin1");
/** @param {string} name */
const typeOf = (name) => name.endsWith(".wasm") ? "application/wasm" : "text/javascript";

/** What is not a module's to say: which cores are run, and of which build the widgets' files are. */
const watch = `
  window.cores = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (module, ...rest) => {
    window.cores.push(new TextDecoder().decode(WebAssembly.Module.customSections(module, "build")[0]));
    return instantiate(module, ...rest);
  };`;

/**
 * Serves files in the place of those of dist/.
 * @template T @param {Map<string, import("./support/server.js").Handler | {body: Buffer, type: string}>} files by name
 * @param {() => Promise<T>} use @returns {Promise<T>}
 */
async function serving(files, use) {
  for (const [name, what] of files) held.server.route(`/${name}`, what);
  try {
    return await use();
  } finally {
    for (const name of files.keys()) held.server.unroute(`/${name}`);
  }
}

/** @param {string[]} names */
const othersOf = async (names) => new Map(await Promise.all(names.map(async (name) =>
  /** @type {[string, {body: Buffer, type: string}]} */ ([name, { body: await ofOther(name), type: typeOf(name) }]))));

/** @param {import("playwright-core").Page} page */
const foundIn = (page) => page.evaluate(() => {
  const { events, cores } = /** @type {any} */ (window);
  const element = /** @type {any} */ (document.querySelector("article-viewer"));
  return {
    state: element.state, plain: element.matches(":state(plain)"), cores,
    reasons: events.filter((/** @type {any} */ { type }) => type === "article-error").map((/** @type {any} */ { detail }) => detail.reason),
    builds: events.filter((/** @type {any} */ { type }) => type === "article-vitals").map((/** @type {any} */ { detail }) => detail.build),
  };
});

/** @param {import("playwright-core").Page} page */
async function settled(page) {
  await page.waitForFunction(() => /ready|failed/.test(/** @type {any} */ (document.querySelector("article-viewer"))?.state));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
}

test("every file says its build, and the core too", async () => {
  for (const name of lazy) {
    const bytes = await readFile(path.join(dist, name));
    if (name.endsWith(".wasm")) {
      const [section] = WebAssembly.Module.customSections(await WebAssembly.compile(bytes), "build");
      assert.equal(new TextDecoder().decode(section), id, name);
    } else assert.ok(bytes.includes(`export const build="${id}"`), name);
  }
});

/** What must be there for an article to be drawn, and to be shown as HTML; all else goes with the last. */
const parts = [["article-viewer.js"], ["article-viewer-widget.js"], ["article-viewer.wasm"], ["article-viewer-plain-widget.js"],
  lazy.filter((name) => !/^article-viewer(-widget\.js|-plain-widget\.js|\.wasm)$/.test(name))];

test("no mix of two builds runs another one's code, and each shows the article or says why not", async () => {
  const markup = '<article-viewer src="/demo/en.json" loading="eager">fallback</article-viewer>';
  /** @type {Record<string, number>} */
  const seen = {};
  for (let mix = 1; mix < 2 ** parts.length - 1; mix += 1) {
    const names = parts.flatMap((names, i) => mix >> i & 1 ? names : []);
    const own = names.includes("article-viewer.js") ? other : id;
    const fits = (/** @type {string} */ name) => names.includes(name) === (own === other);
    await serving(await othersOf(names), () => withPage(held, held.server.page(markup, { lang: "fr" }), async (page) => {
      await settled(page);
      const found = await foundIn(page);
      const told = `mix ${mix.toString(2)}: ${JSON.stringify(found)}`;
      const draws = fits("article-viewer-widget.js") && fits("article-viewer.wasm");
      const isPlain = !draws && fits("article-viewer-plain-widget.js");
      assert.deepEqual(found.reasons, draws ? [] : ["version"], told);
      assert.equal(found.state, draws || isPlain ? "ready" : "failed", told);
      assert.equal(found.plain, isPlain, told);
      assert.ok(found.cores.every((/** @type {string} */ build) => build === own), told);
      assert.ok(found.builds.every((/** @type {string} */ build) => build === own), told);
      const outcome = draws ? "drawn" : isPlain ? "plain" : "failed";
      seen[outcome] = (seen[outcome] ?? 0) + 1;
    }, { script: watch }));
  }
  assert.deepEqual(seen, { drawn: 6, plain: 12, failed: 12 });
});

/** The names that a module exports. @param {string} module */
const exported = (module) => (/export\{([^}]*)\}/.exec(module)?.[1] ?? "").split(",").map((one) => one.split(" as ").at(-1) ?? "");

test("each file of another build is passed over, and the article stands without it", async () => {
  for (const name of lazy.filter((name) => name.endsWith(".js") && !/-(plain-)?widget|-words-(?!de)/.test(name))) {
    const names = exported(await readFile(path.join(dist, name), "utf8"));
    const planted = `export const build = "${other}"; const used = () => { window.used = "${name}"; };
      ${names.map((one) => one === "default" ? "export default new Proxy({}, { get: used, ownKeys: used });" : `export const ${one} = new Proxy(class {}, { apply: used, construct: used, get: used });`).join("\n")}`;
    const markup = '<article-viewer src="/demo/en.json" loading="eager" refresh="15"><p>Before</p></article-viewer>';
    await serving(new Map([[name, { body: Buffer.from(planted), type: "text/javascript" }]]), () =>
      withPage(held, held.server.page(markup, { lang: "de" }), async (page) => {
        await settled(page);
        await page.evaluate(async () => {
          const element = /** @type {any} */ (document.querySelector("article-viewer"));
          await element.openPhoto(0).catch(() => {});
          await element.closePhoto().catch(() => {});
          await element.toBlob().catch(() => {});
          await element.reload();
        });
        await settled(page);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).used), undefined, name);
        assert.equal((await foundIn(page)).state, "ready", name);
        assert.ok(await page.getByRole("heading", { level: 2 }).first().isVisible(), name);
      }));
  }
});

test("a cache's file of another build is asked for once more, past the cache", async () => {
  for (const name of ["article-viewer-widget.js", "article-viewer.wasm", "article-viewer-plain-widget.js"]) {
    const [own, foreign] = [await readFile(path.join(dist, name)), await ofOther(name)];
    const view = name.includes("plain") ? "plain" : "canvas";
    /** @type {string[]} */
    const asked = [];
    const cache = new Map([[name, (/** @type {import("node:http").IncomingMessage} */ request, /** @type {import("node:http").ServerResponse} */ response) => {
      const { search } = new URL(request.url ?? "", "http://localhost");
      asked.push(search);
      held.server.reply(response, search ? own : foreign, typeOf(name));
    }]]);
    await serving(cache, () => withPage(held, held.server.page(`<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      const { state, plain, reasons } = await foundIn(page);
      assert.deepEqual([state, plain, reasons], ["ready", view === "plain", []], name);
      assert.deepEqual(asked, ["", `?${id}`], name);
    }));
  }
});

test('view="canvas" fails where a file is of another build', async () => {
  for (const name of ["article-viewer-widget.js", "article-viewer.wasm"])
    await serving(await othersOf([name]), () => withPage(held, held.server.page('<article-viewer src="/demo/en.json" view="canvas">Before</article-viewer>'), async (page) => {
      await waitForState(page, "failed");
      assert.deepEqual((await foundIn(page)).reasons, ["version"]);
    }));
});

/** A page without a policy, so that it may hold an import map. @param {string} map @param {string} markup */
function pageWithMap(map, markup) {
  const body = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">
<script type="importmap">${map}</script><script type="module" src="/article-viewer.js"></script><body>${markup}`;
  held.server.route("/mapped.html", (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(body));
  return `${held.server.origin}/mapped.html`;
}

test("where the page says what the files are, one changed byte is refused", async () => {
  const values = Object.fromEntries(await Promise.all(code.map(async (name) => [`./${name}`, integrityOf(await readFile(path.join(dist, name)))])));
  const url = pageWithMap(JSON.stringify({ integrity: values }), '<article-viewer src="/demo/en.json" loading="eager">fallback</article-viewer>');
  await withPage(held, url, async (page) => {
    await settled(page);
    assert.deepEqual((await foundIn(page)).reasons, []);
    assert.equal((await foundIn(page)).plain, false);
  });
  const inline = "article-viewer-inline-core.js";
  for (const names of [...code.map((one) => [one]), ["article-viewer.wasm", inline]]) {
    const name = names.join(" ");
    /** @type {string[]} */
    const asked = [];
    const changed = new Map(await Promise.all(names.map(async (one) => {
      const bytes = Buffer.from(await readFile(path.join(dist, one)));
      // A letter within the code: what is fetched still is a module, or a core.
      bytes[one.endsWith(".wasm") ? bytes.length - 20 : one === inline ? 1000 : bytes.indexOf("build=") - 1] ^= 1;
      /** @type {import("./support/server.js").Handler} */
      const answer = (request, response) => {
        asked.push(request.url ?? "");
        held.server.reply(response, bytes, typeOf(one));
      };
      return /** @type {[string, typeof answer]} */ ([one, answer]);
    })));
    await serving(changed, () => withPage(held, url, async (page, errors) => {
      if (name === "article-viewer.js") {
        await page.waitForFunction(() => document.readyState === "complete");
        assert.equal(await page.evaluate(() => customElements.get("article-viewer")), undefined);
      } else {
        await settled(page);
        const found = await foundIn(page);
        // The second checks the core, of which there is a copy in a module, checked as well.
        const isNeeded = /^article-viewer(-widget\.js|-recovery\.js|\.wasm .*)$/.test(name);
        assert.deepEqual(found.reasons, isNeeded ? ["wasm"] : [], name);
        if (name.includes(".wasm ")) assert.deepEqual([found.plain, found.cores], [true, []]);
      }
      assert.ok(asked.every((one) => !one.includes("?")), `${name} is asked for under no other address: ${asked}`);
      // The browser says what it refuses.
      errors.splice(0, errors.length, ...errors.filter((one) => !/integrity|digest/i.test(one)));
    }, { script: watch }));
  }
  held.server.unroute("/mapped.html");
});

test("without the core's file the copy of it in a module draws", async () => {
  for (const answer of [(/** @type {any} */ _, /** @type {import("node:http").ServerResponse} */ response) => void response.writeHead(404).end(),
    { body: Buffer.from("<!doctype html><title>A page for everything</title>"), type: "text/html" }])
    await serving(new Map([["article-viewer.wasm", answer]]), () =>
      withPage(held, held.server.page('<article-viewer src="/demo/en.json" view="canvas"></article-viewer>'), async (page) => {
        await waitUntilComplete(page);
        const { state, reasons, cores } = await foundIn(page);
        assert.deepEqual([state, reasons, cores], ["ready", [], [id]]);
      }, { script: watch }));
});

test("the other files may lie elsewhere", async () => {
  const entry = await readFile(path.join(dist, "article-viewer.js"));
  held.server.route("/bundle/app.js", { body: entry, type: "text/javascript" });
  held.server.route("/start.js", { type: "text/javascript", body: `
    import { ArticleViewerElement } from "/bundle/app.js";
    ArticleViewerElement.setAssetBase("./elsewhere");
    document.body.innerHTML = '<article-viewer src="/demo/en.json" view="canvas"></article-viewer>';` });
  for (const name of lazy) held.server.route(`/elsewhere/${name}`, { body: await readFile(path.join(dist, name)), type: typeOf(name) });
  held.server.route("/moved.html", { type: "text/html", body: '<!doctype html><title>Test</title><link rel="icon" href="data:,"><body><script type="module" src="/start.js"></script>' });
  await withPage(held, `${held.server.origin}/moved.html`, async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((one) => one.includes("article-viewer")));
    assert.ok(asked.length >= 5, asked.join());
    assert.ok(asked.every((one) => one.startsWith("/elsewhere/")), asked.join());
    await assert.rejects(page.evaluate(() => /** @type {any} */ (customElements.get("article-viewer")).setAssetBase("http://")), /TypeError/);
  });
});

test("code is fetched ahead where a page asks for it", async () => {
  await withPage(held, held.server.page(""), async (page) => {
    const files = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((one) => one.startsWith("/article-viewer")).sort());
    assert.deepEqual(await files(), ["/article-viewer.js"]);
    await page.evaluate(() => /** @type {any} */ (customElements.get("article-viewer")).preload());
    const ahead = ["/article-viewer-widget.js", "/article-viewer.js", "/article-viewer.wasm"];
    assert.deepEqual(await files(), ahead);
    await page.evaluate(() => { document.body.innerHTML = '<article-viewer src="/demo/en.json"></article-viewer>'; });
    await waitForEvent(page, "article-load");
    assert.deepEqual((await files()).filter((one) => ahead.includes(one)), ahead, "each is fetched once");
  });
  await serving(new Map(lazy.map((name) => [name, (/** @type {any} */ _, /** @type {import("node:http").ServerResponse} */ response) => void response.writeHead(503).end()])), () =>
    withPage(held, held.server.page(""), async (page) => {
      assert.equal(await page.evaluate(() => /** @type {any} */ (customElements.get("article-viewer")).preload()), undefined, "what can't be had is told of later");
    }));
});

test("a file that did not come is tried again, however often", async () => {
  let left = 3;
  const file = await readFile(path.join(dist, "article-viewer-widget.js"));
  await serving(new Map([["article-viewer-widget.js", (/** @type {any} */ _, /** @type {import("node:http").ServerResponse} */ response) => {
    left -= 1;
    if (left >= 0) response.writeHead(503).end();
    else held.server.reply(response, file, "text/javascript");
  }]]), () => withPage(held, held.server.page('<article-viewer src="/demo/en.json"></article-viewer>'), async (page) => {
    await waitForEvent(page, "article-error");
    while (left >= 0) await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload().catch(() => {}));
    await waitUntilComplete(page);
    assert.equal((await foundIn(page)).state, "ready");
    assert.ok((await eventsOf(page, "article-error")).every(({ detail }) => detail.reason === "wasm"));
  }));
});
