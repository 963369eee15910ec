// The layer stands in for the drawing, in every view of every sample.
import { useBrowser } from "../web/support/browser.js";
import { testSamples } from "../web/support/stand-in-tests.js";

const views = [390, 1024].flatMap((width) => [1, 2].map((ratio) => ({ width, ratio })));
testSamples(useBrowser(), views, ["zh-hans", "zh-hant", "en", "ar"]);
