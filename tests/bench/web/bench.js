// The whole bench: both kinds of page in turn, so that what the machine does besides meets both.
import { chromium } from "playwright-core";
import { flags, shell } from "../../web/support/browser.js";
import { measureRest, measureUse } from "./measures.js";
import { Pages } from "./pages.js";

/**
 * @typedef {import("./table.js").Sample} Sample
 * @typedef {{rounds: number, counts: number[], slowdowns: number[], steps: number, seconds: number,
 *   pause: number}} Extent
 * `steps` of the drag, `seconds` of rest, `pause` between them in frames
 */

const kinds = /** @type {const} */ (["viewer", "html"]);

/**
 * Pages with many articles take long: they are loaded in every other round. Rest and bytes hardly
 * differ from round to round: they are measured once.
 * @param {Extent} extent @param {(done: string) => void} tell
 * @returns {Promise<{samples: Sample[], browser: string}>}
 */
export async function runBench({ rounds, counts, slowdowns, steps, seconds, pause }, tell) {
  const pages = await Pages.serve(counts);
  const browser = await chromium.launch({ executablePath: shell, args: flags });
  /** @type {Sample[]} */
  const samples = [];
  /** @param {Omit<Sample, "numbers">} what @param {string} name @param {() => Promise<Record<string, number>>} measure */
  const add = async (what, name, measure) => {
    samples.push({ ...what, numbers: await measure() });
    tell(`${name}: ${what.kind}, ${what.count} at ${what.slowdown}x`);
  };
  try {
    for (let round = 0; round < rounds; ++round) {
      const order = round % 2 ? [...kinds].reverse() : kinds;
      for (const count of counts) {
        if (count > 1 && round % 2) continue;
        for (const slowdown of slowdowns) {
          for (const kind of order)
            await add({ kind, count, slowdown }, `round ${round + 1}`, () =>
              measureUse(browser, { kind, count, slowdown, steps, pause, url: pages.url(kind, count) }));
        }
      }
    }
    for (const count of counts) {
      for (const kind of kinds) {
        const own = await chromium.launch({ executablePath: shell, args: flags });
        try {
          await add({ kind, count, slowdown: 1 }, "rest", () =>
            measureRest(own, pages, { kind, count, seconds, pause, url: pages.url(kind, count) }));
        } finally {
          await own.close();
        }
      }
    }
    return { samples, browser: browser.version() };
  } finally {
    await browser.close();
    await pages.stop();
  }
}
