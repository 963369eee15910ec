import { hostFor, libraries } from "./core-hosts.js";
import { platformHost } from "./platform-host.js";
import { CoreViewer } from "./core-viewer.js";
import { Reply } from "./word-reader.js";

/**
 * The core: with its viewers the one module that knows its memory. What is here
 * follows src/web/core.h; text goes in as UTF-8 in the core's buffer and comes
 * out of its reply.
 *
 * @typedef {import("./text-host.js").TextHost} TextHost
 */

const encoder = new TextEncoder();

export class Core {
  /** @type {any} the module's functions, as core.h declares them, and its memory */
  #module;
  /** @type {import("../drawing/renderer.js").Renderer | undefined} where there is WebGL */
  renderer;
  /** What ended it, be it a trap or an error out of what it asked for: it is not called any more, and what it knew is lost. @type {unknown} */
  trap = null;
  /** Who asks; null: the page, of all. @type {CoreViewer | null} */
  by = null;
  /** Called at its end, with who asked. @type {(by: CoreViewer | null) => void} */
  onEnd = () => {};

  /** @param {TextHost} text @param {WebAssembly.Module} code @returns {Promise<Core>} */
  static async start(text, code) {
    const core = new Core();
    const host = { ...hostFor(text, () => core.renderer, () => core.memory), ...platformHost(() => core.#module) };
    const instance = await WebAssembly.instantiate(code, { env: { ...libraries, ...host } });
    core.#module = instance.exports;
    core.call((module) => module._initialize());
    core.call((module) => module.av_start());
    return core;
  }

  get ended() {
    return this.trap !== null;
  }

  get memory() {
    return this.#module.memory.buffer;
  }

  /**
   * Calls the module. An error ends this instance alone: what it was about to do is half done.
   * @template T @param {(module: any) => T} use @returns {T}
   */
  call(use) {
    if (this.ended) throw new Error("the viewer's core has ended");
    try {
      return use(this.#module);
    } catch (error) {
      this.trap = error ?? "";
      this.onEnd(this.by);
      throw error;
    }
  }

  /** Calls a function that replies. @param {(module: any) => void} use @returns {Reply} */
  ask(use) {
    return this.call((module) => {
      use(module);
      const address = module.av_reply();
      return new Reply(module.memory.buffer, address, module.av_reply_words());
    });
  }

  /**
   * Puts parts into the core's buffer, one after the other.
   * @param {...(string | ArrayBufferView)} parts
   * @returns {number[]} address and bytes of each; numbers are aligned to 4
   */
  put(...parts) {
    const chunks = parts.map((part) => typeof part === "string" ? encoder.encode(part)
      : new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    const room = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    let at = this.call((module) => module.av_buffer(room + 1));
    const heap = new Uint8Array(this.memory);
    return chunks.flatMap((chunk) => {
      heap.set(chunk, at);
      at += chunk.length;
      return [at - chunk.length, chunk.length];
    });
  }

  createViewer() {
    return new CoreViewer(this);
  }

  /** @param {string} language */
  defaultFamily(language) {
    const [address, bytes] = this.put(language);
    return this.ask((module) => module.av_default_family(address, bytes)).string();
  }

  contextLost() {
    this.#tellAll((module) => module.av_context_lost());
  }
  fontsChanged() {
    this.#tellAll((module) => module.av_fonts_changed());
  }

  /** Another one will know it. @param {(module: any) => void} use */
  #tellAll(use) {
    this.by = null;
    if (!this.ended) this.call(use);
  }
  /** Atlas pages, slots, rasterised, evicted shelves, live segments, live viewers. */
  stats() {
    const reply = this.ask((module) => module.av_stats());
    return Array.from({ length: 6 }, () => reply.number());
  }
}
