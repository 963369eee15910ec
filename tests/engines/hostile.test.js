// Hostile documents: all in Chromium, some of each kind in the others; tests/slow has all in all.
import { openChromium } from "./support/chromium.js";
import { openFirefox } from "./support/firefox.js";
import { testHostile } from "./support/hostile.js";
import { openWebKit } from "./support/webkit.js";

/** Some of each kind. @param {number} step @returns {<T>(all: T[]) => T[]} */
const every = (step) => (all) => all.filter((_, i) => i % step === 0);

testHostile("Chromium", openChromium, { drawn: every(4), quick: true });
testHostile("Firefox", () => openFirefox({ headless: false }), { choose: every(11), quick: true });
testHostile("WebKit", openWebKit, { choose: every(11), quick: true });
