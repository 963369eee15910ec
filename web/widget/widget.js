import { announce, causeNumbers, CoreEvents } from "./core-events.js";
import { openView } from "./choose-view.js";
import { EnlargingLoader } from "../enlarged/enlarging-loader.js";
import { listenToLayer } from "../layer/layer-input.js";
import { Life, whenIdle } from "./life.js";
import { failure, readDocument, refused } from "./read-document.js";
import { loadSelecting } from "./selecting.js";
import { Part } from "../core/semantic-tree.js";
import { shareOf } from "./share.js";
import { Showing } from "./showing.js";
import { Traps } from "./traps.js";
import { Vitals } from "./vitals.js";

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

export class Widget {
  #page;
  #host;
  #viewer;
  #text;
  #showing;
  #traps = new Traps();
  #end = new AbortController();
  #events = new CoreEvents();
  #enlarging;
  #vitals;
  /** What is seen of it is told of, once it stands. @type {import("./reading.js").Reading | null} */
  #reading = null;
  #reviving = new AbortController();
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
    this.#vitals = new Vitals(host);
    const showing = this.#showing = new Showing({ page, host, viewer, vitals: this.#vitals, signal: this.#end.signal,
      wrote: (update, isNew) => this.#follow(update, isNew),
      blame: (by) => this.#blame(by),
      goOn: () => this.#goOn(),
    });
    const { article } = showing;
    const moving = () => host.load("article-viewer-moving.js", () => import("../enlarged/moving.js"));
    this.#enlarging = new EnlargingLoader(host.load, moving, () => ({
      viewer,
      layer: article.layer,
      nodes: () => article.nodes,
      loaded: () => /** @type {Loaded} */ (showing.loaded),
      host,
      showPhoto: (photo, cause) => { this.#goTo(photo, causeNumbers[cause]); },
    }));
    this.#pointers = listenToLayer({
      layer: article.layer,
      viewer,
      nodes: () => article.nodes,
      drawn: () => this.view === "canvas",
      tell: (call) => showing.tell(call),
      act: (call) => {
        if (showing.isStill) return;
        call();
        showing.flush();
      },
      follow: ({ url, kind }) => host.emit("article-navigate", { url, kind }, true),
    }, this.#end.signal);
  }

  /** "plain": the drawing has yielded. */
  get view() {
    return this.#showing.view;
  }

  // ---- its life

  /** Lays out what was read and shows it, by its layer. @returns {Promise<Loaded | null>} null: it was overtaken */
  load() {
    return this.#showing.load();
  }

  /** The load is told of: events may follow it. */
  start() {
    if (this.#showing.isGone) return;
    this.#events.wait(false);
    this.#vitals.ready();
    this.#showing.start();
    this.#announce();
    const { taking } = this.#host;
    if (taking) {
      taking.press();
      requestAnimationFrame(() => setTimeout(() => this.#showing.flush()));
    }
    whenIdle(() => this.#becomeWhole());
  }

  #becomeWhole() {
    const showing = this.#showing;
    if (!showing.isGone) showing.becomeWhole();
    if (showing.isGone) return;
    loadSelecting(this.#host, this.#end.signal).catch(() => {});
    this.#watchReading().catch(() => {});  // figures can be missed
  }

  async #watchReading() {
    if (!("IntersectionObserver" in window)) return;
    const { Reading } = await this.#host.load("article-viewer-reading.js", () => import("./reading.js"));
    const { article, isGone, isWhole } = this.#showing;
    if (isGone) return;
    const { emit, element } = this.#host;
    this.#reading = new Reading({ element, elementOf: (key) => article.layer.elementOf(key), emit, signal: this.#end.signal });
    this.#reading.follow(article.nodes, isWhole);
  }

  /**
   * Shows the same article, loaded again: what has not changed stays, and so do the reader's place and
   * choices. Until its successor is laid out the old one stays.
   * @param {DocumentText} text @param {boolean} sameSource it came from the URL that the old one is from
   * @param {AbortSignal} signal @param {boolean} [quiet] it is no load that is told of
   * @returns {Promise<Loaded | null>} null: it is another article, or was overtaken
   */
  async succeed(text, sameSource, signal, quiet = false) {
    const showing = this.#showing;
    // Without it another one is opened.
    const code = await this.#host.load("article-viewer-successor.js", () => import("./successor.js")).catch(() => null);
    const next = await code?.prepareSuccessor(this.#page, () => this.#shown(text, signal), sameSource, this.#traps);
    if (!next) return null;
    // Who holds the carousel goes on.
    while (this.#pointers.areDown && !signal.aborted && !this.#viewer.ended) await this.#pointers.released();
    if (signal.aborted || showing.isGone || next.viewer.ended) {
      next.viewer.destroy();
      return null;
    }
    showing.flush();  // what was chosen until now
    next.choose();
    this.#events.wait();
    if (!quiet) this.#vitals.shown(this.view === "canvas");
    this.#viewer.become(next.viewer);
    this.#reviving.abort();
    this.#text = text;
    showing.succeed(next);
    this.#enlarging.follow();
    return next.loaded;
  }

  /** The load of a successor is told of. */
  resume() {
    this.#events.wait(false);
    this.#vitals.ready();
    this.#showing.flush();
  }

  /**
   * What is shown now, for its successor.
   * @param {DocumentText} text @param {AbortSignal} signal
   * @returns {import("./successor.js").Shown | null} null: it can have none
   */
  #shown(text, signal) {
    const { isGone, loaded, article, look, sight } = this.#showing;
    if (signal.aborted || isGone || !loaded) return null;
    return {
      page: this.#page,
      viewer: this.#viewer,
      nodes: () => article.nodes,
      loaded,
      tabs: this.#events.tabs,
      settings: look.settings,
      viewport: sight.place.viewport,
      text,
      signal,
    };
  }

  /** @param {import("../core/core-viewer.js").CoreViewer | null} by who asked when the core ended */
  #blame(by) {
    this.#pointers.lose();
    if (by === this.#viewer) this.#traps.add();
  }

  /** The core has ended: goes on with the one that is there now, as it was. Until then it stands still. */
  async #goOn() {
    const showing = this.#showing;
    if (showing.isGone || !this.#viewer.ended || showing.life < Life.Told) return;
    const { core } = this.#page;
    if (!core.ended && !this.#traps.fault) {
      const { signal } = this.#reviving = new AbortController();
      if (await this.succeed(this.#text, true, signal, true).catch(() => null)) return this.resume();
      // Another end has its own round, and a load that came between has shown what it brought.
      if (core.ended || signal.aborted || showing.isGone) return;
    }
    this.#host.again(this.#traps.fault);
  }

  destroy() {
    const showing = this.#showing;
    if (showing.isGone) return;
    showing.life = Life.Gone;
    this.#end.abort();
    this.#enlarging.remove();
    this.#vitals.end();
    showing.destroy();
  }

  // ---- what the element asks

  /** Options, words or style changed. */
  configure() {
    this.#showing.configure();
  }

  /** @param {string} id @param {"rankings" | "comments"} part @returns {Promise<boolean>} whether there is one */
  async selectTab(id, part) {
    const number = Part[part];
    await this.#page.restarted;
    if (number === undefined || this.#showing.isStill) return false;
    const found = this.#viewer.selectTab(number, id, causeNumbers.script);
    this.#showing.flush();
    return found;
  }

  /** @param {number} index @returns {Promise<boolean>} whether there is one */
  async showPhoto(index) {
    await this.#page.restarted;
    return Number.isInteger(index) && this.#goTo(index, causeNumbers.script);
  }

  /** @param {number} index @param {number} cause */
  #goTo(index, cause) {
    if (this.#showing.isStill) return false;
    const found = this.#viewer.showPhoto(index, cause, performance.now());
    this.#showing.flush();
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
    const showing = this.#showing;
    const presenter = () => {
      const there = showing.isStill ? null : this.#page.presenter;
      if (!there) throw new DOMException("the article is gone", "InvalidStateError");
      return there;
    };
    presenter();
    const leave = showing.sight.wantAll();
    try {
      showing.finish();
      await showing.pictures.settled();
      const { drawBlob } = await this.#host.load("article-viewer-to-blob.js", () => import("../drawing/to-blob.js"));
      showing.flush();
      const { width, ratio } = showing.sight.place;
      const { layer, nodes, scrollers, height } = showing.article;
      return drawBlob(this.#viewer, presenter(),
        { layer: layer.element, nodes, scrollers, width, height, ratio, paper: showing.look.paper });
    } finally {
      leave();
      showing.requestFrame();
    }
  }

  /** What a messenger's card says of the document. @returns {import("../element/share.js").Share | null} */
  get share() {
    const { loaded, article } = this.#showing;
    return loaded && shareOf(loaded, article.nodes);
  }

  /** For tests. */
  get internals() {
    const { core, presenter } = this.#page;
    const { article, sight, isComplete } = this.#showing;
    return {
      framesDrawn: presenter?.renderer.framesDrawn ?? 0,
      textures: presenter?.renderer.textureCount ?? 0,
      gl: presenter?.renderer.gl,
      stats: core.stats(),
      completed: isComplete,
      memory: core.memory.byteLength,
      blocks: article.drawing.blocks,
      seen: sight.seen,
      /** How far each strip is from its place. */
      offsets: article.scrollers.map(({ offset }) => offset),
      texts: () => article.texts,
    };
  }

  // ---- what is told

  /** An update was written. @param {Update} update @param {{tree: boolean, whole: boolean}} isNew */
  #follow({ events }, { tree, whole }) {
    const { article, isWhole } = this.#showing;
    if (tree) this.#pointers.attachWheel(article.nodes);
    if (tree || whole) this.#reading?.follow(article.nodes, isWhole);
    this.#events.add(events);
    this.#announce();
  }

  /** Tells of what the core has told of. */
  #announce() {
    this.#events.tell((event) => announce(event, {
      emit: this.#host.emit,
      drawn: this.view === "canvas",
      enlarge: (part, index) => this.#enlarging.open(part, index),
    }), () => !this.#showing.isGone);
  }
}
