import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { openPhoto } from "./support/enlarged.js";

const held = useBrowser();
const document = {
  version: 1, language: "en", site: { name: "Paper", url: "/paper", login: { label: "Sign in", url: "/login" } },
  article: { headline: "Links", url: "/links", tags: [{ label: "Trams", url: "/trams" }],
    body: [{ type: "paragraph", text: ["Read ", { text: "a long link that runs over the end of its line", url: "/inside" }, " here."] }] },
  gallery: { photos: [{ src: "/demo/photos/tram-1600.jpg", width: 1600, height: 900, caption: "A photo", url: "/photo" }] },
  rankings: { tabs: [{ id: "day", label: "Day", items: [{ title: "First", url: "/first" }] }] },
};

/** @param {string} [attributes] */
function page(attributes = "") {
  held.server.route("/links.json", { body: JSON.stringify(document) });
  for (const name of ["paper", "login", "links", "trams", "inside", "first", "photo"])
    held.server.route(`/${name}`, { body: `<!doctype html><link rel="icon" href="data:,"><title>${name}</title>`, type: "text/html" });
  return held.server.page(`<article-viewer src="/links.json" ${attributes}></article-viewer>`);
}

const cancel = 'addEventListener("article-navigate", (event) => event.preventDefault());';
const kinds = [["Paper", "site", "/paper"], ["Sign in", "login", "/login"], ["Links", "article", "/links"],
  ["a long link that runs over the end of its line", "text", "/inside"], ["Trams", "tag", "/trams"],
  ["First", "ranking", "/first"]];

test("each kind of link is told of, and can be cancelled", async () => {
  await withPage(held, page(), async (view) => {
    await waitUntilComplete(view);
    let told = 0;
    for (const [name, kind, path] of kinds) {
      await view.getByRole("link", { name, exact: true }).click();
      told += 1;
      const { detail, cancelable } = await waitForEvent(view, "article-navigate", told);
      assert.deepEqual(detail, { url: `${held.server.origin}${path}`, kind });
      assert.ok(cancelable);
    }
    assert.ok(view.url().includes("/page-"), "none was followed");
  }, { script: cancel });
});

test("a link over two lines is one link", async () => {
  await withPage(held, page(), async (view) => {
    await waitUntilComplete(view);
    const link = view.getByRole("link", { name: kinds[3][0], exact: true });
    assert.equal(await link.count(), 1);
    const boxes = await link.evaluate((element) => new Set([...element.getClientRects()].map(({ top }) => top)).size);
    assert.ok(boxes >= 2, "it has parts on two lines");
  }, { viewport: { width: 320, height: 640 } });
});

test("a click that is not cancelled is followed", async () => {
  await withPage(held, page(), async (view) => {
    await waitUntilComplete(view);
    await view.getByRole("link", { name: "Trams" }).click();
    await view.waitForURL("**/trams");
  });
});

test("Enter, middle click and Ctrl click are told of, and stay the browser's", async () => {
  await withPage(held, page(), async (view) => {
    await waitUntilComplete(view);
    const link = view.getByRole("link", { name: "Trams" });
    for (const modifiers of [[], ["Control"]]) {
      const opened = view.context().waitForEvent("page");
      await link.click(modifiers.length ? { modifiers: ["Control"] } : { button: "middle" });
      // It is left open: to close a page that still loads may never be answered.
      await (await opened).waitForURL("**/trams");
    }
    assert.equal((await eventsOf(view, "article-navigate")).length, 2);
    await link.focus();
    await view.keyboard.press("Enter");
    await view.waitForURL("**/trams");
  });
});

test("a cancelled middle click opens nothing", async () => {
  await withPage(held, page(), async (view) => {
    await waitUntilComplete(view);
    await view.getByRole("link", { name: "Trams" }).click({ button: "middle" });
    await waitForEvent(view, "article-navigate");
    assert.equal(view.context().pages().length, 1);
  }, { script: cancel });
});

test("link-target is every link's, without opener", async () => {
  await withPage(held, page('link-target="_blank"'), async (view) => {
    await waitUntilComplete(view);
    const links = await view.locator("article-viewer a").evaluateAll((all) =>
      all.map((link) => [/** @type {HTMLAnchorElement} */ (link).target, /** @type {HTMLAnchorElement} */ (link).rel].join()));
    assert.ok(links.length >= 6);
    assert.deepEqual([...new Set(links)], ["_blank,noopener"]);
  });
});

for (const view of ["canvas", "plain"])
  test(`${view}: the link of an enlarged photo follows link-target, and is told of and cancelled as others are`, async () => {
    await withPage(held, page(`link-target="_blank" view="${view}"`), async (here) => {
      await openPhoto(here);
      const link = here.getByRole("dialog").getByRole("link", { name: "A photo" });
      const ways = [() => link.click(), () => link.click({ button: "middle" }), () => link.click({ modifiers: ["Control"] }),
        () => link.press("Enter")];
      for (const [i, follow] of ways.entries()) {
        const opened = here.context().waitForEvent("page");
        await follow();
        const other = await opened;
        await other.waitForURL("**/photo");
        assert.equal(await other.evaluate(() => opener), null);
        await here.bringToFront();
        const { detail } = await waitForEvent(here, "article-navigate", i + 1);
        assert.deepEqual(detail, { url: `${held.server.origin}/photo`, kind: "photo" });
      }
      const pages = here.context().pages().length;
      await here.evaluate(cancel);
      for (const follow of ways) await follow();
      await waitForEvent(here, "article-navigate", 2 * ways.length);
      assert.equal(here.context().pages().length, pages);
      assert.ok(await here.getByRole("dialog").isVisible());
    });
  });
