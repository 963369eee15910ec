#pragma once

namespace article::document {

/// Whether a character only adds to the one before it: combining marks (General_Category M, but
/// U+034F, which shows nothing) and colours of skin (Emoji_Modifier). The property is that of line
/// breaking (classes CM and EM of UAX #14), with what differs in a few ranges; of rare scripts
/// some marks are none.
[[nodiscard]] bool is_mark(char32_t c);

}  // namespace article::document
