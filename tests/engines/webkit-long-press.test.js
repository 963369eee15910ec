import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { root, Server } from "../web/support/server.js";
import { openWebKit } from "./support/webkit.js";

/** WebKitGTK hears of no finger in a test: its menu opens by the right button, and what Safari tells of a finger is made. */

/** @type {Server} */
let server;
/** @type {Awaited<ReturnType<typeof openWebKit>>} */
let webkit;
before(async () => {
  server = await Server.start();
  server.route("/probe.js", { type: "text/javascript", body: await readFile(path.join(root, "tests/engines/support/probe.js"), "utf8") });
  webkit = await openWebKit();
});
after(async () => {
  await webkit?.close();
  await server?.stop();
});

async function show() {
  await webkit.open(server.page('<script src="/probe.js"></script><article-viewer src="/demo/en.json" loading="eager"></article-viewer>'));
  await webkit.evaluate(async () => {
    const viewer = /** @type {any} */ (probe.viewer());
    await probe.until(() => viewer.state === "ready", "the article is shown");
    await viewer.updateComplete;
    const menus = /** @type {any} */ (window).menus = /** @type {any[]} */ ([]);
    addEventListener("contextmenu", (event) => {
      const target = /** @type {any} */ (event.composedPath()[0]);
      menus.push({ prevented: event.defaultPrevented, link: target.closest("a")?.href, picture: target.currentSrc });
    });
  });
}

test("WebKit: the browser's menu opens on a link or a picture, and nothing else happens", async () => {
  await show();
  for (const selector of ["nav a", "article > figure img", ".slide img", ".slide figcaption", '[data-action="NextPhoto"]', "p.as-body"]) {
    await webkit.menu(await webkit.evaluate((at) => probe.middleOf(probe.exposed(at)), selector));
    const { menu, wanted } = await webkit.evaluate((at) => {
      const { href: link, currentSrc: picture } = /** @type {any} */ (probe.exposed(at));
      return { menu: /** @type {any} */ (window).menus.pop(), wanted: { prevented: false, link, picture } };
    }, selector);
    assert.deepEqual(menu, wanted, selector);
  }
  assert.deepEqual(await webkit.evaluate(() => probe.events.filter(({ type }) => type !== "article-load")), []);
});

test("WebKit: what Safari selects or drags away by a long press on a photo is let go, and the photos stay", async () => {
  await show();
  for (const begins of ["selectstart", "dragstart", "contextmenu"]) {
    const { prevented, offset } = await webkit.evaluate(async (type) => {
      const target = probe.exposed(".slide figcaption");
      const { x, y } = await probe.middleOf(target);
      const send = (/** @type {string} */ name, by = 0) => target.dispatchEvent(new PointerEvent(name,
        { bubbles: true, composed: true, cancelable: true, pointerId: 7, pointerType: "touch", buttons: 1, clientX: x - by, clientY: y }));
      send("pointerdown");
      const prevented = !send(type);
      for (let by = 0; by <= 200; by += 20) send("pointermove", by);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const offset = Math.abs(/** @type {any} */ (probe.viewer())[Symbol.for("article-viewer.internals")].offsets[0]);
      send("pointercancel");
      return { prevented, offset };
    }, begins);
    assert.deepEqual({ prevented, offset }, { prevented: false, offset: 0 }, begins);
  }
});
