import type { ArticleDocument } from "../element/article-document.js";
import type { Share } from "../element/share.js";

export interface PrerenderOptions {
  /** Absolute URL of the page that will hold the article, or of the document: its own are relative to it. */
  base?: string;
  /** Language of the page, where the document has none. */
  language?: string;
  /** 1 to 6, level of the headline; default 2. */
  headingLevel?: number;
  /** `article-viewer-prerender.wasm`, where it can't be read or fetched from beside the module. */
  code?: WebAssembly.Module;
}

export interface Prerendered {
  /** Content of the element, or of a page. */
  html: string;
  /** Elements of the page's head. */
  head: string;
  /** Content of a `<script type="application/ld+json">`, which nothing in it can end. */
  jsonLd: string;
  share: Share;
}

/** Makes HTML of an article document. Rejects, with a `reason`, `json` or `document`, where it can't be shown. */
export function renderArticle(document: ArticleDocument | string, options?: PrerenderOptions): Promise<Prerendered>;
