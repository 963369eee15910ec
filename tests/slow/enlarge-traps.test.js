// Each call ends its core while a photo is enlarged, at each moment: it goes on or closes, and so does the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitForState, withPage } from "../web/support/browser.js";
import { endAt, moments } from "../web/support/enlarged-traps.js";
import { faultyCore } from "../web/support/faulty-core.js";

const held = useBrowser();
const own = ["av_enlarged_place", "av_enlarged_input", "av_enlarged_frame"];

for (const moment of Object.keys(moments)) {
  test(`whichever call traps while ${moment}`, { timeout: 900_000 }, async (t) => {
    /** @type {string[]} */
    let names = [];
    await withPage(held, held.server.page('<article-viewer src="/demo/en.json" parts="gallery" loading="eager"></article-viewer>'), async (page) => {
      await waitForState(page, "ready");
      names = await page.evaluate(() => /** @type {any} */ (window).faults.names);
    }, { script: faultyCore });
    /** @type {Record<string, string[]>} */
    const came = {};
    for (const name of [...own, ...names]) (came[await endAt(held, moment, name)] ??= []).push(name);
    for (const name of own) (came[await endAt(held, moment, name, name)] ??= []).push(`${name} twice`);
    t.diagnostic(Object.entries(came).map(([what, all]) => `${what}: ${all.join(" ")}`).join("; "));
    const called = Object.entries(came).flatMap(([what, all]) => what.includes("not called") ? [] : all);
    assert.ok(called.length > 3, `only ${called} are called`);
  });
}
