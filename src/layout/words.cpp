#include "layout/words.h"

#include "text/paragraph.h"

namespace article::layout {
namespace {

struct Row {
  std::string_view key;
  std::string_view text[4];  // zh-Hans, zh-Hant, en, ar
};

constexpr Row kRows[kWordCount] = {
    {"previous", {"上一张", "上一張", "Previous photo", "الصورة السابقة"}},
    {"next", {"下一张", "下一張", "Next photo", "الصورة التالية"}},
    {"enlarge", {"放大照片", "放大照片", "Enlarge photo", "تكبير الصورة"}},
    {"close", {"关闭", "關閉", "Close", "إغلاق"}},
    {"zoomIn", {"放大", "放大", "Zoom in", "تكبير"}},
    {"zoomOut", {"缩小", "縮小", "Zoom out", "تصغير"}},
    {"photo", {"照片", "照片", "Photo", "صورة"}},
    {"carousel", {"轮播", "輪播", "carousel", "معرض متحرك"}},
    {"slide", {"照片", "照片", "slide", "شريحة"}},
    {"play", {"播放", "播放", "Play", "تشغيل"}},
    {"pause", {"暂停", "暫停", "Pause", "إيقاف مؤقت"}},
    {"source", {"来源", "來源", "Source", "المصدر"}},
    {"author", {"作者", "作者", "By", "بقلم"}},
    {"updated", {"更新", "更新", "Updated", "حُدّث"}},
    {"gallery", {"图片", "圖片", "Photos", "الصور"}},
    {"rankings", {"热点排行", "熱點排行", "Most read", "الأكثر قراءة"}},
    {"comments", {"评论", "評論", "Comments", "التعليقات"}},
    {"hot", {"最热评论", "最熱評論", "Top comments", "الأبرز"}},
    {"latest", {"最新评论", "最新評論", "Latest comments", "الأحدث"}},
    {"counts",
     {"{participants}人参与，{total}条评论", "{participants}人參與，{total}條評論",
      "{participants} taking part, {total} comments", "{participants} مشارك، {total} تعليق"}},
    {"emptyTab", {"暂无内容", "暫無內容", "Nothing here yet", "لا شيء هنا بعد"}},
    {"missingPhoto", {"图片无法显示", "圖片無法顯示", "Photo can't be shown", "تعذّر عرض الصورة"}},
    {"loading", {"正在加载", "正在載入", "Loading", "جارٍ التحميل"}},
    {"likes", {"{n}赞", "{n}讚", "{n} likes", "{n} إعجاب"}},
    {"views", {"{n}次阅读", "{n}次閱讀", "{n} views", "{n} مشاهدة"}},
    {"playVideo", {"播放视频", "播放影片", "Play video", "تشغيل الفيديو"}},
    {"site", {"网站", "網站", "Site", "الموقع"}},
    {"retry", {"重试", "重試", "Retry", "إعادة المحاولة"}},
    {"failed",
     {"文章无法加载", "文章無法載入", "The article can't be loaded", "تعذّر تحميل المقال"}},
};

int column(std::string_view language) {
  using text::HanRegion;
  if (text::is_chinese(language)) {
    // zh-Hant-CN is Traditional with the mainland's rules: the words go by
    // script, not by region.
    if (language.find("Hant") != std::string_view::npos) return 1;
    return text::han_region(language) == HanRegion::Mainland ? 0 : 1;
  }
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary == "ar" ? 3 : 2;
}

}  // namespace

std::string_view word(Word word, std::string_view language) {
  return kRows[static_cast<int>(word)].text[column(language)];
}

std::string_view word_language(std::string_view language) {
  if (column(language) != 2) return language;
  return language.substr(0, language.find('-')) == "en" ? language : "en";
}

int word_of_key(std::string_view key) {
  for (int i = 0; i < kWordCount; ++i)
    if (kRows[i].key == key) return i;
  return -1;
}

std::string fill_in(std::string_view pattern,
                    const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    std::string_view filled = pattern.substr(open, close - open + 1);
    for (const auto& [key, value] : values)
      if (key == name) filled = value;
    out += filled;
    pattern.remove_prefix(close + 1);
  }
  return out += pattern;
}

}  // namespace article::layout
