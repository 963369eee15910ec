// A page's own React 19: each element compiles, and what stands below `@ts-expect-error` does not.
import { useRef, type CSSProperties } from "react";
import "article-viewer";
import "article-viewer/react";
import type { ArticleViewerElement } from "article-viewer";
import wasm from "article-viewer/article-viewer.wasm";

declare function take<T>(value: T): void;

take<string>(wasm);
const style: CSSProperties = { "--article-viewer-accent": "#8a1c1c", "--article-viewer-line-height": 1.7, color: "black" };

export function Page() {
  const viewer = useRef<ArticleViewerElement>(null);
  return <article-viewer ref={viewer} src="harbour.json" theme="dark" loading="interaction" view="plain" parts="card gallery" heading-level={1}
    link-target="_blank" crossorigin="" referrerpolicy="no-referrer" autoplay={5} refresh="30" size="large" id="a" slot="b" class="c" className="d" hidden
    style={style} words={{ retry: "Encore" }} document={{ version: 1, article: { headline: "Harbour" } }}
    onClick={({ currentTarget }) => take<Promise<void>>(currentTarget.reload())}>
    <a href="harbour.html">Harbour</a><div slot="after-card" />
  </article-viewer>;
}

export const written = [
  <article-viewer parts={["gallery", "card"]} headingLevel={2} linkTarget="_top" crossOrigin="use-credentials" referrerPolicy="origin" autoplay={null} document={null} words={null} />,
  <article-viewer heading-level="3" document={{}} />,
];

export const heard = <article-viewer
  onarticle-load={({ detail, currentTarget }) => { take<string>(detail.headline); take<ArticleViewerElement>(currentTarget); }}
  onarticle-error={({ detail }) => take<"network" | "http" | "json" | "document" | "webgl" | "wasm" | "version">(detail.reason)}
  onarticle-navigate={(event) => { if (event.detail.kind === "login") event.preventDefault(); }}
  onarticle-tab={({ detail }) => take<"rankings" | "comments">(detail.part)}
  onarticle-photo={({ detail }) => take<number>(detail.index + detail.total)}
  onarticle-photo-open={({ detail }) => take<string>(detail.src)}
  onarticle-photo-close={({ detail }) => take<string>(detail.src)}
  onarticle-resize={({ detail }) => take<number>(detail.width * detail.height)}
  onarticle-part-view={({ detail }) => take<string>(detail.part)}
  onarticle-read={({ detail }) => take<25 | 50 | 75 | 100>(detail.percent)}
  onarticle-vitals={({ detail }) => take<number | null>(detail.drawn)}
  onarticle-loadCapture={({ detail }) => take<string>(detail.headline)} />;

export const faults = [
  // @ts-expect-error no theme
  <article-viewer theme="sepia" />,
  // @ts-expect-error no view
  <article-viewer view="webgl" />,
  // @ts-expect-error no number
  <article-viewer headingLevel="two" />,
  // @ts-expect-error nor here
  <article-viewer heading-level="two" />,
  // @ts-expect-error no part
  <article-viewer parts={["footer"]} />,
  // @ts-expect-error no headline
  <article-viewer document={{ article: { headlin: "Harbour" } }} />,
  // @ts-expect-error no text
  <article-viewer words={{ retry: 1 }} />,
  // @ts-expect-error no attribute
  <article-viewer heading={2} />,
  // @ts-expect-error read only
  <article-viewer state="ready" />,
  // @ts-expect-error no member of the detail
  <article-viewer onarticle-load={({ detail }) => take(detail.title)} />,
  // @ts-expect-error no element
  <article-view />,
];
