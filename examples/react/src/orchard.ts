import type { ArticleDocument } from "article-viewer";

/** As from a server: another object at each call, which says the same. */
export const orchard = (): ArticleDocument => ({
  version: 1,
  language: "en",
  article: {
    id: "late-apples",
    headline: "Late apples, early snow",
    published: "2026-10-28T07:00:00Z",
    source: { label: "Orchard Times", url: "https://example.com/orchard/" },
    body: [{ type: "paragraph", text: "The growers of Upper Tarn picked through the night, by headlamp, ahead of the first snow." }],
  },
  gallery: {
    photos: [
      { src: "photos/orchard-800.webp", width: 800, height: 534, caption: "Rows above the village" },
      { src: "photos/terraces-800.jpg", width: 800, height: 450, caption: "The terraces" },
    ],
  },
  rankings: {
    tabs: [
      { id: "day", label: "Today", items: [{ title: "Which apples keep", url: "https://example.com/orchard/keep" }] },
      { id: "week", label: "This week", items: [{ title: "How to prune", url: "https://example.com/orchard/prune" }] },
    ],
  },
});
