import assert from "node:assert/strict";
import { test } from "node:test";

/** The timer of refreshes goes by when the test says so. @type {{call: () => void, time: number} | null} */
let waiting = null;
Object.assign(globalThis, {
  window: { setTimeout: (/** @type {() => void} */ call, /** @type {number} */ time) => { waiting = { call, time }; return 1; } },
  document: Object.assign(new EventTarget(), { visibilityState: "visible", baseURI: "https://paper.example/" }),
  self: { origin: "https://paper.example" },
  IntersectionObserver: class {
    /** @param {(entries: object[]) => void} call */
    constructor(call) {
      this.call = call;
    }
    observe() {
      this.call([{ isIntersecting: true }]);
    }
    disconnect() {}
  },
});
/** Of all signals. */
let listeners = 0;
const { addEventListener, removeEventListener } = AbortSignal.prototype;
AbortSignal.prototype.addEventListener = function (/** @type {Parameters<typeof addEventListener>} */ ...given) {
  listeners += 1;
  addEventListener.apply(this, given);
};
AbortSignal.prototype.removeEventListener = function (/** @type {Parameters<typeof removeEventListener>} */ ...given) {
  listeners -= 1;
  removeEventListener.apply(this, given);
};
const { Refresher } = await import("../../web/element/refresher.js");

const encoder = new TextEncoder();
/** @param {number} version */
const textOf = (version) => JSON.stringify({ version: 1, article: { id: "a", headline: "Tide" }, comments: { hot: [{ author: "A", text: `Said ${version}` }], latest: [] } });

test("an hour of refreshes with one server error in three shows what is new, and asks no more often than it may", async () => {
  let asked = 0;
  let clock = 0;
  /** @type {number[]} when something new was shown, s */
  const shown = [];
  let most = 0;
  let text = { bytes: encoder.encode(textOf(0)), base: "https://paper.example/a.json" };
  const real = globalThis.fetch;
  globalThis.fetch = async () => {
    asked += 1;
    return asked % 3 ? new Response(textOf(asked)) : new Response("", { status: 503 });
  };
  try {
    const refresher = new Refresher(/** @type {any} */ ({}), {
      options: () => /** @type {any} */ ({ refresh: 20, src: "a.json", crossOrigin: null, referrerPolicy: "" }),
      text: () => text,
      show: async (fresh) => {
        text = fresh;
        shown.push(clock);
      },
    });
    while (clock < 3600) {
      assert.ok(waiting, `nothing is waited for after ${clock} s`);
      const { call, time } = /** @type {{call: () => void, time: number}} */ (waiting);
      waiting = null;
      clock += time / 1000;
      call();
      most = Math.max(most, listeners);
      while (!waiting) await new Promise((done) => setImmediate(done));
    }
    refresher.stop();
  } finally {
    globalThis.fetch = real;
  }
  // 20 s after what came, 40 s after what did not: 80 s for three, of which two have come.
  assert.deepEqual([asked, shown.length], [136, 91]);
  const gaps = shown.map((at, i) => at - (shown[i - 1] ?? 0));
  assert.deepEqual([...new Set(gaps)].sort(), [20, 60]);
  assert.equal(JSON.parse(new TextDecoder().decode(text.bytes)).comments.hot[0].text, "Said 136");
  assert.ok(most < 10, `each request takes its listener with it: ${most}`);
});
