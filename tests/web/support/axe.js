// axe-core's rules (WCAG 2.2 A, AA and AAA, best practices) on a page that has its script.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { frames } from "./browser.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const unseen = ["color-contrast", "color-contrast-enhanced"];

/** @returns {Promise<string>} */
export const axeScript = () => readFile(axe, "utf8");

/**
 * What axe finds, as `rule: element: why`. In the canvas view it can't judge contrast, the layer's text being
 * transparent: contrast.test.js measures what is drawn.
 * @param {import("playwright-core").Page} page @returns {Promise<string[]>}
 */
export async function violations(page) {
  await frames(page);
  const { found, passed } = await page.evaluate(async (off) => {
    const api = /** @type {any} */ (window).axe;
    // The rules above A and AA are off by default.
    const rules = Object.fromEntries(api.getRules(["wcag2aaa"]).map((/** @type {any} */ { ruleId }) => [ruleId, { enabled: true }]));
    const drawn = document.querySelector("article-viewer")?.shadowRoot?.querySelector(".drawn");
    for (const id of drawn ? off : []) rules[id] = { enabled: false };
    const { violations, passes } = await api.run(document, { rules, resultTypes: ["violations", "passes"] });
    return {
      passed: passes.length,
      found: violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { target, failureSummary }) =>
        `${id}: ${target.flat().join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`)),
    };
  }, unseen);
  assert.ok(passed > 5, `axe looked: ${passed} rules passed`);
  return found;
}
