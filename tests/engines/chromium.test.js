import { openChromium } from "./support/chromium.js";
import { checkGoldens, runScenarios } from "./support/scenarios.js";

runScenarios("Chromium", openChromium);
checkGoldens();
