/**
 * The caption of an enlarged photo: three lines of it, the rest where the
 * reader opens it. All of it is there for assistive technology.
 *
 * @typedef {import("./photo-dialog.js").EnlargedPhoto} EnlargedPhoto
 */

/** Unique in a shadow root. */
export const captionId = "enlarged-caption";

export class PhotoCaption {
  element = document.createElement("div");
  #text = document.createElement("p");
  #more;
  #linkTarget;
  #follow;
  #measured;
  #observer = new ResizeObserver(() => this.#measure());

  /**
   * @param {HTMLButtonElement} more opens and shuts it @param {() => string} linkTarget @param {(url: string) => boolean} follow
   * @param {() => void} measured what had focus may have gone
   */
  constructor(more, linkTarget, follow, measured) {
    this.#measured = measured;
    this.#linkTarget = linkTarget;
    this.#follow = follow;
    this.#more = more;
    this.element.className = "words";
    this.#text.className = "caption";
    this.#text.id = captionId;
    more.setAttribute("aria-labelledby", captionId);
    more.setAttribute("aria-controls", captionId);
    this.element.append(this.#text, more);
    more.addEventListener("click", () => this.#open(more.getAttribute("aria-expanded") !== "true"));
    this.#text.addEventListener("click", (event) => {
      if (!more.hidden && !(event.target instanceof Element && event.target.closest("a"))) this.#open(true);
    });
    this.#observer.observe(this.#text);
  }

  /** @param {EnlargedPhoto} photo @param {string} language */
  show({ caption, credit, captionUrl }, language) {
    this.#text.lang = language || "und";
    /** @type {(Node | string)[]} */
    const nodes = [caption && captionUrl ? this.#link(caption, captionUrl) : caption];
    if (credit) {
      const small = document.createElement("small");
      small.textContent = credit;
      nodes.push(" ", small);
    }
    this.#text.replaceChildren(...nodes.filter((node) => node));
    this.element.classList.toggle("wordless", !this.#text.firstChild);
    this.#open(false);
  }

  /** @param {string} caption @param {string} url */
  #link(caption, url) {
    const link = document.createElement("a");
    link.href = url;
    link.target = this.#linkTarget();
    link.rel = "noopener";
    link.textContent = caption;
    for (const type of ["click", "auxclick"]) {
      link.addEventListener(type, (event) => {
        if (/** @type {MouseEvent} */ (event).button < 2 && !this.#follow(url)) event.preventDefault();
      });
    }
    return link;
  }

  /** @param {boolean} open */
  #open(open) {
    this.element.classList.toggle("open", open);
    this.#more.setAttribute("aria-expanded", String(open));
    this.#text.scrollTop = 0;
    this.#measure();
  }

  /** Only what is longer can be opened, only what scrolls takes focus. */
  #measure() {
    const open = this.element.classList.contains("open");
    this.element.classList.remove("long");
    const { scrollHeight, clientHeight } = this.#text;
    const longer = scrollHeight > clientHeight + 1;
    if (!open) this.#more.hidden = !longer;
    this.element.classList.toggle("long", longer && !open);
    if (longer && open) this.#text.tabIndex = 0;
    else this.#text.removeAttribute("tabindex");
    this.#measured();
  }
}
