// What a page tells of itself while it loads. Marks land in the trace; the product has none of its own.

/**
 * Runs before all scripts of a page. Marks: `wasm`, `text`, `photo`, `load`, `ready`; measures:
 * `webgl`. The console is told when the articles can be used and a photo is drawn.
 */
export function installProbes() {
  const mark = (/** @type {string} */ name) => {
    if (!performance.getEntriesByName(name, "mark").length) performance.mark(name);
  };
  const wanted = new Set(["ready", "photo"]);
  new PerformanceObserver((list) => {
    for (const { name, entryType } of list.getEntries()) wanted.delete(entryType === "element" ? "photo" : name);
    if (wanted.size) return;
    wanted.add("told");
    console.debug("bench: drawn");
  }).observe({ entryTypes: ["mark", "element"] });

  // The core can be called.
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]);
    /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...all) => {
      const made = await original.apply(WebAssembly, all);
      mark("wasm");
      return made;
    };
  }

  // WebGL's start: the calls in which a page may wait for the GPU process before its first draw.
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

  // A picture becomes a texture: it is in the next frame.
  const upload = prototype.texSubImage2D;
  prototype.texSubImage2D = function (/** @type {any[]} */ ...all) {
    upload.apply(this, all);
    const picture = all.at(-1);
    if (picture instanceof ImageBitmap && picture.width >= 300) mark("photo");
  };

  // What an article is drawn in goes to its canvas.
  const { transferFromImageBitmap } = ImageBitmapRenderingContext.prototype;
  ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (bitmap) {
    if (bitmap) mark("text");
    transferFromImageBitmap.call(this, bitmap);
  };

  let loaded = 0;
  addEventListener("article-load", () => {
    mark("load");
    loaded += 1;
    if (loaded === document.querySelectorAll("article-viewer").length) mark("ready");
  });
}
