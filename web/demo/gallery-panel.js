import further from "../../assets/languages/further.json" with { type: "json" };
import { themeColor } from "./controls.js";
import { find, make } from "./elements.js";
import { isLook, looks } from "./looks.js";
import { samples, unnamedSample } from "./state.js";

/**
 * The gallery: looks and languages, as cards to choose from.
 *
 * @typedef {import("./state.js").Store} Store
 */

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Languages whose words are a file each, by tag, in the order of their own names. */
function furtherLanguages() {
  const named = `${further.latin} ${further.other}`.split(" ").map((tag) => {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return { tag, name: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) };
  });
  return named.sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/**
 * A card that is a radio button.
 * @param {string} group @param {string} value @param {(Node | string)[]} children
 */
function card(group, value, ...children) {
  const input = make("input", { type: "radio", name: group, value });
  return { input, label: make("label", { class: "card" }, input, ...children) };
}

/** @param {import("./looks.js").Look} look */
function lookCard(look) {
  const theme = look.theme || (dark.matches ? "dark" : "light");
  const { input, label } = card("look", look.name);
  const color = (/** @type {string} */ name, /** @type {string} */ role) => look.properties[name] ?? themeColor(theme, role);
  const picture = make("span", { class: "look", "aria-hidden": "true" },
    make("i", {}), make("b", {}, "清晨 Aa"), make("u", {}), make("u", {}), make("s", {}));
  for (const [name, value] of [["paper", color("background", "paper")], ["text", color("text", "text")], ["muted", color("muted", "secondary")],
    ["accent", color("accent", "accent")], ["link", color("link", "link")], ["line", color("line", "line")],
    ["font", look.properties["headline-font"] ?? "var(--sans)"], ["size", look.properties["font-size"] ?? "1.0625rem"],
    ["radius", look.properties.radius ?? "2px"]])
    picture.style.setProperty(`--look-${name}`, value);
  label.append(picture, make("span", { class: "name" }, look.name));
  return { input, label };
}

/** @param {Store} store */
export function setUpGallery(store) {
  const lookCards = looks.map((look) => ({ look, ...lookCard(look) }));
  for (const { look, input } of lookCards)
    input.addEventListener("change", () => store.change({
      attributes: { ...store.state.attributes, theme: look.theme }, properties: { ...look.properties } }));
  find("#looks", HTMLElement).append(...lookCards.map(({ label }) => label));

  const sampleCards = samples.map(([sample, lang, name]) => {
    const made = card("language", sample, make("span", { class: "tongue", lang, dir: lang === "ar" ? "rtl" : "ltr" }, name));
    made.input.addEventListener("change", () => store.change({ sample, url: "", text: null, lang: "" }));
    return { ...made, is: (/** @type {import("./state.js").State} */ { url, text, sample: shown }) => shown === sample && !url && text === null };
  });
  find("#languages", HTMLElement).append(...sampleCards.map(({ label }) => label));

  const furtherCards = furtherLanguages().map(({ tag, name }) => {
    const made = card("language", tag, make("span", { lang: tag }, name));
    made.label.classList.add("chip");
    made.input.addEventListener("change", () => store.change({ sample: unnamedSample, url: "", text: null, lang: tag }));
    return { ...made, is: (/** @type {import("./state.js").State} */ { sample, lang }) => sample === unnamedSample && lang === tag };
  });
  find("#further-languages", HTMLElement).append(...furtherCards.map(({ label }) => label));

  store.follow((state) => {
    for (const { look, input } of lookCards) input.checked = isLook(look, state);
    for (const { is, input } of [...sampleCards, ...furtherCards]) input.checked = is(state);
  });
}
