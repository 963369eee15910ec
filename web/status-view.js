import { styleSheet } from "./style-sheet.js";

/**
 * What stands in the element while there is no article: the page's fallback
 * content, that it loads, or why it could not.
 */

const css = `
:host { display: block; position: relative; overflow: hidden auto; }
:host([hidden]) { display: none; }
@media print { :host { height: auto !important; overflow: visible !important; } }
.stage { min-height: 20rem; }
.stage[hidden] { display: none; }
.status { font: 1rem/1.75 sans-serif; }
.status:empty { display: none; }
.loading { padding: 1.25rem; }
.loading::after {
  content: ""; display: block; height: 11.25rem; margin-top: 1rem; max-width: 40rem; opacity: .1;
  background: repeating-linear-gradient(currentColor 0 .75rem, transparent .75rem 1.75rem);
}
.filled .loading {
  position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.failed { padding: 1.25rem; border-inline-start: 3px solid #af1219; }
.failed p { margin: 0; }
.failed p:first-child { font-weight: bold; }
.failed p + p { overflow-wrap: anywhere; }
.failed button {
  min-width: 44px; min-height: 44px; margin-top: .75rem; padding: 0 1.25rem; font: inherit;
  color: inherit; background: none; border: 1px solid #767b82; border-radius: 2px; cursor: pointer;
}
.failed button:focus-visible { outline: 2px solid #1352a6; outline-offset: 2px; }
.status.dark .failed { border-color: #ff8a80; }
.status.dark button:focus-visible { outline-color: #8ab4f8; }
`;

/** @type {Record<string, Record<string, string>>} */
const languages = {
  "zh-Hans": { loading: "正在加载", failed: "文章无法加载", retry: "重试" },
  "zh-Hant": { loading: "正在載入", failed: "文章無法載入", retry: "重試" },
  en: { loading: "Loading", failed: "The article can't be loaded", retry: "Retry" },
  ar: { loading: "جارٍ التحميل", failed: "تعذّر تحميل المقال", retry: "إعادة المحاولة" },
};

/** The nearest language there are words in. @param {string} tag BCP 47 */
function nearest(tag) {
  const [language, ...rest] = tag.toLowerCase().split("-");
  if (language === "zh")
    return rest.includes("hant") ||
      (!rest.includes("hans") && rest.some((part) => ["tw", "hk", "mo"].includes(part)))
      ? "zh-Hant" : "zh-Hans";
  return language === "ar" ? "ar" : "en";
}

/** The language in force at an element. @param {Element} element */
export function languageAt(element) {
  for (let at = /** @type {Element | null} */ (element); at;) {
    const found = at.closest("[lang]");
    if (found) return found.getAttribute("lang") ?? "";
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}

export class StatusView {
  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    this.stage = document.createElement("div");
    this.stage.className = "stage";
    this.status = document.createElement("div");
    this.status.className = "status";
    this.status.setAttribute("role", "status");
    this.slot = document.createElement("slot");
    this.slot.addEventListener("slotchange", () => this.#look());
    this.stage.append(this.status, this.slot);
    root.append(this.stage);
  }

  #root;

  /** A document's style sheets stay behind in it. */
  dress() {
    try {
      this.#root.adoptedStyleSheets = [styleSheet(this.#root, css)];
    } catch {
      // Without constructable style sheets it stands as plain HTML.
    }
  }

  #look() {
    const filled = this.slot.assignedNodes()
      .some((node) => node.nodeType === 1 || node.textContent?.trim());
    this.stage.classList.toggle("filled", filled);
  }

  /** Nothing but the fallback content. */
  showFallback() {
    this.stage.hidden = false;
    this.status.replaceChildren();
  }

  /** @param {string} language @param {Record<string, string>} own */
  showLoading(language, own) {
    this.#look();
    const word = document.createElement("div");
    word.className = "loading";
    word.textContent = this.#word("loading", language, own);
    this.stage.hidden = false;
    this.status.replaceChildren(word);
  }

  /**
   * @param {string} language @param {Record<string, string>} own
   * @param {string} message plain English @param {() => void} retry
   */
  showFailure(language, own, message, retry) {
    const box = document.createElement("div");
    box.className = "failed";
    const title = document.createElement("p");
    title.textContent = this.#word("failed", language, own);
    const detail = document.createElement("p");
    detail.textContent = message;
    if (this.status.lang !== "en") {
      detail.lang = "en";
      detail.dir = "ltr";
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.#word("retry", language, own);
    button.addEventListener("click", retry);
    box.append(title, detail, button);
    this.stage.hidden = false;
    this.status.replaceChildren(box);
  }

  /** The article stands in its place. */
  hide() {
    this.stage.hidden = true;
    this.status.replaceChildren();
  }

  /** @param {string} key @param {string} language @param {Record<string, string>} own */
  #word(key, language, own) {
    const chosen = nearest(language);
    this.status.lang = chosen;
    this.status.dir = chosen === "ar" ? "rtl" : "ltr";
    return String(own[key] ?? languages[chosen][key]);
  }
}
