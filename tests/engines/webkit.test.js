import { runScenarios } from "./support/scenarios.js";
import { openWebKit } from "./support/webkit.js";

runScenarios("WebKit", openWebKit);
