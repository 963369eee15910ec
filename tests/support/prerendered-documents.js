// Documents of many shapes for what reads prerendered articles: reader modes, validators, search engines.
import { readFile } from "node:fs/promises";
import { renderArticle } from "../../dist/article-viewer-prerender.js";

/** @typedef {import("../../web/element/article-document.js").ArticleDocument} ArticleDocument */

/** Sentences of each language; each time one is used it has another number in it. @type {Record<string, string[]>} */
const sentences = {
  "zh-Hans": ["清晨%d点，修船的老人把油灯放在窗台上，等第一班渡轮靠岸。", "镇上的人说，这条水道每年要清淤%d次，否则夏天就走不了大船。",
    "“我们数过，沿岸一共有%d根木桩。”她翻开本子，指给记者看。", "按照计划，工程将在第%d周完工，届时两岸居民可以步行往返。"],
  "zh-Hant": ["清晨%d點，修船的老人把油燈放在窗臺上，等第一班渡輪靠岸。", "鎮上的人說，這條水道每年要清淤%d次，否則夏天就走不了大船。",
    "「我們數過，沿岸一共有%d根木樁。」她翻開本子，指給記者看。"],
  en: ["At %d minutes past six the ferryman rings his bell, and the market on the quay begins to move.",
    "The council has counted %d complaints since spring, most of them about noise after dark.",
    "“Nobody asked us,” she says, holding up a map with %d red dots, “and nobody came to look.”",
    "It will take another %d weeks, according to the engineers, before the lock can be opened again."],
  ar: ["عند الساعة %d صباحًا يقرع صاحب المعدّية جرسه، فيبدأ السوق على الرصيف يومه.", "أحصى المجلس %d شكوى منذ الربيع، معظمها من الضجيج بعد حلول الظلام.",
    "يقول المهندسون إن الأمر يحتاج إلى %d أسبوعًا آخر قبل أن تُفتح البوابة من جديد."],
  he: ["בשעה %d בבוקר מצלצל בעל המעבורת בפעמון, והשוק שעל הרציף מתחיל לנוע.", "המועצה ספרה %d תלונות מאז האביב, רובן על רעש אחרי רדת החשכה."],
  ja: ["朝%d時、渡し船の鐘が鳴ると、岸壁の市場がゆっくりと動き始める。", "町の記録によれば、春から寄せられた苦情は%d件で、その多くは夜の騒音についてだった。"],
  ko: ["아침 %d시에 나룻배의 종이 울리면 부둣가 시장이 천천히 움직이기 시작한다.", "봄부터 접수된 민원은 %d건이며, 대부분은 밤의 소음에 관한 것이었다."],
  hi: ["सुबह %d बजे नाविक घंटी बजाता है, और घाट का बाज़ार धीरे-धीरे जागने लगता है।", "परिषद को वसंत से अब तक %d शिकायतें मिली हैं, जिनमें से अधिकतर रात के शोर की हैं।"],
  th: ["เวลา %d นาฬิกา คนแจวเรือตีระฆัง แล้วตลาดริมท่าก็เริ่มคึกคัก", "สภาเมืองนับคำร้องเรียนได้ %d เรื่องตั้งแต่ต้นปี ส่วนใหญ่เป็นเรื่องเสียงดังยามค่ำคืน"],
  ru: ["В %d часов утра паромщик звонит в колокол, и рынок на набережной просыпается.", "С весны совет насчитал %d жалоб, и почти все они на шум после наступления темноты."],
  vi: ["Lúc %d giờ sáng, người lái đò rung chuông, và khu chợ bên bến bắt đầu nhộn nhịp.", "Từ mùa xuân, hội đồng đã nhận %d lời phàn nàn, phần lớn về tiếng ồn sau khi trời tối."],
};

/** What is said next, another number each time. @param {string} language */
function writer(language) {
  let said = 0;
  /** @param {number} count */
  return (count) => Array.from({ length: count }, () => {
    said += 1;
    return sentences[language][said % sentences[language].length].replace("%d", String(said + 2));
  }).join(language === "en" || !/^(zh|ja)/.test(language) ? " " : "");
}

/** @param {number} count @param {(number: number) => any} make @returns {any[]} */
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
/** @param {any} text */
const paragraph = (text) => ({ type: "paragraph", text });
/** @param {any} text @param {number} [level] */
const heading = (text, level = 2) => ({ type: "heading", level, text });
/** @param {any[]} items @param {boolean} [ordered] */
const list = (items, ordered = false) => ({ type: "list", ordered, items });
/** @param {string} name @param {object} [more] */
const photo = (name, more) => ({ src: `/photos/${name}.jpg`, width: 1200, height: 800, ...more });
/** @param {string} language @param {number} count @param {number} [each] sentences */
const paragraphs = (language, count, each = 3) => {
  const say = writer(language);
  return times(count, () => paragraph(say(each)));
};

const site = { name: "The Quay", url: "/", logo: "/logo.png" };
const published = "2024-03-05T08:30:00+08:00";
const bylines = [{ role: "Words", names: [{ name: "Ida Marsh", title: "reporter", url: "/staff/ida-marsh" }, "Tom Reed"] }];

/** @param {string} language @param {string} headline @param {number} count */
const inLanguage = (language, headline, count) => ({
  version: 1, language, site, article: { headline, published, bylines, summary: writer(language)(1), body: paragraphs(language, count) },
});

const comment = (/** @type {number} */ i) => ({ author: `Reader ${i}`, published: "2024-03-06 10:00", text: writer("en")(1 + i % 3), likes: i * 7, avatar: i % 3 ? "" : "/a.png" });
const ranking = (/** @type {number} */ tab) => ({ id: `t${tab}`, label: `Week ${tab}`, more: { label: "All of them", url: `/top/${tab}` },
  items: times(30, (i) => ({ title: `Story ${i}, which many have read this week`, url: `/top/${tab}/${i}`, views: 90_000 - i * 1234 })) });

const say = writer("en");

/** By what is odd about each. @type {Record<string, ArticleDocument>} */
export const documents = /** @type {any} */ ({
  "a brief": { version: 1, language: "en", article: { headline: "Ferry stops for a day", published, source: { label: "Harbour Office" }, body: [paragraph(say(2))] } },
  "a long feature in Chinese": { version: 1, language: "zh-Hans", site, article: {
    headline: "一条水道和它的修船人", kicker: "河岸", summary: writer("zh-Hans")(2), published: "2024-03-05 08:30", updated: "2024-03-06 09:00", bylines: [{ role: "文字", names: ["陆远舟", "何青"] }, { role: "图片", names: ["林一帆"] }],
    lead: photo("quay", { caption: "渡口的清晨。", credit: "林一帆 摄" }),
    body: times(6, (i) => [heading(`第${i + 1}节：水位`), ...paragraphs("zh-Hans", 4), { type: "quote", text: "船要修，人也要吃饭。" }, list(["木桩：三十根", "油灯：两盏", "绳索：一百二十米"], i % 2 === 1)]).flat() } },
  "a list of advice": { version: 1, language: "en", site, article: { headline: "Nine ways to keep a boat dry", published, bylines,
    body: times(9, (i) => [heading(`${i + 1}. Look at plank ${i + 1}`), paragraph(say(2)), list(times(4, (n) => `Step ${n + 1}: ${say(1)}`), true)]).flat() } },
  "a live report": { version: 1, language: "en", site, article: { headline: "Storm on the coast: as it happened", published, updated: "2024-03-05T21:00:00+08:00", bylines,
    body: times(40, (i) => [heading(`${9 + (i >> 2)}:${15 * (i % 4) || "00"}`, 3), paragraph(i % 5 ? say(1) : "The harbour is closed.")]).flat() } },
  "an interview": { version: 1, language: "en", site, article: { headline: "“I never learned to swim”", published, bylines: [{ names: ["Ida Marsh"] }],
    body: times(15, (i) => [paragraph([{ text: `And what happened in year ${i + 1}?`, strong: true }]), paragraph(say(2))]).flat() } },
  "a report in Arabic": inLanguage("ar", "المعدّية تعود إلى الميناء", 9),
  "many authors": { version: 1, language: "en", site, article: { headline: "What the river carried", published, body: paragraphs("en", 8),
    bylines: times(6, (i) => ({ role: ["Words", "Photos", "Data"][i % 3], names: times(4, (n) => n % 2 ? `Author ${i}-${n} of the Long Names` : { name: `Author ${i}-${n}`, title: "correspondent", url: `/staff/${i}-${n}` }) })) } },
  "links everywhere": { version: 1, language: "en", site, article: { headline: "Where the numbers come from", published, bylines,
    body: times(12, (i) => paragraph([say(1), " The figures are ", { text: `in table ${i} of the yearly report`, url: `/tables/${i}` }, ", and were ", { text: "questioned at once", url: `/news/${i}`, emphasis: true }, `. ${say(1)}`])) } },
  "a story in photos": { version: 1, language: "en", site, article: { headline: "Twelve mornings", published, bylines, summary: say(1), lead: photo("m0", { caption: say(1), credit: "Tom Reed" }),
    body: times(12, (i) => [{ type: "photo", photo: photo(`m${i + 1}`, { alt: "The quay", caption: say(1), credit: "Tom Reed / The Quay" }) }, ...i % 3 ? [] : [paragraph(say(2))]]).flat() } },
  "a video and its text": { version: 1, language: "en", site, article: { headline: "Watch: the lock opens", published, bylines,
    body: [{ type: "video", url: "https://video.example/lock", title: "The lock opens for the first time", duration: 95, poster: photo("lock") }, ...paragraphs("en", 6)] } },
  "numbers without sentences": { version: 1, language: "en", article: { headline: "Harbour traffic 2023", published, source: { label: "Port Authority", url: "https://port.example/" }, bylines: [{ names: ["Data desk"] }],
    body: [paragraph(say(3)), list(times(30, (i) => `Pier ${i + 1}: ${1000 + i * 37} ships`)), paragraph(say(3)), list(times(12, (i) => [{ text: `Month ${i + 1}`, strong: true }, ` ${300 + i} days of wind`]), true)] } },
  "an opinion": { version: 1, language: "en", site, article: { headline: "Leave the bell alone", kicker: "Opinion", published, bylines: [{ names: [{ name: "Prof. Anna Quill", title: "historian", url: "/staff/quill" }] }],
    body: [...paragraphs("en", 4), { type: "rule" }, { type: "quote", text: say(2) }, ...paragraphs("en", 4), { type: "rule" }, paragraph([{ text: "The author teaches in the town.", emphasis: true }])] } },
  "short lines": { version: 1, language: "zh-Hant", site, article: { headline: "渡口十四行", published, bylines: [{ names: ["白石"] }], body: times(28, (i) => paragraph(["潮水退了，燈還亮著", "誰在岸邊數木樁", "一根，兩根，到天明", "船說：不急"][i % 4])) } },
  "a report in Japanese": inLanguage("ja", "渡し船の鐘が戻る", 10),
  "a report in Thai": inLanguage("th", "ระฆังเรือข้ามฟากกลับมา", 10),
  "markup as text": { version: 1, language: "en", site, article: { headline: "What </script><b>is</b> & what <!-- is not", published, bylines: [{ names: ["A <i>writer</i> & \"co\""] }],
    body: [paragraph("A page begins with <!doctype html><html><body onload='go()'> and ends with </body></html>, said the teacher."), ...paragraphs("en", 5), list(["<div hidden>", "&lt;p&gt;", "]]> and --> end things"])] } },
  "more around it than in it": { version: 1, language: "en", site: { ...site, login: { label: "Log in", url: "/login" }, edition: { label: "Print edition", url: "/print" } },
    article: { headline: "The bell is mended", published, bylines, tags: ["bell", { label: "harbour", url: "/tags/harbour" }], credits: [{ role: "Editor", names: ["Ola Berg"] }], body: paragraphs("en", 4) },
    gallery: { title: "The bell", photos: times(30, (i) => photo(`bell${i}`, { caption: say(2), credit: "Tom Reed" })) },
    rankings: { tabs: times(4, ranking), selected: "t2" },
    comments: { total: 200, participants: 150, hot: times(20, comment), latest: times(60, comment), write: { label: "Write one", url: "/write" }, more: { label: "More", url: "/comments" } } },
  "names of other things": { version: 1, language: "en", site, article: { headline: "Comments, shares and what is related", published, bylines,
    body: [heading("Comments, shares and what is related"), paragraph(say(3)), heading("Share this"), paragraph(say(3)), heading("Related"), ...paragraphs("en", 3), heading("Advertisement"), paragraph(say(2)), heading("Comments"), paragraph(say(3))] } },
  "languages within one": { version: 1, language: "zh-Hans", site, article: { headline: "译者的一天", published, bylines,
    body: times(8, (i) => paragraph([writer("zh-Hans")(2), { text: writer("en")(1), language: "en" }, "（", { text: writer("ja")(1), language: "ja", emphasis: true }, "）", { text: writer("ar")(1), language: "ar", url: `/ar/${i}` }])) } },
  "sources at the end": { version: 1, language: "en", site, article: { headline: "How we counted the piles", published, bylines,
    body: [...paragraphs("en", 10), heading("Sources"), list(times(4, (i) => [{ text: `Survey of bank ${i + 1}`, url: `/survey/${i}` }, ", kept in the town hall"]))] } },
  "headings of all levels": { version: 1, language: "he", site, article: { headline: "הפעמון של המעבורת", published, bylines, body: times(10, (i) => [heading(`פרק ${i + 1}`, 2 + i % 5), ...paragraphs("he", 2)]).flat() } },
  "four hundred paragraphs": { version: 1, language: "en", site, article: { headline: "The whole inquiry", published, bylines, body: paragraphs("en", 400, 2) } },
  "what stands twice": { version: 1, language: "en", site, article: { headline: "Twice told", published, bylines: [{ names: ["The Quay", "Ida Marsh"] }, { role: "Photos", names: ["Ida Marsh"] }], source: { label: "The Quay" },
    lead: photo("twice", { credit: "Tom Reed" }), body: [...paragraphs("en", 3), { type: "photo", photo: photo("twice", { caption: "The same once more" }) }, ...paragraphs("en", 3)] },
    rankings: { tabs: [{ id: "a", label: "Most read", items: [{ title: "One", url: "/one" }, { title: "One again", url: "/one" }, { title: "No link" }, { title: "Two", url: "/two" }] }] } },
  "a report in Russian with no author": { version: 1, language: "ru", article: { headline: "Колокол вернулся", url: "/ru", body: paragraphs("ru", 7) } },
});

const assets = new URL("../../assets/", import.meta.url);
/** The sample documents, by their names. @type {Record<string, ArticleDocument>} */
export const samples = Object.fromEntries(await Promise.all(["zh-hans", "zh-hant", "en", "ar"].map(async (name) =>
  [name, JSON.parse(await readFile(new URL(`${name}.json`, assets), "utf8"))])));

/**
 * A page as docs/prerender.md shows it: an article and nothing else.
 * @param {ArticleDocument} document
 * @param {{base: string, src?: string, script?: boolean, attributes?: string}} options `base` of the page; `script`: it
 *   becomes the widget; further attributes of that
 */
export async function pageOf(document, { base, src = "/article.json", script = true, attributes = "" }) {
  const { html, head, jsonLd } = await renderArticle(document, { base, headingLevel: 1 });
  const [, language, direction] = /** @type {RegExpMatchArray} */ (html.match(/ lang="([^"]+)" dir="([^"]+)"/));
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${head}<link rel="icon" href="data:,">
<link rel="stylesheet" href="/article-viewer-prerendered.css">
${jsonLd && `<script type="application/ld+json">${jsonLd}</script>`}
${script ? '<script type="module" src="/article-viewer.js"></script>' : ""}
</head>
<body>
<main><article-viewer src="${src}" heading-level="1"${attributes && ` ${attributes}`}>${html}</article-viewer></main>
</body>
</html>
`;
}
