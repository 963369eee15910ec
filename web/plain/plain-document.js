import { described, Members, WhiteSpace } from "./plain-members.js";

/**
 * Reads an article document of version 1 without the core, as
 * src/document/reader.cpp and content_reader.cpp do. A wrong or missing member
 * never loses the rest: it is named in `problems`.
 *
 * @typedef {import("./plain-members.js").Problem} Problem
 * @typedef {{label: string, url: string}} Link
 * @typedef {{name: string, title: string, url: string}} Name
 * @typedef {{role: string, names: Name[]}} Credit
 * @typedef {{text: string, strong: boolean, emphasis: boolean, language: string, url: string}} Run
 * @typedef {{src: string, sources: {src: string, width: number, type: string}[], width: number, height: number,
 *   alt: string, caption: string, credit: string, focus: {x: number, y: number}, url: string}} Photo
 * @typedef {{type: string, text: Run[], level: number, ordered: boolean, items: Run[][],
 *   photo: Photo | null, url: string, title: string, duration: number,
 *   name: string, height: number}} Block
 * @typedef {{name: string, url: string, logo: string, login: Link | null, edition: Link | null}} Site
 * @typedef {{id: string, url: string, kicker: string, headline: string, summary: string,
 *   published: string, updated: string, source: Link | null, bylines: Credit[],
 *   lead: Photo | null, body: Block[], credits: Credit[], tags: Link[]}} Article
 * @typedef {{title: string, photos: Photo[]}} Gallery
 * @typedef {{title: string, url: string, views: number | null}} RankingItem
 * @typedef {{id: string, label: string, more: Link | null, items: RankingItem[]}} RankingTab
 * @typedef {{title: string, selected: string, tabs: RankingTab[]}} Rankings
 * @typedef {{author: string, avatar: string, published: string, text: string,
 *   likes: number | null}} Comment
 * @typedef {{title: string, total: number | null, participants: number | null,
 *   write: Link | null, more: Link | null, empty: string, hot: Comment[], latest: Comment[]}} Comments
 * @typedef {{language: string, site: Site | null, article: Article | null, gallery: Gallery | null,
 *   rankings: Rankings | null, comments: Comments | null}} Document
 * @typedef {{document: Document, refusal: 0 | 1 | 2, message: string, problems: Problem[]}} ReadDocument
 *   refusal: 0 none, 1 no JSON, 2 no document
 */

const mostBytes = 8 * 1024 * 1024;
const mostPhotos = 500;
const types = ["paragraph", "quote", "heading", "list", "photo", "video", "rule", "slot"];
/** The slots that stand behind card, gallery and rankings. */
export const partSlots = ["after-card", "after-gallery", "after-rankings"];

/** @param {string} src @returns {Photo} */
const photoOf = (src) => ({ src, sources: [], width: 0, height: 0, alt: "", caption: "", credit: "",
  focus: { x: 0.5, y: 0.5 }, url: "" });

class DocumentReader {
  #photos = 0;
  /** Of slots. */
  #slots = new Set(partSlots);

  /** @param {Members} members @param {string} refused types of pictures that are not shown, a line each */
  constructor(members, refused) {
    this.#in = members;
    this.#refused = refused.split("\n");
  }
  #in;
  #refused;

  // ---- text, links, credits

  /** @param {any} value @returns {Run[]} */
  #runs(value) {
    const members = this.#in;
    const space = new WhiteSpace();
    /** @type {Run[]} */
    const out = [];
    const keep = (/** @type {Run} */ run) => {
      if (run.text) out.push(run);
    };
    const plain = (/** @type {any} */ item) => keep({
      text: members.runOf(item, space), strong: false, emphasis: false, language: "", url: "" });
    if (typeof value === "string" || typeof value === "number") {
      plain(value);
    } else if (value === undefined || typeof value === "boolean") {
      members.error(described(value), "a string or an array of runs");
    } else {
      members.each(value, true, (item) => {
        if (typeof item !== "object" || item === null || Array.isArray(item)) return plain(item);
        keep({
          text: members.at(item, "text", (text) => members.runOf(text, space)),
          strong: members.flag(item, "strong"),
          emphasis: members.flag(item, "emphasis"),
          language: members.language(item, "language"),
          url: members.url(item, "url", "link"),
        });
      });
    }
    const last = out.at(-1);
    if (last?.text.endsWith(" ")) {
      last.text = last.text.slice(0, -1);
      if (!last.text) out.pop();
    }
    return out;
  }

  /** @param {any} value @returns {Link | null} */
  #link(value) {
    const members = this.#in;
    if (typeof value === "string") {
      members.warn(described(value), "an object with label and url; taken as its label");
      const label = members.textOf(value);
      return label ? { label, url: "" } : null;
    }
    const object = members.object(value, "an object with label and url");
    if (!object) return null;
    const link = { label: members.text(object, "label", true), url: members.url(object, "url", "link") };
    return link.label ? link : null;
  }

  /** @param {any} object @param {string} name */
  #linkAt(object, name) {
    return this.#in.at(object, name, (value) => this.#link(value));
  }

  /** @param {any} value @returns {Name} */
  #name(value) {
    const members = this.#in;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return { name: members.textOf(value), title: "", url: "" };
    return { name: members.text(value, "name", true), title: members.text(value, "title"),
      url: members.url(value, "url", "link") };
  }

  /** @param {any} article @param {string} name @returns {Credit[]} */
  #credits(article, name) {
    const members = this.#in;
    /** @type {Credit[]} */
    const out = [];
    members.at(article, name, (list) => members.each(list, false, (item) => {
      /** @type {Credit} */
      const credit = { role: "", names: [] };
      if (typeof item === "string") {
        members.warn(described(item), "an object with names; taken as a name");
        credit.names.push(this.#name(item));
      } else {
        const object = members.object(item, "an object with role and names");
        if (!object) return;
        credit.role = members.text(object, "role");
        members.at(object, "names", (names) =>
          members.each(names, true, (one) => credit.names.push(this.#name(one))));
      }
      credit.names = credit.names.filter((one) => one.name);
      if (credit.names.length) out.push(credit);
      else if (!members.textIsCut) members.warn("a credit without a name", "at least one name");
    }));
    return out;
  }

  // ---- photos

  /** @param {any} value @returns {Photo | null} */
  #photo(value) {
    const members = this.#in;
    if (value === undefined) return null;
    if (this.#photos === mostPhotos) {
      members.error("more than 500 photos", "500 at most in a document; the rest is left out");
      this.#photos += 1;
    }
    if (this.#photos > mostPhotos) return null;
    const photo = photoOf("");
    if (typeof value === "string") {
      members.warn(described(value), "an object with src; taken as its src");
      photo.src = members.urlOf(value, "picture");
    } else {
      const object = members.object(value, "an object with src or caption");
      if (!object) return null;
      photo.src = members.url(object, "src", "picture");
      members.at(object, "sources", (sources) => members.each(sources, false, (item) => {
        const source = members.object(item, "an object with src and width");
        if (!source) return;
        const src = members.url(source, "src", "picture", true);
        const width = members.pixels(source, "width", true);
        const type = members.at(source, "type", (value) => members.tokenOf(value));
        if (src && width) photo.sources.push({ src, width, type });
      }));
      photo.width = members.pixels(object, "width");
      photo.height = members.pixels(object, "height");
      photo.alt = members.text(object, "alt");
      photo.caption = members.text(object, "caption");
      photo.credit = members.text(object, "credit");
      photo.url = members.url(object, "url", "link");
      members.at(object, "focus", (found) => {
        const focus = members.object(found, "an object with x and y");
        if (!focus) return;
        const share = { low: 0, high: 1, whole: false, expected: "a number from 0 to 1" };
        photo.focus = { x: members.number(focus, "x", share, true) ?? 0.5,
          y: members.number(focus, "y", share, true) ?? 0.5 };
      });
    }
    const isShown = (/** @type {{type: string}} */ { type }) => !type || !this.#refused.includes(type);
    if (!photo.src && photo.sources.length) {
      members.warn("sources without src", "src; the widest source takes its place");
      // Where none can be shown one of them is tried.
      const width = (/** @type {Photo["sources"][number]} */ one) => isShown(one) ? one.width : 0;
      photo.src = photo.sources.reduce((best, one) => width(one) > width(best) ? one : best).src;
    }
    photo.sources = photo.sources.filter(isShown);
    if (!photo.src && !photo.caption) {
      if (!members.textIsCut) members.error("a photo without src and caption", "one of them");
      return null;
    }
    this.#photos += 1;
    return photo;
  }

  /** @param {any} object @param {string} name */
  #photoAt(object, name) {
    return this.#in.at(object, name, (value) => this.#photo(value));
  }

  // ---- blocks

  /** @param {any} item @returns {Block | null} */
  #block(item) {
    const members = this.#in;
    /** @type {Block} */
    const block = { type: "paragraph", text: [], level: 2, ordered: false, items: [], photo: null,
      url: "", title: "", duration: 0, name: "", height: 0 };
    if (typeof item === "string") {
      members.warn(described(item), "an object with a type; taken as a paragraph");
      block.text = this.#runs(item);
      return block.text.length ? block : null;
    }
    const object = members.object(item, "an object with a type");
    if (!object) return null;
    block.type = members.at(object, "type", (type) => {
      if (types.includes(type)) return type;
      members.error(described(type), "paragraph, heading, quote, list, photo, video, rule or slot");
      return "";
    });
    switch (block.type) {
      case "paragraph":
      case "quote":
      case "heading":
        return this.#texts(object, block);
      case "list":
        return this.#list(object, block);
      case "photo":
        block.photo = members.at(object, "photo", (value) => {
          if (value === undefined) members.error("nothing", "an object with src or caption");
          return this.#photo(value);
        });
        return block.photo && block;
      case "video":
        return this.#video(object, block);
      case "slot":
        return this.#slot(object, block);
      default:
        return block.type ? block : null;
    }
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #texts(object, block) {
    const members = this.#in;
    block.text = members.at(object, "text", (value) => {
      const runs = this.#runs(value);
      const told = value === undefined || typeof value === "boolean" || members.textIsCut;
      if (!runs.length && !told) members.warn("no text", "text");
      return runs;
    });
    if (block.type === "heading") {
      const expected = "an integer from 2 to 6";
      const level = members.number(object, "level", { low: -1e9, high: 1e9, whole: true, expected }) ?? 2;
      block.level = Math.min(6, Math.max(2, level));
      if (block.level !== level)
        members.at(object, "level", () => members.warn(`the number ${level}`, expected));
    }
    return block.text.length ? block : null;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #list(object, block) {
    const members = this.#in;
    block.ordered = members.flag(object, "ordered");
    members.at(object, "items", (items) => {
      members.each(items, true, (item) => {
        const runs = this.#runs(item);
        if (runs.length) block.items.push(runs);
      });
      if (!block.items.length && !members.textIsCut)
        members.warn("a list without items", "one at least; it is left out");
    });
    return block.items.length ? block : null;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #video(object, block) {
    const members = this.#in;
    block.url = members.url(object, "url", "link", true);
    block.title = members.text(object, "title");
    block.duration = members.number(object, "duration",
      { low: 0, high: 1e9, whole: false, expected: "a number of seconds" }) ?? 0;
    block.photo = this.#photoAt(object, "poster");
    if (block.url) return block;
    // What remains of a video that cannot be reached is its poster.
    if (!block.photo) return null;
    block.type = "photo";
    block.photo.caption ||= block.title;
    return block;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #slot(object, block) {
    const members = this.#in;
    block.height = members.number(object, "height",
      { low: 0, high: 1e6, whole: false, expected: "a number from 0 to 1,000,000" }) ?? 0;
    return members.at(object, "name", (value) => {
      block.name = members.tokenOf(value);
      if (!block.name) {
        if (value === undefined || typeof value === "string") members.error("no name", "a slot's name");
        return null;
      }
      // Of slots with one name HTML fills the first.
      if (this.#slots.has(block.name)) {
        members.error(described(value), "a name that no other slot has");
        return null;
      }
      this.#slots.add(block.name);
      return block;
    });
  }

  // ---- parts

  /** @param {any} object @returns {Site} */
  site(object) {
    return {
      name: this.#in.text(object, "name"),
      url: this.#in.url(object, "url", "link"),
      logo: this.#in.url(object, "logo", "picture"),
      login: this.#linkAt(object, "login"),
      edition: this.#linkAt(object, "edition"),
    };
  }

  /** @param {any} object @returns {Article} */
  article(object) {
    const members = this.#in;
    let id = "";
    members.at(object, "id", (own) => { id = members.tokenOf(own) ?? ""; });
    const article = {
      id,
      url: members.url(object, "url", "link"),
      kicker: members.text(object, "kicker"),
      headline: members.text(object, "headline", true),
      summary: members.text(object, "summary"),
      published: members.time(object, "published"),
      updated: members.time(object, "updated"),
      source: this.#linkAt(object, "source"),
      bylines: this.#credits(object, "bylines"),
      lead: this.#photoAt(object, "lead"),
      body: /** @type {Block[]} */ ([]),
      credits: /** @type {Credit[]} */ ([]),
      tags: /** @type {Link[]} */ ([]),
    };
    members.at(object, "body", (body) => members.each(body, false, (item) => {
      const block = this.#block(item);
      if (block) article.body.push(block);
    }, 2000, "blocks"));
    article.credits = this.#credits(object, "credits");
    members.at(object, "tags", (tags) => members.each(tags, false, (item) => {
      const tag = typeof item === "object" && item !== null && !Array.isArray(item) ? this.#link(item)
        : { label: members.textOf(item), url: "" };
      if (tag?.label) article.tags.push(tag);
    }));
    return article;
  }

  /** @param {any} object @returns {Gallery} */
  gallery(object) {
    /** @type {Gallery} */
    const gallery = { title: this.#in.text(object, "title"), photos: [] };
    this.#in.at(object, "photos", (photos) => this.#in.each(photos, true, (item) => {
      const photo = this.#photo(item);
      if (photo) gallery.photos.push(photo);
    }));
    return gallery;
  }

  /** @param {any} object @param {RankingTab[]} before */
  #tabId(object, before) {
    const members = this.#in;
    return members.at(object, "id", (value) => {
      const given = members.tokenOf(value);
      const isFree = (/** @type {string} */ id) => id !== "" && !before.some((tab) => tab.id === id);
      if (isFree(given)) return given;
      let n = before.length + 1;
      while (!isFree(`${given || "tab"}-${n}`)) n += 1;
      members.warn(given ? "the id of another tab" : "no id", "an id of its own; one is made");
      return `${given || "tab"}-${n}`;
    });
  }

  /** @param {any} object @returns {Rankings} */
  rankings(object) {
    const members = this.#in;
    /** @type {Rankings} */
    const rankings = { title: members.text(object, "title"), selected: "", tabs: [] };
    members.at(object, "tabs", (tabs) => members.each(tabs, true, (item) => {
      const found = members.object(item, "an object with id, label and items");
      if (!found) return;
      /** @type {RankingTab} */
      const tab = {
        id: this.#tabId(found, rankings.tabs),
        label: members.text(found, "label", true),
        more: this.#linkAt(found, "more"),
        items: [],
      };
      members.at(found, "items", (items) => members.each(items, true, (one) => {
        const read = this.#rankingItem(one);
        if (read?.title) tab.items.push(read);
      }, 500, "items"));
      if (!tab.label && !tab.items.length) return;
      tab.label ||= tab.id;
      rankings.tabs.push(tab);
    }, 50, "tabs"));
    members.at(object, "selected", (value) => {
      rankings.selected = members.tokenOf(value);
      if (!rankings.selected || rankings.tabs.some((tab) => tab.id === rankings.selected)) return;
      members.warn(described(value), "the id of a tab; the first is shown");
      rankings.selected = "";
    });
    return rankings;
  }

  /** @param {any} item @returns {RankingItem | null} */
  #rankingItem(item) {
    const members = this.#in;
    if (typeof item === "string") {
      members.warn(described(item), "an object with a title; taken as its title");
      return { title: members.textOf(item), url: "", views: null };
    }
    const object = members.object(item, "an object with a title");
    return object ? { title: members.text(object, "title", true),
      url: members.url(object, "url", "link"), views: members.count(object, "views") } : null;
  }

  /** @param {any} object @returns {Comments} */
  comments(object) {
    const members = this.#in;
    return {
      title: members.text(object, "title"),
      total: members.count(object, "total"),
      participants: members.count(object, "participants"),
      write: this.#linkAt(object, "write"),
      more: this.#linkAt(object, "more"),
      empty: members.text(object, "empty"),
      hot: this.#commentList(object, "hot"),
      latest: this.#commentList(object, "latest"),
    };
  }

  /** @param {any} comments @param {string} name @returns {Comment[]} */
  #commentList(comments, name) {
    const members = this.#in;
    /** @type {Comment[]} */
    const out = [];
    members.at(comments, name, (list) => members.each(list, false, (item) => {
      const object = members.object(item, "an object with author and text");
      if (!object) return;
      const comment = {
        author: members.text(object, "author", true),
        avatar: members.url(object, "avatar", "picture"),
        published: members.time(object, "published"),
        text: members.text(object, "text", true),
        likes: members.count(object, "likes"),
      };
      if (comment.text) out.push(comment);
    }, 500, "comments"));
    return out;
  }
}

/**
 * @param {Uint8Array} bytes @param {string} base
 * @param {string} [refusedTypes] types of pictures, a line each, whose sources are passed over @returns {ReadDocument}
 */
export function readDocument(bytes, base, refusedTypes = "") {
  /** @type {Document} */
  const document = { language: "", site: null, article: null, gallery: null, rankings: null, comments: null };
  /** @param {1 | 2} refusal @param {string} message @param {Problem[]} [problems] @returns {ReadDocument} */
  const refused = (refusal, message, problems = []) => ({ document, refusal, message,
    problems: [...problems, { severity: "error", pointer: "", message }] });
  if (bytes.length > mostBytes) return refused(2, `found ${bytes.length} bytes, expected 8 MiB at most`);
  let json;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return refused(1, /** @type {Error} */ (error).message);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return refused(2, `found ${described(json)}, expected an object`);
  const members = new Members(base);
  const reader = new DocumentReader(members, refusedTypes);
  members.at(json, "version", (version) => {
    if (version !== undefined && version !== 1) members.warn(described(version), "1; read as that");
  });
  document.language = members.language(json, "language");
  for (const part of /** @type {const} */ (["site", "article", "gallery", "rankings", "comments"])) {
    members.at(json, part, (value) => {
      const object = members.object(value);
      if (object) document[part] = /** @type {any} */ (reader[part](object));
    });
  }
  if (!document.article && !document.gallery && !document.rankings && !document.comments)
    return refused(2, "found no article, gallery, rankings or comments, expected at least one of them",
      members.problems);
  return { document, refusal: 0, message: "", problems: members.problems };
}
