// The enlarged photo in a frame as tall as its content, in a page that scrolls it: it is where the reader is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline, flags, shell, useBrowser, withPage } from "./support/browser.js";

const held = useBrowser({ executablePath: shell, args: [...flags, "--site-per-process"] });

const paragraph = "渔船陆续回港，码头上人声鼎沸。清晨的雾还没有散，摊主们把刚卸下的鱼分拣装筐，孩子们提着水桶等父亲的船靠岸。";
const article = JSON.stringify({
  version: 1, language: "zh-Hans",
  article: {
    headline: "清晨的渔港", published: "2023-03-12 09:56", source: { label: "海湾云媒" },
    body: Array.from({ length: 24 }, () => ({ type: "paragraph", text: paragraph })),
  },
  gallery: { photos: [1, 2, 3].map((n) => ({
    src: "/demo/photos/harbour-400.jpg", width: 400, height: 225, caption: `图${n}。${paragraph.repeat(n)}` })) },
});

/**
 * A page with a frame, made as tall as what is in it where its height is not given.
 * @param {"same" | "other"} origin of the frame @param {{css?: string, lang?: string, element?: string}} [options]
 */
function framed(origin, { css = "", lang = "zh-CN", element = 'parts="card gallery"' } = {}) {
  const { server } = held;
  const port = new URL(server.origin).port;
  server.route("/framed.json", { body: article });
  server.route("/tell-height.js", { type: "text/javascript", body:
    'addEventListener("article-resize", () => parent.postMessage(document.documentElement.scrollHeight, "*"));' });
  const inner = server.page(`<script src="/tell-height.js"></script>
    <article-viewer src="/framed.json" loading="eager" ${element}></article-viewer>`, { lang });
  // Another site too, not only another port: its frames are in a process of their own.
  const from = origin === "same" ? server.origin : `http://localhost:${port}`;
  server.route("/outer.html", (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(`<!doctype html>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <style>body { margin: 0 } header { height: 300px } footer { height: 900px } iframe { border: 0; display: block; width: 100%; ${css} }</style>
    <header>Outer</header><iframe src="${inner}"></iframe><footer>End</footer>
    <script>addEventListener("message", ({ data }) => { const { style } = document.querySelector("iframe"); style.height ||= ""; if (typeof data === "number" && !${JSON.stringify(css)}.includes("height")) style.height = data + "px"; });</script>`));
  return `${from}/outer.html`;
}

/** The frame, once all of its article is shown. @param {import("playwright-core").Page} page */
async function innerOf(page) {
  const frame = /** @type {import("playwright-core").Frame} */ (page.frames().find((one) => one !== page.mainFrame()));
  await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
  await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
  return frame;
}

/** Where the enlarged photo and all around it lie in the top page's window. @param {import("playwright-core").Page} page @param {import("playwright-core").Frame} frame */
async function places(page, frame) {
  const at = await page.evaluate(() => {
    const { left, top } = /** @type {Element} */ (document.querySelector("iframe")).getBoundingClientRect();
    return { left, top };
  });
  const found = await frame.evaluate(() => {
    const dialog = document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog");
    const of = (/** @type {Element | null | undefined} */ element) => {
      const { x, y, width, height } = /** @type {Element} */ (element).getBoundingClientRect();
      return { x, y, width, height };
    };
    return {
      dialog: of(dialog), photo: of(dialog?.querySelector(".photo img")), caption: of(dialog?.querySelector(".caption")),
      controls: [...dialog?.querySelectorAll("button") ?? []].filter(({ hidden }) => !hidden).map(of),
    };
  });
  const outer = (/** @type {{x: number, y: number, width: number, height: number}} */ box) => ({ ...box, x: box.x + at.left, y: box.y + at.top });
  return { dialog: outer(found.dialog), photo: outer(found.photo), caption: outer(found.caption), controls: found.controls.map(outer) };
}

/**
 * Waits until the dialog fills what is seen of the frame, and says that all of it is within that.
 * @param {import("playwright-core").Page} page @param {import("playwright-core").Frame} frame
 */
async function fillsWhatIsSeen(page, frame) {
  const end = performance.now() + deadline;
  for (;;) {
    const [left, top, right, bottom] = await page.evaluate(() => {
      const box = /** @type {Element} */ (document.querySelector("iframe")).getBoundingClientRect();
      return [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
    });
    const { dialog, photo, caption, controls } = await places(page, frame);
    const off = Math.max(Math.abs(dialog.x - left), Math.abs(dialog.y - top),
      Math.abs(dialog.x + dialog.width - right), Math.abs(dialog.y + dialog.height - bottom));
    const out = [photo, caption, ...controls].filter((box) => box.x < left - 1 || box.y < top - 1 ||
      box.x + box.width > right + 1 || box.y + box.height > bottom + 1);
    if (off <= 1.5 && !out.length && controls.length >= 5) return photo;
    assert.ok(performance.now() < end, JSON.stringify({ seen: [left, top, right, bottom], dialog, out, controls: controls.length }));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Scrolls the outer page so that something of the article is in the middle. @param {import("playwright-core").Page} page @param {import("playwright-core").Frame} frame @param {string} selector */
async function bringIntoView(page, frame, selector) {
  const y = await frame.evaluate((at) => {
    const { top, height } = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(at)).getBoundingClientRect();
    return top + height / 2;
  }, selector);
  await page.evaluate((inFrame) => {
    const { top } = /** @type {Element} */ (document.querySelector("iframe")).getBoundingClientRect();
    scrollBy(0, top + inFrame - innerHeight / 2);
  }, y);
  return frame.evaluate((at) => {
    const { left, top, width, height } = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(at)).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
}

const scrolled = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => scrollY);

for (const origin of /** @type {("same" | "other")[]} */ (["same", "other"]))
  test(`in a tall frame of ${origin} origin a photo that is tapped is enlarged in what is seen, and follows`, async () => {
    await withPage(held, framed(origin), async (page) => {
      const frame = await innerOf(page);
      const inFrame = await bringIntoView(page, frame, ".slide img, [aria-roledescription] img");
      const before = await scrolled(page);
      assert.ok(before > 1500, "the photo is far down in the frame");
      const top = await page.evaluate(() => /** @type {Element} */ (document.querySelector("iframe")).getBoundingClientRect().top);
      await page.mouse.click(inFrame.x, inFrame.y + top);
      await frame.locator("dialog[open]").waitFor();
      const opened = await fillsWhatIsSeen(page, frame);
      assert.equal(await scrolled(page), before, "the page stays where it was");

      // The reader goes on in the page around it.
      await page.evaluate(() => scrollBy(0, -400));
      await fillsWhatIsSeen(page, frame);
      await page.evaluate(() => scrollBy(0, 500));
      const photo = await fillsWhatIsSeen(page, frame);
      assert.ok(Math.abs(photo.width - opened.width) < 1, "as large as it was");

      // Hands and keys are where it is.
      const middle = { x: photo.x + photo.width / 2, y: photo.y + photo.height / 2 };
      const becomes = (/** @type {boolean} */ larger) => frame.waitForFunction(([from, more]) => {
        const image = document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog .photo img");
        const { width = 0 } = image?.getBoundingClientRect() ?? {};
        return more ? width > Number(from) + 5 : Math.abs(width - Number(from)) < 1;
      }, [photo.width, larger]);
      await page.mouse.dblclick(middle.x, middle.y);
      await becomes(true);
      await page.keyboard.press("0");
      await becomes(false);
      await page.keyboard.press("ArrowRight");
      await frame.getByRole("dialog", { name: "2 / 3" }).waitFor();
      await page.setViewportSize({ width: 844, height: 390 });
      await fillsWhatIsSeen(page, frame);

      await page.keyboard.press("Escape");
      await frame.locator("dialog").waitFor({ state: "detached" });
      assert.equal(await frame.evaluate(() => !!document.querySelector("article-viewer")?.shadowRoot?.querySelector(".frame")), false);
    });
  });

test("in a frame that is seen in part, then wholly, it fills what there is", async () => {
  await withPage(held, framed("other", { css: "height: 700px; width: 360px; margin-left: 100px" }), async (page) => {
    const frame = await innerOf(page);
    await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(1));
    await fillsWhatIsSeen(page, frame);
    for (const [x, y] of [[0, 60], [100, 300], [100, 120], [0, 500]]) {
      await page.evaluate(([left, top]) => scrollTo(left, top), [x, y]);
      await fillsWhatIsSeen(page, frame);
    }
    await page.setViewportSize({ width: 600, height: 1400 });
    await page.evaluate(() => scrollTo(0, 100));
    await fillsWhatIsSeen(page, frame);
    const own = await frame.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog")?.getAttribute("style") ?? "");
    assert.doesNotMatch(own, /--top/, "the whole of its frame");
  });
});

test("opened out of the reader's sight it fills the frame, and comes to the reader", async () => {
  await withPage(held, framed("same"), async (page) => {
    const frame = await innerOf(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    const { dialog } = await places(page, frame);
    assert.ok(dialog.height > 1500, `${dialog.height} px`);
    await page.evaluate(() => scrollTo(0, 800));
    await fillsWhatIsSeen(page, frame);
  });
});

test("closed while it is being opened it stays closed", async () => {
  await withPage(held, framed("same"), async (page) => {
    const frame = await innerOf(page);
    const told = await frame.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.openPhoto(0);
      await viewer.closePhoto();
      const opening = viewer.openPhoto(1);
      await Promise.resolve();
      await viewer.closePhoto();
      await opening;
      return !!viewer.shadowRoot.querySelector("dialog, .frame");
    });
    assert.equal(told, false);
  });
});

test("a page in no frame has nothing of it", async () => {
  held.server.route("/framed.json", { body: article });
  await withPage(held, held.server.page('<article-viewer src="/framed.json" loading="eager"></article-viewer>'), async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    const { width, height, frames } = await page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      const { width, height } = /** @type {Element} */ (root?.querySelector("dialog")).getBoundingClientRect();
      return { width, height, frames: root?.querySelectorAll(".frame").length };
    });
    assert.deepEqual([width, height, frames], [390, 844, 0]);
  });
});
