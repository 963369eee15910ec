import text from "../../build/web/article-viewer-enlarged.wasm";

/**
 * The motion of enlarged photos (src/web/enlarged.h), a small module of its own
 * within this one. Without WebAssembly there is none.
 */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

export class EnlargedCore {
  /** @type {any} the module's functions, as enlarged.h declares them, and its memory */
  #module;

  /** @returns {Promise<EnlargedCore | null>} one that nothing has moved yet */
  static async make() {
    try {
      compiled ??= WebAssembly.compile(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
      const core = new EnlargedCore();
      const instance = await WebAssembly.instantiate(await compiled, { env: { emscripten_math_exp: Math.exp, JS_round: Math.round } });
      core.#module = instance.exports;
      core.#module._initialize();
      return core;
    } catch {
      compiled = undefined;
      return null;
    }
  }

  /** @param {number[]} numbers flags, count, index, sizes, scale */
  place(...numbers) {
    this.#module.av_enlarged_place(...numbers);
  }
  /** @param {number[]} numbers input, id, x, y, value, time */
  input(...numbers) {
    this.#module.av_enlarged_input(...numbers);
  }
  /** @param {number} now @returns {number[]} flags, photos, place */
  frame(now) {
    const at = this.#module.av_enlarged_frame(now);
    return [...new Float32Array(this.#module.memory.buffer, at, 9)];
  }
}
