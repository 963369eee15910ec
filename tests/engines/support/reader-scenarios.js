import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { root } from "../../web/support/server.js";
import { title } from "./tree-text.js";

/**
 * What readers and their extensions do with a widget that browsers do each in their own way.
 *
 * @typedef {{driver: import("./driver.js").Driver, server: import("../../web/support/server.js").Server}} Held
 */

/** @param {string} name @param {() => Held} held once it is there */
export function runReaderScenarios(name, held) {
  /** @param {string} attributes @param {string} state that it comes to */
  async function show(attributes, state = "ready") {
    const { driver, server } = held();
    await driver.open(server.page(`<script src="/probe.js"></script>
      <div><article-viewer loading="eager" ${attributes}></article-viewer></div><button id="own">Own</button>`));
    await until(state);
  }

  /** @param {string} state */
  const until = (state) => held().driver.evaluate(async (wanted) => {
    const viewer = /** @type {any} */ (probe.viewer());
    await probe.until(() => viewer.state === wanted, `it is ${wanted}`);
    await viewer.updateComplete;
    for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
  }, state);

  const focused = async () => title(await held().driver.evaluate(() => probe.describe(probe.focused())));

  test(`${name}: what has focus in an element that is moved in the page has it there`, async () => {
    const { driver } = held();
    await show('src="/demo/en.json" parts="gallery rankings"');
    /** @type {["append" | "insertBefore" | "moveBefore", string][]} */
    const moves = [["append", '[data-action="NextPhoto"]'], ["insertBefore", "ol a"], ["moveBefore", "[role=tab][aria-selected=true]"]];
    for (const [move, selector] of moves) {
      await driver.evaluate((at) => probe.root().querySelector(at).focus(), selector);
      const before = await focused();
      await driver.evaluate((way) => {
        const body = /** @type {any} */ (document.body);
        if (way === "append") body.append(probe.viewer());
        else if (way in body) body[way](probe.viewer(), body.firstChild);
      }, move);
      await until("ready");
      assert.equal(await focused(), before, move);
    }
    await driver.press("Tab");
    assert.match(await focused(), /^link /, "and the keys go on from there");

    await driver.evaluate(async () => {
      const viewer = probe.viewer();
      viewer.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(viewer);
    });
    await until("ready");
    assert.equal(await driver.evaluate(() => document.activeElement === document.body), true, "what was taken away comes back without");
  });

  for (const view of ["canvas", "plain"])
    test(`${name}: whoever presses Retry is led to the article, view ${view}`, async () => {
      const { driver, server } = held();
      server.route("/retry.json", (_, response) => response.writeHead(503).end());
      await show(`src="/retry.json" view="${driver.view === "canvas" ? view : "plain"}"`, "failed");
      await driver.evaluate(() => {
        probe.root().querySelector("button").focus();
        // An answer that comes at once is no wait.
        const { fetch } = window;
        window.fetch = async (...asked) => {
          await probe.until(() => probe.focused().getAttribute("role") === "status", "focus waits where it is said");
          return fetch(...asked);
        };
      });
      await driver.press("Enter");
      await driver.evaluate(() => probe.until(() => probe.focused().localName === "button", "it failed again"));
      assert.match(await focused(), /Retry/);
      server.route("/retry.json", { body: await readFile(path.join(root, "assets/en.json")) });
      await driver.press("Enter");
      await until("ready");
      assert.equal(await focused(), 'link "The Kelder Bay Courier"');
    });

  test(`${name}: Shift and the wheel move what moves sideways, the wheel alone the page`, async (t) => {
    const { driver, server } = held();
    const { wheel } = driver;
    if (!wheel || driver.view !== "canvas") return t.diagnostic("no wheel, or nothing that moves");
    const photos = ["One", "Two", "Three"].map((caption) => ({ src: "/demo/photos/tram-1600.jpg", width: 1600, height: 900, caption }));
    const tabs = Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, label: `Section ${i}`, items: [{ title: `Title ${i}` }] }));
    server.route("/sideways.json", { body: JSON.stringify({ version: 1, language: "en", gallery: { photos }, rankings: { tabs } }) });
    await show('src="/sideways.json"');
    await driver.evaluate(() => { document.body.style.paddingBottom = "3000px"; });
    for (const selector of [".slide img", "[role=tab]"]) {
      const at = await driver.evaluate((one) => probe.middleOf(probe.exposed(one)), selector);
      const place = () => driver.evaluate(async (one) => {
        let before = NaN;
        const left = () => probe.root().querySelector(one).getBoundingClientRect().x;
        await probe.until(() => left() === before || void (before = left()), "it comes to rest");
        return { left: before, top: scrollY };
      }, selector);
      const before = await place();
      await wheel(at, { x: 0, y: 300 }, ["Shift"]);
      await driver.evaluate(([one, left]) => probe.until(() => probe.root().querySelector(one).getBoundingClientRect().x < left - 40, "it moves"), [selector, before.left]);
      assert.equal((await place()).top, before.top, selector);
      await wheel(at, { x: 0, y: 100 });
      await driver.evaluate((top) => probe.until(() => scrollY > top + 50, "the page moves"), before.top);
    }
    await driver.evaluate(() => /** @type {any} */ (probe.viewer()).openPhoto(0));
    await wheel({ x: 195, y: 300 }, { x: 0, y: 300 }, ["Shift"]);
    await driver.evaluate(() => probe.until(() => /2 \/ 3/.test(probe.root().querySelector("dialog")?.getAttribute("aria-label") ?? ""), "the next photo is shown"));
  });
}
