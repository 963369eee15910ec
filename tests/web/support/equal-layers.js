// Runs within a page: what the layer of an element is made of, beside that of one made anew.

/** @typedef {{what: string, place: number[]}} Part `what`: without what hangs on history; `place`: within the layer, CSS px */

/** Whether something is drawn, near or waits is no part of what an article means. */
const passing = new Set(["drawn", "far", "skipped", "shown"]);
/** Where it stands is compared in CSS px; sizes of a look stay when its last text has gone. */
const geometry = /^(--av-.*-(size|line)|left|top|width|height|margin.*|(word|letter)-spacing|aspect-ratio):/;
/** CSS px. */
const tolerance = 0.1;
/** How long what comes later, as pictures do, may take; ms. */
const deadline = 3000;

const frame = () => new Promise(requestAnimationFrame);

/** @param {Element} element */
function describe(element) {
  const attributes = [...element.attributes].filter(({ name }) => name !== "decoding").map(({ name, value }) => {
    if (name === "class") return `class="${[...element.classList].filter((one) => !passing.has(one)).sort().join(" ")}"`;
    const kept = value.split(";").map((one) => one.trim()).filter((one) => one && !geometry.test(one));
    if (name === "style") return kept.length ? `style="${kept.sort().join("; ")}"` : "";
    return `${name}="${value}"`;
  }).filter(Boolean);
  return `<${[element.localName, ...attributes.sort()].join(" ")}>`;
}

/** How far a strip of tabs is scrolled is the reader's. @param {Node} node @param {DOMRect} origin @param {string} indent @returns {Part[]} */
function partsOf(node, origin, indent) {
  const place = (/** @type {DOMRect} */ { x, y, width, height }) => [x - origin.x, y - origin.y, width, height];
  if (node instanceof Text) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return node.data ? [{ what: indent + JSON.stringify(node.data), place: [...range.getClientRects()].flatMap(place) }] : [];
  }
  if (!(node instanceof Element) || node instanceof HTMLCanvasElement) return [];
  const isStrip = node.classList.contains("strip");
  const rect = node.getBoundingClientRect();
  const [x, y, width, height] = place(rect);
  // Chromium counts the margin of what is last in what is held together, or does not, as it laid it out: all else is the same.
  const own = node.hasAttribute("data-room") ? [x, y, height] : [x, y, width, height];
  return [isStrip ? { what: `${indent}strip`, place: [] } : { what: indent + describe(node), place: own },
    ...[...node.childNodes].flatMap((child) => partsOf(child, isStrip ? rect : origin, `${indent}  `))];
}

/** @param {any} viewer @returns {Part[]} */
export function layerOf(viewer) {
  const layer = viewer.shadowRoot?.querySelector(".layer");
  const state = { what: viewer.state, place: [] };
  return layer ? [state, ...partsOf(layer, layer.getBoundingClientRect(), "")] : [state];
}

/** @param {Part[]} parts @param {Part[]} others @returns {string} what of the first differs in the second, "" where nothing does */
function difference(parts, others) {
  const show = (/** @type {Part | undefined} */ part) => part ? `${part.what} at ${part.place.map((one) => Math.round(one * 100) / 100)}` : "nothing";
  const alike = (/** @type {Part | undefined} */ a, /** @type {Part | undefined} */ b) => a && b && a.what === b.what &&
    a.place.length === b.place.length && a.place.every((one, i) => Math.abs(one - b.place[i]) < tolerance);
  const all = Array.from({ length: Math.max(parts.length, others.length) }, (_, i) => i);
  const found = all.filter((i) => !alike(parts[i], others[i])).slice(0, 6);
  return found.map((i) => `${show(parts[i])}\n  made anew: ${show(others[i])}`).join("\n");
}

/** @param {string} [html] @returns {any} an element at the page's start, in a box of its own */
export function makeViewer(html = "") {
  const box = document.createElement("div");
  box.className = "box";
  box.innerHTML = `<article-viewer loading="eager" theme="light">${html}</article-viewer>`;
  document.body.append(box);
  return box.firstElementChild;
}

/** @param {any} viewer @param {Record<string, string>} attributes @param {any} shown its document */
async function anew(viewer, attributes, shown) {
  const other = makeViewer();
  other.parentElement.style.width = viewer.parentElement.style.width;
  for (const [name, value] of Object.entries(attributes)) other.setAttribute(name, value);
  other.document = shown;
  await null;
  await other.updateComplete;
  return other;
}

/**
 * Throws where an element does not come to what one is that is made anew.
 * @param {any} viewer @param {Record<string, string>} attributes beside those that each has @param {any} shown its document
 */
export async function expectAsAnew(viewer, attributes, shown) {
  const other = await anew(viewer, attributes, shown);
  const end = performance.now() + deadline;
  for (;;) {
    // All of it is made for print, tabs that nobody has chosen too.
    dispatchEvent(new Event("beforeprint"));
    await viewer.updateComplete;
    const found = difference(layerOf(viewer), layerOf(other));
    if (!found) break;
    if (performance.now() > end) throw new Error(found);
    await frame();
  }
  other.parentElement.remove();
}
