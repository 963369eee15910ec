import { ContentReader } from "./plain-content.js";
import { splitLong } from "./plain-paragraphs.js";
import { Members, repeatedMembers } from "./plain-members.js";

/**
 * Reads an article document of version 1 without the core, as
 * src/document/reader.cpp does. A wrong or missing member
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

class DocumentReader extends ContentReader {
  /** @param {any} object @returns {Site} */
  site(object) {
    return {
      name: this.members.text(object, "name"),
      url: this.members.url(object, "url", "link"),
      logo: this.members.url(object, "logo", "picture"),
      login: this.linkAt(object, "login"),
      edition: this.linkAt(object, "edition"),
    };
  }

  /** @param {any} object @returns {Article} */
  article(object) {
    const members = this.members;
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
      source: this.linkAt(object, "source"),
      bylines: this.credits(object, "bylines"),
      lead: this.photoAt(object, "lead"),
      body: /** @type {Block[]} */ ([]),
      credits: /** @type {Credit[]} */ ([]),
      tags: /** @type {Link[]} */ ([]),
    };
    members.eachAt(object, "body", false, (item) => {
      const block = this.block(item);
      const blocks = block ? splitLong(block) : [];
      if (blocks.length > 1) members.warn();
      article.body.push(...blocks);
    }, 2000);
    article.credits = this.credits(object, "credits");
    members.eachAt(object, "tags", false, (item) => {
      const tag = typeof item === "object" && item !== null && !Array.isArray(item) ? this.link(item)
        : { label: members.textOf(item), url: "" };
      if (tag?.label) article.tags.push(tag);
    }, 200);
    return article;
  }

  /** @param {any} object @returns {Gallery} */
  gallery(object) {
    /** @type {Gallery} */
    const gallery = { title: this.members.text(object, "title"), photos: [] };
    this.members.eachAt(object, "photos", true, (item) => {
      const photo = this.photo(item);
      if (photo) gallery.photos.push(photo);
    });
    return gallery;
  }

  /** @param {any} object @param {RankingTab[]} before */
  #tabId(object, before) {
    const members = this.members;
    return members.at(object, "id", (value) => {
      const given = members.tokenOf(value);
      const isFree = (/** @type {string} */ id) => id !== "" && !before.some((tab) => tab.id === id);
      if (isFree(given)) return given;
      let n = before.length + 1;
      while (!isFree(`${given || "tab"}-${n}`)) n += 1;
      members.warn();
      return `${given || "tab"}-${n}`;
    });
  }

  /** @param {any} object @returns {Rankings} */
  rankings(object) {
    const members = this.members;
    /** @type {Rankings} */
    const rankings = { title: members.text(object, "title"), selected: "", tabs: [] };
    members.eachAt(object, "tabs", true, (item) => {
      const found = members.object(item);
      if (!found) return;
      /** @type {RankingTab} */
      const tab = {
        id: this.#tabId(found, rankings.tabs),
        label: members.text(found, "label", true),
        more: this.linkAt(found, "more"),
        items: [],
      };
      members.eachAt(found, "items", true, (one) => {
        const read = this.#rankingItem(one);
        if (read?.title) tab.items.push(read);
      }, 500);
      if (!tab.label && !tab.items.length) return;
      tab.label ||= tab.id;
      rankings.tabs.push(tab);
    }, 50);
    members.at(object, "selected", (value) => {
      rankings.selected = members.tokenOf(value);
      if (!rankings.selected || rankings.tabs.some((tab) => tab.id === rankings.selected)) return;
      members.warn();
      rankings.selected = "";
    });
    return rankings;
  }

  /** @param {any} item @returns {RankingItem | null} */
  #rankingItem(item) {
    const members = this.members;
    if (typeof item === "string") {
      members.warn();
      return { title: members.textOf(item), url: "", views: null };
    }
    const object = members.object(item);
    return object ? { title: members.text(object, "title", true),
      url: members.url(object, "url", "link"), views: members.count(object, "views") } : null;
  }

  /** @param {any} object @returns {Comments} */
  comments(object) {
    const members = this.members;
    return {
      title: members.text(object, "title"),
      total: members.count(object, "total"),
      participants: members.count(object, "participants"),
      write: this.linkAt(object, "write"),
      more: this.linkAt(object, "more"),
      empty: members.text(object, "empty"),
      hot: this.#commentList(object, "hot"),
      latest: this.#commentList(object, "latest"),
    };
  }

  /** @param {any} comments @param {string} name @returns {Comment[]} */
  #commentList(comments, name) {
    const members = this.members;
    /** @type {Comment[]} */
    const out = [];
    members.eachAt(comments, name, false, (item) => {
      const object = members.object(item);
      if (!object) return;
      const comment = {
        author: members.text(object, "author", true),
        avatar: members.url(object, "avatar", "picture"),
        published: members.time(object, "published"),
        text: members.text(object, "text", true),
        likes: members.count(object, "likes"),
      };
      if (comment.text) out.push(comment);
    }, 500);
    return out;
  }
}

/** Whether there are bytes that are not UTF-8. @param {Uint8Array} bytes @param {string} text of them */
function hasOtherBytes(bytes, text) {
  if (!text.includes("\ufffd")) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

/** Whether half of a surrogate pair is escaped. @param {string} json */
const hasHalves = (json) => /\\ud[89a-f]/i.test(json) && /\\ud[89a-f]/i.test(json.replace(/\\\\|\\ud[89ab]..\\ud[c-f]../gi, ""));

/**
 * @param {import("../core/language.js").ReadLanguage} readLanguage @param {Uint8Array} bytes @param {string} base
 * @param {string} [refusedTypes] types of pictures, a line each, whose sources are passed over @returns {ReadDocument}
 */
export function readDocument(readLanguage, bytes, base, refusedTypes = "") {
  /** @type {Document} */
  const document = { language: "", site: null, article: null, gallery: null, rankings: null, comments: null };
  /** @param {1 | 2} refusal @param {string} message @param {Problem[]} [problems] @returns {ReadDocument} */
  const refused = (refusal, message, problems = []) => ({ document, refusal, message,
    problems: [...problems, { severity: "error", pointer: "", message }] });
  if (bytes.length > mostBytes) return refused(2, `found ${bytes.length} bytes, expected 8 MiB at most`);
  const text = new TextDecoder().decode(bytes);
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused(1, /** @type {Error} */ (error).message);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return refused(2, `found no object, expected one`);
  const members = new Members(base, readLanguage, repeatedMembers(text));
  if (hasOtherBytes(bytes, text)) members.warn();
  if (hasHalves(text)) members.warn();
  const reader = new DocumentReader(members, refusedTypes);
  members.at(json, "version", (version) => {
    if (version !== undefined && version !== 1) members.warn();
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
