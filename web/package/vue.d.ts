import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { ArticleViewerElement, ArticleViewerEventMap, ArticleViewerProps } from "../element/types.js";

/** Listeners as templates have them: `@article-load`. */
export type ArticleViewerEmits = {
  [Type in keyof ArticleViewerEventMap]: (event: ArticleViewerEventMap[Type]) => void;
};

/** `<article-viewer>` as templates see it; a template's ref is the element. */
export interface ArticleViewerComponent {
  new (): ArticleViewerElement & {
    /** For type checkers alone: the element has no such property. */
    $props: ArticleViewerProps & Omit<HTMLAttributes, keyof ArticleViewerProps> & PublicProps;
    /** For type checkers alone: the element has no such method. */
    $emit: EmitFn<ArticleViewerEmits>;
  };
}

declare module "vue" {
  interface GlobalComponents {
    "article-viewer": ArticleViewerComponent;
  }
}
