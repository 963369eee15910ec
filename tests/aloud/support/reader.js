// A reader who sees nothing: a keyboard, Firefox, and Orca at a desk of their own.
import puppeteer from "puppeteer-core";
import { openDesk } from "./desk.js";
import { Orca } from "./orca.js";

const deadline = 60_000;
/** In the page: the shadow root of its article. */
const root = 'document.querySelector("article-viewer").shadowRoot';

/** Orca speaks English, whatever an article's language: its own words are told from the article's by that. */
export class Reader {
  /** @type {import("./desk.js").Desk} */
  #desk;
  /** @type {Orca} */
  #orca;
  /** @type {import("puppeteer-core").Browser} */
  #browser;
  /** @type {import("puppeteer-core").Page | undefined} */
  #page;

  static async start() {
    const reader = new Reader();
    reader.#desk = await openDesk();
    try {
      reader.#orca = await Orca.start(reader.#desk);
      reader.#browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
        headless: false,
        args: ["--kiosk"],
        defaultViewport: null,
        env: { ...reader.#desk.env, GNOME_ACCESSIBILITY: "1" },
        extraPrefsFirefox: { "webgl.force-enabled": true, "accessibility.force_disabled": -1 },
      });
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    }
  }

  /** Opens a page in a tab of its own and waits until its article, and then Orca, is at rest. @param {string} url */
  async open(url) {
    const last = this.#page;
    const page = this.#page = await this.#browser.newPage();
    await last?.close();
    await this.#orca.rest();
    const loaded = this.#orca.heard(({ spoken }) => spoken?.startsWith("Page has ") ?? false, "Orca sums the page up");
    await Promise.all([loaded, page.goto(url)]);
    await page.waitForFunction(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      return viewer.state === "ready" && document.hasFocus();
    }, { timeout: deadline });
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
    await this.#orca.rest();
  }

  /** Moves focus by script, as ARIA-AT's setup scripts do. @param {import("./plan.js").Focus["focus"]} code */
  async focus(code) {
    await this.#page?.evaluate(`(${code})(${root}).focus()`);
    await this.#orca.rest();
  }

  /** Hears on. @param {number} [beats] of Orca's @returns what is spoken */
  hear(beats) {
    return this.#orca.rest(beats);
  }

  /** Presses a key. @param {string} key X's name @param {Pick<import("./plan.js").Press, "shows" | "until">} after */
  async press(key, { shows, until }) {
    const page = /** @type {import("puppeteer-core").Page} */ (this.#page);
    await this.#orca.press(key);
    if (until) await page.waitForFunction(`(${until})(${root})`, { timeout: deadline });
    if (shows) {
      await page.waitForFunction(`[...${root}.querySelectorAll("dialog, [aria-roledescription]")].some((part) =>
        part.querySelector(":scope > [role=status]")?.textContent.startsWith("${shows} / "))`, { timeout: deadline });
    }
    // What accessibility is told of a change goes with the frame after it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  async close() {
    try {
      await this.#browser?.close();
    } finally {
      await this.#desk.close();
    }
  }
}
