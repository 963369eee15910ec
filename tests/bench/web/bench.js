// The whole bench: all kinds of page in turn, so that what the machine does besides meets each of them.
import { chromium } from "playwright-core";
import { flags, shell } from "../../web/support/browser.js";
import { measureUse } from "./measures.js";
import { Pages } from "./pages.js";
import { measureRest } from "./rest.js";

/**
 * @typedef {import("./table.js").Sample} Sample
 * @typedef {import("./pages.js").Content} Content
 * @typedef {import("./pages.js").AnyKind} AnyKind
 * @typedef {Omit<Sample, "numbers">} What
 * @typedef {{rounds: number, contents: Content[], slowdowns: number[], steps: number, seconds: number,
 *   pause: number}} Extent
 * `steps` of the drag, `seconds` of rest, `pause` between them in frames
 */

const kinds = /** @type {const} */ (["viewer", "html", "json"]);

/**
 * What a round measures, in its order: every second round goes backwards through the kinds.
 * @param {Extent} extent @param {number} round from 0
 * @returns {{used: (What & {kind: import("./pages.js").Kind})[], resting: What[]}}
 */
function planRound({ contents, slowdowns }, round) {
  const inTurn = (/** @type {readonly any[]} */ all) => round % 2 ? [...all].reverse() : all;
  const used = contents.flatMap((content) => slowdowns.flatMap((slowdown) =>
    inTurn(kinds).map((kind) => ({ kind, content, slowdown }))));
  // An empty canvas is the same beside all contents.
  const resting = contents.flatMap((content, i) =>
    inTurn(i ? kinds : [...kinds, "canvas"]).map((kind) => ({ kind, content, slowdown: 1 })));
  return { used, resting };
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
        const { used, resting } = planRound(extent, round);
        for (const what of used)
          add(what, `round ${round + 1}`, await measureUse(browser,
            { ...what, steps, pause, url: pages.url(what.kind, what.content) }));
        for (const what of resting)
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
