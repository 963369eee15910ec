// make.mjs FOLDER URL: writes index.html, whose viewer lies at URL, with the integrity of each of its files; FOLDER has
// these files (dist/ or dist/hashed/), with their integrity.json.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const [folder, address] = process.argv.slice(2);
if (!folder || !URL.canParse(address ?? "")) {
  console.error("usage: node make.mjs FOLDER URL, such as ../../dist/hashed https://cdn.example/article-viewer/1.0.0/");
  process.exit(2);
}
const base = new URL(address.replace(/\/?$/, "/"));
const values = JSON.parse(await readFile(path.join(folder, "integrity.json"), "utf8"));
const isFetched = (file) => /\.(js|wasm)$/.test(file) && !/prerender|^(react|vue)\./.test(file);
const integrity = Object.fromEntries(Object.entries(values).filter(([file]) => isFetched(file))
  .map(([file, value]) => [new URL(file, base).href, value]));

const map = JSON.stringify({ integrity });
// The map stands in the page, so the policy names it by its hash; nothing else inline runs.
const hash = createHash("sha256").update(map).digest("base64");
const policy = [
  "default-src 'none'",
  `script-src ${base.origin} 'sha256-${hash}' 'wasm-unsafe-eval'`,
  `connect-src 'self' ${base.origin}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
].join("; ");

await writeFile(new URL("index.html", import.meta.url), `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>河湾日报</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">
<script type="importmap">${map}</script>
<script type="module" src="${base}article-viewer.js" integrity="${values["article-viewer.js"]}" crossorigin></script>
<article-viewer src="lantern.json" heading-level="1">夜市重开，三百盏灯同时点亮</article-viewer>
`);
