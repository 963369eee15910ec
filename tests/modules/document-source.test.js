import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { documentFromJson, fetchDocument, jsonOf } from "../../web/element/document-source.js";

const real = globalThis.fetch;
Object.assign(globalThis, { document: { baseURI: "https://paper.example/news/page.html" }, self: { origin: "https://paper.example" } });
afterEach(() => { globalThis.fetch = real; });

const options = /** @type {any} */ ({ crossOrigin: null, referrerPolicy: "no-referrer" });
const { signal } = new AbortController();

/** @param {() => Promise<unknown> | unknown} call @returns {Promise<import("../../web/element/document-source.js").LoadError>} */
async function errorOf(call) {
  try {
    await call();
  } catch (error) {
    return /** @type {any} */ (error);
  }
  throw new Error("it did not fail");
}
/** @param {() => Promise<unknown> | unknown} call */
const reasonOf = async (call) => (await errorOf(call)).reason;

test("a document is asked for relative to the page, and its base is where it was found", async () => {
  /** @type {[string, RequestInit][]} */
  const asked = [];
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {RequestInit} */ how) => {
    asked.push([url, how]);
    return { ok: true, url: "https://cdn.example/a.json", headers: new Headers(), body: new Response("{}").body };
  });
  const { bytes, base } = await fetchDocument("a.json", options, false, signal);
  assert.equal(new TextDecoder().decode(bytes), "{}");
  assert.equal(base, "https://cdn.example/a.json");
  const [[url, how]] = asked;
  assert.equal(url, "https://paper.example/news/a.json");
  assert.deepEqual([how.cache, how.credentials, how.referrerPolicy], ["default", "same-origin", "no-referrer"]);
  await fetchDocument("a.json", { ...options, crossOrigin: "use-credentials" }, true, signal);
  assert.deepEqual([asked[1][1].cache, asked[1][1].credentials], ["no-cache", "include"]);
});

test("what can't be had has a reason", async () => {
  globalThis.fetch = async () => { throw new TypeError("refused"); };
  assert.equal(await reasonOf(() => fetchDocument("a.json", options, false, signal)), "network");
  assert.equal(await reasonOf(() => fetchDocument("https://[", options, false, signal)), "network");
  globalThis.fetch = async () => new Response("", { status: 404 });
  assert.equal(await reasonOf(() => fetchDocument("a.json", options, false, signal)), "http");
  globalThis.fetch = async () => new Response(new ReadableStream({ pull: (to) => to.error(new Error("cut")) }));
  assert.equal(await reasonOf(() => fetchDocument("a.json", options, false, signal)), "network");
});

test("another try may help where the network or the server may be better then, and nowhere else", async () => {
  for (const [status, passing] of /** @type {[number, boolean][]} */ ([[404, false], [403, false], [408, true], [429, true], [500, true], [503, true]])) {
    globalThis.fetch = async () => new Response("", { status });
    assert.equal((await errorOf(() => fetchDocument("a.json", options, false, signal))).passing, passing, String(status));
  }
  globalThis.fetch = async () => { throw new TypeError("refused"); };
  const far = await errorOf(() => fetchDocument("https://cdn.example/a.json", options, false, signal));
  assert.ok(far.passing && /CORS/.test(far.message), far.message);
  assert.doesNotMatch((await errorOf(() => fetchDocument("a.json", options, false, signal))).message, /CORS/);
  globalThis.fetch = async () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html; charset=utf-8" } });
  const page = await errorOf(() => fetchDocument("a.json", options, false, signal));
  assert.deepEqual([page.reason, page.passing], ["json", false]);
});

test("an answer without end ends a little behind what the core takes", async () => {
  let given = 0;
  globalThis.fetch = async () => new Response(new ReadableStream({
    pull: (to) => {
      given += 1 << 20;
      to.enqueue(new Uint8Array(1 << 20));
    },
  }));
  const { bytes } = await fetchDocument("a.json", options, false, signal);
  assert.ok(bytes.length > 8 << 20 && given < 12 << 20, `${bytes.length} of ${given} bytes`);
});

test("an object is its JSON, and what is none has a reason", async () => {
  const { bytes, base } = documentFromJson(jsonOf({ version: 1, language: "zh" }));
  assert.equal(new TextDecoder().decode(bytes), '{"version":1,"language":"zh"}');
  assert.equal(base, "https://paper.example/news/page.html");
  /** @type {any} */
  const ring = {};
  ring.ring = ring;
  assert.equal(await reasonOf(() => jsonOf(ring)), "json");
  assert.equal(await reasonOf(() => jsonOf(() => {})), "json");
});
