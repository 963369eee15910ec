import { chooseView, failure } from "./choose-view.js";
import { announce, causeNumbers } from "./core-events.js";
import { Drawing } from "../drawing/drawing.js";
import { EnlargingLoader } from "../enlarged/enlarging-loader.js";
import { listenToLayer } from "../layer/layer-input.js";
import { ViewStyles } from "../layer/layer-styles.js";
import { Pictures } from "../drawing/pictures.js";
import { Placement } from "./placement.js";
import { SemanticLayer } from "../layer/semantic-layer.js";
import { Part, Role } from "../core/semantic-tree.js";
import { readStyle } from "./style-properties.js";
import { watchSurroundings } from "./surroundings.js";
import { coreSettings, describe, writeColors } from "./widget-settings.js";

/**
 * One widget: a viewer of the core, its canvas and its layer, between the
 * element and the page.
 *
 * @typedef {import("../element/attributes.js").Options} Options
 * @typedef {import("../element/document-source.js").DocumentText} DocumentText
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core.js").Loaded} Loaded
 * @typedef {import("../element/document-source.js").Reason} Reason
 * @typedef {{element: HTMLElement, root: ShadowRoot, signal: AbortSignal,
 *   code: Promise<WebAssembly.Module>,
 *   options: () => Options, words: () => Record<string, string>, language: () => string,
 *   dark: () => boolean,
 *   emit: (type: string, detail: object, cancelable?: boolean) => boolean,
 *   styleSheet: import("../layer/layer-styles.js").MakeSheet, reveal: () => void,
 *   viewChanged: (headline: string | null) => void,
 *   fail: (reason: Reason, message: string) => void}} Host
 */

/**
 * Shows a document.
 * @param {Host} host @param {DocumentText} text
 * @returns {Promise<{widget: Widget, headline: string, problems: Loaded["problems"]}>}
 */
export async function openWidget(host, text) {
  const { page, view } = await chooseView(host);
  await page.turn();
  if (host.signal.aborted) throw failure("network", "overtaken");
  const widget = new Widget(page, host, view);
  if (view === "plain") await widget.styled();
  const loaded = host.signal.aborted ? null : widget.load(text);
  if (!loaded || loaded.refusal) {
    widget.destroy();
    if (!loaded) throw failure("network", "overtaken");
    throw failure(loaded.refusal === 1 ? "json" : "document", loaded.message, loaded.problems);
  }
  if (view === "canvas") await painted();
  widget.addLayer();
  return { widget, headline: loaded.headline, problems: loaded.problems };
}

/** A place that no part of a widget is near, CSS px of its content. */
const nowhere = -1e6;

export class Widget {
  /** @type {"canvas" | "plain"} */
  view;
  #chosenView;
  #page;
  #host;
  #viewer;
  #layer;
  #pictures;
  #styles;
  #frame = element("div", "view");
  #content = element("div", "content drawn");
  #probe = element("div", "probe");
  #end = new AbortController();
  #destroyed = false;

  #place = new Placement();
  #drawing;
  #near = true;

  // What was written.
  #configured = "";
  #height = 0;
  #drawnHeight = -1;
  #version = 0;  // of the semantic tree
  /** @type {SemanticNode[]} */
  #nodes = [];
  /** @type {Map<number, SemanticNode>} by key */
  #known = new Map();
  /** @type {Loaded | null} */
  #loaded = null;
  #started = false;
  #layered = false;
  #completed = false;
  #wakeTimer = 0;
  /** Why the layer shows itself in place of the drawing. @type {Set<string>} */
  #yields = new Set();
  /** @type {() => void} to be called after writing into the layer */
  #wroteLayer = () => {};
  #enlarging;
  /** @type {() => void} */
  #attachWheel;

  /** @param {import("./page.js").Page} page @param {Host} host @param {"canvas" | "plain"} view */
  constructor(page, host, view) {
    this.#page = page;
    this.#host = host;
    this.view = this.#chosenView = view;
    this.#viewer = page.core.createViewer();
    this.#layer = new SemanticLayer((language) => page.core.defaultFamily(language));
    this.#pictures = new Pictures({
      image: (picture) => this.#layer.imageOf(picture),
      crossOrigin: () => host.options().crossOrigin,
      referrerPolicy: () => host.options().referrerPolicy,
      texture: (bitmap) => page.presenter?.renderer.createPicture(bitmap) ?? 0,
      release: (texture) => page.presenter?.renderer.deleteTexture(texture),
      ready: ({ picture, generation }, texture, width, height) =>
        this.#tell((core) => core.pictureReady(this.#viewer, picture, generation, texture, width, height)),
      failed: ({ picture, generation }) =>
        this.#tell((core) => core.pictureFailed(this.#viewer, picture, generation)),
      shownByHost: ({ picture, generation }) =>
        this.#tell((core) => core.pictureShownByHost(this.#viewer, picture, generation)),
    });
    this.#probe.setAttribute("aria-hidden", "true");
    this.#content.append(this.#layer.element);
    this.#drawing = new Drawing(page, this.#viewer, this.#place, this.#layer.element);
    this.#frame.append(this.#probe, this.#content);
    this.#enlarging = new EnlargingLoader(() => ({
      core: page.core,
      viewer: this.#viewer,
      layer: this.#layer,
      nodes: () => this.#nodes,
      loaded: /** @type {Loaded} */ (this.#loaded),
      host,
      showPhoto: (photo, cause) => { this.#goTo(photo, causeNumbers[cause]); },
    }));
    const { root } = host;
    this.#styles = new ViewStyles(root, host.styleSheet);
    root.append(this.#frame);
    page.text?.attach(root);
    page.join(this);
    this.#applyView();
    this.#attachWheel = this.#listen();
  }

  // ---- what the element asks

  /** The layer can show itself. */
  async styled() {
    await this.#styles.loadFlow();
  }

  /** Reads a document, lays it out and draws it, at once and without its layer. @param {DocumentText} text @returns {Loaded} */
  load(text) {
    const { core } = this.#page;
    this.read();
    this.#configure();
    const loaded = core.loadDocument(this.#viewer, text.bytes, text.base);
    if (loaded.refusal) return loaded;
    this.#loaded = loaded;
    this.#describe();
    this.#host.reveal();
    this.read();  // without the fallback the element may have another width
    this.#layOut();
    this.read();  // and with the article's height more of it is seen
    this.write(performance.now());
    return loaded;
  }

  /** What it takes to read, find and use the article that `load` has drawn. */
  addLayer() {
    this.#layered = true;
    if (!this.#destroyed) this.write(performance.now());
  }

  /** The load is told of: events may follow it. */
  start() {
    this.#started = true;
    this.#observe();
    this.#drain();
    if (this.view === "canvas") whenIdle(() => this.#complete());
    this.#requestFrame();
  }

  /** What readers don't see at once is made when what they see has been painted. */
  #complete() {
    if (this.#destroyed) return;
    this.#completed = true;
    this.#drawing.drawWhole();
    this.#requestFrame();
    void this.#prepareToYield();
  }

  /** What it takes to yield is fetched when the article stands. */
  async #prepareToYield() {
    const { watchYielding } = await import("../layer/yielding.js");
    await this.#styles.loadFlow();
    if (this.#destroyed) return;
    this.#wroteLayer = watchYielding(this.#layer.element,
      (cause, holds) => this.#yield(cause, holds), this.#end.signal);
  }

  /** Options, words or style changed. */
  configure() {
    this.#configured = "";
    this.#requestFrame();
  }

  /** @param {string} id @param {"rankings" | "comments"} part @returns {boolean} whether there is one */
  selectTab(id, part) {
    const number = Part[part];
    if (number === undefined) return false;
    const found = this.#page.core.selectTab(this.#viewer, number, id, causeNumbers.script);
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {boolean} whether there is one */
  showPhoto(index) {
    if (!this.#hasPhoto(index)) return false;
    return this.#goTo(index, causeNumbers.script);
  }

  /** @param {number} index @param {number} cause */
  #goTo(index, cause) {
    const found = this.#page.core.showPhoto(this.#viewer, index, cause, performance.now());
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {Promise<boolean>} whether there is one */
  async openPhoto(index) {
    return this.#hasPhoto(index) && await this.#enlarging.open(Part.gallery, index);
  }

  async closePhoto() {
    await this.#enlarging.close();
  }

  /** @param {number} index */
  #hasPhoto(index) {
    return this.#nodes.some((node) => node.role === Role.Slide && node.argument === index);
  }

  /** @returns {Promise<Blob>} */
  async toBlob() {
    const { core, presenter } = this.#page;
    core.setNear(this.#viewer, 0, this.#height);
    this.#drain();
    await this.#pictures.settled();
    if (this.#destroyed || !presenter)
      throw new DOMException("the article is gone", "InvalidStateError");
    this.#flush();
    const { drawBlob } = await import("../drawing/to-blob.js");
    if (this.#destroyed) throw new DOMException("the article is gone", "InvalidStateError");
    const blob = drawBlob(core, presenter, this.#viewer, this.#nodes, this.#place.deviceWidth, this.#height,
      this.#place.ratio);
    this.#drawing.invalidate();
    this.#requestFrame();
    return blob;
  }

  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#end.abort();
    clearTimeout(this.#wakeTimer);
    this.#enlarging.remove();
    this.#pictures.destroy();
    this.#page.core.destroyViewer(this.#viewer);
    this.#drawing.release();
    this.#frame.remove();
    this.#styles.remove();
    this.#page.text?.detach(this.#host.root);
    this.#page.leave(this);
  }

  /** For tests. */
  get internals() {
    const { core, presenter } = this.#page;
    return {
      framesDrawn: presenter?.renderer.framesDrawn ?? 0,
      textures: presenter?.renderer.textureCount ?? 0,
      gl: presenter?.renderer.gl,
      stats: core.stats(),
      completed: this.#completed || this.view === "plain",
      memory: core.memory.byteLength,
      window: this.#drawing.window,
      /** How far each strip is drawn from its place. */
      offsets: core.versions(this.#viewer).scrollers.map(({ offset }) => offset),
      /** Each text with its element and its segments as they are drawn. */
      texts: () => this.#nodes.filter((node) => node.text).map((node) => ({
        node, element: this.#layer.elementOf(node.key), segments: core.segments(this.#viewer, node.index),
      })),
    };
  }

  // ---- what the page asks, frame by frame

  /** Reads sizes and places. */
  read() {
    this.#place.read(this.#host.element, this.#content);
  }

  /** Writes what changed, and draws. @param {number} now */
  write(now) {
    if (this.#destroyed || !this.#loaded) return;
    const { core } = this.#page;
    this.#configure();
    this.#layOut();
    if (this.view === "plain") core.setNear(this.#viewer, 0, this.#height);  // it shows all pictures
    else if (!this.#page.presenter?.renderer.lost) this.#draw(now);
    if (!this.#layered) return;
    this.#updateLayer();
    if (this.#started) this.#drain();
    else this.#takeRequests();
    if (!this.#destroyed) this.#plan();
  }

  #layOut() {
    this.#height = this.#page.core.layout(this.#viewer);
    if (this.#height === this.#drawnHeight) return;
    this.#drawnHeight = this.#height;
    this.#content.style.setProperty("--height", `${this.#height}px`);
  }

  fit() {
    if (this.#destroyed) return;
    if (this.view === "canvas") {
      if (this.#completed) this.#layer.fit();
    }
    else if (this.#started) this.#tellSize();
  }

  /** In flow the browser knows the height, not the core. */
  #tellSize() {
    const { width, height } = this.#content.getBoundingClientRect();
    const size = `${width} ${height}`;
    if (size === this.#flowSize) return;
    this.#flowSize = size;
    this.#host.emit("article-resize", { width, height });
  }
  #flowSize = "";

  fontsChanged() {
    this.#layer.refit();
    this.#requestFrame();
  }

  contextLost() {
    this.#pictures.texturesLost();
    this.#drawing.invalidate();
    this.#requestFrame();
  }

  /** The context is lost for good: the drawing yields to the layer. */
  contextGone() {
    if (this.view === "plain") return;
    const message = "WebGL was lost and did not come back";
    if (this.#host.options().view === "canvas") {
      this.#host.fail("webgl", message);
      return;
    }
    this.#host.emit("article-error", { reason: "webgl", message });
    this.#pictures.texturesLost();
    this.#yield("context", true);
    this.#host.viewChanged(this.#loaded?.headline ?? "");
  }

  /**
   * The layer shows itself, as HTML in flow, as long as there is a cause.
   * @param {import("../layer/yielding.js").Cause | "context"} cause @param {boolean} holds
   */
  #yield(cause, holds) {
    if (holds) this.#yields.add(cause);
    else this.#yields.delete(cause);
    const view = this.#yields.size ? "plain" : "canvas";
    if (this.#destroyed || view === this.view || this.#chosenView === "plain") return;
    this.view = view;
    if (view === "plain") this.#drawing.release();
    this.#configured = "";
    this.#layer.refit();
    this.#applyView();
    this.#host.viewChanged(null);
    this.#requestFrame();
  }

  // ---- inside

  #applyView() {
    const plain = this.view === "plain";
    this.#content.classList.toggle("drawn", !plain);
    this.#styles.show(plain);
  }

  #requestFrame() {
    if (!this.#destroyed) this.#page.requestFrame(this);
  }

  /** Does at once what a frame would do. */
  #flush() {
    if (this.#destroyed) return;
    this.read();
    this.write(performance.now());
    this.#page.fitLater([this]);
  }

  /** @param {(core: import("../core/core.js").Core) => void} call */
  #tell(call) {
    if (this.#destroyed) return;
    call(this.#page.core);
    this.#requestFrame();
  }

  /** Hands settings to the core where they differ from what it has. */
  #configure() {
    const key = `${this.#place.width} ${this.#place.ratio}`;
    if (this.#configured === key) return;
    this.#configured = key;
    const style = readStyle(this.#probe, this.#host.dark());
    const settings = coreSettings(this.#host, style, this.#place, this.view === "plain");
    writeColors(this.#content.style, this.#page.core.configure(this.#viewer, settings), style);
    this.#style = style;
    this.#describe();
  }
  /** @type {import("./style-properties.js").Style | null} */
  #style = null;

  #describe() {
    if (!this.#loaded || !this.#style) return;
    describe(this.#page.core, this.#viewer, this.#layer, this.#content.style, this.#loaded,
      this.#host.options().linkTarget, this.#style);
  }

  /** @param {number} now */
  #draw(now) {
    this.#holdAutoplay();
    if (this.#near) {
      this.#drawing.draw(this.#height, now);
      return;
    }
    this.#drawing.release();
    this.#page.core.setNear(this.#viewer, nowhere, 1);  // its pictures are given back too
  }

  /** Autoplay waits where nobody looks, and while a pointer is on the gallery. */
  #holdAutoplay() {
    if (this.#destroyed || this.view !== "canvas" || !this.#host.options().autoplay) return;
    const { core } = this.#page;
    const [strip] = core.versions(this.#viewer).scrollers;
    const { top, bottom } = this.#place.visible;
    const seen = document.visibilityState === "visible" && strip.y < bottom && strip.y + strip.height > top;
    const used = this.#host.root.querySelector(".carousel:is(:hover, :active), dialog[open]");
    core.autoplay(this.#viewer, seen && !used ? 0 : 1);
  }

  /** Pictures that are not shown load all the same, for print and for find. */
  #offerPictures() {
    for (const [image, url] of this.#layer.waitingImages()) this.#pictures.offer(image, url);
  }

  #updateLayer() {
    const { core } = this.#page;
    const { version, scrollers } = core.versions(this.#viewer);
    if (version !== this.#version) {
      this.#nodes = core.semantics(this.#viewer, this.#version, this.#known);
      this.#version = version;
      this.#layer.update(this.#nodes, scrollers);
      this.#wroteLayer();
      this.#attachWheel();
    }
    if (this.view === "canvas") this.#layer.scroll(scrollers);
    else this.#offerPictures();
  }

  #takeRequests() {
    for (const request of this.#page.core.takeRequests(this.#viewer))
      this.#pictures.take(request, this.view === "canvas");
  }

  /** Does what the core asks for. */
  #drain() {
    this.#takeRequests();
    for (const event of this.#page.core.takeEvents(this.#viewer)) {
      if (this.#destroyed) return;
      announce(event, {
        emit: this.#host.emit,
        drawn: this.view === "canvas",
        enlarge: (part, index) => this.#enlarging.open(part, index),
      });
    }
  }

  /** Asks for the next frame where one is wanted. */
  #plan() {
    const { core, presenter } = this.#page;
    clearTimeout(this.#wakeTimer);
    if (this.view !== "canvas" || !this.#near || presenter?.renderer.lost) return;
    if (this.#drawing.unfinished || core.needsFrame(this.#viewer)) this.#requestFrame();
    const wake = core.wakeAt(this.#viewer);
    if (wake >= 0)
      this.#wakeTimer = window.setTimeout(() => this.#wake(), Math.max(0, wake - performance.now()));
  }

  #wake() {
    this.#drawing.invalidate();  // the core says so by time, not by `needsFrame`
    this.#requestFrame();
  }

  // ---- listening

  /** @returns {() => void} to be called when the layer has new elements */
  #listen() {
    return listenToLayer({
      layer: this.#layer,
      core: this.#page.core,
      viewer: this.#viewer,
      nodes: () => this.#nodes,
      drawn: () => this.view === "canvas",
      tell: (call) => this.#tell(call),
      act: (call) => {
        if (this.#destroyed) return;
        call();
        this.#drain();
        this.#requestFrame();
      },
      follow: ({ url, kind }) => this.#host.emit("article-navigate", { url, kind }, true),
    }, this.#end.signal);
  }

  /** Watches size, place, style and sharpness. */
  #observe() {
    watchSurroundings({
      element: this.#host.element,
      content: this.#content,
      probe: this.#probe,
      changed: () => this.#requestFrame(),
      restyled: () => this.configure(),
      scrolled: () => { if (this.#near) this.#requestFrame(); },
      nearer: (near) => {
        this.#near = near;
        this.#requestFrame();
      },
      sized: (width, deviceWidth) => {
        if (this.#place.size(width, deviceWidth)) this.#drawing.invalidate();
        this.#requestFrame();
      },
      pinched: (scale) => {
        if (this.#place.pinch(scale)) this.#requestFrame();
      },
    }, this.#end.signal);
    document.addEventListener("visibilitychange", () => {
      if (!this.#host.options().autoplay) return;
      this.#holdAutoplay();
      this.#requestFrame();
    }, { signal: this.#end.signal });
    window.addEventListener("beforeprint", () => {
      this.#offerPictures();
      // Not each browser loads for print what it would load when it is near.
      for (const image of this.#layer.element.querySelectorAll("img")) image.loading = "eager";
    }, { signal: this.#end.signal });
  }
}

/** A frame has been painted; in a page that is not shown nothing is. */
function painted() {
  return Promise.race([
    new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
    new Promise((done) => setTimeout(done, 100)),
  ]);
}

/** @param {() => void} call not where the reader waits for something else, but within half a second */
function whenIdle(call) {
  // Safari has none.
  if ("requestIdleCallback" in window) requestIdleCallback(call, { timeout: 500 });
  else setTimeout(call, 50);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} className @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, className) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}
