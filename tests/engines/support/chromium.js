import { chromium } from "playwright-core";
import { flags } from "../../web/support/browser.js";
import { computedTree } from "./computed-tree.js";
import { expression } from "./driver.js";

/** Chromium, headless, whose WebGL 2 is SwiftShader. @returns {Promise<import("./driver.js").Driver>} */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const { keyboard, mouse } = page;
  return {
    name: "Chromium",
    view: "canvas",
    byBitmap: true,
    findsInShadowTrees: true,
    open: async (url) => void await page.goto(url),
    evaluate: async (code, ...args) => JSON.parse(/** @type {string} */ (await page.evaluate(expression(code, args)))),
    press: (key, modifiers = []) => keyboard.press([...modifiers, key].join("+")),
    click: (x, y, count = 1) => mouse.click(x, y, { clickCount: count }),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await mouse.move(to.x, to.y);
      await mouse.up();
    },
    async wheel({ x, y }, by, modifiers = []) {
      await mouse.move(x, y);
      for (const modifier of modifiers) await keyboard.down(modifier);
      await mouse.wheel(by.x, by.y);
      for (const modifier of modifiers) await keyboard.up(modifier);
    },
    print: () => page.pdf(),
    async computedTree() {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      await session.detach();
      return computedTree(/** @type {any} */ (nodes));
    },
    close: () => browser.close(),
  };
}
