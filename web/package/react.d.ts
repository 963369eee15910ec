import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleViewerElement, ArticleViewerEventMap, ArticleViewerProps, ArticleViewerStyleProperties } from "../element/types.js";

/** Listeners as React 19 has them for a custom element: `onarticle-load`, and `onarticle-loadCapture`. */
export type ArticleViewerListeners = {
  [Type in keyof ArticleViewerEventMap as `on${Type}` | `on${Type}Capture`]?:
    ((event: ArticleViewerEventMap[Type] & { readonly currentTarget: ArticleViewerElement }) => void) | undefined;
};

/** What JSX may write on `<article-viewer>`. */
export type ArticleViewerJsxProps = ArticleViewerProps & ArticleViewerListeners & { class?: string | undefined } &
  DetailedHTMLProps<HTMLAttributes<ArticleViewerElement>, ArticleViewerElement>;

declare module "react" {
  interface CSSProperties extends ArticleViewerStyleProperties {}
  namespace JSX {
    interface IntrinsicElements {
      "article-viewer": ArticleViewerJsxProps;
    }
  }
}
