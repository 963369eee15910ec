#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/json_tree.h"
#include "document/problem.h"
#include "document/url.h"
#include "document/white_space.h"

namespace article::document {

inline constexpr std::size_t kMaxCharacters = 1'000'000;
/// Of one text that is no paragraph.
inline constexpr std::size_t kMaxTextCharacters = 10'000;
/// More are counted in one last problem.
inline constexpr std::size_t kMaxProblems = 1'000;

enum class Need { Optional, Required };

/// Reads members of a JSON tree as the values that a document wants, and lists
/// what is wrong with them.
///
/// A value is asked for by its object and name, or (`…_of`) as the value at the
/// current place. Null and absent are the same; a required one that is absent
/// is an error. What has another type is mended where nothing is lost by it (a
/// number written as a string: a warning), otherwise left out (an error).
class MemberReader {
 public:
  using Node = const JsonNode*;  ///< null: absent

  /// @param tree, urls, strings viewed, must outlive the reader. Strings that are read
  ///        are kept in `strings`.
  MemberReader(const JsonTree& tree, const UrlResolver& urls, StringPool& strings)
      : tree_(tree), urls_(urls), strings_(strings) {}

  /// One step down the document, for as long as it lives.
  class At {
   public:
    At(MemberReader& in, std::string_view name) : in_(in) { in.path_.push_back({name, 0}); }
    ~At() { in_.path_.pop_back(); }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

   private:
    MemberReader& in_;
  };

  /// Goes through an array; the current place is each item's in turn. A single
  /// string or object in an array's place is taken as its one item.
  class Items {
   public:
    static constexpr std::size_t kUnlimited = SIZE_MAX;

    /// @param what the items are, for the problem that tells of too many.
    Items(MemberReader& in, Node array, Need need, std::size_t limit = kUnlimited,
          std::string_view what = {});
    Items(MemberReader& in, Node object, std::string_view name, Need need,
          std::size_t limit = kUnlimited, std::string_view what = {});
    ~Items();
    Items(const Items&) = delete;
    Items& operator=(const Items&) = delete;

    /// The next item; null after the last.
    [[nodiscard]] Node next();

   private:
    void start(Node array, Need need, std::size_t limit, std::string_view what);

    MemberReader& in_;
    Node array_ = nullptr;
    Node item_ = nullptr;
    std::size_t left_ = 0;
    std::size_t steps_ = 0;  ///< of the path, that are ours
  };

  /// The member as it is, the current place being its own; the last one where
  /// there are several (a warning).
  [[nodiscard]] Node find(Node object, std::string_view name);
  /// `value` where it is an object; its absence is no problem.
  [[nodiscard]] Node object_of(Node value, std::string_view expected = "an object");

  /// Text to be shown, white space collapsed; counts towards `kMaxCharacters`.
  [[nodiscard]] std::string_view text(Node object, std::string_view name,
                                      Need need = Need::Optional);
  [[nodiscard]] std::string_view text_of(Node value, Need need = Need::Required);
  /// One run of a paragraph whose white space goes on over its runs.
  [[nodiscard]] std::string_view run_of(Node value, WhiteSpace& white_space);
  /// `text` with what ends the directions that it leaves open: what stands beside it in a line is
  /// not its own.
  [[nodiscard]] std::string_view closed(std::string_view text);
  /// A string that is not shown, such as an id.
  [[nodiscard]] std::string_view token(Node object, std::string_view name);
  [[nodiscard]] std::string_view token_of(Node value);
  [[nodiscard]] std::string_view language(Node object, std::string_view name);
  [[nodiscard]] std::string_view url(Node object, std::string_view name, UrlUse use,
                                     Need need = Need::Optional);
  [[nodiscard]] std::string_view url_of(Node value, UrlUse use, Need need = Need::Required);
  [[nodiscard]] std::optional<Time> time(Node object, std::string_view name);
  [[nodiscard]] bool flag(Node object, std::string_view name);
  /// An integer from 0 to 2^53 - 1.
  [[nodiscard]] std::optional<std::int64_t> count(Node object, std::string_view name);
  /// A number of pixels, 0 where there is none or, if it is optional, unknown.
  [[nodiscard]] int pixels(Node object, std::string_view name, Need need = Need::Optional);
  /// What a number must be.
  struct Range {
    double low;
    double high;
    bool whole;  ///< fractions are cut off
    std::string_view expected;
  };
  [[nodiscard]] std::optional<double> number(Node object, std::string_view name, const Range& range,
                                             Need need = Need::Optional);

  [[nodiscard]] const JsonTree& tree() const { return tree_; }
  [[nodiscard]] StringPool& strings() { return strings_; }
  /// Whether there is no room for more text, which has been told.
  [[nodiscard]] bool text_is_cut() const { return text_is_cut_; }

  void error(std::string_view found, std::string_view expected);
  void warn(std::string_view found, std::string_view expected);
  /// The same, of a value that was found.
  void error(Node found, std::string_view expected);
  void warn(Node found, std::string_view expected);
  /// What `value` is, as a problem tells it: `the string "abc"`.
  [[nodiscard]] std::string described(Node value) const;
  /// Those found so far; leaves none.
  [[nodiscard]] std::vector<Problem> take_problems();

 private:
  struct Step {
    std::string_view name;  ///< "" where it is an index
    std::size_t index;
  };

  void add(Severity severity, std::string_view found, std::string_view expected);
  /// The string or number at `value`, or a problem.
  std::optional<std::string_view> string_of(Node value, Need need, std::string_view expected);
  std::string_view cleaned(std::string_view written, WhiteSpace& white_space);
  std::optional<double> number_of(Node value, Need need, const Range& range);

  const JsonTree& tree_;
  const UrlResolver& urls_;
  StringPool& strings_;
  std::vector<Step> path_;
  std::vector<Problem> problems_;
  std::size_t unlisted_errors_ = 0;
  std::size_t unlisted_warnings_ = 0;
  std::size_t room_ = kMaxCharacters;
  bool text_is_cut_ = false;
};

}  // namespace article::document
