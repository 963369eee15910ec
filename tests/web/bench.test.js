// `./dev bench web` in small: it finds each number, and sees frames that are not drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runBench } from "../bench/web/bench.js";
import { median, rows, toTable } from "../bench/web/table.js";
import { categories, Trace } from "../bench/web/trace.js";
import { useBrowser, withPage } from "./support/browser.js";

const held = useBrowser();

/** What only the viewer has. */
const own = ["photoWithoutWebgl", "webgl", "fromScript", "fromWasm", "wasm"];
/** What may be nothing. */
const none = ["idleFrames", "idleCpu"];

test("the bench in the browser finds each number of both pages", async () => {
  const { samples } = await runBench({ rounds: 1, counts: [1], slowdowns: [1], steps: 12, seconds: 1, pause: 12 }, () => {});
  for (const kind of /** @type {const} */ (["viewer", "html"])) {
    const numbers = Object.assign({}, ...samples.filter((sample) => sample.kind === kind).map((sample) => sample.numbers));
    const wanted = rows.map(([name]) => name).filter((name) => kind === "viewer" || !own.includes(name));
    assert.deepEqual(Object.keys(numbers).sort(), wanted.sort());
    for (const name of wanted)
      assert.ok(none.includes(name) ? numbers[name] >= 0 : numbers[name] > 0, `${kind}: ${name} is ${numbers[name]}`);
    assert.ok(numbers.text <= numbers.photo, `${kind}: text at ${numbers.text}, text and photo at ${numbers.photo}`);
    assert.ok(numbers.busy <= numbers.photo, `${kind}: ${numbers.busy} of ${numbers.photo} ms`);
  }
  const table = toTable(samples).split("\n");
  assert.equal(table.length, rows.length + 2);
  assert.ok(table.every((line) => line.split(" | ").length === 2), "one column");
});

// A box that moves in every `step`th of 30 animation frames.
for (const [step, drawn] of [[1, 30], [2, 15], [3, 10]]) {
  test(`the trace counts ${drawn} frames where 30 were asked for`, async () => {
    await withPage(held, held.server.page('<div id="box">box</div>'), async (page) => {
      await held.browser.startTracing(page, { categories });
      await page.evaluate(async (every) => {
        const box = /** @type {HTMLElement} */ (document.getElementById("box"));
        performance.mark("begin");
        for (let i = 1; i <= 30; ++i) {
          await new Promise(requestAnimationFrame);
          if (i % every === 0) box.style.transform = `translateX(${i}px)`;
        }
        for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame);
      }, step);
      const trace = new Trace(await held.browser.stopTracing());
      // What was not yet drawn when it began is drawn, too.
      const { length } = trace.frames(trace.mark("begin"));
      assert.ok(Math.abs(length - drawn) <= 2, `${length} frames`);
    });
  });
}

test("a median of an even count lies between the two in the middle", () => {
  assert.equal(median([4, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});
