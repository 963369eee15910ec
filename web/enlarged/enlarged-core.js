import text from "../../build/web/article-viewer-enlarged.wasm";

/**
 * The motion of enlarged photos (src/web/enlarged.h), a small module of its own
 * within this one. Without WebAssembly there is none.
 */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** Times that it may end while a photo is open: then that is closed. */
const mostTraps = 2;
/** Flags of a reply. */
const goesOn = 1;
const closes = 2;

export class EnlargedCore {
  /** The module's functions, as enlarged.h declares them, and its memory; null: it has ended. @type {any} */
  #module = null;
  #traps = 0;
  /** What it was told of sizes last. @type {number[]} */
  #placed = [];
  /** What it said last. @type {number[]} */
  #said = [];

  /** @returns {Promise<EnlargedCore | null>} one that nothing has moved yet */
  static async make() {
    const core = new EnlargedCore();
    return core.#start().then(() => core, () => null);
  }

  async #start() {
    try {
      compiled ??= WebAssembly.compile(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
      const env = { emscripten_math_exp: Math.exp, JS_round: Math.round };
      const { exports } = await WebAssembly.instantiate(await compiled, { env });
      /** @type {any} */ (exports)._initialize();
      this.#module = exports;
    } catch (error) {
      compiled = undefined;
      throw error;
    }
  }

  /** Another one takes its place; until then the photo rests. @param {number} photo */
  #restart(photo) {
    const [flags, count, , ...sizes] = this.#placed;
    this.#said = [goesOn, photo, photo, 1, 0, 0, photo, sizes[0], 0];
    const place = () => this.#call((module) => module.av_enlarged_place(flags, count, photo, ...sizes));
    this.#start().then(place, () => this.#close());
  }

  /** Calls the module. What has trapped is not called again. @param {(module: any) => void} use */
  #call(use) {
    if (!this.#module) return;
    try {
      use(this.#module);
    } catch (error) {
      reportError(error);
      this.#module = null;
      if (++this.#traps < mostTraps) this.#restart(this.#said[1]);
      else this.#close();
    }
  }

  #close() {
    this.#said[0] = closes;
  }

  /** @param {number[]} numbers flags, count, index, sizes, scale */
  place(...numbers) {
    this.#placed = numbers;
    const [, , photo] = numbers;
    if (photo >= 0) {
      this.#traps = 0;
      this.#said[1] = photo;
      if (!this.#module) this.#restart(photo);
    }
    this.#call((module) => module.av_enlarged_place(...numbers));
  }
  /** @param {number[]} numbers input, id, x, y, value, time */
  input(...numbers) {
    this.#call((module) => module.av_enlarged_input(...numbers));
  }
  /** @param {number} now @returns {number[]} flags, photos, place */
  frame(now) {
    this.#call((module) => {
      const at = module.av_enlarged_frame(now);
      this.#said = [...new Float32Array(module.memory.buffer, at, 9)];
    });
    return this.#said;
  }
}
