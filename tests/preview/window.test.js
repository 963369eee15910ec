import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { until, withWindow } from "./support/display.js";
import { bluePixel, dataUrl, redPixel } from "./support/pixels.js";

const lightPaper = "#ffffff";
const darkPaper = "#141618";
const [red, blue] = [redPixel, bluePixel].map(dataUrl);

/** A headline at the top, a red picture over the whole width below it, much text. */
const article = (headline) => ({
  version: 1,
  language: "zh-Hans",
  article: {
    headline,
    url: "https://example.com/harbour",
    lead: { src: red, width: 1600, height: 900 },
    body: Array.from({ length: 30 }, () => ({ type: "paragraph", text: "渔船陆续回港，码头上人声鼎沸。".repeat(6) })),
  },
});
const onPicture = [200, 180];
const onHeadline = [40, 38];

test("a window shows the article; T, wheel, keys and resizing work", () =>
  withWindow(article("渔港"), async (window) => {
    await window.sees("the picture", "#ff0000", ...onPicture);
    await window.sees("light paper", lightPaper, 2, 2);
    await window.moveTo(200, 300);
    await window.key("t");
    await window.sees("dark paper", darkPaper, 2, 2);
    await window.key("t");
    await window.sees("light paper again", lightPaper, 2, 2);

    await window.wheel(6);
    await window.sees("text where the picture was", lightPaper, 2, onPicture[1]);
    await window.key("Home");
    await window.sees("the picture again", "#ff0000", ...onPicture);
    await window.key("End");
    await window.sees("the article's end", lightPaper, 2, onPicture[1]);
    await window.key("Home");

    await window.resize(500);
    await window.sees("a wider picture", "#ff0000", 480, 220);
  }));

test("a drag scrolls, a click on the headline opens its link, once", () =>
  withWindow(article("渔港"), async (window) => {
    await window.sees("the picture", "#ff0000", ...onPicture);
    await window.moveTo(200, 500);
    await window.press();
    await window.moveTo(200, 450);
    await window.moveTo(200, 100);
    await window.release();
    await window.sees("text where the picture was", lightPaper, 2, onPicture[1]);
    assert.deepEqual(await window.links(), []);

    await window.key("Home");
    await window.sees("the picture again", "#ff0000", ...onPicture);
    await window.moveTo(...onHeadline);
    await window.press();
    await window.release();
    await until("the link is opened", async () => (await window.links()).length > 0);
    assert.deepEqual(await window.links(), ["https://example.com/harbour"]);
  }));

test("a drag that the window was too busy to see begins where it began", () =>
  withWindow(article("渔港"), async (window) => {
    await window.sees("the picture", "#ff0000", ...onPicture);
    process.kill(window.pid, "SIGSTOP");
    await window.moveTo(200, 500);
    await window.press();
    await window.moveTo(200, 450);
    await window.moveTo(200, 100);
    await window.release();
    process.kill(window.pid, "SIGCONT");
    await window.sees("text where the picture was", lightPaper, 2, onPicture[1]);
  }));

test("the carousel follows a drag and the arrow keys", () => {
  const photos = [red, blue].map((src) => ({ src, width: 1200, height: 800 }));
  return withWindow({ version: 1, language: "en", gallery: { photos } }, async (window) => {
    await window.sees("the first photo", "#ff0000", 200, 200);
    await window.moveTo(300, 200);
    await window.press();
    await window.moveTo(250, 200);
    await window.moveTo(60, 200);
    await window.release();
    await window.sees("the second photo", "#0000ff", 200, 200);
    await window.key("Left");
    await window.sees("the first photo again", "#ff0000", 200, 200);
    await window.key("Right");
    await window.sees("the second photo again", "#0000ff", 200, 200);
    const more = [...photos, photos[0]];
    await fs.writeFile(window.file, JSON.stringify({ version: 1, language: "en", gallery: { photos: more } }));
    await window.sees("the first photo of the changed file", "#ff0000", 200, 200);
    await window.key("Right");
    await window.sees("its second", "#0000ff", 200, 200);
  });
});

test("a changed file is shown; a broken one is named and leaves the former article", () =>
  withWindow(article("清晨"), async (window) => {
    await until("the headline is the title", async () => (await window.title()) === "清晨");
    await fs.writeFile(window.file, JSON.stringify(article("黄昏")));
    await until("the new headline", async () => (await window.title()) === "黄昏");
    await fs.writeFile(window.file, "{");
    await window.warns();
    assert.equal(await window.title(), "黄昏");
    await window.sees("the picture still", "#ff0000", ...onPicture);
  }));

test("a file that is written again while it is read is read again", () => {
  // Reading it takes longer than the time between two writes.
  const long = (headline) => {
    const { article: content, ...rest } = article(headline);
    return JSON.stringify({ ...rest, article: { ...content, body: Array(60).fill(content.body).flat() } });
  };
  return withWindow(article("晨"), async (window) => {
    for (let round = 0; round < 8; ++round) {
      for (let write = 0; write < 20; ++write) {
        await fs.writeFile(window.file, long(`${round}.${write}`));
        await pause(30);
      }
      await until("the last one written", async () => (await window.title()) === `${round}.19`);
    }
  });
});

test("a window at rest takes no processor time", () =>
  withWindow(article("渔港"), async (window) => {
    const ticks = async () => {
      const fields = (await fs.readFile(`/proc/${window.pid}/stat`, "latin1")).split(") ")[1].split(" ");
      return Number(fields[11]) + Number(fields[12]);
    };
    await window.sees("the picture", "#ff0000", ...onPicture);
    await pause(1000);
    // Something else may wake it once: not three times in a row.
    let spent = Infinity;
    for (let round = 0; round < 3 && spent > 1; ++round) {
      const before = await ticks();
      await pause(4000);
      spent = await ticks() - before;
    }
    assert.ok(spent <= 1, `${spent} hundredths of a second of four`);
  }));
