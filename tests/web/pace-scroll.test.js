// A long article goes by as fast as a hand can throw it: what the compositor shows is drawn. At 20,000 px a second: tests/slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { blankRun, blankShares, longPage, viewport } from "./support/blank-strips.js";
import { settle, useBrowser, waitForState, withPage } from "./support/browser.js";

const held = useBrowser();

test("no blank strip is seen at 3000 px a second, down or up", async (t) => {
  assert.deepEqual(await blankShares(held, t, longPage(held), 3000, 9000, 6), [0, 0]);
});

test("a picture of the whole page has the whole article", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>'), async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    // A picture that was never near may come a frame too late for the first one, or on a busy machine for the second.
    await page.screenshot({ fullPage: true });
    let png = await page.screenshot({ fullPage: true, scale: "device" });
    if (blankRun(png.toString("base64"), 1) >= 100) png = await page.screenshot({ fullPage: true, scale: "device" });
    assert.ok(blankRun(png.toString("base64"), 1) < 100, "no part is blank");
    const { height } = decodePng(png);
    assert.ok(height > 7000, `${height} rows`);
  }, { viewport });
});
