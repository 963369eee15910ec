import { batch } from "./text-batches.js";
import { Face } from "./face.js";
import { metricsOf } from "./font-metrics.js";
import { roundsLeading } from "./leading.js";

/**
 * The core's text in a browser: measures shaped segments, and draws them into
 * the pages that the renderer keeps as textures.
 *
 * A canvas chooses the region's Han glyphs by `ctx.lang` (Chromium 136,
 * Firefox 151) or, before those, by the `lang` of the canvas element, which
 * then has to be in a document: one element a language, in the shadow root of
 * a widget that lives.
 *
 * @typedef {{family: string, weight: string, slant: string, language: string, size: number,
 *   tabular: boolean, face?: Face}} Style
 * @typedef {{style: number, text: string, rtl: boolean}} Request
 * @typedef {{style: number, text: string, rtl: boolean, light: boolean, page: number,
 *   x: number, y: number, width: number, height: number, penX: number, penY: number,
 *   scale: number}} Job
 * @typedef {{page: number, x: number, y: number, width: number, height: number}} Upload
 * @typedef {CanvasRenderingContext2D & {lang?: string}} Context
 */

const digits = /\d/;
/** CSS px: the size in which a face is measured where its sizes are in proportion. */
const measuredSize = 100;
/** Assumed advances that are checked at a time. */
const checkedAtOnce = 64;

export class TextHost {
  /** @type {Style[]} by number */
  #styles = [];
  /** @type {Map<string, Face>} by all of a style but its size, or with it */
  #faces = new Map();
  /** @type {Set<string>} names of faces of which nothing is assumed */
  #uneven = new Set();
  /** What the measuring canvas is set to. @type {{font: string, language: string, rtl: boolean, context: Context} | null} */
  #prepared = null;
  #drawn = false;
  #checking = false;
  /** @type {Map<string, Context>} by language; "" where `ctx.lang` is had */
  #contexts = new Map();
  /** @type {Map<string, Context>} the same, for drawing */
  #stages = new Map();
  /** @type {Set<ShadowRoot>} of the widgets that live */
  #roots = new Set();
  /** @type {Intl.Segmenter | undefined} made when it is first needed */
  #segmenter;
  #hasLang = "lang" in CanvasRenderingContext2D.prototype;

  /** @param {() => void} wrong what was measured is wrong, and is to be forgotten after this task */
  constructor(wrong) {
    this.#wrong = wrong;
  }
  #wrong;

  /** Whether there is all that it takes to measure. */
  get isReady() {
    return this.#hasLang || this.#roots.size > 0;
  }

  /** A place for canvases, until `detach`. @param {ShadowRoot} root */
  attach(root) {
    this.#roots.add(root);
  }

  /** @param {ShadowRoot} root */
  detach(root) {
    this.#roots.delete(root);
    this.#prepared = null;
    for (const { canvas } of [...this.#contexts.values(), ...this.#stages.values()])
      if (canvas.getRootNode() === root) this.#place(canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  #place(canvas) {
    const [home] = this.#roots;
    if (home) home.append(canvas);
    else canvas.remove();
  }

  /**
   * @param {number} id @param {string} family @param {string} language @param {number} size
   * @param {boolean} bold @param {boolean} italic @param {boolean} tabular
   */
  defineStyle(id, family, language, size, bold, italic, tabular) {
    const weight = bold ? "bold " : "";
    const slant = italic ? "italic " : "";
    this.#styles[id] = { family, weight, slant, language, size, tabular };
  }

  /** Fonts changed. */
  forget() {
    this.#faces.clear();
    this.#metrics.clear();
    this.#prepared = null;
    for (const style of this.#styles) if (style) style.face = undefined;
  }

  /** @param {Style} style @param {string[]} texts in it, to try whether its sizes are in proportion */
  #face(style, texts) {
    const { family, weight, slant, language } = style;
    const name = [family, weight, slant, language].join("\n");
    const make = (/** @type {number} */ size) => new Face(size, (at, rtl) => this.#prepare(style, at, rtl),
      this.#uneven.has(name) ? null : () => this.#distrust(name));
    let face = this.#faces.get(name);
    if (!face) this.#faces.set(name, (face = make(measuredSize)));
    face.linear ??= face.isLike(make(style.size), texts);
    if (face.linear) return face;
    // Fonts may be drawn otherwise in each size (an optical size axis).
    const own = `${name}\n${style.size}`;
    face = this.#faces.get(own);
    if (!face) this.#faces.set(own, (face = make(style.size)));
    return face;
  }

  /** @param {string} name of a face */
  #distrust(name) {
    if (this.#uneven.has(name)) return;
    this.#uneven.add(name);
    this.#wrong();
  }

  /** @param {Map<string, Context>} kept @param {string} language @returns {Context} */
  #context(kept, language) {
    const key = this.#hasLang ? "" : language;
    let context = kept.get(key);
    if (!context) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 1;
      canvas.hidden = true;
      canvas.setAttribute("aria-hidden", "true");
      if (key) canvas.lang = key;
      const made = canvas.getContext("2d");
      if (!made) throw new Error("there is no 2D canvas to measure text");
      kept.set(key, (context = made));
    }
    if (this.#hasLang) {
      if (context.lang !== language) context.lang = language;
    } else if (!context.canvas.isConnected) {
      this.#place(context.canvas);
    }
    return context;
  }

  /** @param {Context} context @param {string} font @param {boolean} rtl */
  #set(context, font, rtl) {
    // A canvas forgets these when it is resized, and setting them costs.
    if (context.fontKerning !== "normal") context.fontKerning = "normal";
    if (context.textRendering !== "geometricPrecision") context.textRendering = "geometricPrecision";
    if (context.textAlign !== "left") context.textAlign = "left";
    const direction = rtl ? "rtl" : "ltr";
    if (context.direction !== direction) context.direction = direction;
    context.font = font;
  }

  /** A canvas to measure with. @param {Style} style @param {number} size @param {boolean} rtl @returns {Context} */
  #prepare({ slant, weight, family, language }, size, rtl) {
    const font = `${slant}${weight}${size}px ${family}`;
    const now = this.#prepared;
    if (now && now.font === font && now.language === language && now.rtl === rtl) return now.context;
    const context = this.#context(this.#contexts, language);
    this.#set(context, font, rtl);
    this.#prepared = { font, language, rtl, context };
    return context;
  }

  /** Of the style's first font, CSS px. @param {number} id */
  fontMetrics(id) {
    const { slant, weight, size, family, language } = this.#styles[id];
    return this.metrics(`${slant}${weight}`, size, family, language);
  }

  /**
   * Ascent and descent of a list's first family, CSS px.
   * @param {string} style slant and weight, with a space behind each @param {number} size
   * @param {string} family @param {string} language @returns {[number, number]}
   */
  metrics(style, size, family, language) {
    const key = [style, family, language].join();
    let metrics = this.#metrics.get(key);
    if (!metrics) {
      metrics = metricsOf((wanted) => {
        const context = this.#context(this.#contexts, language);
        this.#set(context, `${style}${wanted}px ${family}`, false);
        this.#prepared = null;
        const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText("x");
        return [fontBoundingBoxAscent, fontBoundingBoxDescent];
      }, size);
      this.#metrics.set(key, metrics);
    }
    return metrics(size);
  }
  /** @type {Map<string, import("./font-metrics.js").Metrics>} by face */
  #metrics = new Map();

  /** The leading above a line's text, of what is spare in it. @param {number} spare CSS px @returns {number} */
  leading(spare) {
    const half = spare / 2;
    const [root] = this.#roots;
    // Of whole sizes it is half a px at most.
    if (Number.isInteger(spare) || !root) return Math.floor(half);
    this.#roundsLeading ??= roundsLeading(root);
    return this.#roundsLeading ? Math.floor(half) : half;
  }
  /** @type {boolean | undefined} not tried yet */
  #roundsLeading;

  /**
   * Advance, left, top, right, bottom of each, CSS px; where no ink is asked
   * for, the advance alone of what is assumed.
   * @param {Request[]} requests @param {boolean} ink @param {Float32Array} out
   */
  measure(requests, ink, out) {
    /** @type {Map<Face, number[]>} setting another font costs: one face after the other */
    const places = new Map();
    requests.forEach(({ style: id }, i) => {
      const style = this.#styles[id];
      style.face ??= this.#face(style, requests.flatMap(({ style: of, text }) => of === id ? [text] : []));
      const of = places.get(style.face);
      if (of) of.push(i);
      else places.set(style.face, [i]);
    });
    for (const [face, of] of places) {
      if (!ink) face.assume(of.flatMap((i) => requests[i].rtl ? [] : [requests[i].text]));
      for (const i of of) {
        const { style: id, text, rtl } = requests[i];
        const { size, tabular } = this.#styles[id];
        const metrics = face.metrics(text, rtl, ink);
        for (let at = 0; at < 5; ++at) out[i * 5 + at] = metrics[at] * size;
        if (!tabular || !digits.test(text)) continue;
        // A canvas has no `font-variant-numeric`.
        out[i * 5] = face.onGrid(text) * size;
        out[i * 5 + 3] = Math.max(out[i * 5 + 3], out[i * 5]);
      }
    }
    if (this.#drawn) this.#check();
  }

  /** Measures what is assumed, when there is time for it: neither the first paint nor a scroll nor a new width waits for it. */
  #check() {
    if (this.#checking || ![...this.#faces.values()].some((face) => face.assumes)) return;
    this.#checking = true;
    const check = () => {
      this.#checking = false;
      let left = checkedAtOnce;
      for (const face of this.#faces.values()) left -= face.check(left);
      this.#check();
    };
    // Safari has none.
    if ("requestIdleCallback" in window) requestIdleCallback(check);
    else setTimeout(check, 50);
  }

  /**
   * A text cut into words: a dictionary chosen by script finds those of Thai,
   * Lao, Khmer and Burmese. None before Firefox 125, which has no such service.
   * @param {string} text @returns {string[]}
   */
  words(text) {
    this.#segmenter ??= Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" });
    return this.#segmenter ? Array.from(this.#segmenter.segment(text), ({ segment }) => segment) : [];
  }

  /** @param {Context} context @param {Style} style @param {Job} job @param {number} x @param {number} y */
  #drawOnGrid(context, style, job, x, y) {
    style.face ??= this.#face(style, [job.text]);
    const cell = style.face.digit * style.size * job.scale;
    for (const c of job.text) {
      const isDigit = digits.test(c);
      const width = style.face.advance(c) * style.size * job.scale;
      context.fillText(c, isDigit ? x + (cell - width) / 2 : x, y);
      x += isDigit ? cell : width;
    }
  }

  /**
   * Draws jobs on a stage and hands each rectangle to `upload`.
   * @param {Job[]} jobs @param {Upload[]} uploads
   * @param {(canvas: HTMLCanvasElement, x: number, y: number, to: Upload) => void} upload
   */
  rasterise(jobs, uploads, upload) {
    this.#drawn = true;
    this.#check();
    const languages = this.#hasLang ? [""]
      : [...new Set(jobs.map((job) => this.#styles[job.style]?.language ?? ""))];
    // Every stage carries whole rectangles, so with several languages (only
    // where there is no `ctx.lang`) the rectangles are put together on one.
    const batches = batch(uploads);
    for (const { rects, width, height } of batches) {
      const pages = new Map();
      for (const rect of rects) pages.set(rect.to.page, [...(pages.get(rect.to.page) ?? []), rect]);
      const first = this.#stage(languages[0], width, height);
      for (const language of languages) {
        const stage = language === languages[0] ? first : this.#stage(language, width, height);
        this.#draw(stage, jobs, pages, languages.length > 1 ? language : null);
        if (stage !== first) first.drawImage(stage.canvas, 0, 0);
      }
      for (const { to, x, y } of rects) upload(first.canvas, x, y, to);
    }
  }

  /** A cleared stage. @param {string} language @param {number} width @param {number} height */
  #stage(language, width, height) {
    const stage = this.#context(this.#stages, language);
    const { canvas } = stage;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    } else {
      stage.clearRect(0, 0, canvas.width, canvas.height);
    }
    return stage;
  }

  /**
   * @param {Context} stage @param {Job[]} jobs
   * @param {Map<number, {x: number, y: number, to: Upload}[]>} pages
   * @param {string | null} only jobs in this language
   */
  #draw(stage, jobs, pages, only) {
    for (const job of jobs) {
      const at = pages.get(job.page)?.find(({ to }) => job.x >= to.x && job.y >= to.y &&
        job.x + job.width <= to.x + to.width && job.y + job.height <= to.y + to.height);
      if (!at) continue;
      const x = job.x - at.to.x + at.x;
      const y = job.y - at.to.y + at.y;
      if (!job.text) {
        stage.fillStyle = "#fff";
        stage.fillRect(x, y, job.width, job.height);
        continue;
      }
      const style = this.#styles[job.style];
      if (only !== null && style.language !== only) continue;
      if (this.#hasLang && stage.lang !== style.language) stage.lang = style.language;
      const font = `${style.slant}${style.weight}${style.size * job.scale}px ${style.family}`;
      this.#set(stage, font, job.rtl);
      stage.fillStyle = job.light ? "#fff" : "#000";
      if (style.tabular && digits.test(job.text))
        this.#drawOnGrid(stage, style, job, x + job.penX, y + job.penY);
      else stage.fillText(job.text, x + job.penX, y + job.penY);
    }
  }

  /** Gives back the stages' memory. */
  release() {
    for (const { canvas } of this.#stages.values()) canvas.width = canvas.height = 1;
  }
}
