// node tests/hosts/record.js: writes urls.json and locales.json, what Node.js's URL and Intl make of generated
// texts. The native hosts are compared with them (tests/preview/hosts_test.cpp), URLs also in a page
// (tests/web/urls.test.js).
import { writeFile } from "node:fs/promises";
import { formatNumber, formatTime, resolveUrl } from "../../web/core/locale-host.js";

/** The same numbers below 1 each time (mulberry32). @param {number} seed */
function randomFrom(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const bases = ["https://news.example/a/b/doc.json?q=1#f", "http://host.example:8080/x", "file:///home/x/doc.json",
  "app://host/dir/doc", "blob:https://news.example/1-2", ""];

/** What faults were found in, or may be. */
const chosen = [
  "http:/link", "http:link", "https:c", "http://%00/", "http://a\u00adb.example/", "http://\u00ad/", "#x", "?", "", "..", ".", "...",
  "../../../../c", "%2e%2E/c", ".%2e", "\\\\cdn.example\\x", "///cdn.example/x", "HTTP://X.Example/Y", "http://x.example:80/",
  "https://x.example:0443/", "http://x.example:/", "http://[::1]:8080/", "http://[1:0::0:2]/", "http://[::1/", "http://[zz]/",
  "http://u:p@x.example/", "http://u@@x.example/", "http://例子.测试/文", "http://bücher.example/ß", "http://xn--x/", "图 片.jpg",
  "a?b=文 '\"", "#文 `", "a%20b%zz", " \t c\n.ht\rml \x01", "mailto:a@b.example?subject=x y", "java\nscript:alert(1)",
  "\x01\x02 javascript:alert(1)", "data:image/png;base64,AA==", "DATA:IMAGE/svg+xml,<svg/>", "c:", "C|/x", "file:///C:/x", "12:30",
  "a/b:c", "http://1.2.3/", "http://0x7f.1/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://x:99999/", "http://x:8a/",
  "http://a%zz/", "http://u@/", "http://", "https://x example/", "http://x<y/", "\ufeffhttp://x.example/", "//server/p.jpg", "file:p.jpg",
  "blob:https://x.example/1", "ws://x.example/", "view-source:https://x.example", "tel:123", "//user:pass@h:1/{}|~[]",
];

// No "^": newer parsers encode it in paths, as the standard does since 2024.
const pieces = {
  scheme: ["", "", "", "http:", "https:", "HTTPS:", "mailto:", "ftp:", "x-y.z+1:", "file:", "javascript:", "1a:", "http"],
  slashes: ["", "/", "//", "//", "///", "\\\\", "/\\"],
  host: ["", "news.example", "NEWS.Example", "a b", "a%41", "a%2f", "пример.рф", "xn--e1afmkfd.xn--p1ai", "１２７.0.0.1", "0300.1", "[::ffff:1.2.3.4]", "h_x", "-h-", "a..b", "u:p@h", "@h", "a|b"],
  port: ["", "", "", ":", ":80", ":443", ":00021", ":65536", ":x"],
  path: ["", "/", "/a/../b", "/./a//", "/a/%2e%2e/b", "/%", "/文/`{}", "p q", "\\a\\..\\b", "/a\tb\n", "/..;/", "/C|/a", "/a:b@c"],
  query: ["", "", "?", "?a=1&b='\"<>", "?文#", "?\\"],
  fragment: ["", "", "#", "#a b`<>\"", "#文#x", "#\x00"],
};

function generatedUrls() {
  const random = randomFrom(13);
  /** @template T @param {T[]} list */
  const one = (list) => list[Math.floor(random() * list.length)];
  const texts = chosen.flatMap((text) => [[text, bases[0]], [text, one(bases)]]);
  while (texts.length < 600)
    texts.push([Object.values(pieces).map(one).join(""), one(bases)]);
  return texts.map(([text, base]) => [text, base, resolveUrl(text, base)]);
}

const languages = ["en", "en-US", "en-CA", "en-GB", "en-AU", "en-IN", "ar", "ar-EG", "ar-LB", "ar-MA", "ar-SA", "fr", "de", "de-CH",
  "es", "es-MX", "pt", "pt-PT", "it", "ru", "uk", "pl", "nl", "tr", "ja", "ko", "vi", "th", "id", "ms", "he", "hi", "fa", "sr-Latn",
  "eo", "jam", "", "xx"];
const times = ["2023-03-12T09:56:00+08:00", "2023-11-02T21:05:59", "2024-02-29", "1900-12-31T00:00:00Z"];
const numbers = ["0", "999", "1234", "12345", "1234567", "9007199254740991"];

const lines = (/** @type {any[]} */ rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
const write = (/** @type {string} */ name, /** @type {any[]} */ rows) => writeFile(new URL(name, import.meta.url), lines(rows));
await write("urls.json", generatedUrls());
await write("locales.json", languages.map((language) => [language,
  times.map((time) => [time, formatTime(time, language)]), numbers.map((number) => [number, formatNumber(number, language)])]));
