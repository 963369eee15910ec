// What the WebAssembly files and the models of phrases hold of other projects: the table of NOTICE.md, with versions from where the build has them.
import * as fs from "node:fs/promises";
import { at } from "./paths.mjs";

/** @typedef {{name: string, use: string, copyright: string, licence: string, text: string}} Notice */

/** @returns {Promise<Notice[]>} */
export async function notices() {
  const text = await fs.readFile(at("NOTICE.md"), "utf8");
  return [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| \[(.+?)\]\(LICENSES\/.*\) \|$/gm)]
    .map(([, name, use, copyright, licence, file]) => ({ name, use, copyright, licence, text: file }));
}

/** Package URLs of what has one; what is in its version stands in it. @type {Record<string, (version: string) => string>} */
const packageUrls = {
  "dear-imgui": (version) => `pkg:github/ocornut/imgui@v${version}`,
  "nlohmann-json": (version) => `pkg:github/nlohmann/json@v${version}`,
  libunibreak: (version) => `pkg:github/adah1972/libunibreak@libunibreak_${version.replaceAll(".", "_")}`,
  sheenbidi: (version) => `pkg:github/Tehreer/SheenBidi@v${version}`,
  budoux: (version) => `pkg:npm/budoux@${version}`,
  emscripten: (version) => `pkg:github/emscripten-core/emscripten@${version}`,
  musl: (version) => `pkg:generic/musl@${version}`,
  llvm: (version) => `pkg:github/llvm/llvm-project@llvmorg-${version}`,
};

/** What matches first in a file; undefined where there is no such file. @param {string} file @param {RegExp} pattern */
async function found(file, pattern) {
  const text = await fs.readFile(file, "utf8").catch(() => "");
  return pattern.exec(text)?.slice(1);
}

/** Versions of the sources that are fetched, as Debian has them without what is its own. */
async function pinned() {
  const rows = (await fs.readFile(at("tools/sources.txt"), "utf8")).split("\n").filter((row) => row && !row.startsWith("#"));
  return Object.fromEntries(rows.map((row) => row.split(" ")).map(([name, , version]) => [name, version.replace(/[+-].*/, "")]));
}

/**
 * Versions by the file of their licence. Those of the compiler and of what the machine has are known where build/web/
 * was configured.
 * @returns {Promise<Record<string, string | undefined>>}
 */
async function versions() {
  const { imgui, unibreak, sheenbidi } = await pinned();
  const cache = at("build/web/CMakeCache.txt");
  const [emscripten] = await found(cache, /^EMSCRIPTEN_ROOT_PATH:PATH=(.*)$/m) ?? [];
  const [headers] = await found(cache, /^ARTICLE_JSON_HEADERS:PATH=(.*)$/m) ?? [];
  const json = headers && await found(`${headers}/nlohmann/detail/abi_macros.hpp`,
    /VERSION_MAJOR (\d+)[^]*?VERSION_MINOR (\d+)[^]*?VERSION_PATCH (\d+)/);
  const [tag] = await found(at("cmake/dependencies.cmake"), /nlohmann\/json\.git\s+GIT_TAG v([\d.]+)/) ?? [];
  const [compiler] = await found(`${emscripten}/emscripten-version.txt`, /([\d.]+)/) ?? [];
  const [musl] = await found(`${emscripten}/system/lib/libc/musl/VERSION`, /([\d.]+)/) ?? [];
  const llvm = await found(`${emscripten}/system/lib/libcxx/include/__config`, /_LIBCPP_VERSION (\d+)(\d\d)(\d\d)\b/);
  const { devDependencies: { budoux } } = JSON.parse(await fs.readFile(at("package.json"), "utf8"));
  return {
    budoux, "dear-imgui": imgui, libunibreak: unibreak, sheenbidi, "nlohmann-json": json ? json.join(".") : tag,
    emscripten: compiler, musl, llvm: llvm?.map(Number).join("."),
  };
}

/** @returns {Promise<(Notice & {id: string, version?: string, purl?: string})[]>} */
export async function components() {
  const known = await versions();
  return (await notices()).map((notice) => {
    const id = notice.text.replace(/\.txt$/, "");
    const version = known[id];
    return { ...notice, id, version, purl: version && packageUrls[id]?.(version) };
  });
}
