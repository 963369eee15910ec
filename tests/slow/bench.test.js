// `./dev bench web` in small: it finds each number of all pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runBench } from "../bench/web/bench.js";
import { rows, toTable } from "../bench/web/table.js";

/** What only the viewer has. */
const own = ["photoWithoutWebgl", "webgl", "fromScript", "fromWasm", "wasm"];
/** What only a page has that was prerendered and becomes the viewer. */
const prerendered = ["firstPrerendered", "largestPrerendered"];
/** What is measured of a page that is used or left at rest, too. */
const used = /^(code|content|pictures|drag.*|tab.*|idle.*|heap|nodes|renderer|gpu)$/;
/** What may be nothing. */
const none = ["webgl", "idleFrames", "idleCpu", "shift", "blocking", "blockingTaken"];

test("the bench in the browser finds each number of all pages", async () => {
  const { samples } = await runBench(
    { rounds: 1, contents: ["1 article"], slowdowns: [1], steps: 12, seconds: 1, pause: 12 }, () => {});
  for (const kind of /** @type {const} */ (["viewer", "html", "json", "prerendered", "text"])) {
    const numbers = Object.assign({}, ...samples.filter((sample) => sample.kind === kind).map((sample) => sample.numbers));
    const onlyLoaded = kind === "prerendered" || kind === "text";
    const wanted = [...new Set(rows.map(([name]) => name))].filter((name) => (kind === "viewer" || !own.includes(name)) &&
      (kind === "prerendered" || !prerendered.includes(name)) && !(onlyLoaded && used.test(name)));
    assert.deepEqual(Object.keys(numbers).sort(), wanted.sort());
    // Of a canvas the browser reports no largest paint.
    if (kind === "viewer" && Number.isNaN(numbers.lcp)) numbers.lcp = numbers.fcp;
    for (const name of wanted)
      assert.ok(none.includes(name) ? numbers[name] >= 0 : numbers[name] > 0, `${kind}: ${name} is ${numbers[name]}`);
    assert.ok(numbers.text <= numbers.photo, `${kind}: text at ${numbers.text}, text and photo at ${numbers.photo}`);
    assert.ok(numbers.busy <= numbers.photo, `${kind}: ${numbers.busy} of ${numbers.photo} ms`);
    assert.ok(numbers.ready <= numbers.whole, `${kind}: usable at ${numbers.ready}, whole at ${numbers.whole}`);
    assert.ok(numbers.fcp <= numbers.lcp, `${kind}: first paint at ${numbers.fcp}, largest at ${numbers.lcp}`);
  }
  const table = toTable(samples).split("\n");
  assert.equal(table.length, rows.filter(([name, , , pair]) => !prerendered.includes(name) && !pair?.includes("prerendered")).length + 2);
  assert.ok(toTable(samples, "text", "prerendered").includes("until the viewer has taken over"));
  assert.ok(table.every((line) => line.split(" | ").length === 2), "one column");
  for (const name of ["renderer", "gpu"]) {
    const of = (/** @type {string} */ kind) => samples.filter((sample) => sample.kind === kind).at(-1)?.numbers[name] ?? NaN;
    assert.ok(of("canvas") > 0, `${name} beside an empty canvas is ${of("canvas")}`);
  }
});
