/**
 * The core's text in a browser: measures shaped segments, and draws them into
 * the pages that the renderer keeps as textures.
 *
 * A canvas chooses the region's Han glyphs by `ctx.lang` (Chromium 136,
 * Firefox 151) or, before those, by the `lang` of the canvas element, which
 * then has to be in a document: one element a language, in the shadow root of
 * a widget that lives.
 *
 * @typedef {{em: number, uneven: boolean}} Face `em`: the advance of its ideographs in em, 0: not
 *   measured; `uneven`: they differ
 * @typedef {{font: string, family: string, weight: string, slant: string, language: string,
 *   size: number, tabular: boolean, digit: number, face: Face}} Style
 * @typedef {{style: number, text: string, rtl: boolean}} Request
 * @typedef {{style: number, text: string, rtl: boolean, light: boolean, page: number,
 *   x: number, y: number, width: number, height: number, penX: number, penY: number,
 *   scale: number}} Job
 * @typedef {{page: number, x: number, y: number, width: number, height: number}} Upload
 * @typedef {CanvasRenderingContext2D & {lang?: string}} Context
 */

const stageWidth = 2048;
const digits = /\d/;
const ideograph = /^\p{Script=Han}$/u;

export class TextHost {
  /** @type {Style[]} by number */
  #styles = [];
  /** @type {Map<string, Face>} by all of a style but its size */
  #faces = new Map();
  /** @type {Map<string, Context>} by language; "" where `ctx.lang` is had */
  #contexts = new Map();
  /** @type {Map<string, Context>} the same, for drawing */
  #stages = new Map();
  /** @type {Set<ShadowRoot>} of the widgets that live */
  #roots = new Set();
  /** @type {Intl.Segmenter | undefined} made when it is first needed */
  #segmenter;
  #hasLang = "lang" in CanvasRenderingContext2D.prototype;

  /** @param {() => void} uneven what was measured is wrong, and is to be forgotten after this task */
  constructor(uneven) {
    this.#uneven = uneven;
  }
  #uneven;

  /** A place for canvases, until `detach`. @param {ShadowRoot} root */
  attach(root) {
    this.#roots.add(root);
  }

  /** @param {ShadowRoot} root */
  detach(root) {
    this.#roots.delete(root);
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
    const font = `${slant}${weight}${size}px ${family}`;
    const name = [family, weight, slant, language].join("\n");
    const face = this.#faces.get(name) ?? { em: 0, uneven: false };
    this.#faces.set(name, face);
    this.#styles[id] = { font, family, weight, slant, language, size, tabular, digit: 0, face };
  }

  /** Fonts changed. */
  forget() {
    for (const style of this.#styles) if (style) style.digit = style.face.em = 0;
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
      canvas.lang = key;
      kept.set(key, (context = /** @type {Context} */ (canvas.getContext("2d"))));
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

  /** Of the style's first font, CSS px. @param {number} id @returns {[number, number]} */
  fontMetrics(id) {
    const style = this.#styles[id];
    const context = this.#context(this.#contexts, style.language);
    this.#set(context, style.font, false);
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText("x");
    return [fontBoundingBoxAscent, fontBoundingBoxDescent];
  }

  /**
   * Advance, left, top, right, bottom of each, CSS px; of an ideograph the
   * advance alone, where no ink is asked for.
   * @param {Request[]} requests @param {boolean} ink @param {Float32Array} out
   */
  measure(requests, ink, out) {
    // One language after the other: a change of it costs a look-up of fonts.
    const order = requests.flatMap((request, i) => !ink && this.#assume(request, out, i) ? [] : [i])
      .sort((a, b) => requests[a].style - requests[b].style || a - b);
    let last = -1;
    let lastRtl = false;
    /** @type {Context | undefined} */
    let context;
    for (const i of order) {
      const { style: id, text, rtl } = requests[i];
      const style = this.#styles[id];
      if (!context || id !== last || rtl !== lastRtl) {
        context = this.#context(this.#contexts, style.language);
        this.#set(context, style.font, rtl);
        last = id;
        lastRtl = rtl;
      }
      const metrics = context.measureText(text);
      if (ink && !rtl) this.#compare(style, text, metrics.width);
      const grid = style.tabular && digits.test(text) ? this.#gridWidth(context, style, text) : 0;
      out[i * 5] = grid || metrics.width;
      out[i * 5 + 1] = -metrics.actualBoundingBoxLeft;
      out[i * 5 + 2] = -metrics.actualBoundingBoxAscent;
      out[i * 5 + 3] = Math.max(metrics.actualBoundingBoxRight, grid);
      out[i * 5 + 4] = metrics.actualBoundingBoxDescent;
    }
  }

  /**
   * Ideographs of a font are as wide as each other: all but the first are
   * measured when they are drawn, and if one then differs, all are at once.
   * @param {Request} request @param {Float32Array} out @param {number} i where its numbers go
   * @returns {boolean} whether its advance is there
   */
  #assume({ style: id, text, rtl }, out, i) {
    const style = this.#styles[id];
    if (rtl || style.face.uneven || !ideograph.test(text)) return false;
    style.face.em ||= this.#measuring(style).measureText(text).width / style.size;
    out.fill(NaN, i * 5, i * 5 + 5);
    out[i * 5] = style.face.em * style.size;
    return true;
  }

  /** @param {Style} style @param {string} text @param {number} width as it was measured */
  #compare({ face, size }, text, width) {
    if (!face.em || face.uneven || Math.abs(width - face.em * size) < size / 100 || !ideograph.test(text)) return;
    face.uneven = true;
    this.#uneven();
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

  // A canvas has no `font-variant-numeric`: digits stand on a grid as wide as
  // the widest of them.

  /** @param {Context} context with the style's font @param {Style} style @param {string} text */
  #gridWidth(context, style, text) {
    style.digit ||= Math.max(...[..."0123456789"].map((d) => context.measureText(d).width));
    let width = 0;
    for (const c of text) width += digits.test(c) ? style.digit : context.measureText(c).width;
    return width;
  }

  /** @param {Context} context @param {Style} style @param {Job} job @param {number} x @param {number} y */
  #drawOnGrid(context, style, job, x, y) {
    this.#gridWidth(this.#measuring(style), style, job.text);
    const cell = style.digit * job.scale;
    for (const c of job.text) {
      const { width } = context.measureText(c);
      const isDigit = digits.test(c);
      context.fillText(c, isDigit ? x + (cell - width) / 2 : x, y);
      x += isDigit ? cell : width;
    }
  }

  /** @param {Style} style */
  #measuring(style) {
    const context = this.#context(this.#contexts, style.language);
    this.#set(context, style.font, false);
    return context;
  }

  /**
   * Draws jobs on a stage and hands each rectangle to `upload`.
   * @param {Job[]} jobs @param {Upload[]} uploads
   * @param {(canvas: HTMLCanvasElement, x: number, y: number, to: Upload) => void} upload
   */
  rasterise(jobs, uploads, upload) {
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

/**
 * Puts rectangles one under the other, in as few stages as 1024 rows hold.
 * @param {Upload[]} uploads
 */
function batch(uploads) {
  /** @type {{rects: {x: number, y: number, to: Upload}[], width: number, height: number}[]} */
  const batches = [];
  let x = 0;
  let row = 0;
  for (const to of uploads) {
    let last = batches.at(-1);
    if (last && x + to.width > stageWidth) {
      last.height += row;
      x = row = 0;
    }
    if (!last || last.height + to.height > 1024) {
      if (last) last.height += row;
      last = { rects: [], width: 0, height: 0 };
      batches.push(last);
      x = row = 0;
    }
    last.rects.push({ x, y: last.height, to });
    x += to.width;
    row = Math.max(row, to.height);
    last.width = Math.max(last.width, x);
    if (to === uploads.at(-1)) last.height += row;
  }
  return batches;
}
