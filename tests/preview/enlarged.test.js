import assert from "node:assert/strict";
import { test } from "node:test";
import { until, withWindow } from "./support/display.js";
import { bluePixel, dataUrl, redPixel } from "./support/pixels.js";
import { isLight } from "./support/png.js";
import { withServer } from "./support/server.js";

const lightPaper = "#ffffff";
/** Of the window's 390 by 600 px a square photo has 390 by 390, its caption the lowest 104. */
const beside = [60, 20];
const foot = [5, 430];
const onCaption = [200, 560];

/** Of the gallery's first photo. */
async function enlarge(window) {
  await window.moveTo(200, 200);
  await window.press();
  await window.release();
  await window.sees("black around it", "#000000", ...beside);
}

async function click(window, at) {
  await window.moveTo(...at);
  await window.press();
  await window.release();
}

test("a click on a photo enlarges it; wheel, keys and a drag downwards do as on a page", () => {
  const photos = [redPixel, bluePixel].map(dataUrl).map((src) => ({ src, width: 1200, height: 1200 }));
  return withWindow({ version: 1, language: "en", gallery: { photos } }, async (window) => {
    const middle = [100, 300];
    const pointer = [200, 300];
    await window.sees("the first photo", "#ff0000", 200, 200);
    await enlarge(window);
    await window.sees("it in the middle", "#ff0000", ...middle);
    await window.moveTo(...pointer);
    await window.wheel(-3);
    await window.sees("it zoomed", "#ff0000", ...beside);
    await window.key("0");
    await window.sees("it as it was", "#000000", ...beside);
    await window.key("Right");
    await window.sees("the second photo", "#0000ff", ...middle);
    await window.key("Home");
    await window.sees("the first photo", "#ff0000", ...middle);
    await window.key("End");
    await window.sees("the last photo", "#0000ff", ...middle);
    await window.press();
    for (const y of [330, 400, 480]) await window.moveTo(200, y);
    await window.release();
    await window.sees("paper", lightPaper, 2, 2);
    await window.sees("the second photo in the gallery", "#0000ff", 100, 200);
    await enlarge(window);
    await window.key("Escape");
    await window.sees("paper again", lightPaper, 2, 2);
  });
});

/** A document whose photo is red in a small source, and its server; `large` answers for the larger one. */
function withLargerSource(large, use) {
  const asked = [];
  return withServer({
    "/small.png": (response) => response.end(redPixel),
    "/large.png": (response) => {
      asked.push("/large.png");
      large(response);
    },
  }, (origin) => {
    const [small, larger] = ["small", "large"].map((name) => `${origin}/${name}.png`);
    const photo = {
      src: larger, width: 1600, height: 1600, sources: [{ src: small, width: 400 }, { src: larger, width: 1600 }] };
    return withWindow({ version: 1, language: "en", gallery: { photos: [photo] } }, (window) => use(window, asked));
  });
}

test("a zoomed photo is drawn from its larger source; what the article has serves until that is there", () => {
  let answer = () => {};
  const arrived = new Promise((resolve) => { answer = resolve; });
  return withLargerSource((response) => void arrived.then(() => response.end(bluePixel)), async (window, asked) => {
    await window.sees("the small source", "#ff0000", 200, 200);
    await enlarge(window);
    await window.sees("the small source in the middle", "#ff0000", 100, 300);
    assert.deepEqual(asked, [], "a photo that is not zoomed needs no larger source");
    await window.moveTo(200, 300);
    await window.wheel(-3);
    await until("the larger source is asked for", () => asked.length > 0);
    await window.sees("the small source zoomed", "#ff0000", ...beside);
    answer();
    await window.sees("the larger source zoomed", "#0000ff", ...beside);
    await window.key("0");
    await window.sees("it as it was", "#000000", ...beside);
    assert.equal(asked.length, 1, "once");

    await window.key("Escape");
    await window.sees("paper", lightPaper, 2, 2);
    await window.sees("the article's own", "#ff0000", 200, 200);
    await enlarge(window);
    await window.sees("the small source: the larger one was given back", "#ff0000", 100, 300);
  });
});

test("a larger source that can't be had is named, and what is there stays", () =>
  withLargerSource((response) => response.writeHead(404).end(), async (window, asked) => {
    await window.sees("the small source", "#ff0000", 200, 200);
    await enlarge(window);
    await window.moveTo(200, 300);
    await window.wheel(-3);
    await window.warns(0.0001);  // one red word
    await window.sees("the small source zoomed", "#ff0000", ...beside);
    assert.equal(asked.length, 1, "it is not asked for again");
  }));

test("the caption of an enlarged photo is below it, white on black in both themes, expands and links", () => {
  const square = { width: 1200, height: 1200 };
  const caption = "渔船趁着早潮归港，镇上的渔民会把当天的水温报给学校。".repeat(16);
  const photos = [
    { ...square, src: dataUrl(redPixel), caption, credit: "黄澄 摄" },
    { ...square, src: dataUrl(bluePixel) },
    { ...square, src: dataUrl(redPixel), caption: "渔船趁着早潮归港。", url: "https://example.com/harbour" },
  ];
  return withWindow({ version: 1, language: "zh-Hans", gallery: { photos } }, async (window) => {
    const lines = { x: 20, y: 508, width: 306, height: 72 };
    const overPhoto = { x: 20, y: 260, width: 306, height: 200 };
    const hasText = (what, rect) => until(what, async () => (await window.share(isLight, rect)) > 0.02);
    const scrolls = async (what, act) => {
      const before = await window.cut(overPhoto);
      await act();
      await until(`${what} scrolls the caption`, async () => !(await window.cut(overPhoto)).equals(before));
      await window.sees("the caption still over the photo", "#000000", ...foot);
    };
    await window.sees("the photo", "#ff0000", 200, 200);
    for (const theme of ["light", "dark"]) {
      await enlarge(window);
      await window.sees("the photo's foot", "#ff0000", ...foot);
      await hasText(`the caption, ${theme}`, lines);
      assert.equal(await window.share(isLight, overPhoto), 0);
      await click(window, onCaption);
      await window.sees("black over the photo", "#000000", ...foot);
      await hasText(`all of the caption, ${theme}`, overPhoto);
      await click(window, onCaption);
      await window.sees("the photo's foot again", "#ff0000", ...foot);
      await window.key("Escape");
      await window.sees("paper", theme === "light" ? lightPaper : "#141618", 2, 2);
      await window.key("t");
    }
    await enlarge(window);
    await window.key("Return");
    await window.sees("black over the photo, by a key", "#000000", ...foot);
    await window.moveTo(...onCaption);
    await scrolls("the wheel", () => window.wheel(2));
    await scrolls("a key", () => window.key("Up"));
    await window.key("Right");
    await window.sees("the next photo, whose caption is shut", "#0000ff", ...foot);
    await window.moveTo(...beside);
    await until("it has none", async () => (await window.share(isLight, lines)) === 0);
    await window.key("Right");
    await window.sees("the last photo", "#ff0000", ...foot);
    await click(window, [60, 520]);
    await until("the caption's link is opened", async () => (await window.links()).length > 0);
    assert.deepEqual(await window.links(), ["https://example.com/harbour"]);
  });
});
