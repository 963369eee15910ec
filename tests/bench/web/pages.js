// The pages that the bench loads: the viewer's, as the README embeds it and as docs/prerender.md does, the same articles
// as plain HTML, as a script builds them from the same documents and as they are prerendered, and a page that has
// nothing but WebGL.
import * as esbuild from "esbuild";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { renderArticle } from "../../../dist/article-viewer-prerender.js";
import { root, Server } from "../../web/support/server.js";
import { HtmlArticle } from "./html-article.js";

/** The first is the one of a page with one article. */
const samples = ["zh-hans", "zh-hant", "en", "ar"];

/**
 * @typedef {"viewer" | "html" | "json"} UsedKind of a page with articles that is dragged and clicked, too
 * @typedef {UsedKind | "prerendered" | "text"} Kind of a page with articles: `prerendered` becomes the viewer, `text` is
 *   the same HTML alone
 * @typedef {Kind | "canvas"} AnyKind `canvas`: one empty WebGL canvas, whatever the content
 * @typedef {keyof typeof contents} Content
 */

/** What a page has, by its name in the table. */
export const contents = {
  "1 article": { articles: 1, paragraphs: 0 },
  "40 articles": { articles: 40, paragraphs: 0 },
  /** As many as that in one article, which has its gallery, rankings and comments as ever. */
  "2,000 paragraphs": { articles: 1, paragraphs: 2000 },
};

/**
 * Makes an article's body longer: its own paragraphs again and again, each numbered.
 * @param {any} article @param {number} count
 */
function lengthen(article, count) {
  const paragraphs = article.body.filter((/** @type {any} */ block) => block.type === "paragraph");
  article.body = Array.from({ length: count }, (_, i) => {
    const { text } = paragraphs[i % paragraphs.length];
    return { type: "paragraph", text: [`${i + 1} `, ...Array.isArray(text) ? text : [text]] };
  });
}

/** Documents that differ: each of the samples in turn, numbered in its headline. @param {Content} content */
async function documentsOf(content) {
  const { articles, paragraphs } = contents[content];
  const texts = await Promise.all(samples.map((name) => readFile(path.join(root, "assets", `${name}.json`), "utf8")));
  return Array.from({ length: articles }, (_, i) => {
    const document = JSON.parse(texts[i % samples.length]);
    if (i >= samples.length) document.article.headline += ` ${i + 1}`;
    if (paragraphs) lengthen(document.article, paragraphs);
    return document;
  });
}

/** Script and style of a page, as small as those of the viewer. @param {string} imports @param {string} folder */
async function bundle(imports, folder) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: imports, resolveDir: path.join(root, "tests/bench/web", folder) },
    bundle: true, minify: true, write: false, format: "esm", target: ["chrome111"], outdir: "bench",
    legalComments: "none", charset: "utf8", logLevel: "warning",
  });
  const ending = (/** @type {string} */ end) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
  return { script: ending(".js"), style: ending(".css") };
}

/** @param {{head: string, body: string}} parts */
const pageHtml = ({ head, body }) => `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
${head}
<body>${body}`;

/** @param {string} sheet */
const sheetHtml = (sheet) => `<link rel="stylesheet" href="${sheet}">`;
/** @param {string} sheet @param {string} script */
const headHtml = (sheet, script) => `${sheetHtml(sheet)}<script type="module" src="${script}"></script>`;

/**
 * As large as the window, in the way that the viewer asks for its context. It is cleared in some frames: what WebGL
 * takes to bring any picture at all to the display is there from then on.
 */
const canvasScript = `const canvas = document.querySelector("canvas");
const gl = canvas.getContext("webgl2", { alpha: true, antialias: false, depth: false, stencil: false });
gl.clearColor(1, 1, 1, 1);
for (let i = 0; i < 10; ++i) {
  await new Promise(requestAnimationFrame);
  gl.clear(gl.COLOR_BUFFER_BIT);
}
performance.mark("ready");`;

/** @param {string[]} addresses @param {string[]} within of each */
const viewers = (addresses, within) => addresses.map((address, i) =>
  `<article-viewer src="${address}"${addresses.length > 1 ? ' loading="eager"' : ""}>${within[i] ?? ""}</article-viewer>`).join("\n");

/** What tells of itself when its photo is drawn, as that of the HTML page. @param {string} html */
const timed = (html) => html.replace('<figure class="av-lead"><img', '$& elementtiming="lead"');

/**
 * The body of each kind of page.
 * @type {Record<Kind, (documents: any[], addresses: string[], prerendered: import("../../../web/prerender/types.js").Prerendered[]) => string>}
 */
const bodies = {
  viewer: (_, addresses) => viewers(addresses, []),
  prerendered: (_, addresses, prerendered) => viewers(addresses, prerendered.map(({ html }) => timed(html))),
  text: (_, addresses, prerendered) => viewers(addresses, prerendered.map(({ html }) => timed(html))),
  html: (documents) => documents.map((document, i) => String(new HtmlArticle(document, "/demo/", `a${i}`))).join("\n"),
  json: (_, addresses) => addresses.map((address, i) => `<div id="a${i}" data-document="${address}"></div>`).join("\n"),
};

/** @type {Record<Kind, string>} */
const heads = {
  viewer: headHtml("/bench/viewer.css", "/article-viewer.js"),
  html: headHtml("/bench/html.css", "/bench/html.js"),
  json: headHtml("/bench/html.css", "/bench/json.js"),
  prerendered: `${sheetHtml("/article-viewer-prerendered.css")}${headHtml("/bench/viewer.css", "/article-viewer.js")}`,
  text: `${sheetHtml("/article-viewer-prerendered.css")}${sheetHtml("/bench/viewer.css")}`,
};

/** Serves all kinds, without compression. */
export class Pages {
  /** @param {Server} server */
  constructor(server) {
    this.server = server;
  }

  /** @param {Content[]} wanted */
  static async serve(wanted) {
    const server = await Server.start();
    const pages = new Pages(server);
    await pages.#addParts();
    for (const content of wanted) await pages.#add(content);
    return pages;
  }

  /** What the pages of a kind have in common. */
  async #addParts() {
    const html = await bundle('import "./page.css"; import "./page.js";', "html-page");
    const json = await bundle('import "./page.js";', "json-page");
    const parts = {
      "html.js": html.script, "html.css": html.style, "json.js": json.script,
      "viewer.css": "body { margin: 0 }", "canvas.js": canvasScript, "canvas.css": "canvas { width: 390px; height: 844px }",
    };
    for (const [name, body] of Object.entries(parts))
      this.server.route(`/bench/${name}`, { body, type: name.endsWith("js") ? "text/javascript" : "text/css" });
    this.#page("canvas", "canvas", { head: headHtml("/bench/canvas.css", "/bench/canvas.js"),
      body: '<canvas width="780" height="1688"></canvas>' });
  }

  /** @param {Content} content */
  async #add(content) {
    const documents = await documentsOf(content);
    // Beside the samples, so that their pictures are found.
    const addresses = documents.map((_, i) => `/demo/bench-${nameOf(content)}-${i}.json`);
    documents.forEach((document, i) => this.server.route(addresses[i], { body: JSON.stringify(document) }));
    const prerendered = await Promise.all(documents.map((document, i) =>
      renderArticle(document, { base: this.server.origin + addresses[i] })));
    for (const kind of /** @type {Kind[]} */ (Object.keys(bodies)))
      this.#page(kind, nameOf(content), { head: heads[kind], body: bodies[kind](documents, addresses, prerendered) });
  }

  /** @param {AnyKind} kind @param {string} name @param {{head: string, body: string}} parts */
  #page(kind, name, parts) {
    this.server.route(`/bench/${kind}-${name}.html`, { type: "text/html; charset=utf-8", body: pageHtml(parts) });
  }

  /** @param {AnyKind} kind @param {Content} content */
  url(kind, content) {
    return `${this.server.origin}/bench/${kind}-${kind === "canvas" ? kind : nameOf(content)}.html`;
  }

  stop() {
    return this.server.stop();
  }
}

/** @param {Content} content as it stands in an address */
const nameOf = (content) => content.replace(/\W+/g, "-");
