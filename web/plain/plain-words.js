/**
 * What the core knows of languages (src/text/language.cpp, src/layout/words.cpp),
 * for the plain view without it: direction, fonts and the widget's own words.
 */

const chinese = ["zh", "cmn", "yue", "wuu", "nan", "hak", "gan", "hsn", "cdo", "cjy", "lzh", "mnp",
  "cpx", "czh", "czo"];
const rightToLeftScripts = ["arab", "aran", "hebr", "syrc", "syre", "syrj", "syrn", "thaa", "nkoo",
  "adlm", "rohg", "mand", "samr", "mend", "yezi"];
const rightToLeftLanguages = ["ar", "he", "iw", "fa", "prs", "ur", "ps", "sd", "ug", "yi", "ji", "dv",
  "ckb", "syr", "arc", "nqo", "rhg", "pnb", "skr", "azb", "lrc", "glk", "mzn", "bal", "bqi", "sdh",
  "arb", "ary", "arz", "apc", "acm", "aeb", "ajp"];

/**
 * The subtags that matter, in lower case (BCP 47 section 2.1).
 * @param {string} text @returns {{language: string, script: string, region: string}}
 */
export function parseTag(text) {
  const tag = { language: "", script: "", region: "" };
  for (const [i, part] of text.toLowerCase().split(/[-_]/).entries()) {
    if (part.length === 1) break;  // extensions and private use
    const digits = /^\d..$/.test(part);
    if (i === 0) tag.language = part;
    else if (/^\D...$/.test(part)) tag.script = part;
    else if ((part.length === 2 || digits) && !tag.region) tag.region = part;
    else if (part.length === 3 && !tag.script && !tag.region) tag.language = part;
  }
  return tag;
}

/** @param {string} language BCP 47 @returns {boolean} */
export function isRightToLeft(language) {
  const tag = parseTag(language);
  return tag.script ? rightToLeftScripts.includes(tag.script)
    : rightToLeftLanguages.includes(tag.language);
}

/** @param {string} language BCP 47 @returns {boolean} */
export function isChinese(language) {
  const { language: name, script } = parseTag(language);
  return chinese.includes(name) && script !== "latn" && script !== "cyrl";
}

/** Whose forms of Han characters. @param {string} language @returns {"" | "CN" | "TW" | "HK" | "JP" | "KR"} */
function hanRegion(language) {
  const { language: name, script, region } = parseTag(language);
  if (script === "latn" || script === "cyrl") return "";
  if (name === "ja") return "JP";
  if (name === "ko") return "KR";
  if (!chinese.includes(name)) return "";
  if (region === "tw") return "TW";
  if (region === "hk" || region === "mo") return "HK";
  if (["cn", "sg", "my"].includes(region) || script === "hans") return "CN";
  if (name === "yue") return "HK";
  return script === "hant" ? "TW" : "CN";
}

/** @type {Record<string, string>} */
const hanFamilies = {
  CN: '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif',
  TW: '"PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", sans-serif',
  HK: '"PingFang HK", "PingFang TC", "Noto Sans CJK HK", "Noto Sans HK", "Microsoft JhengHei", sans-serif',
  JP: '"Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", Meiryo, sans-serif',
  KR: '"Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", sans-serif',
};

/** The fonts of a language where the page names none. @param {string} language @returns {string} */
export function defaultFamily(language) {
  const han = hanFamilies[hanRegion(language)];
  if (han) return han;
  if (!isRightToLeft(language)) return '"Helvetica Neue", "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';
  const { language: name, script } = parseTag(language);
  return ["he", "iw", "yi"].includes(name) || script === "hebr"
    ? '"Arial Hebrew", "Noto Sans Hebrew", "Segoe UI", Arial, sans-serif'
    : '"Geeza Pro", "Noto Sans Arabic", "Noto Sans", "Segoe UI", Tahoma, Arial, sans-serif';
}

/** @type {Record<string, [string, string, string, string]>} zh-Hans, zh-Hant, en, ar */
const words = {
  previous: ["上一张", "上一張", "Previous photo", "الصورة السابقة"],
  next: ["下一张", "下一張", "Next photo", "الصورة التالية"],
  enlarge: ["放大照片", "放大照片", "Enlarge photo", "تكبير الصورة"],
  close: ["关闭", "關閉", "Close", "إغلاق"],
  zoomIn: ["放大", "放大", "Zoom in", "تكبير"],
  zoomOut: ["缩小", "縮小", "Zoom out", "تصغير"],
  photo: ["照片", "照片", "Photo", "صورة"],
  carousel: ["轮播", "輪播", "carousel", "معرض متحرك"],
  slide: ["照片", "照片", "slide", "شريحة"],
  play: ["播放", "播放", "Play", "تشغيل"],
  pause: ["暂停", "暫停", "Pause", "إيقاف مؤقت"],
  source: ["来源", "來源", "Source", "المصدر"],
  author: ["作者", "作者", "By", "بقلم"],
  updated: ["更新", "更新", "Updated", "حُدّث"],
  gallery: ["图片", "圖片", "Photos", "الصور"],
  rankings: ["热点排行", "熱點排行", "Most read", "الأكثر قراءة"],
  comments: ["评论", "評論", "Comments", "التعليقات"],
  hot: ["最热评论", "最熱評論", "Top comments", "الأبرز"],
  latest: ["最新评论", "最新評論", "Latest comments", "الأحدث"],
  counts: ["{participants}人参与，{total}条评论", "{participants}人參與，{total}條評論",
    "{participants} taking part, {total} comments", "{participants} مشارك، {total} تعليق"],
  emptyTab: ["暂无内容", "暫無內容", "Nothing here yet", "لا شيء هنا بعد"],
  missingPhoto: ["图片无法显示", "圖片無法顯示", "Photo can't be shown", "تعذّر عرض الصورة"],
  loading: ["正在加载", "正在載入", "Loading", "جارٍ التحميل"],
  likes: ["{n}赞", "{n}讚", "{n} likes", "{n} إعجاب"],
  views: ["{n}次阅读", "{n}次閱讀", "{n} views", "{n} مشاهدة"],
  playVideo: ["播放视频", "播放影片", "Play video", "تشغيل الفيديو"],
  site: ["网站", "網站", "Site", "الموقع"],
  retry: ["重试", "重試", "Retry", "إعادة المحاولة"],
  failed: ["文章无法加载", "文章無法載入", "The article can't be loaded", "تعذّر تحميل المقال"],
};

/**
 * A word in the nearest of the four languages; others use English.
 * @param {string} key @param {string} language @returns {string} "" for an unknown key
 */
export function wordIn(key, language) {
  const row = Object.hasOwn(words, key) ? words[key] : null;
  if (!row) return "";
  if (!isChinese(language)) return row[parseTag(language).language === "ar" ? 3 : 2];
  return row[parseTag(language).script === "hant" || hanRegion(language) !== "CN" ? 1 : 0];
}

/** The language of what `wordIn` gives: English where there is none of its own. @param {string} language */
export function wordLanguage(language) {
  return isChinese(language) || ["ar", "en"].includes(parseTag(language).language) ? language : "en";
}

/** Each {name} replaced; unknown ones stay. @param {string} pattern @param {Record<string, string>} values */
export function fillIn(pattern, values) {
  return pattern.replace(/\{(\w*)\}/g, (whole, name) => Object.hasOwn(values, name) ? values[name] : whole);
}
