/**
 * The demonstration page: switches for the sample, the theme and the width, a
 * log of the element's events, and the lines to copy.
 */

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
function find(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

const viewer = find("article-viewer", HTMLElement);
const stage = find(".stage", HTMLElement);
const log = find("#events", HTMLElement);
const hold = find("#hold", HTMLInputElement);
const mostEntries = 50;

/** What each switch does. @type {Record<string, (value: string) => void>} */
const switches = {
  sample: (value) => viewer.setAttribute("src", `demo/${value}.json`),
  theme: (value) => {
    viewer.setAttribute("theme", value);
    document.documentElement.dataset.theme = value;
  },
  width: (value) => { stage.dataset.width = value; },
};

const form = find(".controls", HTMLFormElement);
form.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  switches[target.name]?.(target.value);
  if (target.name === "sample") history.replaceState(null, "", `?sample=${target.value}`);
});
// A switch keeps its place when the page is loaded again.
const asked = new URLSearchParams(location.search).get("sample");
for (const input of form.querySelectorAll("input")) {
  if (input.name === "sample" && asked) input.checked = input.value === asked;
  const standard = input.name === "sample" ? "zh-hans" : input.name === "theme" ? "auto" : "";
  if (input.checked && input.value !== standard) switches[input.name]?.(input.value);
}

for (const type of ["article-load", "article-error", "article-navigate", "article-tab", "article-photo",
  "article-photo-open", "article-photo-close", "article-resize"]) {
  viewer.addEventListener(type, (event) => {
    if (!(event instanceof CustomEvent)) return;
    if (type === "article-navigate" && hold.checked) event.preventDefault();
    const entry = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = type;
    entry.append(name, ` ${JSON.stringify(event.detail)}`);
    log.prepend(entry);
    while (log.childElementCount > mostEntries) log.lastElementChild?.remove();
  });
}

const copied = find("#copied", HTMLElement);
find("#copy", HTMLButtonElement).addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(find("#embed", HTMLElement).textContent ?? "");
    copied.textContent = "Copied.";
  } catch {
    const range = document.createRange();
    range.selectNodeContents(find("#embed", HTMLElement));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    copied.textContent = "Selected: copy it with the keyboard.";
  }
});
