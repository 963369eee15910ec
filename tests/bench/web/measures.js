// What is done with a page: it is loaded, its carousel is dragged, its tabs are changed.
import { loadNumbers } from "./load-numbers.js";
import { begin, frames, load, traced, withPage } from "./visit.js";

/**
 * @typedef {import("./visit.js").Browser} Browser
 * @typedef {import("./visit.js").Session} Session
 * @typedef {import("./visit.js").Numbers} Numbers
 * @typedef {import("./visit.js").Subject} Subject
 * @typedef {import("./pages.js").Kind} Kind
 * @typedef {import("./trace.js").Trace} Trace
 * @typedef {import("./pages.js").UsedKind} UsedKind
 * @typedef {{browser: Browser, page: import("./visit.js").BrowserPage, session: Session, kind: UsedKind, pause: number}} Visit
 */

const frameLength = 1000 / 60;

/** What takes the pointer, by kind; others are only loaded. @type {Record<UsedKind, string>} */
const carousels = { viewer: "article-viewer .carousel .clip", html: ".swiper", json: ".swiper" };

/**
 * A finger's worth of moves, sent by the clock, whether the page keeps up or not.
 * @param {Session} session @param {{x: number, y: number}} from @param {number} steps
 */
async function drag(session, { x, y }, steps) {
  const send = (/** @type {string} */ type, at = x) => session.send("Input.dispatchMouseEvent",
    { type: /** @type {any} */ (type), x: at, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1 });
  await send("mousePressed");
  const began = performance.now();
  const sent = [];
  for (let i = 1; i <= steps; ++i) {
    const wait = began + i * frameLength - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send("mouseMoved", x - 4 * (i <= steps / 2 ? i : steps - i)));
  }
  await Promise.all(sent);
  await send("mouseReleased");
}

/** @param {Trace} trace @param {number} steps @returns {Numbers} */
function dragNumbers(trace, steps) {
  const moves = trace.all("EventDispatch", ({ args }) => args.data?.type === "pointermove");
  const from = moves[0].ts;
  const to = trace.drawnAfter(moves[moves.length - 1].ts);
  const drawn = trace.frames(from, to);
  const intervals = drawn.slice(1).map((at, i) => (at - drawn[i]) / 1000).sort((a, b) => a - b);
  return {
    dragFrames: Math.min(steps, drawn.length),
    dragInterval: intervals[intervals.length >> 1],
    dragLongest: intervals[intervals.length - 1],
    dragBusy: trace.busy(from, to) / steps,
  };
}

/** @param {Trace} trace @returns {Numbers} of the click that took longest */
function tabNumbers(trace) {
  const clicks = trace.all("EventDispatch", ({ args }) => args.data?.type === "click");
  const end = (/** @type {typeof clicks[0]} */ { ts, dur = 0 }) => ts + dur;
  return {
    tab: Math.max(...clicks.map((click) => (trace.drawnAfter(end(click)) - click.ts) / 1000)),
    tabFrames: Math.max(...clicks.map((click) => trace.mainFrames(click.ts, trace.committedAfter(end(click))))),
  };
}

/**
 * Drags the first carousel.
 * @param {Visit} visit @param {number} steps @returns {Promise<Numbers>}
 */
async function measureDrag({ browser, page, session, kind, pause }, steps) {
  const carousel = page.locator(carousels[kind]).first();
  await carousel.scrollIntoViewIfNeeded();
  await frames(page, pause);
  const box = await carousel.boundingBox();
  if (!box) throw new Error("there is no carousel");
  return dragNumbers(await traced(browser, page, async () => {
    await begin(page);
    await drag(session, { x: box.x + box.width * 0.7, y: box.y + 80 }, steps);
    await frames(page, pause);
  }), steps);
}

/** Changes the tabs of the first ranking. @param {Visit} visit @returns {Promise<Numbers>} */
async function measureTabs({ browser, page, pause }) {
  const tabs = page.locator("[role=tablist]").first().getByRole("tab");
  await tabs.first().scrollIntoViewIfNeeded();
  await frames(page, pause);
  return tabNumbers(await traced(browser, page, async () => {
    await begin(page);
    for (const at of [0, 2, 1]) {
      await tabs.nth(at).click();
      await frames(page, pause);
      if (await tabs.nth(at).getAttribute("aria-selected") !== "true") throw new Error("the tab did not change");
    }
  }));
}

/**
 * Loads a page, drags its first carousel and changes the tabs of its first ranking, where it has them.
 * @param {Browser} browser @param {Subject & {kind: Kind, slowdown: number, steps: number}} subject
 * @returns {Promise<Numbers>}
 */
export function measureUse(browser, { kind, url, pause, slowdown, steps }) {
  return withPage(browser, kind, async (page, session) => {
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const loading = await traced(browser, page, () => load(page, { url, pause }));
    const loaded = await loadNumbers(loading, kind, page, session);
    if (!(kind in carousels)) return loaded;
    const visit = { browser, page, session, kind: /** @type {UsedKind} */ (kind), pause };
    return {
      ...loaded,
      ...await measureDrag(visit, steps),
      ...await measureTabs(visit),
    };
  });
}
