import { PlainComposer } from "./plain-composer.js";
import { readDocument } from "./plain-document.js";
import { defaultFamily, isRightToLeft, wordIn, wordLanguage } from "./plain-words.js";
import { Action, Change, Part, Role } from "../core/semantic-tree.js";

/**
 * What stands in the core's place where that can't be loaded: it reads
 * documents in the contract's form, keeps what the reader has chosen, and
 * answers the core's calls that the plain view makes (core.js). It draws
 * nothing and moves nothing.
 *
 * @typedef {import("../core/core.js").Core} Core
 * @typedef {import("../core/core.js").Settings} Settings
 * @typedef {import("../core/core.js").CoreEvent} CoreEvent
 * @typedef {import("../core/core.js").PictureRequest} PictureRequest
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./plain-document.js").Document} Document
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {Pick<Core, "createViewer" | "destroyViewer" | "configure" | "loadDocument" | "word" |
 *   "defaultFamily" | "layout" | "versions" | "semantics" | "activate" | "selectTab" | "showPhoto" |
 *   "pictureFailed" | "pictureShownByHost" | "wordLanguage" | "enlargedPhoto" | "needsFrame" |
 *   "wakeAt" | "setNear" | "takeRequests" | "takeEvents" | "stats" | "memory">} Answers
 * @typedef {{settings: Settings, document: Document | null, composed: PlainComposer | null,
 *   version: number, generation: number, asked: Set<number>, events: CoreEvent[],
 *   state: import("./plain-composer.js").State}} Viewer
 */

const light = [0xffffff, 0xf6f7f8, 0x1a1c1e, 0x505459, 0xe3e5e8, 0x767b82, 0xaf1219, 0x1352a6];
const dark = [0x141618, 0x1e2124, 0xdfe1e4, 0xa7acb3, 0x33373b, 0x7c828a, 0xff8a80, 0x8ab4f8];
const themeColor = 0xffffffff;
const EventKind = { Tab: 1, Photo: 2, PhotoOpen: 3 };
const causes = /** @type {const} */ (["user", "script", "autoplay"]);
/** Of the widest column, CSS px. */
const widest = 648;
/** The strips of carousel and tabs: nothing in them is moved. */
const scrollers = Array.from({ length: 3 }, () => ({ offset: 0, x: 0, y: 0, width: 0, height: 0 }));

/** @implements {Answers} */
export class PlainCore {
  /** @type {Map<number, Viewer>} */
  #viewers = new Map();
  #count = 0;
  memory = new ArrayBuffer(0);

  createViewer() {
    this.#count += 1;
    this.#viewers.set(this.#count, { settings: /** @type {any} */ (null), document: null,
      composed: null, version: 0, generation: 0, asked: new Set(), events: [],
      state: { photo: 0, toldPhoto: -1, rankingTab: 0, commentTab: 0, failed: new Set() } });
    return this.#count;
  }

  /** @param {number} viewer */
  destroyViewer(viewer) {
    this.#viewers.delete(viewer);
  }

  /** @param {number} viewer @returns {Viewer} */
  #find(viewer) {
    return /** @type {Viewer} */ (this.#viewers.get(viewer));
  }

  /** @param {number} viewer @param {Settings} settings @returns {number[]} the palette in force */
  configure(viewer, settings) {
    const found = this.#find(viewer);
    found.settings = settings;
    found.composed = null;
    const theme = settings.dark ? dark : light;
    return settings.palette.map((color, i) => color === themeColor ? theme[i] : color);
  }

  /** @param {number} viewer @param {Uint8Array} bytes @param {string} base @returns {import("../core/core.js").Loaded} */
  loadDocument(viewer, bytes, base) {
    const found = this.#find(viewer);
    const { document, refusal, message, problems } = readDocument(bytes, base);
    if (!refusal) {
      const { rankings, comments } = document;
      const tab = rankings?.tabs.findIndex(({ id }) => id === rankings.selected) ?? 0;
      Object.assign(found, { document, composed: null, generation: found.generation + 1,
        asked: new Set(), events: [], state: { photo: 0, toldPhoto: -1, rankingTab: Math.max(0, tab),
          commentTab: comments && !comments.hot.length && comments.latest.length ? 1 : 0, failed: new Set() } });
    }
    const language = this.#language(found);
    return { refusal, message, headline: document.article?.headline ?? "", language,
      rtl: isRightToLeft(language), problems };
  }

  /** @param {Viewer} viewer */
  #language({ document, settings }) {
    return document?.language || settings.pageLanguage;
  }

  /** @param {number} viewer @param {string} key */
  word(viewer, key) {
    const found = this.#find(viewer);
    return String(found.settings.words[key] ?? wordIn(key, this.#language(found)));
  }

  /** @param {number} viewer @returns {string} */
  wordLanguage(viewer) {
    return wordLanguage(this.#language(this.#find(viewer)));
  }

  /** @param {string} language */
  defaultFamily(language) {
    return defaultFamily(language);
  }

  /** @param {Viewer} viewer @returns {PlainComposer | null} */
  #composed(viewer) {
    const { document, settings, state } = viewer;
    if (!document) return null;
    if (!viewer.composed) {
      viewer.version += 1;
      viewer.composed = new PlainComposer(document,
        { ...settings, language: this.#language(viewer) }, state);
    }
    return viewer.composed;
  }

  /** In flow the browser knows the height. */
  layout() {
    return 0;
  }

  /** @param {number} viewer */
  versions(viewer) {
    const found = this.#find(viewer);
    this.#composed(found);
    return { version: found.version, scrollers };
  }

  /**
   * @param {number} viewer @param {number} _version
   * @param {Map<number, SemanticNode>} known nodes that were given before, by key
   */
  semantics(viewer, _version, known) {
    const nodes = this.#nodes(viewer);
    for (const node of nodes) {
      const before = known.get(node.key);
      const same = before && JSON.stringify({ ...before, index: 0, parent: 0, changes: 0 }) ===
        JSON.stringify({ ...node, index: 0, parent: 0, changes: 0 });
      node.changes = same ? 0 : Change.Meaning | Change.Geometry;
    }
    known.clear();
    for (const node of nodes) known.set(node.key, node);
    return nodes;
  }

  /** @param {number} viewer */
  #nodes(viewer) {
    return this.#composed(this.#find(viewer))?.nodes ?? [];
  }

  // ---- what the reader does

  /** @param {number} viewer @param {number} node @returns {boolean} whether it does something */
  activate(viewer, node) {
    const found = this.#find(viewer);
    const { action, argument, part } = this.#nodes(viewer)[node] ?? { action: Action.None };
    if (action === Action.SelectTab) this.#showTab(found, part, argument, 0);
    else if (action === Action.PreviousPhoto) this.#goTo(found, found.state.photo - 1, 0);
    else if (action === Action.NextPhoto) this.#goTo(found, found.state.photo + 1, 0);
    else if (action === Action.EnlargePhoto)
      this.#tell(found, { kind: EventKind.PhotoOpen, part, index: argument });
    else if (action === Action.RetryPicture) {
      found.state.failed.delete(argument);
      found.asked.delete(argument);
      found.composed = null;
    } else return false;
    return true;
  }

  /** @param {number} viewer @param {number} part @param {string} id @param {number} cause */
  selectTab(viewer, part, id, cause) {
    const found = this.#find(viewer);
    const ids = part === Part.comments ? ["hot", "latest"] : found.document?.rankings?.tabs.map((tab) => tab.id);
    return this.#showTab(found, part, ids?.indexOf(id) ?? -1, cause);
  }

  /** @param {Viewer} viewer @param {number} part @param {number} number @param {number} cause */
  #showTab(viewer, part, number, cause) {
    const { document, state } = viewer;
    const comments = part === Part.comments;
    const text = comments ? document?.comments && ["hot", "latest"][number]
      : document?.rankings?.tabs[number]?.id;
    if (!text) return false;
    const key = comments ? "commentTab" : "rankingTab";
    if (state[key] === number) return true;
    state[key] = number;
    this.#tell(viewer, { kind: EventKind.Tab, part, text, cause: causes[cause] });
    return true;
  }

  /** @param {number} viewer @param {number} index @param {number} cause */
  showPhoto(viewer, index, cause) {
    return this.#goTo(this.#find(viewer), index, cause);
  }

  /** @param {Viewer} viewer @param {number} index @param {number} cause */
  #goTo(viewer, index, cause) {
    const { document, state } = viewer;
    const total = document?.gallery?.photos.length ?? 0;
    if (!(index >= 0 && index < total)) return false;
    if (state.photo === index) return true;
    state.photo = index;
    if (causes[cause] === "user") state.toldPhoto = index;
    this.#tell(viewer, { kind: EventKind.Photo, part: Part.gallery, index, total, cause: causes[cause] });
    return true;
  }

  /** @param {Viewer} viewer @param {Partial<CoreEvent>} event */
  #tell(viewer, event) {
    viewer.composed = null;
    viewer.events.push({ kind: 0, cause: "user", part: 0, linkKind: 0, index: 0, total: 0, width: 0,
      height: 0, text: "", ...event });
  }

  /** @param {number} viewer @returns {CoreEvent[]} */
  takeEvents(viewer) {
    return this.#find(viewer).events.splice(0);
  }

  // ---- pictures

  /** All at once: the browser loads each when it is near. @param {number} viewer @returns {PictureRequest[]} */
  takeRequests(viewer) {
    const found = this.#find(viewer);
    const pictures = this.#composed(found)?.pictures ?? [];
    const shape = new Map(found.composed?.nodes.filter(({ role }) => role === Role.Image)
      .map((node) => [node.picture, node]));
    return pictures.flatMap(({ src, photo }, picture) => {
      if (found.asked.has(picture)) return [];
      found.asked.add(picture);
      const { settings } = found;
      const width = Math.ceil(Math.min(settings.width, photo ? widest : shape.get(picture)?.width ?? widest) *
        settings.ratio);
      return [{ release: false, picture, generation: found.generation, width, height: width,
        url: photo ? sourceFor(photo, width) : src }];
    });
  }

  /** @param {number} viewer @param {number} picture @param {number} generation */
  pictureFailed(viewer, picture, generation) {
    const found = this.#find(viewer);
    if (generation !== found.generation) return;
    found.state.failed.add(picture);
    found.composed = null;
  }

  /** It stands in the page: nothing else is to be done. */
  pictureShownByHost() {}

  /**
   * @param {number} viewer @param {number} part @param {number} index @param {number} width device px
   * @returns {import("../enlarged/photo-dialog.js").EnlargedPhoto | null}
   */
  enlargedPhoto(viewer, part, index, width) {
    const found = this.#find(viewer);
    const photos = part === Part.gallery ? found.document?.gallery?.photos ?? [] : null;
    const photo = photos ? photos[index] : this.#composed(found)?.pictures[index]?.photo;
    if (!photo) return null;
    return { index: photos ? index : 0, total: photos?.length ?? 1, width: photo.width, height: photo.height,
      url: sourceFor(photo, width), alt: photo.alt, caption: photo.caption, credit: photo.credit,
      captionUrl: photo.url };
  }

  // ---- what only a drawing asks

  setNear() {}

  needsFrame() {
    return 0;
  }

  wakeAt() {
    return -1;
  }

  /** @returns {number[]} */
  stats() {
    return [];
  }
}

/** The narrowest source that is wide enough, else the widest. @param {Photo} photo @param {number} width device px */
function sourceFor({ src, width: own, sources }, width) {
  let best = { src, width: own };
  for (const source of sources) {
    const enough = source.width >= width;
    const better = best.width >= width ? enough && source.width < best.width : source.width > best.width;
    // Where the width of `src` is not known, a source that is enough wins.
    if (better || (!best.width && enough)) best = source;
  }
  return best.src;
}
