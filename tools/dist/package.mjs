import * as fs from "node:fs/promises";
import { at, dist, schema } from "./paths.mjs";

/** Files of types, each of which holds by itself. @type {Record<string, string[]>} */
const types = {
  "article-viewer": ["element/types", "element/share", "element/article-document"],
  "article-viewer-prerender": ["prerender/types", "element/share", "element/article-document"],
};

/** Entries that are types alone: what a framework is told of the element. */
const frameworks = ["react", "vue"];

export async function writeTypes() {
  for (const [name, sources] of Object.entries(types)) {
    const parts = await Promise.all(sources.map((source) => fs.readFile(at(`web/${source}.d.ts`), "utf8")));
    await fs.writeFile(at(`dist/${name}.d.ts`), parts.join("\n").replace(/^import .*\n\n?/gm, ""));
  }
  for (const name of frameworks) {
    const text = await fs.readFile(at(`web/package/${name}.d.ts`), "utf8");
    await fs.writeFile(at(`dist/${name}.d.ts`), text.replace("../element/types.js", "./article-viewer.js"));
    // `import "article-viewer/react"` is there in JavaScript too.
    await fs.writeFile(at(`dist/${name}.js`), "export {};\n");
  }
  await fs.copyFile(at("web/package/article-viewer.wasm.d.ts"), at("dist/article-viewer.wasm.d.ts"));
  await fs.copyFile(at(schema), at("dist/article.schema.json"));
}

/** What is said of the package, and the licences of what is in it. */
export async function writeNotices() {
  for (const notice of ["LICENSE", "NOTICE.md", "CHANGELOG.md"]) await fs.copyFile(at(notice), at("dist", notice));
  await fs.cp(at("LICENSES"), at("dist/LICENSES"), { recursive: true });
}

/** @param {string} file runs in browsers and in Node alike */
const code = (file) => {
  const script = `./${file}.js`;
  return { types: `./${file}.d.ts`, browser: script, node: script, default: script };
};

/** What is delivered: all but the demonstration. */
const delivered = [
  "article-viewer*", "react.*", "vue.*", "article.schema.json", "custom-elements.json", "vscode.*-custom-data.json",
  "LICENSES", "NOTICE.md", "CHANGELOG.md", "sbom.cdx.json", "integrity.json",
];

export async function writePackage() {
  const { name, version, description, license, keywords, engines } = JSON.parse(await fs.readFile(at("package.json"), "utf8"));
  const own = {
    name, version, description, keywords, license, engines, type: "module",
    main: "./article-viewer.js", types: "./article-viewer.d.ts", customElements: "custom-elements.json",
    exports: {
      ".": code("article-viewer"),
      "./prerender": code("article-viewer-prerender"),
      ...Object.fromEntries(frameworks.map((one) => [`./${one}`, { types: `./${one}.d.ts`, default: `./${one}.js` }])),
      "./article-viewer.wasm": { types: "./article-viewer.wasm.d.ts", default: "./article-viewer.wasm" },
      ...Object.fromEntries(["custom-elements.json", "article.schema.json", "package.json"].map((file) => [`./${file}`, `./${file}`])),
      "./*": "./*",
    },
    sideEffects: ["./article-viewer.js", "*.css"],
    files: delivered,
  };
  await fs.writeFile(at("dist/package.json"), `${JSON.stringify(own, null, 2)}\n`);
}
