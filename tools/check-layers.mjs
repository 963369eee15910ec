// Which layer may include which (docs/architecture.md, which a test compares with these tables).
// A layer may include those listed and itself.
import * as fs from "node:fs/promises";
import path from "node:path";

/** @type {Record<string, string[]>} */
export const allowed = {
  host: [],
  document: ["host"],
  text: ["host", "document"],
  layout: ["host", "document", "text"],
  paint: ["host", "document", "text", "layout"],
  viewer: ["host", "document", "text", "layout", "paint"],
  prerender: ["host", "document", "text", "layout"],
  web: ["host", "document", "text", "layout", "paint", "viewer", "prerender"],
  preview: ["host", "document", "text", "layout", "paint", "viewer", "prerender"],
};

/** Other projects' headers, and the only layers that know them. */
const foreign = [
  { header: /^imgui|^imstb_|^misc\/freetype/, layers: ["paint", "preview"] },
  { header: /^nlohmann\//, layers: ["document", "preview"] },  // read there, printed here
  { header: /^SheenBidi/, layers: ["text"] },
  { header: /^(linebreak|graphemebreak|unibreak)/, layers: ["document", "text"] },
  { header: /^emscripten/, layers: ["web"] },
  { header: /^(pango|cairo|ada\.|unicode\/|glib|gdk-pixbuf|GLFW|epoxy|EGL|GL\/|curl|gumbo)/, layers: ["preview"] },
];

/** @param {string} source @returns {{line: number, header: string}[]} */
export function includesOf(source) {
  return source.split("\n").flatMap((text, index) => {
    const found = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(text);
    return found ? [{ line: index + 1, header: found[1] }] : [];
  });
}

/**
 * @param {{path: string, text: string}[]} sources paths below src/, as "text/line_breaker.cpp"
 * @returns {string[]} one line for each include that is not allowed
 */
export function violations(sources) {
  const faults = [];
  const internal = new Set();
  for (const source of sources) {
    const layer = source.path.split("/")[0];
    if (!allowed[layer]) {
      faults.push(`src/${source.path}: "${layer}" is no layer`);
      continue;
    }
    for (const { line, header } of includesOf(source.text)) {
      const where = `src/${source.path}:${line}`;
      const target = header.split("/")[0];
      if (header.includes("..")) faults.push(`${where}: paths start at src/, not "${header}"`);
      if (header.includes("/") && allowed[target] && target !== layer && !allowed[layer].includes(target))
        faults.push(`${where}: ${layer} may not include ${target} ("${header}")`);
      for (const rule of foreign)
        if (rule.header.test(header) && !rule.layers.includes(layer))
          faults.push(`${where}: only ${rule.layers.join(" and ")} may include "${header}"`);
      if (header === "imgui_internal.h") {
        if (layer === "paint") internal.add(source.path);
        else faults.push(`${where}: only one file of paint may include "imgui_internal.h"`);
      }
    }
  }
  if (internal.size > 1)
    faults.push(`src/: imgui_internal.h is included by ${[...internal].join(", ")}; one file may`);
  return faults;
}

/** The floors of web/, and which others the modules of each may import. @type {Record<string, string[]>} */
export const floors = {
  core: [],
  drawing: ["core"],
  layer: ["core"],
  enlarged: ["core"],
  plain: ["core"],
  widget: ["core", "drawing", "layer", "enlarged", "plain"],
  element: ["core", "widget"],
  prerender: ["core"],
  demo: ["core", "element"],
};

/** What the demonstration alone has of other projects: its editor and its QR code. */
const packages = /^(@codemirror|@lezer)\/|^uqr$/;

/**
 * What a module imports when it runs, at once or later; types in comments do not count.
 * @param {string} source @returns {{line: number, module: string}[]}
 */
export function importsOf(source) {
  const code = source.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return [...code.matchAll(/^\s*(?:import\s|(?:import|export)\b[^"';]*?\bfrom\s)\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm)]
    .map((found) => ({ line: code.slice(0, found.index).split("\n").length, module: found[1] ?? found[2] }));
}

/**
 * @param {{path: string, text: string}[]} sources paths below web/, as "layer/text-block.js"
 * @returns {string[]} one line for each import that is not allowed
 */
export function floorViolations(sources) {
  const faults = [];
  for (const source of sources) {
    const floor = path.dirname(source.path);
    if (!floors[floor]) {
      faults.push(`web/${source.path}: "${floor}" is no floor`);
      continue;
    }
    for (const { line, module } of importsOf(source.text)) {
      const where = `web/${source.path}:${line}`;
      if (module.startsWith("node:") && floor === "prerender") continue;  // it runs there too
      if (floor === "demo" && packages.test(module)) continue;
      if (module.startsWith("phrases:")) continue;  // made of a package's models when the site is put together
      if (!module.startsWith(".")) {
        faults.push(`${where}: "${module}" is no module of ours`);
        continue;
      }
      const target = path.posix.dirname(path.posix.join(floor, module));
      if (target === floor || target.startsWith("../build/") || /^..\/assets\/(languages(\/words)?|themes)$/.test(target)) continue;
      if (!floors[floor].includes(target)) faults.push(`${where}: ${floor} may not import ${target} ("${module}")`);
    }
  }
  return faults;
}

/**
 * All sources below a folder, with their text.
 * @param {string} folder the project's src/ or web/ @param {RegExp} [named] files that count
 */
export async function readSources(folder, named = /\.(h|cpp)$/) {
  const names = await fs.readdir(folder, { recursive: true });
  return Promise.all(
    names.filter((name) => named.test(name)).sort()
      .map(async (name) => ({ path: name, text: await fs.readFile(path.join(folder, name), "utf8") })),
  );
}
