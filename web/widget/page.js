import { Core } from "../core/core.js";
import { Presenter } from "../drawing/presenter.js";
import { TextHost } from "../core/text-host.js";
import { turn } from "./turn.js";

/**
 * What all widgets of a page share: the core, the one WebGL context, the text
 * host, and the one animation frame in which all that changed is drawn.
 *
 * @typedef {{read: () => void, frame: (now: number) => void, fit: () => void, grow: () => void, isNear: boolean,
 *   fontsChanged: () => void, contextLost: () => void, contextRestored: () => void,
 *   contextGone: (message: string) => void, blame: (by: import("../core/core-viewer.js").CoreViewer | null) => void,
 *   goOn: () => Promise<void>}} Member `blame`: the core has ended when `by` asked; `goOn`: there is
 *   another core, or none is to be had
 */

/** Time that a lost context may take to come back, ms. */
const patience = 3000;

export class Page {
  /** @type {Promise<Page> | null} */
  static #opening = null;

  text;
  core;
  /** @type {Presenter | null} null: there is no WebGL 2 */
  presenter = null;
  /** When there is a core after one that has ended, or none is to be had. @type {Promise<void>} */
  started = Promise.resolve();
  /** And when all widgets go on with it. @type {Promise<void>} */
  restarted = Promise.resolve();
  #code;
  /** Resolves when a context was made, or when there is none. @type {Promise<void>} */
  opened;
  /** No context can be had. */
  withoutContext = false;
  #resolveOpened = () => {};
  /** @type {Set<Member>} */
  #members = new Set();
  /** @type {Set<Member>} */
  #due = new Set();
  /** That have more to lay out. @type {Set<Member>} */
  #growing = new Set();
  #growTimer = 0;
  #frame = 0;
  #lostTimer = 0;

  /** @param {Core} core @param {TextHost} text @param {WebAssembly.Module} code */
  constructor(core, text, code) {
    this.core = core;
    this.text = text;
    this.#code = code;
    core.onEnd = (by) => this.#restart(by);
    this.opened = new Promise((resolve) => { this.#resolveOpened = resolve; });
    document.fonts?.addEventListener("loadingdone", () => this.#fontsChanged());
  }

  /**
   * The page's own; a failure is forgotten, so that it can be tried again.
   * @param {Promise<WebAssembly.Module>} code
   * @returns {Promise<Page>}
   */
  static async open(code) {
    try {
      const before = await Page.#opening;
      await before?.started;
      if (before?.core.ended) Page.#opening = null;
      Page.#opening ??= (async () => {
        if (!document.createElement("canvas").getContext("2d")) throw new Error("there is no 2D canvas to measure text");
        const text = new TextHost(() => setTimeout(() => page.#fontsChanged()));
        const module = await code;
        const page = new Page(await startCore(text, module), text, module);
        return page;
      })();
      return await Page.#opening;
    } catch (error) {
      Page.#opening = null;
      throw error;
    }
  }

  /** The core has ended: another takes its place, and each widget goes on with that, near ones first. @param {import("../core/core-viewer.js").CoreViewer | null} by who asked */
  #restart(by) {
    this.presenter?.renderer.deletePages();
    each(this.#members, (member) => member.blame(by));
    const started = this.started = startCore(this.text, this.#code).then((core) => {
      core.onEnd = (by) => this.#restart(by);
      core.renderer = this.presenter?.renderer;
      this.core = core;
    }, () => {});
    this.restarted = started.then(async () => {
      for (const member of [...this.#members].sort((one, other) => Number(other.isNear) - Number(one.isNear)))
        if (this.started === started) await turn().then(() => member.goOn());
    });
  }

  /** Makes the context when it is first needed. @returns {boolean} whether there is one, be it lost for now */
  openContext() {
    if (this.presenter || this.withoutContext) return !this.withoutContext;
    this.presenter = Presenter.create();
    this.withoutContext = !this.presenter;
    this.core.renderer = this.presenter?.renderer;
    const { presenter } = this;
    presenter?.surface.addEventListener("webglcontextlost", (event) => this.#contextLost(event));
    presenter?.surface.addEventListener("webglcontextrestored", () => {
      if (this.presenter === presenter) this.#contextRestored();  // else it has been given up
    });
    this.#resolveOpened();
    return !this.withoutContext;
  }

  /** @param {Member} member */
  join(member) {
    this.#members.add(member);
  }

  /** @param {Member} member */
  leave(member) {
    this.#members.delete(member);
    this.#due.delete(member);
    this.#growing.delete(member);
    if (!this.#members.size) {
      this.presenter?.shrink();
      this.text.release();
    }
  }

  turn() {
    return turn();
  }

  /** Draws it in the next frame. @param {Member} member */
  requestFrame(member) {
    this.#due.add(member);
    this.#frame ||= requestAnimationFrame((now) => this.#drawFrame(now));
  }

  /** Lays out more of it soon, in a task of its own: by a timer, which runs in a hidden page too. @param {Member} member */
  growLater(member) {
    this.#growing.add(member);
    this.#growTimer ||= window.setTimeout(() => this.#grow());
  }

  /** A slice of one widget, of those near the reader first. */
  #grow() {
    this.#growTimer = 0;
    const [first] = this.#growing;
    const member = [...this.#growing].find(({ isNear }) => isNear) ?? first;
    if (!member) return;
    this.#growing.delete(member);
    try {
      member.grow();
    } finally {
      if (this.#growing.size) this.#growTimer ||= window.setTimeout(() => this.#grow());
    }
  }

  /** @param {number} now */
  #drawFrame(now) {
    this.#frame = 0;
    const due = [...this.#due];
    this.#due.clear();
    // Reads before writes, for all: one layout of the page, not one each.
    each(due, (member) => member.read());
    each(due, (member) => member.frame(now));
    this.fitLater(due);
  }

  /** The browser lays out and paints first what was written: reading it then costs no layout. @param {Member[]} members */
  fitLater(members) {
    setTimeout(() => each(members, (member) => member.fit()));
  }

  #fontsChanged() {
    if (!this.#members.size) return;
    this.text.forget();
    this.core.fontsChanged();
    each(this.#members, (member) => member.fontsChanged());
  }

  /** @param {Event} event */
  #contextLost(event) {
    event.preventDefault();  // else it never comes back
    each(this.#members, (member) => member.contextLost());
    clearTimeout(this.#lostTimer);
    this.#lostTimer = window.setTimeout(() => {
      this.withoutContext = true;
      each(this.#members, (member) => member.contextGone("WebGL was lost and did not come back"));
      this.presenter = null;
      this.core.renderer = undefined;
      this.core.contextLost();
    }, patience);
  }

  #contextRestored() {
    if (!this.presenter) return;
    clearTimeout(this.#lostTimer);
    this.presenter.renderer.restore();
    this.core.contextLost();
    each(this.#members, (member) => member.contextRestored());
  }
}

/**
 * What can't be had at once may be had the next time.
 * @param {TextHost} text @param {WebAssembly.Module} code
 */
const startCore = (text, code) => Core.start(text, code).catch(() => Core.start(text, code));

/**
 * One widget's fault (a page's word that throws) is not the others'.
 * @param {Iterable<Member>} members @param {(member: Member) => void} call
 */
function each(members, call) {
  for (const member of [...members]) {
    try {
      call(member);
    } catch (error) {
      reportError(error);
    }
  }
}
