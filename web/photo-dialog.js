import { dialogStyles } from "./photo-dialog-styles.js";

/**
 * The enlarged photo: a modal dialog over the page (WAI-ARIA APG, dialog
 * pattern), loaded when it is first opened.
 *
 * @typedef {{index: number, total: number, width: number, height: number, url: string,
 *   alt: string, caption: string, credit: string, captionUrl: string}} EnlargedPhoto
 * @typedef {{photo: (index: number) => EnlargedPhoto | null,
 *   word: (key: string) => string, wordLanguage: () => string, language: () => string,
 *   rtl: () => boolean, styleSheet: import("./layer-styles.js").MakeSheet,
 *   crossOrigin: () => string | null, referrerPolicy: () => string,
 *   moved: (index: number) => void, follow: (url: string) => boolean,
 *   closed: (index: number) => void}} Host `moved`: the reader went on to
 *   another photo; `follow` is false where the page cancelled it
 */

/** Names of captions have to be unique in a shadow root. */
const captionId = "enlarged-caption";

export class PhotoDialog {
  #host;
  #root;
  #dialog = document.createElement("dialog");
  #picture = document.createElement("div");
  #caption = document.createElement("p");
  #status = document.createElement("div");
  #close;
  #previous;
  #next;
  #index = 0;
  #total = 1;
  #shown = 0;

  /** @param {ShadowRoot} root @param {Host} host */
  constructor(root, host) {
    this.#root = root;
    this.#host = host;
    this.#dialog.className = "enlarged";
    this.#picture.className = "picture";
    this.#caption.className = "caption";
    this.#caption.id = captionId;
    this.#status.className = "said";
    this.#status.setAttribute("role", "status");
    this.#close = this.#button("close", "M6 6 18 18M18 6 6 18", () => this.close());
    this.#previous = this.#button("previous", "M15 5 8 12l7 7", () => this.#step(-1));
    this.#next = this.#button("next", "m9 5 7 7-7 7", () => this.#step(1));
    this.#dialog.append(this.#close, this.#previous, this.#next, this.#picture, this.#caption, this.#status);
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    this.#dialog.addEventListener("close", () => this.#closed());
    // What lies behind does not scroll; a long caption does.
    this.#dialog.addEventListener("wheel", (event) => {
      if (!this.#caption.contains(/** @type {Node} */ (event.target)) && !event.ctrlKey) event.preventDefault();
    }, { passive: false });
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /** Opens on a photo, or goes to it. @param {number} index @returns {boolean} whether there is one */
  open(index) {
    const photo = this.#host.photo(index);
    if (!photo) return false;
    this.#describe();
    if (!this.isOpen) {
      const sheet = this.#host.styleSheet(this.#root, dialogStyles);
      if (!this.#root.adoptedStyleSheets.includes(sheet))
        this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
      this.#root.append(this.#dialog);
    }
    this.#show(photo, index);
    if (!this.isOpen) {
      this.#status.textContent = "";  // its name says it
      this.#dialog.showModal();
      this.#close.focus();
    }
    return true;
  }

  close() {
    if (this.isOpen) this.#dialog.close();
  }

  /** Takes it away, and tells nobody. */
  remove() {
    this.#dialog.remove();
  }

  #closed() {
    this.#dialog.remove();
    this.#picture.replaceChildren();
    this.#host.closed(this.#shown);
  }

  #describe() {
    const { word, wordLanguage, rtl } = this.#host;
    this.#dialog.dir = rtl() ? "rtl" : "ltr";
    this.#dialog.lang = wordLanguage();
    for (const [button, key] of /** @type {const} */ ([[this.#close, "close"],
      [this.#previous, "previous"], [this.#next, "next"]]))
      button.setAttribute("aria-label", word(key));
  }

  /** @param {EnlargedPhoto} photo @param {number} index that it was asked for by */
  #show(photo, index) {
    const { word, language } = this.#host;
    this.#index = index;
    this.#shown = photo.index;
    this.#total = photo.total;
    const position = `${photo.index + 1} / ${photo.total}`;
    this.#dialog.setAttribute("aria-label", `${word("photo")} ${position}`);
    this.#dialog.toggleAttribute("data-alone", photo.total < 2);
    this.#previous.hidden = this.#next.hidden = photo.total < 2;
    disable(this.#previous, photo.index === 0);
    disable(this.#next, photo.index === photo.total - 1);

    this.#caption.lang = language();
    this.#caption.replaceChildren(...this.#captionOf(photo));
    if (photo.caption || photo.credit) this.#dialog.setAttribute("aria-describedby", captionId);
    else this.#dialog.removeAttribute("aria-describedby");
    this.#status.textContent = [position, photo.caption].join(" ").trim();
    this.#picture.replaceChildren(...photo.url ? [this.#imageOf(photo)] : []);
  }

  /** @param {EnlargedPhoto} photo @returns {Node[]} */
  #captionOf({ caption, credit, captionUrl }) {
    /** @type {Node[]} */
    const nodes = [];
    if (caption && captionUrl) {
      const link = document.createElement("a");
      link.href = captionUrl;
      link.rel = "noopener";
      link.textContent = caption;
      for (const type of ["click", "auxclick"]) {
        link.addEventListener(type, (event) => {
          if (/** @type {MouseEvent} */ (event).button < 2 && !this.#host.follow(captionUrl)) event.preventDefault();
        });
      }
      nodes.push(link);
    } else if (caption) {
      nodes.push(new Text(caption));
    }
    if (credit) {
      const small = document.createElement("small");
      small.textContent = credit;
      nodes.push(new Text(" "), small);
    }
    return nodes;
  }

  /** @param {EnlargedPhoto} photo */
  #imageOf({ url, alt, caption, width, height }) {
    const image = document.createElement("img");
    const { crossOrigin, referrerPolicy, word } = this.#host;
    image.crossOrigin = new URL(url, document.baseURI).origin === location.origin ? null : crossOrigin();
    image.referrerPolicy = referrerPolicy();
    image.alt = alt === caption ? "" : alt;
    if (width > 0 && height > 0) Object.assign(image, { width, height });
    image.addEventListener("error", () => {
      if (image.crossOrigin !== null) {  // its server allows no reading: shown, not read
        image.crossOrigin = null;
        image.src = url;
        return;
      }
      const notice = document.createElement("p");
      notice.textContent = word("missingPhoto");
      image.replaceWith(notice);
    });
    image.src = url;
    return image;
  }

  /** @param {number} by */
  #step(by) {
    this.#goTo(this.#index + by);
  }

  /** @param {number} index */
  #goTo(index) {
    if (this.#total < 2 || index === this.#index) return;
    const photo = this.#host.photo(index);
    if (!photo) return;
    this.#show(photo, index);
    this.#host.moved(index);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = this.#host.rtl() ? "ArrowLeft" : "ArrowRight";
    if (event.key === "Tab") this.#keepInside(event);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.#step(event.key === forward ? 1 : -1);
    else if (event.key === "Home") this.#goTo(0);
    else if (event.key === "End") this.#goTo(this.#total - 1);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }

  /** From the last to the first, and back. @param {KeyboardEvent} event */
  #keepInside(event) {
    const stops = [...this.#dialog.querySelectorAll("button:not([hidden]), a[href]")];
    const at = stops.indexOf(/** @type {Element} */ (this.#root.activeElement));
    const leaves = event.shiftKey ? at <= 0 : at === stops.length - 1;
    if (!leaves) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (stops.at(event.shiftKey ? -1 : 0)).focus();
  }

  /** @param {string} className @param {string} path of its icon, 24 by 24 @param {() => void} act */
  #button(className, path, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(svg.namespaceURI, "path");
    line.setAttribute("d", path);
    svg.append(line);
    button.append(svg);
    button.addEventListener("click", act);
    return button;
  }
}

/** @param {HTMLButtonElement} button @param {boolean} disabled */
function disable(button, disabled) {
  if (disabled) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}
