// The context is lost two hundred times in a row, and for good at each kind of moment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, flags, inside, settle, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "../web/support/browser.js";
import { counters, look, lose, loseManyTimes, moments, pageOf, randomFrom } from "../web/support/context-losses.js";
import { heldBy, interpreted } from "./support/held-memory.js";

const seed = Number(process.env.LOSS_SEED ?? Date.now() % 100000);
const count = Number(process.env.LOSS_COUNT ?? 200);
const held = useBrowser({ args: [...flags, interpreted] });

/** @param {import("playwright-core").Page} page @returns {Promise<Record<string, number>>} */
async function measure(page) {
  await settle(page);
  await page.evaluate(() => { /** @type {any} */ (window).events.length = 0; });
  const memoryHeld = await heldBy(page);
  const { memory, textures, stats, blocks } = await inside(page);
  const alive = await page.evaluate(() => ({ .../** @type {any} */ (window).alive,
    canvases: document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("canvas").length }));
  return { ...memoryHeld, memory, textures, viewers: stats[5],
    blocks: blocks.length, ...alive };
}

test(`lost ${count} times at random moments the article is seen after each, and nothing stays behind`, { timeout: 1_500_000 }, async (t) => {
  t.diagnostic(`LOSS_SEED=${seed}`);
  await withPage(held, pageOf(held), async (page) => {
    await waitUntilComplete(page);
    await loseManyTimes(page, Math.ceil(count / 5), seed);  // what is compiled, loaded and cached once is there
    const before = await measure(page);
    await loseManyTimes(page, count, seed + 1);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    const after = await measure(page);
    t.diagnostic(Object.keys(before).map((name) => `${name} ${before[name]} ${after[name]}`).join(", "));
    for (const [name, value] of Object.entries(after)) assert.ok(value <= before[name] * 1.05, `${name}: ${before[name]}, then ${value}`);
    assert.ok(after.canvases > 0, "it is drawn");
    assert.deepEqual((await look(page)).blank, []);
  }, { script: counters, pageDeadline: 1_500_000 });
});

for (const [name, moment] of Object.entries(moments)) {
  test(`lost for good ${name} it is shown plain, and that is told of once`, { timeout: 120_000 }, async () => {
    await withPage(held, pageOf(held), async (page) => {
      await waitUntilComplete(page);
      const leave = await moment(page, randomFrom(seed));
      await lose(page, 1, false);
      const { detail } = await waitForEvent(page, "article-error");
      assert.equal(detail.reason, "webgl");
      await leave();
      await waitForState(page, "ready");
      await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
      assert.equal(await page.locator("article-viewer .drawn, article-viewer canvas").count(), 0);
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      const { blank, words } = await look(page);
      assert.deepEqual(blank, []);
      assert.ok(words > 10, `${words} words`);
      const views = (await eventsOf(page, "article-load")).map(({ detail: { view } }) => view);
      assert.equal(views.at(-1), "plain");
      const told = await eventsOf(page, "article-error");
      assert.ok(told.length === 1 || name === "while another takes its place", `${told.length} events`);
    }, { script: counters });
  });
}

test("lost for good before the first frame it is shown plain", async () => {
  await withPage(held, pageOf(held), async (page) => {
    const { detail } = await waitForEvent(page, "article-error");
    assert.equal(detail.reason, "webgl");
    await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
    assert.ok((await look(page)).words > 10);
  }, { script: `${counters} window.losses.first = true;` });
});
