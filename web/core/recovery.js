import { compile } from "./compile.js";
import { isOfBuild, otherBuild } from "./files.js";

/**
 * What is done where a file can't be had as it was asked for: one that did not come, one of another build, a core that
 * a bundler has left behind.
 */

/** How often each file did not come. @type {Map<string, number>} */
const failures = new Map();

/**
 * What the page wants a file to be, of the integrity values in its import maps. Browsers hold modules against them, at
 * the address that is written there.
 * @param {string | URL} url @returns {string | undefined}
 */
export function integrityOf(url) {
  for (const { text } of /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[type="importmap"]'))) {
    try {
      for (const [address, integrity] of Object.entries(JSON.parse(text).integrity ?? {}))
        if (new URL(address, document.baseURI).href === `${url}`) return String(integrity);
    } catch {
      // The browser says what is wrong with it.
    }
  }
  return undefined;
}

/**
 * Under another address: the one that failed may be remembered (Chromium of before 2024 does), what is of another build
 * may come from a cache.
 * @template T
 * @param {string} name @param {URL | null} url where it was asked for; null: beside this one
 * @param {unknown} error null: it came, and is of another build
 * @returns {Promise<T>}
 */
export async function loadAgain(name, url, error) {
  const times = (failures.get(name) ?? 0) + (error ? 1 : 0);
  failures.set(name, times);
  if (times === 1) throw error;
  let again = null;
  try {
    // A bundler gives it another name, which these browsers say.
    const [said] = /https?:[^\s"']+/.exec(String(error)) ?? [];
    const address = url ?? new URL(said ?? name, import.meta.url);
    if (!integrityOf(address)) again = await import(`${address}?${error ? times : ARTICLE_VIEWER_BUILD}`);
  } catch {
    // What was wrong at first stands.
  }
  if (again?.build === ARTICLE_VIEWER_BUILD) return again;
  throw again || !error ? otherBuild(name) : error;
}

/**
 * The core where it could not be compiled while it came: some web views and servers without the type, a bundle without
 * it, a page that says what it is to be.
 * @param {import("./files.js").Load} load
 * @param {URL | null} url null: no bundler has put it anywhere
 * @param {boolean} isOther what came is of another build
 * @returns {Promise<WebAssembly.Module>}
 */
export async function coreAgain(load, url, isOther) {
  const integrity = url ? integrityOf(url) : undefined;
  const code = !url ? await inlineCore(load)
    : isOther ? !integrity && await compile(`${url}?${ARTICLE_VIEWER_BUILD}`)
      : await compile(url, integrity).catch(() => inlineCore(load));
  if (code && isOfBuild(code)) return code;
  throw otherBuild("article-viewer.wasm");
}

/** A copy that lies in a module, and so arrives wherever modules do. @param {import("./files.js").Load} load */
async function inlineCore(load) {
  const { core } = await load("article-viewer-inline-core.js", () => import("./inline-core.js"));
  const bytes = Uint8Array.from(atob(core), (letter) => letter.charCodeAt(0));
  return WebAssembly.compile(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
