import { find, make } from "./elements.js";
import { takeKeptEvents } from "./start.js";

/** The element's events as they come, latest first. */

const mostEntries = 100;

/** @param {HTMLElement} viewer */
export function setUpEvents(viewer) {
  const log = find("#events", HTMLElement);
  const hold = find("#hold", HTMLInputElement);
  const count = find("#event-count", HTMLElement);
  let total = 0;
  const say = () => { count.textContent = `${total} so far`; };
  const show = (/** @type {Event} */ event) => {
    if (!(event instanceof CustomEvent)) return;
    const { type, detail, timeStamp } = event;
    if (type === "article-navigate" && hold.checked) event.preventDefault();
    const time = new Date(performance.timeOrigin + timeStamp).toTimeString().slice(0, 8);
    log.prepend(make("li", {}, make("time", {}, time), " ", make("b", {}, type), make("code", {}, JSON.stringify(detail, null, 1).replace(/\n\s*/g, " "))));
    while (log.childElementCount > mostEntries) log.lastElementChild?.remove();
    total += 1;
    say();
  };
  for (const event of takeKeptEvents()) show(event);
  for (const type of PLAYGROUND_EVENTS) viewer.addEventListener(type, show);
  find("#clear-events", HTMLButtonElement).addEventListener("click", () => {
    log.replaceChildren();
    total = 0;
    say();
  });
  say();
}
