import assert from "node:assert/strict";
import { test } from "node:test";
import { Placement } from "../../web/widget/placement.js";

/**
 * A placement that has read a widget.
 * @param {{rect?: object, host?: object, own?: string, ratio?: number, view?: object | null, pinch?: number,
 *   isConnected?: boolean}} given
 */
function placed({ rect = {}, host = {}, own = "390px", ratio = 2, view = null, pinch = 1, isConnected = true }) {
  const box = { left: 0, top: 0, right: 390, bottom: 5000, width: 390, height: 5000 };
  Object.assign(globalThis, {
    devicePixelRatio: ratio, innerHeight: 800,
    getComputedStyle: () => ({ width: own }),
    window: { visualViewport: view },
  });
  const place = new Placement();
  place.pinch(pinch);
  const element = (/** @type {object} */ given) => /** @type {any} */ ({ isConnected, getBoundingClientRect: () => ({ ...box, ...given }) });
  place.read(element({ ...rect, ...host }), element(rect));
  return place;
}

test("a widget at its own size is drawn at the page's ratio", () => {
  const place = placed({});
  assert.deepEqual([place.width, place.ratio, place.sharpness, place.viewport], [390, 2, 2, 800]);
  assert.deepEqual(place.visible, { top: 0, bottom: 800 });
});

test("one that is not shown is laid out on a phone's width", () => {
  assert.equal(placed({ rect: { width: 0 }, own: "auto" }).width, 390);
});

/** Width on the screen, ratio of the page, ratio it is drawn at. @type {[number, number, number][]} */
const scales = [[390, 1, 1], [585, 2, 3], [195, 2, 1], [3900, 1, 4], [780, 3, 4], [780, 5, 5], [390.2, 1, 1]];
for (const [width, page, ratio] of scales)
  test(`390 CSS px that are ${width} wide at ratio ${page} are drawn at ${ratio}`, () => {
    const place = placed({ rect: { width }, ratio: page });
    assert.equal(place.ratio, ratio);
    assert.equal(place.width, 390);
  });

test("what is not in the page yet will stand where its host does", () => {
  const place = placed({ rect: { top: 0, width: 0 }, host: { top: -200, width: 390 }, isConnected: false });
  assert.equal(place.width, 390);
  assert.deepEqual(place.visible, { top: 200, bottom: 1000 });
});

test("what scrolls inside is seen through its own box", () => {
  assert.deepEqual(placed({ rect: { top: -1200 }, host: { top: 100, bottom: 500 } }).visible, { top: 1300, bottom: 1700 });
});

test("a pinched page is sharper where it is seen", () => {
  const view = { scale: 3, offsetTop: 200, height: 266 };
  const place = placed({ rect: { top: -1000 }, pinch: 3, ratio: 1, view });
  assert.deepEqual([place.ratio, place.sharpness], [1, 3]);
  assert.deepEqual(place.seen({ top: 900, bottom: 1900 }), { top: 1200, bottom: 1466 });
});

test("what the browser says is seen counts, else what would be in the viewport", () => {
  const place = placed({ rect: { top: -300 } });
  assert.deepEqual(place.seen({ top: 10, bottom: 20 }), { top: 10, bottom: 20 });
  assert.deepEqual(place.seen(null), { top: 300, bottom: 1100 });
});

test("a width that comes and goes with a scroll bar comes to rest at the narrower one", () => {
  const place = new Placement();
  const element = /** @type {any} */ ({ isConnected: true, getBoundingClientRect: () => ({ left: 0, top: 0, right: 400, bottom: 500, width: 400, height: 500 }) });
  /** @param {number} width */
  const read = (width) => {
    Object.assign(globalThis, { getComputedStyle: () => ({ width: `${width}px` }) });
    place.read(element, element);
    return place.width;
  };
  assert.deepEqual([400, 385, 400, 385].map(read), [400, 385, 400, 385], "it may be the page's wish");
  assert.deepEqual([400, 385, 400, 400].map(read), [385, 385, 385, 385], "for ever it is not");
  assert.deepEqual([600, 400, 385].map(read), [600, 400, 385], "another width is one");
  assert.deepEqual([390, 768, 390, 768, 390, 768].map(read), [390, 768, 390, 768, 390, 768], "no scroll bar is that wide");
});
