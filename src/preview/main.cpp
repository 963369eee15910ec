#include <cstdio>
#include <cstring>
#include <span>

#include "preview/fetch.h"
#include "preview/options.h"
#include "preview/screenshot.h"
#include "preview/tree_printer.h"
#include "preview/window.h"

int main(int count, char** arguments) {
  using namespace article::preview;
  const std::span<const char* const> given(arguments + 1, arguments + count);
  for (const char* argument : given) {
    if (std::strcmp(argument, "--help") == 0) {
      std::printf("%s\n", usage());
      return 0;
    }
  }
  const Result<Options> options = parse_options(given);
  if (!options) {
    std::fprintf(stderr, "preview: %s\n%s\n", options.error.c_str(), usage());
    return 2;
  }
  const Network network;
  std::string fault;
  if (options.value->tree) fault = print_tree(*options.value);
  if (fault.empty() && !options.value->screenshot.empty()) fault = take_screenshot(*options.value);
  if (!options.value->tree && options.value->screenshot.empty())
    fault = show_window(*options.value);
  if (!fault.empty()) std::fprintf(stderr, "preview: %s\n", fault.c_str());
  return fault.empty() ? 0 : 1;
}
