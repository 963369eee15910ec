import * as esbuild from "esbuild";
import * as fs from "node:fs/promises";
import path from "node:path";
import { at, dist, filesIn, root, schema } from "./paths.mjs";
import { target } from "./styles.mjs";

/** Names of members that the schema says are URLs. */
async function urlMembers() {
  const found = new Set();
  /** @param {any} node */
  const look = (node) => {
    for (const [name, value] of Object.entries(node ?? {})) {
      if (typeof value !== "object") continue;
      if (value?.$ref === "#/$defs/url") found.add(name);
      look(value);
    }
  };
  look(JSON.parse(await fs.readFile(at(schema), "utf8")));
  return [...found].sort();
}

/** Names of the element's events, from the types that pages get. */
async function eventNames() {
  const types = await fs.readFile(at("web/element/types.d.ts"), "utf8");
  return [...types.matchAll(/^ {2}"(article-[a-z-]+)": CustomEvent/gm)].map(([, name]) => name);
}

/** The page's scripts and sheets. What is imported dynamically is a file of its own: the editor comes when it is asked for. */
async function bundlePlayground() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["start.js", "demo.js", "demo.css", "frame.js", "frame.css"].map((file) => `web/demo/${file}`),
    outdir: path.join(dist, "demo"),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target,
    supported: { "top-level-await": true },  // which it leaves as it is: Chromium 89, Firefox 89, Safari 15
    chunkNames: "playground-[name]-[hash]",
    charset: "utf8",
    legalComments: "none",
    define: {
      PLAYGROUND_URL_MEMBERS: JSON.stringify(await urlMembers()),
      PLAYGROUND_EVENTS: JSON.stringify(await eventNames()),
    },
    logLevel: "warning",
  });
}

/** The English sample, which names no language: a page's own decides. */
async function writeUnnamedSample() {
  const { language, ...rest } = JSON.parse(await fs.readFile(at("assets/en.json"), "utf8"));
  if (!language) throw new Error("assets/en.json names no language");
  await fs.writeFile(at("dist/demo/no-language.json"), `${JSON.stringify(rest, null, 2)}\n`);
}

/** The demonstration: its page, its scripts and the samples. */
export async function copyDemo() {
  await fs.mkdir(at("dist/demo"), { recursive: true });
  const tables = ["assets/languages/", "assets/themes/"];
  for (const file of await filesIn("assets")) {
    if (tables.some((table) => file.startsWith(table))) continue;
    await fs.cp(at(file), at("dist/demo", path.relative("assets", file)));
  }
  await Promise.all([fs.copyFile(at("shell.html"), at("dist/index.html")),
    fs.copyFile(at("web/demo/frame.html"), at("dist/demo/frame.html")), bundlePlayground(), writeUnnamedSample()]);
}
