// Properties of the element, in one page each: what went before leaves nothing behind.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import { renderArticle } from "../../../dist/article-viewer-prerender.js";
import { documentOf, edit, edited, edits } from "./arbitrary-documents.js";
import { withPage } from "./browser.js";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held
 * @typedef {{runs: number, seed: number, timeout: number}} Amount `timeout`: of each test, ms
 */

const css = ".box { position: absolute; left: 0; top: 0; width: 390px } .gone { display: none }";
/** All of a small article is near. */
const viewport = { width: 1000, height: 2400 };
const inPage = ["equal-layers", "element-history"];

/**
 * Says of what fails how it is run again, and the smallest that fails. Making it smaller takes half of the time.
 * @template Given
 * @param {Held} held @param {string} name @param {Amount} amount
 * @param {fc.Arbitrary<Given>} arbitrary @param {(page: Page, given: Given) => Promise<void>} promise
 */
function property(held, name, { runs, seed, timeout }, arbitrary, promise) {
  test(name, { timeout }, async (t) => {
    t.diagnostic(`${runs} runs of seed ${seed}`);
    await withHistories(held, timeout, async (page, errors) => {
      const run = fc.asyncProperty(arbitrary, async (given) => {
        await page.evaluate(() => {
          for (const box of document.querySelectorAll(".box")) box.remove();
        });
        await promise(page, given);
        assert.deepEqual(errors.splice(0), [], "no error on the console");
      });
      const found = await fc.check(run, { numRuns: runs, seed, interruptAfterTimeLimit: timeout / 2, markInterruptAsFailure: true });
      assert.ok(!found.failed, `seed ${found.seed}, path ${found.counterexamplePath}, made smaller ${found.numShrinks} times:\n` +
        `${JSON.stringify(found.counterexample)}\n${/** @type {Error | null} */ (found.errorInstance)?.message ?? `${found.numRuns} runs took too long`}`);
    });
  });
}

/** A page that can follow histories. @param {Held} held @param {number} timeout ms @param {(page: Page, errors: string[]) => Promise<void>} body */
async function withHistories(held, timeout, body) {
  for (const file of inPage)
    held.server.route(`/${file}.js`, { body: await readFile(new URL(`${file}.js`, import.meta.url)), type: "text/javascript" });
  const script = await readFile(new URL("listeners.js", import.meta.url), "utf8");
  const link = '<link rel="stylesheet" href="/article-viewer-prerendered.css">';
  await withPage(held, held.server.page(link, { css }), body, { viewport, pageDeadline: timeout, script });
}

/** What was found once. @param {Held} held @param {string} name @param {[string, any][]} steps */
export function testFound(held, name, steps) {
  test(name, () => withHistories(held, 60_000, (page) => follow(page, steps)));
}

/** What is to be set, step by step, where edits are among the steps. @param {any} shown the document before @param {any[]} steps @returns {[string, any][]} */
function written(shown, steps) {
  return steps.map((step) => {
    if (edits.has(step[0])) shown = edited(shown, step);
    else if (step[0] === "document") [, shown] = step;
    else return step;
    return ["document", shown];
  });
}

/** @param {Page} page @param {[string, any][]} steps @param {string} [content] */
async function follow(page, steps, content) {
  await page.evaluate(async ([all, html]) => {
    const { followSteps } = await import(/** @type {any} */ ("/element-history.js"));
    await followSteps(all, html);
  }, /** @type {const} */ ([JSON.parse(JSON.stringify(steps)), content]));
}

const setting = fc.oneof(
  fc.tuple(fc.constant("width"), fc.constantFrom(280, 320, 390, 700, 960)),
  fc.tuple(fc.constant("theme"), fc.constantFrom("light", "dark")),
  fc.tuple(fc.constant("size"), fc.constantFrom("normal", "large")),
  fc.tuple(fc.constant("heading-level"), fc.constantFrom("1", "3", "6")),
  fc.tuple(fc.constant("link-target"), fc.constantFrom("", "_blank")),
  fc.tuple(fc.constant("parts"), fc.constantFrom("card", "comments card", "card gallery rankings comments", "rankings gallery")),
  fc.tuple(fc.constant("lang"), fc.constantFrom("zh-Hans", "en", "ar")));

/** @param {Held} held @param {Amount} amount */
export function testLayer(held, amount) {
  const step = fc.oneof({ weight: 4, arbitrary: edit }, { weight: 2, arbitrary: fc.oneof(documentOf("one"), documentOf("other")).map((shown) => ["document", shown]) }, { weight: 2, arbitrary: setting });
  const history = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 5 }), first: documentOf("one") });
  property(held, "after each of several documents and settings the layer is that of one made anew", amount, history, async (page, { first, steps }) => {
    await follow(page, [["document", first], ...written(first, steps)]);
  });
}

/** @param {Held} held @param {Amount} amount */
export function testTakingOver(held, amount) {
  const given = fc.record({ edits: fc.array(edit, { maxLength: 2 }), width: fc.constantFrom(320, 390, 700, 960), first: documentOf("one") });
  property(held, "what takes the place of prerendered content of the same article or another is as one made anew", amount, given, async (page, { first, edits, width }) => {
    const { html } = await renderArticle(JSON.stringify(first), { base: page.url() });
    await follow(page, [["width", width], written(first, edits).at(-1) ?? ["document", first]], html);
  });
}

/** What a page may do, and whether it waits for it. */
const calls = fc.oneof(
  { weight: 2, arbitrary: documentOf("one").map((shown) => ["document", shown]) }, { weight: 1, arbitrary: fc.constant(["document", null]) },
  { weight: 3, arbitrary: setting },
  { weight: 3, arbitrary: fc.constantFrom(["view", "plain"], ["view", "canvas"], ["view", null], ["autoplay", "1"], ["autoplay", null], ["refresh", "15"], ["crossorigin", ""], ["loading", "lazy"],
    ["src", "/demo/en.json"], ["src", "/none.json"], ["src", null], ["words", { previous: "Back" }], ["words", null]) },
  { weight: 4, arbitrary: fc.constantFrom(["remove"], ["insert"], ["move"], ["hide"], ["show"], ["frame"], ["complete"]) },
  { weight: 4, arbitrary: fc.constantFrom(["selectTab", "week"], ["selectTab", "latest", "comments"], ["showPhoto", 1], ["openPhoto", 0], ["openPhoto", 1], ["closePhoto"], ["reload"], ["toBlob"]) });

/** @param {Held} held @param {Amount} amount */
export function testCalls(held, amount) {
  const history = fc.record({
    calls: fc.array(fc.record({ step: calls, waits: fc.boolean() }), { minLength: 1, maxLength: 8 }),
    attributes: fc.constantFrom({}, { size: "large" }, { view: "plain" }, { "heading-level": "3", parts: "gallery card" }),
    shown: documentOf("last"),
  });
  property(held, "whatever is called, at the end it is as one made anew, and removed it holds nothing", amount, history, async (page, given) => {
    await page.evaluate(async ({ calls, attributes, shown }) => {
      const { followCalls } = await import(/** @type {any} */ ("/element-history.js"));
      await followCalls(calls, attributes, shown);
    }, /** @type {any} */ (JSON.parse(JSON.stringify(given))));
  });
}
