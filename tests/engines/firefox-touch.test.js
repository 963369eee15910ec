import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../web/support/server.js";
import { openFirefoxWithTouch } from "./support/marionette.js";

/** Who a finger on the carousel moves: the page or the photos, never both. */

/** @type {Server} */
let server;
/** @type {Awaited<ReturnType<typeof openFirefoxWithTouch>>} */
let firefox;
before(async () => {
  server = await Server.start();
  firefox = await openFirefoxWithTouch();
});
after(async () => {
  await firefox?.close();
  await server?.stop();
});

/** Opens the carousel, and gives the middle of its photo. */
async function show() {
  await firefox.open(server.page('<article-viewer src="/demo/en.json" parts="gallery" loading="eager"></article-viewer><p id="after">After</p>',
    { css: "#after { height: 3000px }" }));
  return firefox.evaluate(async () => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    const page = /** @type {any} */ (window);
    const offset = () => viewer[Symbol.for("article-viewer.internals")].offsets[0];
    const end = performance.now() + 30_000;
    while (viewer.state !== "ready") {
      if (performance.now() > end) throw new Error(`it is ${viewer.state}`);
      await new Promise(requestAnimationFrame);
    }
    page.moved = { page: 0, photos: 0, events: [], photo: -1 };
    addEventListener("article-photo", (event) => { page.moved.photo = /** @type {CustomEvent} */ (event).detail.index; });
    for (const type of ["touchstart", "touchmove", "touchend", "touchcancel", "pointerdown", "pointercancel", "pointerup"])
      addEventListener(type, ({ type: name }) => page.moved.events.push(name), { capture: true, passive: true });
    const look = () => {
      page.moved.page = Math.max(page.moved.page, scrollY);
      page.moved.photos = Math.max(page.moved.photos, Math.abs(offset()));
      requestAnimationFrame(look);
    };
    look();
    const { x, y, width, height } = viewer.shadowRoot.querySelector(".slide img").getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, width, view: viewer.matches(":state(plain)") ? "plain" : "canvas" };
  });
}

/** When all has come to rest: the furthest that page and photos were from their start. @returns {Promise<any>} */
const moved = () => firefox.evaluate(async () => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const look = () => `${scrollY} ${viewer[Symbol.for("article-viewer.internals")].offsets[0]}`;
  for (;;) {
    const seen = look();
    for (let i = 0; i < 20; ++i) await new Promise(requestAnimationFrame);
    if (seen === look()) return { .../** @type {any} */ (window).moved, rest: viewer[Symbol.for("article-viewer.internals")].offsets[0] };
  }
});

/** @param {{x: number, y: number}} from @param {number} right @param {number} down CSS px in all */
const path = (from, right, down, steps = 20) => Array.from({ length: steps + 1 }, (_, i) =>
  ({ x: from.x + right * i / steps, y: from.y + down * i / steps }));

test("Firefox: a finger that goes up a photo scrolls the page, and takes none of the carousel", async () => {
  const from = await show();
  assert.equal(from.view, "canvas");
  await firefox.touch(path(from, 0, -200));
  const found = await moved();
  assert.ok(found.page > 100, JSON.stringify(found));
  assert.equal(found.photos, 0, JSON.stringify(found));
  assert.equal(found.photo, -1);
});

test("Firefox: a finger that goes along the carousel shows the next photo, and the page stays", async () => {
  const from = await show();
  await firefox.touch(path({ x: from.x + 150, y: from.y }, -300, 0));
  const found = await moved();
  assert.ok(found.photos > 100, JSON.stringify(found));
  assert.equal(found.page, 0, JSON.stringify(found));
  assert.equal(found.photo, 1);
});

// Firefox gives the page what is 30 degrees or more off the horizontal, and says so late up to 45.
for (const [right, down] of [[-300, -90], [-200, -140], [-150, -150], [-140, -200], [-70, -200]])
  test(`Firefox: a finger that goes ${-right} px left and ${-down} up moves the page or the photos, not both`, async () => {
    const from = await show();
    await firefox.touch(path({ x: from.x - right / 2, y: from.y }, right, down));
    const found = await moved();
    const photos = found.photo !== -1;
    assert.notEqual(found.page > 0, photos, JSON.stringify(found));
    if (!photos) assert.equal(found.rest, 0, `the photo is at its place: ${JSON.stringify(found)}`);
  });

test("Firefox: a finger that begins along the carousel keeps it, wherever it goes then", async () => {
  const from = await show();
  const start = { x: from.x + 100, y: from.y };
  const turn = { x: start.x - 60, y: start.y };
  await firefox.touch([...path(start, -60, 0, 8), ...path(turn, 0, -150, 12)]);
  const found = await moved();
  assert.ok(found.photos > 40, JSON.stringify(found));
  assert.equal(found.page, 0, JSON.stringify(found));
});
