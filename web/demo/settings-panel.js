import { attributeControls, checkedAttribute, checkedProperty, partNames, propertyControls, themeColor } from "./controls.js";
import { button, choices, find, make } from "./elements.js";
import { startingState } from "./state.js";

/**
 * A control for each attribute and custom property.
 *
 * @typedef {import("./state.js").Store} Store
 * @typedef {import("./state.js").State} State
 * @typedef {{row: HTMLElement, show: (state: State) => void}} Row
 */

/** Values that stand side by side; more are a list. */
const fewLetters = 24;

/** @param {string} id @param {string} name @param {string} hint @param {string} [forId] of the control, where it is one */
const heading = (id, name, hint, forId) => make("div", { class: "what" },
  forId ? make("label", { for: forId }, make("code", {}, name)) : make("code", { id: `${id}-name` }, name),
  make("span", { class: "hint", id: `${id}-hint` }, hint));

/** @param {import("./controls.js").AttributeControl} control @param {Store} store @returns {Row} */
function oneOfRow({ name, values, hint, parse }, store) {
  const id = `attribute-${name}`;
  const standard = values.includes("") ? "" : String(parse(null));
  const set = (/** @type {string} */ value) => store.set("attributes", name, value === standard ? "" : value);
  const shown = (/** @type {State} */ { attributes }) => attributes[name] || standard;
  if (values.map((value) => value || "none").join("").length <= fewLetters) {
    const { group, show } = choices(id, name, values.map((value) => [value, value || "none"]), set, `${id}-hint`);
    return { row: make("div", { class: "row" }, heading(id, name, hint), group), show: (state) => show(shown(state)) };
  }
  const select = make("select", { id, "aria-describedby": `${id}-hint` }, ...values.map((value) => make("option", { value }, value || "none")));
  select.addEventListener("change", () => set(select.value));
  return { row: make("div", { class: "row" }, heading(id, name, hint, id), select), show: (state) => { select.value = shown(state); } };
}

/**
 * A field whose values are judged as they are typed.
 * @param {HTMLInputElement} field @param {(value: string) => string | null} check @param {(value: string) => void} set @param {string} expected
 */
function judged(field, check, set, expected) {
  const fault = make("p", { class: "fault", id: `${field.id}-fault` });
  field.setAttribute("aria-describedby", `${field.id}-hint ${fault.id}`);
  const judge = (/** @type {string | null} */ value) => {
    if (value === null) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    fault.textContent = value === null ? `Not set: found ${field.value.slice(0, 40)}, expected ${expected}.` : "";
  };
  field.addEventListener("input", () => {
    const value = check(field.value);
    judge(value);
    if (value !== null) set(value);
  });
  const show = (/** @type {string} */ value) => {
    if (field === document.activeElement && check(field.value) === value) return;
    if (field.value === value) return;
    if (field === document.activeElement && check(field.value) === null) return;
    field.value = value;
    judge(value);
  };
  return { fault, show };
}

/** @param {import("./controls.js").AttributeControl} control @param {Store} store @returns {Row} */
function fieldRow({ name, kind, hint }, store) {
  const id = `attribute-${name}`;
  const field = make("input", { id, type: "text", autocomplete: "off", spellcheck: "false", inputmode: kind === "number" ? "decimal" : "text" });
  const { fault, show } = judged(field, (value) => checkedAttribute(name, value.trim()), (value) => store.set("attributes", name, value),
    { number: "a number over 0", json: "an object, as JSON", text: "less", one: "", parts: "" }[kind]);
  return { row: make("div", { class: "row" }, heading(id, name, hint, id), field, fault), show: ({ attributes }) => show(attributes[name]) };
}

/** Which parts, and their order. @param {import("./controls.js").AttributeControl} control @param {Store} store @returns {Row} */
function partsRow({ name, hint, parse }, store) {
  const id = `attribute-${name}`;
  const list = make("ol", { class: "parts", "aria-labelledby": `${id}-name` });
  /** All parts, the shown ones first. @type {string[]} */
  let order = [...partNames];
  /** @type {string[]} */
  let shown = [...partNames];
  const write = () => {
    const value = order.filter((part) => shown.includes(part)).join(" ");
    store.set("attributes", name, value === partNames.join(" ") ? "" : value);
  };
  const items = new Map(partNames.map((part) => {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      shown = box.checked ? [...shown, part] : shown.filter((one) => one !== part);
      write();
    });
    const move = (/** @type {number} */ by) => {
      const from = order.indexOf(part);
      const to = from + by;
      if (to < 0 || to >= order.length) return;
      order.splice(from, 1);
      order.splice(to, 0, part);
      write();
      place();
    };
    const up = button("↑", () => move(-1), { "aria-label": `${part}: up` });
    const down = button("↓", () => move(1), { "aria-label": `${part}: down` });
    return [part, { item: make("li", {}, make("label", {}, box, part), up, down), box, up, down }];
  }));
  const place = () => {
    const focused = document.activeElement;
    order.forEach((part, i) => {
      const { item, box, up, down } = /** @type {NonNullable<ReturnType<typeof items.get>>} */ (items.get(/** @type {any} */ (part)));
      if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
      box.checked = shown.includes(part);
      box.disabled = box.checked && shown.length === 1;
      up.setAttribute("aria-disabled", String(i === 0));
      down.setAttribute("aria-disabled", String(i === order.length - 1));
    });
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
  };
  return {
    row: make("div", { class: "row" }, heading(id, name, hint), list),
    show({ attributes }) {
      const parts = /** @type {string[]} */ (parse(attributes[name] || null));
      const before = order.filter((part) => shown.includes(part));
      shown = parts;
      // What is not shown keeps its place among the others.
      if (parts.join() !== before.join()) order = [...parts, ...order.filter((part) => !parts.includes(part))];
      place();
    },
  };
}

/** @param {import("./controls.js").PropertyControl} control @param {Store} store @param {() => "light" | "dark"} theme @returns {Row} */
function propertyRow({ name, kind, role, standard, hint, choices: values }, store, theme) {
  const id = `property-${name}`;
  const set = (/** @type {string} */ value) => store.set("properties", name, value);
  if (kind === "choice") {
    const { group, show } = choices(id, name, [["", "default"], ...values.map((value) => /** @type {[string, string]} */ ([value, value]))], set, `${id}-hint`);
    return { row: make("div", { class: "row" }, heading(id, name, hint), group), show: ({ properties }) => show(properties[name] ?? "") };
  }
  const field = make("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
  const { fault, show } = judged(field, (value) => checkedProperty(name, value), set,
    { color: "a color of CSS", fonts: "font families", length: "a length in px or rem", number: "a number" }[kind]);
  if (kind !== "color") {
    field.placeholder = standard;
    return { row: make("div", { class: "row" }, heading(id, name, hint, id), field, fault), show: ({ properties }) => show(properties[name] ?? "") };
  }
  const swatch = make("input", { type: "color", "aria-label": `${name}, picked` });
  swatch.addEventListener("input", () => set(swatch.value));
  const row = make("div", { class: "row" }, heading(id, name, hint, id), make("div", { class: "color" }, swatch, field), fault);
  return {
    row,
    show({ properties }) {
      const value = properties[name] ?? "";
      show(value);
      field.placeholder = themeColor(theme(), role);
      swatch.value = /^#[\da-f]{6}$/i.test(value) ? value : themeColor(theme(), role);
    },
  };
}

const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param {Store} store */
export function setUpSettings(store) {
  const theme = () => {
    const wanted = store.state.attributes.theme;
    return wanted === "dark" || (wanted !== "light" && dark.matches) ? "dark" : "light";
  };
  const attributeRows = attributeControls.map((control) => {
    switch (control.kind) {
      case "one": return oneOfRow(control, store);
      case "parts": return partsRow(control, store);
      default: return fieldRow(control, store);
    }
  });
  const propertyRows = propertyControls.map((control) => propertyRow(control, store, theme));
  find("#attributes", HTMLElement).append(...attributeRows.map(({ row }) => row));
  find("#properties", HTMLElement).append(...propertyRows.map(({ row }) => row));
  find("#reset", HTMLButtonElement).addEventListener("click", () => {
    const { attributes, properties } = startingState();
    store.change({ attributes, properties });
  });
  const showAll = (/** @type {State} */ state) => {
    for (const { show } of [...attributeRows, ...propertyRows]) show(state);
  };
  store.follow(showAll);
  dark.addEventListener("change", () => showAll(store.state));
}
