import { attributeControls, customProperty, propertyControls } from "./controls.js";

/**
 * The lines that embed what is chosen, for HTML, React and as a frame. Each is whole: put into an empty page, or
 * module, it shows what the playground shows.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {{module: string, document: string, title: string, frame: string}} Addresses URLs of the element's module,
 *   of the document and of the page for frames; `title`: the article's headline
 */

/** @param {string} text for an attribute or an element of HTML */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** JSON that may stand in a script element. @param {unknown} value */
const inScript = (value) => JSON.stringify(value, null, 2).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** What differs from the element's own defaults, by attribute. @param {State} state @returns {[string, string][]} */
export function writtenAttributes(state) {
  /** @type {[string, string][]} */
  const written = attributeControls
    .filter(({ name, parse }) => state.attributes[name] && String(parse(state.attributes[name])) !== String(parse(null)))
    .map(({ name }) => [name, state.attributes[name]]);
  return state.lang ? [["lang", state.lang], ...written] : written;
}

/** @param {State} state @returns {[string, string][]} */
const writtenProperties = (state) => propertyControls.filter(({ name }) => state.properties[name])
  .map(({ name }) => [customProperty(name), state.properties[name]]);

/** @param {State} state */
const hasWords = (state) => Object.keys(state.words).length > 0;

/** @param {State} state @param {Addresses} addresses */
export function htmlCode(state, { module, document, title }) {
  const attributes = [["src", document], ...writtenAttributes(state)].map(([name, value]) => `${name}="${escaped(value)}"`);
  const lines = [`<script type="module" src="${escaped(module)}"></script>`];
  const properties = writtenProperties(state);
  if (properties.length)
    lines.push("<style>", "  article-viewer {", ...properties.map(([name, value]) => `    ${name}: ${value};`), "  }", "</style>");
  lines.push("", `<article-viewer ${attributes.join(attributes.length > 2 ? "\n  " : " ")}>`,
    `  <a href="${escaped(document)}">${escaped(title)}</a>`, "</article-viewer>");
  if (hasWords(state))
    lines.push("<script>", `  document.querySelector("article-viewer").words = ${inScript(state.words).replaceAll("\n", "\n  ")};`, "</script>");
  return lines.join("\n");
}

/** A prop of JSX: what its strings would read otherwise is written as JavaScript. @param {[string, string]} attribute */
const prop = ([name, value]) => /^[^"&\\{}<>\n]*$/.test(value) ? `${name}="${value}"` : `${name}={${JSON.stringify(value)}}`;

/** React 19, which sets what an element has as a property. @param {State} state @param {Addresses} addresses */
export function reactCode(state, { document }) {
  const props = [prop(["src", document]), ...writtenAttributes(state).map(prop)];
  const lines = ['import "article-viewer";', ""];
  const properties = writtenProperties(state);
  if (properties.length) {
    lines.push(`const style = ${JSON.stringify(Object.fromEntries(properties), null, 2)};`, "");
    props.push("style={style}");
  }
  if (hasWords(state)) {
    lines.push(`const words = ${JSON.stringify(state.words, null, 2)};`, "");
    props.push("words={words}");
  }
  lines.push("export default function Article() {", "  return (", "    <article-viewer", ...props.map((one) => `      ${one}`), "    />", "  );", "}");
  return lines.join("\n");
}

/** @param {Addresses} addresses */
export const frameCode = ({ frame, title }) => `<iframe
  src="${escaped(frame)}"
  title="${escaped(title)}"
  width="100%" height="800" loading="lazy" allow="fullscreen; clipboard-write"
></iframe>`;
