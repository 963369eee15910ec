// Documents of 8 MiB, as many as are read, of the shapes that cost most: what they take is bounded.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitUntilComplete, withPage } from "../web/support/browser.js";

const held = useBrowser();
const bytes = 8 * 1024 * 1024;

/** @param {string} before @param {string} repeated as often as there is room @param {string} after */
const filled = (before, repeated, after) =>
  before + repeated.repeat(Math.floor((bytes - before.length - after.length) / Buffer.byteLength(repeated))) + after;
const body = '{"version":1,"article":{"headline":"H","body":[';
const text = `${body}{"type":"paragraph","text":"`;
const sentence = "夜里的电车借书给人，沿着河走到天亮，车上有灯，也有一位读者。";

/** Each kind of text that is cut, shaped or broken in its own way. @type {Record<string, string>} */
const shapes = {
  "one string of sentences": filled(text, sentence, '"}]}}'),
  "a million Han and no mark": `${text}${"潮".repeat(1_000_000)}"}]}}`,
  "one word": filled(text, "a", '"}]}}'),
  "words of Latin": filled(text, "word and word, ", '"}]}}'),
  "words of Arabic": filled(text, "كلمة في ", '"}]}}'),
  "combining marks": filled(`${text}a`, "\u0301", '"}]}}'),
  "colours of skin": filled(`${text}👩`, "🏻", '"}]}}'),
  "a thousand spans a paragraph": filled(body, `{"type":"paragraph","text":[${'{"text":"a b","link":"/c"},'.repeat(999)}"x"]},`, "{}]}}"),
  paragraphs: filled(body, `{"type":"paragraph","text":"${sentence.repeat(6)}"},`, "{}]}}"),
  "empty objects": filled(body, "{},", '{"type":"paragraph","text":"x"}]}}'),
  tags: filled('{"article":{"headline":"H","tags":[', '"t",', '"x"],"body":[]}}'),
  rankings: filled('{"article":{"headline":"H"},"rankings":{"tabs":[{"id":"a","label":"a","items":[', '{"title":"T","url":"/u"},', '{"title":"x"}]}]}}'),
  depth: filled(`${body}{"type":"paragraph","text":"x"}],"x":`, "[", ""),
};

/**
 * What a page's main thread did, by its own clock: a busy machine makes no task longer. What promises go on with is in the
 * task that settled them: such a task is of the inspector's events, not of the scheduler's.
 * @param {string} trace JSON @returns {number[]} ms of each task, the longest first
 */
function tasksOf(trace) {
  /** @type {{name: string, pid: number, tid: number, args: any, tdur?: number}[]} */
  const events = JSON.parse(trace).traceEvents;
  const page = events.find(({ name }) => name === "article-begins");
  const main = events.find(({ name, pid, args }) => name === "thread_name" && pid === page?.pid && args.name === "CrRendererMain");
  const tasks = events.filter(({ name, pid, tid, tdur }) => pid === main?.pid && tid === main?.tid && name === "RunTask" && tdur);
  return tasks.map(({ tdur }) => Number(tdur) / 1000).sort((a, b) => b - a);
}

for (const [name, json] of Object.entries(shapes))
  test(`8 MiB of ${name}: 2 s and 64 MiB at most, and no task of 50 ms`, async (t) => {
    held.server.route("/bounds.json", { body: json });
    await withPage(held, held.server.page(""), async (page) => {
      await held.browser.startTracing(page, { categories: ["-*", "disabled-by-default-devtools.timeline", "blink.user_timing"] });
      await page.evaluate(() => {
        performance.mark("article-begins");
        const viewer = Object.assign(document.createElement("article-viewer"), { src: "/bounds.json", loading: "eager" });
        document.body.append(viewer);
      });
      // What is refused is bounded too.
      if (name === "depth") await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer")).state === "failed");
      else await waitUntilComplete(page);
      const [longest, ...others] = tasksOf(String(await held.browser.stopTracing()));
      const sum = others.reduce((total, ms) => total + ms, longest);
      const mebibytes = name === "depth" ? 0 : await page.evaluate(() =>
        /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].memory / 2 ** 20);
      t.diagnostic(`main thread ${Math.round(sum)} ms, longest task ${Math.round(longest)} ms, core ${mebibytes} MiB`);
      assert.ok(others.length > 3, "tasks are seen");
      assert.ok(sum < 2000, `${sum} ms of main thread`);
      assert.ok(longest < 50, `a task of ${longest} ms`);
      assert.ok(mebibytes <= 64, `${mebibytes} MiB`);
    }, { viewport: { width: 390, height: 844 } });
  });
