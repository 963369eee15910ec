/** Elements of the page: found, and made. */

/** @template {Element} T @param {string} selector @param {new () => T} type @param {ParentNode} [within] @returns {T} */
export function find(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

/**
 * An element with attributes and children; null is no child, false no attribute, true an empty one.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string | boolean>} [attributes] @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button. @param {string} label @param {() => void} act @param {Record<string, string>} [attributes] */
export function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * One of a few values: radio buttons that look like one switch.
 * @param {string} name of the group @param {string} legend @param {[value: string, label: string][]} values
 * @param {(value: string) => void} chosen @param {string} [describedBy] id of a hint
 */
export function choices(name, legend, values, chosen, describedBy) {
  const group = make("div", { class: "choices", role: "radiogroup", "aria-label": legend });
  if (describedBy) group.setAttribute("aria-describedby", describedBy);
  for (const [value, label] of values)
    group.append(make("label", {}, make("input", { type: "radio", name, value }), make("span", {}, label)));
  group.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) chosen(target.value);
  });
  return {
    group,
    /** @param {string} value */
    show(value) {
      for (const input of group.querySelectorAll("input")) input.checked = input.value === value;
    },
  };
}

/**
 * Copies a text, or selects it where the clipboard is refused.
 * @param {string} text @param {Node} shown where the text stands @param {HTMLElement} status told what was done
 */
export async function copy(text, shown, status) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied.";
  } catch {
    if (shown instanceof HTMLInputElement) shown.select();
    else getSelection()?.selectAllChildren(shown);
    status.textContent = "Selected: copy it with the keyboard.";
  }
}
