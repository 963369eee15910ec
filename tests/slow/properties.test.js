import { useBrowser } from "../web/support/browser.js";
import { testCalls, testLayer, testTakingOver } from "../web/support/property-tests.js";

/** Many runs, others each time: the seed is printed. PROPERTY_SEED=7 PROPERTY_RUNS=60 run those again. */

const runs = Number(process.env.PROPERTY_RUNS ?? 60);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const held = useBrowser();
/** 4 s a run and as long for making smaller what fails. */
const amount = { runs, seed, timeout: 120_000 + runs * 8000 };

testLayer(held, amount);
testTakingOver(held, amount);
testCalls(held, amount);
