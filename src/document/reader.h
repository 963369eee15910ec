#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/problem.h"
#include "host/url_host.h"

namespace article::document {

/// Why nothing could be shown. The names are `article-error`'s reasons.
enum class Refusal {
  None,
  Json,      ///< not JSON; the message gives line and column
  Document,  ///< JSON, but no article document, or larger than the limits
};

struct ReadDocument {
  Document document;
  Refusal refusal = Refusal::None;
  std::string message;            ///< of the refusal, in plain English
  std::vector<Problem> problems;  ///< also those of a refusal
};

/// Reads an article document of version 1.
///
/// A wrong or missing member never loses the rest: it is dropped (error) or
/// mended (warning) and named in `problems`. Limits: 8 MiB of JSON (beyond:
/// refused), 64 levels, 2,000 blocks, 500 photos, 50 tabs of 500 items, 500
/// comments a list, 1,000,000 characters of text, 500,000 JSON values (unknown
/// members do not count); 1,000 problems are listed, the rest is counted in a
/// last one. Invalid UTF-8 becomes U+FFFD (a warning). A byte order mark is
/// skipped. White space in text is collapsed as CSS does (white_space.h); null
/// is as absent; of members of one name the last counts (a warning).
/// @param json     the bytes as they came; viewed, not kept.
/// @param base_url absolute URL of the document, or of the page that holds
///                 it, see UrlResolver.
/// @param refused_types of pictures, a line each, as documents write them: what the host cannot
///                 show; sources of these are passed over.
[[nodiscard]] ReadDocument read_document(host::UrlHost& urls, std::string_view json,
                                         std::string_view base_url,
                                         std::string_view refused_types = {});

/// The same in steps, so that a long document does not hold its thread.
class DocumentReading {
 public:
  /// @param out is made in its place: it must neither move nor end before this does.
  /// @param urls outlives it.
  /// @param json, base_url, refused_types copied.
  DocumentReading(ReadDocument& out, host::UrlHost& urls, std::string_view json,
                  std::string_view base_url, std::string_view refused_types = {});
  ~DocumentReading();
  DocumentReading(const DocumentReading&) = delete;
  DocumentReading& operator=(const DocumentReading&) = delete;

  /// Reads about so many JSON values more. @return whether that was all.
  bool step(std::size_t values);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace article::document
