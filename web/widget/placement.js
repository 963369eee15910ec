import { deviceWidthOf } from "../drawing/canvas-window.js";

/**
 * Where a widget stands and how sharp it has to be: what it reads of the page
 * before it writes.
 */

/** Where a widget that is not shown is laid out, CSS px. */
const hiddenWidth = 390;
/** Device px of a CSS px in a pinched page, at most. */
const sharpest = 4;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Seen CSS px of the content */

export class Placement {
  /** Of the content, CSS px. */
  width = 0;
  /** The same, as the browser lays it on device px. */
  deviceWidth = 0;
  ratio = 0;
  /** What of the content is in the layout viewport, CSS px. */
  visible = { top: 0, bottom: 0 };
  /** What of it a pinched page shows where that is sharper; else null. @type {Seen | null} */
  seen = null;
  /** Device px of a CSS px of what is seen. */
  sharpness = 0;
  /** Height of the viewport, CSS px. */
  viewport = 0;
  /** Settled scale of the visual viewport. */
  #pinch = 1;

  /** @param {HTMLElement} element the host @param {HTMLElement} content */
  read(element, content) {
    const rect = content.getBoundingClientRect();
    const host = element.getBoundingClientRect();
    const scale = (content.offsetWidth ? rect.width / content.offsetWidth : 1) || 1;
    const ratio = devicePixelRatio;
    if (ratio !== this.ratio) this.deviceWidth = 0;
    this.ratio = ratio;
    this.viewport = innerHeight;
    const width = rect.width / scale || hiddenWidth;
    if (width !== this.width) {
      this.width = width;
      this.deviceWidth = 0;
    }
    if (!this.deviceWidth) this.deviceWidth = deviceWidthOf(rect.left, width, ratio);
    const top = (Math.max(0, host.top) - rect.top) / scale;
    const bottom = (Math.min(innerHeight, host.bottom) - rect.top) / scale;
    this.visible = { top, bottom: Math.max(top + 1, bottom) };
    this.sharpness = Math.max(ratio, Math.min(ratio * this.#pinch, sharpest));
    const viewport = window.visualViewport;
    if (!viewport || this.sharpness === ratio) this.seen = null;
    else if (viewport.scale === this.#pinch) {  // else it is being pinched: what was seen stays
      const left = (viewport.offsetLeft - rect.left) / scale;
      const top = (viewport.offsetTop - rect.top) / scale;
      this.seen = { left, top, right: left + viewport.width / scale, bottom: top + viewport.height / scale };
    }
  }

  /**
   * The browser has laid the content on device pixels.
   * @param {number} width CSS px @param {number} deviceWidth NaN: it does not tell
   * @returns {boolean} whether there are other pixels to be drawn
   */
  size(width, deviceWidth) {
    // Chromium reports CSS px here where a page's ratio is emulated (DevTools).
    if (!(Math.abs(deviceWidth - width * devicePixelRatio) <= 1)) return false;
    const changed = deviceWidth !== this.deviceWidth;
    this.width = width;
    this.deviceWidth = deviceWidth;
    return changed;
  }

  /** @param {number} scale of the visual viewport, settled @returns {boolean} whether it changed */
  pinch(scale) {
    const changed = scale !== this.#pinch;
    this.#pinch = scale;
    return changed;
  }
}
