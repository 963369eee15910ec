import { isHeld } from "../core/held-key.js";
import { holdEntry, releaseEntry } from "./history-entry.js";
import { captionId, PhotoCaption } from "./photo-caption.js";
import { dialogStyles } from "./photo-dialog-styles.js";
import { flyBack, flyOut } from "./photo-flight.js";
import { SeenPart } from "./seen-part.js";
import { isUsable, watchUse } from "./usable.js";

/**
 * The enlarged photo: a modal dialog over the page (WAI-ARIA APG, dialog
 * pattern), loaded when it is first opened. What the picture does under the
 * reader's hands is its stage's.
 *
 * @typedef {{index: number, total: number, width: number, height: number, url: string,
 *   src: string, alt: string, caption: string, credit: string, captionUrl: string}} EnlargedPhoto
 * @typedef {Pick<import("./photo-stage.js").PhotoStage,
 *   "element" | "current" | "open" | "goTo" | "zoom" | "clear">} Stage
 * @typedef {{photo: (index: number, width: number) => EnlargedPhoto | null,
 *   small: (index: number) => HTMLImageElement | null,
 *   word: (key: string) => string, wordLanguage: () => string, language: () => string,
 *   rtl: () => boolean, styleSheet: import("../layer/layer-styles.js").MakeSheet,
 *   moved: (index: number) => void, linkTarget: () => string, follow: (url: string) => boolean,
 *   closed: (photo: {index: number, src: string}) => void}} Host `small`: the picture in the article; `moved`: the reader
 *   went on to another photo; `follow` is false where the page cancelled it
 */

const zoomStep = 1.5;
const scrollingKeys = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", " "];
/** Dropped this far, of the area's height, nothing is left around the photo. */
const clearedAt = 0.5;

export class PhotoDialog {
  #host;
  #root;
  #stage;
  #dialog = document.createElement("dialog");
  #status = document.createElement("div");
  #shade = document.createElement("div");
  /** For the eye: the dialog's name says it. */
  #position = document.createElement("div");
  #buttons;
  #caption;
  #place;
  #opened = false;
  #index = 0;
  #src = "";
  #total = 1;
  /** How much of what is around the photo is seen. */
  #seen = "1";
  /** Ends the way back of the one that closed last. */
  #land = () => {};
  #back = () => void this.close();
  #unwatch = () => {};

  /** @param {ShadowRoot} root @param {Host} host @param {(own: {changed: (index: number) => void,
   *   limits: (zoomIn: boolean, zoomOut: boolean) => void, dropped: (share: number) => void,
   *   close: () => void}) => Stage} makeStage */
  constructor(root, host, makeStage) {
    this.#root = root;
    this.#host = host;
    this.#place = new SeenPart(root, this.#dialog);
    this.#dialog.className = "enlarged";
    this.#shade.className = "shade";
    this.#position.className = "position";
    this.#position.setAttribute("aria-hidden", "true");
    this.#status.className = "said";
    this.#status.setAttribute("role", "status");
    this.#buttons = {
      close: button("close", "M6 6 18 18M18 6 6 18", () => this.close()),
      previous: button("previous", "M15 5 8 12l7 7", () => this.#step(-1)),
      next: button("next", "m9 5 7 7-7 7", () => this.#step(1)),
      zoomIn: button("zoom-in", "M5 12h14M12 5v14", () => this.#stage.zoom(zoomStep)),
      zoomOut: button("zoom-out", "M5 12h14", () => this.#stage.zoom(1 / zoomStep)),
    };
    const { zoomIn, zoomOut } = this.#buttons;
    this.#stage = makeStage({
      changed: (index) => this.#changed(index),
      limits: (larger, smaller) => {
        disable(zoomIn, !larger);
        disable(zoomOut, !smaller);
      },
      dropped: (share) => {
        const seen = String(1 - Math.min(1, share / clearedAt));
        if (seen !== this.#seen) this.#dialog.style.setProperty("--seen", (this.#seen = seen));
      },
      close: () => this.close(),
    });
    this.#caption = new PhotoCaption(button("more", "m5 15 7-7 7 7", () => {}), host.linkTarget, host.follow, () => this.#holdFocus());
    // What is clicked beside its buttons leaves focus, and so the keys, in it.
    this.#dialog.tabIndex = -1;
    this.#dialog.append(this.#shade, ...Object.values(this.#buttons), this.#position,
      this.#stage.element, this.#caption.element, this.#status);
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    this.#dialog.addEventListener("close", () => {
      if (!this.isOpen) this.#closed();
    });
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    // What lies behind does not scroll; a long caption does.
    this.#dialog.addEventListener("wheel", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!target.closest(".caption, .scrolled") && !event.ctrlKey) event.preventDefault();
    }, { passive: false });
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /** Finds where in a frame the reader is. @returns {Promise<void> | null} when that is known, null: it is */
  find() {
    // It may be opened again before the browser has told that it was closed.
    if (!this.isOpen) this.#closed();
    const sheet = this.#host.styleSheet(this.#root, dialogStyles);
    if (!this.#root.adoptedStyleSheets.includes(sheet))
      this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
    return this.#place.start();
  }

  /** Opens on a photo, or goes to it. @param {EnlargedPhoto} photo @returns {Promise<void>} when it is there */
  async open(photo) {
    const { index, total } = photo;
    if (this.isOpen && total === this.#total) {
      this.#goTo(index);
      return;
    }
    this.#land();
    this.#describe();
    this.#root.append(this.#dialog);
    if (!this.isOpen) {
      this.#dialog.showModal();
      this.#opened = true;
      this.#unwatch = watchUse(this.#dialog, this.#back);
      holdEntry(this.#back);
    }
    this.#show(photo);
    this.#status.textContent = "";  // its name says it
    this.#stage.open(photo);
    this.#buttons.close.focus({ preventScroll: true });
    const { element, current } = this.#stage;
    const around = [...this.#dialog.children].filter((child) => child !== element);
    if (current) await flyOut(current.inner, this.#host.small(index), around, this.#place.box);
  }

  /** Of what it shows. */
  get src() {
    return this.#src;
  }

  /** What it shows is among other photos now, or is told of otherwise. @param {EnlargedPhoto} photo */
  renew(photo) {
    const elsewhere = photo.index !== this.#index || photo.total !== this.#total;
    this.#describe();
    this.#show(photo);
    this.#status.textContent = "";  // nobody has gone on
    // The core may have ended while it was opened.
    if (elsewhere || !this.#stage.current) this.#stage.open(photo);
  }

  /** @returns {Promise<void>} when it is closed and told of */
  close() {
    this.#place.stop();
    if (!this.isOpen) return Promise.resolve();
    const photo = this.#stage.current?.inner;
    if (photo && isUsable(this.#dialog)) this.#land = flyBack(photo, this.#host.small(this.#index), this.#seen, this.#root, this.#place.box);
    releaseEntry(this.#back);
    this.#dialog.close();
    return new Promise((done) => this.#dialog.addEventListener("close", () => done(), { once: true }));
  }

  /** Takes it away at once. */
  remove() {
    this.#land();
    this.#closed();
  }

  #closed() {
    if (!this.#opened) return;
    this.#opened = false;
    this.#unwatch();
    this.#place.stop();
    releaseEntry(this.#back);
    this.#dialog.remove();
    this.#stage.clear();
    this.#host.closed({ index: this.#index, src: this.#src });
  }

  #describe() {
    const { word, wordLanguage, rtl } = this.#host;
    this.#dialog.dir = rtl() ? "rtl" : "ltr";
    this.#dialog.lang = wordLanguage();
    for (const [key, element] of Object.entries(this.#buttons)) element.setAttribute("aria-label", word(key));
  }

  /** @param {EnlargedPhoto} photo */
  #show(photo) {
    const { word, language } = this.#host;
    const { previous, next } = this.#buttons;
    const { index, total, src, caption, credit } = photo;
    this.#index = index;
    this.#src = src;
    this.#total = total;
    const position = `${index + 1} / ${total}`;
    this.#dialog.setAttribute("aria-label", `${word("photo")} ${position}`);
    this.#position.textContent = position;
    this.#dialog.toggleAttribute("data-alone", total < 2);
    previous.hidden = next.hidden = total < 2;
    disable(previous, index === 0);
    disable(next, index === total - 1);
    this.#caption.show(photo, language());
    if (caption || credit) this.#dialog.setAttribute("aria-describedby", captionId);
    else this.#dialog.removeAttribute("aria-describedby");
    this.#status.textContent = `${position} ${caption}`.trim();
  }

  /** The stage shows another photo. @param {number} index */
  #changed(index) {
    this.#index = index;  // where the core has ended, `renew` goes back to the one that was told of
    const photo = this.#host.photo(index, 0);
    if (!photo) return;
    this.#show(photo);
    this.#host.moved(index);
  }

  /** @param {number} by */
  #step(by) {
    this.#goTo(this.#index + by);
  }

  /** @param {number} index */
  #goTo(index) {
    if (index >= 0 && index < this.#total && index !== this.#index) this.#stage.goTo(index);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = this.#host.rtl() ? "ArrowLeft" : "ArrowRight";
    const at = /** @type {Element} */ (event.target);
    if (isHeld(event)) event.preventDefault();
    if (key === "Tab") this.#keepInside(event);
    else if (key === "Escape") void this.close();
    else if (key === "ArrowLeft" || key === "ArrowRight") this.#step(key === forward ? 1 : -1);
    else if (key === "Home") this.#goTo(0);
    else if (key === "End") this.#goTo(this.#total - 1);
    else if (key === "+") this.#stage.zoom(zoomStep);
    else if (key === "-") this.#stage.zoom(1 / zoomStep);
    else if (key === "0") this.#stage.zoom(0);
    // What lies behind does not scroll, a long caption does.
    else if (!scrollingKeys.includes(key) || at.closest(key === " " ? "a, button, .caption, .scrolled" : ".caption, .scrolled")) return;
    if (key !== "Tab") event.preventDefault();
  }

  /** What has focus may be no longer there. */
  #holdFocus() {
    if (!this.isOpen || !this.#opened) return;
    const { activeElement } = this.#root;
    const holds = activeElement instanceof HTMLElement && this.#dialog.contains(activeElement) && !activeElement.hidden &&
      (activeElement === this.#dialog || activeElement.tabIndex >= 0);
    if (!holds) this.#buttons.close.focus({ preventScroll: true });
  }

  /** From the last to the first, and back. @param {KeyboardEvent} event */
  #keepInside(event) {
    const stops = [...this.#dialog.querySelectorAll("button:not([hidden]), a[href], [tabindex='0']")];
    const at = stops.indexOf(/** @type {Element} */ (this.#root.activeElement));
    const leaves = event.shiftKey ? at <= 0 : at === stops.length - 1;
    if (!leaves) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (stops.at(event.shiftKey ? -1 : 0)).focus();
  }
}

/** @param {string} className @param {string} path of its icon, 24 by 24 @param {() => void} act */
function button(className, path, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  made.append(svg);
  made.addEventListener("click", act);
  return made;
}

/** @param {HTMLButtonElement} made @param {boolean} disabled */
function disable(made, disabled) {
  if (disabled) made.setAttribute("aria-disabled", "true");
  else made.removeAttribute("aria-disabled");
}
