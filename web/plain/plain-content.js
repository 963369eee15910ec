import { missingEnds } from "./plain-bidi.js";
import { mostText, WhiteSpace } from "./plain-members.js";

/**
 * Reads what the parts of a document are made of, as src/document/content_reader.cpp does: texts, links, credits,
 * photos and blocks.
 *
 * @typedef {import("./plain-members.js").Members} Members
 * @typedef {import("./plain-document.js").Link} Link
 * @typedef {import("./plain-document.js").Name} Name
 * @typedef {import("./plain-document.js").Credit} Credit
 * @typedef {import("./plain-document.js").Run} Run
 * @typedef {import("./plain-document.js").Photo} Photo
 * @typedef {import("./plain-document.js").Block} Block
 */

const [mostPhotos, mostSources, mostCredits, mostNames, mostListItems, mostRuns] = [500, 50, 100, 200, 5000, 20000];
const types = ["paragraph", "quote", "heading", "list", "photo", "video", "rule", "slot"];
/** The slots that stand behind card, gallery and rankings. */
export const partSlots = ["after-card", "after-gallery", "after-rankings"];

/** @param {string} src @returns {Photo} */
const photoOf = (src) => ({ src, sources: [], width: 0, height: 0, alt: "", caption: "", credit: "",
  focus: { x: 0.5, y: 0.5 }, url: "" });

export class ContentReader {
  #photos = 0;
  #listItemsLeft = mostListItems;
  #runsLeft = mostRuns;
  /** Of slots. */
  #slots = new Set(partSlots);

  /** @param {Members} members @param {string} refused types of pictures that are not shown, a line each */
  constructor(members, refused) {
    this.members = members;
    this.#refused = refused.split("\n");
  }
  #refused;

  // ---- text, links, credits

  /** @param {any} value @param {number} [most] characters @returns {Run[]} */
  #runs(value, most) {
    const members = this.members;
    const space = new WhiteSpace(most);
    /** @type {Run[]} */
    const out = [];
    const keep = (/** @type {Run} */ run) => {
      if (run.text) out.push(run);
      if (run.url) run.text += missingEnds(run.text);
    };
    const plain = (/** @type {any} */ item) => keep({
      text: members.runOf(item, space), strong: false, emphasis: false, language: "", url: "" });
    if (typeof value === "string" || typeof value === "number") {
      plain(value);
    } else if (value === undefined || typeof value === "boolean") {
      members.error();
    } else {
      members.each(value, true, (item) => {
        this.#runsLeft -= 1;
        if (typeof item !== "object" || item === null || Array.isArray(item)) return plain(item);
        keep({
          text: members.at(item, "text", (text) => members.runOf(text, space)),
          strong: members.flag(item, "strong"),
          emphasis: members.flag(item, "emphasis"),
          language: members.language(item, "language"),
          url: members.url(item, "url", "link"),
        });
      }, this.#runsLeft);
    }
    const last = out.at(-1);
    if (last?.text.endsWith(" ")) {
      last.text = last.text.slice(0, -1);
      if (!last.text) out.pop();
    }
    return out;
  }

  /** @param {any} value @returns {Link | null} */
  link(value) {
    const members = this.members;
    if (typeof value === "string") {
      members.warn();
      const label = members.textOf(value);
      return label ? { label, url: "" } : null;
    }
    const object = members.object(value);
    if (!object) return null;
    const link = { label: members.text(object, "label", true), url: members.url(object, "url", "link") };
    return link.label ? link : null;
  }

  /** @param {any} object @param {string} name */
  linkAt(object, name) {
    return this.members.at(object, name, (value) => this.link(value));
  }

  /** @param {any} value @returns {Name} */
  #name(value) {
    const members = this.members;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return { name: members.textOf(value), title: "", url: "" };
    return { name: members.text(value, "name", true), title: members.text(value, "title"),
      url: members.url(value, "url", "link") };
  }

  /** @param {any} article @param {string} name @returns {Credit[]} */
  credits(article, name) {
    const members = this.members;
    /** @type {Credit[]} */
    const out = [];
    members.eachAt(article, name, false, (item) => {
      /** @type {Credit} */
      const credit = { role: "", names: [] };
      if (typeof item === "string") {
        members.warn();
        credit.names.push(this.#name(item));
      } else {
        const object = members.object(item);
        if (!object) return;
        credit.role = members.text(object, "role");
        members.eachAt(object, "names", true, (one) => credit.names.push(this.#name(one)), mostNames);
      }
      credit.names = credit.names.filter((one) => one.name);
      if (credit.names.length) out.push(credit);
      else if (!members.textIsCut) members.warn();
    }, mostCredits);
    return out;
  }

  // ---- photos

  /** @param {any} value @returns {Photo | null} */
  photo(value) {
    const members = this.members;
    if (value === undefined) return null;
    if (this.#photos === mostPhotos) {
      members.error();
      this.#photos += 1;
    }
    if (this.#photos > mostPhotos) return null;
    const photo = photoOf("");
    if (typeof value === "string") {
      members.warn();
      photo.src = members.urlOf(value, "picture");
    } else {
      const object = members.object(value);
      if (!object) return null;
      photo.src = members.url(object, "src", "picture");
      members.eachAt(object, "sources", false, (item) => {
        const source = members.object(item);
        if (!source) return;
        const src = members.url(source, "src", "picture", true);
        const width = members.pixels(source, "width", true);
        const type = members.at(source, "type", (value) => members.tokenOf(value));
        if (src && width) photo.sources.push({ src, width, type });
      }, mostSources);
      photo.width = members.pixels(object, "width");
      photo.height = members.pixels(object, "height");
      photo.alt = members.text(object, "alt");
      photo.caption = members.text(object, "caption");
      photo.credit = members.text(object, "credit");
      photo.url = members.url(object, "url", "link");
      members.at(object, "focus", (found) => {
        const focus = members.object(found);
        if (!focus) return;
        const share = { low: 0, high: 1, whole: false };
        photo.focus = { x: members.number(focus, "x", share, true) ?? 0.5,
          y: members.number(focus, "y", share, true) ?? 0.5 };
      });
    }
    const isShown = (/** @type {{type: string}} */ { type }) => !type || !this.#refused.includes(type);
    if (!photo.src && photo.sources.length) {
      members.warn();
      // Where none can be shown one of them is tried.
      const width = (/** @type {Photo["sources"][number]} */ one) => isShown(one) ? one.width : 0;
      photo.src = photo.sources.reduce((best, one) => width(one) > width(best) ? one : best).src;
    }
    photo.sources = photo.sources.filter(isShown);
    if (!photo.src && !photo.caption) {
      if (!members.textIsCut) members.error();
      return null;
    }
    this.#photos += 1;
    return photo;
  }

  /** @param {any} object @param {string} name */
  photoAt(object, name) {
    return this.members.at(object, name, (value) => this.photo(value));
  }

  // ---- blocks

  /** @param {any} item @returns {Block | null} */
  block(item) {
    const members = this.members;
    /** @type {Block} */
    const block = { type: "paragraph", text: [], level: 2, ordered: false, items: [], photo: null,
      url: "", title: "", duration: 0, name: "", height: 0 };
    if (typeof item === "string") {
      members.warn();
      block.text = this.#runs(item, mostText);
      return block.text.length ? block : null;
    }
    const object = members.object(item);
    if (!object) return null;
    block.type = members.at(object, "type", (type) => {
      if (types.includes(type)) return type;
      members.error();
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
          if (value === undefined) members.error();
          return this.photo(value);
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
    const members = this.members;
    block.text = members.at(object, "text", (value) => {
      const runs = this.#runs(value, block.type === "paragraph" ? mostText : undefined);
      const told = value === undefined || typeof value === "boolean" || members.textIsCut;
      if (!runs.length && !told) members.warn();
      return runs;
    });
    if (block.type === "heading") {
      const level = members.number(object, "level", { low: -1e9, high: 1e9, whole: true }) ?? 2;
      block.level = Math.min(6, Math.max(2, level));
      if (block.level !== level)
        members.at(object, "level", () => members.warn());
    }
    return block.text.length ? block : null;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #list(object, block) {
    const members = this.members;
    block.ordered = members.flag(object, "ordered");
    members.at(object, "items", (items) => {
      members.each(items, true, (item) => {
        this.#listItemsLeft -= 1;
        const runs = this.#runs(item);
        if (runs.length) block.items.push(runs);
      }, this.#listItemsLeft);
      if (!block.items.length && !members.textIsCut)
        members.warn();
    });
    return block.items.length ? block : null;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #video(object, block) {
    const members = this.members;
    block.url = members.url(object, "url", "link", true);
    block.title = members.text(object, "title");
    block.duration = members.number(object, "duration",
      { low: 0, high: 1e9, whole: false }) ?? 0;
    block.photo = this.photoAt(object, "poster");
    if (block.url) return block;
    // What remains of a video that cannot be reached is its poster.
    if (!block.photo) return null;
    block.type = "photo";
    block.photo.caption ||= block.title;
    return block;
  }

  /** @param {any} object @param {Block} block @returns {Block | null} */
  #slot(object, block) {
    const members = this.members;
    block.height = members.number(object, "height",
      { low: 0, high: 1e6, whole: false }) ?? 0;
    return members.at(object, "name", (value) => {
      block.name = members.tokenOf(value);
      if (!block.name) {
        if (value === undefined || typeof value === "string") members.error();
        return null;
      }
      // Of slots with one name HTML fills the first.
      if (this.#slots.has(block.name)) {
        members.error();
        return null;
      }
      this.#slots.add(block.name);
      return block;
    });
  }
}
