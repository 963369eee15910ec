// The layer stands in for the drawing, in the views that tests/web leaves out.
import { useBrowser } from "../web/support/browser.js";
import { testSamples } from "../web/support/stand-in-tests.js";

testSamples(useBrowser(), [{ width: 390, ratio: 1 }, { width: 1024, ratio: 2 }]);
