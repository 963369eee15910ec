import { readLines, readSemantics } from "./semantic-tree.js";
import { WordReader } from "./word-reader.js";

/**
 * One viewer of the core (src/web/core.h): a document, what the reader has
 * chosen in it, and what is to be shown of it.
 *
 * @typedef {import("../drawing/renderer.js").Frame} Frame
 * @typedef {import("./semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{refusal: 0 | 1 | 2, message: string, headline: string, url: string, id: string, language: string,
 *   rtl: boolean, chinese: boolean, problems: {severity: "error" | "warning", pointer: string,
 *   message: string}[]}} Loaded
 * @typedef {{width: number, ratio: number, fontSize: number, leastSize: number, lineHeight: number,
 *   radius: number, own: number[], autoplay: number, dark: boolean, headingLevel: number, reducedMotion: boolean,
 *   parts: number[], palette: number[], pageLanguage: string, pageUrl: string,
 *   font: string, headlineFont: string, words: Record<string, string>}} Settings
 * @typedef {{offset: number, x: number, y: number, width: number, height: number}} Scroller
 * @typedef {{release: boolean, picture: number, generation: number, width: number,
 *   height: number, url: string}} PictureRequest
 * @typedef {{kind: number, cause: "user" | "script" | "autoplay", part: number,
 *   linkKind: number, index: number, total: number, width: number, height: number,
 *   text: string}} CoreEvent
 * @typedef {{top: number, bottom: number}} Extent of the content, CSS px
 * @typedef {{height: number, whole: boolean, version: number, goesOn: boolean, wait: number,
 *   phrases: number,
 *   scrollers: Scroller[], damage: number[], requests: PictureRequest[], events: CoreEvent[]}} Update
 *   `height`: of the content, CSS px; `whole`: nothing is estimated; `version`: of the tree; `goesOn`: is to be asked for in the
 *   next frame; `wait`: ms until it is though nothing changes, -1 never; `phrases`: the number of the language whose model a
 *   title lacks, 0: none; `damage`: keys of blocks
 * @typedef {{key: number, left: number, top: number, width: number, height: number,
 *   ratio: number}} BlockView `left` and `top`: content CSS px; `width` and `height`: device px
 */

const causes = /** @type {const} */ (["user", "script", "autoplay"]);
const wordsOfCommand = 9;
const bytesOfVertex = 20;

export class CoreViewer {
  #home;
  #handle;

  /** @param {import("./core.js").Core} core */
  constructor(core) {
    this.#home = core;
    this.#handle = this.#core.call((module) => module.av_create_viewer());
  }

  /** That knows who asks. */
  get #core() {
    this.#home.by = this;
    return this.#home;
  }

  /** Its core has ended: it knows nothing any more, and is not to be asked. */
  get ended() {
    return this.#home.ended;
  }

  destroy() {
    if (this.ended) return;
    try {
      this.#core.call((module) => module.av_destroy_viewer(this.#handle));
    } catch (error) {
      reportError(error);  // nobody waits for it, and what else ends with it is to end
    }
  }

  /** Takes over what another one is, which is then not to be asked. @param {CoreViewer} other */
  become(other) {
    this.destroy();
    this.#home = other.#home;
    this.#handle = other.#handle;
  }

  /**
   * @param {Settings} settings @param {boolean} [_recoloured] they differ in colours alone from those before: these are
   *   properties of the style, and make nothing anew. The core sees that itself
   * @returns {number[]} the palette in force
   */
  configure(settings, _recoloured) {
    const floats = new Float32Array([settings.width, settings.ratio, settings.fontSize,
      settings.lineHeight, settings.radius, settings.autoplay, settings.leastSize, ...settings.own]);
    const parts = settings.parts.reduce((sum, part, i) => sum | (part + 1) << (4 * i), 0);
    const ints = new Uint32Array([settings.dark ? 1 : 0, settings.headingLevel,
      settings.reducedMotion ? 1 : 0, parts, ...settings.palette]);
    const strings = [settings.pageLanguage, settings.pageUrl, settings.font, settings.headlineFont,
      ...Object.entries(settings.words).flat().map(String)].join("\x1F");
    const [floatsAt, , intsAt, , textAt, bytes] = this.#core.put(floats, ints, strings);
    const reply = this.#core.ask((module) =>
      module.av_configure(this.#handle, floatsAt, intsAt, textAt, bytes));
    return Array.from({ length: 8 }, () => reply.number());
  }

  /**
   * Begins to read a document.
   * @param {Uint8Array} bytes @param {string} base @param {string} refused types of pictures that are not shown, a line each
   */
  read(bytes, base, refused) {
    const text = this.#core.put(bytes, base, refused);
    this.#core.call((module) => module.av_read(this.#handle, ...text));
  }

  /** Reads about so many JSON values more. @param {number} values @returns {boolean} whether that was all */
  readOn(values) {
    return this.#core.call((module) => module.av_read_on(this.#handle, values) === 1);
  }

  /** Shows what was read. @returns {Loaded} */
  load() {
    const reply = this.#core.ask((module) => module.av_load(this.#handle));
    return {
      refusal: /** @type {0 | 1 | 2} */ (reply.number()),
      message: reply.string(),
      headline: reply.string(),
      url: reply.string(),
      id: reply.string(),
      language: reply.string(),
      rtl: reply.number() === 1,
      chinese: reply.number() === 1,
      problems: reply.list(() => ({
        severity: reply.number() ? /** @type {const} */ ("warning") : /** @type {const} */ ("error"),
        pointer: reply.string(),
        message: reply.string(),
      })),
    };
  }

  /** @param {string} key @returns {{text: string, language: string}} and the language of the widget's own words */
  word(key) {
    const text = this.#core.put(key);
    const reply = this.#core.ask((module) => module.av_word(this.#handle, ...text));
    return { text: reply.string(), language: reply.string() };
  }

  /**
   * Lays out a part of which nothing is seen yet.
   * @param {Extent} laid @returns {number} of the language whose model of phrases a title lacks; 0: none
   */
  layOut({ top, bottom }) {
    return this.#core.call((module) => module.av_lay_out(this.#handle, top, bottom));
  }

  /**
   * Hands over a language's model, for all viewers.
   * @param {number} language @param {string} model @param {boolean} anew this one's titles are broken anew: they are not seen yet
   */
  learnPhrases(language, model, anew) {
    const text = this.#core.put(model);
    this.#core.call((module) => module.av_learn_phrases(anew ? this.#handle : 0, language, ...text));
  }

  /**
   * Does all that is due, once a frame.
   * @param {{top: number, height: number}} near the content near the reader, CSS px
   * @param {Extent} laid what is to be laid out now
   * @param {number} ratio that pictures are asked for at @param {number} now
   * @returns {Update}
   */
  update({ top, height }, laid, ratio, now) {
    const reply = this.#core.ask((module) =>
      module.av_update(this.#handle, top, height, laid.top, laid.bottom, ratio, now));
    return {
      height: reply.real(),
      whole: reply.number() === 1,
      version: reply.number(),
      goesOn: reply.number() === 1,
      wait: reply.real(),
      phrases: reply.number(),
      scrollers: reply.list(() => ({
        offset: reply.real(), x: reply.real(), y: reply.real(), width: reply.real(), height: reply.real(),
      })),
      damage: reply.list(() => reply.number()),
      requests: reply.list(() => ({
        release: reply.number() === 1, picture: reply.integer(), generation: reply.number(),
        width: reply.number(), height: reply.number(), url: reply.string(),
      })),
      events: reply.list(() => ({
        kind: reply.number(), cause: causes[reply.number()], part: reply.number(),
        linkKind: reply.number(), index: reply.integer(), total: reply.integer(),
        width: reply.real(), height: reply.real(), text: reply.string(),
      })),
    };
  }

  /**
   * Draws blocks as they stand, a view each.
   * @param {BlockView[]} views
   * @returns {Frame} of views of the memory, good until the next call
   */
  draw(views) {
    const words = new Uint32Array(views.length * 6);
    const floats = new Float32Array(words.buffer);
    views.forEach(({ key, left, top, width, height, ratio }, i) => {
      words.set([key, 0, 0, width, height], i * 6);
      floats.set([left, top], i * 6 + 1);
      floats[i * 6 + 5] = ratio;
    });
    const [address] = this.#core.put(words);
    const reply = this.#core.ask((module) => module.av_draw(this.#handle, address, views.length));
    const [vertices, vertexCount, indices, indexCount, commands, commandCount, ends] =
      Array.from({ length: 7 }, () => reply.number());
    const { memory } = this.#core;
    const command = new WordReader(memory, commands, commandCount * wordsOfCommand);
    const all = Array.from({ length: commandCount }, () => ({
      texture: command.number(), mask: command.number() === 1, left: command.real(),
      top: command.real(), right: command.real(), bottom: command.real(), count: command.number(),
      first: command.number(), base: command.number(),
    }));
    const viewEnds = [...new Uint32Array(memory, ends, views.length)];
    return {
      vertices: new Uint8Array(memory, vertices, vertexCount * bytesOfVertex),
      indices: new Uint8Array(memory, indices, indexCount * 2),
      views: viewEnds.map((end, i) => all.slice(viewEnds[i - 1] ?? 0, end)),
    };
  }

  /**
   * The tree, with what changed in it since a version.
   * @param {number} version that is known, 0: none
   * @param {SemanticNode[]} before nodes of that version
   * @returns {SemanticNode[]} in reading order
   */
  semantics(version, before) {
    return readSemantics(this.#core.ask((module) => module.av_semantics(this.#handle, version)), before);
  }

  /** The lines of some nodes' texts. @param {SemanticNode[]} nodes @returns {import("./semantic-tree.js").Line[][]} */
  lines(nodes) {
    const [address] = this.#core.put(Uint32Array.from(nodes, ({ index }) => index));
    const reply = this.#core.ask((module) => module.av_lines(this.#handle, address, nodes.length));
    return nodes.map(() => readLines(reply));
  }

  /** For tests: where the segments of a node's lines are drawn, content CSS px. @param {number} node */
  segments(node) {
    const reply = this.#core.ask((module) => module.av_segments(this.#handle, node));
    return reply.list(() => ({
      line: reply.number(), begin: reply.number(), end: reply.number(), roomLeft: reply.real(),
      left: reply.real(), right: reply.real(), roomRight: reply.real(), inkLeft: reply.real(),
      inkRight: reply.real(), blank: reply.number() === 1,
    }));
  }

  /**
   * A photo to be enlarged, as the event tells of it.
   * @param {number} part @param {number} index @param {number} width device px
   * @returns {import("../enlarged/photo-dialog.js").EnlargedPhoto | null}
   */
  enlargedPhoto(part, index, width) {
    if (this.ended) return null;  // its dialog goes on with what it has
    const reply = this.#core.ask((module) => module.av_enlarged_photo(this.#handle, part, index, width));
    if (reply.number() === 0) return null;
    return {
      index: reply.integer(), total: reply.integer(), width: reply.integer(), height: reply.integer(),
      url: reply.string(), src: reply.string(), alt: reply.string(), caption: reply.string(), credit: reply.string(),
      captionUrl: reply.string(),
    };
  }

  /** What the page has put into a slot. @param {number} number the argument of its node @param {number} height CSS px */
  slot(number, height) {
    this.#core.call((module) => module.av_slot(this.#handle, number, height));
  }

  // ---- what the reader does

  /** @param {0 | 1 | 2} what may go on, waits, stops */
  autoplay(what) {
    this.#core.call((module) => module.av_autoplay(this.#handle, what));
  }
  /**
   * @param {boolean} press or hover @param {number} node -1: none
   * @param {number} range a link in its text, -1: the node
   */
  highlight(press, node, range) {
    this.#core.call((module) => module.av_highlight(this.#handle, Number(press), node, range));
  }
  /** @param {number} node a panel of tabs that is asleep; -1: all of them */
  wakePanel(node) {
    this.#core.call((module) => module.av_wake_panel(this.#handle, node));
  }
  /** @param {number} node @param {number} now */
  activate(node, now) {
    return this.#core.call((module) => module.av_activate(this.#handle, node, now) === 1);
  }
  /** @param {number} part @param {string} id @param {number} cause */
  selectTab(part, id, cause) {
    const [address, bytes] = this.#core.put(id);
    return this.#core.call((module) => module.av_select_tab(this.#handle, part, address, bytes, cause) === 1);
  }
  /** @param {number} index @param {number} cause @param {number} now */
  showPhoto(index, cause, now) {
    return this.#core.call((module) => module.av_show_photo(this.#handle, index, cause, now) === 1);
  }
  /** @param {number} id @param {number} kind @param {number} x @param {number} y @param {number} now */
  pointerDown(id, kind, x, y, now) {
    this.#core.call((module) => module.av_pointer_down(this.#handle, id, kind, x, y, now));
  }
  /**
   * @param {number} id @param {number} x @param {number} y @param {number} now
   * @returns {boolean} whether a drag is under way
   */
  pointerMove(id, x, y, now) {
    return this.#core.call((module) => module.av_pointer_move(this.#handle, id, x, y, now) === 1);
  }
  /** @param {number} id @param {number} x @param {number} y @param {number} now */
  pointerUp(id, x, y, now) {
    return this.#core.call((module) => module.av_pointer_up(this.#handle, id, x, y, now) === 1);
  }
  /** @param {number} now */
  pointerCancel(now) {
    this.#core.call((module) => module.av_pointer_cancel(this.#handle, now));
  }
  /**
   * @param {number} x @param {number} y @param {number} dx @param {number} dy
   * @param {number} now @returns {boolean} whether it was taken
   */
  wheel(x, y, dx, dy, now) {
    return this.#core.call((module) => module.av_wheel(this.#handle, x, y, dx, dy, now) === 1);
  }

  // ---- pictures

  /**
   * @param {number} picture @param {number} generation
   * @param {number} texture @param {number} width @param {number} height
   */
  pictureReady(picture, generation, texture, width, height) {
    this.#core.call((module) => module.av_picture_ready(this.#handle, picture, generation, texture, width, height));
  }
  /** @param {number} picture @param {number} generation */
  pictureFailed(picture, generation) {
    this.#core.call((module) => module.av_picture_failed(this.#handle, picture, generation));
  }
  /** @param {number} picture @param {number} generation */
  pictureShownByHost(picture, generation) {
    this.#core.call((module) => module.av_picture_shown_by_host(this.#handle, picture, generation));
  }
}
