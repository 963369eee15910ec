import * as esbuild from "esbuild";
import * as fs from "node:fs/promises";
import { at, dist } from "./paths.mjs";

/** The oldest browsers that the files are for: the drawing asks for more (Chromium 111), the plain view does not. */
export const target = ["chrome99", "safari16.4", "firefox115"];

const [palettes, roles, contrasting] = await Promise.all(["palettes", "roles", "contrasting"].map(async (name) =>
  JSON.parse(await fs.readFile(at(`assets/themes/${name}.json`), "utf8"))));

/** A style sheet with the colours that it names as `dark(link)`, those of more contrast `clear-dark(link)`. @param {string} css */
const colored = (css) => css.replace(/\b(clear-)?(light|dark)\(([a-z]+)\)/g, (whole, clear, theme, name) => {
  const color = (clear ? contrasting[Number(theme === "dark")] : palettes[theme])[roles.indexOf(name)];
  if (!color) throw new Error(`there is no ${whole}`);
  return color.replace("0x", "#");
});

/** By name: the table of custom properties. @type {Map<string, Record<string, any>>} */
const properties = new Map(JSON.parse(await fs.readFile(at("assets/themes/properties.json"), "utf8")).map((/** @type {any} */ row) => [row.name, row]));

/**
 * What a number of the design is in a style sheet. The widget writes what it has read of the page as `--av-NAME`, a
 * number; in prerendered content the browser reads it.
 * @param {string} name @param {string} variant `wide`, `columns` or `han`: where a default stands; `fixed`: a length that does not
 *   grow with the text; `grown`: one of px that does @param {boolean} prerendered
 */
function own(name, variant, prerendered) {
  const row = properties.get(name);
  if (!row) throw new Error(`there is no custom property ${name}`);
  const { kind, choices, value } = row;
  const standard = row[variant] ?? value;
  const unit = { length: variant === "fixed" ? "1px" : "var(--av-px)", px: variant === "grown" ? "var(--av-px)" : "1px", em: "var(--av-body)" }[String(kind)];
  const told = choices ? choices.split(" ")[standard] : standard;
  if (!prerendered) return unit ? `calc(var(--av-${name}, ${told}) * ${unit})` : `var(--av-${name}, ${told})`;
  if (apart.includes(name)) return `var(--av-${name})`;
  return `var(--article-viewer-${name}, ${unit === "1px" ? `${told}px` : unit ? told ? `calc(${told} * ${unit})` : "0px" : told})`;
}
/** Lengths that stand where an em is not the body text's: prerendered-styles.js resolves them. */
export const apart = ["headline-gap"];

/** @param {string} css @param {boolean} prerendered */
const owned = (css, prerendered) => css.replace(/\bown\(([a-z-]+)(?:, ([a-z]+))?\)/g, (_, name, variant) => own(name, variant, prerendered));

/** What of the table of custom properties the widget needs: what is said of them is for readers of docs/. @type {esbuild.Plugin} */
export const smallTable = {
  name: "small-table",
  setup({ onLoad }) {
    onLoad({ filter: /themes.properties\.json$/ }, () => ({
      contents: `export default ${JSON.stringify([...properties.values()].map(({ name, kind, least, most, choices }) => ({ name, kind, least, most, choices })))}`,
    }));
  },
};

/**
 * Style sheets are strings, which nothing else makes small: 0.7 KB brotli.
 * @type {esbuild.Plugin}
 */
export const smallStyles = {
  name: "small-styles",
  setup({ onLoad }) {
    onLoad({ filter: /(-styles|status-view)\.js$/ }, async ({ path: from }) => {
      const parts = owned(colored(await fs.readFile(from, "utf8")), false).split(/(?<=`\n)([^`$]*\{[^`$]*\})(?=\n`)/);
      const contents = await Promise.all(parts.map(async (part, i) =>
        i % 2 ? (await esbuild.transform(part, { loader: "css", minify: true, target, charset: "utf8" })).code : part));
      return { contents: contents.join("") };
    });
  },
};

/** The style sheet of prerendered content, which a page links. */
export async function writePrerenderedStyles() {
  const { prerendered } = await import("../../web/layer/prerendered-styles.js");
  const { code } = await esbuild.transform(owned(colored(prerendered), true), { loader: "css", minify: true, target, charset: "utf8" });
  await fs.writeFile(`${dist}/article-viewer-prerendered.css`, code);
}
