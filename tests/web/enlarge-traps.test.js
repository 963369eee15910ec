// A core that ends while a photo is enlarged ends neither the page nor the photo's way out; tests/slow has every call.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./support/browser.js";
import { endAt } from "./support/enlarged-traps.js";

const held = useBrowser();

/** @type {[moment: string, names: string[], comes: string][]} */
const cases = [
  ["opening", ["av_enlarged_place"], "open"],
  ["opening", ["av_word"], "closed"],
  ["opening", ["av_enlarged_photo"], "closed"],
  ["stepping", ["av_enlarged_photo"], "open"],
  ["stepping", ["av_enlarged_input"], "open"],
  ["dragging", ["av_enlarged_input"], "open"],
  ["dragging", ["av_enlarged_frame"], "open"],
  ["stepping", ["av_show_photo"], "open"],
  ["zooming", ["av_enlarged_frame"], "open"],
  ["closing", ["av_enlarged_frame"], "open"],
  ["dragging", ["av_enlarged_frame", "av_enlarged_frame"], "closed"],
  ["dragging", ["av_enlarged_frame", "_initialize"], "closed"],
];

for (const [moment, names, comes] of cases) {
  test(`${names.join(" and then ")} ${names.length > 1 ? "end" : "ends"} while ${moment}: the photo is ${comes}`, async () => {
    assert.equal(await endAt(held, moment, ...names), comes);
  });
}
