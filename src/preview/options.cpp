#include "preview/options.h"

#include <charconv>
#include <string_view>

namespace article::preview {
namespace {

constexpr int kWidest = 8192;
constexpr int kHighest = 65536;
constexpr float kLeastRatio = 0.25F;
constexpr float kMostRatio = 8;

template <typename Number>
std::optional<Number> number_in(std::string_view text, Number least, Number most) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (!(value >= least && value <= most)) return std::nullopt;
  return value;
}

std::optional<Options::Size> size_in(std::string_view text) {
  const std::size_t cross = text.find_first_of("xX");
  if (cross == std::string_view::npos) return std::nullopt;
  const auto width = number_in(text.substr(0, cross), 1, kWidest);
  const auto height = number_in(text.substr(cross + 1), 1, kHighest);
  if (!width || !height) return std::nullopt;
  return Options::Size{*width, *height};
}

/// Takes over one option's value. @return what was expected, "" where it fits.
std::string_view take(Options& options, std::string_view name, std::string_view value) {
  if (name == "--width") {
    const auto width = number_in(value, 1, kWidest);
    if (!width) return "a width in CSS px, 1 to 8192";
    options.width = CssPx(*width);
  } else if (name == "--size") {
    options.size = size_in(value);
    if (!options.size) return "a size in CSS px such as 390x844";
  } else if (name == "--dpr") {
    const auto ratio = number_in(value, kLeastRatio, kMostRatio);
    if (!ratio) return "a device pixel ratio, 0.25 to 8";
    options.ratio = PixelRatio{*ratio};
  } else if (name == "--theme") {
    if (value != "light" && value != "dark") return "light or dark";
    options.dark = value == "dark";
  } else {
    if (value.empty()) return "the name of a PNG file";
    options.screenshot = value;
  }
  return {};
}

bool has_value(std::string_view name) {
  return name == "--width" || name == "--size" || name == "--dpr" || name == "--theme" ||
         name == "--screenshot";
}

}  // namespace

const char* usage() {
  return "preview [FILE|URL] [--width W] [--size WxH] [--dpr N] [--theme light|dark] "
         "[--screenshot OUT.png] [--tree]";
}

Result<Options> parse_options(std::span<const char* const> arguments) {
  Options options;
  bool located = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!argument.starts_with("--")) {
      if (located) return Result<Options>::failed("one document at a time");
      if (argument.empty()) return Result<Options>::failed("found an empty document name");
      options.location = argument;
      located = true;
      continue;
    }
    if (argument == "--tree") {
      options.tree = true;
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    if (!has_value(name)) return Result<Options>::failed("unknown option " + std::string(argument));
    std::string_view value;
    if (equals != std::string_view::npos) {
      value = argument.substr(equals + 1);
    } else if (++i < arguments.size()) {
      value = arguments[i];
    } else {
      return Result<Options>::failed(std::string(name) + " needs a value");
    }
    const std::string_view expected = take(options, name, value);
    if (!expected.empty())
      return Result<Options>::failed(std::string(name) + ": found \"" + std::string(value) +
                                     "\", expected " + std::string(expected));
  }
  if (options.size) options.width = CssPx(options.size->width);
  return Result<Options>::of(std::move(options));
}

}  // namespace article::preview
