import { openFirefox } from "./support/firefox.js";
import { runScenarios } from "./support/scenarios.js";

runScenarios("Firefox without a window", () => openFirefox({ headless: true }));
