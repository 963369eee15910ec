import { announceChoice, causeNumbers, CoreEvents } from "./core-events.js";
import { base, Sheets } from "../layer/base-styles.js";
import { click } from "../layer/clicks.js";
import { loadSelectingWhenSelected } from "./selecting.js";
import { EnlargingLoader } from "../enlarged/enlarging-loader.js";
import { flow } from "../layer/flow-styles.js";
import { FlowLayer } from "../layer/flow-layer.js";
import { FlowSize } from "./flow-size.js";
import { makeFrame } from "./frame.js";
import { holdFocus } from "../layer/focus.js";
import { Families } from "../layer/fonts.js";
import { keepPlace } from "./keep-place.js";
import { Life, whenIdle } from "./life.js";
import { listenToFind, listenToKeys } from "../layer/keyboard.js";
import { loadPicture } from "../plain/plain-pictures.js";
import { Look } from "./look.js";
import { moreContrast, readStyle, reducedMotion } from "./style-properties.js";
import { addWords } from "../plain/plain-words.js";
import { PlainCore } from "../plain/plain-core.js";
import { failure, readDocument, refused } from "./read-document.js";
import { Part } from "../core/semantic-tree.js";
import { watchPrinting } from "./printing.js";
import { Reading } from "./reading.js";
import { shareOf } from "./share.js";
import { Slots } from "../layer/slots.js";
import { watchText } from "../layer/text-scale.js";
import { turn } from "./turn.js";
import { Vitals } from "./vitals.js";

/**
 * One widget in the plain view: the same article as the drawn one, as HTML in flow, read and composed without the
 * core. What the browser does by itself (layout, scrolling, fonts, sharpness) is left to it.
 *
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("../element/document-source.js").DocumentText} DocumentText
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./successor.js").Succession} Succession
 */

/** What stands in for the core and for what all widgets share. @param {Host} host */
function pageFor({ readLanguage, statusWords }) {
  addWords(statusWords);
  return /** @type {import("./page.js").Page} */ (/** @type {unknown} */ ({ core: new PlainCore(readLanguage), turn }));
}

/** Where a widget that is not shown is laid out, CSS px. */
const hiddenWidth = 390;
/** Screens that a slice of a long article adds. */
const screensOfSlice = 8;

/**
 * Shows a document.
 * @param {Host} host @param {DocumentText} text
 * @returns {Promise<{widget: PlainWidget, loaded: Loaded}>}
 */
export async function openWidget(host, text) {
  const { fault } = host;
  if (fault && host.options().view === "canvas") throw failure(fault.reason, fault.message);
  await turn();
  const page = pageFor(host);
  const viewer = page.core.createViewer();
  if (host.signal.aborted || !await readDocument(page, viewer, text, host.signal)) throw failure("network", "overtaken");
  if (fault) host.emit("article-error", fault);
  host.clear();
  const widget = new PlainWidget(host, page, viewer);
  const loaded = host.signal.aborted ? null : widget.load();
  if (loaded && !loaded.refusal) return { widget, loaded };
  widget.destroy();
  throw loaded ? refused(loaded) : failure("network", "overtaken");
}

export class PlainWidget {
  view = /** @type {const} */ ("plain");
  #host;
  #page;
  #viewer;
  #frame;
  #probe;
  #content = document.createElement("div");
  #end = new AbortController();
  #sheets;
  #layer;
  #slots;
  #look;
  #enlarging;
  #vitals;
  #place = { width: hiddenWidth, ratio: 1 };
  #events = new CoreEvents();
  /** @type {typeof Life[keyof typeof Life]} */
  #life = Life.Made;
  /** @type {Loaded | null} */
  #loaded = null;
  /** @type {SemanticNode[]} in reading order */
  #nodes = [];
  /** Of the tree. */
  #version = 0;
  /** How far below its top it is made, CSS px. */
  #reach = 0;
  /** All of it is. */
  #whole = false;
  #requested = 0;
  #flowSize;
  /** What is seen of it is told of, once it stands. @type {Reading | null} */
  #reading = null;

  /** @param {Host} host @param {import("./page.js").Page} page @param {CoreViewer} viewer that has read a document */
  constructor(host, page, viewer) {
    this.#host = host;
    this.#page = page;
    this.#viewer = viewer;
    const { root } = host;
    const { signal } = this.#end;
    const layer = this.#layer = new FlowLayer(new Families((language) => page.core.defaultFamily(language)));
    this.#content.className = "content";
    this.#content.append(layer.element);
    const { frame, probe } = makeFrame(this.#content);
    this.#frame = frame;
    this.#probe = probe;
    this.#slots = new Slots(host.element, () => {}, () => this.#requestFrame(), signal);
    this.#vitals = new Vitals(host);
    this.#flowSize = new FlowSize(this.#content, host.emit);
    this.#enlarging = new EnlargingLoader(host.load, undefined, () => ({
      viewer, layer, host,
      nodes: () => this.#nodes,
      loaded: () => /** @type {Loaded} */ (this.#loaded),
      showPhoto: (photo, cause) => { this.#goTo(photo, causeNumbers[cause]); },
    }));
    this.#look = new Look({ page, host, viewer, layer, slots: this.#slots, content: this.#content, place: this.#place,
      inFlow: () => true,
      style: () => readStyle(probe, host.dark(), (color) => color) });
    this.#sheets = new Sheets(root, host.styleSheet);
    this.#sheets.put([[base, ""], [flow, ""]]);
    root.append(frame);
    this.#listen();
  }

  // ---- what the element asks

  /** Shows what was read. @returns {Loaded} */
  load() {
    this.#configure();
    const loaded = this.#viewer.load();
    if (loaded.refusal) return loaded;
    this.#loaded = loaded;
    this.#look.describe(loaded);
    const { taking } = this.#host;
    taking?.begin(this.#frame, this.#viewer, this.#look.settings);
    this.#host.reveal();
    this.#life = Life.Shown;
    const { top } = this.#host.element.getBoundingClientRect();
    this.#reach = innerHeight - top;
    this.#write();
    taking?.finish(() => this.#nodes, this.#layer, () => this.#flush());
    this.#vitals.shown(false);
    return loaded;
  }

  /** The load is told of: events may follow it. */
  start() {
    if (this.#gone) return;
    this.#life = Life.Told;
    this.resume();
    this.#watchPage();
    loadSelectingWhenSelected(this.#host, this.#end.signal);
    this.#host.taking?.press();
    whenIdle(() => {
      if (this.#gone) return;
      this.#life = Life.Whole;
      this.#watchReading();
      this.#flush();
    });
  }

  /** The load of a successor is told of. */
  resume() {
    this.#events.wait(false);
    this.#vitals.ready();
    this.#flush();
  }

  /**
   * Shows the same article, loaded again: what has not changed stays, and so do the reader's place and choices.
   * @param {DocumentText} text @param {boolean} sameSource it came from the URL that the old one is from
   * @param {AbortSignal} signal @param {boolean} [quiet] it is no load that is told of
   * @returns {Promise<Loaded | null>} null: it is another article, or was overtaken
   */
  async succeed(text, sameSource, signal, quiet = false) {
    const code = await this.#host.load("article-viewer-successor.js", () => import("./successor.js")).catch(() => null);  // without it another one is opened
    if (!code || signal.aborted || this.#gone || !this.#loaded) return null;
    const nodes = () => this.#nodes;
    const next = await code.Successor.prepare({ page: this.#page, viewer: this.#viewer, nodes, loaded: this.#loaded, tabs: this.#events.tabs,
      settings: this.#look.settings, viewport: innerHeight, text, signal }, sameSource);
    if (!next || signal.aborted || this.#gone) return null;
    this.#flush();  // what was chosen until now
    next.choose();
    this.#events.wait();
    if (!quiet) this.#vitals.shown(false);
    this.#viewer.become(next.viewer);
    this.#loaded = next.loaded;
    this.configure();
    this.#configure();
    this.#reach = Infinity;
    const succession = next.settle(this.#viewer, () => this.#update(), { succeed: (requests) => () => requests }, this.#slots);
    const release = code.holdInFlow(this.#nodes, succession, this.#content, (key) => this.#layer.elementOf(key));
    code.keepingSelection(this.#host.root, (node) => this.#layer.textAt(node), () => this.#write(succession), succession.match.moved);
    release();
    this.#enlarging.follow();
    return next.loaded;
  }

  /** Options, words or style changed. */
  configure() {
    this.#look.forget();
    this.#requestFrame();
  }

  /** @param {string} id @param {"rankings" | "comments"} part @returns {boolean} whether there is one */
  selectTab(id, part) {
    const found = this.#viewer.selectTab(Part[part], id, causeNumbers.script);
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {boolean} whether there is one */
  showPhoto(index) {
    return Number.isInteger(index) && this.#goTo(index, causeNumbers.script);
  }

  /** @param {number} index @param {number} cause */
  #goTo(index, cause) {
    const found = this.#viewer.showPhoto(index, cause, 0);
    this.#flush();
    return found;
  }

  /** @param {number} index @returns {Promise<boolean>} whether there is one */
  async openPhoto(index) {
    return Number.isInteger(index) && await this.#enlarging.open(Part.gallery, index);
  }

  async closePhoto() {
    await this.#enlarging.close();
  }

  /** What a messenger's card says of the document. */
  get share() {
    return this.#loaded && shareOf(this.#loaded, this.#nodes);
  }

  destroy() {
    if (this.#gone) return;
    this.#life = Life.Gone;
    this.#end.abort();
    cancelAnimationFrame(this.#requested);
    this.#enlarging.remove();
    this.#vitals.end();
    this.#frame.remove();
    this.#sheets.put([]);
  }

  get #gone() {
    return this.#life === Life.Gone;
  }

  /** For tests. */
  get internals() {
    return { completed: this.#life === Life.Whole && this.#whole };
  }

  // ---- writing

  #requestFrame() {
    if (!this.#gone) this.#requested ||= requestAnimationFrame(() => this.#flush());
  }

  #configure() {
    this.#place.width = Number.parseFloat(getComputedStyle(this.#content).width) || hiddenWidth;
    this.#place.ratio = devicePixelRatio;
    this.#look.apply(this.#loaded);
  }

  #update() {
    return this.#viewer.update({ top: 0, height: this.#reach }, { top: 0, bottom: this.#reach }, 1, 0);
  }

  /** Does what is due: writes what changed, tells of it, and goes on where there is more. */
  #flush() {
    this.#requested = 0;
    if (this.#gone || !this.#loaded) return;
    this.#configure();
    this.#write();
    this.#events.tell((event) => announceChoice(event, { emit: this.#host.emit,
      enlarge: (part, index) => this.#enlarging.open(part, index) }), () => !this.#gone);
    if (this.#gone || this.#life < Life.Told) return;
    setTimeout(() => {
      if (!this.#gone) this.#flowSize.tell(this.#whole);
    });
    if (this.#life < Life.Whole) return;
    if (this.#whole) this.#host.complete();
    else setTimeout(() => this.#grow());
  }

  /** A slice more. */
  #grow() {
    if (this.#whole) return;
    this.#reach += screensOfSlice * innerHeight;
    this.#flush();
  }

  /** @param {Succession | null} [succession] the tree is another document's */
  #write(succession = null) {
    const { root } = this.#host;
    const { update } = succession ?? { update: this.#update() };
    const grown = update.whole && !this.#whole;
    this.#whole = update.whole;
    const elementOf = (/** @type {number} */ key) => this.#layer.elementOf(key);
    const changed = succession || update.version !== this.#version;
    if (changed) {
      const holdsFocus = holdFocus(root, this.#layer.element);
      if (succession)
        this.#layer.rename(new Map([...succession.match.pairs].map(([node, was]) => [node.key, was.key])));
      this.#nodes = succession?.nodes ?? this.#viewer.semantics(this.#version, this.#nodes);
      this.#version = update.version;
      this.#layer.update(this.#nodes);
      this.#slots.follow(this.#nodes, elementOf);
      holdsFocus();
    }
    if (changed || grown) this.#reading?.follow(this.#nodes, this.#whole);
    for (const request of succession?.requests((picture) => this.#layer.imageOf(picture)) ?? update.requests) this.#loadPicture(request);
    this.#events.add(update.events);
  }

  /** @param {import("../core/core-viewer.js").PictureRequest} request */
  #loadPicture({ picture, generation, url }) {
    const image = this.#layer.imageOf(picture);
    if (!image) return;
    loadPicture(image, url, this.#host.options(), () => {
      this.#viewer.pictureFailed(picture, generation);
      this.#requestFrame();
    });
  }

  // ---- listening

  #listen() {
    const layer = this.#layer;
    const { signal } = this.#end;
    const activate = (/** @type {SemanticNode} */ node) => {
      this.#viewer.activate(node.index, 0);
      this.#flush();
    };
    listenToKeys(layer, activate, signal);
    listenToFind(layer, () => this.#nodes, activate, (photo) => this.#goTo(photo, causeNumbers.user), signal);
    const clicked = { activate, follow: (/** @type {{url: string, kind: import("../core/semantic-tree.js").LinkKind}} */ { url, kind }) =>
      this.#host.emit("article-navigate", { url, kind }, true) };
    for (const type of /** @type {const} */ (["click", "auxclick"]))
      layer.element.addEventListener(type, (event) => {
        // What happens in the page's own, in a slot, is its own.
        if (layer.element.contains(/** @type {Node} */ (event.target))) click(layer, event, clicked);
      }, { signal });
  }

  #watchPage() {
    const { signal } = this.#end;
    const restyled = () => this.configure();
    if ("ResizeObserver" in window) {
      const sizes = new ResizeObserver(() => this.#requestFrame());
      sizes.observe(this.#content);
      signal.addEventListener("abort", () => sizes.disconnect());
    }
    addEventListener("resize", () => this.#requestFrame(), { signal });
    for (const query of [reducedMotion, moreContrast]) query.addEventListener("change", restyled, { signal });
    this.#probe.addEventListener("transitionrun", restyled, { signal });
    watchText(this.#probe, restyled, signal);
    keepPlace({ element: this.#host.element, content: this.#content, nodes: () => this.#nodes,
      elementOf: (key) => this.#layer.elementOf(key), flush: () => this.#flush() }, signal);
    watchPrinting(this.#layer.element, () => {
      this.#reach = Infinity;
      this.#viewer.wakePanel(-1);
      this.#flush();
    }, signal);
  }

  #watchReading() {
    if (!("IntersectionObserver" in window)) return;
    const { emit, element } = this.#host;
    this.#reading = new Reading({ element, elementOf: (key) => this.#layer.elementOf(key), emit, signal: this.#end.signal });
    this.#reading.follow(this.#nodes, this.#whole);
  }
}
