import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, flowLoaded, frames, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { policy, root } from "./support/server.js";

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];

/** A page whose policy forbids WebAssembly. @param {string} body @param {{lang?: string, css?: string}} [options] */
function strictPage(body, options) {
  const url = held.server.page(body, options);
  const { pathname } = new URL(url);
  held.server.route(`/strict${pathname}`, async (_, response) => {
    const html = await (await fetch(url)).text();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.replace(" 'wasm-unsafe-eval'", "") });
    response.end(html);
  });
  return `${held.server.origin}/strict${pathname}`;
}

/** The same without the core's file, and its copy. @param {() => Promise<void>} body */
async function withoutWasm(body) {
  const files = ["/article-viewer.wasm", "/article-viewer-inline-core.js"];
  for (const file of files) held.server.route(file, (_, response) => response.writeHead(404).end());
  await body().finally(() => files.forEach((file) => held.server.unroute(file)));
}

/**
 * What the layer says, hidden panels too: an element a line, with what it is and says, without
 * the pieces that lines are cut into.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
function dump(page) {
  return page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const names = ["role", "name", "aria-label", "aria-roledescription", "aria-selected", "aria-controls", "aria-labelledby",
      "aria-disabled", "tabindex", "lang", "dir", "href", "datetime", "alt", "type", "hidden", "id"];
    /** @type {string[]} */
    const out = [];
    /** @param {Element} element @param {number} depth */
    const walk = (element, depth) => {
      if (element.getAttribute("aria-hidden") === "true") return;
      const piece = element.localName === "wbr" || (element.localName === "span" && !element.attributes.length) ||
        (element.localName === "span" && !element.classList.contains("node") && !element.lang);
      const meant = names.flatMap((name) => element.hasAttribute(name) ? [`${name}=${element.getAttribute(name)}`] : []);
      const own = [...element.classList].filter((name) => name.startsWith("as-"));
      const leaf = !element.querySelector(".node:not(i)");
      if (!piece)
        out.push(`${"  ".repeat(depth)}${element.localName} ${[...own, ...meant].join(" ")} ${leaf ? JSON.stringify(element.textContent) : ""}`);
      for (const child of element.children) walk(child, depth + (piece ? 0 : 1));
    };
    walk(/** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer")), 0);
    return out;
  });
}

/** @param {import("playwright-core").Page} page */
async function plainOf(page, reason = "wasm") {
  const load = await waitForEvent(page, "article-load");
  assert.equal(load.detail.view, "plain");
  assert.equal(load.state, "ready");
  assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.matches(":state(plain)")));
  const [first, second] = (await eventsOf(page)).filter(({ type }) => type === "article-load" || type === "article-error");
  if (reason) assert.equal(first.detail.reason, reason);
  assert.equal((reason ? second : first).type, "article-load");
  await waitUntilComplete(page);
  return load.detail;
}

for (const name of samples) {
  test(`${name} says the same without WebAssembly, by policy or by a missing file`, async () => {
    const body = `<article-viewer src="/demo/${name}.json" heading-level="3"></article-viewer>`;
    /** @type {string[]} */
    let core = [];
    await withPage(held, held.server.page(body), async (page) => {
      await waitUntilComplete(page);
      core = await dump(page);
    });
    assert.ok(core.length > 150, `${core.length} elements`);
    const compare = async (/** @type {import("playwright-core").Page} */ page) => {
      const { problems, format } = await plainOf(page);
      assert.deepEqual(problems, []);
      assert.equal(format, "article");
      assert.deepEqual(await dump(page), core);
    };
    await withPage(held, strictPage(body), async (page, errors) => {
      await compare(page);
      errors.length = 0;  // the browser says there what the policy forbade
    });
    await withoutWasm(() => withPage(held, held.server.page(body), compare));
  });
}

test("odd documents say the same with the core and without it, and have problems at the same places", async () => {
  const odd = { version: 2, language: "zh_Hant_TW", site: { name: 5, login: "登入", edition: { label: "" } },
    article: { headline: "  標題\n換行 <b> \u0007", url: "javascript:alert(1)", kicker: ["x"], published: "2023-02-29",
      updated: "2024-02-29T23:59:60.5-00:00", source: { label: "來源", url: "mailto:a@b.c" },
      bylines: ["王", { role: "攝影", names: [{ name: "李", title: "記者", url: "//other.example/x y" }, "", 7] }, { names: [] }, null],
      lead: "data:text/html,x", summary: null,
      body: ["只是字串", null, 7, { type: "paragraph" }, { type: "paragraph", text: [" a ", { text: "b\n", strong: "true", emphasis: 2 }, 3, "骨\n", "直"] },
        { type: "heading", level: 9, text: "六級" }, { type: "heading", level: 2, text: ["二級", { text: "en", language: "en", url: "#x" }] },
        { type: "list", ordered: 1, items: ["一", null, "", { text: "x" }] }, { type: "list", items: [] }, { type: "video", url: "ftp://x", poster: { src: "a.jpg", focus: { x: 2, y: 0.5 } }, title: "片" },
        { type: "video", url: "v", duration: "3725.4", title: "時間" }, { type: "photo" }, { type: "photo", photo: { caption: "無圖", credit: "攝" } },
        { type: "photo", photo: { sources: [{ src: "s.jpg", width: "640px" }, { src: "t.jpg" }], alt: "同", caption: "同", width: 10.5, height: 20 } },
        { type: "quote", text: [] }, { type: "rule" }, { type: "table" }, { type: "slot" }, { type: "slot", name: " ", height: "9" }, { type: "slot", name: 7, height: -1 }, { type: "slot", name: "7" }, { type: "slot", name: true, height: "x" }, { type: "slot", name: "after-card" }], credits: { role: "編輯", names: "陳" }, tags: ["標籤", { label: "連結", url: "t" }, {}] },
    gallery: { photos: [{ src: "1.jpg", caption: "一", url: "p" }, "2.jpg", {}, { caption: "三" }] },
    rankings: { selected: "none", tabs: [{ id: "a", label: "甲", items: ["字串", { title: "題", views: 12345678, url: "" }, { views: 1 }] },
      { id: "a", label: "", items: [] }, { label: "乙", items: { title: "單" }, more: { label: "更多" } }] },
    comments: { total: -1, participants: "120000", hot: [], latest: [{ author: "讀者", text: "好", likes: 10000, published: "2023-03-12 09:56" }, { author: "無" }] } };
  held.server.route("/odd.json", { body: JSON.stringify(odd) });
  held.server.route("/swedish.json", { body: JSON.stringify({ ...odd, language: "sv" }) });  // with English words
  const tall = { viewport: { width: 390, height: 4000 } };  // no picture is too far to be loaded
  for (const src of ["/odd.json", "/swedish.json", '/odd.json" parts="comments gallery', '/odd.json" heading-level="6']) {
    const body = `<article-viewer src="${src}"></article-viewer>`;
    /** @type {{layer: string[], problems: string[], headline: string}[]} */
    const found = [];
    const look = async (/** @type {import("playwright-core").Page} */ page) => {
      const { detail } = await waitForEvent(page, "article-load");
      // Once its pictures have failed, those of each slide: the notices are compared too.
      for (const slide of [3, 2, 1, 0]) {
        await page.evaluate((index) => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(index), slide);
        await page.waitForFunction(() =>
          [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img.node") ?? []]
            .filter((image) => !image.closest("[hidden]")).every((image) => image.classList.contains("missing")));
        await frames(page);
      }
      // What was expected the core alone says.
      found.push({ layer: await dump(page), headline: detail.headline,
        problems: detail.problems.map((/** @type {any} */ { severity, pointer }) => `${severity} ${pointer}`) });
    };
    await withPage(held, held.server.page(body), look, tall);
    await withPage(held, held.server.page(body.replace("<article-viewer", '<article-viewer view="plain"')), look, tall);
    await withoutWasm(() => withPage(held, held.server.page(body), look, tall));
    const [core, ...others] = found;
    assert.ok(core.problems.length > 30);
    for (const other of others) assert.deepEqual(other, core);
  }
});

test("tabs, gallery and keyboard work without the core, and tell the page", async () => {
  await withoutWasm(async () => {
    const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
    await withPage(held, url, async (page) => {
      await plainOf(page);
      const rankings = page.getByRole("tablist", { name: "Most read" });
      await rankings.getByRole("tab").first().click();
      let { detail } = await waitForEvent(page, "article-tab");
      assert.deepEqual(detail, { part: "rankings", id: detail.id, cause: "user" });
      await rankings.getByRole("tab", { selected: true }).and(rankings.getByRole("tab").first()).waitFor();
      await page.keyboard.press("End");
      await rankings.getByRole("tab", { selected: true }).and(rankings.getByRole("tab").last()).waitFor();
      await waitForEvent(page, "article-tab", 2);
      assert.equal(await page.locator("article-viewer [role=tabpanel]:visible").count(), 2);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("latest", "comments"));
      ({ detail } = await waitForEvent(page, "article-tab", 3));
      assert.deepEqual(detail, { part: "comments", id: "latest", cause: "script" });

      await page.getByRole("button", { name: "Next photo" }).click();
      ({ detail } = await waitForEvent(page, "article-photo"));
      assert.deepEqual(detail, { index: 1, total: detail.total, cause: "user" });
      await page.keyboard.press("ArrowRight");
      ({ detail } = await waitForEvent(page, "article-photo", 2));
      assert.equal(detail.index, 2);
      await page.getByRole("group", { name: `3 / ${detail.total}`, exact: true }).waitFor();
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(0));
      assert.equal((await waitForEvent(page, "article-photo", 3)).detail.cause, "script");
      assert.equal(await page.getByRole("button", { name: "Previous photo" }).getAttribute("aria-disabled"), "true");

      await page.getByRole("button", { name: "Enlarge photo" }).first().waitFor();
      assert.match(await page.locator("article-viewer .said").innerText(), /^3 \/ /, "what the reader changed is told");
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      const dialog = page.getByRole("dialog");
      assert.match(String(await dialog.getAttribute("aria-label") ?? await dialog.innerText()), /1 \/ /);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await page.evaluate(() => addEventListener("article-navigate", (event) => event.preventDefault()));
      await page.getByRole("tabpanel").getByRole("link").first().click();
      assert.equal((await waitForEvent(page, "article-navigate")).detail.kind, "ranking");
      const { width, height } = (await waitForEvent(page, "article-resize")).detail;
      assert.equal(width, 390);
      assert.equal(Math.round(height), await page.evaluate(() => document.querySelector("article-viewer")?.clientHeight));
    });
  });
});

test("words, theme, parts and heading level hold without the core", async () => {
  await withoutWasm(async () => {
    const url = held.server.page('<article-viewer src="/demo/en.json" theme="dark" parts="gallery comments"></article-viewer>');
    await withPage(held, url, async (page) => {
      await plainOf(page);
      assert.equal(await page.getByRole("tablist").count(), 1);
      await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        viewer.words = { next: "Onward" };
        viewer.headingLevel = 4;
      });
      await page.getByRole("button", { name: "Onward" }).waitFor();
      assert.equal(await page.getByRole("heading", { level: 5 }).count() > 0, true);
      const paper = await page.locator("article-viewer .content").evaluate((element) => getComputedStyle(element).backgroundColor);
      assert.equal(paper, "rgb(20, 22, 24)");
    });
  });
});

test("what cannot be shown without the core either is refused with its reason", async () => {
  await withoutWasm(async () => {
    for (const [body, reason] of [["{", "json"], ['{"hello": 1}', "document"], ["[]", "document"]]) {
      held.server.route("/bad.json", { body });
      const url = held.server.page('<article-viewer src="/bad.json"><p>Fallback</p></article-viewer>');
      await withPage(held, url, async (page) => {
        const { detail } = await waitForEvent(page, "article-error", 2);
        assert.equal(detail.reason, reason);
        assert.ok(await page.getByText("Fallback").isVisible());
        await page.getByRole("status").getByText("The article can't be loaded").waitFor();
      });
    }
  });
});

for (const [who, head, view] of [["an operator's order", '<meta name="article-viewer" content="view=plain">', "canvas"], ["the attribute", "", "plain"]])
test(`${who} shows all as HTML, and fetches no core`, async () => {
  const url = held.server.page(`${head}<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`);
  await withPage(held, url, async (page) => {
    assert.equal((await waitForEvent(page, "article-load")).detail.view, "plain");
    await waitUntilComplete(page);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(fetched.length > 3 && !fetched.some((name) => name.endsWith(".wasm")), fetched.join(" "));
  });
});

test("where a policy refuses WebAssembly nothing of the drawing is fetched", async () => {
  let asked = 0;
  const code = await readFile(path.join(root, "dist/article-viewer.wasm"));
  held.server.route("/article-viewer.wasm", (_, response) => {
    asked += 1;
    response.writeHead(200, { "Content-Type": "application/wasm" }).end(code);
  });
  try {
    await withPage(held, strictPage('<article-viewer src="/demo/en.json"></article-viewer>'), async (page, errors) => {
      assert.equal((await waitForEvent(page, "article-load")).detail.view, "plain");
      const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      assert.ok(fetched.some((name) => name.endsWith("-plain-widget.js")) && !fetched.some((name) => name.endsWith("r-widget.js")), fetched.join(" "));
      errors.length = 0;
    });
    assert.equal(asked, 0);
    // Served as text it is compiled all the same.
    held.server.route("/article-viewer.wasm", { body: code, type: "text/plain" });
    await withPage(held, held.server.page('<article-viewer src="/demo/en.json"></article-viewer>'), async (page) => {
      assert.equal((await waitForEvent(page, "article-load")).detail.view, "canvas");
    });
  } finally {
    held.server.unroute("/article-viewer.wasm");
  }
});

/** What a browser may lack, taken away before anything is loaded; and the reason told. */
const lacking = [
  ["delete WebAssembly", "wasm"], ["WebAssembly.compile = WebAssembly.compileStreaming = WebAssembly.instantiate = undefined", "wasm"],
  ["delete OffscreenCanvas", "webgl"], ["delete createImageBitmap", "webgl"], ["delete ResizeObserver", "webgl"],
  ["delete IntersectionObserver", "webgl"], ["delete WebGL2RenderingContext", "webgl"], ["delete CanvasRenderingContext2D", "wasm"],
  ["HTMLCanvasElement.prototype.getContext = () => null", "wasm"],
];
for (const [script, reason] of lacking) {
  test(`after "${script}" the article is plain HTML`, async () => {
    const url = held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>');
    await withPage(held, url, async (page) => {
      const { detail } = await waitForEvent(page, "article-load");
      assert.equal(detail.view, "plain");
      const [error] = await eventsOf(page, "article-error");
      assert.equal(error.detail.reason, reason);
      await page.getByRole("tab", { name: "日榜" }).click();
      await waitForEvent(page, "article-tab");
      await page.setViewportSize({ width: 700, height: 600 });
      const resize = await page.waitForFunction(() =>
        /** @type {any} */ (window).events.find((/** @type {any} */ one) => one.type === "article-resize" && one.detail.width === 700));
      assert.ok(resize);
    }, { script: `${script};` });
  });
}

for (const script of ["delete CSSStyleSheet.prototype.replaceSync", "delete visualViewport", "delete HTMLElement.prototype.attachInternals",
  "delete Intl.Segmenter", "Object.defineProperty(Document.prototype, 'fonts', { value: undefined })", "delete ImageBitmapRenderingContext"]) {
  test(`after "${script}" there is an article, and no exception`, async () => {
    const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
    await withPage(held, url, async (page, errors) => {
      await waitForEvent(page, "article-load");
      await page.getByRole("tab").first().click();
      await waitForEvent(page, "article-tab");
      // Without constructable sheets a style element stands in, which this policy forbids.
      if (script.includes("replaceSync")) errors.splice(0, errors.length, ...errors.filter((text) => !/style-src/.test(text)));
    }, { script: `${script};` });
  });
}

for (const name of samples) {
  test(`${name} at 320 px and 200 % text: nothing overlaps, is cut or scrolls sideways`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/${name}.json" view="plain"></article-viewer>`, { css: "html { font-size: 200% }" });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      const found = await page.evaluate(() => {
        const layer = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer"));
        const texts = [...layer.querySelectorAll(".node")].filter((element) =>
          !element.querySelector(".node") && element.textContent && !element.classList.contains("said") && element.checkVisibility());
        const wrong = [];
        const { left, right } = layer.getBoundingClientRect();
        // Where ink may be: a character's em box in its line, but for spaces, which hang.
        /** @type {{name: string, rects: {left: number, right: number, top: number, bottom: number}[]}[]} */
        const blocks = texts.map((element) => {
          const half = Number.parseFloat(getComputedStyle(element).fontSize) / 2;
          const range = document.createRange();
          const rects = [];
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            for (const { index, 0: { length } } of (text.textContent ?? "").matchAll(/\S+/g)) {
              range.setStart(text, index);
              range.setEnd(text, index + length);
              for (const { left: l, right: r, top, bottom } of range.getClientRects())
                rects.push({ left: l, right: r, top: (top + bottom) / 2 - half, bottom: (top + bottom) / 2 + half });
            }
          }
          return { name: String(element.textContent).slice(0, 20), rects };
        });
        for (const { name: text, rects } of blocks)
          for (const rect of rects) if (rect.left < left - 1 || rect.right > right + 1) wrong.push(`${text} is cut`);
        for (let i = 0; i < blocks.length; ++i)
          for (const other of blocks.slice(i + 1, i + 8))
            for (const a of blocks[i].rects)
              for (const b of other.rects)
                if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
                  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2) wrong.push(`${blocks[i].name} on ${other.name}`);
        const { scrollWidth, clientWidth } = document.documentElement;
        return { wrong: [...new Set(wrong)], texts: texts.length, sideways: scrollWidth - clientWidth,
          size: getComputedStyle(/** @type {Element} */ (layer.querySelector("p.as-body"))).fontSize };
      });
      assert.ok(found.texts > 60);
      assert.equal(found.size, "34px");
      assert.deepEqual(found.wrong, []);
      assert.equal(found.sideways, 0);
    }, { viewport: { width: 320, height: 640 } });
  });
}

test("in forced colours the layer shows itself, the selected tab and the arrows are seen", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await flowLoaded(page);
    assert.equal(await page.locator("article-viewer canvas:visible").count(), 0);
    const borders = await page.getByRole("tab").evaluateAll((tabs) => tabs.map((tab) =>
      [tab.getAttribute("aria-selected") === "true", getComputedStyle(/** @type {Element} */ (tab.firstElementChild)).borderBottomColor]));
    const colors = new Set(borders.filter(([selected]) => selected).map(([, color]) => color));
    assert.ok(borders.every(([selected, color]) => selected === colors.has(color)), JSON.stringify(borders));
    const arrow = await page.getByRole("button", { name: "Next photo" }).evaluate((button) => {
      const { width, borderTopStyle, borderTopColor } = getComputedStyle(button, "::before");
      return { width, borderTopStyle, seen: borderTopColor !== getComputedStyle(button).backgroundColor };
    });
    assert.deepEqual(arrow, { width: "10px", borderTopStyle: "solid", seen: true });
  }, { forcedColors: "active", reducedMotion: "reduce" });
});

test("who asks for more contrast has no grey text", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" view="plain"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const colors = await page.locator("article-viewer :is(.as-meta, .as-summary, .as-body)").evaluateAll((all) =>
      [...new Set(all.map((element) => getComputedStyle(element).color))]);
    assert.deepEqual(colors.sort(), ["rgb(0, 0, 0)", "rgb(26, 28, 30)"]);
  }, { contrast: "more" });
});

for (const sample of ["zh-hans", "en"])
  for (const [width, height] of [[390, 844], [1280, 900]])
    test(`${sample} at ${width} px: what is shown first fills the screen, and is little more`, async () => {
      const url = held.server.page(`<article-viewer view="plain" src="/demo/${sample}.json"></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        const { bottom, shown, all } = await page.evaluate(() => ({ .../** @type {any} */ (window).first,
          all: document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll(".layer .node").length ?? 0 }));
        assert.ok(bottom >= height, `it ends at ${bottom}`);
        assert.ok(shown > 5 && shown < all / 3, `${shown} elements of ${all}`);
      }, { viewport: { width, height }, script: `addEventListener("article-load", ({ target }) => {
        const layer = target.shadowRoot.querySelector(".layer");
        window.first = { bottom: layer.getBoundingClientRect().bottom, shown: layer.querySelectorAll(".node").length };
      });` });
    });

for (const view of ["plain", "canvas"])
  test(`as ${view} a tab of the rankings is selected in no other part`, async () => {
    const url = held.server.page(`<article-viewer view="${view}" src="/demo/en.json"></article-viewer>`);
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      const selected = (/** @type {string[]} */ parts) => page.evaluate(async (all) => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        for (const part of all) await viewer.selectTab("week", part);
        await viewer.updateComplete;
        return [...viewer.shadowRoot.querySelectorAll("[role=tab]")].map((tab) => tab.getAttribute("aria-selected") === "true");
      }, parts);
      const before = await selected([]);
      assert.deepEqual(await selected(["gallery", "card", "nonsense"]), before);
      assert.notDeepEqual(await selected(["rankings"]), before);
    });
  });
