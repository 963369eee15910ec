// A document as a page made by hand would show it: semantic HTML, Swiper's carousel, ARIA tab lists.

/**
 * @typedef {string | {text: string, strong?: boolean, emphasis?: boolean, language?: string, url?: string}} Run
 * @typedef {Run | Run[]} Text
 * @typedef {{src?: string, sources?: {src: string, width: number}[], width?: number, height?: number,
 *   alt?: string, caption?: Text, credit?: string, url?: string}} Photo
 */

const replacements = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/** @param {unknown} text */
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => replacements[character]);

/** @param {string | undefined} url @param {string} html */
const linked = (url, html) => url ? `<a href="${escape(url)}">${html}</a>` : html;

/** @param {Run} run */
function runHtml(run) {
  if (typeof run === "string") return escape(run);
  let html = escape(run.text);
  if (run.emphasis) html = `<em>${html}</em>`;
  if (run.strong) html = `<strong>${html}</strong>`;
  if (run.language) html = `<span lang="${escape(run.language)}">${html}</span>`;
  return linked(run.url, html);
}

/** @param {Text} [text] */
const textHtml = (text = "") => (Array.isArray(text) ? text : [text]).map(runHtml).join("");

/** @param {{label: string, url?: string}} link @param {string} [className] */
const linkHtml = ({ label, url }, className = "") =>
  `<a${className && ` class="${className}"`} href="${escape(url)}">${escape(label)}</a>`;

/** @param {{role?: string, names: (string | {name: string, title?: string, url?: string})[]}} byline */
function bylineHtml({ role, names }) {
  const people = names.map((person) => typeof person === "string" ? escape(person)
    : linked(person.url, escape([person.title, person.name].filter(Boolean).join(" "))));
  return `<span>${escape(role ?? "")} ${people.join(" ")}</span>`;
}

/** @param {string | undefined} time */
const timeHtml = (time) => time ? `<time datetime="${escape(time.replace(" ", "T"))}">${escape(time)}</time>` : "";

export class HtmlArticle {
  #document;
  #folder;
  #id;

  /** @param {any} document @param {string} folder URL of the document's folder @param {string} id its own on the page */
  constructor(document, folder, id) {
    this.#document = document;
    this.#folder = folder;
    this.#id = id;
  }

  toString() {
    const { language, site, article, gallery, rankings, comments } = this.#document;
    const direction = language.startsWith("ar") ? "rtl" : "ltr";
    return `<div class="page" lang="${language}" dir="${direction}">
<article>
${this.#site(site)}
<p class="kicker">${escape(article.kicker ?? "")}</p>
<h2>${linked(article.url, escape(article.headline))}</h2>
<p class="summary">${textHtml(article.summary)}</p>
${this.#meta(article)}
${article.lead ? this.#figure(article.lead, "lead", "eager") : ""}
${article.body.map((/** @type {any} */ block) => this.#block(block)).join("\n")}
<p class="credits">${(article.credits ?? []).map(bylineHtml).join("<br>")}</p>
<ul class="tags">${(article.tags ?? []).map((/** @type {any} */ tag) =>
    `<li>${typeof tag === "string" ? `<span>${escape(tag)}</span>` : linkHtml(tag)}</li>`).join("")}</ul>
</article>
${gallery ? this.#gallery(gallery) : ""}
${rankings ? this.#rankings(rankings) : ""}
${comments ? this.#comments(comments) : ""}
</div>`;
  }

  /** @param {any} site */
  #site(site) {
    const logo = site.logo ? `<img class="logo" src="${this.#folder}${site.logo}" alt="" width="28" height="28">` : "";
    return `<nav aria-label="${escape(site.name)}"><a class="name" href="${escape(site.url)}">${logo}${escape(site.name)}</a>
${[site.login, site.edition].filter(Boolean).map((link) => linkHtml(link)).join("\n")}</nav>`;
  }

  /** @param {any} article */
  #meta({ published, updated, source, bylines }) {
    return `<p class="meta">${timeHtml(published)} ${timeHtml(updated)}<br>
${source ? linked(source.url, escape(source.label)) : ""}<br>${(bylines ?? []).map(bylineHtml).join("<br>")}</p>`;
  }

  /** @param {Photo} photo @param {"eager" | "lazy"} loading */
  #image({ src, sources = [], width, height, alt }, loading) {
    const set = sources.map((one) => `${this.#folder}${one.src} ${one.width}w`).join(", ");
    const size = width ? ` width="${width}" height="${height}"` : "";
    return `<img src="${this.#folder}${src}"${set && ` srcset="${set}" sizes="min(100vw, 650px)"`}${size}
 alt="${escape(alt ?? "")}" loading="${loading}" draggable="false"${loading === "eager" ? ' elementtiming="lead"' : ""}>`;
  }

  /** @param {Photo} photo @param {string} className @param {"eager" | "lazy"} loading */
  #figure(photo, className, loading) {
    const { caption, credit, url, src } = photo;
    return `<figure class="${className}">${src ? this.#image(photo, loading) : '<div class="missing"></div>'}
<figcaption>${linked(url, textHtml(caption))} ${escape(credit ?? "")}</figcaption></figure>`;
  }

  /** @param {any} block */
  #block(block) {
    const { type, text, items, ordered, level, photo, url, title, poster } = block;
    const list = ordered ? "ol" : "ul";
    switch (type) {
      case "paragraph": return `<p>${textHtml(text)}</p>`;
      case "heading": return `<h${level + 1}>${textHtml(text)}</h${level + 1}>`;
      case "quote": return `<blockquote><p>${textHtml(text)}</p></blockquote>`;
      case "list": return `<${list}>${items.map((/** @type {Text} */ item) => `<li>${textHtml(item)}</li>`).join("")}</${list}>`;
      case "photo": return this.#figure(photo, "photo", "lazy");
      case "video": return this.#figure({ ...poster, caption: title, url }, "photo", "lazy");
      case "rule": return "<hr>";
      default: throw new Error(`the samples have no "${type}"`);
    }
  }

  /** @param {any} gallery */
  #gallery({ title, photos }) {
    const id = `${this.#id}-gallery`;
    return `<section class="gallery" aria-labelledby="${id}" aria-roledescription="carousel">
<h3 id="${id}">${escape(title)}</h3>
<div class="controls"><button class="previous" type="button" aria-label="Previous photo">‹</button>
<span class="position">1 / ${photos.length}</span>
<button class="next" type="button" aria-label="Next photo">›</button></div>
<div class="swiper"><div class="swiper-wrapper">
${photos.map((/** @type {Photo} */ photo) => `<div class="swiper-slide">${this.#figure(photo, "slide", "lazy")}</div>`).join("\n")}
</div></div></section>`;
  }

  /** @param {string} title @param {{id: string, label: string, html: string}[]} tabs @param {string} selected */
  #tabs(title, tabs, selected) {
    const name = (/** @type {string} */ kind, /** @type {string} */ tab) => `${this.#id}-${kind}-${tab}`;
    return `<div class="tabs" role="tablist" aria-label="${escape(title)}">
${tabs.map(({ id, label }) => `<button type="button" role="tab" id="${name("tab", id)}" aria-controls="${name("panel", id)}"
 aria-selected="${id === selected}" tabindex="${id === selected ? 0 : -1}">${escape(label)}</button>`).join("\n")}</div>
${tabs.map(({ id, html }) => `<div role="tabpanel" id="${name("panel", id)}" aria-labelledby="${name("tab", id)}"
 ${id === selected ? "" : "hidden"}>${html}</div>`).join("\n")}`;
  }

  /** @param {any} rankings */
  #rankings({ title, tabs, selected }) {
    const panels = tabs.map((/** @type {any} */ { id, label, items, more }) => ({
      id, label, html: `<ol role="list">${items.map((/** @type {any} */ item) => `<li>${linked(item.url, escape(item.title))}
<span class="views">${escape(item.views ?? "")}</span></li>`).join("\n")}</ol>${more ? linkHtml(more, "more") : ""}`,
    }));
    return `<section class="rankings"><h3>${escape(title)}</h3>${this.#tabs(title, panels, selected ?? tabs[0].id)}</section>`;
  }

  /** @param {any} comments */
  #comments({ title, total, participants, hot, latest, write, more }) {
    const html = (/** @type {any[]} */ list = []) => list.map(({ author, avatar, published, text, likes }) =>
      `<article class="comment">${avatar ? `<img src="${this.#folder}${avatar}" alt="" width="36" height="36" loading="lazy">` : ""}
<div><b>${escape(author)}</b> ${timeHtml(published)}<p>${textHtml(text)}</p><span class="likes">${escape(likes ?? "")}</span></div></article>`).join("\n");
    return `<section class="comments"><h3>${escape(title)}</h3><p class="counts">${participants} · ${total}</p>
${this.#tabs(title, [{ id: "hot", label: "●", html: html(hot) }, { id: "latest", label: "○", html: html(latest) }], "hot")}
${[write, more].filter(Boolean).map((link) => linkHtml(link, "more")).join("\n")}</section>`;
  }
}
