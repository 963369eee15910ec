// In whatever a page puts it: it has a width, hides with what it stands in, and follows the page's style.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, pixels, settle, useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

/** Of one column with its margins, and of the narrowest, CSS px. */
const most = 696;
const least = 280;

/** Name, style of what stands around it, and its element. @type {[string, string, string?][]} */
const containers = [
  ["a flex item", "display: flex"],
  ["an item of a centred column", "display: flex; flex-direction: column; align-items: center"],
  ["an item of a centred grid", "display: grid; justify-items: center"],
  ["an inline-block", "display: inline-block"],
  ["a float", "float: left"],
  ["what is absolute", "position: absolute"],
  ["what fits its content", "width: fit-content"],
  ["a table's cell", "display: table-cell"],
  ["a dialog", "padding: 0; border: 0", "dialog"],
  ["a popover", "padding: 0; border: 0", "div popover"],
];

for (const view of ["auto", "plain"])
  for (const [name, css, tag = "div"] of containers)
    test(`in ${name} it has the width of a column, view ${view}`, async () => {
      const url = held.server.page(`<${tag} id="around"><article-viewer src="/demo/zh-hans.json" view="${view}" loading="eager"></article-viewer></${tag.split(" ")[0]}>`,
        { css: `#around { ${css} }` });
      await withPage(held, url, async (page) => {
        await page.evaluate(() => {
          const around = document.getElementById("around");
          if (around instanceof HTMLDialogElement) around.showModal();
          else if (around?.popover) around.showPopover();
        });
        await waitForState(page, "ready");
        const width = () => page.evaluate(() => document.querySelector("article-viewer")?.getBoundingClientRect().width ?? 0);
        assert.ok(Math.abs(await width() - most) < 1, `${await width()} px in a wide window`);
        await page.setViewportSize({ width: 390, height: 800 });
        await frames(page, 3);
        const narrow = await width();
        assert.ok(narrow > 340 && narrow <= 390, `${narrow} px in a narrow window`);
        await page.evaluate(() => {
          /** @type {HTMLElement} */ (document.querySelector("article-viewer")).style.width = "min-content";
        });
        assert.ok(Math.abs(await width() - least) < 1, `${await width()} px at least`);
      }, { viewport: { width: 1024, height: 800 } });
    });

test("in vertical writing it stays horizontal", async () => {
  const url = held.server.page('<div id="around"><article-viewer src="/demo/zh-hans.json" loading="eager"></article-viewer></div>',
    { css: "#around { writing-mode: vertical-rl; height: 600px }" });
  await withPage(held, url, async (page) => {
    await waitForState(page, "ready");
    const { width, height } = await page.evaluate(() => /** @type {Element} */ (
      document.querySelector("article-viewer")?.shadowRoot?.querySelector("h2")).getBoundingClientRect());
    assert.ok(width > 300 && height < 200, `${width} x ${height} px`);
  });
});

/** Notes that the page's own button is pressed. @param {import("playwright-core").Page} page */
const listen = (page) => page.evaluate(() => {
  document.getElementById("page")?.addEventListener("click", () => { /** @type {any} */ (window).pressed = true; });
});

for (const view of ["auto", "plain"])
  test(`what is not visible is not seen, clicked or focused, and comes back, view ${view}`, async () => {
    const url = held.server.page(`<button id="page">page</button><div id="drawer" class="closed">
        <article-viewer src="/demo/zh-hans.json" view="${view}" loading="eager"></article-viewer></div>`,
      { css: "button { width: 390px; height: 800px; border: 0; background: #fff; color: #fff } #drawer { position: fixed; inset: 0; overflow: auto } .closed { visibility: hidden }" });
    await withPage(held, url, async (page) => {
      await listen(page);
      await waitUntilComplete(page);
      await settle(page);
      const { data } = await pixels(page, { x: 0, y: 100, width: 300, height: 600 });
      assert.ok(data.every((value) => value === 255), "nothing is seen");
      await page.mouse.click(150, 150);
      assert.ok(await page.evaluate(() => /** @type {any} */ (window).pressed), "the page's own button is pressed");
      for (let i = 0; i < 3; ++i) await page.keyboard.press("Tab");
      assert.notEqual(await page.evaluate(() => document.activeElement?.localName), "article-viewer");
      const shown = () => page.evaluate(() => [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("a, button, img, p") ?? []]
        .filter((element) => element.checkVisibility({ visibilityProperty: true })).length);
      assert.equal(await shown(), 0);
      await page.evaluate(() => document.getElementById("drawer")?.classList.remove("closed"));
      await settle(page);
      assert.ok(await shown() > 10);
      assert.ok(new Set((await pixels(page, { x: 0, y: 100, width: 300, height: 600 })).data).size > 10, "it is seen");
    }, { viewport: { width: 390, height: 800 } });
  });

for (const view of ["auto", "plain"])
  for (const [name, around, own] of /** @type {[string, string, string][]} */ ([
    ["what it stands in is", '<div id="there" hidden="until-found">', ""],
    ["it is", "<div>", 'id="there" hidden="until-found"']]))
    for (const [how, reveal] of /** @type {[string, () => void][]} */ ([
      ["a link to it", () => { location.hash = "there"; }],
      ["the page", () => document.getElementById("there")?.removeAttribute("hidden")]]))
      test(`where ${name} hidden until found it is neither seen, clicked, focused nor read aloud until ${how} shows it, view ${view}`, async () => {
        const url = held.server.page(`${around}<article-viewer ${own} src="/demo/en.json" view="${view}" loading="eager"></article-viewer></div><button id="page">page</button>`,
          { css: "button { position: fixed; inset: 0; width: 100%; border: 0; background: #fff; color: #fff; z-index: -1 } :root { background: #fff }" });
        await withPage(held, url, async (page) => {
          await listen(page);
          await waitUntilComplete(page);
          await settle(page);
          const area = { x: 0, y: 100, width: 300, height: 600 };
          assert.ok((await pixels(page, area)).data.every((value) => value === 255), "nothing is seen");
          await page.mouse.click(150, 150);
          assert.ok(await page.evaluate(() => /** @type {any} */ (window).pressed), "the page's own button is pressed");
          await page.keyboard.press("Shift+Tab");
          assert.equal(await page.evaluate(() => document.activeElement?.localName), "body");
          const client = await page.context().newCDPSession(page);
          const read = async () => (await client.send("Accessibility.getFullAXTree")).nodes
            .filter(({ ignored, role }) => !ignored && role?.value === "link").length;
          assert.equal(await read(), 0);
          await page.evaluate(reveal);
          await frames(page, 2);
          await waitUntilComplete(page);
          await settle(page);
          assert.equal(await page.evaluate(() => document.getElementById("there")?.hidden), false);
          assert.ok(await read() > 10);
          assert.ok(new Set((await pixels(page, area)).data).size > 10, "it is seen");
          const found = await page.evaluate(() => {
            const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
            const title = /** @type {Element} */ (viewer.shadowRoot?.querySelector("h2"));
            const { x, y, width, height } = title.getBoundingClientRect();
            return { drawn: title.classList.contains("drawn"), wide: width > 200, tall: viewer.clientHeight > 1000,
              hit: viewer.shadowRoot?.elementFromPoint(x + 20, y + height / 2)?.closest("h2") === title };
          });
          assert.deepEqual(found, { drawn: view === "auto", wide: true, tall: true, hit: true });
        }, { viewport: { width: 390, height: 800 } });
      });

test("what waits for its reader where it is hidden until found is loaded and drawn when it is found", async () => {
  const url = held.server.page('<div hidden="until-found"><p id="there">Words</p><article-viewer src="/demo/en.json"></article-viewer></div>');
  held.server.asked.length = 0;
  await withPage(held, url, async (page) => {
    await page.waitForFunction(() => customElements.get("article-viewer"));
    await frames(page, 4);
    assert.ok(!held.server.asked.includes("/demo/en.json"), "not loaded");
    await page.evaluate(() => { location.hash = "there"; });
    await waitUntilComplete(page);
    await settle(page);
    assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("h2.drawn")));
  });
});

test("what takes no pointer takes none in the article", async () => {
  const url = held.server.page('<button id="page">page</button><div id="over"><article-viewer src="/demo/zh-hans.json" loading="eager"></article-viewer></div>',
    { css: "button, #over { position: absolute; inset: 0; border: 0 } #over { pointer-events: none; opacity: 0 }" });
  await withPage(held, url, async (page) => {
    await listen(page);
    await waitForState(page, "ready");
    const at = await page.evaluate(() => {
      const { x, y, width, height } = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector("a")).getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await page.mouse.click(at[0], at[1]);
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).pressed));
    assert.ok(page.url().startsWith(url), "no link was followed");
  }, { viewport: { width: 390, height: 800 } });
});

test("no button stands above the page's own header", async () => {
  const url = held.server.page(`<header></header><article-viewer src="/demo/en.json" loading="eager"></article-viewer>`,
    { css: "header { position: sticky; top: 0; height: 70px; background: #fc0; z-index: 1 } body { padding-bottom: 2000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const found = await page.evaluate(async () => {
      const buttons = /** @type {HTMLElement[]} */ ([...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll(".carousel > button") ?? []]);
      const hits = [];
      for (const button of buttons) {
        scrollBy(0, button.getBoundingClientRect().top - 10);
        await new Promise(requestAnimationFrame);
        const { x, y, width, height } = button.getBoundingClientRect();
        hits.push(document.elementFromPoint(x + width / 2, y + height / 2)?.localName);
      }
      return hits;
    });
    assert.ok(found.length > 1 && found.every((name) => name === "header"), found.join());
  });
});

/** A change of the page's style, by name. @type {[string, () => void][]} */
const changes = [
  ["a class on the root", () => document.documentElement.classList.add("red")],
  ["a class that is gone", () => document.documentElement.classList.remove("red")],
  ["an inline property", () => /** @type {HTMLElement} */ (document.querySelector("article-viewer")).style.setProperty("--article-viewer-background", "rgb(1, 2, 3)")],
  ["an inline property that is gone", () => /** @type {HTMLElement} */ (document.querySelector("article-viewer")).style.removeProperty("--article-viewer-background")],
  ["an adopted sheet", () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("article-viewer { --article-viewer-background: rgb(9, 9, 9) }");
    document.adoptedStyleSheets = [sheet];
  }],
  ["an adopted sheet that is gone", () => { document.adoptedStyleSheets = []; }],
];
const wanted = ["#c80000", "#ffffff", "#010203", "#ffffff", "#090909", "#ffffff"];

test("a colour is seen one frame after the page's own, however it is set", async () => {
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json" loading="eager"></article-viewer>',
    { css: ".red { --article-viewer-background: rgb(200, 0, 0) } @media (min-width: 900px) { article-viewer { --article-viewer-background: rgb(4, 4, 4) } }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const paper = () => page.evaluate(async () => {
      // The page's own frame, and the one after it.
      for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
      const content = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".content"));
      return content.style.getPropertyValue("--av-paper");
    });
    for (let round = 0; round < 3; ++round)
      for (const [i, [name, change]] of changes.entries()) {
        await page.evaluate(change);
        assert.equal(await paper(), wanted[i], `${name}, round ${round}`);
      }
    await page.setViewportSize({ width: 1000, height: 600 });
    assert.equal(await paper(), "#040404", "a media query");
  }, { viewport: { width: 390, height: 600 } });
});

/** Of the page's style, what is read of it: paper, text. @type {[string, string, string, string][]} */
const schemes = [
  ["light-dark() by the theme, whatever the page is", "article-viewer { --article-viewer-background: light-dark(#fffffe, #000001) }", "#000001", "#dfe1e4"],
  ["the same where the page is both", ":root { color-scheme: light dark } article-viewer { --article-viewer-background: light-dark(#fffffe, #000001) }", "#000001", "#dfe1e4"],
  ["currentColor, which is not the accent", "article-viewer { color: #a1b2c3; --article-viewer-text: currentColor; --article-viewer-accent: #e60012 }", "#141618", "#a1b2c3"],
];

for (const [name, css, paper, text] of schemes)
  test(`in the dark theme ${name}`, async () => {
    await withPage(held, held.server.page('<article-viewer src="/demo/en.json" loading="eager" theme="dark"></article-viewer>', { css }), async (page) => {
      await waitUntilComplete(page);
      assert.deepEqual(await page.evaluate(() => {
        const { style } = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".content"));
        return ["--av-paper", "--av-text"].map((one) => style.getPropertyValue(one));
      }), [paper, text]);
    });
  });

test("a line height or radius that is none is the design's, and as a flex container it is as wide as it was", async () => {
  const heightOf = async (/** @type {string} */ css) => {
    let size = { width: 0, height: 0 };
    await withPage(held, held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>', { css }), async (page) => {
      await waitUntilComplete(page);
      size = await page.evaluate(() => {
        const { width, height } = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".content")).getBoundingClientRect();
        return { width, height };
      });
    });
    return size;
  };
  const usual = await heightOf("");
  for (const css of ["article-viewer { --article-viewer-line-height: 150%; --article-viewer-radius: 1em }", "article-viewer { display: flex }"])
    assert.deepEqual(await heightOf(css), usual, css);
});

test("what stands there when nothing could be loaded follows theme, words and colours", async () => {
  held.server.route("/nowhere.json", (_, response) => response.writeHead(503).end());
  const url = held.server.page('<article-viewer src="/nowhere.json" loading="eager"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "failed");
    const look = () => page.evaluate(async () => {
      for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
      const status = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".status"));
      return { paper: getComputedStyle(status).backgroundColor, title: status.querySelector("p")?.textContent,
        focused: status.contains(document.querySelector("article-viewer")?.shadowRoot?.activeElement ?? null) };
    });
    assert.equal((await look()).paper, "rgb(255, 255, 255)");
    await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      viewer.shadowRoot.querySelector(".failed button").focus();
      viewer.theme = "dark";
      viewer.words = { failed: "Not today" };
    });
    assert.deepEqual(await look(), { paper: "rgb(20, 22, 24)", title: "Not today", focused: true });
    await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      viewer.theme = "auto";
      viewer.style.setProperty("--article-viewer-background", "rgb(7, 8, 9)");
    });
    assert.equal((await look()).paper, "rgb(7, 8, 9)");
    await page.evaluate(() => document.querySelector("article-viewer")?.removeAttribute("style"));
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal((await look()).paper, "rgb(20, 22, 24)", "the system turned dark");
  });
});

test("what the page has behind shows through colours that let it, and ink is thinner by as much", async () => {
  const css = `body { background: rgb(0, 200, 0) } article-viewer { --article-viewer-background: transparent;
    --article-viewer-text: rgb(0 0 0 / .5); --article-viewer-line: color-mix(in srgb, red 50%, transparent) }`;
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json" loading="eager" parts="card"></article-viewer>', { css });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const found = await page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      const content = /** @type {HTMLElement} */ (root?.querySelector(".content"));
      const { x, y, width, height } = /** @type {Element} */ (root?.querySelector("h2")).getBoundingClientRect();
      return { line: content.style.getPropertyValue("--av-line"), paper: getComputedStyle(content).backgroundColor,
        drawn: root?.querySelector("h2")?.classList.contains("drawn"), clip: { x, y, width, height } };
    });
    assert.deepEqual([found.paper, found.line, found.drawn], ["rgba(0, 0, 0, 0)", "#ff000080", true]);
    const { data } = await pixels(page, found.clip);
    const greens = [...data].filter((_, i) => i % 4 === 1);
    assert.equal(Math.max(...greens), 200, "the page's own ground");
    const darkest = Math.min(...greens);
    assert.ok(darkest >= 97 && darkest <= 103, `half of the ground is seen through ink: ${darkest}`);
    assert.ok(data.every((value, i) => i % 4 === 1 || i % 4 === 3 || value <= 2), "no fringe of another colour");
  });
});
