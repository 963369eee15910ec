#pragma once

#include <string_view>

namespace article::document {

/// A sound document that has every member of the schema, each with a value of
/// its own.
inline constexpr std::string_view kFullDocument = R"json({
  "version": 1,
  "language": "zh-Hans",
  "site": {
    "name": "site name", "url": "/site", "logo": "/logo.webp",
    "login": {"label": "login", "url": "/login"},
    "edition": {"label": "edition", "url": "/edition"}
  },
  "article": {
    "id": "article-id", "url": "/article", "kicker": "kicker", "headline": "headline",
    "summary": "summary", "published": "2023-03-12 09:56", "updated": "2023-03-12T10:00:00+08:00",
    "source": {"label": "source", "url": "/source"},
    "bylines": [
      {"role": "video", "names": ["first", {"name": "second", "title": "intern", "url": "/second"}]},
      {"names": ["third"]}
    ],
    "lead": {
      "src": "/lead.jpg",
      "sources": [
        {"src": "/lead-400.jpg", "width": 400, "type": "image/jpeg"},
        {"src": "/lead-800.jpg", "width": 800}
      ],
      "width": 1600, "height": 900, "alt": "lead alt", "caption": "lead caption",
      "credit": "lead credit", "focus": {"x": 0.25, "y": 0.75}, "url": "/lead-page"
    },
    "body": [
      {"type": "paragraph", "text": "paragraph"},
      {"type": "quote", "text": ["quote ", {"text": "strong", "strong": true},
        {"text": "emphasis", "emphasis": true, "language": "en", "url": "/run"}]},
      {"type": "heading", "level": 3, "text": "heading 3"},
      {"type": "heading", "text": "heading 2"},
      {"type": "list", "ordered": true, "items": ["one", ["two"]]},
      {"type": "list", "items": ["dot"]},
      {"type": "photo", "photo": {"caption": "photo caption"}},
      {"type": "video", "url": "/video", "title": "video title", "duration": 83.5,
        "poster": {"src": "/poster.jpg"}},
      {"type": "rule"},
      {"type": "slot", "name": "slot name", "height": 250.5}
    ],
    "credits": [{"role": "editor", "names": ["fourth"]}],
    "tags": ["tag", {"label": "linked tag", "url": "/tag"}]
  },
  "gallery": {"title": "gallery title", "photos": [{"src": "/1.jpg"}, {"caption": "2"}]},
  "rankings": {
    "title": "rankings title", "selected": "week",
    "tabs": [
      {"id": "day", "label": "Day", "more": {"label": "more", "url": "/day"}, "items": [
        {"title": "item", "url": "/item", "views": 12345}, {"title": "plain item"}]},
      {"id": "week", "label": "Week", "items": []}
    ]
  },
  "comments": {
    "title": "comments title", "total": 7, "participants": 5,
    "write": {"label": "write", "url": "/write"}, "more": {"label": "all", "url": "/all"},
    "empty": "empty",
    "hot": [{"author": "author", "avatar": "/avatar.webp", "published": "2023-03-12",
      "text": "comment", "likes": 3}],
    "latest": [{"author": "other", "text": "later"}]
  }
})json";

inline constexpr std::string_view kBaseUrl = "https://news.example/dir/doc.json";

}  // namespace article::document
