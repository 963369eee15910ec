import puppeteer from "puppeteer-core";
import { end, startDisplay } from "../../support/x-display.js";
import { expression } from "./driver.js";

/**
 * Firefox, over WebDriver BiDi. With a window it has WebGL 2, by a preference
 * where there is no graphics hardware; headless it has none.
 * @param {{headless: boolean}} how @returns {Promise<import("./driver.js").Driver>}
 */
export async function openFirefox({ headless }) {
  const display = headless ? null : await startDisplay();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env };
  delete env.WAYLAND_DISPLAY;
  if (display) env.DISPLAY = display.name;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless,
    env,
    extraPrefsFirefox: { "webgl.force-enabled": !headless },
  });
  // The first page has no focus: Enter would press no button.
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 }).catch((error) => {
    // Firefox 140 knows no orientation of the screen, which is not asked for.
    if (!String(error).includes("setScreenOrientationOverride")) throw error;
  });
  await page.waitForFunction("innerWidth === 390");
  const { keyboard, mouse } = page;
  return {
    name: headless ? "Firefox without a window" : "Firefox",
    view: headless ? "plain" : "canvas",
    byBitmap: false,
    findsInShadowTrees: true,
    open: async (url) => void await page.goto(url),
    evaluate: async (code, ...args) => JSON.parse(/** @type {string} */ (await page.evaluate(expression(code, args)))),
    async press(key, modifiers = []) {
      for (const modifier of modifiers) await keyboard.down(modifier);
      await keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
      for (const modifier of modifiers) await keyboard.up(modifier);
    },
    click: (x, y, count = 1) => mouse.click(x, y, { count }),
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
      await mouse.wheel({ deltaX: by.x, deltaY: by.y });
      for (const modifier of modifiers) await keyboard.up(modifier);
    },
    print: () => page.pdf(),
    async close() {
      await browser.close();
      if (display) await end(display.server);
    },
  };
}
