import * as esbuild from "esbuild";
import * as fs from "node:fs/promises";
import { at, dist } from "./paths.mjs";

/** The oldest browsers that the files are for: the drawing asks for more (Chromium 111), the plain view does not. */
export const target = ["chrome99", "safari16.4", "firefox115"];

const [palettes, roles] = await Promise.all(["palettes", "roles"].map(async (name) =>
  JSON.parse(await fs.readFile(at(`assets/themes/${name}.json`), "utf8"))));

/** A style sheet with the colours that it names as `dark(link)`. @param {string} css */
const colored = (css) => css.replace(/\b(light|dark)\(([a-z]+)\)/g, (whole, theme, name) => {
  const color = palettes[theme][roles.indexOf(name)];
  if (!color) throw new Error(`there is no ${whole}`);
  return color.replace("0x", "#");
});

/**
 * Style sheets are strings, which nothing else makes small: 0.7 KB brotli.
 * @type {esbuild.Plugin}
 */
export const smallStyles = {
  name: "small-styles",
  setup({ onLoad }) {
    onLoad({ filter: /(-styles|status-view)\.js$/ }, async ({ path: from }) => {
      const parts = colored(await fs.readFile(from, "utf8")).split(/(?<=`\n)([^`$]*\{[^`$]*\})(?=\n`)/);
      const contents = await Promise.all(parts.map(async (part, i) =>
        i % 2 ? (await esbuild.transform(part, { loader: "css", minify: true, target, charset: "utf8" })).code : part));
      return { contents: contents.join("") };
    });
  },
};

/** The style sheet of prerendered content, which a page links. */
export async function writePrerenderedStyles() {
  const { prerendered } = await import("../../web/layer/prerendered-styles.js");
  const { code } = await esbuild.transform(colored(prerendered), { loader: "css", minify: true, target, charset: "utf8" });
  await fs.writeFile(`${dist}/article-viewer-prerendered.css`, code);
}
