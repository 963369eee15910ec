// The pages that the bench loads: the viewer's, as the README embeds it, and the same articles as plain HTML.
import * as esbuild from "esbuild";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { root, Server } from "../../web/support/server.js";
import { HtmlArticle } from "./html-article.js";

/** The first is the one of a page with one article. */
const samples = ["zh-hans", "zh-hant", "en", "ar"];

/** @typedef {"viewer" | "html"} Kind */

/** Articles that differ: each of the samples in turn, numbered in its headline. @param {number} count */
async function articles(count) {
  const documents = await Promise.all(samples.map((name) => readFile(path.join(root, "assets", `${name}.json`), "utf8")));
  return Array.from({ length: count }, (_, i) => {
    const document = JSON.parse(documents[i % samples.length]);
    if (i >= samples.length) document.article.headline += ` ${i + 1}`;
    return document;
  });
}

/** Script and style of the HTML page, as small as those of the viewer. */
async function bundleHtmlPage() {
  const folder = path.join(root, "tests/bench/web/html-page");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: 'import "./page.css"; import "./page.js";', resolveDir: folder },
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

/** Serves both kinds, without compression. */
export class Pages {
  /** @param {Server} server */
  constructor(server) {
    this.server = server;
  }

  /** @param {number[]} counts of articles on a page */
  static async serve(counts) {
    const server = await Server.start();
    const { script, style } = await bundleHtmlPage();
    server.route("/bench/html.js", { body: script, type: "text/javascript" });
    server.route("/bench/html.css", { body: style, type: "text/css" });
    server.route("/bench/viewer.css", { body: "body { margin: 0 }", type: "text/css" });
    const html = "text/html; charset=utf-8";
    const documents = await articles(Math.max(...counts));
    // Beside the samples, so that their pictures are found.
    documents.forEach((document, i) => server.route(`/demo/bench-${i}.json`, { body: JSON.stringify(document) }));
    for (const count of counts) {
      const widgets = Array.from({ length: count }, (_, i) =>
        `<article-viewer src="/demo/bench-${i}.json"${count > 1 ? ' loading="eager"' : ""}></article-viewer>`);
      server.route(`/bench/viewer-${count}.html`, { type: html, body: pageHtml({
        head: '<link rel="stylesheet" href="/bench/viewer.css"><script type="module" src="/article-viewer.js"></script>',
        body: widgets.join("\n"),
      }) });
      server.route(`/bench/html-${count}.html`, { type: html, body: pageHtml({
        head: '<link rel="stylesheet" href="/bench/html.css"><script type="module" src="/bench/html.js"></script>',
        body: documents.slice(0, count).map((document, i) => String(new HtmlArticle(document, "/demo/", `a${i}`))).join("\n"),
      }) });
    }
    return new Pages(server);
  }

  /** @param {Kind} kind @param {number} count */
  url(kind, count) {
    return `${this.server.origin}/bench/${kind}-${count}.html`;
  }

  stop() {
    return this.server.stop();
  }
}
