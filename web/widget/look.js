import { largePrint } from "./style-properties.js";
import { coreSettings, describe, writeColors } from "./widget-settings.js";

/**
 * How a widget looks: hands the page's style, the element's options and the place to the
 * core where they differ from what it has, and what the core makes of them to the layer.
 *
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("../core/core-viewer.js").Loaded} Loaded
 * @typedef {Pick<import("../layer/semantic-layer.js").SemanticLayer, "describe" | "refit" | "follow">} SemanticLayer
 * @typedef {import("./widget-settings.js").Place} Place
 * @typedef {{page: import("./page.js").Page, host: import("./host.js").Host, viewer: CoreViewer, layer: SemanticLayer,
 *   slots: import("../layer/slots.js").Slots, content: HTMLElement, place: Place, inFlow: () => boolean,
 *   style: () => import("./style-properties.js").Style}} Parts
 *   `style`: the page's, read now
 */

export class Look {
  #parts;
  /** For which width and ratio the core was configured. */
  #configured = "";
  /** @type {import("./style-properties.js").Style | null} */
  #style = null;
  /** In the document's language, where they are a file's. @type {Record<string, string>} */
  #words = {};
  /** All but colours. */
  #shape = "";
  /** What the layer shows. @type {Loaded | null} */
  #loaded = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Options, words or style have changed. */
  forget() {
    this.#configured = "";
  }

  /**
   * @param {Loaded | null} loaded null: it is not read yet
   * @returns {boolean} whether more than colours differed: these move nothing
   */
  apply(loaded) {
    const { host, viewer, layer, slots, content, place, style } = this.#parts;
    const key = `${place.width} ${place.ratio}`;
    const words = host.words(loaded ? loaded.language : host.language());
    if (this.#configured === key && this.#words === words) return false;
    this.#configured = key;
    this.#words = words;
    this.#style = host.options().size === "large" ? largePrint(style()) : style();
    const { settings } = this;
    const shape = JSON.stringify([{ ...settings, palette: 0, dark: 0 }, host.options().linkTarget]);
    const recoloured = shape === this.#shape && loaded === this.#loaded;
    writeColors(content.style, viewer.configure(settings, recoloured), this.#style);
    slots.describe(host.language(), getComputedStyle(host.element).direction);
    if (recoloured) return false;
    this.#shape = shape;
    layer.follow(this.#style.textScale);
    this.describe(loaded);
    return true;
  }

  /** As they were handed over last. */
  get settings() {
    const { host, place, inFlow } = this.#parts;
    return coreSettings(host, /** @type {import("./style-properties.js").Style} */ (this.#style), place, inFlow(), this.#words);
  }

  /** What the layer shows of a document as a whole. @param {Loaded | null} loaded null: there is none yet */
  describe(loaded) {
    const { page, host, viewer, layer, content } = this.#parts;
    this.#loaded = loaded;
    if (loaded && this.#style) describe(page.core, viewer, layer, content.style, loaded, host.options().linkTarget, this.#style);
  }

  /** The colour behind the text, CSS. */
  get paper() {
    return this.#parts.content.style.getPropertyValue("--av-paper");
  }
}
