// What a page tells of itself while it loads. Marks land in the trace; the product has none of its own.
//
// Each probe is a function that runs before all scripts of the page and knows nothing but what it is given.

/**
 * @typedef {(name: string) => void} Mark sets a mark the first time that it is called by its name
 * @typedef {{script: boolean, marks: string[]}} Wanted whether the page has a script; marks, each any of some
 */

/** The core can be called: `wasm`. @param {Mark} mark */
function probeCore(mark) {
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]);
    /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...all) => {
      const made = await original.apply(WebAssembly, all);
      mark("wasm");
      return made;
    };
  }
}

/** WebGL's start, measured as `webgl`: the calls in which a page may wait for the GPU process before its first draw. */
function probeWebgl() {
  /** @template Result @param {() => Result} call @returns {Result} */
  const timed = (call) => {
    const start = performance.now();
    const result = call();
    performance.measure("webgl", { start, end: performance.now() });
    return result;
  };
  for (const owner of [OffscreenCanvas.prototype, HTMLCanvasElement.prototype]) {
    const original = /** @type {any} */ (owner.getContext);
    /** @type {any} */ (owner).getContext = function (/** @type {any[]} */ ...all) {
      const get = () => original.apply(this, all);
      return String(all[0]).startsWith("webgl") ? timed(get) : get();
    };
  }
  const prototype = /** @type {any} */ (WebGL2RenderingContext.prototype);
  for (const name of ["getParameter", "compileShader", "linkProgram", "useProgram", "getUniformLocation"]) {
    const original = prototype[name];
    prototype[name] = function (/** @type {any[]} */ ...all) {
      return timed(() => original.apply(this, all));
    };
  }
  // A surface that gets another size gets other buffers.
  for (const name of ["width", "height"]) {
    const { get, set } = /** @type {Required<PropertyDescriptor>} */ (
      Object.getOwnPropertyDescriptor(OffscreenCanvas.prototype, name));
    Object.defineProperty(OffscreenCanvas.prototype, name, {
      get,
      set(value) {
        timed(() => set.call(this, value));
      },
    });
  }
}

/** What the drawing brings to a canvas of the page: `drawn text`, `drawn photo`. @param {Mark} mark */
function probeDrawing(mark) {
  // A picture becomes a texture: it is in the next frame.
  const prototype = /** @type {any} */ (WebGL2RenderingContext.prototype);
  const upload = prototype.texSubImage2D;
  prototype.texSubImage2D = function (/** @type {any[]} */ ...all) {
    upload.apply(this, all);
    const picture = all.at(-1);
    if (picture instanceof ImageBitmap && picture.width >= 300) mark("drawn photo");
  };

  // What an article is drawn in goes to its canvas, as a bitmap or as a copy.
  const { transferFromImageBitmap } = ImageBitmapRenderingContext.prototype;
  ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (/** @type {ImageBitmap | null} */ bitmap) {
    if (bitmap) mark("drawn text");
    transferFromImageBitmap.call(this, bitmap);
  };
  const flat = /** @type {any} */ (CanvasRenderingContext2D.prototype);
  const { drawImage } = flat;
  flat.drawImage = function (/** @type {any[]} */ ...all) {
    // Letters on their way to the atlas come from elements.
    if (this.canvas.isConnected && (all[0] instanceof OffscreenCanvas || all[0] instanceof ImageBitmap)) mark("drawn text");
    drawImage.apply(this, all);
  };
}

/**
 * A photo that the layer shows itself: `layer photo`, when it can be painted. It looks in a frame, where layout is due
 * anyway, after each photo that has loaded and when all is whole.
 * @param {Mark} mark
 */
function probeLayer(mark) {
  /** @type {Set<HTMLImageElement>} */
  const photos = new Set();
  const known = () => ["drawn photo", "layer photo"].some((name) => performance.getEntriesByName(name).length);
  /** @param {HTMLImageElement} photo */
  const isSeen = (photo) => {
    const { top, bottom, width } = photo.getBoundingClientRect();
    return width >= 300 && top < innerHeight && bottom > 0 &&
      photo.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const look = () => requestAnimationFrame(() => {
    if (!known() && [...photos].some(isSeen)) mark("layer photo");
  });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
    const root = attachShadow.call(this, options);
    root.addEventListener("load", ({ target }) => {
      if (!(target instanceof HTMLImageElement) || known()) return;
      photos.add(target);
      look();
    }, { capture: true });
    return root;
  };
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("whole").length) look();
  }).observe({ type: "mark" });
}

/** A page without script is ready when it has loaded. @param {Mark} mark @param {Wanted} wanted */
function probeText(mark, { script }) {
  if (!script) addEventListener("load", () => mark("ready"));
}

/** When articles can be used (`load` the first, `ready` all) and are made to their end (`whole`). @param {Mark} mark */
function probeArticles(mark) {
  let loaded = 0;
  addEventListener("article-load", () => {
    mark("load");
    loaded += 1;
    if (loaded === document.querySelectorAll("article-viewer").length) mark("ready");
  });
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  const observer = new PerformanceObserver(async (list) => {
    if (!list.getEntriesByName("ready").length) return;
    observer.disconnect();
    const viewers = /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")]);
    if (viewers.some((viewer) => "updateComplete" in viewer)) {
      await Promise.all(viewers.map((viewer) => viewer.updateComplete));
    } else {
      // What waits for an idle page has its turn in the first, what that asked for before the second.
      await idle();
      await idle();
    }
    mark("whole");
  });
  observer.observe({ type: "mark", buffered: true });
}

/** What the browser itself reports of the load; read by `vitals` of load-numbers.js. */
function probeVitals() {
  const vitals = { fcp: NaN, lcp: NaN, lcpPrerendered: false, shift: 0, tasks: /** @type {number[][]} */ ([]) };
  /** @type {Record<string, (entry: any) => void>} */
  const readers = {
    "paint": ({ name, startTime }) => { if (name === "first-contentful-paint") vitals.fcp = startTime; },
    "largest-contentful-paint": ({ startTime, element }) => {
      vitals.lcp = startTime;
      vitals.lcpPrerendered = Boolean(element?.closest(".article-viewer-prerendered"));
    },
    "layout-shift": ({ value, hadRecentInput }) => { if (!hadRecentInput) vitals.shift += value; },
    "longtask": ({ startTime, duration }) => { vitals.tasks.push([startTime, duration]); },
  };
  for (const [type, read] of Object.entries(readers))
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true });
  /** @type {any} */ (globalThis)[Symbol.for("bench.vitals")] = vitals;
}

/** Tells the console when all that is wanted has come. @param {Mark} _ @param {Wanted} wanted */
function probeEnd(_, { marks }) {
  const open = new Set(marks);
  new PerformanceObserver((list) => {
    for (const { name, entryType } of list.getEntries())
      for (const want of open) if (want.split(" or ").includes(entryType === "element" ? "lead" : name)) open.delete(want);
    if (open.size) return;
    open.add("told");
    console.debug("bench: drawn");
  }).observe({ entryTypes: ["mark", "element"] });
}

/** @param {string} name */
function markOnce(name) {
  if (!performance.getEntriesByName(name, "mark").length) performance.mark(name);
}

const probes = [probeCore, probeWebgl, probeDrawing, probeLayer, probeText, probeArticles, probeVitals, probeEnd];

/**
 * The script that installs all probes. The console is told `bench: drawn` when the page is made to its end.
 * @param {import("./pages.js").AnyKind} kind
 */
export function probeScript(kind) {
  /** @type {Wanted} */
  const wanted = { script: kind !== "text", marks: ["whole", ...kind === "canvas" ? [] : ["drawn photo or layer photo or lead"]] };
  return `{ ${markOnce}\n${probes.map((probe) => `(${probe})(markOnce, ${JSON.stringify(wanted)});`).join("\n")} }`;
}
