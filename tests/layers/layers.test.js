import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { floorViolations, readSources, violations } from "../../tools/check-layers.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** File, its one include, what is said of it. @type {[string, string, RegExp | null][]} */
const cases = [
  ["text/a.cpp", '"document/article.h"', null],
  ["text/a.cpp", "<vector>", null],
  ["viewer/a.cpp", '"document/article.h"', null],
  ["preview/a.cpp", '"paint/canvas.h"', null],
  ["preview/a.cpp", '"imgui.h"', null],
  ["paint/a.cpp", '"imgui_internal.h"', null],
  ["document/a.cpp", '"text/paragraph.h"', /document may not include text/],
  ["layout/a.h", '"paint/canvas.h"', /layout may not include paint/],
  ["host/a.h", '"document/article.h"', /host may not include document/],
  ["viewer/a.cpp", '"web/core.h"', /viewer may not include web/],
  ["prerender/a.cpp", '"layout/composer.h"', null],
  ["preview/a.cpp", '"prerender/prerender.h"', null],
  ["prerender/a.cpp", '"viewer/semantics.h"', /prerender may not include viewer/],
  ["viewer/a.cpp", '"prerender/outline.h"', /viewer may not include prerender/],
  ["web/a.cpp", '"preview/window.h"', /web may not include preview/],
  ["layout/a.cpp", "<imgui.h>", /only paint and preview/],
  ["viewer/a.cpp", '"imgui.h"', /only paint and preview/],
  ["preview/a.cpp", '"imgui_internal.h"', /only one file of paint/],
  ["viewer/a.cpp", "<nlohmann/json.hpp>", /only document and preview/],
  ["layout/a.cpp", '"../text/paragraph.h"', /paths start at src/],
  ["helpers/a.cpp", "<vector>", /no layer/],
];

for (const [file, header, said] of cases)
  test(`${file} with #include ${header} is ${said ? "refused" : "allowed"}`, () => {
    const faults = violations([{ path: file, text: `// a file\n  #include ${header}\n` }]);
    if (said) assert.match(faults.join("\n"), said);
    else assert.deepEqual(faults, []);
  });

test("a second file with imgui_internal.h is refused", () => {
  const text = '#include "imgui_internal.h"\n';
  const faults = violations([{ path: "paint/a.cpp", text }, { path: "paint/b.cpp", text }]);
  assert.equal(faults.length, 1);
});

test("every include of src/ goes the allowed way", async () => {
  const sources = await readSources(path.join(root, "src"));
  assert.ok(sources.length > 20, `only ${sources.length} sources were found`);
  assert.deepEqual(violations(sources), []);
});

/** Module, a line of it, what is said of it. @type {[string, string, RegExp | null][]} */
const modules = [
  ["widget/a.js", 'import { Core } from "../core/core.js";', null],
  ["widget/a.js", 'const { b } = await import("../plain/b.js");', null],
  ["layer/a.js", 'import { b } from "./b.js";', null],
  ["layer/a.js", 'import b from "../../assets/languages/b.json" with { type: "json" };', null],
  ["layer/a.js", 'import b from "../../assets/themes/b.json" with { type: "json" };', null],
  ["layer/a.js", 'import b from "../../assets/other/b.json" with { type: "json" };', /may not import/],
  ["core/a.js", '/** @typedef {import("../widget/b.js").B} B */', null],
  ["core/a.js", 'import { b } from "../widget/b.js";', /core may not import widget/],
  ["layer/a.js", 'import {\n  b,\n} from "../drawing/b.js";', /:2: layer may not import drawing/],
  ["drawing/a.js", 'const b = import("../enlarged/b.js");', /drawing may not import enlarged/],
  ["layer/a.js", 'export { b } from "../element/b.js";', /layer may not import element/],
  ["prerender/a.js", 'import { b } from "../widget/b.js";', /prerender may not import widget/],
  ["prerender/a.js", 'const b = await import("node:fs/promises");', null],
  ["element/a.js", 'const b = await import("node:fs/promises");', /is no module of ours/],
  ["element/a.js", 'import "lit";', /"lit" is no module of ours/],
  ["widget/a.js", 'const b = await import("phrases:ja");', null],
  ["demo/a.js", 'import { b } from "@codemirror/state";', null],
  ["demo/a.js", 'import { b } from "../core/b.js";', null],
  ["demo/a.js", 'import { b } from "../widget/b.js";', /demo may not import widget/],
  ["demo/a.js", 'import { b } from "lit";', /"lit" is no module of ours/],
  ["element/a.js", 'import { b } from "@codemirror/state";', /is no module of ours/],
  ["a.js", 'import { b } from "./core/b.js";', /no floor/],
];

for (const [file, line, said] of modules)
  test(`web/${file} with ${line.replaceAll("\n", " ")} is ${said ? "refused" : "allowed"}`, () => {
    const faults = floorViolations([{ path: file, text: `// a module\n${line}\n` }]);
    if (said) assert.match(faults.join("\n"), said);
    else assert.deepEqual(faults, []);
  });

test("every import of web/ goes the allowed way", async () => {
  const sources = await readSources(path.join(root, "web"), /\.js$/);
  assert.ok(sources.length > 40, `only ${sources.length} modules were found`);
  assert.deepEqual(floorViolations(sources), []);
});
