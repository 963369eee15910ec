import { readSemantics } from "./semantic-tree.js";

/**
 * The core: the one module that knows its memory. What is here follows
 * src/web/core.h line by line; text goes in as UTF-8 in the core's buffer and
 * comes out of its reply.
 *
 * @typedef {import("../drawing/renderer.js").Frame} Frame
 * @typedef {import("./semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./text-host.js").TextHost} TextHost
 * @typedef {{refusal: 0 | 1 | 2, message: string, headline: string, language: string,
 *   rtl: boolean, problems: {severity: "error" | "warning", pointer: string,
 *   message: string}[]}} Loaded
 * @typedef {{width: number, ratio: number, fontSize: number, lineHeight: number,
 *   radius: number, autoplay: number, dark: boolean, headingLevel: number, reducedMotion: boolean,
 *   parts: number[], palette: number[], pageLanguage: string, pageUrl: string,
 *   font: string, headlineFont: string, words: Record<string, string>}} Settings
 * @typedef {{offset: number, x: number, y: number, width: number, height: number}} Scroller
 * @typedef {{version: number, scrollers: Scroller[]}} Versions
 * @typedef {{release: boolean, picture: number, generation: number, width: number,
 *   height: number, url: string}} PictureRequest
 * @typedef {{kind: number, cause: "user" | "script" | "autoplay", part: number,
 *   linkKind: number, index: number, total: number, width: number, height: number,
 *   text: string}} CoreEvent
 */

const causes = /** @type {const} */ (["user", "script", "autoplay"]);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Reads words one after the other. */
export class WordReader {
  #at = 0;

  /** @param {ArrayBufferLike} memory @param {number} address @param {number} words */
  constructor(memory, address, words) {
    this.memory = memory;
    this.words = new Uint32Array(memory, address, words);
    this.floats = new Float32Array(memory, address, words);
  }
  number() {
    return this.words[this.#at++];
  }
  integer() {
    return this.words[this.#at++] | 0;
  }
  real() {
    return this.floats[this.#at++];
  }
  string() {
    const address = this.words[this.#at++];
    const bytes = this.words[this.#at++];
    return bytes ? decoder.decode(new Uint8Array(this.memory, address, bytes)) : "";
  }
}

/**
 * What the core asks for, see core.h; gives it to the text host and renderer.
 * @param {TextHost} text
 * @param {() => import("../drawing/renderer.js").Renderer | undefined} renderer
 * @param {() => ArrayBufferLike} memory
 */
function hostFor(text, renderer, memory) {
  /** @param {number} address @param {number} words */
  const reader = (address, words) => new WordReader(memory(), address, words);
  /** @param {number} address @param {number} bytes */
  const string = (address, bytes) => decoder.decode(new Uint8Array(memory(), address, bytes));
  return {
    /**
     * @param {number} style @param {number} family @param {number} familyBytes
     * @param {number} language @param {number} languageBytes @param {number} size
     * @param {number} bold @param {number} italic @param {number} tabular
     */
    av_host_define_style(style, family, familyBytes, language, languageBytes, size, bold, italic, tabular) {
      text.defineStyle(style, string(family, familyBytes), string(language, languageBytes), size,
        !!bold, !!italic, !!tabular);
    },
    /** @param {number} style @param {number} out */
    av_host_font_metrics(style, out) {
      new Float32Array(memory(), out, 2).set(text.fontMetrics(style));
    },
    /**
     * @param {number} requests @param {number} count @param {number} texts @param {number} bytes
     * @param {number} ink @param {number} out
     */
    av_host_measure(requests, count, texts, bytes, ink, out) {
      const words = reader(requests, count * 2);
      const list = string(texts, bytes).split("\n").map((text) =>
        ({ style: words.number(), text, rtl: !!words.number() }));
      text.measure(list, !!ink, new Float32Array(memory(), out, count * 5));
    },
    /** @param {number} address @param {number} bytes @param {number} starts */
    av_host_find_words(address, bytes, starts) {
      const out = new Uint8Array(memory(), starts, bytes);
      let at = 0;
      for (const word of text.words(string(address, bytes))) {
        if (at < bytes) out[at] = 1;
        at += encoder.encode(word).length;
      }
    },
    /** @param {number} width @param {number} height */
    av_host_create_page: (width, height) => renderer()?.createPage(width, height) ?? 0,
    /**
     * @param {number} jobs @param {number} jobCount @param {number} texts @param {number} bytes
     * @param {number} uploads @param {number} uploadCount
     */
    av_host_rasterise(jobs, jobCount, texts, bytes, uploads, uploadCount) {
      const to = renderer();
      if (!to) return;
      const job = reader(jobs, jobCount * 11);
      const jobList = string(texts, bytes).split("\n", jobCount).map((of) => ({
        style: job.number(), text: of, rtl: !!job.number(), light: !!job.number(),
        page: job.number(), x: job.number(), y: job.number(), width: job.number(),
        height: job.number(), penX: job.real(), penY: job.real(), scale: job.real(),
      }));
      const upload = reader(uploads, uploadCount * 5);
      const uploadList = Array.from({ length: uploadCount }, () => ({
        page: upload.number(), x: upload.number(), y: upload.number(),
        width: upload.number(), height: upload.number(),
      }));
      text.rasterise(jobList, uploadList, (canvas, x, y, rect) => to.upload(canvas, x, y, rect));
    },
    /** @param {number} code @param {number} value */
    av_host_warn(code, value) {
      if (code === 0) console.warn(`article-viewer: no viewer ${value}`);
    },
  };
}

/** What the C and C++ libraries ask for: mathematics, which the browser has. */
const libraries = {
  emscripten_notify_memory_growth() {},
  emscripten_math_acos: Math.acos, emscripten_math_cos: Math.cos, emscripten_math_exp: Math.exp,
  emscripten_math_sin: Math.sin, emscripten_math_tan: Math.tan, JS_round: Math.round,
};

export class Core {
  /** @type {any} the module's functions, as core.h declares them, and its memory */
  #module;
  /** @type {import("../drawing/renderer.js").Renderer | undefined} where there is WebGL */
  renderer;

  /** @param {TextHost} text @param {WebAssembly.Module} code @returns {Promise<Core>} */
  static async start(text, code) {
    const core = new Core();
    const host = hostFor(text, () => core.renderer, () => core.memory);
    const instance = await WebAssembly.instantiate(code, { env: { ...libraries, ...host } });
    core.#module = instance.exports;
    core.#module._initialize();
    core.#module.av_start();
    return core;
  }

  get memory() {
    return this.#module.memory.buffer;
  }

  /** The reply of the call that was just made. */
  #reply() {
    const address = this.#module.av_reply();
    return new WordReader(this.memory, address, this.#module.av_reply_words());
  }

  /**
   * Puts parts into the core's buffer, one after the other.
   * @param {...(string | ArrayBufferView)} parts
   * @returns {number[]} address and bytes of each; numbers are aligned to 4
   */
  #put(...parts) {
    const chunks = parts.map((part) => typeof part === "string" ? encoder.encode(part)
      : new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    const room = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    let at = this.#module.av_buffer(room + 1);
    const heap = new Uint8Array(this.memory);
    return chunks.flatMap((chunk) => {
      heap.set(chunk, at);
      at += chunk.length;
      return [at - chunk.length, chunk.length];
    });
  }

  createViewer() {
    return this.#module.av_create_viewer();
  }
  /** @param {number} viewer */
  destroyViewer(viewer) {
    this.#module.av_destroy_viewer(viewer);
  }

  /** @param {number} viewer @param {Settings} settings @returns {number[]} the palette in force */
  configure(viewer, settings) {
    const floats = new Float32Array([settings.width, settings.ratio, settings.fontSize,
      settings.lineHeight, settings.radius, settings.autoplay]);
    const parts = settings.parts.reduce((sum, part, i) => sum | (part + 1) << (4 * i), 0);
    const ints = new Uint32Array([settings.dark ? 1 : 0, settings.headingLevel,
      settings.reducedMotion ? 1 : 0, parts, ...settings.palette]);
    const strings = [settings.pageLanguage, settings.pageUrl, settings.font, settings.headlineFont,
      ...Object.entries(settings.words).flat().map(String)].join("\x1F");
    const [floatsAt, , intsAt, , textAt, bytes] = this.#put(floats, ints, strings);
    this.#module.av_configure(viewer, floatsAt, intsAt, textAt, bytes);
    const reply = this.#reply();
    return Array.from({ length: 8 }, () => reply.number());
  }

  /** @param {number} viewer @param {Uint8Array} bytes @param {string} base @returns {Loaded} */
  loadDocument(viewer, bytes, base) {
    this.#module.av_load(viewer, ...this.#put(bytes, base));
    const reply = this.#reply();
    return {
      refusal: /** @type {0 | 1 | 2} */ (reply.number()),
      message: reply.string(),
      headline: reply.string(),
      language: reply.string(),
      rtl: reply.number() === 1,
      problems: Array.from({ length: reply.number() }, () => ({
        severity: reply.number() ? /** @type {const} */ ("warning") : /** @type {const} */ ("error"),
        pointer: reply.string(),
        message: reply.string(),
      })),
    };
  }

  /** @param {number} viewer @param {string} key */
  word(viewer, key) {
    this.#module.av_word(viewer, ...this.#put(key));
    return this.#reply().string();
  }

  /** The language of the widget's own words. @param {number} viewer */
  wordLanguage(viewer) {
    this.#module.av_word(viewer, ...this.#put("close"));
    const reply = this.#reply();
    reply.string();
    return reply.string();
  }

  /** @param {string} language */
  defaultFamily(language) {
    this.#module.av_default_family(...this.#put(language));
    return this.#reply().string();
  }

  /** @param {number} viewer @returns {number} CSS px */
  layout(viewer) {
    return this.#module.av_layout(viewer);
  }
  /** @param {number} viewer @returns {number} 0: nothing has changed, 1: something, 2: the strip alone */
  needsFrame(viewer) {
    return this.#module.av_needs_frame(viewer);
  }
  /** @param {number} viewer @returns {number} ms; -1: never */
  wakeAt(viewer) {
    return this.#module.av_wake_at(viewer);
  }
  /** @param {number} viewer @param {number} top @param {number} height CSS px */
  setNear(viewer, top, height) {
    this.#module.av_set_near(viewer, top, height);
  }
  /** Of pictures that are asked for. @param {number} viewer @param {number} ratio */
  setRatio(viewer, ratio) {
    this.#module.av_set_ratio(viewer, ratio);
  }

  /**
   * Views of the memory: good until the next call.
   * @param {number} viewer @param {import("../drawing/canvas-window.js").CanvasWindow} part of the content
   * @param {number} now @param {boolean} [stripOnly] what else is due stays so
   * @returns {Frame}
   */
  frame(viewer, { left, top, width, height, ratio }, now, stripOnly = false) {
    this.#module.av_frame(viewer, left / ratio, top / ratio, width, height, ratio, Number(stripOnly), now);
    const reply = this.#reply();
    const [vertices, vertexCount, indices, indexCount, commands, commandCount] =
      Array.from({ length: 6 }, () => reply.number());
    const words = new WordReader(this.memory, commands, commandCount * 9);
    return {
      vertices: new Uint8Array(this.memory, vertices, vertexCount * 20),
      indices: new Uint8Array(this.memory, indices, indexCount * 2),
      commands: Array.from({ length: commandCount }, () => ({
        texture: words.number(), mask: words.number() === 1, left: words.real(),
        top: words.real(), right: words.real(), bottom: words.real(), count: words.number(),
        first: words.number(), base: words.number(),
      })),
    };
  }

  /** @param {number} viewer @returns {Versions} */
  versions(viewer) {
    this.#module.av_semantics_version(viewer);
    const reply = this.#reply();
    return {
      version: reply.number(),
      scrollers: Array.from({ length: reply.number() }, () => ({
        offset: reply.real(), x: reply.real(), y: reply.real(), width: reply.real(),
        height: reply.real(),
      })),
    };
  }

  /**
   * The tree, with what changed in it since a version.
   * @param {number} viewer @param {number} version that is known, 0: none
   * @param {Map<number, SemanticNode>} known nodes of that version, by key
   * @returns {SemanticNode[]} in reading order
   */
  semantics(viewer, version, known) {
    this.#module.av_semantics(viewer, version);
    return readSemantics(this.#reply(), known);
  }

  /**
   * For tests: where the segments of a node's lines are drawn, content CSS px.
   * @param {number} viewer @param {number} node
   */
  segments(viewer, node) {
    this.#module.av_segments(viewer, node);
    const reply = this.#reply();
    return Array.from({ length: reply.number() }, () => ({
      line: reply.number(), begin: reply.number(), end: reply.number(), roomLeft: reply.real(),
      left: reply.real(), right: reply.real(), roomRight: reply.real(), inkLeft: reply.real(), inkRight: reply.real(), blank: reply.number() === 1,
    }));
  }

  /** @param {number} viewer @param {0 | 1 | 2} what may go on, waits, stops */
  autoplay(viewer, what) {
    this.#module.av_autoplay(viewer, what);
  }

  /**
   * @param {number} viewer @param {boolean} press or hover @param {number} node -1: none
   * @param {number} range a link in its text, -1: the node
   */
  highlight(viewer, press, node, range) {
    this.#module.av_highlight(viewer, Number(press), node, range);
  }
  /** @param {number} viewer @param {number} node @param {number} now */
  activate(viewer, node, now) {
    return this.#module.av_activate(viewer, node, now) === 1;
  }
  /** @param {number} viewer @param {number} part @param {string} id @param {number} cause */
  selectTab(viewer, part, id, cause) {
    const [address, bytes] = this.#put(id);
    return this.#module.av_select_tab(viewer, part, address, bytes, cause) === 1;
  }
  /** @param {number} viewer @param {number} index @param {number} cause @param {number} now */
  showPhoto(viewer, index, cause, now) {
    return this.#module.av_show_photo(viewer, index, cause, now) === 1;
  }
  /**
   * @param {number} viewer @param {number} id @param {number} kind @param {number} x
   * @param {number} y @param {number} now
   */
  pointerDown(viewer, id, kind, x, y, now) {
    this.#module.av_pointer_down(viewer, id, kind, x, y, now);
  }
  /**
   * @param {number} viewer @param {number} id @param {number} x @param {number} y
   * @param {number} now @returns {boolean} whether a drag is under way
   */
  pointerMove(viewer, id, x, y, now) {
    return this.#module.av_pointer_move(viewer, id, x, y, now) === 1;
  }
  /** @param {number} viewer @param {number} id @param {number} x @param {number} y @param {number} now */
  pointerUp(viewer, id, x, y, now) {
    return this.#module.av_pointer_up(viewer, id, x, y, now) === 1;
  }
  /** @param {number} viewer @param {number} now */
  pointerCancel(viewer, now) {
    this.#module.av_pointer_cancel(viewer, now);
  }
  /**
   * @param {number} viewer @param {number} x @param {number} y @param {number} dx
   * @param {number} dy @param {number} now @returns {boolean} whether it was taken
   */
  wheel(viewer, x, y, dx, dy, now) {
    return this.#module.av_wheel(viewer, x, y, dx, dy, now) === 1;
  }

  /**
   * @param {number} viewer @param {number} picture @param {number} generation
   * @param {number} texture @param {number} width @param {number} height
   */
  pictureReady(viewer, picture, generation, texture, width, height) {
    this.#module.av_picture_ready(viewer, picture, generation, texture, width, height);
  }
  /** @param {number} viewer @param {number} picture @param {number} generation */
  pictureFailed(viewer, picture, generation) {
    this.#module.av_picture_failed(viewer, picture, generation);
  }
  /** @param {number} viewer @param {number} picture @param {number} generation */
  pictureShownByHost(viewer, picture, generation) {
    this.#module.av_picture_shown_by_host(viewer, picture, generation);
  }

  /**
   * A photo to be enlarged, as the event tells of it.
   * @param {number} viewer @param {number} part @param {number} index @param {number} width device px
   * @returns {import("../enlarged/photo-dialog.js").EnlargedPhoto | null}
   */
  enlargedPhoto(viewer, part, index, width) {
    this.#module.av_enlarged_photo(viewer, part, index, width);
    if (!this.#module.av_reply_words()) return null;
    const reply = this.#reply();
    return {
      index: reply.integer(), total: reply.integer(), width: reply.integer(), height: reply.integer(),
      url: reply.string(), alt: reply.string(), caption: reply.string(), credit: reply.string(),
      captionUrl: reply.string(),
    };
  }

  /** @param {number} viewer @returns {PictureRequest[]} */
  takeRequests(viewer) {
    this.#module.av_take_requests(viewer);
    const reply = this.#reply();
    return Array.from({ length: reply.number() }, () => ({
      release: reply.number() === 1, picture: reply.integer(), generation: reply.number(),
      width: reply.number(), height: reply.number(), url: reply.string(),
    }));
  }

  /** @param {number} viewer @returns {CoreEvent[]} */
  takeEvents(viewer) {
    this.#module.av_take_events(viewer);
    const reply = this.#reply();
    return Array.from({ length: reply.number() }, () => ({
      kind: reply.number(), cause: causes[reply.number()], part: reply.number(),
      linkKind: reply.number(), index: reply.integer(), total: reply.integer(),
      width: reply.real(), height: reply.real(), text: reply.string(),
    }));
  }

  contextLost() {
    this.#module.av_context_lost();
  }
  fontsChanged() {
    this.#module.av_fonts_changed();
  }
  /** Atlas pages, slots, rasterised, evicted shelves, live segments, live viewers. */
  stats() {
    this.#module.av_stats();
    const reply = this.#reply();
    return Array.from({ length: 6 }, () => reply.number());
  }
}
