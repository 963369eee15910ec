// Spacing, static checks of C++ and types of JavaScript. Each check is first shown to see a planted fault.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const cpus = os.cpus().length;

/** @returns {Promise<{code: number, output: string}>} */
function run(program, args) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 127) : 0;
      resolve({ code, output: `${stdout}${stderr}${code === 127 ? error : ""}` });
    });
  });
}

/** Files below a folder of the project whose name ends so. */
async function filesIn(folder, ending) {
  const names = await fs.readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  return names.filter((name) => ending.test(name)).map((name) => path.join(folder, name)).sort();
}

/** A scratch folder inside the project, where its configuration files are found. */
async function withScratch(use) {
  await fs.mkdir(path.join(root, "build"), { recursive: true });
  const scratch = await fs.mkdtemp(path.join(root, "build/format-"));
  try {
    await use(scratch);
  } finally {
    await fs.rm(scratch, { recursive: true });
  }
}

const source = [...(await filesIn("src", /\.(h|cpp)$/)), ...(await filesIn("tests", /\.(h|cpp)$/))];
const clangFormat = (files) => run("clang-format-14", ["--dry-run", "-Werror", ...files]);

test("clang-format sees a misplaced space", () => withScratch(async (scratch) => {
  const file = path.join(scratch, "planted.cpp");
  await fs.writeFile(file, "int  two( );\n");
  const { code, output } = await clangFormat([file]);
  assert.notEqual(code, 0);
  assert.match(output, /clang-format-violations/);
}));

test("C++ is spaced as .clang-format says", async () => {
  assert.ok(source.length > 20, `only ${source.length} files were found`);
  const { code, output } = await clangFormat(source);
  const files = [...new Set([...output.matchAll(/^(\S+?):\d+:\d+: error/gm)].map((match) => match[1]))];
  assert.equal(code, 0, `run clang-format-14 -i ${files.join(" ")}\n${output.slice(0, 2000)}`);
});

/** Flags that clang 14 takes, the same for every layer; what GCC alone knows is left out. */
async function tidyFlags() {
  const commands = JSON.parse(await fs.readFile(path.join(root, "build/test/compile_commands.json"), "utf8"));
  const system = new Set();
  for (const { command } of commands)
    for (const [, folder] of command.matchAll(/-isystem (\S+)/g)) system.add(folder);
  const packages = ["pangocairo", "glfw3", "gdk-pixbuf-2.0", "libcurl", "egl", "opengl", "gumbo"];
  const libraries = await run("pkg-config", ["--cflags-only-I", ...packages]);
  if (libraries.code === 0)
    for (const [, folder] of libraries.output.matchAll(/-I(\S+)/g)) system.add(folder);
  return ["-std=c++20", "-Isrc", "-Ibuild/test/tables", "-Icmake/imgui", "-fno-exceptions", "-fno-rtti", "-DJSON_NOEXCEPTION",
    "-DJSON_USE_IMPLICIT_CONVERSIONS=0", '-DIMGUI_USER_CONFIG="imgui_config.h"',
    ...[...system].flatMap((folder) => ["-isystem", folder]),
    ...[...system].filter((folder) => /imgui/.test(folder)).flatMap((folder) =>
      ["-isystem", path.join(folder, "backends")])];
}
const clangTidy = async (file, flags) => run("clang-tidy-14", ["--quiet", file, "--", ...flags]);

test("clang-tidy sees a use after a move", () => withScratch(async (scratch) => {
  const file = path.join(scratch, "planted.cpp");
  await fs.writeFile(file, "#include <string>\n#include <utility>\nstd::string planted(std::string text) {\n" +
    "  std::string other = std::move(text);\n  return other + text;\n}\n");
  const { code, output } = await clangTidy(file, await tidyFlags());
  assert.notEqual(code, 0);
  assert.match(output, /bugprone-use-after-move/);
}));

/** A file and all of src/ that it includes, by path. @param {Map<string, string>} texts of src/ */
function withIncludes(file, texts, found = new Set()) {
  if (found.has(file) || !texts.has(file)) return found;
  found.add(file);
  for (const [, header] of texts.get(file).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm))
    withIncludes(path.join("src", header), texts, found);
  return found;
}

// A file that passed is asked again when it, a header of its, a check or a flag has changed.
test("clang-tidy has nothing to say", { timeout: 900_000 }, async () => {
  const flags = await tidyFlags();
  const files = await filesIn("src", /\.cpp$/);
  const texts = new Map();
  for (const name of await filesIn("src", /\.(h|cpp)$/))
    texts.set(name, await fs.readFile(path.join(root, name), "utf8"));
  const checks = await fs.readFile(path.join(root, ".clang-tidy"), "utf8");
  const keyOf = (file) => {
    const key = createHash("sha256").update(flags.join(" ")).update(checks);
    for (const name of [...withIncludes(file, texts)].sort()) key.update(name).update(texts.get(name));
    return key.digest("hex");
  };
  // Where other downloads and results are kept that a new clone need not make again.
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
  const passed = path.join(cache, "article-viewer/tidy-passed");
  await fs.mkdir(passed, { recursive: true });
  const failures = [];
  const queue = [...files];
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const key = path.join(passed, keyOf(file));
      if (await fs.stat(key).catch(() => null)) continue;
      const { code, output } = await clangTidy(file, flags);
      if (code === 0) await fs.writeFile(key, "");
      else failures.push(output.split("\n").filter((line) => /error|warning|note/.test(line)).join("\n"));
    }
  };
  await Promise.all(Array.from({ length: cpus }, worker));
  assert.equal(failures.length, 0, failures.join("\n"));
});

const tsc = (config) => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", config]);

test("tsc sees a property that is not there", () => withScratch(async (scratch) => {
  await fs.writeFile(path.join(scratch, "planted.js"), "export const found = document.body.nowhere;\n");
  await fs.writeFile(path.join(scratch, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", include: ["planted.js"] }));
  const { code, output } = await tsc(path.join(scratch, "tsconfig.json"));
  assert.notEqual(code, 0);
  assert.match(output, /TS2339/);
}));

test("JavaScript of web/ is typed throughout", async () => {
  assert.ok((await filesIn("web", /\.js$/)).length > 0);
  const { code, output } = await tsc("tsconfig.json");
  assert.equal(code, 0, output);
});
