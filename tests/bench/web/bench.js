// The whole bench: all kinds of page in turn, so that what the machine does besides meets each of them.
import { chromium } from "playwright-core";
import { flags, shell } from "../../web/support/browser.js";
import { measureUse } from "./measures.js";
import { Pages } from "./pages.js";
import { measureRest } from "./rest.js";

/**
 * @typedef {import("./table.js").Sample} Sample
 * @typedef {import("./pages.js").Content} Content
 * @typedef {import("./pages.js").Kind} Kind
 * @typedef {import("./pages.js").AnyKind} AnyKind
 * @typedef {Omit<Sample, "numbers">} What
 * @typedef {{rounds: number, kinds?: AnyKind[], contents: Content[], slowdowns: number[], steps: number,
 *   seconds: number, pause: number}} Extent
 * `steps` of the drag, `seconds` of rest, `pause` between them in frames
 */

/** What is loaded and used, and of that what is let rest, too. */
const used = /** @type {const} */ (["viewer", "html", "json", "prerendered", "text"]);
const resting = /** @type {const} */ (["viewer", "html", "json"]);
export const allKinds = /** @type {const} */ ([...used, "canvas"]);

/**
 * What a round measures, in its order: every second round goes backwards through the kinds.
 * @param {Extent} extent @param {number} round from 0
 * @returns {{used: (What & {kind: Kind})[], resting: What[]}}
 */
function planRound({ kinds = [...allKinds], contents, slowdowns }, round) {
  const inTurn = (/** @type {readonly any[]} */ all) => (round % 2 ? [...all].reverse() : all).filter((kind) => kinds.includes(kind));
  return {
    used: contents.flatMap((content) => slowdowns.flatMap((slowdown) =>
      inTurn(used).map((kind) => ({ kind, content, slowdown })))),
    // An empty canvas is the same beside all contents.
    resting: contents.flatMap((content, i) =>
      inTurn(i ? resting : [...resting, "canvas"]).map((kind) => ({ kind, content, slowdown: 1 }))),
  };
}

/**
 * Opens a browser, uses it and closes it.
 * @template Result
 * @param {(browser: import("playwright-core").Browser) => Promise<Result>} use
 */
async function withBrowser(use) {
  const browser = await chromium.launch({ executablePath: shell, args: flags });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Every round measures everything. What is used shares a browser; what rests has one of its own each time.
 * @param {Extent} extent @param {(done: string) => void} tell
 * @returns {Promise<{samples: Sample[], browser: string}>}
 */
export async function runBench(extent, tell) {
  const { rounds, steps, seconds, pause } = extent;
  const pages = await Pages.serve(extent.contents);
  /** @type {Sample[]} */
  const samples = [];
  /** @param {What} what @param {string} name @param {Record<string, number>} numbers */
  const add = (what, name, numbers) => {
    samples.push({ ...what, numbers });
    tell(`${name}: ${what.kind}, ${what.content} at ${what.slowdown}x`);
  };
  try {
    const version = await withBrowser(async (browser) => {
      for (let round = 0; round < rounds; ++round) {
        const plan = planRound(extent, round);
        for (const what of plan.used)
          add(what, `round ${round + 1}`, await measureUse(browser,
            { ...what, steps, pause, url: pages.url(what.kind, what.content) }));
        for (const what of plan.resting)
          add(what, `round ${round + 1}, rest`, await withBrowser((own) => measureRest(own, pages,
            { kind: what.kind, seconds, pause, url: pages.url(what.kind, what.content) })));
      }
      return browser.version();
    });
    return { samples, browser: version };
  } finally {
    await pages.stop();
  }
}
