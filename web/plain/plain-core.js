import palettes from "../../assets/themes/palettes.json" with { type: "json" };
import { PlainComposer } from "./plain-composer.js";
import { readDocument } from "./plain-document.js";
import { isChinese, isRightToLeft } from "./plain-language.js";
import { defaultFamily, wordIn, wordLanguage } from "./plain-words.js";
import { Action, Change, Part, Role } from "../core/semantic-tree.js";

/**
 * What stands in the core's place where that can't be loaded: it reads
 * documents in the contract's form, keeps what the reader has chosen, and
 * answers the core's calls that the plain view makes (core.js). It draws
 * nothing and moves nothing.
 *
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("../core/core-viewer.js").Settings} Settings
 * @typedef {import("../core/core-viewer.js").CoreEvent} CoreEvent
 * @typedef {import("../core/core-viewer.js").PictureRequest} PictureRequest
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {import("../core/core-viewer.js").Update} Update
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/language.js").ReadLanguage} ReadLanguage
 * @typedef {import("./plain-document.js").Document} Document
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {Pick<import("../core/core.js").Core, "createViewer" | "defaultFamily">} CoreAnswers
 * @typedef {Pick<CoreViewer, "destroy" | "configure" | "read" | "readOn" | "load" | "word" | "update" | "semantics" |
 *   "activate" | "wakePanel" | "selectTab" | "showPhoto" | "pictureFailed" | "enlargedPhoto">} ViewerAnswers
 */

const themeColor = 0xffffffff;
const EventKind = { Tab: 1, Photo: 2, PhotoOpen: 3 };
const causes = /** @type {const} */ (["user", "script", "autoplay"]);
/** At least, CSS px: what is beyond what is seen is shown later. */
const heightOfLine = 20;
/** Of the widest column, CSS px. */
const widest = 648;
/** @implements {CoreAnswers} */
export class PlainCore {
  #readLanguage;

  /** @param {ReadLanguage} readLanguage */
  constructor(readLanguage) {
    this.#readLanguage = readLanguage;
  }

  /** @returns {CoreViewer} as far as the plain view asks it */
  createViewer() {
    return /** @type {any} */ (new PlainViewer(this.#readLanguage));
  }

  /** @param {string} language */
  defaultFamily(language) {
    return defaultFamily(this.#readLanguage(language));
  }
}

/** @implements {ViewerAnswers} */
class PlainViewer {
  /** @type {Settings} */
  #settings = /** @type {any} */ (null);
  /** @type {Document | null} */
  #document = null;
  /** @type {PlainComposer | null} */
  #made = null;
  #version = 0;
  /** How many of its nodes are shown. */
  #reached = 0;
  #generation = 0;
  /** @type {Set<number>} pictures */
  #asked = new Set();
  /** @type {CoreEvent[]} */
  #events = [];
  /** @type {import("./plain-pieces.js").State} */
  #state = { photo: 0, toldPhoto: -1, rankingTab: 0, commentTab: 0, failed: new Set(), awake: new Set() };

  /** @param {ReadLanguage} readLanguage */
  constructor(readLanguage) {
    this.#readLanguage = readLanguage;
  }
  #readLanguage;

  destroy() {}

  /** @param {PlainViewer} other */
  become(other) {
    this.#settings = other.#settings;
    this.#document = other.#document;
    this.#made = other.#made;
    this.#version = other.#version;
    this.#reached = other.#reached;
    this.#generation = other.#generation;
    this.#asked = other.#asked;
    this.#events = other.#events;
    this.#state = other.#state;
  }

  /** @param {Settings} settings @param {boolean} [recoloured] see CoreViewer @returns {number[]} the palette in force */
  configure(settings, recoloured) {
    this.#settings = settings;
    if (!recoloured) this.#made = null;
    const theme = settings.dark ? palettes.dark : palettes.light;
    return settings.palette.map((color, i) => color === themeColor ? Number(theme[i]) : color);
  }

  /** @param {Uint8Array} bytes @param {string} base @param {string} refused */
  read(bytes, base, refused) {
    this.#text = [bytes, base, refused];
  }
  /** @type {[Uint8Array, string, string]} */
  #text = [new Uint8Array(), "", ""];

  /** What there is in JavaScript is read at once. */
  readOn() {
    return true;
  }

  /** @returns {Loaded} */
  load() {
    const { document, refusal, message, problems } = readDocument(this.#readLanguage, ...this.#text);
    if (!refusal) {
      const { rankings, comments } = document;
      const tab = rankings?.tabs.findIndex(({ id }) => id === rankings.selected) ?? 0;
      this.#document = document;
      this.#made = null;
      this.#reached = 0;
      this.#generation += 1;
      this.#asked = new Set();
      this.#events = [];
      this.#state = { photo: 0, toldPhoto: -1, rankingTab: Math.max(0, tab),
        commentTab: comments && !comments.hot.length && comments.latest.length ? 1 : 0, failed: new Set(), awake: new Set() };
    }
    const language = this.#language;
    const { headline = "", url = "", id = "" } = document.article ?? {};
    return { refusal, message, headline, url, id, language: language.tag, rtl: isRightToLeft(language), chinese: isChinese(language), problems };
  }

  get #language() {
    return this.#readLanguage(this.#document?.language || this.#settings.pageLanguage);
  }

  /** @param {string} key */
  word(key) {
    const own = this.#settings.words[key];
    return { text: String(own ?? wordIn(key, this.#language)), language: own ? this.#language.tag : wordLanguage(this.#language) };
  }

  /** @returns {PlainComposer | null} */
  get #composed() {
    if (!this.#document) return null;
    if (!this.#made) {
      this.#version += 1;
      this.#made = new PlainComposer(this.#document, { ...this.#settings, language: this.#language,
        readLanguage: this.#readLanguage }, this.#state);
    }
    return this.#made;
  }

  /**
   * In flow the browser knows the height, and moves nothing.
   * @param {{top: number, height: number}} pictures where they are asked for @param {import("../core/core-viewer.js").Extent} laid as many
   *   nodes as will about stand in it
   * @returns {Update} without what a drawing takes
   */
  update(pictures, laid) {
    const nodes = this.#nodes;
    const { fontSize, width } = this.#settings;
    const letter = (isChinese(this.#language) ? 1.4 : 0.6) * fontSize ** 2;
    let height = 0, reached = 0;
    for (const { hidden, text, picture } of nodes) {
      if (height < laid.bottom) reached += 1;
      if (!hidden && (text || picture >= 0)) height += heightOfLine + text.length * letter / Math.min(widest, width);
    }
    if (reached > this.#reached) {
      this.#reached = reached;
      this.#version += 1;
    }
    const requests = pictures.top < 0 ? [] : this.#takeRequests();
    const update = { height, whole: this.#reached >= nodes.length, version: this.#version, requests, events: this.#events.splice(0) };
    return /** @type {Update} */ (update);
  }

  /**
   * @param {number} _version
   * @param {SemanticNode[]} nodesBefore that were given before
   */
  semantics(_version, nodesBefore) {
    const known = new Map(nodesBefore.map((node) => [node.key, node]));
    const nodes = this.#nodes.slice(0, this.#reached);
    for (const node of nodes) {
      const before = known.get(node.key);
      const same = before === node || before && JSON.stringify({ ...before, index: 0, parent: 0, changes: 0 }) ===
        JSON.stringify({ ...node, index: 0, parent: 0, changes: 0 });
      node.changes = same ? 0 : Change.Meaning | Change.Geometry;
    }
    return nodes;
  }

  get #nodes() {
    return this.#composed?.nodes ?? [];
  }

  // ---- what the reader does

  /** @param {number} node @returns {boolean} whether it does something */
  activate(node) {
    const { action, argument, part } = this.#nodes[node] ?? { action: Action.None };
    if (action === Action.SelectTab) this.#showTab(part, argument, 0);
    else if (action === Action.PreviousPhoto) this.showPhoto(this.#state.photo - 1, 0);
    else if (action === Action.NextPhoto) this.showPhoto(this.#state.photo + 1, 0);
    else if (action === Action.EnlargePhoto) this.#tell({ kind: EventKind.PhotoOpen, part, index: argument });
    else if (action === Action.RetryPicture) {
      this.#state.failed.delete(argument);
      this.#asked.delete(argument);
      this.#made = null;
    } else return false;
    return true;
  }

  /** All of them. */
  wakePanel() {
    this.#state.awake = null;
    this.#made = null;
  }

  /** @param {number} part @param {string} id @param {number} cause */
  selectTab(part, id, cause) {
    const ids = part === Part.comments ? ["hot", "latest"]
      : part === Part.rankings ? this.#document?.rankings?.tabs.map((tab) => tab.id) : [];
    return this.#showTab(part, ids?.indexOf(id) ?? -1, cause);
  }

  /** @param {number} part @param {number} number @param {number} cause */
  #showTab(part, number, cause) {
    const comments = part === Part.comments;
    const text = comments ? this.#document?.comments && ["hot", "latest"][number]
      : this.#document?.rankings?.tabs[number]?.id;
    if (!text) return false;
    const key = comments ? "commentTab" : "rankingTab";
    if (this.#state[key] === number) return true;
    this.#state[key] = number;
    this.#tell({ kind: EventKind.Tab, part, text, cause: causes[cause] });
    return true;
  }

  /** @param {number} index @param {number} cause */
  showPhoto(index, cause) {
    const state = this.#state;
    const total = this.#document?.gallery?.photos.length ?? 0;
    if (!(index >= 0 && index < total)) return false;
    if (state.photo === index) return true;
    state.photo = index;
    if (causes[cause] === "user") state.toldPhoto = index;
    this.#tell({ kind: EventKind.Photo, part: Part.gallery, index, total, cause: causes[cause] });
    return true;
  }

  /** @param {Partial<CoreEvent>} event */
  #tell(event) {
    this.#made = null;
    this.#events.push({ kind: 0, cause: "user", part: 0, linkKind: 0, index: 0, total: 0, width: 0,
      height: 0, text: "", ...event });
  }

  // ---- pictures

  /** Of what is shown, all at once: the browser loads each when it is near. @returns {PictureRequest[]} */
  #takeRequests() {
    const { width: own = 0, ratio = 1 } = this.#settings;
    return this.#nodes.slice(0, this.#reached).flatMap(({ role, picture, width: wide }) => {
      if (role !== Role.Image || this.#asked.has(picture)) return [];
      this.#asked.add(picture);
      const { src, photo } = /** @type {PlainComposer} */ (this.#composed).pictures[picture];
      const width = Math.ceil(ratio * Math.min(own, photo ? widest : wide));
      return [{ release: false, picture, generation: this.#generation, width, height: width,
        url: photo ? sourceFor(photo, width) : src }];
    });
  }

  /** @param {number} picture @param {number} generation */
  pictureFailed(picture, generation) {
    if (generation !== this.#generation) return;
    this.#state.failed.add(picture);
    this.#made = null;
  }

  /**
   * @param {number} part @param {number} index @param {number} width device px
   * @returns {import("../enlarged/photo-dialog.js").EnlargedPhoto | null}
   */
  enlargedPhoto(part, index, width) {
    const photos = part === Part.gallery ? this.#document?.gallery?.photos ?? [] : null;
    const photo = photos ? photos[index] : this.#composed?.pictures[index]?.photo;
    if (!photo) return null;
    return { index: photos ? index : 0, total: photos?.length ?? 1, width: photo.width, height: photo.height,
      url: sourceFor(photo, width), src: photo.src, alt: photo.alt, caption: photo.caption, credit: photo.credit,
      captionUrl: photo.url };
  }
}

/** The narrowest source that is wide enough, else the widest. @param {Photo} photo @param {number} width device px */
function sourceFor({ src, width: own, sources }, width) {
  let best = { src, width: own };
  for (const source of sources) {
    const enough = source.width >= width;
    // Where the width of `src` is not known, any other wins.
    if (best.width >= width ? enough && source.width < best.width : source.width > best.width) best = source;
  }
  return best.src;
}
