import { partSlots } from "./plain-content.js";
import { countIn } from "./plain-dates.js";
import { hanRegion, isChinese, isRightToLeft, slants } from "./plain-language.js";
import { InlineText, plainText, textOf } from "./plain-text.js";
import { fillIn, wordIn, wordLanguage } from "./plain-words.js";
import { Action, Role } from "../core/semantic-tree.js";

/**
 * The nodes that the plain view's parts are composed of (plain-composer.js): texts, links, pictures with their
 * captions, tabs and what stands around them.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("./plain-document.js").Document} Document
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {import("./plain-document.js").Link} Link
 * @typedef {import("../core/language.js").ReadLanguage} ReadLanguage
 * @typedef {{language: import("../core/language.js").Language, readLanguage: ReadLanguage, headingLevel: number, parts: number[],
 *   pageUrl: string, words: Record<string, string>}} Style
 * @typedef {{photo: number, toldPhoto: number, rankingTab: number, commentTab: number, failed: Set<number>,
 *   awake: Set<string> | null}} State `awake`: panels that were shown; null: all are to be there
 * @typedef {{src: string, photo: Photo | null}} Picture by number
 */

const boldLooks = ["kicker", "headline", "subheading", "minor-heading", "site-name", "part-title", "author"];
/** What is searched of a panel that is asleep. */
const searchedLooks = ["ranking-item", "author", "remark"];
const headlineLooks = ["headline", "subheading", "site-name", "part-title"];

/** @abstract */
export class PieceComposer {
  /** @type {SemanticNode[]} */
  nodes = [];
  /** @type {Picture[]} */
  pictures = [];
  /** Of the node made last: each has its own in every state. */
  #key = 0;
  /** @type {number[]} */
  #open = [];
  #part = 0;
  #hidden = false;
  #absent = false;
  /** Texts that were absent and are searched, a line each. */
  #unsaid = "";

  /** @param {Document} document @param {Style} style @param {State} state */
  constructor(document, style, state) {
    this.document = document;
    this.style = style;
    this.state = state;
    this.#rtl = isRightToLeft(style.language);
    this.chinese = isChinese(style.language);
    // The dot stays with what stands before it.
    this.mark = this.chinese || hanRegion(style.language) === 4 ? { colon: "：", names: "、", groups: "\u3000" }
      : this.#rtl ? { colon: ": ", names: "، ", groups: "\u00a0· " }
        : { colon: ": ", names: ", ", groups: "\u00a0· " };
  }
  /** @protected */
  document;
  /** @protected */
  style;
  /** @protected */
  state;
  #rtl;
  /** @protected */
  chinese;
  /** @protected */
  mark;

  /** A part, and where there is one the slot behind it. @protected @param {number} part @param {() => void} make */
  compose(part, make) {
    const before = this.#key;
    this.#part = part;
    make();
    if (this.#key > before && partSlots[part]) this.slot(partSlots[part], 0);
  }

  // ---- nodes

  /** @protected @param {number} role @param {Partial<SemanticNode>} [more] @param {(() => void) | null} [children] */
  add(role, more = {}, children = null) {
    this.#key += 1;
    if (!this.#absent) {
      const index = this.nodes.length;
      const look = more.look ?? "";
      this.nodes.push(/** @type {SemanticNode} */ ({
        index, key: this.#key, parent: this.#open.at(-1) ?? -1, changes: 0, role, part: this.#part,
        hidden: this.#hidden, selected: false, disabled: false, decorative: false, rtl: this.#rtl,
        whole: false, look, level: 0, action: Action.None, argument: 0, kind: "text", picture: -1,
        scroller: -1, width: 0, height: 0, text: "", name: "", url: "", language: "",
        datetime: "", fontSize: 0, lineHeight: 0, bold: boldLooks.includes(look),
        headline: headlineLooks.includes(look), ranges: [], asleep: "", ...more,
      }));
      if (!children) return;
      this.#open.push(index);
      children();
      this.#open.pop();
    } else {
      if (searchedLooks.includes(more.look ?? "")) this.#unsaid += `${more.text}\n`;
      children?.();
    }
  }

  /** @protected @param {boolean} absent @param {() => void} make */
  unless(absent, make) {
    const before = this.#absent;
    this.#absent ||= absent;
    make();
    this.#absent = before;
  }

  /** @protected @param {number} role @param {string} look @param {InlineText} content @param {Partial<SemanticNode>} [more] */
  text(role, look, { text, ranges, language }, more = {}) {
    this.add(role, { look, text, ranges, language, ...more });
  }

  /** @protected @param {string} key */
  word(key) {
    return Object.hasOwn(this.style.words, key) ? String(this.style.words[key])
      : wordIn(key, this.style.language);
  }

  /** The language of a word; "" where that is the document's, as the page's own words are. @protected @param {string} key */
  languageOf(key) {
    const { words, language } = this.style;
    const found = Object.hasOwn(words, key) ? "" : wordLanguage(language);
    return found === language.tag ? "" : found;
  }

  /** A text made of a word. @protected @param {string} key @param {Record<string, string>} [values] */
  said(key, values = {}) {
    return plainText(fillIn(this.word(key), values), this.languageOf(key));
  }

  /** @protected @param {import("./plain-document.js").Run[]} runs */
  runs(runs) {
    const { language, readLanguage } = this.style;
    return textOf(runs, (own) => !slants(own ? readLanguage(own) : language));
  }

  /** @protected @param {number} count */
  count(count) {
    return countIn(count, this.style.language);
  }

  /** A link, or what stands in its place without a URL. @protected @param {string} url @param {LinkKind} kind @param {() => void} children */
  linked(url, kind, children) {
    if (url) this.add(Role.Link, { url, kind, action: Action.Follow }, children);
    else children();
  }

  /** @protected @param {string} src @param {Photo | null} photo @param {Partial<SemanticNode>} more @returns {boolean} whether it failed */
  picture(src, photo, more) {
    const picture = this.pictures.length;
    this.pictures.push({ src, photo });
    // Where its caption says the same already, the picture says nothing.
    const name = photo && photo.alt !== photo.caption ? photo.alt : "";
    const { x, y } = photo?.focus ?? { x: 0.5, y: 0.5 };
    this.add(Role.Image, { picture, url: src, name, decorative: !name, fontSize: x, lineHeight: y, ...more });
    return this.state.failed.has(picture);
  }

  // ---- pieces

  /** @protected @param {string} title @param {string} word */
  partTitle(title, word) {
    const level = Math.min(6, this.style.headingLevel + (this.document.article ? 1 : 0));
    this.text(Role.Heading, "part-title", title ? plainText(title) : this.said(word), { level });
  }

  /** A label of its own, which may be a link. @protected @param {string} look @param {Link} link @param {LinkKind} kind */
  label(look, { label, url }, kind) {
    const children = () => this.text(Role.Text, look, plainText(label));
    if (url) this.add(Role.Link, { url, kind, action: Action.Follow }, children);
    else this.add(Role.Text, {}, children);
  }

  /** @protected @param {string} [own] the document's word for it */
  empty(own = "") {
    this.text(Role.Paragraph, "empty", own ? plainText(own) : this.said("emptyTab"));
  }

  /** @protected @param {number} action @param {string} word @param {Partial<SemanticNode>} more */
  iconButton(action, word, more) {
    this.add(Role.Button, { action, name: this.word(word), language: this.languageOf(word), ...more });
  }

  /** @protected @param {Photo} photo */
  captionOf(photo) {
    const out = new InlineText().add(photo.caption, { url: photo.url, kind: "photo" });
    if (photo.credit && out.text) out.add("\u2003");
    return out.hold().add(photo.credit).release();
  }

  /**
   * A picture with its caption and, where it failed, what stands in its place.
   * @protected @param {Photo} photo @param {Partial<SemanticNode>} more
   * @param {number} slide of the gallery; -1: none
   */
  captioned(photo, more, slide = -1) {
    const picture = this.pictures.length;
    const argument = slide < 0 ? picture : slide;
    const failed = this.picture(photo.src, photo, { action: Action.EnlargePhoto, argument, ...more });
    // The gallery has one button for all.
    if (slide < 0) this.unless(failed, () => this.iconButton(Action.EnlargePhoto, "enlarge", { argument }));
    const captioned = photo.caption || photo.credit;
    this.unless(!failed, () => {
      if (captioned) this.text(Role.Caption, "body", this.captionOf(photo));
      this.text(Role.Text, "notice", this.said("missingPhoto"));
      this.add(Role.Button, { action: Action.RetryPicture, argument: picture }, () =>
        this.text(Role.Text, "notice", this.said("retry"), { bold: true }));
    });
    if (captioned)
      this.unless(failed, () => this.#caption(photo));
  }

  /** Caption and credit are each a text of their own where there are both. @param {Photo} photo */
  #caption(photo) {
    const { caption, credit, url } = photo;
    const words = () => new InlineText().add(caption, { url, kind: "photo" });
    if (!credit) this.text(Role.Caption, "caption", words());
    else if (!caption) this.text(Role.Caption, "credit", plainText(credit));
    else {
      this.add(Role.Caption, {}, () => {
        this.text(Role.Paragraph, "caption", words());
        this.text(Role.Paragraph, "credit", plainText(credit));
      });
    }
  }

  /** Room for the page's own. @protected @param {string} name @param {number} reserved CSS px */
  slot(name, reserved) {
    this.add(Role.Slot, { name, lineHeight: reserved });
  }

  /** @protected @param {string} title @param {InlineText[]} labels @param {number} selected */
  tabs(title, labels, selected) {
    this.add(Role.TabList, { name: title }, () => labels.forEach((label, i) =>
      this.add(Role.Tab, { action: Action.SelectTab, argument: i, selected: i === selected,
        scroller: this.#part - 1 }, () => this.text(Role.Text, "tab-label", label,
        { bold: i === selected }))));
  }

  /** @protected @param {number} number @param {boolean} shown @param {string} name @param {() => void} children */
  panel(number, shown, name, children) {
    const { awake } = this.state;
    const own = `${this.#part} ${number}`;
    if (shown) awake?.add(own);
    const sleeps = awake !== null && !awake.has(own);
    const index = this.nodes.length;
    this.#hidden = !shown;
    this.#unsaid = "";
    this.add(Role.TabPanel, { name, argument: number }, () => this.unless(sleeps, children));
    if (sleeps) this.nodes[index].asleep = this.#unsaid;
    this.#hidden = false;
  }
}
