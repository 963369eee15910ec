import { hold } from "./anchor.js";
import { causeNumbers, EventKind } from "./core-events.js";
import { readDocument, refused } from "./read-document.js";
import { findPhoto } from "../core/find-photo.js";
import { Growth } from "./growth.js";
import { matchTrees } from "../core/match-trees.js";
import { isSameArticle } from "../core/same-article.js";
import { Action, currentSlide, icons, Part } from "../core/semantic-tree.js";

// What an article without a drawing needs for no other change.
export { keepingSelection } from "../layer/selection.js";

/**
 * An article that is loaded again: laid out beside what is shown, with what the
 * reader has chosen, until it can take its place in one step.
 *
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {import("../core/core-viewer.js").Update} Update
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{page: import("./page.js").Page, viewer: CoreViewer, nodes: () => SemanticNode[], loaded: Loaded,
 *   tabs: Map<number, string>, settings: import("../core/core-viewer.js").Settings, viewport: number,
 *   text: import("../element/document-source.js").DocumentText, signal: AbortSignal}} Shown `tabs`: ids that were chosen,
 *   by part; `text`: of what is to come
 * @typedef {{update: Update, nodes: SemanticNode[], match: ReturnType<typeof matchTrees>,
 *   requests: (imageOf: (picture: number) => HTMLImageElement | null) => import("../core/core-viewer.js").PictureRequest[]}} Succession
 *   `requests`: of pictures that are not there, once the tree is written
 */

/** What one task may take where others wait, ms. */
const atOnce = 16;
/** No picture is asked for before it is shown. */
const nowhere = { top: -1e6, height: 1 };

/** The same photo, wherever it is now. @param {CoreViewer} next @param {Shown} shown */
function choosePhoto(next, { viewer, nodes }) {
  const slide = currentSlide(nodes());
  if (!slide) return;
  const { src } = viewer.enlargedPhoto(Part.gallery, slide.argument, 0) ?? {};
  if (viewer.ended) {  // its core has, and this is the same document
    next.showPhoto(slide.argument, causeNumbers.script, 0);
    return;
  }
  const { total } = next.enlargedPhoto(Part.gallery, 0, 0) ?? { total: 0 };
  next.showPhoto(Math.max(0, findPhoto(next, Part.gallery, src, slide.argument, total)), causeNumbers.script, 0);
}

/**
 * What is read of an article in flow stays where it is.
 * @param {SemanticNode[]} nodes that are shown @param {Succession} succession @param {HTMLElement} content
 * @param {(key: number) => HTMLElement | undefined} elementOf @returns {() => void} to be called once it is written
 */
export function holdInFlow(nodes, { match }, content, elementOf) {
  const before = new Set(match.pairs.values());
  const top = -content.getBoundingClientRect().top;
  return hold(nodes.filter((node) => before.has(node)), { top, bottom: top + innerHeight }, content, elementOf, null);
}

/**
 * Prepares one with the core that there is, and with the next one where that ends.
 * @param {import("./page.js").Page} page @param {() => Shown | null} shown what is shown now; null: it can have none
 * @param {boolean} sameSource @param {import("./traps.js").Traps} traps of what is shown
 * @returns {Promise<Successor | null>}
 */
export async function prepareSuccessor(page, shown, sameSource, traps) {
  await page.started;
  const { core } = page;
  const now = core.ended || traps.fault ? null : shown();
  return now && Successor.prepare(now, sameSource).catch((error) => {
    traps.note(core, error);
    return prepareSuccessor(page, shown, sameSource, traps);
  });
}

export class Successor {
  #shown;

  /** @param {Shown} shown @param {CoreViewer} viewer @param {Loaded} loaded */
  constructor(shown, viewer, loaded) {
    this.#shown = shown;
    this.viewer = viewer;
    this.loaded = loaded;
  }

  /**
   * Reads and lays out, in slices. Throws where the document can't be shown.
   * @param {Shown} shown @param {boolean} sameSource they came from one URL
   * @returns {Promise<Successor | null>} null: it is another article, or was overtaken
   */
  static async prepare(shown, sameSource) {
    const { page, settings, viewport, text, signal } = shown;
    const viewer = page.core.createViewer();
    let ready = false;
    try {
      viewer.configure({ ...settings, reducedMotion: true });  // nothing is to be on its way
      if (!await readDocument(page, viewer, text, signal)) return null;
      const loaded = viewer.load();
      if (loaded.refusal) throw refused(loaded);
      if (!isSameArticle(shown.loaded, loaded, sameSource)) return null;
      const growth = new Growth();
      const layOut = () => viewer.update(nowhere, growth.extent(null), settings.ratio, performance.now());
      let begun = performance.now();
      let update = layOut();
      while (!update.whole) {
        growth.more(viewport, update.height, 0, () => { update = layOut(); });
        // Where the core has ended many wait for this one: a task is a whole article, if that is short.
        if (shown.viewer.ended && performance.now() - begun < atOnce) continue;
        await page.turn();
        begun = performance.now();
      }
      ready = true;
      return new Successor(shown, viewer, loaded);
    } finally {
      if (!ready) viewer.destroy();
    }
  }

  /** What the reader has chosen is chosen again, where it is still there. To be called before it takes its place. */
  choose() {
    for (const [part, id] of this.#shown.tabs) this.viewer.selectTab(part, id, causeNumbers.script);
    choosePhoto(this.viewer, this.#shown);
    const toggle = this.#shown.nodes().find(({ action }) => action === Action.ToggleAutoplay);
    this.#stopped = toggle !== undefined && icons[toggle.icon] === "play";
  }
  /** The reader has stopped autoplay. */
  #stopped = false;

  /**
   * What is to be written, once the viewer is in its place.
   * @param {CoreViewer} viewer that has become it
   * @param {() => Update} update @param {Pick<import("../drawing/pictures.js").Pictures, "succeed">} pictures
   * @param {import("../layer/slots.js").Slots} slots
   * @returns {Succession}
   */
  settle(viewer, update, pictures, slots) {
    if (this.#stopped) viewer.autoplay(2);
    const first = update();
    slots.tell(() => viewer.semantics(0, []));
    const left = pictures.succeed(first.requests);
    const second = update();  // with the pictures that are there already
    const nodes = viewer.semantics(0, []);
    const size = [...first.events, ...second.events].filter(({ kind }) => kind === EventKind.Resize).slice(-1);
    return {
      update: { ...second, damage: [], events: size },
      nodes,
      match: matchTrees(this.#shown.nodes(), nodes),
      requests: (imageOf) => [...left(imageOf), ...second.requests],
    };
  }
}
