#include "bench/generated_article.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace article::bench {
namespace {

constexpr std::string_view kWords[] = {
    "清晨",   "渔港", "码头",   "海风",    "潮水",  "学校", "孩子们", "老师",  "滩涂",
    "红树林", "白鹭", "记者",   "表示",    "今年",  "去年", "已经",   "开始",  "增长",
    "居民",   "城市", "乡村",   "公路",    "大桥",  "通车", "市场",   "价格",  "海鲜",
    "品种",   "保护", "生态",   "环境",    "科学",  "研究", "发现",   "数据",  "显示",
    "其中",   "以及", "因为",   "所以",    "但是",  "同时", "目前",   "未来",  "计划",
    "建设",   "完成", "进行",   "的",      "了",    "在",   "和",     "与",    "对",
    "从",     "把",   "2023年", "3.5万元", "186名", "12%",  "GDP",    "Wi-Fi", "AI",
};
constexpr std::string_view kStops[] = {"，", "，", "，", "、", "；", "。", "。", "！"};

/// Numerical Recipes' generator: the same numbers everywhere.
class Dice {
 public:
  template <std::size_t n>
  std::string_view pick(const std::string_view (&of)[n]) {
    return of[next() % n];
  }
  std::uint32_t next() {
    state_ = state_ * 1664525U + 1013904223U;
    return state_ >> 8U;
  }

 private:
  std::uint32_t state_ = 20230312;
};

std::string paragraph(Dice& dice) {
  std::string text;
  constexpr int kClauses = 7;
  for (int clause = 0; clause < kClauses; ++clause) {
    const bool quoted = dice.next() % 8 == 0;
    if (quoted) text += "“";
    const std::uint32_t words = 4 + dice.next() % 5;
    for (std::uint32_t i = 0; i < words; ++i) text += dice.pick(kWords);
    if (quoted) text += "”";
    text += clause + 1 == kClauses ? "。" : dice.pick(kStops);
  }
  return text;
}

}  // namespace

std::vector<std::string> generated_paragraphs(int paragraphs) {
  Dice dice;
  std::vector<std::string> texts;
  for (int i = 0; i < paragraphs; ++i) texts.push_back(paragraph(dice));
  return texts;
}

std::string generated_article(int paragraphs) {
  std::string json =
      R"({"version": 1, "language": "zh-Hans", "article": {"headline": "海边的一天",)"
      R"("published": "2023-03-12 09:56", "body": [)";
  bool first = true;
  for (const std::string& text : generated_paragraphs(paragraphs)) {
    if (!first) json += ',';
    first = false;
    json += R"({"type": "paragraph", "text": ")";
    json += text;
    json += R"("})";
  }
  json += "]}}";
  return json;
}

}  // namespace article::bench
