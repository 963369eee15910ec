import { hold } from "./anchor.js";
import { ArticleView } from "./article-view.js";
import { toNumber } from "./color-number.js";
import { FlowSize } from "./flow-size.js";
import { makeFrame } from "./frame.js";
import { Growth } from "./growth.js";
import { keepPlace } from "./keep-place.js";
import { ViewStyles } from "../layer/layer-styles.js";
import { Life, whenIdle } from "./life.js";
import { Look } from "./look.js";
import { breakByPhrases, learnPhrases } from "./phrases.js";
import { watchPrinting } from "./printing.js";
import { Sight } from "./sight.js";
import { readStyle, readStyleAhead } from "./style-properties.js";
import { picturesOf } from "./widget-pictures.js";
import { Yields } from "./yields.js";

/**
 * An article on the screen: frame by frame, and slice by slice, what has changed is asked of the core, written into the
 * layer and drawn. For its widget it takes part in the page's frames.
 *
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {import("../core/core-viewer.js").Update} Update
 * @typedef {import("./successor.js").Successor} Successor
 * @typedef {{page: import("./page.js").Page, host: import("./host.js").Host, viewer: CoreViewer,
 *   vitals: import("./vitals.js").Vitals, signal: AbortSignal, wrote: (update: Update, isNew: {tree: boolean, whole: boolean}) => void,
 *   blame: (by: CoreViewer | null) => void, goOn: () => Promise<void>}} Parts `wrote`: an update was; the tree is another, it is
 *   whole now; `blame`, `goOn`: see page.js
 * @typedef {{draws?: boolean, isWhole?: boolean, laid?: import("../core/core-viewer.js").Extent, next?: Successor}} How `draws`:
 *   now, not in the next frame; `isWhole`: the layer is to be there to its end; `laid`: what is to be laid out, else as far as
 *   it has grown; `next`: the document is this one's
 */

/** As long as making a picture of the whole page takes, ms. */
const aWhile = 500;
/** Texts that the browser lays out in one frame when the page is at rest. */
const skippedAtOnce = 50;

export class Showing {
  /** @type {"canvas" | "plain"} "plain": the drawing has yielded */
  view = "canvas";
  /** @type {typeof Life[keyof typeof Life]} */
  life = Life.Made;
  /** @type {Loaded | null} */
  loaded = null;
  /** Nothing is estimated. */
  isWhole = false;
  article;
  sight;
  look;
  pictures;
  #parts;
  #page;
  #host;
  #viewer;
  #layer;
  #content;
  #frame;
  #styles;
  #yields;
  #flowSize;
  #growth = new Growth();
  /** Nothing moves, and all that is near is drawn. */
  #idle = false;
  #skipping = false;
  #wakeTimer = 0;

  /** @param {Parts} parts */
  constructor(parts) {
    const { page, host, viewer, signal } = this.#parts = parts;
    this.#page = page;
    this.#host = host;
    this.#viewer = viewer;
    this.article = new ArticleView(host, page, viewer, () => this.requestFrame(), signal);
    const { layer, content, slots } = this.article;
    this.#layer = layer;
    this.#content = content;
    const { frame, probe } = makeFrame(content);
    this.#frame = frame;
    this.pictures = picturesOf(page, host, layer, (call) => this.tell(call));
    this.#flowSize = new FlowSize(content, host.emit);
    const sight = this.sight = new Sight({
      element: host.element, content, probe,
      elementOf: (key) => layer.elementOf(key),
      isDrawn: () => this.view === "canvas",
      changed: () => this.requestFrame(),
      restyled: () => this.configure(),
      captured: () => this.#showAll(),
    });
    this.#styles = new ViewStyles(host);
    this.look = new Look({ page, host, viewer, layer, slots, content, place: sight.place,
      inFlow: () => this.view === "plain",
      style: () => this.#isApart ? readStyleAhead(host.element, host.dark()) : readStyle(probe, host.dark(), toNumber) });
    this.#yields = new Yields({ load: host.load, layer: layer.element, styles: this.#styles, signal,
      changed: (yields) => this.#changeView(yields ? "plain" : "canvas") });
    page.join(this);
  }

  get isGone() {
    return this.life === Life.Gone;
  }

  /** It is gone, or waits for another core. */
  get isStill() {
    return this.isGone || this.#viewer.ended;
  }

  /** Nothing is left to be done, until something changes. */
  get isComplete() {
    return this.life === Life.Whole && this.#idle && this.isWhole;
  }

  /** It is not in the page yet. */
  get #isApart() {
    return !this.#frame.parentNode;
  }

  // ---- its life

  /** Lays out what was read and shows it, by its layer. @returns {Promise<Loaded | null>} null: it was overtaken */
  async load() {
    const { taking, signal } = this.#host;
    if (!taking || !this.#page.text.isReady) this.#attach();
    this.read();
    this.#configure();
    const loaded = this.#viewer.load();
    if (loaded.refusal) return loaded;
    this.loaded = loaded;
    this.look.describe(loaded);
    const lacks = this.#viewer.layOut({ top: 0, bottom: innerHeight });
    if (lacks) await breakByPhrases(this.#host.phraseModel, this.#viewer, lacks);
    if (signal.aborted) return null;
    let isWhole = false;
    if (taking) {
      if (taking.isWithin) this.#growth.withAbove();
      if (this.#isApart) {
        await taking.layOutAhead(signal, () => this.#page.turn(), () => {
          this.read();
          return this.sight;
        }, (laid) => this.#write(performance.now(), { laid }));
        if (signal.aborted) return null;
        this.#attach();
      }
      isWhole = taking.begin(this.#frame, this.#viewer, this.look.settings);
      this.configure();
    }
    this.#host.reveal();
    this.read();  // without the fallback the element may have another width
    this.sight.guess();
    this.life = Life.Shown;
    this.#write(performance.now(), { isWhole });
    taking?.finish(() => this.article.nodes, this.#layer, (all) => this.flush({ isWhole: all }));
    this.#parts.vitals.shown(this.view === "canvas");
    return loaded;
  }

  /** Puts it into the page. */
  #attach() {
    const { root } = this.#host;
    root.append(this.#frame);
    this.#page.text.attach(root);
    this.#applyView();
  }

  /** The load is told of: it follows the page. */
  start() {
    this.life = Life.Told;
    const { signal } = this.#parts;
    this.sight.observe(signal);
    document.addEventListener("visibilitychange", () => {
      if (!this.#host.options().autoplay) return;
      this.#holdAutoplay();  // in a page that is not shown there is no frame
      this.requestFrame();
    }, { signal });
    keepPlace({ element: this.#host.element, content: this.#content, nodes: () => this.article.nodes,
      elementOf: (key) => this.#layer.elementOf(key), flush: () => this.flush() }, signal);
    watchPrinting(this.#layer.element, () => {
      this.tell((viewer) => viewer.wakePanel(-1));
      this.finish();
      this.#offerPictures();
    }, signal);
  }

  /** What readers don't see at once is made when what they see has been painted. */
  becomeWhole() {
    this.life = Life.Whole;
    if (this.#page.openContext()) void this.#yields.prepare();
    else this.contextGone("this browser gives no WebGL 2");
    if (this.isGone) return;
    // A page that is not shown has no frames.
    if (document.visibilityState === "hidden") this.#page.growLater(this);
    else this.requestFrame();
  }

  /** The same article, loaded again, is shown in its place. @param {Successor} next */
  succeed(next) {
    this.loaded = next.loaded;
    this.read();
    this.configure();
    this.#write(performance.now(), { next });
    this.#page.fitLater([this]);
  }

  /** Its life is over: gives back what it holds. */
  destroy() {
    clearTimeout(this.#wakeTimer);
    this.pictures.destroy();
    this.#viewer.destroy();
    this.article.drawing.release(this.#page.presenter);
    this.#styles.remove();
    if (!this.#isApart) this.#page.text.detach(this.#host.root);
    this.#frame.remove();
    this.#page.leave(this);
  }

  // ---- what its widget asks

  /** Options, words or style changed. */
  configure() {
    this.look.forget();
    this.requestFrame();
  }

  requestFrame() {
    if (this.life !== Life.Made && !this.isGone) this.#page.requestFrame(this);
  }

  /** Does at once what a frame would do. @param {How} [how] */
  flush(how) {
    if (this.isStill) return;
    this.read();
    this.#write(performance.now(), how);
    this.#page.fitLater([this]);
  }

  /** Lays out all of it, at once. */
  finish() {
    this.#growth.finish();
    this.flush();
  }

  /** @param {(viewer: CoreViewer) => void} call */
  tell(call) {
    if (this.isStill) return;
    call(this.#viewer);
    this.requestFrame();
  }

  // ---- what the page asks, frame by frame

  /** Reads sizes and places. */
  read() {
    this.sight.read();
  }

  get isNear() {
    return this.sight.isNear;
  }

  /** Does what is due in a frame: writes what changed, and draws. @param {number} now */
  frame(now) {
    this.#write(now, { draws: true });
  }

  /** Lays out more of it: a slice. */
  grow() {
    if (this.isStill || !this.loaded) return;
    this.read();
    const { nodes, height } = this.article;
    this.#growth.more(this.sight.place.viewport, height, nodes.length, () => this.#write(performance.now()));
    this.#page.fitLater([this]);
  }

  /** The layer's lines are laid on the drawn ones, once the browser has laid them out. */
  fit() {
    if (this.isGone) return;
    if (this.view === "canvas") {
      if (this.life === Life.Whole) this.#layer.fit();
    } else if (this.life >= Life.Told) this.#flowSize.tell(this.isWhole);
  }

  fontsChanged() {
    this.#growth.restart();
    this.#layer.refit();
    this.requestFrame();
  }

  /** Until the context is back the layer shows itself. */
  contextLost() {
    this.article.drawing.release(this.#page.presenter);
  }

  contextRestored() {
    this.pictures.texturesLost();
    this.requestFrame();
  }

  /** There is no context, and there will be none: the drawing yields to the layer. @param {string} message */
  contextGone(message) {
    if (this.view === "plain" || this.#isApart) return;
    if (this.#host.options().view === "canvas") {
      this.#host.fail("webgl", message);
      return;
    }
    this.life = Life.Told;  // until it has its styles in flow the layer shows itself where it is
    void this.#styles.loadFlow().then(() => {
      if (this.isGone || this.view === "plain") return;
      this.life = Life.Whole;
      this.#host.emit("article-error", { reason: "webgl", message });
      this.pictures.texturesLost();
      this.#yields.set("context", true);
      this.#host.viewChanged(this.loaded?.headline ?? "");
    });
  }

  /** @param {CoreViewer | null} by */
  blame(by) {
    this.#parts.blame(by);
  }

  goOn() {
    return this.#parts.goOn();
  }

  // ---- inside

  /** Writes what changed. @param {number} now @param {How} [how] */
  #write(now, how = {}) {
    if (this.isStill || !this.loaded) return;
    this.#configure();
    const drawn = this.view === "canvas";
    const { first, pictures, place, seen } = this.sight;
    // What takes a place is at first what is seen, and a little more for a line that is held; the screen more is for later.
    const { taking } = this.#host;
    const isFirst = taking && this.life < Life.Told;
    const margin = place.viewport / 4;
    const near = first && isFirst ? { top: seen.top - margin, bottom: seen.bottom + margin } : first;
    const laid = how.laid ?? this.#growth.extent(near);
    if (near) near.bottom = Math.min(near.bottom, laid.bottom);
    if (!this.#isApart) this.#holdAutoplay();
    const wanted = near && isFirst ? { top: near.top, height: near.bottom - near.top } : pictures;
    const ask = () => this.#viewer.update(wanted, laid, place.sharpness, now);
    const succession = how.next?.settle(this.#viewer, ask, this.pictures, this.article.slots) ?? null;
    const update = succession?.update ?? ask();
    if (update.phrases) learnPhrases(this.#host.phraseModel, this.#viewer, update.phrases).catch(() => {});  // the core may have ended
    const wrote = this.article.write(update, {
      near,
      laid: how.isWhole ? null : isFirst && near || laid,
      seen: this.#isApart ? null : seen,
      drawn,
    }, succession);
    const whole = update.whole && !this.#layer.isLate;
    const isNew = { tree: wrote.tree, whole: whole && !this.isWhole };
    this.isWhole = whole;
    if (wrote.tree) this.sight.watch(this.article.nodes);
    if (wrote.text) this.#yields.wroteLayer();
    const requests = succession?.requests((picture) => this.#layer.imageOf(picture)) ?? update.requests;
    for (const request of requests) this.pictures.take(taking?.asLoaded(request) ?? request, drawn);
    if (!drawn) this.#offerPictures();
    else if (how.draws) this.#draw();
    this.#parts.wrote(update, isNew);
    if (wrote.again) this.#write(now, { ...how, next: undefined });
    else if (!this.isGone) this.#plan(update);
  }

  #draw() {
    const { presenter } = this.#page;
    const { drawing } = this.article;
    if (this.life < Life.Whole || !presenter || presenter.renderer.lost) drawing.unfinished = false;
    else if (!this.isNear) drawing.release(presenter);
    else {
      try {
        drawing.draw({ seen: this.sight.seen, ...this.sight.place.sizes }, presenter);
      } catch (error) {
        drawing.unfinished = false;  // the layer stands in, until something changes
        reportError(error);
      }
    }
  }

  /** Asks for the next frame where one is wanted. @param {Update} update */
  #plan({ goesOn, wait }) {
    clearTimeout(this.#wakeTimer);
    const near = this.view === "canvas" && this.isNear;
    const draws = near && this.life === Life.Whole && document.visibilityState === "visible";
    if (draws && !this.article.drawing.unfinished) this.#parts.vitals.drawn(true);
    this.#idle = !goesOn && !(draws && this.article.drawing.unfinished);
    if (this.life === Life.Whole && !this.isWhole) this.#page.growLater(this);
    if (this.isComplete) {
      this.#host.complete();
      this.#layOutSkipped();
    }
    if (!near) return;
    if (!this.#idle) this.requestFrame();
    if (wait >= 0) this.#wakeTimer = window.setTimeout(() => this.requestFrame(), wait);
  }

  /** What the browser has skipped is laid out when it has nothing else to do, a little at a time. */
  #layOutSkipped() {
    if (this.#skipping) return;
    this.#skipping = true;
    whenIdle(() => {
      this.#skipping = false;
      if (this.isGone) return;
      if (this.#layer.layOutSkipped(skippedAtOnce)) this.#layOutSkipped();
      else for (const { index } of this.#layer.sleepersIn(this.sight.first)) this.tell((viewer) => viewer.wakePanel(index));
    });
  }

  /** All of it may be seen in this frame and the next ones. */
  #showAll() {
    for (const image of this.#layer.element.querySelectorAll("img")) image.decoding = "sync";
    const leave = this.sight.wantAll();
    this.finish();
    setTimeout(() => {
      leave();
      this.requestFrame();
    }, aWhile);
  }

  /** @param {"canvas" | "plain"} view */
  #changeView(view) {
    const release = hold(this.article.nodes, this.sight.seen, this.#content, (key) => this.#layer.elementOf(key), null);
    this.view = view;
    if (view === "plain") {
      this.#parts.vitals.drawn(false);
      this.article.drawing.release(this.#page.presenter);
      void this.#styles.loadFlow();
    }
    this.look.forget();
    this.#layer.refit();
    this.#applyView();
    this.sight.watch(this.article.nodes);
    this.#host.viewChanged(null);
    this.flush();
    release();
  }

  #applyView() {
    const plain = this.view === "plain";
    this.#content.classList.toggle("placed", !plain);
    this.#styles.show(plain);
  }

  /** Hands settings to the core where they differ from what it has. */
  #configure() {
    if (this.look.apply(this.loaded)) this.#growth.restart();
  }

  /** Autoplay waits where nobody looks, and while a pointer is on the gallery. */
  #holdAutoplay() {
    const [strip] = this.article.scrollers;
    if (this.isStill || !strip || this.view !== "canvas" || !this.#host.options().autoplay) return;
    const { top, bottom } = this.sight.seen;
    const seen = document.visibilityState === "visible" && strip.y < bottom && strip.y + strip.height > top;
    const used = this.#host.root.querySelector(".carousel:is(:hover, :active), dialog[open]");
    this.#viewer.autoplay(seen && !used ? 0 : 1);
  }

  /** Pictures that are not shown load all the same, for print and for find. */
  #offerPictures() {
    for (const [image, url] of this.#layer.waitingImages()) this.pictures.offer(image, url);
  }
}
