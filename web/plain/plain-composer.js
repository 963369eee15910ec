import { partSlots } from "./plain-content.js";
import { countIn, timeIn } from "./plain-dates.js";
import { hanRegion, isChinese, isRightToLeft, slants } from "./plain-language.js";
import { InlineText, plainText, textOf } from "./plain-text.js";
import { fillIn, wordIn, wordLanguage } from "./plain-words.js";
import { Action, Part, Role } from "../core/semantic-tree.js";

/**
 * Makes of a document the semantic tree that the core makes (src/layout/): the
 * same nodes in the same order, without places, for they stand in flow. A test
 * compares the two trees' elements.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("./plain-document.js").Document} Document
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {import("./plain-document.js").Link} Link
 * @typedef {import("./plain-document.js").Credit} Credit
 * @typedef {import("./plain-document.js").Block} Block
 * @typedef {import("./plain-document.js").Comment} Comment
 * @typedef {{language: import("../core/language.js").Language, readLanguage: import("../core/language.js").ReadLanguage, headingLevel: number, parts: number[], pageUrl: string,
 *   words: Record<string, string>}} Style
 * @typedef {{photo: number, toldPhoto: number, rankingTab: number, commentTab: number, failed: Set<number>}} State
 * @typedef {{src: string, photo: Photo | null}} Picture by number
 */

const boldLooks = ["kicker", "headline", "subheading", "minor-heading", "site-name", "part-title", "author"];
const headlineLooks = ["headline", "subheading", "site-name", "part-title"];

export class PlainComposer {
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
  #lastHeading = 0;

  /** @param {Document} document @param {Style} style @param {State} state */
  constructor(document, style, state) {
    this.#document = document;
    this.#style = style;
    this.#state = state;
    this.#rtl = isRightToLeft(style.language);
    this.#chinese = isChinese(style.language);
    // The dot stays with what stands before it.
    this.#mark = this.#chinese || hanRegion(style.language) === 4 ? { colon: "：", names: "、", groups: "\u3000" }
      : this.#rtl ? { colon: ": ", names: "، ", groups: "\u00a0· " }
        : { colon: ": ", names: ", ", groups: "\u00a0· " };
    for (const part of style.parts) {
      this.#part = part;
      const before = this.#key;
      if (part === Part.card) this.#card();
      else if (part === Part.gallery) this.#gallery();
      else if (part === Part.rankings) this.#rankings();
      else this.#comments();
      if (this.#key > before && partSlots[part]) this.#slot(partSlots[part], 0);
    }
  }
  #document;
  #style;
  #state;
  #rtl;
  #chinese;
  #mark;

  // ---- nodes

  /** @param {number} role @param {Partial<SemanticNode>} [more] @param {(() => void) | null} [children] */
  #add(role, more = {}, children = null) {
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
        headline: headlineLooks.includes(look), ranges: [], ...more,
      }));
      if (!children) return;
      this.#open.push(index);
      children();
      this.#open.pop();
    } else if (children) {
      children();
    }
  }

  /** @param {boolean} absent @param {() => void} make */
  #unless(absent, make) {
    const before = this.#absent;
    this.#absent ||= absent;
    make();
    this.#absent = before;
  }

  /** @param {number} role @param {string} look @param {InlineText} content @param {Partial<SemanticNode>} [more] */
  #text(role, look, { text, ranges, language }, more = {}) {
    this.#add(role, { look, text, ranges, language, ...more });
  }

  /** @param {string} key */
  #word(key) {
    return Object.hasOwn(this.#style.words, key) ? String(this.#style.words[key])
      : wordIn(key, this.#style.language);
  }

  /** The language of a word; "" where that is the document's, as the page's own words are. @param {string} key */
  #languageOf(key) {
    const { words, language } = this.#style;
    const found = Object.hasOwn(words, key) ? "" : wordLanguage(language);
    return found === language.tag ? "" : found;
  }

  /** A text made of a word. @param {string} key @param {Record<string, string>} [values] */
  #said(key, values = {}) {
    return plainText(fillIn(this.#word(key), values), this.#languageOf(key));
  }

  /** @param {import("./plain-document.js").Run[]} runs */
  #runs(runs) {
    const { language, readLanguage } = this.#style;
    return textOf(runs, (own) => !slants(own ? readLanguage(own) : language));
  }

  /** @param {number} count */
  #count(count) {
    return countIn(count, this.#style.language);
  }

  /** A link, or what stands in its place without a URL. @param {string} url @param {LinkKind} kind @param {() => void} children */
  #linked(url, kind, children) {
    if (url) this.#add(Role.Link, { url, kind, action: Action.Follow }, children);
    else children();
  }

  /** @param {string} src @param {Photo | null} photo @param {Partial<SemanticNode>} more @returns {boolean} whether it failed */
  #picture(src, photo, more) {
    const picture = this.pictures.length;
    this.pictures.push({ src, photo });
    // Where its caption says the same already, the picture says nothing.
    const name = photo && photo.alt !== photo.caption ? photo.alt : "";
    const { x, y } = photo?.focus ?? { x: 0.5, y: 0.5 };
    this.#add(Role.Image, { picture, url: src, name, decorative: !name, fontSize: x, lineHeight: y, ...more });
    return this.#state.failed.has(picture);
  }

  // ---- pieces

  /** @param {string} title @param {string} word */
  #partTitle(title, word) {
    const level = Math.min(6, this.#style.headingLevel + (this.#document.article ? 1 : 0));
    this.#text(Role.Heading, "part-title", title ? plainText(title) : this.#said(word), { level });
  }

  /** @param {Link} link @param {LinkKind} kind */
  #footLink({ label, url }, kind) {
    const children = () => this.#text(Role.Text, "foot-link", plainText(label));
    if (url) this.#add(Role.Link, { url, kind, action: Action.Follow }, children);
    else this.#add(Role.Text, {}, children);
  }

  /** @param {string} [own] the document's word for it */
  #empty(own = "") {
    this.#text(Role.Paragraph, "empty", own ? plainText(own) : this.#said("emptyTab"));
  }

  /** @param {number} action @param {string} word @param {Partial<SemanticNode>} more */
  #iconButton(action, word, more) {
    this.#add(Role.Button, { action, name: this.#word(word), language: this.#languageOf(word), ...more });
  }

  /** @param {Photo} photo */
  #captionOf(photo) {
    const out = new InlineText().add(photo.caption, { url: photo.url, kind: "photo" });
    if (photo.credit && out.text) out.add("\u2003");
    return out.add(photo.credit);
  }

  /**
   * A picture with its caption and, where it failed, what stands in its place.
   * @param {Photo} photo @param {Partial<SemanticNode>} more
   * @param {number} slide of the gallery; -1: none
   */
  #captioned(photo, more, slide = -1) {
    const picture = this.pictures.length;
    const argument = slide < 0 ? picture : slide;
    const failed = this.#picture(photo.src, photo, { action: Action.EnlargePhoto, argument, ...more });
    // The gallery has one button for all.
    if (slide < 0) this.#unless(failed, () => this.#iconButton(Action.EnlargePhoto, "enlarge", { argument }));
    const captioned = photo.caption || photo.credit;
    this.#unless(!failed, () => {
      if (captioned) this.#text(Role.Caption, "body", this.#captionOf(photo));
      this.#text(Role.Text, "notice", this.#said("missingPhoto"));
      this.#add(Role.Button, { action: Action.RetryPicture, argument: picture }, () =>
        this.#text(Role.Text, "notice", this.#said("retry"), { bold: true }));
    });
    if (captioned)
      this.#unless(failed, () => this.#text(Role.Caption, "caption", this.#captionOf(photo)));
  }

  /** Room for the page's own. @param {string} name @param {number} reserved CSS px */
  #slot(name, reserved) {
    this.#add(Role.Slot, { name, lineHeight: reserved });
  }

  /** @param {string} title @param {InlineText[]} labels @param {number} selected */
  #tabs(title, labels, selected) {
    this.#add(Role.TabList, { name: title }, () => labels.forEach((label, i) =>
      this.#add(Role.Tab, { action: Action.SelectTab, argument: i, selected: i === selected,
        scroller: this.#part - 1 }, () => this.#text(Role.Text, "tab-label", label,
        { bold: i === selected }))));
  }

  /** @param {number} number @param {boolean} shown @param {string} name @param {() => void} children */
  #panel(number, shown, name, children) {
    this.#hidden = !shown;
    this.#add(Role.TabPanel, { name, argument: number }, children);
    this.#hidden = false;
  }

  // ---- the card

  #card() {
    const { article, site } = this.#document;
    if (article) {
      this.#add(Role.Article, { name: article.headline }, () => {
        if (site) this.#site(site);
        this.#head(article);
        for (const block of article.body) this.#block(block);
        if (article.credits.length)
          this.#text(Role.Paragraph, "credits", this.#creditsText(article.credits, ""));
        if (article.tags.length) this.#tags(article.tags);
      });
    } else if (site) {
      this.#site(site);
    }
  }

  /** @param {import("./plain-document.js").Site} site */
  #site(site) {
    this.#add(Role.Navigation, { name: site.name || this.#word("site") }, () => {
      if (site.name || site.logo) {
        this.#linked(site.url, "site", () => {
          const word = site.name ? {} : { name: this.#word("site"), decorative: false };
          if (site.logo) this.#picture(site.logo, null, { look: "site-logo", width: 28, height: 28, whole: true, ...word });
          if (site.name) this.#text(Role.Text, "site-name", plainText(site.name));
        });
      }
      for (const kind of /** @type {const} */ (["login", "edition"])) {
        const link = site[kind];
        if (!link) continue;
        const children = () => this.#text(Role.Text, "site-link", plainText(link.label));
        if (link.url) this.#add(Role.Link, { url: link.url, kind, action: Action.Follow }, children);
        else this.#add(Role.Text, {}, children);
      }
    });
  }

  /** @param {import("./plain-document.js").Article} article */
  #head(article) {
    const { language, pageUrl, headingLevel } = this.#style;
    const mark = this.#mark;
    if (article.kicker) this.#text(Role.Text, "kicker", plainText(article.kicker));
    const url = article.url === pageUrl ? "" : article.url;
    this.#text(Role.Heading, "headline", new InlineText().add(article.headline, { url, kind: "article" }),
      { level: headingLevel });
    if (article.summary) this.#text(Role.Paragraph, "summary", plainText(article.summary));
    const { published, updated, source } = article;
    if (published || updated || source) {
      const text = new InlineText();
      const time = (/** @type {string} */ value) =>
        text.add(timeIn(value, language), { datetime: value });
      const part = () => {
        if (text.text) text.add(mark.groups);
      };
      if (published) time(published);
      if (updated) {
        part();
        text.add(this.#word("updated"), { language: this.#languageOf("updated") }).add(" ");
        time(updated);
      }
      if (source) {
        part();
        text.add(this.#word("source"), { language: this.#languageOf("source") }).add(mark.colon).add(source.label, { url: source.url, kind: "source" });
      }
      this.#text(Role.Paragraph, "meta", text);
    }
    if (article.bylines.length)
      this.#text(Role.Paragraph, "meta", this.#creditsText(article.bylines, this.#word("author")));
    if (article.lead) this.#figure(article.lead, true);
  }

  /** @param {Credit[]} credits @param {string} author */
  #creditsText(credits, author) {
    const mark = this.#mark;
    const out = new InlineText();
    credits.forEach((credit, i) => {
      if (i) out.add(mark.groups);
      if (credit.role) out.add(credit.role).add(mark.colon);
      else if (author) out.add(author, { language: this.#languageOf("author") }).add(mark.names === ", " ? " " : mark.colon);
      const titleFirst = mark.names !== ", ";
      credit.names.forEach(({ name, title, url }, n) => {
        if (n) out.add(mark.names);
        if (titleFirst && title) {
          out.add(title);
          if (mark.names.endsWith(" ")) out.add(" ");
        }
        out.add(name, { url, kind: "author" });
        if (!titleFirst && title) out.add(" (").add(title).add(")");
      });
    });
    return out;
  }

  /** @param {Photo} photo @param {boolean} lead */
  #figure(photo, lead) {
    this.#add(Role.Figure, { look: lead ? "lead" : "" }, () => {
      if (!photo.src) {
        this.#text(Role.Caption, "caption", this.#captionOf(photo));
        return;
      }
      const known = photo.width > 0 && photo.height > 0;
      const ratio = known ? photo.height / photo.width : 2 / 3;
      this.#captioned(photo, lead ? { width: 16, height: 9 }
        : { width: 1, height: Math.min(ratio, 1.25), whole: !known || ratio > 1.25 });
    });
  }

  /** @param {Block} block */
  #block(block) {
    const { type } = block;
    if (type === "paragraph") this.#text(Role.Paragraph, "body", this.#runs(block.text));
    else if (type === "heading") this.#heading(block);
    else if (type === "quote")
      this.#add(Role.Quote, {}, () => this.#text(Role.Paragraph, "body", this.#runs(block.text)));
    else if (type === "list")
      this.#add(block.ordered ? Role.OrderedList : Role.List, {}, () => {
        for (const item of block.items)
          this.#add(Role.ListItem, {}, () => this.#text(Role.Text, "body", this.#runs(item)));
      });
    else if (type === "photo" && block.photo) this.#figure(block.photo, false);
    else if (type === "video") this.#video(block);
    else if (type === "rule") this.#add(Role.Separator);
    else if (type === "slot") this.#slot(block.name, block.height);
  }

  /** None is skipped, 6 at most. @param {Block} block */
  #heading(block) {
    const base = this.#style.headingLevel;
    const wanted = Math.min(6, base + block.level - 1);
    const level = Math.max(Math.min(wanted, (this.#lastHeading || base) + 1), Math.min(6, base + 1));
    this.#lastHeading = level;
    this.#text(Role.Heading, block.level > 2 ? "minor-heading" : "subheading", this.#runs(block.text), { level });
  }

  /** @param {Block} block */
  #video({ url, title, duration, photo }) {
    this.#add(Role.Figure, {}, () => {
      const name = this.#word("playVideo") + (title ? (this.#chinese ? "：" : ": ") + title : "");
      this.#add(Role.Link, { look: "video", url, kind: "video", action: Action.Follow, name,
        language: title ? "" : this.#languageOf("playVideo") }, () => {
        if (photo?.src) this.#picture(photo.src, photo, { width: 16, height: 9, decorative: true });
      });
      const clock = duration > 0 ? clockOf(duration) : "";
      const caption = title && clock ? `${title}\u2003${clock}` : title || clock;
      if (caption) this.#text(Role.Caption, "caption", plainText(caption));
    });
  }

  /** @param {Link[]} tags */
  #tags(tags) {
    this.#add(Role.List, { look: "tags" }, () => {
      for (const { label, url } of tags)
        this.#add(Role.ListItem, {}, () => this.#linked(url, "tag", () =>
          this.#text(Role.Text, "tags", plainText(label))));
    });
  }

  // ---- the other parts

  #gallery() {
    const { gallery } = this.#document;
    if (!gallery) return;
    const { photos } = gallery;
    const total = photos.length;
    const current = Math.min(this.#state.photo, Math.max(0, total - 1));
    const name = gallery.title || this.#word("gallery");
    this.#add(total ? Role.Carousel : Role.Group, { name }, () => {
      this.#partTitle(gallery.title, "gallery");
      if (!total) {
        this.#empty();
        return;
      }
      this.#unless(total < 2, () => {
        this.#iconButton(Action.PreviousPhoto, "previous", { disabled: current === 0 });
        this.#iconButton(Action.NextPhoto, "next", { disabled: current === total - 1 });
      });
      const number = this.pictures.length + photos.slice(0, current).filter(({ src }) => src).length;
      const disabled = !photos[current].src || this.#state.failed.has(number);
      this.#iconButton(Action.EnlargePhoto, "enlarge", { argument: current, disabled });
      photos.forEach((photo, i) => {
        const slide = { name: `${i + 1} / ${total}`, hidden: i !== current, argument: i, scroller: 0 };
        this.#add(Role.Slide, slide, () => this.#add(Role.Figure, {}, () => {
          const whole = photo.width > 0 && photo.height > photo.width;
          if (photo.src) this.#captioned(photo, { width: 3, height: 2, whole }, i);
          else this.#text(Role.Caption, "body", this.#captionOf(photo));
        }));
      });
      // Only what its reader changed is told.
      const told = this.#state.toldPhoto;
      const caption = photos[told]?.caption;
      this.#add(Role.Status, { name: told < 0 ? "" : `${told + 1} / ${total}${caption ? ` ${caption}` : ""}` });
    });
  }

  #rankings() {
    const { rankings } = this.#document;
    if (!rankings) return;
    const name = rankings.title || this.#word("rankings");
    this.#add(Role.Group, { name }, () => {
      this.#partTitle(rankings.title, "rankings");
      if (!rankings.tabs.length) {
        this.#empty();
        return;
      }
      const selected = this.#state.rankingTab;
      this.#tabs(name, rankings.tabs.map(({ label }) => plainText(label)), selected);
      rankings.tabs.forEach(({ label, items, more }, i) => this.#panel(i, i === selected, label, () => {
        if (!items.length) this.#empty();
        else this.#add(Role.OrderedList, {}, () => items.forEach((item) => this.#rankingItem(item)));
        if (more) this.#footLink(more, "ranking");
      }));
    });
  }

  /** @param {import("./plain-document.js").RankingItem} item */
  #rankingItem({ title, url, views }) {
    this.#add(Role.ListItem, {}, () => {
      this.#linked(url, "ranking", () => this.#text(Role.Text, "ranking-item", plainText(title)));
      if (views !== null)
        this.#text(Role.Text, "views", this.#said("views", { n: this.#count(views) }));
    });
  }

  #comments() {
    const { comments } = this.#document;
    if (!comments) return;
    const name = comments.title || this.#word("comments");
    this.#add(Role.Group, { name }, () => {
      this.#partTitle(comments.title, "comments");
      const { total, participants } = comments;
      // As the core has it: none of nought.
      if (total !== null || participants !== null) {
        this.#text(Role.Text, "counts", plainText(fillIn(countsPattern(this.#word("counts"), total, participants),
          { participants: this.#count(participants ?? 0), total: this.#count(total ?? 0) }),
        this.#languageOf("counts")));
      }
      const labels = [this.#said("hot"), this.#said("latest")];
      const selected = this.#state.commentTab;
      this.#tabs(name, labels, selected);
      [comments.hot, comments.latest].forEach((list, i) => this.#panel(i, i === selected, labels[i].text, () => {
        for (const comment of list) this.#comment(comment);
        if (!list.length) this.#empty(comments.empty);
      }));
      if (comments.write) this.#footLink(comments.write, "comment");
      if (comments.more) this.#footLink(comments.more, "comment");
    });
  }

  /** @param {Comment} comment */
  #comment({ author, avatar, published, text, likes }) {
    this.#add(Role.Article, { name: author, look: "comment" }, () => {
      if (avatar) this.#picture(avatar, null, { look: "avatar", width: 36, height: 36 });
      this.#text(Role.Text, "author", plainText(author));
      if (published)
        this.#text(Role.Time, "meta", plainText(timeIn(published, this.#style.language)), { datetime: published });
      this.#text(Role.Paragraph, "remark", plainText(text));
      if (likes !== null)
        this.#text(Role.Text, "likes", this.#said("likes", { n: this.#count(likes) }));
    });
  }
}

/** The clause of what is known. @param {string} pattern @param {number | null} total @param {number | null} participants */
function countsPattern(pattern, total, participants) {
  const at = pattern.indexOf("{total}");
  if (at < 0 || (total !== null && participants !== null)) return pattern;
  if (total !== null) return pattern.slice(at);
  return [" ", ",", "،", "，"].reduce((first, mark) =>
    first.endsWith(mark) ? first.slice(0, -mark.length) : first, pattern.slice(0, at));
}

/** @param {number} seconds */
function clockOf(seconds) {
  const total = Math.floor(Math.min(seconds, 359999) + 0.5);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const minutes = Math.floor(total / 60);
  return minutes >= 60 ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(total % 60)}`
    : `${minutes}:${two(total % 60)}`;
}
