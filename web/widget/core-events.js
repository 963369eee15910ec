import { linkKinds } from "../core/semantic-tree.js";

/**
 * What the core tells of, as the element's events.
 *
 * @typedef {import("../core/core-viewer.js").CoreEvent} CoreEvent
 * @typedef {import("../element/types.js").ArticleViewerEventMap} EventMap
 * @typedef {<Type extends keyof EventMap>(type: Type, detail: EventMap[Type]["detail"], cancelable?: boolean) => boolean} Emit
 * @typedef {{emit: import("./host.js").Host["emit"], drawn: boolean,
 *   enlarge: (part: number, index: number) => Promise<boolean>}} Told `drawn`: the core
 *   knows the content's size, not the browser
 */

/** Number of a core event's kind (viewer::Event::Kind). */
export const EventKind = { Resize: 0, Tab: 1, Photo: 2, PhotoOpen: 3, Navigate: 4 };
/** Number of who caused it (viewer::Event::Cause). */
export const causeNumbers = { user: 0, script: 1, autoplay: 2 };
const partNames = ["card", "gallery", "rankings", "comments"];

/** @param {CoreEvent} event @param {Told} told */
export function announce(event, told) {
  const { kind, width, height } = event;
  if (kind === EventKind.Resize) {
    if (told.drawn) told.emit("article-resize", { width, height });
  } else if (kind === EventKind.Navigate) {
    told.emit("article-navigate", { url: event.text, kind: linkKinds[event.linkKind] }, true);
  } else {
    announceChoice(event, told);
  }
}

/** What there is to tell of without a drawing. @param {CoreEvent} event @param {Omit<Told, "drawn">} told */
export function announceChoice({ kind, part, text, cause, index, total }, { emit, enlarge }) {
  if (kind === EventKind.Tab)
    emit("article-tab", { part: /** @type {"rankings" | "comments"} */ (partNames[part]), id: text, cause });
  else if (kind === EventKind.Photo) emit("article-photo", { index, total, cause });
  else if (kind === EventKind.PhotoOpen) void enlarge(part, index).catch(reportError);
}

/** What the core has told of and the page is to hear, in order. */
export class CoreEvents {
  /** @type {CoreEvent[]} */
  #events = [];
  #waits = true;
  /** Ids of tabs that were chosen, by part. @type {Map<number, string>} */
  tabs = new Map();

  /** Nothing is told of, until the load is. */
  wait(waits = true) {
    this.#waits = waits;
  }

  /** @param {CoreEvent[]} events */
  add(events) {
    this.#events.push(...events);
  }

  /** @param {(event: CoreEvent) => void} tell @param {() => boolean} goesOn whether somebody is there still */
  tell(tell, goesOn) {
    if (this.#waits) return;
    for (const event of this.#events.splice(0)) {
      if (!goesOn()) return;
      if (event.kind === EventKind.Tab) this.tabs.set(event.part, event.text);
      tell(event);
    }
  }
}
