import { stringsOf } from "./platform-host.js";
import { WordReader } from "./word-reader.js";

/**
 * What the core imports.
 *
 * @typedef {import("./text-host.js").TextHost} TextHost
 */

const encoder = new TextEncoder();

/**
 * What the core asks for, see core.h; gives it to the text host and renderer.
 * @param {TextHost} text
 * @param {() => import("../drawing/renderer.js").Renderer | undefined} renderer
 * @param {() => ArrayBufferLike} memory
 */
export function hostFor(text, renderer, memory) {
  return {
    ...measuring(text, memory),
    ...rasterising(text, renderer, memory),
    /** @param {number} code @param {number} value */
    av_host_warn(code, value) {
      if (code === 0) console.warn(`article-viewer: no viewer ${value}`);
    },
  };
}

/** @param {TextHost} text @param {() => ArrayBufferLike} memory */
function measuring(text, memory) {
  const string = stringsOf(memory);
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
      const words = new WordReader(memory(), requests, count * 2);
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
  };
}

/**
 * @param {TextHost} text @param {() => import("../drawing/renderer.js").Renderer | undefined} renderer
 * @param {() => ArrayBufferLike} memory
 */
function rasterising(text, renderer, memory) {
  const string = stringsOf(memory);
  return {
    /** @param {number} width @param {number} height */
    av_host_create_page: (width, height) => renderer()?.createPage(width, height) ?? 0,
    /**
     * @param {number} jobs @param {number} jobCount @param {number} texts @param {number} bytes
     * @param {number} uploads @param {number} uploadCount
     */
    av_host_rasterise(jobs, jobCount, texts, bytes, uploads, uploadCount) {
      const to = renderer();
      if (!to) return;
      const job = new WordReader(memory(), jobs, jobCount * 11);
      const jobList = string(texts, bytes).split("\n", jobCount).map((of) => ({
        style: job.number(), text: of, rtl: !!job.number(), light: !!job.number(),
        page: job.number(), x: job.number(), y: job.number(), width: job.number(),
        height: job.number(), penX: job.real(), penY: job.real(), scale: job.real(),
      }));
      const upload = new WordReader(memory(), uploads, uploadCount * 5);
      const uploadList = Array.from({ length: uploadCount }, () => ({
        page: upload.number(), x: upload.number(), y: upload.number(),
        width: upload.number(), height: upload.number(),
      }));
      text.rasterise(jobList, uploadList, (canvas, x, y, rect) => to.upload(canvas, x, y, rect));
    },
  };
}

/** What the C and C++ libraries ask for: mathematics, which the browser has. */
export const libraries = {
  emscripten_notify_memory_growth() {},
  emscripten_math_acos: Math.acos, emscripten_math_cos: Math.cos, emscripten_math_exp: Math.exp,
  emscripten_math_sin: Math.sin, emscripten_math_tan: Math.tan, JS_round: Math.round,
};

