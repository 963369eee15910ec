// All hostile documents in three engines, a photo of each enlarged.
import { openChromium } from "../engines/support/chromium.js";
import { openFirefox } from "../engines/support/firefox.js";
import { testHostile } from "../engines/support/hostile.js";
import { openWebKit } from "../engines/support/webkit.js";

testHostile("Chromium", openChromium);
testHostile("Firefox", () => openFirefox({ headless: false }));
testHostile("WebKit", openWebKit);
