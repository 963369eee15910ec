// Large text on narrow screens, in every sample, view and width.
import { useBrowser } from "../web/support/browser.js";
import { testSizes } from "../web/support/large-type-tests.js";

const shown = ["zh-hans", "en", "ar"].flatMap((sample) => ["canvas", "plain"].flatMap((view) =>
  [320, 390].map((width) => /** @type {[string, string, number]} */ ([sample, view, width]))));
testSizes(useBrowser(), shown, [18, 22, 24, 30, 32]);
