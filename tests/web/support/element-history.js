// Runs within a page: what happens to an element, call by call.
import { expectAsAnew, makeViewer } from "/equal-layers.js";

/** @typedef {[what: string, ...given: any[]]} Step */

/** How long a promise may take, ms. */
const deadline = 10_000;

/** @param {Promise<any>} promise @param {string} what */
function inTime(promise, what) {
  return Promise.race([promise, new Promise((_, reject) => { setTimeout(() => reject(new Error(`${what} never comes`)), deadline); })]);
}

/** @param {any} viewer @param {Step} step what to set, and to what; null: nothing @param {any} box that it is in */
function set(viewer, [what, value], box = viewer.parentElement) {
  if (what === "document") viewer.document = value;
  else if (what === "width") box.style.width = `${value}px`;
  else if (what === "lang") document.documentElement.lang = value;
  else if (value === null) viewer.removeAttribute(what);
  else viewer.setAttribute(what, value);
}

/**
 * After each step it is as one made anew.
 * @param {Step[]} steps the first gives a document @param {string} [content] that is in the element before
 */
export async function followSteps(steps, content) {
  document.documentElement.lang = "en";
  const viewer = makeViewer(content);
  /** @type {Record<string, string>} */
  const attributes = {};
  let shown = null;
  for (const [what, value] of steps) {
    if (what === "document") shown = value;
    else if (what !== "width" && what !== "lang") attributes[what] = value;
    set(viewer, [what, value]);
    await null;
    await inTime(viewer.updateComplete, "updateComplete");
    // The photo that was shown stays shown, wherever it stands among others.
    if (shown?.gallery?.photos?.length) await viewer.showPhoto(0);
    await expectAsAnew(viewer, attributes, shown);
  }
}

/** What a page does with an element's place. @type {Record<string, (viewer: any, box: Element, other: Element) => unknown>} */
const places = {
  remove: (viewer) => viewer.remove(),
  insert: (viewer, box) => box.append(viewer),
  move: (viewer, _, other) => other.append(viewer),
  hide: (viewer) => viewer.classList.add("gone"),
  show: (viewer) => viewer.classList.remove("gone"),
  frame: () => new Promise(requestAnimationFrame),
  complete: (viewer) => viewer.updateComplete,
};

/** @param {any} viewer @param {Element} box @param {Element} other @param {Step} step @returns {unknown} */
function call(viewer, box, other, [what, ...given]) {
  if (places[what]) return places[what](viewer, box, other);
  if (what === "words") viewer.words = given[0];
  else if (typeof viewer[what] === "function") return viewer[what](...given);
  else set(viewer, [what, ...given], box);
}

/** What a page's call may be refused with: there is nothing to draw, or nothing was loaded. @param {any} error */
function expectRefusal(error) {
  if (!(error instanceof DOMException) && !error.reason) throw error;
}

/**
 * Whatever was called, with the same attributes and document it is as one made anew, and once removed it holds nothing.
 * @param {{step: Step, waits: boolean}[]} calls @param {Record<string, string>} attributes at the end @param {any} shown the last document
 */
export async function followCalls(calls, attributes, shown) {
  document.documentElement.lang = "en";
  const viewer = makeViewer();
  const box = viewer.parentElement;
  const other = makeViewer().parentElement;
  other.firstElementChild.remove();
  const results = [];
  for (const { step, waits } of calls) {
    const result = Promise.resolve(call(viewer, box, other, step)).catch(expectRefusal);
    results.push(inTime(result, step[0]));
    results.at(-1)?.catch(() => {});  // told of at the end
    if (waits) await results.at(-1);
  }
  if (viewer.parentElement !== box) box.append(viewer);
  other.remove();
  viewer.classList.remove("gone");
  await Promise.all(results);  // what is asked of one document counts for its successor, if that is there before
  for (const { name } of [...viewer.attributes]) if (!["class", "loading", "theme"].includes(name) && !(name in attributes)) viewer.removeAttribute(name);
  for (const [name, value] of Object.entries({ loading: "eager", theme: "light", ...attributes })) viewer.setAttribute(name, value);
  viewer.words = {};
  viewer.document = shown;
  await null;
  await inTime(viewer.updateComplete, "updateComplete");
  await expectAsAnew(viewer, attributes, shown);
  expectNothingLeft(viewer, box);
}

/** @param {any} viewer @param {Element} box the only one on the page */
function expectNothingLeft(viewer, box) {
  viewer.remove();
  const left = viewer.shadowRoot.querySelectorAll(".view, canvas, img, dialog").length;
  if (left) throw new Error(`removed it holds ${left} elements`);
  box.remove();
  const listening = [.../** @type {any} */ (window).listening].filter(([, count]) => count);
  if (listening.length) throw new Error(`removed it still listens to ${listening}`);
}
