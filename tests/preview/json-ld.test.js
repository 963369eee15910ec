// What search engines ask JSON-LD for, of the samples and of documents of many shapes.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { documents } from "../support/prerendered-documents.js";
import { root, samples } from "./support/preview.js";

const base = "https://news.example/2023/page.html";

const isUrl = (value) => /^https:\/\/[^\s<>"]+$/.test(value);
const isText = (value) => typeof value === "string" && value.trim() !== "";
const isTime = (value) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?$/.test(value);
const isCount = (value) => Number.isInteger(value) && value > 0;
const isOf = (...types) => (value) => [value].flat().every((one) => types.includes(one["@type"]));
const isOrganization = isOf("Organization", "NewsMediaOrganization");

/** An absolute URL of the web, else nothing. @param {string} [url] */
const webUrl = (url) => [url && new URL(url, base).href].find((one) => one?.startsWith("http"));
/** What is one member's string or array of runs. */
const plain = (text) => [text ?? ""].flat().map((run) => run.text ?? run).join("") || undefined;
const time = (text) => text?.replace(/^([\d-]+)[ T](\d\d:\d\d)(?!:)/, "$1T$2:00").replace("+00:00", "Z");
const firstOfEach = (all, key) => all.filter((one, i) => all.findIndex((other) => key(other) === key(one)) === i);

/** Who wrote it; else whose it is. */
function authorsOf({ article, site }) {
  const names = (article.bylines ?? []).flatMap((byline) => byline.names).map((one) => (typeof one === "string" ? { name: one } : one));
  if (names.length) return firstOfEach(names, ({ name, url }) => `${name} ${url}`);
  return site ? [site] : article.source ? [{ name: article.source.label, url: article.source.url }] : [];
}

const shown = (photos) => firstOfEach((photos ?? []).filter((photo) => webUrl(photo?.src)), ({ src }) => src);
function photosOf({ article, gallery }) {
  const own = shown([article.lead, ...article.body.flatMap((block) => [block.photo, block.poster])]);
  return own.length ? own.slice(0, mostImages) : shown(gallery?.photos).slice(0, 1);
}

/** As many pictures as a search engine shows. */
const mostImages = 10;

const itemsOf = ({ items }) => firstOfEach(items.filter(({ url }) => webUrl(url)), ({ url }) => url);
const listsOf = ({ rankings }) => (rankings?.tabs ?? []).filter((tab) => itemsOf(tab).length);

/** Objects of the graph that members are asked of, and what of the document each is. @type {Record<string, [(graph: any[]) => any[], (document: any) => any[]]>} */
const places = {
  "NewsArticle": [(graph) => graph.filter(isOf("NewsArticle")), (document) => [document]],
  "NewsArticle.author": [(graph) => graph.filter(isOf("NewsArticle")).flatMap(({ author = [] }) => author), authorsOf],
  "NewsArticle.image": [(graph) => graph.filter(isOf("NewsArticle")).flatMap(({ image = [] }) => image), photosOf],
  "ImageGallery.image": [(graph) => graph.filter(isOf("ImageGallery")).flatMap(({ image }) => image), ({ gallery }) => (gallery?.photos ?? []).filter(({ src }) => webUrl(src))],
  "ItemList": [(graph) => graph.filter(isOf("ItemList")), listsOf],
  "ItemList.itemListElement": [(graph) => graph.filter(isOf("ItemList")).flatMap(({ itemListElement }) => itemListElement),
    (document) => listsOf(document).flatMap((tab) => itemsOf(tab).map((item, i) => ({ ...item, position: i + 1 })))],
};

const caption = ({ caption, alt }) => plain(caption) ?? alt;
/**
 * Members that Google's documentation asks for, of Article, of image metadata and of carousels: where, which, how, what
 * it looks like, and what a document says of it; `undefined`: it says nothing, and the member is absent.
 * @type {[string, string, "required" | "recommended", (value: any) => boolean, (own: any) => any][]}
 */
const members = [
  ["NewsArticle", "headline", "recommended", isText, ({ article }) => article.headline],
  ["NewsArticle", "datePublished", "recommended", isTime, ({ article }) => time(article.published)],
  ["NewsArticle", "dateModified", "recommended", isTime, ({ article }) => time(article.updated ?? article.published)],
  ["NewsArticle", "image", "recommended", isOf("ImageObject"), (document) => photosOf(document).length || undefined],
  ["NewsArticle", "author", "recommended", isOf("Person", "Organization", "NewsMediaOrganization"), (document) => authorsOf(document).length || undefined],
  ["NewsArticle", "publisher", "recommended", isOrganization, ({ site, article }) => site ?? article.source],
  ["NewsArticle.author", "name", "recommended", isText, ({ name }) => name],
  ["NewsArticle.author", "url", "recommended", isUrl, ({ url }) => webUrl(url)],
  ...["NewsArticle.image", "ImageGallery.image"].flatMap((place) => /** @type {typeof members} */ ([
    [place, "contentUrl", "required", isUrl, ({ src }) => webUrl(src)],
    [place, "creditText", "recommended", isText, ({ credit }) => credit],
    [place, "caption", "recommended", isText, caption],
    [place, "width", "recommended", isCount, ({ width, height }) => (height ? width : undefined)],
    [place, "height", "recommended", isCount, ({ width, height }) => (width ? height : undefined)],
  ])),
  ["ItemList", "itemListElement", "required", isOf("ListItem"), (tab) => itemsOf(tab).length],
  ["ItemList.itemListElement", "position", "required", isCount, ({ position }) => position],
  ["ItemList.itemListElement", "url", "required", isUrl, ({ url }) => webUrl(url)],
  ["ItemList.itemListElement", "name", "recommended", isText, ({ title }) => title],
];

/** Texts, numbers and times are as the document has them; of objects it is asked how many there are. */
const told = (value) => (Array.isArray(value) ? value.length : typeof value === "object" ? true : value);

/** @param {any} document */
async function check(document) {
  const { jsonLd } = await renderArticle(document, { base });
  const { "@context": context, "@graph": graph } = JSON.parse(jsonLd);
  assert.equal(context, "https://schema.org");
  for (const [place, member, asked, fits, says] of members) {
    const [find, own] = places[place];
    const values = find(graph).map((object) => object[member]);
    const said = own(document).map(says);
    if (asked === "required") assert.ok(!values.includes(undefined), `${place}: ${member} is required`);
    for (const value of values) assert.ok(value === undefined || fits(value), `${place}: ${member} is ${JSON.stringify(value)}`);
    if (member === "author") values.forEach((value, i) => { values[i] = value && [value].flat().length; });
    assert.deepEqual(values.map(told), said.map(told), `${place}: ${member}`);
  }
}

for (const sample of samples)
  test(`the JSON-LD of ${sample} has what search engines ask for`, async () => {
    const document = JSON.parse(await fs.readFile(path.join(root, sample), "utf8"));
    await check(document);
    // A sample gives all that is asked for, at least once.
    for (const [place, member, , , says] of members)
      assert.ok(places[place][1](document).some((own) => says(own) !== undefined), `${sample} has ${place}: ${member}`);
  });

for (const [name, document] of Object.entries(documents))
  test(`the JSON-LD of ${name} has what the document says`, () => check(document));
