// All text of every sample stands out, in both themes: WCAG 2.2, 1.4.3, and 1.4.6 for large text.
import { useBrowser } from "../web/support/browser.js";
import { testText } from "../web/support/contrast-tests.js";

const held = useBrowser();
for (const theme of ["light", "dark"]) {
  testText(held, ["zh-hans", "zh-hant", "en", "ar"], theme, 4.5);
  testText(held, ["zh-hans", "en"], theme, 7, "large");
}
