// server.mjs [PORT [HOST-PORT]]: serves what is here, and the viewer, on 127.0.0.1: the site on the first port, another
// one that embeds its article on the second. A site of yours has a web server for all but /oembed.
import { readFile } from "node:fs/promises";
import http from "node:http";
import { oembed } from "./oembed.mjs";

const [port, hostPort] = [Number(process.argv[2] ?? 8080), Number(process.argv[3] ?? 8081)];
const origin = `http://127.0.0.1:${port}`;
const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json",
  wasm: "application/wasm", jpg: "image/jpeg", webp: "image/webp" };

/** The article's own page, which says where its oEmbed answer is. */
const page = (name, { article }) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${article.headline}</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="embed.css">
<link rel="alternate" type="application/json+oembed" href="${origin}/oembed?url=${encodeURIComponent(`${origin}/${name}.html`)}&amp;format=json">
<script type="module" src="/article-viewer/article-viewer.js"></script>
<article-viewer src="articles/${name}.json" heading-level="1">${article.headline}</article-viewer>
`;

const folders = [["/article-viewer/", "../../dist/"], ["/photos/", "../../dist/demo/photos/"], ["/", "./"]];

async function answer(url) {
  if (url.pathname === "/oembed") {
    const { status, body } = await oembed(url, origin);
    return { status, type: "application/json", body: body ? JSON.stringify(body) : "" };
  }
  const [, name] = /^\/([\w-]+)\.html$/.exec(url.pathname) ?? [];
  const document = name && !/^(embed|host)$/.test(name) && await readFile(new URL(`articles/${name}.json`, import.meta.url), "utf8").catch(() => null);
  if (document) return { status: 200, type: types.html, body: page(name, JSON.parse(document)) };
  const [prefix, folder] = folders.find(([start]) => url.pathname.startsWith(start));
  const body = await readFile(new URL(folder + url.pathname.slice(prefix.length), import.meta.url)).catch(() => null);
  return body ? { status: 200, type: types[url.pathname.split(".").pop()] ?? "application/octet-stream", body } : { status: 404, type: "text/plain", body: "not found" };
}

http.createServer(async (request, response) => {
  const { status, type, body } = await answer(new URL(request.url, origin));
  response.writeHead(status, { "Content-Type": type, "Access-Control-Allow-Origin": "*" }).end(body);
}).listen(port, "127.0.0.1", () => console.log(`the site: ${origin}/ferry.html`));

http.createServer(async (_, response) => {
  const host = await readFile(new URL("host.html", import.meta.url), "utf8");
  response.writeHead(200, { "Content-Type": types.html }).end(host.replaceAll("http://127.0.0.1:8080", origin));
}).listen(hostPort, "127.0.0.1", () => console.log(`a page that embeds it: http://127.0.0.1:${hostPort}/`));
