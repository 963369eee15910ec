// What a page puts into an article's slots stands in it as in any page, takes its room, and is all its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, flowLoaded, frames, pixels, settle, useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { contents, css, reserved, serveSlots } from "./support/slots.js";

const held = useBrowser();
const views = ["canvas", "plain"];

/** Sums layout shifts from the beginning, and gathers them for `shifts`. */
const script = `window.shifts = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts.push(entry.value); })
    .observe({ type: "layout-shift", buffered: true });`;

/**
 * Opens the article with slots and what is put into them, when all of it is there.
 * @param {string} view @param {(page: import("playwright-core").Page) => Promise<void>} body
 * @param {{width?: number, language?: string, more?: string, css?: string}} [options]
 */
async function withSlots(view, body, { width = 390, language, more = contents, css: own = "" } = {}) {
  serveSlots(held.server, language);
  const url = held.server.page(`<p id="outside">Outside</p><article-viewer src="/slots.json" view="${view}" loading="eager">${more}</article-viewer>`,
    { css: css + own });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    if (view === "plain") await flowLoaded(page);
    await settle(page);
    await body(page);
  }, { script, viewport: { width, height: 844 }, hasTouch: true });
}

/** Rectangles by name: of slots, paragraphs by number, parts; and what is in the slots. @param {import("playwright-core").Page} page */
const places = (page) => page.evaluate(() => {
  const viewer = /** @type {Element} */ (document.querySelector("article-viewer"));
  const root = /** @type {ShadowRoot} */ (viewer.shadowRoot);
  /** @type {Record<string, {x: number, y: number, width: number, height: number, bottom: number}>} */
  const found = {};
  const note = (/** @type {string} */ name, /** @type {Element} */ element) => {
    const { x, y, width, height, bottom } = element.getBoundingClientRect();
    found[name] = { x, y, width, height, bottom };
  };
  for (const slot of /** @type {NodeListOf<HTMLSlotElement>} */ (root.querySelectorAll(".layer slot"))) {
    note(`slot ${slot.name}`, /** @type {Element} */ (slot.parentElement));
    for (const element of slot.assignedElements()) note(element.slot, element);
  }
  for (const text of root.querySelectorAll("p.as-body")) note(text.textContent?.split(":")[0] ?? "", text);
  for (const part of root.querySelectorAll(".layer > .node:not(.slot)")) note(part.getAttribute("aria-label") ?? "", part);
  return found;
});

const shifted = (/** @type {import("playwright-core").Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (window).shifts.reduce((/** @type {number} */ sum, /** @type {number} */ value) => sum + value, 0));

/** The advertisement arrives. @param {import("playwright-core").Page} page @param {string} [id] */
const fill = (page, id = "ad") => page.evaluate((at) => {
  /** @type {HTMLElement} */ (document.getElementById(at)).innerHTML = '<div class="advertisement">Buy</div>';
}, id);

/** Names of what a screen reader finds, in its order. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
async function spoken(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const out = [];
  const walk = (/** @type {(typeof nodes)[number] | undefined} */ node) => {
    if (!node) return;
    const name = String(node.name?.value ?? "");
    if (!node.ignored && name && !["RootWebArea", "InlineTextBox"].includes(String(node.role?.value))) out.push(name);
    for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes[0]);
  return out;
}

for (const view of views) {
  test(`what stands in slots has its room, in reading order, in the ${view} view`, () => withSlots(view, async (page) => {
    await fill(page);
    await frames(page, 3);
    const at = await places(page);
    let bottom = 0;
    for (const [i, name] of ["form", "frame", "film", "ad"].entries()) {
      const [before, own, after] = [at[`Paragraph ${i + 1}`], at[name], at[`Paragraph ${i + 2}`]];
      assert.ok(before.y >= bottom && own.y >= before.bottom + 15 && own.bottom + 15 <= after.y,
        `${name}: ${JSON.stringify([before, own, after])}`);
      assert.ok(Math.abs(own.height - reserved[/** @type {keyof typeof reserved} */ (name)]) < 0.1, `${name}: ${own.height}`);
      assert.ok(Math.abs(own.x - before.x) < 0.1 && Math.abs(own.width - before.width) < 3, `${name} is as wide as the column`);
      ({ bottom } = own);
    }
    for (const [part, slot] of [["Ferries run late", "after-card"], ["Photos", "after-gallery"], ["Most read", "after-rankings"]])
      assert.ok(Math.abs(at[slot].y - at[part].bottom - 24) < 1.5 && at[slot].height === 24, `${slot}: ${at[slot].y}, ${at[part].bottom}`);

    const heard = await spoken(page);
    const order = ["Paragraph 1", "Your name", "Send", "Paragraph 2", "Map", "Paragraph 3", "Paragraph 4", "Buy", "Paragraph 5",
      "Paragraph 18", "Behind the card", "Photos", "Behind the gallery", "Most read", "Behind the rankings", "Late again."]
      .map((name) => heard.findIndex((one) => one.startsWith(name)));
    assert.ok(order.every((index, i) => index >= 0 && index > (order[i - 1] ?? -1)), `${order} of ${heard.join(" | ")}`);
    assert.ok(!heard.includes("fallback"));
  }));

  test(`where the height was right nothing moves when it arrives, in the ${view} view`, () => withSlots(view, async (page) => {
    const before = await places(page);
    assert.ok(Math.abs(before["slot ad"].height - 300) < 0.1, "its room is kept");
    await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("slot[name=ad]")?.scrollIntoView({ block: "center" }));
    await settle(page);
    const scrolled = await places(page);
    await fill(page);
    await frames(page, 4);
    assert.deepEqual((await places(page))["Paragraph 5"], scrolled["Paragraph 5"]);
    const shift = await shifted(page);
    assert.ok(shift < 0.005, `layout shift ${shift}`);
  }));

  test(`what is higher or lower than was reserved takes its own height, and none when it is gone, in the ${view} view`, () => withSlots(view, async (page) => {
    const empty = await places(page);
    const gap = () => places(page).then((at) => at["Paragraph 6"].y - at["Paragraph 5"].bottom);
    const none = await gap();
    assert.ok(Math.abs(none - (empty["Paragraph 8"].y - empty["Paragraph 7"].bottom)) < 1, `an empty one takes no room: ${none}`);
    for (const [change, wanted] of /** @type {[() => void, number][]} */ ([
      [() => { /** @type {any} */ (document.getElementById("late")).innerHTML = '<div class="advertisement">Buy</div>'; }, 340],
      [() => { /** @type {any} */ (document.querySelector("#late div")).style.height = "90.5px"; }, 130.5],
      [() => { /** @type {any} */ (document.getElementById("late")).innerHTML = ""; }, none],
      [() => { /** @type {any} */ (document.getElementById("late")).innerHTML = '<p>Margins</p>'; }, NaN],
      [() => document.getElementById("late")?.remove(), none],
      [() => {
        const late = document.createElement("div");
        Object.assign(late, { id: "late", slot: "late", className: "advertisement" });
        document.querySelector("article-viewer")?.append(late);
      }, 340],
      [() => { /** @type {any} */ (document.getElementById("late")).slot = "nowhere"; }, none]])) {
      await page.evaluate(change);
      await frames(page, 3);
      const is = await gap();
      if (Number.isNaN(wanted)) assert.ok(is > 70, `with its margins: ${is}`);
      else assert.ok(Math.abs(is - wanted) < 1, `${is}, ${wanted} wanted after ${change}`);
    }
  }));

  test(`what is put into a slot looks as it does in the page, in the ${view} view`, () => withSlots(view, async (page) => {
    const other = await page.evaluate(() => {
      const outside = /** @type {Element} */ (document.getElementById("outside"));
      const inside = /** @type {Element} */ (document.getElementById("inside"));
      const [a, b] = [getComputedStyle(outside), getComputedStyle(inside)];
      const differs = [...a].filter((name) => a.getPropertyValue(name) !== b.getPropertyValue(name) &&
        !/^(width|inline-size|height|block-size|perspective-origin|transform-origin|vertical-align)$/.test(name));
      for (const name of ["--text", "--line", "--font", "--paper", "--accent", "--radius", "--body-size", "--edge"])
        if (a.getPropertyValue(name) !== b.getPropertyValue(name)) differs.push(name);
      return [...differs.map((name) => `${name}: ${a.getPropertyValue(name)}, ${b.getPropertyValue(name)}`), a.color, a.direction];
    });
    assert.deepEqual(other, ["rgb(9, 99, 199)", "ltr"]);
    const text = await page.evaluate(() => {
      const first = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector("p.as-body"));
      const { textTransform, letterSpacing, textAlign, cursor, whiteSpace, textIndent, wordSpacing } = getComputedStyle(first);
      return [textTransform, letterSpacing, textAlign, cursor, whiteSpace, textIndent, wordSpacing];
    });
    assert.deepEqual(text, ["none", "normal", "start", "auto", "normal", "0px", "0px"], "the article's own looks as ever");
  }, { language: "ar", more: '<p slot="form" id="inside">Inside</p>', css: `
    body { color: rgb(9, 99, 199); font: italic 21px/2 serif; text-align: right; letter-spacing: 2px; word-spacing: 3px; text-transform: uppercase;
      text-indent: 7px; white-space: pre-line; cursor: help; list-style: square; text-shadow: 1px 1px red; quotes: none;
      --text: red; --line: 3px; --font: x; --paper: y; --accent: z; --radius: 9px; --body-size: 1px; --edge: 5px }
    p[slot], #outside { margin: 0; height: auto; background: none }` }));

  test(`events in a slot are its own, in the ${view} view`, () => withSlots(view, async (page) => {
    await page.evaluate(() => {
      /** @type {any} */ (window).clicks = 0;
      document.getElementById("send")?.addEventListener("click", (event) => {
        if (!event.defaultPrevented) /** @type {any} */ (window).clicks += 1;
      });
    });
    await page.locator("#send").click();
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).clicks), 1);
    await page.locator("#name").click();
    await page.keyboard.type("Li");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("n");
    assert.equal(await page.locator("#name").inputValue(), "Lni");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "send", "focus walks in it");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "frame", "and goes on in reading order");

    await page.evaluate(() => document.getElementById("terms")?.scrollIntoView({ block: "center" }));
    await settle(page);
    const { x, y, width, height } = /** @type {NonNullable<Awaited<ReturnType<import("playwright-core").Locator["boundingBox"]>>>} */ (
      await page.locator("#terms").boundingBox());
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number[]} */ ...ys) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: ys.map((at) => ({ x: x + width / 2, y: at })) });
    await touch("touchStart", y + height - 5);
    for (let i = 1; i <= 10; ++i) await touch("touchMove", y + height - 5 - i * 8);
    await touch("touchEnd");
    await page.waitForFunction(() => /** @type {Element} */ (document.getElementById("terms")).scrollTop > 20);
    assert.equal(await page.evaluate(() => scrollY), before, "not the page");
    assert.deepEqual((await eventsOf(page)).filter(({ type }) => type === "article-navigate" || type === "article-photo"), []);
  }));

  test(`a reload leaves what stands in the slots as it is, in the ${view} view`, () => withSlots(view, async (page) => {
    await fill(page);
    await frames(page, 3);
    await page.evaluate(() => {
      const frame = /** @type {any} */ (document.getElementById("frame"));
      frame.contentWindow.mark = "kept";
      /** @type {HTMLInputElement} */ (document.getElementById("name")).value = "kept";
      frame.addEventListener("load", () => { frame.contentWindow.mark = "loaded again"; });
    });
    const before = await places(page);
    await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.reload();
      await viewer.updateComplete;
    });
    await settle(page);
    assert.deepEqual(await places(page), before);
    assert.deepEqual(await page.evaluate(() => [/** @type {any} */ (document.getElementById("frame")).contentWindow.mark,
      /** @type {HTMLInputElement} */ (document.getElementById("name")).value]), ["kept", "kept"]);
    await page.evaluate(() => { /** @type {any} */ (document.querySelector("#ad div")).style.height = "100px"; });
    await frames(page, 3);
    assert.ok(Math.abs((await places(page))["slot ad"].height - 100) < 0.1, "its height is followed again");
  }));

  test(`in print it stands in flow, from the ${view} view`, () => withSlots(view, async (page) => {
    await fill(page);
    await flowLoaded(page);
    await page.emulateMedia({ media: "print" });
    const at = await places(page);
    for (const [i, name] of ["form", "frame", "film", "ad"].entries())
      assert.ok(at[name].y >= at[`Paragraph ${i + 1}`].bottom && at[name].bottom <= at[`Paragraph ${i + 2}`].y && at[name].height > 100, name);
    assert.ok(at["Paragraph 7"].y - at["Paragraph 6"].bottom < 20, "an empty one leaves no gap");
  }));
}

test("what is read stays where it is when what stands above it becomes higher, and lower", () => withSlots("canvas", async (page) => {
  await page.evaluate(() => {
    const texts = [.../** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot).querySelectorAll("p.as-body")];
    scrollTo(0, texts[9].getBoundingClientRect().top + scrollY - 200);
  });
  await settle(page);
  const jumps = await page.evaluate(async () => {
    const text = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.as-body")[9]);
    const late = /** @type {HTMLElement} */ (document.getElementById("late"));
    const start = text.getBoundingClientRect().top;
    const tops = [];
    for (const height of ["300px", "120px", "0px"]) {
      late.style.height = height;
      for (let i = 0; i < 4; ++i) {
        await new Promise(requestAnimationFrame);
        tops.push(text.getBoundingClientRect().top - start);
      }
    }
    return tops.filter((top) => Math.abs(top) > 1);
  });
  assert.deepEqual(jumps, []);
}));

test("what stands there from the beginning has its height in the first frame, be it another than was reserved", async () => {
  serveSlots(held.server);
  const url = held.server.page(`<article-viewer src="/slots.json" loading="eager"><div slot="form" class="advertisement"></div><div slot="late" class="advertisement"></div></article-viewer>`, { css });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const at = await places(page);
    assert.deepEqual([at["slot form"].height, at["slot late"].height, at["slot ad"].height], [300, 300, 0]);
    const shift = await shifted(page);
    assert.ok(shift < 0.005, `layout shift ${shift}`);
  }, { script });
});

test("while the article loads, what belongs into its slots is no fallback", async () => {
  serveSlots(held.server);
  held.server.route("/never.json", () => {});
  const url = held.server.page(`<article-viewer src="/never.json" loading="eager"><div slot="ad" id="ad" class="advertisement"></div></article-viewer>`, { css });
  await withPage(held, url, async (page) => {
    await waitForState(page, "loading");
    assert.equal(await page.evaluate(() => document.getElementById("ad")?.getClientRects().length), 0);
    await page.evaluate(() => document.querySelector("article-viewer")?.setAttribute("src", "/slots.json"));
    await waitUntilComplete(page);
    assert.equal(await page.evaluate(() => document.getElementById("ad")?.getBoundingClientRect().height), 300);
  });
});

test("a carousel of the page's own is dragged and pressed without the gallery", () => withSlots("canvas", async (page) => {
  await page.locator("#own").scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    /** @type {any} */ (window).own = [];
    for (const type of ["pointerdown", "pointermove", "pointerup", "click", "keydown", "dragstart"])
      document.getElementById("own")?.addEventListener(type, (event) => /** @type {any} */ (window).own.push(event));
  });
  const { x, y } = /** @type {{x: number, y: number}} */ (await page.locator("#own button").boundingBox());
  await page.mouse.move(x + 10, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 12, { steps: 4 });
  await page.mouse.move(x + 12, y + 12, { steps: 4 });
  await page.mouse.up();
  await page.locator("#own button").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("#own a").click();
  await settle(page);
  const own = await page.evaluate(() => /** @type {any} */ (window).own.map((/** @type {Event} */ event) => [event.type, event.defaultPrevented]));
  for (const type of ["pointerdown", "pointerup", "click", "keydown"])
    assert.ok(own.some(([name]) => name === type), type);
  assert.ok(own.every(([, prevented]) => !prevented), JSON.stringify(own));
  assert.match(page.url(), /#linked$/, "its link is followed");
  assert.deepEqual((await eventsOf(page)).filter(({ type }) => type === "article-photo" || type === "article-navigate"), []);
}, { more: '<div slot="after-gallery" id="own" class="carousel clip"><button class="node">Own</button> <a href="#linked">Linked</a></div>' }));

test("on a wide screen each stands behind its part, as wide", () => withSlots("canvas", async (page) => {
  const at = await places(page);
  for (const [part, slot] of [["Ferries run late", "after-card"], ["Photos", "after-gallery"], ["Most read", "after-rankings"]]) {
    assert.ok(Math.abs(at[slot].y - at[part].bottom - 24) < 1.5, slot);
    assert.ok(Math.abs(at[slot].x - at[part].x) < 0.5 && Math.abs(at[slot].width - at[part].width) < 0.5, slot);
  }
  assert.ok(at["after-gallery"].width > at["after-card"].width, "the gallery spreads over both columns");
}, { width: 1024 }));

test("a picture of the article leaves its paper where a slot is", () => withSlots("canvas", async (page) => {
  await fill(page);
  await frames(page, 3);
  const at = await places(page);
  const { x, y, width, height } = at.ad;
  const top = await page.evaluate(() => /** @type {Element} */ (document.querySelector("article-viewer")).getBoundingClientRect().top);
  const colours = await page.evaluate(async ([left, from, across, down]) => {
    const bitmap = await createImageBitmap(await /** @type {any} */ (document.querySelector("article-viewer")).toBlob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(bitmap, 0, 0);
    return [...new Set(context.getImageData(left, from, across, down).data)];
  }, [Math.ceil(x), Math.ceil(y - top), Math.floor(width) - 1, Math.floor(height) - 1]);
  assert.deepEqual(colours, [255]);
  await page.locator("#ad").scrollIntoViewIfNeeded();
  await settle(page);
  const seen = /** @type {{x: number, y: number, width: number, height: number}} */ (await page.locator("#ad").boundingBox());
  const { data } = await pixels(page, { x: seen.x + 1, y: seen.y + 40, width: seen.width - 2, height: 200 });
  assert.ok(data.every((value, i) => value === [255, 204, 0, 255][i % 4]), "on the screen nothing is drawn over it");
}));

test("where the drawing yields it stays in its place", () => withSlots("canvas", async (page) => {
  await page.evaluate(() => { /** @type {any} */ (document.getElementById("frame")).contentWindow.mark = "kept"; });
  await flowLoaded(page);
  await page.emulateMedia({ forcedColors: "active" });
  await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
  await settle(page);
  const at = await places(page);
  assert.ok(at.frame.y > at["Paragraph 2"].bottom && at.frame.bottom < at["Paragraph 3"].y);
  assert.ok(Math.abs(at["slot ad"].height - 300) < 0.1, "what is reserved is kept");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.getElementById("frame")).contentWindow.mark), "kept");
}));

test("at rest nothing is drawn on", () => withSlots("canvas", async (page) => {
  const asked = await page.evaluate(async () => {
    let count = 0;
    const before = window.requestAnimationFrame;
    for (let i = 0; i < 20; ++i) await new Promise((done) => before.call(window, done));
    window.requestAnimationFrame = (call) => {
      count += 1;
      return before.call(window, call);
    };
    for (let i = 0; i < 20; ++i) await new Promise((done) => before.call(window, done));
    return count;
  });
  assert.equal(asked, 0);
}));
