// At the fastest that a hand can throw it, an article is as whole as the same text in HTML.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blankShares, longPage } from "../web/support/blank-strips.js";
import { useBrowser } from "../web/support/browser.js";
import { longArticle } from "../web/support/long-article.js";

const held = useBrowser();

/** The same paragraphs as HTML. @param {number} paragraphs */
function plainPage(paragraphs) {
  const { article } = JSON.parse(longArticle(paragraphs));
  return `<main>${article.body.map((/** @type {{text: string[]}} */ { text }) => `<p>${text.join("")}</p>`).join("")}</main>`;
}

test("at 20,000 px a second hardly more is blank than of the same text in HTML", async (t) => {
  const html = await blankShares(held, t, held.server.page(plainPage(2000),
    { css: "main { padding: 20px; font: 17px/26px serif } p { margin: 0 0 12px }" }), 20000, 60000, 3);
  const viewer = await blankShares(held, t, longPage(held), 20000, 60000, 3);
  // Pictures are few, so that one of them is some hundredths.
  viewer.forEach((share, i) => assert.ok(share <= html[i] + 0.15, `${share} of the pictures, ${html[i]} of HTML's`));
});
