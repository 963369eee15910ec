import { timeIn } from "./plain-dates.js";
import { PieceComposer } from "./plain-pieces.js";
import { InlineText, plainText } from "./plain-text.js";
import { fillIn } from "./plain-words.js";
import { Action, Part, Role } from "../core/semantic-tree.js";

/**
 * Makes of a document the semantic tree that the core makes (src/layout/): the
 * same nodes in the same order, without places, for they stand in flow. A test
 * compares the two trees' elements.
 *
 * @typedef {import("./plain-document.js").Document} Document
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {import("./plain-document.js").Link} Link
 * @typedef {import("./plain-document.js").Credit} Credit
 * @typedef {import("./plain-document.js").Block} Block
 * @typedef {import("./plain-document.js").Comment} Comment
 * @typedef {import("./plain-pieces.js").Style} Style
 * @typedef {import("./plain-pieces.js").State} State
 */

export class PlainComposer extends PieceComposer {
  #lastHeading = 0;

  /** @param {Document} document @param {Style} style @param {State} state */
  constructor(document, style, state) {
    super(document, style, state);
    for (const part of style.parts)
      this.compose(part, () => {
        if (part === Part.card) this.#card();
        else if (part === Part.gallery) this.#gallery();
        else if (part === Part.rankings) this.#rankings();
        else this.#comments();
      });
  }

  // ---- the card

  #card() {
    const { article, site } = this.document;
    if (article) {
      this.add(Role.Article, { name: article.headline }, () => {
        if (site) this.#site(site);
        this.#head(article);
        for (const block of article.body) this.#block(block);
        if (article.credits.length)
          this.text(Role.Paragraph, "credits", this.#creditsText(article.credits, ""));
        if (article.tags.length) this.#tags(article.tags);
      });
    } else if (site) {
      this.#site(site);
    }
  }

  /** @param {import("./plain-document.js").Site} site */
  #site(site) {
    this.add(Role.Navigation, { name: site.name || this.word("site") }, () => {
      if (site.name || site.logo) {
        this.linked(site.url, "site", () => {
          const word = site.name ? {} : { name: this.word("site"), decorative: false };
          if (site.logo) this.picture(site.logo, null, { look: "site-logo", width: 28, height: 28, whole: true, ...word });
          if (site.name) this.text(Role.Text, "site-name", plainText(site.name));
        });
      }
      for (const kind of /** @type {const} */ (["login", "edition"])) {
        const link = site[kind];
        if (link) this.label("site-link", link, kind);
      }
    });
  }

  /** @param {import("./plain-document.js").Article} article */
  #head(article) {
    const { language, pageUrl, headingLevel } = this.style;
    const mark = this.mark;
    if (article.kicker) this.text(Role.Text, "kicker", plainText(article.kicker));
    const url = article.url === pageUrl ? "" : article.url;
    this.text(Role.Heading, "headline", new InlineText().add(article.headline, { url, kind: "article" }),
      { level: headingLevel });
    if (article.summary) this.text(Role.Paragraph, "summary", plainText(article.summary));
    const { published, updated, source } = article;
    if (published || updated || source) {
      const text = new InlineText();
      const time = (/** @type {string} */ value) =>
        text.add(timeIn(value, language), { datetime: value });
      const part = () => (text.text ? text.add(mark.groups) : text).hold();
      if (published) {
        part();
        time(published).release();
      }
      if (updated) {
        part().add(this.word("updated"), { language: this.languageOf("updated") }).add(" ");
        time(updated).release();
      }
      if (source) {
        part().add(this.word("source"), { language: this.languageOf("source") }).add(mark.colon)
          .add(source.label, { url: source.url, kind: "source" }).release();
      }
      this.text(Role.Paragraph, "meta", text);
    }
    if (article.bylines.length)
      this.text(Role.Paragraph, "meta", this.#creditsText(article.bylines, this.word("author")));
    if (article.lead) this.#figure(article.lead, true);
  }

  /** @param {Credit[]} credits @param {string} author */
  #creditsText(credits, author) {
    const mark = this.mark;
    const out = new InlineText();
    credits.forEach((credit, i) => {
      if (i) out.add(mark.groups);
      out.hold().hold();
      if (credit.role) out.add(credit.role).add(mark.colon);
      else if (author) out.add(author, { language: this.languageOf("author") }).add(mark.names === ", " ? " " : mark.colon);
      const titleFirst = mark.names !== ", ";
      const stop = mark.names.trimEnd();
      credit.names.forEach(({ name, title, url }, n) => {
        if (n) out.add(stop).release().add(mark.names.slice(stop.length)).hold();
        if (titleFirst && title) {
          out.add(title);
          if (mark.names.endsWith(" ")) out.add(" ");
        }
        out.add(name, { url, kind: "author" });
        if (!titleFirst && title) out.add(" (").add(title).add(")");
      });
      out.release().release();
    });
    return out;
  }

  /** @param {Photo} photo @param {boolean} lead */
  #figure(photo, lead) {
    this.add(Role.Figure, { look: lead ? "lead" : "" }, () => {
      if (!photo.src) {
        this.text(Role.Caption, "caption", this.captionOf(photo));
        return;
      }
      const known = photo.width > 0 && photo.height > 0;
      const ratio = known ? photo.height / photo.width : 2 / 3;
      this.captioned(photo, lead ? { width: 16, height: 9 }
        : { width: 1, height: Math.min(ratio, 1.25), whole: !known || ratio > 1.25 });
    });
  }

  /** @param {Block} block */
  #block(block) {
    const { type } = block;
    if (type === "paragraph") this.text(Role.Paragraph, "body", this.runs(block.text));
    else if (type === "heading") this.#heading(block);
    else if (type === "quote")
      this.add(Role.Quote, {}, () => this.text(Role.Paragraph, "quotation", this.runs(block.text)));
    else if (type === "list")
      this.add(block.ordered ? Role.OrderedList : Role.List, {}, () => {
        for (const item of block.items)
          this.add(Role.ListItem, {}, () => this.text(Role.Text, "body", this.runs(item)));
      });
    else if (type === "photo" && block.photo) this.#figure(block.photo, false);
    else if (type === "video") this.#video(block);
    else if (type === "rule") this.add(Role.Separator);
    else if (type === "slot") this.slot(block.name, block.height);
  }

  /** None is skipped, 6 at most. @param {Block} block */
  #heading(block) {
    const base = this.style.headingLevel;
    const wanted = Math.min(6, base + block.level - 1);
    const level = Math.max(Math.min(wanted, (this.#lastHeading || base) + 1), Math.min(6, base + 1));
    this.#lastHeading = level;
    this.text(Role.Heading, block.level > 2 ? "minor-heading" : "subheading", this.runs(block.text), { level });
  }

  /** @param {Block} block */
  #video({ url, title, duration, photo }) {
    this.add(Role.Figure, {}, () => {
      const name = this.word("playVideo") + (title ? (this.chinese ? "：" : ": ") + title : "");
      this.add(Role.Link, { look: "video", url, kind: "video", action: Action.Follow, name,
        language: title ? "" : this.languageOf("playVideo") }, () => {
        if (photo?.src) this.picture(photo.src, photo, { width: 16, height: 9, decorative: true });
      });
      const clock = duration > 0 ? clockOf(duration) : "";
      const caption = title && clock ? `${title}\u2003${clock}` : title || clock;
      if (caption) this.text(Role.Caption, "caption", plainText(caption));
    });
  }

  /** @param {Link[]} tags */
  #tags(tags) {
    this.add(Role.List, { look: "tags" }, () => {
      for (const { label, url } of tags)
        this.add(Role.ListItem, {}, () => this.linked(url, "tag", () =>
          this.text(Role.Text, "tags", plainText(label))));
    });
  }

  // ---- the other parts

  #gallery() {
    const { gallery } = this.document;
    if (!gallery) return;
    const { photos } = gallery;
    const total = photos.length;
    const current = Math.min(this.state.photo, Math.max(0, total - 1));
    const name = gallery.title || this.word("gallery");
    this.add(total ? Role.Carousel : Role.Group, { name }, () => {
      this.partTitle(gallery.title, "gallery");
      if (!total) {
        this.empty();
        return;
      }
      this.unless(total < 2, () => {
        this.iconButton(Action.PreviousPhoto, "previous", { disabled: current === 0 });
        this.iconButton(Action.NextPhoto, "next", { disabled: current === total - 1 });
      });
      const number = this.pictures.length + photos.slice(0, current).filter(({ src }) => src).length;
      const disabled = !photos[current].src || this.state.failed.has(number);
      this.iconButton(Action.EnlargePhoto, "enlarge", { argument: current, disabled });
      photos.forEach((photo, i) => {
        const slide = { name: `${i + 1} / ${total}`, hidden: i !== current, argument: i, scroller: 0 };
        this.add(Role.Slide, slide, () => this.add(Role.Figure, {}, () => {
          const whole = photo.width > 0 && photo.height > photo.width;
          if (photo.src) this.captioned(photo, { width: 3, height: 2, whole }, i);
          else this.text(Role.Caption, "body", this.captionOf(photo));
        }));
      });
      // Only what its reader changed is told.
      const told = this.state.toldPhoto;
      const caption = photos[told]?.caption;
      this.add(Role.Status, { name: told < 0 ? "" : `${told + 1} / ${total}${caption ? ` ${caption}` : ""}` });
    });
  }

  #rankings() {
    const { rankings } = this.document;
    if (!rankings) return;
    const name = rankings.title || this.word("rankings");
    this.add(Role.Group, { name }, () => {
      this.partTitle(rankings.title, "rankings");
      if (!rankings.tabs.length) {
        this.empty();
        return;
      }
      const selected = this.state.rankingTab;
      this.tabs(name, rankings.tabs.map(({ label }) => plainText(label)), selected);
      rankings.tabs.forEach(({ label, items, more }, i) => this.panel(i, i === selected, label, () => {
        if (!items.length) this.empty();
        else this.add(Role.OrderedList, {}, () => items.forEach((item) => this.#rankingItem(item)));
        if (more) this.label("foot-link", more, "ranking");
      }));
    });
  }

  /** @param {import("./plain-document.js").RankingItem} item */
  #rankingItem({ title, url, views }) {
    this.add(Role.ListItem, {}, () => {
      this.linked(url, "ranking", () => this.text(Role.Text, "ranking-item", plainText(title)));
      if (views !== null)
        this.text(Role.Text, "views", this.said("views", { n: this.count(views) }));
    });
  }

  #comments() {
    const { comments } = this.document;
    if (!comments) return;
    const name = comments.title || this.word("comments");
    this.add(Role.Group, { name }, () => {
      this.partTitle(comments.title, "comments");
      const { total, participants } = comments;
      // As the core has it: none of nought.
      if (total !== null || participants !== null) {
        this.text(Role.Text, "counts", plainText(fillIn(countsPattern(this.word("counts"), total, participants),
          { participants: this.count(participants ?? 0), total: this.count(total ?? 0) }),
        this.languageOf("counts")));
      }
      const labels = [this.said("hot"), this.said("latest")];
      const selected = this.state.commentTab;
      this.tabs(name, labels, selected);
      [comments.hot, comments.latest].forEach((list, i) => this.panel(i, i === selected, labels[i].text, () => {
        for (const comment of list) this.#comment(comment);
        if (!list.length) this.empty(comments.empty);
      }));
      if (comments.write) this.label("foot-link", comments.write, "comment");
      if (comments.more) this.label("foot-link", comments.more, "comment");
    });
  }

  /** @param {Comment} comment */
  #comment({ author, avatar, published, text, likes }) {
    this.add(Role.Article, { name: author, look: "comment" }, () => {
      if (avatar) this.picture(avatar, null, { look: "avatar", width: 36, height: 36 });
      this.text(Role.Text, "author", plainText(author));
      if (published)
        this.text(Role.Time, "meta", plainText(timeIn(published, this.style.language)), { datetime: published });
      this.text(Role.Paragraph, "remark", plainText(text));
      if (likes !== null)
        this.text(Role.Text, "likes", this.said("likes", { n: this.count(likes) }));
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
