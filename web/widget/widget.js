import { hold } from "./anchor.js";
import { ArticleView } from "./article-view.js";
import { openView } from "./choose-view.js";
import { toNumber } from "./color-number.js";
import { announce, causeNumbers, CoreEvents } from "./core-events.js";
import { loadSelecting } from "./selecting.js";
import { EnlargingLoader } from "../enlarged/enlarging-loader.js";
import { FlowSize } from "./flow-size.js";
import { makeFrame } from "./frame.js";
import { Growth } from "./growth.js";
import { Look } from "./look.js";
import { keepPlace } from "./keep-place.js";
import { listenToLayer } from "../layer/layer-input.js";
import { ViewStyles } from "../layer/layer-styles.js";
import { Life, whenIdle } from "./life.js";
import { failure, readDocument, refused } from "./read-document.js";
import { breakByPhrases, learnPhrases } from "./phrases.js";
import { Part } from "../core/semantic-tree.js";
import { watchPrinting } from "./printing.js";
import { readStyle, readStyleAhead } from "./style-properties.js";
import { shareOf } from "./share.js";
import { Sight } from "./sight.js";
import { Traps } from "./traps.js";
import { Vitals } from "./vitals.js";
import { picturesOf } from "./widget-pictures.js";
import { Yields } from "./yields.js";

/**
 * One widget: a viewer of the core, its layer and its drawing, between the
 * element and the page.
 *
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("../element/document-source.js").DocumentText} DocumentText
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {import("../core/core-viewer.js").Update} Update
 */

/** Shows a document. @param {Host} host @param {DocumentText} text */
export function openWidget(host, text) {
  return openView(host, text, (page) => openDrawn(page, host, text));
}

/** @param {import("./page.js").Page} page @param {Host} host @param {DocumentText} text */
async function openDrawn(page, host, text) {
  await page.turn();
  const viewer = host.signal.aborted ? null : page.core.createViewer();
  if (!viewer || !await readDocument(page, viewer, text, host.signal)) {
    viewer?.destroy();
    throw failure("network", "overtaken");
  }
  if (host.taking) await page.turn();  // something stands there already: each step in a task of its own
  host.clear();
  const widget = new Widget(page, host, viewer, text);
  try {
    const loaded = host.signal.aborted ? null : await widget.load();
    if (!loaded) throw failure("network", "overtaken");
    if (loaded.refusal) throw refused(loaded);
    return { widget, loaded };
  } catch (error) {
    widget.destroy();
    throw error;
  }
}

/** As long as making a picture of the whole page takes, ms. */
const aWhile = 500;
/** Texts that the browser lays out in one frame when the page is at rest. */
const skippedAtOnce = 50;

export class Widget {
  /** @type {"canvas" | "plain"} "plain": the drawing has yielded */
  view = "canvas";
  #page;
  #host;
  #viewer;
  #text;
  #traps = new Traps();
  #article;
  #layer;
  #content;
  #pictures;
  #styles;
  #look;
  #yields;
  #frame;
  #end = new AbortController();
  #sight;
  /** @type {typeof Life[keyof typeof Life]} */
  #life = Life.Made;

  #events = new CoreEvents();
  /** @type {Loaded | null} */
  #loaded = null;
  #wakeTimer = 0;
  /** Nothing moves, and all that is near is drawn. */
  #idle = false;
  /** Nothing is estimated. */
  #whole = false;
  #growth = new Growth();
  #flowSize;
  #enlarging;
  #vitals;
  /** What is seen of it is told of, once it stands. @type {import("./reading.js").Reading | null} */
  #reading = null;
  /** What is written next is another document. @type {import("./successor.js").Successor | null} */
  #succession = null;
  #pointers;

  /**
   * @param {import("./page.js").Page} page @param {Host} host
   * @param {import("../core/core-viewer.js").CoreViewer} viewer that has read a document
   * @param {DocumentText} text of it
   */
  constructor(page, host, viewer, text) {
    this.#page = page;
    this.#host = host;
    this.#viewer = viewer;
    this.#text = text;
    this.#article = new ArticleView(host, page, this.#viewer, () => this.#requestFrame(), this.#end.signal);
    const { layer, content } = this.#article;
    this.#layer = layer;
    this.#content = content;
    const { frame, probe } = makeFrame(content);
    this.#frame = frame;
    this.#pictures = picturesOf(page, host, layer, (call) => this.#tell(call));
    this.#vitals = new Vitals(host);
    this.#flowSize = new FlowSize(content, host.emit);
    this.#sight = new Sight({
      element: host.element, content, probe,
      elementOf: (key) => layer.elementOf(key),
      isDrawn: () => this.view === "canvas",
      changed: () => this.#requestFrame(),
      restyled: () => this.configure(),
      captured: () => this.#showAll(),
    });
    const moving = () => host.load("article-viewer-moving.js", () => import("../enlarged/moving.js"));
    this.#enlarging = new EnlargingLoader(host.load, moving, () => ({
      viewer: this.#viewer,
      layer: this.#layer,
      nodes: () => this.#article.nodes,
      loaded: () => /** @type {Loaded} */ (this.#loaded),
      host,
      showPhoto: (photo, cause) => { this.#goTo(photo, causeNumbers[cause]); },
    }));
    this.#styles = new ViewStyles(host);
    this.#look = new Look({ page, host, viewer, layer, slots: this.#article.slots, content, place: this.#sight.place,
      inFlow: () => this.view === "plain",
      style: () => this.#isApart ? readStyleAhead(host.element, host.dark()) : readStyle(probe, host.dark(), toNumber) });
    this.#yields = new Yields({ load: host.load, layer: layer.element, styles: this.#styles, signal: this.#end.signal,
      changed: (yields) => this.#changeView(yields ? "plain" : "canvas") });
    page.join(this);
    this.#pointers = this.#listen();
  }

  // ---- what the element asks

  /**
   * Shows the same article, loaded again: what has not changed stays, and so do the reader's place and
   * choices. Until its successor is laid out the old one stays.
   * @param {DocumentText} text @param {boolean} sameSource it came from the URL that the old one is from
   * @param {AbortSignal} signal @param {boolean} [quiet] it is no load that is told of
   * @returns {Promise<Loaded | null>} null: it is another article, or was overtaken
   */
  async succeed(text, sameSource, signal, quiet = false) {
    // Without it another one is opened.
    const code = await this.#host.load("article-viewer-successor.js", () => import("./successor.js")).catch(() => null);
    const next = await code?.prepareSuccessor(this.#page, () => this.#shown(text, signal), sameSource, this.#traps);
    if (!next) return null;
    // Who holds the carousel goes on.
    while (this.#pointers.areDown && !signal.aborted && !this.#viewer.ended) await this.#pointers.released();
    if (signal.aborted || this.#gone || next.viewer.ended) {
      next.viewer.destroy();
      return null;
    }
    this.#flush();  // what was chosen until now
    next.choose();
    this.#events.wait();
    if (!quiet) this.#vitals.shown(this.view === "canvas");
    this.#viewer.become(next.viewer);
    this.#reviving.abort();
    this.#text = text;
    this.#loaded = next.loaded;
    this.read();
    this.configure();
    this.#succession = next;
    this.#write(performance.now());
    this.#page.fitLater([this]);
    this.#enlarging.follow();
    return next.loaded;
  }

  /**
   * What is shown now, for its successor.
   * @param {DocumentText} text @param {AbortSignal} signal
   * @returns {import("./successor.js").Shown | null} null: it can have none
   */
  #shown(text, signal) {
    if (signal.aborted || this.#gone || !this.#loaded) return null;
    return {
      page: this.#page,
      viewer: this.#viewer,
      nodes: () => this.#article.nodes,
      loaded: this.#loaded,
      tabs: this.#events.tabs,
      settings: this.#look.settings,
      viewport: this.#sight.place.viewport,
      text,
      signal,
    };
  }

  /** @param {import("../core/core-viewer.js").CoreViewer | null} by who asked when the core ended */
  blame(by) {
    this.#pointers.lose();
    if (by === this.#viewer) this.#traps.add();
  }

  /** The core has ended: goes on with the one that is there now, as it was. Until then it stands still. */
  async goOn() {
    if (this.#gone || !this.#viewer.ended || this.#life < Life.Told) return;
    const { core } = this.#page;
    if (!core.ended && !this.#traps.fault) {
      const { signal } = this.#reviving = new AbortController();
      if (await this.succeed(this.#text, true, signal, true).catch(() => null)) return this.resume();
      // Another end has its own round, and a load that came between has shown what it brought.
      if (core.ended || signal.aborted || this.#gone) return;
    }
    this.#host.again(this.#traps.fault);
  }
  #reviving = new AbortController();

  /** Lays out what was read and shows it, by its layer. @returns {Promise<Loaded | null>} null: it was overtaken */
  async load() {
    const { taking, signal } = this.#host;
    if (!taking || !this.#page.text.isReady) this.#attach();
    this.read();
    this.#configure();
    const loaded = this.#viewer.load();
    if (loaded.refusal) return loaded;
    this.#loaded = loaded;
    this.#look.describe(loaded);
    const lacks = this.#viewer.layOut({ top: 0, bottom: innerHeight });
    if (lacks) await breakByPhrases(this.#host.phraseModel, this.#viewer, lacks);
    if (signal.aborted) return null;
    let isWhole = false;
    if (taking) {
      if (taking.isWithin) this.#growth.withAbove();
      if (this.#isApart) {
        await taking.layOutAhead(signal, () => this.#page.turn(), () => {
          this.read();
          return this.#sight;
        }, (laid) => this.#write(performance.now(), { laid }));
        if (signal.aborted) return null;
        this.#attach();
      }
      isWhole = taking.begin(this.#frame, this.#viewer, this.#look.settings);
      this.configure();
    }
    this.#host.reveal();
    this.read();  // without the fallback the element may have another width
    this.#sight.guess();
    this.#life = Life.Shown;
    this.#write(performance.now(), { isWhole });
    taking?.finish(() => this.#article.nodes, this.#layer, (all) => this.#flush(all));
    this.#vitals.shown(this.view === "canvas");
    return loaded;
  }

  /** It is not in the page yet. */
  get #isApart() {
    return !this.#frame.parentNode;
  }

  /** Puts it into the page. */
  #attach() {
    const { root } = this.#host;
    root.append(this.#frame);
    this.#page.text.attach(root);
    this.#applyView();
  }

  /** The load is told of: events may follow it. */
  start() {
    if (this.#gone) return;
    this.#life = Life.Told;
    this.#events.wait(false);
    this.#vitals.ready();
    this.#sight.observe(this.#end.signal);
    this.#watchPage();
    this.#announce();
    const { taking } = this.#host;
    if (taking) {
      taking.press();
      requestAnimationFrame(() => setTimeout(() => this.#flush()));
    }
    whenIdle(() => this.#becomeWhole());
  }

  /** The load of a successor is told of. */
  resume() {
    this.#events.wait(false);
    this.#vitals.ready();
    this.#flush();
  }

  /** What readers don't see at once is made when what they see has been painted. */
  #becomeWhole() {
    if (this.#gone) return;
    this.#life = Life.Whole;
    if (this.#page.openContext()) void this.#yields.prepare();
    else this.contextGone("this browser gives no WebGL 2");
    if (this.#gone) return;
    loadSelecting(this.#host, this.#end.signal).catch(() => {});
    this.#watchReading().catch(() => {});  // figures can be missed
    // A page that is not shown has no frames.
    if (document.visibilityState === "hidden") this.#page.growLater(this);
    else this.#requestFrame();
  }

  async #watchReading() {
    if (!("IntersectionObserver" in window)) return;
    const { Reading } = await this.#host.load("article-viewer-reading.js", () => import("./reading.js"));
    if (this.#gone) return;
    const { emit, element } = this.#host;
    this.#reading = new Reading({ element, elementOf: (key) => this.#layer.elementOf(key), emit, signal: this.#end.signal });
    this.#reading.follow(this.#article.nodes, this.#whole);
  }

  /** Options, words or style changed. */
  configure() {
    this.#look.forget();
    this.#requestFrame();
  }

  /** @param {string} id @param {"rankings" | "comments"} part @returns {Promise<boolean>} whether there is one */
  async selectTab(id, part) {
    const number = Part[part];
    await this.#page.restarted;
    if (number === undefined || this.#isStill) return false;
    const found = this.#viewer.selectTab(number, id, causeNumbers.script);
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {Promise<boolean>} whether there is one */
  async showPhoto(index) {
    await this.#page.restarted;
    return Number.isInteger(index) && this.#goTo(index, causeNumbers.script);
  }

  /** @param {number} index @param {number} cause */
  #goTo(index, cause) {
    if (this.#isStill) return false;
    const found = this.#viewer.showPhoto(index, cause, performance.now());
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {Promise<boolean>} whether there is one */
  async openPhoto(index) {
    await this.#page.restarted;
    return Number.isInteger(index) && await this.#enlarging.open(Part.gallery, index);
  }

  async closePhoto() {
    await this.#enlarging.close();
  }

  /** When all is shown and drawn. @returns {Promise<Blob>} */
  async toBlob() {
    await this.#page.restarted;
    const presenter = () => {
      const there = this.#isStill ? null : this.#page.presenter;
      if (!there) throw new DOMException("the article is gone", "InvalidStateError");
      return there;
    };
    presenter();
    const leave = this.#sight.wantAll();
    try {
      this.#finish();
      await this.#pictures.settled();
      const { drawBlob } = await this.#host.load("article-viewer-to-blob.js", () => import("../drawing/to-blob.js"));
      this.#flush();
      const { width, ratio } = this.#sight.place;
      const { nodes, scrollers, height } = this.#article;
      return drawBlob(this.#viewer, presenter(),
        { layer: this.#layer.element, nodes, scrollers, width, height, ratio, paper: this.#look.paper });
    } finally {
      leave();
      this.#requestFrame();
    }
  }

  destroy() {
    if (this.#gone) return;
    this.#life = Life.Gone;
    this.#end.abort();
    clearTimeout(this.#wakeTimer);
    this.#enlarging.remove();
    this.#vitals.end();
    this.#pictures.destroy();
    this.#viewer.destroy();
    this.#article.drawing.release(this.#page.presenter);
    this.#styles.remove();
    if (!this.#isApart) this.#page.text.detach(this.#host.root);
    this.#frame.remove();
    this.#page.leave(this);
  }

  get #gone() {
    return this.#life === Life.Gone;
  }

  /** It is gone, or waits for another core. */
  get #isStill() {
    return this.#gone || this.#viewer.ended;
  }

  /** For tests. */
  get internals() {
    const { core, presenter } = this.#page;
    return {
      framesDrawn: presenter?.renderer.framesDrawn ?? 0,
      textures: presenter?.renderer.textureCount ?? 0,
      gl: presenter?.renderer.gl,
      stats: core.stats(),
      completed: this.#life === Life.Whole && this.#idle && this.#whole,
      memory: core.memory.byteLength,
      blocks: this.#article.drawing.blocks,
      seen: this.#sight.seen,
      /** How far each strip is from its place. */
      offsets: this.#article.scrollers.map(({ offset }) => offset),
      texts: () => this.#article.texts,
    };
  }

  // ---- what the page asks, frame by frame

  /** Reads sizes and places. */
  read() {
    this.#sight.read();
  }

  get isNear() {
    return this.#sight.isNear;
  }

  /** Does what is due in a frame: writes what changed, and draws. @param {number} now */
  frame(now) {
    this.#write(now, { draws: true });
  }

  /**
   * Writes what changed.
   * @param {number} now
   * @param {{draws?: boolean, isWhole?: boolean, laid?: import("../core/core-viewer.js").Extent}} [how] `draws`: now, not in the
   *   next frame; `isWhole`: the layer is to be there to its end; `laid`: what is to be laid out, else as far as it has grown
   */
  #write(now, how = {}) {
    if (this.#isStill || !this.#loaded) return;
    this.#configure();
    const drawn = this.view === "canvas";
    const { first, pictures, place, seen } = this.#sight;
    // What takes a place is at first what is seen, and a little more for a line that is held; the screen more is for later.
    const { taking } = this.#host;
    const isFirst = taking && this.#life < Life.Told;
    const margin = place.viewport / 4;
    const near = first && isFirst ? { top: seen.top - margin, bottom: seen.bottom + margin } : first;
    const laid = how.laid ?? this.#growth.extent(near);
    if (near) near.bottom = Math.min(near.bottom, laid.bottom);
    if (!this.#isApart) this.#holdAutoplay();
    const wanted = near && isFirst ? { top: near.top, height: near.bottom - near.top } : pictures;
    const ask = () => this.#viewer.update(wanted, laid, place.sharpness, now);
    const succession = this.#succession?.settle(this.#viewer, ask, this.#pictures, this.#article.slots) ?? null;
    this.#succession = null;
    const update = succession?.update ?? ask();
    if (update.phrases) learnPhrases(this.#host.phraseModel, this.#viewer, update.phrases).catch(() => {});  // the core may have ended
    const wrote = this.#article.write(update, {
      near,
      laid: how.isWhole ? null : isFirst && near || laid,
      seen: this.#isApart ? null : seen,
      drawn,
    }, succession);
    const whole = update.whole && !this.#layer.isLate;
    const grown = whole && !this.#whole;
    this.#whole = whole;
    if (wrote.tree) {
      this.#sight.watch(this.#article.nodes);
      this.#pointers.attachWheel(this.#article.nodes);
    }
    if (wrote.tree || grown) this.#reading?.follow(this.#article.nodes, this.#whole);
    if (wrote.text) this.#yields.wroteLayer();
    const requests = succession?.requests((picture) => this.#layer.imageOf(picture)) ?? update.requests;
    for (const request of requests) this.#pictures.take(taking?.asLoaded(request) ?? request, drawn);
    if (!drawn) this.#offerPictures();
    else if (how.draws) this.#draw();
    this.#events.add(update.events);
    this.#announce();
    if (wrote.again) this.#write(now, how);
    else if (!this.#gone) this.#plan(update);
  }

  #draw() {
    const { presenter } = this.#page;
    const { drawing } = this.#article;
    if (this.#life < Life.Whole || !presenter || presenter.renderer.lost) drawing.unfinished = false;
    else if (!this.isNear) drawing.release(presenter);
    else {
      try {
        drawing.draw({ seen: this.#sight.seen, ...this.#sight.place.sizes }, presenter);
      } catch (error) {
        drawing.unfinished = false;  // the layer stands in, until something changes
        reportError(error);
      }
    }
  }

  /** Lays out more of it: a slice. */
  grow() {
    if (this.#isStill || !this.#loaded) return;
    this.read();
    const { nodes, height } = this.#article;
    this.#growth.more(this.#sight.place.viewport, height, nodes.length, () => this.#write(performance.now()));
    this.#page.fitLater([this]);
  }

  /** Lays out all of it, at once. */
  #finish() {
    this.#growth.finish();
    this.#flush();
  }

  /** All of it may be seen in this frame and the next ones. */
  #showAll() {
    for (const image of this.#layer.element.querySelectorAll("img")) image.decoding = "sync";
    const leave = this.#sight.wantAll();
    this.#finish();
    setTimeout(() => {
      leave();
      this.#requestFrame();
    }, aWhile);
  }

  /** What the browser has skipped is laid out when it has nothing else to do, a little at a time. */
  #layOutSkipped() {
    if (this.#skipping) return;
    this.#skipping = true;
    whenIdle(() => {
      this.#skipping = false;
      if (this.#gone) return;
      if (this.#layer.layOutSkipped(skippedAtOnce)) this.#layOutSkipped();
      else for (const { index } of this.#layer.sleepersIn(this.#sight.first)) this.#tell((viewer) => viewer.wakePanel(index));
    });
  }
  #skipping = false;

  /** Asks for the next frame where one is wanted. @param {Update} update */
  #plan({ goesOn, wait }) {
    clearTimeout(this.#wakeTimer);
    const near = this.view === "canvas" && this.isNear;
    const draws = near && this.#life === Life.Whole && document.visibilityState === "visible";
    if (draws && !this.#article.drawing.unfinished) this.#vitals.drawn(true);
    this.#idle = !goesOn && !(draws && this.#article.drawing.unfinished);
    if (this.#life === Life.Whole && !this.#whole) this.#page.growLater(this);
    if (this.#life === Life.Whole && this.#idle && this.#whole) {
      this.#host.complete();
      this.#layOutSkipped();
    }
    if (!near) return;
    if (!this.#idle) this.#requestFrame();
    if (wait >= 0) this.#wakeTimer = window.setTimeout(() => this.#requestFrame(), wait);
  }

  /** The layer's lines are laid on the drawn ones, once the browser has laid them out. */
  fit() {
    if (this.#gone) return;
    if (this.view === "canvas") {
      if (this.#life === Life.Whole) this.#layer.fit();
    } else if (this.#life >= Life.Told) this.#flowSize.tell(this.#whole);
  }

  fontsChanged() {
    this.#growth.restart();
    this.#layer.refit();
    this.#requestFrame();
  }

  /** Until the context is back the layer shows itself. */
  contextLost() {
    this.#article.drawing.release(this.#page.presenter);
  }

  contextRestored() {
    this.#pictures.texturesLost();
    this.#requestFrame();
  }

  /** What a messenger's card says of the document. @returns {import("../element/share.js").Share | null} */
  get share() {
    return this.#loaded && shareOf(this.#loaded, this.#article.nodes);
  }

  /** There is no context, and there will be none: the drawing yields to the layer. @param {string} message */
  contextGone(message) {
    if (this.view === "plain" || this.#isApart) return;
    if (this.#host.options().view === "canvas") {
      this.#host.fail("webgl", message);
      return;
    }
    this.#life = Life.Told;  // until it has its styles in flow the layer shows itself where it is
    void this.#styles.loadFlow().then(() => {
      if (this.#gone || this.view === "plain") return;
      this.#life = Life.Whole;
      this.#host.emit("article-error", { reason: "webgl", message });
      this.#pictures.texturesLost();
      this.#yields.set("context", true);
      this.#host.viewChanged(this.#loaded?.headline ?? "");
    });
  }

  /** @param {"canvas" | "plain"} view */
  #changeView(view) {
    const release = hold(this.#article.nodes, this.#sight.seen, this.#content, (key) => this.#layer.elementOf(key), null);
    this.view = view;
    if (view === "plain") {
      this.#vitals.drawn(false);
      this.#article.drawing.release(this.#page.presenter);
      void this.#styles.loadFlow();
    }
    this.#look.forget();
    this.#layer.refit();
    this.#applyView();
    this.#sight.watch(this.#article.nodes);
    this.#host.viewChanged(null);
    this.#flush();
    release();
  }

  // ---- inside

  #applyView() {
    const plain = this.view === "plain";
    this.#content.classList.toggle("placed", !plain);
    this.#styles.show(plain);
  }

  #requestFrame() {
    if (this.#life !== Life.Made && !this.#gone) this.#page.requestFrame(this);
  }

  /** Does at once what a frame would do. @param {boolean} [isWhole] the layer is to be there to its end */
  #flush(isWhole) {
    if (this.#isStill) return;
    this.read();
    this.#write(performance.now(), { isWhole });
    this.#page.fitLater([this]);
  }

  /** @param {(viewer: import("../core/core-viewer.js").CoreViewer) => void} call */
  #tell(call) {
    if (this.#isStill) return;
    call(this.#viewer);
    this.#requestFrame();
  }

  /** Hands settings to the core where they differ from what it has. */
  #configure() {
    if (this.#look.apply(this.#loaded)) this.#growth.restart();
  }

  /** Autoplay waits where nobody looks, and while a pointer is on the gallery. */
  #holdAutoplay() {
    const [strip] = this.#article.scrollers;
    if (this.#isStill || !strip || this.view !== "canvas" || !this.#host.options().autoplay) return;
    const { top, bottom } = this.#sight.seen;
    const seen = document.visibilityState === "visible" && strip.y < bottom && strip.y + strip.height > top;
    const used = this.#host.root.querySelector(".carousel:is(:hover, :active), dialog[open]");
    this.#viewer.autoplay(seen && !used ? 0 : 1);
  }

  /** Pictures that are not shown load all the same, for print and for find. */
  #offerPictures() {
    for (const [image, url] of this.#layer.waitingImages()) this.#pictures.offer(image, url);
  }

  /** Tells of what the core has told of. */
  #announce() {
    this.#events.tell((event) => announce(event, {
      emit: this.#host.emit,
      drawn: this.view === "canvas",
      enlarge: (part, index) => this.#enlarging.open(part, index),
    }), () => !this.#gone);
  }

  // ---- listening

  #listen() {
    return listenToLayer({
      layer: this.#layer,
      viewer: this.#viewer,
      nodes: () => this.#article.nodes,
      drawn: () => this.view === "canvas",
      tell: (call) => this.#tell(call),
      act: (call) => {
        if (this.#isStill) return;
        call();
        this.#flush();
      },
      follow: ({ url, kind }) => this.#host.emit("article-navigate", { url, kind }, true),
    }, this.#end.signal);
  }

  #watchPage() {
    const { signal } = this.#end;
    document.addEventListener("visibilitychange", () => {
      if (!this.#host.options().autoplay) return;
      this.#holdAutoplay();  // in a page that is not shown there is no frame
      this.#requestFrame();
    }, { signal });
    keepPlace({ element: this.#host.element, content: this.#content, nodes: () => this.#article.nodes,
      elementOf: (key) => this.#layer.elementOf(key), flush: () => this.#flush() }, signal);
    watchPrinting(this.#layer.element, () => {
      this.#tell((viewer) => viewer.wakePanel(-1));
      this.#finish();
      this.#offerPictures();
    }, signal);
  }
}
