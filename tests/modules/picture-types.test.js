import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { refusedTypes } from "../../web/widget/picture-types.js";

const global = /** @type {any} */ (globalThis);
afterEach(() => { delete global.ImageDecoder; });

/** @param {string} json */
const refused = (json) => refusedTypes(new TextEncoder().encode(json));
/** @param {string[]} shown @param {string[]} [asked] what the browser is asked of */
const browserThatShows = (shown, asked = []) => {
  global.ImageDecoder = { isTypeSupported: async (/** @type {string} */ type) => {
    asked.push(type);
    if (type.includes(";")) throw new TypeError("no type");
    return shown.includes(type);
  } };
};

test("what each browser shows is asked of none", async () => {
  /** @type {string[]} */
  const asked = [];
  browserThatShows([], asked);
  const types = ["image/jpeg", "image/PNG", "image/webp", "image/avif", "image/gif", "image/svg+xml", "image/jpg", "image/jpeg; q=1"];
  assert.equal(await refused(JSON.stringify(types.map((type) => ({ type })))), "");
  assert.deepEqual(asked, []);
});

test("of the others the browser is asked, once each", async () => {
  /** @type {string[]} */
  const asked = [];
  browserThatShows(["image/jxl"], asked);
  const json = '[{"type":"image/jxl"},{"type" : "image\\/x-none"},{"type":"image/x-none"},{"type":" image/heic; x=y "},{"type":"paragraph"},{"text":"type: a/b"}]';
  assert.equal(await refused(json), "image/x-none\nimage/heic; x=y");
  assert.deepEqual(asked, ["image/jxl", "image/x-none", "image/heic; x=y"]);
});

test("where the browser can't be asked they are not shown", async () => {
  assert.equal(await refused('{"type":"image/jxl"}'), "image/jxl");
});

test("a document without types asks for nothing", async () => {
  browserThatShows([]);
  assert.equal(await refused('{"type":"rule","text":"image/jxl"}'), "");
});
