import { PhotoFrame } from "./photo-frame.js";

/**
 * The picture area where there is no core: the buttons zoom, the browser
 * scrolls.
 *
 * @typedef {import("./photo-stage.js").Host} Host
 * @typedef {import("./photo-dialog.js").EnlargedPhoto} EnlargedPhoto
 */

const largest = 4;

export class PlainPhotoStage {
  #host;
  element = document.createElement("div");
  /** @type {PhotoFrame | undefined} */
  current;
  #index = 0;
  #scale = 1;
  #observer = new ResizeObserver(() => this.#draw());

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.element.className = "picture scrolled";
  }

  /** @param {EnlargedPhoto} photo */
  open(photo) {
    this.#observer.observe(this.element);
    this.#show(photo.index);
  }

  /** @param {number} index */
  goTo(index) {
    this.#show(index);
    this.#host.changed(index);
  }

  /** The middle stays where it is. @param {number} factor 0: back to 1 */
  zoom(factor) {
    const { element } = this;
    const before = this.#scale;
    this.#scale = Math.min(Math.max(before * factor, 1), largest);
    const share = this.#scale / before;
    const x = (element.scrollLeft + element.clientWidth / 2) * share;
    const y = (element.scrollTop + element.clientHeight / 2) * share;
    this.#draw();
    element.scrollTo(x - element.clientWidth / 2, y - element.clientHeight / 2);
  }

  clear() {
    this.#observer.disconnect();
    this.current = undefined;
    this.element.replaceChildren();
  }

  /** @param {number} index */
  #show(index) {
    const photo = this.#host.photo(index, 0);
    if (!photo) return;
    this.#index = index;
    this.#scale = 1;
    this.current = new PhotoFrame(this.#host, photo, this.#host.small(index), () => this.#draw());
    this.element.replaceChildren(this.current.element);
    this.#draw();
  }

  #draw() {
    const { clientWidth, clientHeight } = this.element;
    const fit = this.current?.fit(clientWidth, clientHeight);
    if (!fit || !this.current) return;
    const { style } = this.current.element;
    style.width = `${fit.width * this.#scale}px`;
    style.height = `${fit.height * this.#scale}px`;
    const wanted = Math.ceil(fit.width * this.#scale * devicePixelRatio);
    this.current.load(this.#host.photo(this.#index, wanted)?.url ?? "");
    // What scrolls takes the keyboard's focus.
    if (this.#scale > 1) this.element.tabIndex = 0;
    else this.element.removeAttribute("tabindex");
    this.#host.limits(this.#scale < largest, this.#scale > 1);
  }
}
