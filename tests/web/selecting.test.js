// A word is selected by a double click, also at the ends of drawn lines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

for (const width of [390, 700])
  test(`a double click on the first and the last letter of a line selects one word, ${width} px wide`, async () => {
    const url = held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>', { lang: "en" });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      /** Ends of the lines of a paragraph, by its letters. @type {{x: number, y: number, word: string}[]} */
      const ends = await page.evaluate(() => {
        const shadow = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
        const paragraph = /** @type {Element} */ (shadow.querySelectorAll("p.as-body")[1]);
        paragraph.scrollIntoView({ block: "center", behavior: "instant" });
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        /** @type {{box: DOMRect, at: number}[]} */
        const letters = [];
        let at = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { data } = /** @type {Text} */ (node);
          for (let i = 0; i < data.length; ++i, ++at) {
            if (data[i] === " ") continue;
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            letters.push({ box: range.getBoundingClientRect(), at });
          }
        }
        const text = paragraph.textContent ?? "";
        const wordAt = (/** @type {number} */ place) => text.slice(text.lastIndexOf(" ", place) + 1).split(" ")[0];
        return letters.flatMap(({ box, at: place }, i) => {
          const isLast = !letters[i + 1] || letters[i + 1].box.top > box.top + 5;
          const isFirst = !i || letters[i - 1].box.top < box.top - 5;
          const y = box.top + box.height / 2;
          return [...isLast ? [box.right - 1.5, box.right - 3].map((x) => ({ x, y, word: wordAt(place) })) : [],
            ...isFirst ? [{ x: box.left + 1.5, y, word: wordAt(place) }] : []];
        });
      });
      assert.ok(ends.length >= 9, `${ends.length} ends of lines`);
      for (const { x, y, word } of ends) {
        await page.mouse.dblclick(x, y);
        const selected = await page.evaluate(() => String(/** @type {any} */ (document.querySelector("article-viewer")?.shadowRoot).getSelection()));
        assert.ok(selected.trim() && word.includes(selected.trim()), `${JSON.stringify(selected)} of ${word}`);
      }
    }, { viewport: { width, height: 844 } });
  });
