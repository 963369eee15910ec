// Larger and smaller type in the sizes that tests/web leaves out.
import { useBrowser } from "../web/support/browser.js";
import { testFactors, testLeast } from "../web/support/text-zoom-tests.js";

const held = useBrowser();
testFactors(held, [["zh-hans", 1], ["zh-hans", 1.3], ["en", 1.3], ["zh-hant", 1.5], ["en", 1.5]]);
testLeast(held, [["en", 1, 20], ...[15, 30].flatMap((least) => /** @type {[string, number, number][]} */ (
  [["zh-hans", 1, least], ["en", 1, least], ["zh-hans", 2, least]]))]);
