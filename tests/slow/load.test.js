import assert from "node:assert/strict";
import { test } from "node:test";
import { flags, useBrowser, withPage } from "../web/support/browser.js";
import { heldBy, interpreted } from "./support/held-memory.js";

/** Two hundred widgets on a page that is scrolled end to end, with themes, tabs and photos at random. */

/** How long, s: ten minutes are LOAD_SECONDS=600. */
const seconds = Number(process.env.LOAD_SECONDS ?? 60);
const seed = Number(process.env.LOAD_SEED ?? 1);
const count = 200;
const samples = ["zh-hans", "en", "zh-hant", "ar"];

const held = useBrowser({ args: [...flags, interpreted] });

/** Counts the objects of the context that live. */
const counters = `
  window.alive = {};
  for (const name of ["Texture", "Buffer", "Framebuffer", "VertexArray", "Program", "Shader"]) {
    const { prototype } = WebGL2RenderingContext;
    const { ["create" + name]: make, ["delete" + name]: unmake } = prototype;
    const living = new WeakSet();
    window.alive[name] = 0;
    prototype["create" + name] = function (...given) {
      const object = make.apply(this, given);
      if (object) { living.add(object); window.alive[name] += 1; }
      return object;
    };
    prototype["delete" + name] = function (object) {
      if (object && living.delete(object)) window.alive[name] -= 1;
      return unmake.call(this, object);
    };
  }`;

/** Puts all widgets into one state, waits until the page is at its top and at rest, and measures. @param {import("playwright-core").Page} page @returns {Promise<Record<string, number>>} */
async function measure(page) {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    // How many pictures are held at the top goes with the photo and the tab that are shown there.
    for (const viewer of /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")])) {
      viewer.theme = "light";
      await viewer.selectTab("day");
      await viewer.showPhoto(0);
    }
    const drawn = () => /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].framesDrawn;
    const frame = () => new Promise(requestAnimationFrame);
    for (let still = 0, before = -1; still < 60; ++still, await frame()) {
      const now = drawn();
      if (now !== before) still = 0;
      before = now;
    }
  });
  const memoryHeld = await heldBy(page);
  const inPage = await page.evaluate(() => {
    const { memory, textures, stats } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")];
    return { memory, textures, viewers: stats[5], ...Object.fromEntries(Object.entries(/** @type {any} */ (window).alive).map(([name, value]) => [`gl${name}`, Number(value)])) };
  });
  return { ...memoryHeld, ...inPage };
}

/** Goes end to end and back for so long. @param {import("playwright-core").Page} page @param {number} ms @param {number} from of the random numbers @returns {Promise<number>} things done */
const scroll = (page, ms, from) => page.evaluate(async ([time, begin]) => {
  let state = begin;
  const random = () => {  // a linear congruential generator
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  /** @template T @param {T[]} all */
  const one = (all) => all[Math.floor(random() * all.length)];
  const all = /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")]);
  const end = performance.now() + time;
  let done = 0;
  for (let way = 1; performance.now() < end;) {
    const most = document.documentElement.scrollHeight - innerHeight;
    if (way > 0 ? scrollY >= most - 1 : scrollY <= 0) way = -way;
    scrollBy({ top: way * (400 + random() * 4000), behavior: "instant" });
    await new Promise(requestAnimationFrame);
    const near = all.filter((viewer) => {
      const { top, bottom } = viewer.getBoundingClientRect();
      return top < innerHeight && bottom > 0 && viewer.state === "ready";
    });
    const viewer = near.length ? one(near) : one(all);
    done += 1;
    const what = Math.floor(random() * 5);
    if (what === 0) viewer.theme = one(["light", "dark", "auto"]);
    else if (viewer.state !== "ready") continue;
    else if (what === 1) void viewer.selectTab(one(["day", "week", "month"]));
    else if (what === 2) void viewer.showPhoto(Math.floor(random() * 4));
  }
  /** @type {any} */ (window).events.length = 0;
  return done;
}, [ms, from]);

test(`two hundred widgets, scrolled for ${seconds} s: what they hold is flat, and at rest they draw nothing`, { timeout: (seconds + 900) * 1000 }, async (t) => {
  const url = held.server.page(Array.from({ length: count }, (_, i) =>
    `<article-viewer src="/demo/${samples[i % samples.length]}.json" parts="gallery rankings" loading="eager"></article-viewer>`).join(""));
  await withPage(held, url, async (page) => {
    page.setDefaultTimeout(180_000);
    await page.waitForFunction(() => [...document.querySelectorAll("article-viewer")].every((viewer) => /** @type {any} */ (viewer).state === "ready"));
    await page.evaluate(async () => {
      for (const viewer of document.querySelectorAll("article-viewer")) await /** @type {any} */ (viewer).updateComplete;
    });
    const begin = performance.now();
    const tell = (/** @type {string} */ what) => t.diagnostic(`${what} after ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    // What comes near for the first time is laid out and decoded, and stays: each tab and photo of each is seen once.
    await page.evaluate(async () => {
      for (const viewer of /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")])) {
        viewer.scrollIntoView({ behavior: "instant" });
        for (const part of ["week", "month", "day"]) void viewer.selectTab(part);
        for (const theme of ["dark", "light"]) {
          viewer.theme = theme;
          await new Promise(requestAnimationFrame);
        }
        for (let photo = 3; photo >= 0; --photo) {
          void viewer.showPhoto(photo);
          await new Promise(requestAnimationFrame);
        }
        for (const part of ["week", "month", "day"]) {
          void viewer.selectTab(part);
          await new Promise(requestAnimationFrame);
        }
      }
    });
    tell("read through");
    await scroll(page, Math.min(30, Math.max(10, seconds / 6)) * 1000, seed);
    tell("warm");
    const before = await measure(page);
    tell("measured");
    const done = await scroll(page, seconds * 1000, seed + 1);
    const after = await measure(page);
    t.diagnostic(`${done} things done; ${Object.keys(before).map((name) => `${name} ${before[name]} ${after[name]}`).join(", ")}`);
    for (const [name, value] of Object.entries(after))
      assert.ok(value <= before[name] * 1.05, `${name}: ${before[name]}, then ${value}`);
    assert.equal(after.viewers, count);
    const asked = await page.evaluate(async () => {
      let requests = 0;
      const real = window.requestAnimationFrame;
      window.requestAnimationFrame = (call) => { requests += 1; return real(call); };
      for (let i = 0; i < 60; ++i) await new Promise((frame) => real(frame));
      window.requestAnimationFrame = real;
      return requests;
    });
    assert.equal(asked, 0, "no frame is asked for at rest");
  }, { script: counters, pageDeadline: (seconds + 900) * 1000 });
});
