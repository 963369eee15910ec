// The layer shown, against the drawing: the same ink in the same places.
import { decodePng } from "../../preview/support/png.js";

/**
 * @typedef {import("../../preview/support/png.js").Image} Image
 * @typedef {{what: string, off: string}} Fault
 * @typedef {{lines: number, pictures: number, faults: Fault[]}} Found
 * @typedef {{x: number, y: number, width: number, height: number, text: string}} Line CSS px of the view
 */

/**
 * What can be compared: lines and pictures that are seen. @param {import("playwright-core").Page} page
 * @returns {Promise<{lines: Line[], pictures: Line[]}>}
 */
export function placesOf(page) {
  return page.evaluate(() => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    const top = viewer.getBoundingClientRect().top;
    const { texts, offsets } = viewer[Symbol.for("article-viewer.internals")];
    const shown = (/** @type {Element} */ element) => element && !element.closest("[hidden]") && element.getBoundingClientRect().width > 0;
    const lines = texts().filter((/** @type {any} */ { element }) => shown(element)).flatMap((/** @type {any} */ { node }) =>
      node.lines.map((/** @type {any} */ { x, width, top: y, begin, end }) => ({ x: x + (offsets[node.scroller] ?? 0), y: y + top, width,
        height: node.lineHeight, text: node.text.slice(begin, end) })));
    const pictures = [...viewer.shadowRoot.querySelectorAll(".layer img")].filter(shown).map((image) => {
      const { x, y, width, height } = image.getBoundingClientRect();
      return { x, y, width, height, text: image.className };
    });
    return { lines, pictures };
  });
}

/**
 * Takes the drawing away, so that the layer is what is seen, or puts it back.
 * @param {import("playwright-core").Page} page @param {boolean} drawn
 */
export function showDrawing(page, drawn) {
  return page.evaluate((wanted) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
    for (const block of root.querySelectorAll(wanted ? ".was-drawn" : ".drawn")) {
      block.classList.toggle("drawn", wanted);
      block.classList.toggle("was-drawn", !wanted);
    }
    for (const canvas of root.querySelectorAll("canvas")) canvas.style.visibility = wanted ? "" : "hidden";
  }, drawn);
}

/** @param {Image} image @param {number} x @param {number} y */
const at = ({ pixels, width, step }, x, y) => pixels.subarray((y * width + x) * step, (y * width + x) * step + 3);

/** @param {ArrayLike<number>} p @param {ArrayLike<number>} q */
const off = (p, q) => Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]) + Math.abs(p[2] - q[2]);

/** Where the ink of a line is, its weight's row, its strongest colour. @param {Image} image @param {Line} line @param {number} dpr */
function inkOf(image, line, dpr) {
  const { pixels, width, step } = image;
  const [left, right] = [Math.max(0, Math.round((line.x - 4) * dpr)), Math.min(width, Math.round((line.x + line.width + 4) * dpr))];
  // What hangs into a line from its neighbours is not its own.
  const [top, bottom] = [Math.max(0, Math.round((line.y + line.height * 0.15) * dpr)),
    Math.min(image.height, Math.round((line.y + line.height * 0.95) * dpr))];
  const [red, green, blue] = at(image, left, top);
  let [first, last, rows, sum, strongest, darkest] = [Infinity, -Infinity, 0, 0, 0, 0];
  // Millions of pixels: no object for each.
  for (let y = top; y < bottom; ++y)
    for (let x = left, i = (y * width + x) * step; x < right; ++x, i += step) {
      const weight = Math.abs(pixels[i] - red) + Math.abs(pixels[i + 1] - green) + Math.abs(pixels[i + 2] - blue);
      if (weight > 80) {
        if (x < first) first = x;
        if (x > last) last = x;
      }
      sum += weight;
      rows += weight * y;
      if (weight > strongest) {
        strongest = weight;
        darkest = i;
      }
    }
  return { left: first, right: last, row: rows / (sum || 1), colour: [...pixels.subarray(darkest, darkest + 3)] };
}

/**
 * Compares two pictures of the page.
 * @param {[Buffer, Buffer]} pngs drawing and layer
 * @param {Awaited<ReturnType<typeof placesOf>>} places @param {number} dpr @returns {Found}
 */
export function compare(pngs, { lines, pictures }, dpr) {
  const [one, other] = pngs.map(decodePng);
  /** @type {Found} */
  const found = { lines: 0, pictures: 0, faults: [] };
  const fault = (/** @type {string} */ what, /** @type {Line} */ line, /** @type {unknown} */ how) =>
    found.faults.push({ what: `${what}: ${line.text.slice(0, 20)}`, off: JSON.stringify(how) });
  for (const line of lines) {
    if (line.y < 0 || (line.y + line.height) * dpr > one.height) continue;
    const [drawn, shown] = [inkOf(one, line, dpr), inkOf(other, line, dpr)];
    if (drawn.right < drawn.left) continue;
    found.lines += 1;
    const [start, end, row] = [(shown.left - drawn.left) / dpr, (shown.right - drawn.right) / dpr, (shown.row - drawn.row) / dpr];
    if (!(Math.abs(start) <= 1)) fault("start", line, start);
    if (!(Math.abs(end) <= 1)) fault("end", line, end);
    if (!(Math.abs(row) <= 0.6)) fault("baseline", line, row);
    if (off(drawn.colour, shown.colour) > 40) fault("colour", line, [drawn.colour, shown.colour]);
  }
  for (const picture of pictures) {
    // Its first and last row inside the corners: where one of them lay elsewhere, that row's mean would be another.
    // Each browser makes pictures smaller in its own way, so that single pixels differ.
    const [left, right] = [Math.ceil(picture.x * dpr), Math.floor((picture.x + picture.width) * dpr) - 1];
    // Chromium puts boxes on whole CSS px where it emulates a device's ratio, on the screen's own where it has it.
    const [top, bottom] = [Math.ceil(picture.y) * dpr, Math.floor(picture.y + picture.height) * dpr - 1];
    const inset = Math.round(4 * dpr);
    const isRound = picture.text.includes("avatar");
    if (isRound || right - left < 8 * inset || top < 0 || bottom >= one.height || left < 0 || right >= one.width) continue;
    found.pictures += 1;
    for (const y of [top, bottom]) {
      const mean = (/** @type {Image} */ image) => {
        const sum = [0, 0, 0];
        for (let x = left + inset; x < right - inset; ++x) at(image, x, y).forEach((value, i) => { sum[i] += value / (right - left - 2 * inset); });
        return sum;
      };
      if (off(mean(one), mean(other)) > 30) fault("picture", picture, [mean(one), mean(other)]);
    }
  }
  return found;
}
