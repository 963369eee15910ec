/**
 * Ends the core in a call that a test names: what its instances export is wrapped before any script of the page. Of
 * `faults`, `next` is the export whose next call ends it, `other` one that ends the instance after it, `poison` one that
 * does so each time for documents in which that word stands, `refuses` whether there is no other instance, `error` what is
 * thrown, `at` when that was; `instances` counts those of the core, `dead` the calls of ones that have ended: there are
 * to be none.
 */
export const faultyCore = `
  window.faults = { next: "", other: "", poison: "", refuses: false, at: 0, instances: 0, dead: 0, names: [],
    error: () => new WebAssembly.RuntimeError("unreachable") };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (code, imports) => {
    const { faults } = window;
    if (faults.refuses) throw new RangeError("out of memory");
    const instance = await instantiate(code, imports);
    if ("av_update" in instance.exports) {
      faults.instances += 1;
      faults.names = Object.keys(instance.exports).filter((name) => /^(av_|_initialize)/.test(name));
    }
    let isDead = false;
    const poisoned = new Set();
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      exports[name] = typeof value !== "function" ? value : (...given) => {
        if (isDead) faults.dead += 1;
        if (name === "av_read" && new TextDecoder().decode(new Uint8Array(instance.exports.memory.buffer, given[1], given[2])).includes("poison"))
          poisoned.add(given[0]);
        const isNext = faults.next === name;
        if (isNext || faults.poison === name && poisoned.has(given[0])) {
          isDead = true;
          faults.at = performance.now();
          if (isNext) [faults.next, faults.other] = [faults.other, ""];
          throw faults.error();
        }
        return value(...given);
      };
    }
    return { exports };
  };`;

/**
 * The errors of traps, which a page's console has each once.
 * @param {string[]} errors
 */
export const otherErrors = (errors) => errors.splice(0).filter((error) => !/RuntimeError: unreachable/.test(error));
