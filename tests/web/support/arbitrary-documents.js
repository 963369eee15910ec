// Small articles of every kind of block, and what an editor does to one, for property tests: by the contract's schema.
import fc from "fast-check";

/**
 * @typedef {Record<string, any>} Shown a document
 * @typedef {(shown: Shown) => Shown} Edit
 */

const words = ["潮水退去，", "修船的人说：“明天再来。”", "（共3.5元）", "The ferry ", "leaves at 6:45, ", "“no later” ", "co-operation ", "عند الفجر ", "يقرع الجرس (12) ", "渡船\u200b", "e\u0301te\u0301 ",
  "https://news.example/a/very/long/address ", "日本語の", "👩‍🚒 ", "A\u00adB "];
const plain = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(""));
const url = fc.constantFrom("/a", "/b?c=1", "https://news.example/", "javascript:void 0");
const languages = ["zh-Hans", "zh-Hant", "en", "ar"];
const link = fc.record({ label: plain, url }, { noNullPrototype: true, requiredKeys: ["label"] });
const run = fc.oneof(plain, fc.record({ text: plain, strong: fc.boolean(), emphasis: fc.boolean(), url, language: fc.constantFrom(...languages) }, { noNullPrototype: true, requiredKeys: ["text"] }));
const text = fc.oneof({ weight: 2, arbitrary: plain }, fc.array(run, { minLength: 1, maxLength: 4 }));
/** Are there at once. */
const pictures = [3, 4, 5].map((width) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='3'/>`);
const photo = fc.oneof({ weight: 4, arbitrary: fc.record({ src: fc.constantFrom(...pictures), width: fc.constantFrom(40, 400), height: fc.constantFrom(30, 300), alt: plain, caption: plain, credit: plain, url },
  { noNullPrototype: true, requiredKeys: ["src", "width", "height"] }) }, fc.record({ caption: plain }));
const credit = fc.record({ role: plain, names: fc.array(fc.oneof(plain, fc.record({ name: plain, url })), { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true, requiredKeys: ["names"] });
const time = fc.constantFrom("2023-03-12 09:56", "2023-03-13", "2023-03-12T09:56:00+08:00");

export const block = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom("paragraph", "quote"), text }) },
  fc.record({ type: fc.constant("heading"), level: fc.integer({ min: 2, max: 4 }), text }),
  fc.record({ type: fc.constant("list"), ordered: fc.boolean(), items: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant("photo"), photo }),
  fc.record({ type: fc.constant("video"), url, title: plain, duration: fc.constantFrom(9, 4000), poster: photo }, { noNullPrototype: true, requiredKeys: ["type", "url"] }),
  fc.record({ type: fc.constant("slot"), name: fc.constantFrom("one", "two"), height: fc.constantFrom(0, 20) }),
  fc.constant({ type: "rule" }));
const blocks = fc.array(block, { maxLength: 8 });

/** Its members, each by itself. */
const members = {
  kicker: plain, headline: plain, summary: plain, published: time, updated: time, source: link, bylines: fc.array(credit, { maxLength: 2 }), lead: photo, body: blocks,
  credits: fc.array(credit, { maxLength: 2 }), tags: fc.array(fc.oneof(plain, link), { maxLength: 3 }), url,
};
const comment = fc.record({ author: plain, published: time, text: plain, likes: fc.nat(20_000) }, { noNullPrototype: true, requiredKeys: ["author", "text"] });
const items = fc.array(fc.record({ title: plain, url, views: fc.nat(20_000) }, { noNullPrototype: true, requiredKeys: ["title"] }), { maxLength: 3 });
const tabs = fc.uniqueArray(fc.record({ id: fc.constantFrom("day", "week", "month"), label: plain, more: link, items }, { noNullPrototype: true, requiredKeys: ["id", "label", "items"] }),
  { maxLength: 3, selector: ({ id }) => id });
const comments = fc.array(comment, { maxLength: 2 });
const parts = {
  site: fc.record({ name: plain, url, login: link, edition: link }, { noNullPrototype: true, requiredKeys: [] }),
  gallery: fc.record({ title: plain, photos: fc.array(photo, { maxLength: 4 }) }, { noNullPrototype: true, requiredKeys: ["photos"] }),
  rankings: fc.record({ title: plain, selected: fc.constantFrom("day", "week"), tabs }, { noNullPrototype: true, requiredKeys: ["tabs"] }),
  comments: fc.record({ title: plain, total: fc.nat(20_000), participants: fc.nat(300), write: link, more: link, empty: plain, hot: comments, latest: comments }, { noNullPrototype: true, requiredKeys: [] }),
};

/** Most of a document is not there: what fails is soon small. @param {Record<string, fc.Arbitrary<any>>} values @returns {fc.Arbitrary<Record<string, any>>} */
const some = (values) => fc.record(Object.fromEntries(Object.entries(values).map(([name, value]) =>
  [name, fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })])), { noNullPrototype: true });

/** Of one id: those of one are the same article. @param {string} id @returns {fc.Arbitrary<Shown>} */
export const documentOf = (id) => fc.record({ language: fc.constantFrom("en", "zh-Hans", "zh-Hant", "ar", undefined), parts: some(parts), headline: plain, members: some(members), body: blocks })
  .map(({ language, parts, headline, members, body }) => ({ version: 1, language, article: { ...members, id, headline, body }, ...parts }));

/** @param {Shown} shown @param {(body: any[], at: (place: number) => number) => any[]} change `at`: a place as an index */
function withBody(shown, change) {
  const body = [...shown.article.body ?? []];
  return { ...shown, article: { ...shown.article, body: change(body, (place) => Math.min(place, Math.max(0, body.length - 1))) } };
}

const place = fc.nat(7);
/** @type {fc.Arbitrary<Edit>} that says what it does where a counterexample is printed */
export const edit = fc.oneof(
  fc.tuple(fc.constant("insert"), place, block), fc.tuple(fc.constant("replace"), place, block),
  fc.tuple(fc.constant("remove"), place), fc.tuple(fc.constant("move"), place, place),
  fc.oneof(...Object.entries(members).map(([name, value]) => fc.tuple(fc.constant("member"), fc.constant(name), name === "headline" ? value : fc.option(value, { nil: undefined })))),
  fc.oneof(...Object.entries({ ...parts, language: fc.constantFrom(...languages) }).map(([name, value]) => fc.tuple(fc.constant("part"), fc.constant(name), fc.option(value, { nil: undefined })))));

/** What edits are called. */
export const edits = new Set(["insert", "replace", "remove", "move", "member", "part"]);

/** @param {Shown} shown @param {any[]} edit @returns {Shown} */
export function edited(shown, [what, first, second]) {
  if (what === "insert") return withBody(shown, (body, at) => body.toSpliced(at(first), 0, second));
  if (what === "replace") return withBody(shown, (body, at) => body.toSpliced(at(first), 1, second));
  if (what === "remove") return withBody(shown, (body, at) => body.toSpliced(at(first), 1));
  if (what === "move") return withBody(shown, (body, at) => body.toSpliced(at(first), 1).toSpliced(at(second), 0, ...body.slice(at(first), at(first) + 1)));
  if (what === "part") return { ...shown, [first]: second };
  return { ...shown, article: { ...shown.article, [first]: second } };
}
