// A page's own code: each line compiles, and what stands below `@ts-expect-error` does not.
import { ArticleViewerElement } from "article-viewer";
import type { ArticleBlock, ArticleDocument, ArticlePhoto, ArticleViewerEventMap, Problem, State } from "article-viewer";

declare function take<T>(value: T): void;

// The element, however it is come by, is an HTMLElement.
const viewer = document.createElement("article-viewer");
take<ArticleViewerElement>(viewer);
take<HTMLElement>(viewer);
take<ArticleViewerElement | null>(document.querySelector("article-viewer"));
take<ArticleViewerElement | undefined>(document.querySelectorAll("main > article-viewer")[0] as ArticleViewerElement);
take<ArticleViewerElement>(new ArticleViewerElement());
class OurViewer extends ArticleViewerElement {
  ours = 1;
}
customElements.define("our-viewer", OurViewer);
viewer.append("fallback");
viewer.hidden = true;

// What is only read.
take<string | undefined>(viewer.share?.link);
// @ts-expect-error it is read only
viewer.share = null;

// Attributes: what is read, what is written, and null.
take<string>(viewer.src);
take<"auto" | "light" | "dark">(viewer.theme);
take<number>(viewer.headingLevel);
take<number | null>(viewer.autoplay);
take<"anonymous" | "use-credentials" | null>(viewer.crossOrigin);
Object.assign(viewer, { src: "harbour.json" });
viewer.src = null;
viewer.theme = "light";
viewer.theme = null;
viewer.loading = "lazy";
viewer.parts = ["gallery", "card"];
viewer.parts = "gallery card";
viewer.headingLevel = 1;
viewer.view = "canvas";
viewer.autoplay = 2.5;
viewer.crossOrigin = "use-credentials";
viewer.referrerPolicy = "same-origin";
viewer.linkTarget = "_top";
// @ts-expect-error no theme
viewer.theme = "sepia";
// @ts-expect-error no way of loading
viewer.loading = "never";
// @ts-expect-error no view
viewer.view = "webgl";
// @ts-expect-error no part
viewer.parts = ["card", "footer"];
// @ts-expect-error no number
viewer.headingLevel = "2";
// @ts-expect-error no number
viewer.autoplay = "5";
// @ts-expect-error no policy
viewer.referrerPolicy = "none";
// @ts-expect-error no property
viewer.heading = 2;

// Properties that are read only.
take<State>(viewer.state);
take<readonly Problem[]>(viewer.problems);
take<"error" | "warning">(viewer.problems[0].severity);
take<Promise<void>>(viewer.updateComplete);
// @ts-expect-error read only
viewer.state = "ready";
// @ts-expect-error read only
viewer.problems = [];
// @ts-expect-error none of the states
take<boolean>(viewer.state === "broken");
viewer.words = { retry: "Encore" };
take<string>(viewer.words.retry);
// @ts-expect-error no text
viewer.words = { retry: 1 };

// Methods.
async function ask() {
  await viewer.reload();
  await viewer.selectTab("week");
  await viewer.selectTab("latest", "comments");
  await Promise.all([viewer.showPhoto(1), viewer.openPhoto(1), viewer.closePhoto()]);
  take<Blob>(await viewer.toBlob());
  // @ts-expect-error no part with tabs
  await viewer.selectTab("week", "gallery");
  // @ts-expect-error an index
  await viewer.showPhoto("1");
  // @ts-expect-error a promise
  take<Blob>(viewer.toBlob());
}
take(ask);

// Events: at the element, and wherever they bubble to.
viewer.addEventListener("article-load", function (event) {
  take<ArticleViewerElement>(this);
  take<string>(event.detail.headline);
  take<"canvas" | "plain">(event.detail.view);
  take<readonly Problem[]>(event.detail.problems);
}, { once: true });
viewer.addEventListener("article-error", ({ detail }) => take<string>(`${detail.reason} ${detail.message}`));
viewer.addEventListener("article-navigate", (event) => {
  if (event.detail.kind === "comment" && event.detail.url.endsWith("#write")) event.preventDefault();
  // @ts-expect-error no kind
  if (event.detail.kind === "footer") event.preventDefault();
});
viewer.addEventListener("article-tab", ({ detail: { part, id, cause } }) => {
  take<"rankings" | "comments">(part);
  take<string>(id);
  take<"user" | "script" | "autoplay">(cause);
});
viewer.addEventListener("article-photo", ({ detail: { index, total, cause } }) => {
  take<number>(index + total);
  // @ts-expect-error nobody
  take<boolean>(cause === "nobody");
});
for (const type of ["article-photo-open", "article-photo-close"] as const)
  viewer.addEventListener(type, ({ detail: { part, index, src } }) => take<string>(`${part} ${index} ${src}`));
viewer.addEventListener("article-resize", ({ detail: { width, height } }) => take<number>(width * height));
viewer.addEventListener("click", (event) => take<MouseEvent>(event));
viewer.addEventListener("our-own", (event) => take<Event>(event));
// @ts-expect-error no member of the detail
viewer.addEventListener("article-load", ({ detail }) => take(detail.title));
// @ts-expect-error nor here
document.addEventListener("article-load", ({ detail }) => take(detail.title));
document.addEventListener("article-photo", ({ detail }) => take<number>(detail.index));
document.body.addEventListener("article-error", ({ detail }) => take<"network" | "http" | "json" | "document" | "webgl" | "wasm" | "version">(detail.reason));
window.addEventListener("article-tab", ({ detail }) => take<string>(detail.id));
viewer.shadowRoot?.addEventListener("article-resize", ({ detail }) => take<number>(detail.height));
const navigated = (event: ArticleViewerEventMap["article-navigate"]) => take<string>(event.detail.url);
viewer.addEventListener("article-navigate", navigated);
viewer.removeEventListener("article-navigate", navigated);
take<HTMLElementEventMap["article-photo"]>(new CustomEvent("article-photo", { detail: { index: 0, total: 1, cause: "user" } }));

// Documents.
const photo: ArticlePhoto = { src: "a.jpg", sources: [{ src: "b.webp", width: 800, type: "image/webp" }], focus: { x: 0, y: 1 } };
const body: ArticleBlock[] = [
  { type: "paragraph", text: "Boats" },
  { type: "quote", text: ["home, ", { text: "late", emphasis: true, language: "fr" }] },
  { type: "heading", level: 3, text: "Nets" },
  { type: "list", ordered: true, items: ["one", ["t", { text: "wo", url: "/2" }]] },
  { type: "photo", photo: { caption: "What is known of it" } },
  { type: "video", url: "/v", duration: 12.5, poster: photo },
  { type: "rule" },
];
body.push({ type: "paragraph", text: "More" });
const whole: ArticleDocument = {
  version: 1, language: "zh-Hant-TW",
  site: { name: "Bay", login: { label: "Log in", url: "/login" } },
  article: { headline: "Harbour", published: "2023-03-12 09:56", bylines: [{ role: "text", names: ["A", { name: "B", url: "/b" }] }], lead: photo, body, tags: ["sea", { label: "port", url: "/port" }] },
  gallery: { photos: [photo, { caption: "Lost" }] },
  rankings: { selected: "day", tabs: [{ id: "day", label: "Day", items: [{ title: "Tides", views: 3 }], more: { label: "All" } }] },
  comments: { total: 1, participants: 1, hot: [{ author: "A", text: "Good", likes: 0 }], latest: [] },
};
take<ArticleDocument | null>(viewer.document);
take<string | undefined>(viewer.document?.article?.headline);
viewer.document = whole;
viewer.document = { gallery: { photos: [] } };
viewer.document = null;
// @ts-expect-error none of the four parts
viewer.document = { version: 1, language: "en" };
// @ts-expect-error no headline
viewer.document = { article: { kicker: "Sea" } };
// @ts-expect-error no member
viewer.document = { article: { headline: "Harbour", headLine: "Harbour" } };
// @ts-expect-error no version
viewer.document = { version: 2, article: { headline: "Harbour" } };
// @ts-expect-error a text
viewer.document = { article: { headline: ["Harbour"] } };
// @ts-expect-error neither src nor caption
viewer.document = { gallery: { photos: [{ alt: "Boats" }] } };
// @ts-expect-error a source without a width
viewer.document = { gallery: { photos: [{ src: "a.jpg", sources: [{ src: "b.jpg" }] }] } };
// @ts-expect-error a tab without an id
viewer.document = { rankings: { tabs: [{ label: "Day", items: [] }] } };
// @ts-expect-error no member of any block
viewer.document = { article: { headline: "Harbour", body: [{ type: "paragraph", txt: "Boats" }] } };
// @ts-expect-error a text is no number
viewer.document = { article: { headline: "Harbour", body: [{ type: "paragraph", text: 1 }] } };
// @ts-expect-error no document
viewer.document = "harbour.json";
