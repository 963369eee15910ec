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
  /** It has trapped, and answers nothing any more: what it knew is lost. */
  ended = false;

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

  get memory() {
    return this.#module.memory.buffer;
  }

  /**
   * Calls the module. A trap ends this instance alone.
   * @template T @param {(module: any) => T} use @returns {T}
   */
  call(use) {
    if (this.ended) throw new Error("the viewer's core has ended");
    try {
      return use(this.#module);
    } catch (error) {
      this.ended ||= error instanceof WebAssembly.RuntimeError;
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
    return new CoreViewer(this, this.call((module) => module.av_create_viewer()));
  }

  /** @param {string} language */
  defaultFamily(language) {
    const [address, bytes] = this.put(language);
    return this.ask((module) => module.av_default_family(address, bytes)).string();
  }

  contextLost() {
    this.call((module) => module.av_context_lost());
  }
  fontsChanged() {
    this.call((module) => module.av_fonts_changed());
  }
  /** Atlas pages, slots, rasterised, evicted shelves, live segments, live viewers. */
  stats() {
    const reply = this.ask((module) => module.av_stats());
    return Array.from({ length: 6 }, () => reply.number());
  }
}
