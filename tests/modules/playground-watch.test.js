import assert from "node:assert/strict";
import { test } from "node:test";

/** A browser that tells of changes, as far as is asked of it. @type {any[]} */
const observers = [];
Object.assign(globalThis, { FileSystemObserver: class {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.connected = false;
    observers.push(this);
  }
  async observe() {
    this.connected = true;
  }
  disconnect() {
    this.connected = false;
  }
} });
const { FileWatch } = await import("../../web/demo/watch.js");

/** @param {string} text @param {number} lastModified */
const handleOf = (text, lastModified) => {
  const file = { name: "local.json", size: text.length, lastModified, text: async () => text };
  return { file, handle: /** @type {any} */ ({ getFile: async () => file }) };
};

test("a file is told at the start and when it has changed, by the browser's observer, until the watch ends", async () => {
  /** @type {string[]} */
  const told = [];
  const watch = new FileWatch((text, name) => told.push(`${name}: ${text}`));
  const { file, handle } = handleOf("one", 1);
  await watch.start(handle);
  assert.deepEqual(told, ["local.json: one"]);
  observers[0].changed();  // written without a change
  await new Promise(setImmediate);
  Object.assign(file, { lastModified: 2, text: async () => "two" });
  observers[0].changed();
  await new Promise(setImmediate);
  assert.deepEqual(told, ["local.json: one", "local.json: two"]);
  await watch.start(handleOf("other", 3).handle);
  assert.equal(observers[0].connected, false);
  assert.equal(told.at(-1), "local.json: other");
  watch.stop();
  assert.equal(observers[1].connected, false);
});

test("a file that can't be read rejects at the start", async () => {
  const watch = new FileWatch(() => assert.fail("nothing was read"));
  await assert.rejects(watch.start(/** @type {any} */ ({ getFile: async () => { throw new Error("gone"); } })), /gone/);
});
