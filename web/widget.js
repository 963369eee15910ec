import { chooseWindow, windowAround } from "./canvas-window.js";
import { chooseView, failure } from "./choose-view.js";
import { listenToLayer } from "./layer-input.js";
import { ViewStyles } from "./layer-styles.js";
import { Pictures } from "./pictures.js";
import { Placement } from "./placement.js";
import { SemanticLayer } from "./semantic-layer.js";
import { linkKinds, Part, Role } from "./semantic-tree.js";
import { readStyle, toCss } from "./style-properties.js";
import { watchSurroundings } from "./surroundings.js";

/**
 * One widget: a viewer of the core, its canvas and its layer, between the
 * element and the page.
 *
 * @typedef {import("./attributes.js").Options} Options
 * @typedef {import("./document-source.js").DocumentText} DocumentText
 * @typedef {import("./semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./core.js").CoreEvent} CoreEvent
 * @typedef {import("./core.js").Loaded} Loaded
 * @typedef {import("./document-source.js").Reason} Reason
 * @typedef {{element: HTMLElement, root: ShadowRoot, signal: AbortSignal,
 *   options: () => Options, words: () => Record<string, string>, language: () => string,
 *   emit: (type: string, detail: object, cancelable?: boolean) => boolean,
 *   styleSheet: import("./layer-styles.js").MakeSheet, reveal: () => void,
 *   viewChanged: (headline: string | null) => void,
 *   fail: (reason: Reason, message: string) => void}} Host
 */

/** Number of a core event's kind (viewer::Event::Kind). */
const EventKind = { Resize: 0, Tab: 1, Photo: 2, PhotoOpen: 3, Navigate: 4 };
const causeNumbers = { user: 0, script: 1, autoplay: 2 };
const partNames = ["card", "gallery", "rankings", "comments"];
const paletteNames = ["paper", "panel", "text", "secondary", "line", "control", "accent", "link"];
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
  return { widget, headline: loaded.headline, problems: loaded.problems };
}

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
  #canvas = element("canvas", "");
  /** Stands over the carousel while that alone moves: a few pixels instead of all. */
  #strip = element("canvas", "");
  #probe = element("div", "probe");
  #end = new AbortController();
  #destroyed = false;

  #place = new Placement();
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
  /** @type {import("./canvas-window.js").CanvasWindow | null} */
  #window = null;
  /** @type {Loaded | null} */
  #loaded = null;
  #started = false;
  #wakeTimer = 0;
  /** Why the layer shows itself in place of the drawing. @type {Set<string>} */
  #yields = new Set();
  /** @type {() => void} to be called after writing into the layer */
  #wroteLayer = () => {};
  /** @type {Promise<import("./enlarging.js").Enlarging> | null} */
  #enlarging = null;
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
    for (const canvas of [this.#canvas, this.#strip]) canvas.setAttribute("aria-hidden", "true");
    this.#probe.setAttribute("aria-hidden", "true");
    this.#content.append(this.#canvas, this.#layer.element);
    this.#frame.append(this.#probe, this.#content);
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

  /** Reads a document, lays it out and draws it, at once. @param {DocumentText} text @returns {Loaded} */
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
    this.write(performance.now());
    this.fit();
    return loaded;
  }

  /** The load is told of: events may follow it. */
  start() {
    this.#started = true;
    this.#observe();
    if (this.view === "canvas") void this.#prepareToYield();
    this.#drain();
    this.#requestFrame();
  }

  /** What it takes to yield is fetched when the article stands. */
  async #prepareToYield() {
    const { watchYielding } = await import("./yielding.js");
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
    return this.#hasPhoto(index) && await this.#enlarge(Part.gallery, index);
  }

  async closePhoto() {
    (await this.#enlarging)?.close();
  }

  /** @param {number} part @param {number} index as the core tells them @returns {Promise<boolean>} */
  async #enlarge(part, index) {
    this.#enlarging ??= import("./enlarging.js").then(({ Enlarging }) => Enlarging.make({
      core: this.#page.core,
      viewer: this.#viewer,
      layer: this.#layer,
      nodes: () => this.#nodes,
      loaded: /** @type {Loaded} */ (this.#loaded),
      host: this.#host,
      showPhoto: (photo, cause) => { this.#goTo(photo, causeNumbers[cause]); },
    }));
    this.#enlarging.catch(() => { this.#enlarging = null; });  // so that it can be tried again
    const enlarging = await this.#enlarging;
    return !this.#destroyed && enlarging.open(part, index);
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
    const { drawBlob } = await import("./to-blob.js");
    if (this.#destroyed) throw new DOMException("the article is gone", "InvalidStateError");
    const blob = drawBlob(core, presenter, this.#viewer, this.#nodes, this.#place.deviceWidth, this.#height,
      this.#place.ratio);
    this.#window = null;
    this.#requestFrame();
    return blob;
  }

  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#end.abort();
    clearTimeout(this.#wakeTimer);
    void this.#enlarging?.then((enlarging) => enlarging.remove());
    this.#pictures.destroy();
    this.#page.core.destroyViewer(this.#viewer);
    this.#releasePixels();
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
      memory: core.memory.byteLength,
      window: this.#window,
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
    this.#height = core.layout(this.#viewer);
    if (this.#height !== this.#drawnHeight) {
      this.#drawnHeight = this.#height;
      this.#content.style.setProperty("--height", `${this.#height}px`);
    }
    if (this.view === "canvas") this.#draw(now);
    else this.#page.core.setNear(this.#viewer, 0, this.#height);  // it shows all pictures
    this.#updateLayer();
    if (this.#started) this.#drain();
    else this.#takeRequests();
    if (!this.#destroyed) this.#plan();
  }

  fit() {
    if (this.#destroyed) return;
    if (this.view === "canvas") this.#layer.fit();
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
    this.#window = null;
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
   * @param {import("./yielding.js").Cause | "context"} cause @param {boolean} holds
   */
  #yield(cause, holds) {
    if (holds) this.#yields.add(cause);
    else this.#yields.delete(cause);
    const view = this.#yields.size ? "plain" : "canvas";
    if (this.#destroyed || view === this.view || this.#chosenView === "plain") return;
    this.view = view;
    if (view === "plain") this.#releasePixels();
    this.#window = null;
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
    this.fit();
  }

  /** @param {(core: import("./core.js").Core) => void} call */
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
    const options = this.#host.options();
    const style = readStyle(this.#probe, options.theme);
    const palette = this.#page.core.configure(this.#viewer, {
      ...style,
      // In flow nothing moves: a photo is changed at once.
      reducedMotion: style.reducedMotion || this.view === "plain",
      autoplay: (options.autoplay ?? 0) * 1000,
      width: this.#place.width,
      ratio: this.#place.ratio,
      headingLevel: options.headingLevel,
      parts: options.parts.map((part) => Part[part]),
      pageLanguage: this.#host.language(),
      pageUrl: document.URL.replace(/#.*/, ""),
      words: this.#host.words(),
    });
    const { style: css } = this.#content;
    paletteNames.forEach((name, i) => css.setProperty(`--${name}`, toCss(palette[i])));
    css.setProperty("--radius", `${style.radius}px`);
    css.setProperty("--line-height", style.lineHeight ? String(style.lineHeight) : "initial");
    this.#fonts = { own: style.font, headline: style.headlineFont };
    this.#window = null;
    if (this.#loaded) this.#describe();
  }
  #fonts = { own: "", headline: "" };

  #describe() {
    const { core } = this.#page;
    const { language, rtl } = /** @type {Loaded} */ (this.#loaded);
    const word = (/** @type {string} */ key) => core.word(this.#viewer, key);
    this.#layer.describe(language, rtl, { carousel: word("carousel"), slide: word("slide") },
      this.#host.options().linkTarget, this.#fonts.own);
    const font = this.#fonts.own || core.defaultFamily(language);
    this.#content.style.setProperty("--font", font);
    this.#content.style.setProperty("--headline-font", this.#fonts.headline || font);
    this.#layer.refit();
  }

  /** @param {number} now */
  #draw(now) {
    const { core, presenter } = this.#page;
    if (!presenter || presenter.renderer.lost) return;
    this.#holdAutoplay();
    if (!this.#near) {
      this.#releasePixels();
      this.#window = null;
      return;
    }
    const { visible: { top, bottom }, viewport, deviceWidth, ratio } = this.#place;
    const visible = {
      top: Math.min(Math.max(0, top), Math.max(0, this.#height - 1)),
      bottom: Math.min(this.#height, Math.max(bottom, 1)),
    };
    visible.bottom = Math.max(visible.bottom, visible.top + 1);
    // In a pinched page less is seen, at more pixels: so is the margin.
    const chosen = chooseWindow(this.#window, visible, viewport * devicePixelRatio / ratio, deviceWidth,
      this.#height, ratio, presenter.renderer.maxTextureSize);
    const moved = chosen !== this.#window;
    if (moved) core.setNear(this.#viewer, visible.top - viewport, visible.bottom - visible.top + 2 * viewport);
    const due = core.needsFrame(this.#viewer);
    if (!moved && !due) return;
    if (!moved && due === 2 && this.#drawStrip(chosen, now)) return;
    this.#window = chosen;
    const frame = core.frame(this.#viewer, chosen.top / ratio, chosen.width, chosen.height, now);
    presenter.present(this.#canvas, frame, chosen.width, chosen.height);
    this.#endStrip();
    if (moved) this.#put(this.#canvas, chosen);
  }

  /**
   * @param {import("./canvas-window.js").CanvasWindow} all what the canvas covers
   * @param {number} now @returns {boolean} whether the strip is in it
   */
  #drawStrip(all, now) {
    const { core, presenter } = this.#page;
    const { ratio } = this.#place;
    const [{ y, height }] = core.versions(this.#viewer).scrollers;
    const top = Math.max(all.top, y * ratio);
    const bottom = Math.min(all.top + all.height, (y + height) * ratio);
    if (bottom <= top || !presenter) return false;
    const part = windowAround(top, bottom, all.width, ratio);
    const first = !this.#strip.isConnected;
    const frame = core.frame(this.#viewer, part.top / ratio, part.width, part.height, now, true);
    presenter.present(this.#strip, frame, part.width, part.height);
    if (first) {
      this.#put(this.#strip, part);
      this.#canvas.after(this.#strip);
    }
    return true;
  }

  /** @param {HTMLCanvasElement} canvas @param {import("./canvas-window.js").CanvasWindow} part */
  #put({ style }, part) {
    const { ratio } = this.#place;
    style.width = `${part.width / ratio}px`;
    style.height = `${part.height / ratio}px`;
    style.top = `${part.top / ratio}px`;
  }

  #endStrip() {
    this.#page.presenter?.release(this.#strip);
    this.#strip.remove();
  }

  #releasePixels() {
    this.#page.presenter?.release(this.#canvas);
    this.#endStrip();
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
      this.#announce(event);
    }
  }

  /** @param {CoreEvent} event */
  #announce(event) {
    const { emit } = this.#host;
    const { cause, index, total, width, height } = event;
    if (event.kind === EventKind.Resize) {
      if (this.view === "canvas") emit("article-resize", { width, height });
    }
    else if (event.kind === EventKind.Tab) emit("article-tab", { part: partNames[event.part], id: event.text, cause });
    else if (event.kind === EventKind.Photo) emit("article-photo", { index, total, cause });
    else if (event.kind === EventKind.PhotoOpen) void this.#enlarge(event.part, index).catch(reportError);
    else if (event.kind === EventKind.Navigate)
      emit("article-navigate", { url: event.text, kind: linkKinds[event.linkKind] }, true);
  }

  /** Asks for the next frame where one is wanted. */
  #plan() {
    const { core, presenter } = this.#page;
    clearTimeout(this.#wakeTimer);
    if (this.view !== "canvas" || !this.#near || presenter?.renderer.lost) return;
    if (core.needsFrame(this.#viewer)) this.#requestFrame();
    const wake = core.wakeAt(this.#viewer);
    if (wake >= 0)
      this.#wakeTimer = window.setTimeout(() => this.#wake(), Math.max(0, wake - performance.now()));
  }

  #wake() {
    this.#window = null;  // the core says so by time, not by `needsFrame`
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
      follow: (link) => this.#host.emit("article-navigate", link, true),
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
        if (this.#place.size(width, deviceWidth)) this.#window = null;
        this.#requestFrame();
      },
      pinched: (scale) => {
        if (this.#place.pinch(scale)) this.#requestFrame();
      },
    }, this.#end.signal);
    document.addEventListener("visibilitychange", () => {
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

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} className @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, className) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}
