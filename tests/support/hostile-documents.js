/**
 * Documents made to do harm, as a table of vectors and places. What one of them tries is seen by what it leaves: it
 * calls `top.pwned()`, asks a server for a path with `pwned`, or names a host of `pwned.invalid`.
 *
 * @typedef {{kind: string, name: string, json: string, style?: Record<string, string>, words?: Record<string, string>,
 *   page?: Record<string, string>, answer?: {status: number, location?: string}}} Hostile `json`: as a server sends it; `style`: custom
 *   properties of its element; `words` and `page`: properties of that; `answer`: of its server, in the document's place
 */

const code = "top.pwned()";
const script = `<script>${code}</script>`;
const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const base64 = (/** @type {string} */ text) => Buffer.from(text).toString("base64");
const svg = (/** @type {string} */ inner, attributes = "") => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" ${attributes}>${inner}</svg>`;
const svgUrl = (/** @type {string} */ text) => `data:image/svg+xml,${encodeURIComponent(text)}`;

/** Where something leads that may lead there. */
const sound = { text: "Sound", url: "/hostile/sound", picture: pixel };

/**
 * A document with each member that is shown.
 * @param {{text?: string, url?: string, picture?: string, id?: string, slot?: string, language?: string}} given @returns {any}
 */
function whole({ text = sound.text, url = sound.url, picture = sound.picture, id = "a", slot = "after", language = "en" }) {
  const link = { label: text, url };
  const photo = { src: picture, sources: [{ src: picture, width: 400, type: "image/png" }], width: 40, height: 30, alt: `${text} `, caption: text, credit: text, url, focus: { x: 0.5, y: 0.5 } };
  const credit = { role: text, names: [text, { name: text, title: text, url }] };
  const comment = { author: text, avatar: picture, published: "2023-03-12", text, likes: 3 };
  const runs = [text, { text, strong: true, url }, { text, emphasis: true, language }];
  return {
    version: 1, language,
    site: { name: text, url, logo: picture, login: link, edition: link },
    article: { id, url, kicker: text, headline: text, summary: text, published: "2023-03-12 09:56", updated: "2023-03-13", source: link, bylines: [credit],
      lead: photo, credits: [credit], tags: [text, link],
      body: [{ type: "paragraph", text }, { type: "paragraph", text: runs }, { type: "quote", text: runs }, { type: "heading", level: 2, text }, { type: "list", items: [text, runs] },
        { type: "photo", photo }, { type: "video", url, title: text, duration: 9, poster: photo }, { type: "rule" }, { type: "slot", name: slot, height: 20 }] },
    gallery: { title: text, photos: [photo, photo] },
    rankings: { title: text, selected: id, tabs: [{ id, label: text, more: link, items: [{ title: text, url, views: 7 }] }, { id: `${id}-2`, label: text, items: [] }] },
    comments: { title: text, total: 3, participants: 2, write: link, more: link, empty: text, hot: [comment], latest: [comment] },
  };
}

const markup = [
  script, `">${script}`, `'><img src=/pwned onerror=${code}>`, `<svg onload=${code}>`, `<svg>${script}</svg>`, `<iframe srcdoc="${script}"></iframe>`, "<iframe src=/pwned></iframe>",
  `</title>${script}`, `</script>${script}`, `<!--<script>`, `-->${script}<!--`, `]]>${script}`, `</style><style>@import "/pwned";</style>`, "<link rel=stylesheet href=/pwned>",
  `<meta http-equiv=refresh content="0;url=/pwned">`, "<base href=/pwned/>", "<object data=/pwned></object>", "<embed src=/pwned>", `<video src=/pwned><source onerror=${code}></video>`,
  `<details open ontoggle=${code}>`, `<form action=/pwned><input autofocus onfocus=${code}></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/pwned onerror=${code}&gt;">`, `<noscript><p title="</noscript><img src=/pwned onerror=${code}>">`,
  `&lt;script&gt;${code}&lt;/script&gt;`, `&#60;script&#x3e;${code}&#60;/script&#62;`, `\\u003cscript\\u003e${code}\\u003c/script\\u003e`, `{{constructor.constructor('${code}')()}}`, `\${${code}}`,
  `\`-${code}-\``, `javascript:${code}`, `" onmouseover=${code} x="`, `' autofocus onfocus=${code} tabindex=0 x='`, `<scr\0ipt>${code}</scr\0ipt>`, `\uff1cscript\uff1e${code}\uff1c/script\uff1e`,
  `+ADw-script+AD4-${code}+ADw-/script+AD4-`, `<scr<script>ipt>${code}</scr</script>ipt>`, `<a href="javascript:${code}">x</a>`, `<template>${script}</template>`,
  "<slot name=after></slot><article-viewer src=/pwned></article-viewer>", `%3Cscript%3E${code}%3C/script%3E`, `<x style="background:url(/pwned)">`,
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "/pwned">]><x>&e;</x>`, "<plaintext>", `<textarea>${script}`, `<select><style></select>${script}`,
];
/** Text, attribute, address and code at once. */
const polyglot = `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${code} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${code}//>\\x3e`;

/** Of schemes that are not followed. */
const refusedUrls = [
  `javascript:${code}`, `JaVaScRiPt:${code}`, ` javascript:${code}`, `\tjavascript:${code}`, `java\nscript:${code}`, `java\tscript:${code}`, `java\rscript:${code}`, `\u0001javascript:${code}`,
  `\u0000javascript:${code}`, `javascript\t:${code}`, `javascript://%0a${code}`, `javascript://a.example/%0a${code}`, `javascript:/*https://a.example/*/${code}`, `javascript:"${script}"`,
  `vbscript:${code}`, `livescript:${code}`, `mocha:[${code}]`, `feed:javascript:${code}`, `view-source:javascript:${code}`, `jar:javascript:${code}`,
  `data:text/html,${script}`, `data:text/html;base64,${base64(script)}`, `DATA:text/html,${script}`, ` data:text/html,${script}`, `da\nta:text/html,${script}`, `data:,${code}`,
  `data:text/html;image/png,${script}`, `data:application/xhtml+xml,${script}`, `data:text/javascript,${code}`, `data:;image/png,${script}`, `data:text/image/png,${script}`, "data:text/css,@import'/pwned'",
  "file:///etc/passwd", "about:blank", "about:srcdoc", "chrome://settings", "resource://gre/", "ws://pwned.invalid/", "ftp://pwned.invalid/", "filesystem:http://pwned.invalid/temporary/x",
  "tel:+1", "intent://pwned#Intent;scheme=http;end", "ms-word:ofe|u|http://pwned.invalid/", "x-apple.systempreferences:", `web+x:${code}`, "http://[::1", "https://%00/", "https://\u00ad/",
];
/** That lead somewhere, or look as if they did: in links alone, as a picture would be asked for. */
const oddUrls = [
  "javascript&colon;top.pwned()", "&#106;avascript:top.pwned()", `\u00a0javascript:${code}`, `\ufeffjavascript:${code}`, `javascript\u200b:${code}`, `\uff4aavascript:${code}`, "//pwned.invalid/",
  "\\\\pwned.invalid\\x", "https:\\\\pwned.invalid", "https://bank.example@pwned.invalid/", "https://e.example/\" onclick=\"top.pwned()", `https://e.example/'>${script}`, `#"><img src=x onerror=${code}>`,
  `?x=${script}`, "https://e.example/\u202egnp.exe", `mailto:a@b.example?subject=${script}`, "https://\u0430pple.example/", `https://e.example/,x 2x`,
];
/** Pictures that are shown, with what a picture must not do. */
const pictures = [
  svgUrl(svg(script)), svgUrl(svg("", `onload="${code}"`)), svgUrl(svg('<image href="/pwned"/><use href="/pwned#x"/>')), svgUrl(svg(`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/pwned"/></foreignObject>`)),
  svgUrl(svg(`<a href="javascript:${code}"><text>x</text></a><animate onbegin="${code}" attributeName="x"/>`)), svgUrl(`<?xml-stylesheet href="/pwned"?>${svg("<style>@import '/pwned';</style>")}`),
  svgUrl(`<!DOCTYPE svg [<!ENTITY x SYSTEM "/pwned">]>${svg("<text>&amp;x;</text>")}`), `data:image/svg+xml;base64,${base64(svg(script))}`, `data:image/png,${script}`, `data:image/x,${script}`,
  `data:image/png;base64,${base64(`\x89PNG\r\n\x1a\n${script}`)}`, `data:image/svg+xml,${svg("", `onload=${code}`)}`, "blob:https://pwned.invalid/1", "blob:null/1", "/hostile/svg", "/hostile/html.png",
];

const isolates = ["\u2066", "\u2067", "\u2068"];
const bidi = [
  ...["\u202a", "\u202b", "\u202d", "\u202e", ...isolates].map((open) => `${open}gpj.exe`), "\u202c\u202c\u2069\u2069end", "\u202e\u2067\u202e\u2066nested", `${"\u202e".repeat(130)}deep`,
  "\u2067\u202eabc\u2069 \u202edef", "photo\u202egpj.exe", "\u200f\u061c\u200e!", "\u202eshalom \u05e9\u05dc\u05d5\u05dd 123",
];
const homographs = ["\u0430pple.example", "www.\u0261oogle.example", "p\u0430yp\u0430l.example", "https\u2236\u2215\u2215bank.example", "https://bank.example\u2044login", "\u200bhttps://bank.example\u200b"];
const longWords = ["x".repeat(2000), "\u6587".repeat(2000), "a\u0301".repeat(900), `Z${"\u0310\u0489\u0334".repeat(300)}`, "\ufdfd".repeat(200), "\u200d\ud83d\udc69".repeat(500), "\u00ad".repeat(2000), "/".repeat(2000)];
/** Names that objects, forms and pages have. */
const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "__defineGetter__", "then", "length", "document", "body", "forms", "cookie", "location", "top",
  "attributes", "shadowRoot", "tab-3-0", "panel-3-0", "enlarged-caption", "layer", "", "*", "a b"];
const languages = ["../../pwned", "en\" onclick=\"top.pwned()", "en_x-pwned", "constructor", "__proto__", "x-<script>", `${"a-".repeat(9000)}b`, "zh-Hans-\u0000", "ja/../../pwned", "\u202een"];

/** Each object of a value, with a name for its place. @param {any} value @param {string} at @returns {Generator<[string, any]>} */
function* objectsOf(value, at = "") {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [at || "/", value];
  for (const [name, inner] of Object.entries(value)) yield* objectsOf(inner, `${at}/${name}`);
}

/** The members by which an object's prototype would be another, ahead of its own. @param {string} own JSON of an object */
const polluted = (own) => `{"__proto__":{"polluted":1,"headline":"x","url":"javascript:${code}","toString":null},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1},` +
  `"hasOwnProperty":1,"toString":2,"valueOf":null${own === "{}" ? "}" : `,${own.slice(1)}`}`;

/** One a level: the document, its parts, and what those are made of. @returns {[string, string][]} */
function pollution() {
  const marked = "\ue000";
  /** @type {Map<string, string>} */
  const found = new Map();
  const document = whole({});
  for (const [at, object] of objectsOf(document)) {
    const place = at.replace(/\/\d+/g, "/*");
    if (found.has(place)) continue;
    const own = JSON.stringify(object);
    object.toJSON = () => marked;
    found.set(place, JSON.stringify(document).replaceAll(`"${marked}"`, () => polluted(own)));
    delete object.toJSON;
  }
  return [...found];
}

const article = (/** @type {string} */ more) => `{"version":1,"language":"en","article":{"headline":"Sound",${more}}}`;
const repeated = [
  article(`"headline":${JSON.stringify(script)}`), article(`"url":"/hostile/a","url":"javascript:${code}"`), article(`"url":"javascript:${code}","url":"/hostile/a"`), article(`"lead":{"src":"${pixel}","src":"javascript:${code}"}`),
  article(`"body":[],"body":[{"type":"paragraph","text":"a","text":${JSON.stringify(script)}}]`), article(`"body":[{"type":"rule","type":"script","text":"${code}"}]`), article(`"\\u0075rl":"javascript:${code}","url":"/hostile/a"`),
  article(`"__proto__":{},"__proto__":{"polluted":1}`), article(`"tags":["a"],"tags":[{"label":"b","url":"data:text/html,${code}","url":"vbscript:x"}]`), `{"article":{"headline":"a"},"article":{"headline":"b"},"version":1,"version":2}`,
];
const oddShapes = [
  "null", "[]", '"<script>"', "7", `{"article":[${JSON.stringify(whole({ text: script }))}]}`, article(`"body":${"[".repeat(200)}${"]".repeat(200)}`), article(`"body":{"type":"paragraph","text":{"text":{"text":${JSON.stringify(script)}}}}`),
  article(`"tags":[null,true,[[]],{"label":{"label":${JSON.stringify(script)}}}]`), article(`"lead":{"src":["javascript:${code}"]}`), article(`"published":${JSON.stringify(script)},"updated":"2023-02-30"`),
  article(`"body":[{"type":"<script>"},{"type":"constructor"},{"type":"slot","name":{}},{"type":"video","url":{}}]`), `<script>${code}</script>{"article":{}}`, `{"article":{"headline":"a"}}${script}`, `)]}',\n${article('"id":1')}`,
  article(`"published":"2023-03-12T00:00:00+99:99","id":1e999`), `{"comments":{"total":1e308,"participants":-1,"hot":[{"author":"a","text":"b","likes":"9e99","published":"\\u202e"}]}}`,
];

/** What a page could be made to set of a style: values that end one declaration and begin another. */
const styles = ["url(/pwned)", "x; background: url(/pwned)", "x} * { background: url(/pwned) }", "\"</style><script>top.pwned()</script>", "expression(top.pwned())", "image-set('/pwned' 1x)", "x, url(/pwned)", "\\75rl(/pwned)",
  "'x', @import '/pwned'", "var(--x, url(/pwned))", "attr(onload)", "-moz-binding(url(/pwned))"];
const properties = ["font", "headline-font", "accent", "background", "text", "font-size", "line-height", "radius", "lead-ratio", "body-align"];

const answers = [
  { status: 302, location: `data:application/json,${encodeURIComponent(article('"id":"a"'))}` }, { status: 302, location: `javascript:${code}` }, { status: 302, location: "file:///etc/passwd" }, { status: 307, location: "about:blank" },
  { status: 301, location: "ftp://pwned.invalid/" }, { status: 308, location: "//pwned.invalid/" }, { status: 302, location: "FOREIGN/hostile/foreign" }, { status: 204 }, { status: 302 }, { status: 300, location: "http://" },
];

/** @param {string} kind @param {any[]} rows @param {(row: any) => Omit<Hostile, "kind" | "name">} make @returns {Hostile[]} */
const kindOf = (kind, rows, make) => rows.map((row) => ({ kind, name: JSON.stringify(row).slice(0, 80), ...make(row) }));
const json = (/** @type {any} */ document) => ({ json: JSON.stringify(document) });

/** @returns {Generator<[string, any, string]>} each text of a document: its place, what holds it, and its name there */
function* textsOf(/** @type {any} */ document) {
  const seen = new Set();
  for (const [at, object] of objectsOf(document)) for (const [name, value] of Object.entries(object)) {
    const place = `${at}/${name}`.replace(/\/\d+/g, "/*");
    if (value !== sound.text || seen.has(place)) continue;
    seen.add(place);
    yield [place, object, name];
  }
}

/** One a place: the polyglot alone among what is sound. @returns {Hostile[]} */
function alone() {
  const document = whole({});
  return [...textsOf(document)].map(([place, object, name]) => {
    object[name] = polyglot;
    const made = { kind: "a polyglot alone", name: place, ...json(document) };
    object[name] = sound.text;
    return made;
  });
}

/** @type {Hostile[]} */
export const hostileDocuments = [
  ...kindOf("markup as text", [...markup, polyglot], (text) => json(whole({ text }))),
  ...alone(),
  ...kindOf("a URL that is refused", [...refusedUrls, polyglot], (url) => json(whole({ url, picture: url }))),
  ...kindOf("an odd URL", oddUrls, (url) => json(whole({ url }))),
  ...kindOf("a picture", pictures, (picture) => json(whole({ picture }))),
  ...kindOf("a turn of direction", bidi, (text) => json(whole({ text, slot: text, id: text }))),
  ...kindOf("a homograph", homographs, (text) => json(whole({ text, url: "https://pwned.invalid/" }))),
  ...kindOf("a long word", longWords, (text) => json(whole({ text }))),
  ...kindOf("a name", names, (id) => json(whole({ id, slot: id }))),
  ...kindOf("a language", languages, (language) => json(whole({ language }))),
  ...pollution().map(([name, text]) => ({ kind: "pollution", name, json: text })),
  ...kindOf("members that stand twice", repeated, (text) => ({ json: text })),
  ...kindOf("an odd shape", oddShapes, (text) => ({ json: text })),
  ...kindOf("a style", styles, (value) => ({ ...json(whole({})), style: Object.fromEntries(properties.map((name) => [`--article-viewer-${name}`, value])) })),
  ...kindOf("a word", [script, polyglot, ...names.slice(0, 5)], (word) => ({ ...json({ ...whole({}), comments: { hot: [], latest: [] } }), words: { ...Object.fromEntries(["previous", "emptyTab", "counts", "enlarge"].map((key) => [key, word])), [word]: word } })),
  ...kindOf("an attribute", [script, `javascript:${code}`, "__proto__", "\" onload=\"top.pwned()"], (value) => ({ ...json(whole({})), page: { theme: value, linkTarget: value, size: value, parts: value, crossOrigin: value, referrerPolicy: value } })),
  ...kindOf("an answer", answers, (answer) => ({ json: "", answer })),
];
