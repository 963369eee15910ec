// An article whose lines run both ways: words, numbers, overrides, isolates and marks, with links and emphasis.

const [arabic, hebrew] = ["العربية", "עברית"];
const [rlo, lro, pdf] = ["\u202e", "\u202d", "\u202c"];
const [rli, lri, fsi, pdi] = ["\u2067", "\u2066", "\u2068", "\u2069"];
const [rlm, lrm, shy] = ["\u200f", "\u200e", "\u00ad"];

/** Name and text. */
export const texts = {
  words: `中文里夹着 ${arabic} 与数字 12,345 以及 ${hebrew} (2023) 再回中文，接着是 ${arabic} ${arabic} ${hebrew}：他说“好。”`,
  wrapping: `记者在现场看到 قال المتحدث باسم الوزارة إن السفن عادت إلى الميناء صباح يوم 12 مارس 2023 بعد أن تحسنت الأحوال الجوية 之后继续报道，渔船陆续回港。`,
  hebrew: `他引用了一句 הספינות חזרו לנמל בבוקר, אמר הדובר (בן 45) לעיתונאים והוסיף שמחיר הדגים ירד ב-12% 然后离开了码头，人声鼎沸。`,
  override: `覆盖：${rlo}abc中文${pdf}之后，${rlo}reversed English words (2023) 与中文混排到下一行为止，再多一些文字${pdf}结束。${lro}${arabic} 12 ${hebrew}${pdf}完。`,
  isolates: `隔离：${rli}${arabic} abc 12${pdi}，${lri}abc ${hebrew} 3${pdi}，${fsi}${hebrew} (a) מחיר הדגים ירד ב-12% בשבוע שעבר לאחר שהספינות חזרו${pdi}。`,
  marks: `标记 ${arabic}${rlm}! 与 ${hebrew}${lrm} 12${rlm} 3 之间，“${arabic}”，《${hebrew}》（${arabic}）。`,
  beside: `他说 ${arabic}，又说 ${arabic}、${hebrew}；再说 ${arabic}，“${arabic}”，《${hebrew}》！于是 ${arabic}：然后 ${arabic}，最后 ${arabic}。`,
  hyphens: `软连字符 inter${shy}nation${shy}al${shy}isation 与 com${shy}mu${shy}ni${shy}ca${shy}tion 在中文里 ex${shy}traor${shy}di${shy}nary 断开。`,
  english: `Soft hyphens: inter${shy}nation${shy}al${shy}isation, com${shy}mu${shy}ni${shy}ca${shy}tion, ex${shy}traor${shy}di${shy}nary; ${arabic} ${hebrew} 12,345, ${rlo}abc def${pdf} and on.`,
  runs: ["链接与强调：", { text: `${arabic} 与 ${hebrew}`, url: "https://example.com/a" }, " 之后 ",
    { text: "abc", strong: true }, ` ${arabic} `, { text: `قال المتحدث باسم الوزارة 12 مارس`, emphasis: true },
    ` ${rlo}倒`, { text: "着 backward", url: "https://example.com/b" }, `写${pdf} ${rli}`, { text: `${arabic} 3`, strong: true }, ` abc${pdi}。`],
};

/** Quotation marks of which the browser makes no half ones, as they have the script of the word in them. */
export const quoted = `看“${arabic}” 逐一排开看看边缘在哪里，“${arabic}”、《${hebrew}》 书名号、渔船陆续回港，码头上人声鼎沸，“${hebrew}”说完，清晨的雾还没有散。`;

/** The document. @param {string} language */
export const bidiArticle = (language) => JSON.stringify({
  version: 1, language,
  article: {
    headline: `标题 ${arabic} 12 与 ${hebrew} 的消息 ${rlo}abc${pdf}，${fsi}${hebrew} 3${pdi} 完`, published: "2023-03-12 09:56",
    source: { label: `海湾 ${arabic}` },
    body: [...Object.values(texts).map((text) => ({ type: "paragraph", text })),
      { type: "heading", level: 2, text: `小标题 ${hebrew} (12) ${arabic} com${shy}mu${shy}ni${shy}ca${shy}tion` },
      { type: "quote", text: texts.wrapping },
      { type: "list", ordered: false, items: [texts.words, texts.override, texts.runs] }],
  },
  gallery: { photos: [{ src: "/demo/photos/harbour-400.jpg", width: 400, height: 225, caption: texts.isolates }] },
  rankings: { tabs: [{ id: "a", label: `日榜 ${arabic}`, items: [{ title: `${texts.hebrew}`, url: "https://example.com/c" }] }] },
  comments: { total: 1, latest: [{ id: "1", author: arabic, text: texts.wrapping, published: "2023-03-12 10:00" }] },
});
