// The Nth call of what the browser does for the core fails, N from 1 until none does: the article is shown all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline, useBrowser, withPage } from "../web/support/browser.js";
import { refusingCore } from "./support/refusing-core.js";

const held = useBrowser();

/** Each with what a browser does where it can't: gives nothing, throws, rejects. @type {[owner: string, name: string, how: "null" | "throws" | "rejects", only?: string][]} */
const calls = [
  ["HTMLCanvasElement.prototype", "getContext", "null"],
  ["OffscreenCanvas.prototype", "getContext", "null"],
  ["CanvasRenderingContext2D.prototype", "measureText", "throws"],
  ["CanvasRenderingContext2D.prototype", "fillText", "throws"],
  ["WebGL2RenderingContext.prototype", "createTexture", "null"],
  ["WebGL2RenderingContext.prototype", "createBuffer", "null"],
  ["WebGL2RenderingContext.prototype", "createShader", "null"],
  ["WebGL2RenderingContext.prototype", "createProgram", "null"],
  ["WebGL2RenderingContext.prototype", "texStorage2D", "throws"],
  ["WebGL2RenderingContext.prototype", "texSubImage2D", "throws"],
  ["WebGL2RenderingContext.prototype", "drawElements", "throws"],
  ["OffscreenCanvas.prototype", "transferToImageBitmap", "throws"],
  ["ImageBitmapRenderingContext.prototype", "transferFromImageBitmap", "throws"],
  ["window", "createImageBitmap", "rejects"],
  ["window", "fetch", "rejects"],
  ["Intl.DateTimeFormat.prototype", "format", "throws"],
  ["WebAssembly", "instantiate", "rejects"],
];

/** @param {string} owner @param {string} name @param {string} how @param {number} nth */
const fault = (owner, name, how, nth) => `
  window.fault = { calls: 0, failed: 0 };
  {
    const owner = ${owner};
    const real = Object.getOwnPropertyDescriptor(owner, "${name}");
    const call = function (...given) {
      if (++window.fault.calls === ${nth}) {
        window.fault.failed = 1;
        if ("${how}" === "null") return null;
        const error = new Error("injected");
        if ("${how}" === "throws") throw error;
        return Promise.reject(error);
      }
      return (real.value ?? real.get.call(this)).apply(this, given);
    };
    Object.defineProperty(owner, "${name}", real.get ? { configurable: true, get() { return call.bind(this); } } : { ...real, value: call });
  }
  ${textures}`;

/** Which textures live. */
const textures = `
  window.textures = new Set();
  const { createTexture, deleteTexture } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.createTexture = function () {
    const made = createTexture.call(this);
    if (made) window.textures.add(made);
    return made;
  };
  WebGL2RenderingContext.prototype.deleteTexture = function (one) {
    window.textures.delete(one);
    deleteTexture.call(this, one);
  };`;

/** 1 to 8 each, then fewer and fewer. @param {number} nth */
const next = (nth) => nth < 8 ? nth + 1 : Math.ceil(nth * 1.6);

const url = () => held.server.page('<article-viewer src="/demo/en.json"></article-viewer><article-viewer id="after" src="/demo/zh-hans.json" parts="card"></article-viewer>');

/** Reads through the first article, and takes both away. @param {import("playwright-core").Page} page */
const read = (page) => page.evaluate(async (patience) => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const wait = async (/** @type {() => unknown} */ is) => {
    for (const end = performance.now() + patience; !is() && performance.now() < end;) await new Promise((done) => setTimeout(done, 10));
  };
  const isThere = () => viewer.state === "ready" || viewer.state === "failed";
  await wait(isThere);
  const failed = viewer.state === "failed";
  if (failed) await viewer.reload();  // of the network a reader is told
  await viewer.updateComplete;
  for (let top = 0; top < 9; ++top) {
    scrollTo(0, top * innerHeight);
    for (let i = 0; i < 6; ++i) await new Promise(requestAnimationFrame);
  }
  await viewer.showPhoto(2).catch(() => viewer.showPhoto(2));
  await viewer.updateComplete;
  for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
  await wait(isThere);  // what a frame ends is shown by another core, or plainly
  const { length } = viewer.shadowRoot.querySelector(".layer").textContent;
  const plain = viewer.matches(":state(plain)");
  const after = viewer.state;
  for (const one of document.querySelectorAll("article-viewer")) one.remove();
  await wait(() => /** @type {any} */ (window).textures.size < 4);
  return { failed, after, plain, length, textures: /** @type {any} */ (window).textures.size, fault: /** @type {any} */ (window).fault };
}, deadline);

for (const [owner, name, how] of calls) {
  test(`${owner.replace(".prototype", "")}.${name}() ${how === "null" ? "gives nothing" : how} the Nth time`, { timeout: 240_000 }, async (t) => {
    const found = [];
    for (let nth = 1, fails = true; fails; nth = next(nth)) {
      await withPage(held, url(), async (page, errors) => {
        const state = await read(page);
        fails = state.fault.failed === 1;
        found.push(`${nth}${fails ? state.failed ? " failed first" : state.plain ? " plain" : "" : " not reached"}`);
        assert.ok(state.after === "ready" && state.length > 5000, `${nth}: ${JSON.stringify(state)}`);
        assert.ok(state.textures < 4, `${nth}: ${state.textures} textures are left, the atlas has 3 at most`);
        if (state.failed) assert.equal(name, "fetch");
        assert.deepEqual(errors.splice(0).filter((error) => !/injected|null|no 2D canvas/.test(error)), [], String(nth));
      }, { script: fault(owner, name, how, nth) });
    }
    t.diagnostic(found.join(", "));
  });
}

/** The core's malloc returns null the Nth time, of the first core or of each. @param {number} nth @param {boolean} each */
const refusal = (nth, each) => `
  {
    const { instantiate } = WebAssembly;
    const all = [];
    WebAssembly.instantiate = async (code, imports) => {
      const instance = await instantiate(code, imports);
      const { refuse } = instance.exports;
      if (refuse && (${each} || !all.length)) refuse.value = ${nth};
      if (refuse) all.push(refuse);
      return instance;
    };
    Object.defineProperty(window, "fault", { get: () => ({ failed: Number(all[0]?.value <= 0), cores: all.length }) });
  }
  ${textures}`;

for (const each of [false, true]) {
  test(`malloc of ${each ? "each" : "the first"} core returns null the Nth time`, { timeout: 600_000 }, async (t) => {
    const core = await refusingCore();
    held.server.route("/article-viewer.wasm", { body: core, type: "application/wasm" });
    try {
      const found = [];
      for (let nth = 1, fails = true; fails; nth = next(nth)) {
        await withPage(held, url(), async (page, errors) => {
          const state = await read(page);
          fails = state.fault.failed === 1;
          found.push(`${nth}${fails ? state.plain ? " plain" : "" : " not reached"}`);
          assert.ok(state.after === "ready" && state.length > 5000, `${nth}: ${JSON.stringify(state)}`);
          assert.ok(!state.plain || each, `${nth}: another core draws it`);
          assert.deepEqual(errors.splice(0).filter((error) => !/RuntimeError: unreachable/.test(error)), [], String(nth));
        }, { script: refusal(nth, each) });
      }
      t.diagnostic(found.join(", "));
      assert.ok(found.length > 8, found.join());
    } finally {
      held.server.unroute("/article-viewer.wasm");
    }
  });
}
