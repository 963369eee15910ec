import type { ArticleDocument } from "./article-document.js";
import type { Share } from "./share.js";

/** What the element is doing, also as `:state()` in style sheets. */
export type State = "empty" | "loading" | "ready" | "failed";

/** How the article is shown. */
export type View = "canvas" | "plain";

export type PartName = "card" | "gallery" | "rankings" | "comments";

/** What was wrong in a document; `pointer` is a JSON pointer (RFC 6901). */
export interface Problem {
  severity: "error" | "warning";
  pointer: string;
  message: string;
}

/** Why nothing is shown, or the plain view is: `webgl`, `wasm` and `version`, a file of another build. */
export type ErrorReason = "network" | "http" | "json" | "document" | "webgl" | "wasm" | "version";

/** Who caused a change. */
export type Cause = "user" | "script" | "autoplay";

/** What a link leads to. */
export type LinkKind = "login" | "edition" | "site" | "source" | "article" | "author" | "ranking" | "photo" | "video" |
  "comment" | "text" | "tag";

/** A photo that is shown enlarged. */
export interface EnlargedPhotoDetail {
  part: "card" | "gallery";
  /** From 0, among the photos it is shown with. */
  index: number;
  /** Absolute URL. */
  src: string;
}

/** The element's own events; all bubble and cross shadow boundaries. */
export interface ArticleViewerEventMap {
  /** Is fired when the article stands: once, or twice where the plain view takes the place of a drawing that can't be had. */
  "article-load": CustomEvent<{ headline: string; format: "article"; view: View; problems: readonly Problem[] }>;
  /** Is fired when an article can't be shown, or can't be drawn: `webgl` and `wasm`, which the plain view follows. */
  "article-error": CustomEvent<{ reason: ErrorReason; message: string }>;
  /** Is fired before a link is followed, by whatever means. It is cancelable: the link is then not followed. */
  "article-navigate": CustomEvent<{ url: string; kind: LinkKind }>;
  /** Is fired when another tab of the rankings or comments was selected. */
  "article-tab": CustomEvent<{ part: "rankings" | "comments"; id: string; cause: Cause }>;
  /** Is fired when the gallery shows another photo. */
  "article-photo": CustomEvent<{ index: number; total: number; cause: Cause }>;
  /** Is fired when a photo was enlarged, or another one is shown enlarged. */
  "article-photo-open": CustomEvent<EnlargedPhotoDetail>;
  /** Is fired when the enlarged photo was closed. */
  "article-photo-close": CustomEvent<EnlargedPhotoDetail>;
  /** Is fired when the article's size in CSS px has changed; until all is laid out, the rest is estimated. */
  "article-resize": CustomEvent<{ width: number; height: number }>;
  /** Is fired once for each part, when half of it or a screen of it was seen for a second. */
  "article-part-view": CustomEvent<{ part: PartName }>;
  /** Is fired once for each quarter of the body that was read, with the seconds in which the article was seen until then. */
  "article-read": CustomEvent<{ percent: 25 | 50 | 75 | 100; seconds: number }>;
  /** Is fired once a load with milliseconds since it began; `drawn` is null in the plain view. */
  "article-vitals": CustomEvent<{ build: string; view: View; text: number; drawn: number | null; ready: number }>;
}

/** Properties of the attributes, which they write; null removes the attribute. */
export interface ArticleViewerAttributes {
  /** The URL of the article document. The later of `src` and `document` wins. */
  get src(): string;
  set src(value: string | null);
  /** The theme: `auto` follows the element's `color-scheme`, then the system. */
  get theme(): "auto" | "light" | "dark";
  set theme(value: "auto" | "light" | "dark" | null);
  /**
   * When loading starts: `lazy` when the element is near the viewport, `eager` at once, `idle` when the page is idle,
   * `interaction` when a reader acts on prerendered content (without such content as `lazy`).
   */
  get loading(): "lazy" | "eager" | "idle" | "interaction";
  set loading(value: "lazy" | "eager" | "idle" | "interaction" | null);
  /** The parts that are shown: some of `card gallery rankings comments`, in the order shown. */
  get parts(): string;
  set parts(value: string | readonly PartName[] | null);
  /** The level of the headline, 1 to 6; other headings follow it. */
  get headingLevel(): number;
  set headingLevel(value: number | null);
  /** How the article is shown: `auto` draws it wherever that can be done, `plain` shows it as styled HTML. */
  get view(): "auto" | View;
  set view(value: "auto" | View | null);
  /** Seconds between photos of the gallery, which then go on by themselves. Without it they do not. */
  get autoplay(): number | null;
  set autoplay(value: number | null);
  /** How the document and its pictures are fetched from other origins, as on `img`. */
  get crossOrigin(): "anonymous" | "use-credentials" | null;
  set crossOrigin(value: string | null);
  /** The same as `crossOrigin`, as the attribute is written. */
  get crossorigin(): "anonymous" | "use-credentials" | null;
  set crossorigin(value: string | null);
  /** What the document and its pictures are fetched with as referrer, as on `img`. */
  get referrerPolicy(): ReferrerPolicy;
  set referrerPolicy(value: ReferrerPolicy | null);
  /** The same as `referrerPolicy`, as the attribute is written. */
  get referrerpolicy(): ReferrerPolicy;
  set referrerpolicy(value: ReferrerPolicy | null);
  /** Seconds, 15 at least, after which rankings and comments are fetched again while the article is seen. Without it they are not. */
  get refresh(): number | null;
  set refresh(value: number | null);
  /**
   * How large the text is: `large` for readers who need it, half as large again, with targets of 60px, more contrast and
   * no autoplay.
   */
  get size(): "normal" | "large";
  set size(value: "normal" | "large" | null);
  /** Where links are opened, as `target` of a link. */
  get linkTarget(): string;
  set linkTarget(value: string | null);
}

/** CSS custom properties of the element; what stands around it may set them too. */
export interface ArticleViewerStyleProperties {
  // made: custom properties
  /**
   * The colour of what is selected, and of marks.
   * @syntax <color>
   */
  "--article-viewer-accent"?: string;
  /**
   * The colour of the paper; it may be translucent.
   * @syntax <color>
   */
  "--article-viewer-background"?: string;
  /**
   * The colour behind what has no picture, and of tags.
   * @syntax <color>
   */
  "--article-viewer-panel"?: string;
  /**
   * The colour of text.
   * @syntax <color>
   */
  "--article-viewer-text"?: string;
  /**
   * The colour of what is said beside the text: times, sources, captions.
   * @syntax <color>
   */
  "--article-viewer-muted"?: string;
  /**
   * The colour of rules and borders.
   * @syntax <color>
   */
  "--article-viewer-line"?: string;
  /**
   * The colour of controls that can't be used, and of dots.
   * @syntax <color>
   */
  "--article-viewer-control"?: string;
  /**
   * The colour of links, and of focus.
   * @syntax <color>
   */
  "--article-viewer-link"?: string;
  /**
   * The fonts of the text, a `font-family` list. By default they are the system's for the article's language.
   */
  "--article-viewer-font"?: string;
  /**
   * The fonts of the headline, a `font-family` list. By default they are those of the text.
   */
  "--article-viewer-headline-font"?: string;
  /**
   * The size of body text on a phone, in px or rem; all lengths that are not said to stay go with it.
   * @syntax <length>
   * @default 1.0625rem
   */
  "--article-viewer-font-size"?: string;
  /**
   * The line height of body text, a number. By default it is the language's.
   * @syntax <number>
   */
  "--article-viewer-line-height"?: string | number;
  /**
   * The radius of corners; it stays.
   * @syntax <length>
   * @default 2px
   */
  "--article-viewer-radius"?: string;
  /**
   * The size of body text from 600px wide.
   * @syntax <length>
   * @default 18px
   */
  "--article-viewer-wide-font-size"?: string;
  /**
   * The size of the headline; nine Chinese characters always fit its line. In two columns 34px.
   * @syntax <length>
   * @default 26px
   */
  "--article-viewer-headline-size"?: string;
  /**
   * The line height of the headline. In two columns 1.353.
   * @syntax <number>
   * @default 1.385
   */
  "--article-viewer-headline-line-height"?: string | number;
  /**
   * The weight of the headline.
   * @syntax bold | normal
   * @default bold
   */
  "--article-viewer-headline-weight"?: string;
  /**
   * How kicker, headline, summary and what follows them are aligned.
   * @syntax start | center
   * @default start
   */
  "--article-viewer-headline-align"?: string;
  /**
   * The size of the summary.
   * @syntax <length>
   * @default 18px
   */
  "--article-viewer-summary-size"?: string;
  /**
   * The size of the titles of parts, and of headings in the body.
   * @syntax <length>
   * @default 20px
   */
  "--article-viewer-title-size"?: string;
  /**
   * The size of rankings, comments, tabs and the site's name.
   * @syntax <length>
   * @default 16px
   */
  "--article-viewer-item-size"?: string;
  /**
   * The size of kicker, times, captions and what else is small; above 17px of body text it grows by two thirds of that.
   * @syntax <length>
   * @default 14px
   */
  "--article-viewer-small-size"?: string;
  /**
   * The line height of what is small.
   * @syntax <number>
   * @default 1.571
   */
  "--article-viewer-small-line-height"?: string | number;
  /**
   * How long a line of body text may be, in em of it; in two columns 34em. In Chinese it is cut to whole characters. In Chinese 36em.
   * @syntax <length>
   * @default 34em
   */
  "--article-viewer-measure"?: string;
  /**
   * What stays free beside the article, a fifth less below 360px; it stays. From 600px wide 24px, in two columns 32px.
   * @syntax <length>
   * @default 20px
   */
  "--article-viewer-margin"?: string;
  /**
   * What stays free between two columns.
   * @syntax <length>
   * @default 48px
   */
  "--article-viewer-column-gap"?: string;
  /**
   * The width of the second column.
   * @syntax <length>
   * @default 300px
   */
  "--article-viewer-aside-width"?: string;
  /**
   * How far the first line of a paragraph is indented, in em of its text; 1em at most where fewer than 14 characters fit a line. In Chinese 2em.
   * @syntax <length>
   * @default 0em
   */
  "--article-viewer-body-indent"?: string;
  /**
   * The gap between paragraphs. In Chinese 0px.
   * @syntax <length>
   * @default 12px
   */
  "--article-viewer-paragraph-gap"?: string;
  /**
   * How the lines of paragraphs are aligned. In Chinese justify.
   * @syntax start | justify
   * @default start
   */
  "--article-viewer-body-align"?: string;
  /**
   * How the lines of captions are aligned. In Chinese justify.
   * @syntax start | justify
   * @default start
   */
  "--article-viewer-caption-align"?: string;
  /**
   * The gap below the headline, and below the summary.
   * @syntax <length>
   * @default 12px
   */
  "--article-viewer-headline-gap"?: string;
  /**
   * The gaps above and below the lead picture.
   * @syntax <length>
   * @default 20px
   */
  "--article-viewer-lead-gap"?: string;
  /**
   * The gap above the line between two parts.
   * @syntax <length>
   * @default 40px
   */
  "--article-viewer-part-gap"?: string;
  /**
   * How thick the line between two parts is; it stays.
   * @syntax <length>
   * @default 1px
   */
  "--article-viewer-part-line"?: string;
  /**
   * The width of the lead picture by its height.
   * @syntax <number> [ / <number> ]?
   * @default 16 / 9
   */
  "--article-viewer-lead-ratio"?: string | number;
  /**
   * How much of the margin beside it the lead picture takes below 600px: 1, all, or 0, none.
   * @syntax <number>
   * @default 1
   */
  "--article-viewer-lead-bleed"?: string | number;
  /**
   * The width of the gallery's photos by their height.
   * @syntax <number> [ / <number> ]?
   * @default 3 / 2
   */
  "--article-viewer-carousel-ratio"?: string | number;
  /**
   * How much of the next photo is seen below 600px.
   * @syntax <length>
   * @default 24px
   */
  "--article-viewer-carousel-peek"?: string;
  /**
   * The gap between two photos of the gallery.
   * @syntax <length>
   * @default 8px
   */
  "--article-viewer-carousel-gap"?: string;
  /**
   * The size of quotations. From 600px wide 20px.
   * @syntax <length>
   * @default 19px
   */
  "--article-viewer-quote-size"?: string;
  /**
   * How thick the line beside a quotation is; it stays.
   * @syntax <length>
   * @default 3px
   */
  "--article-viewer-quote-line"?: string;
  /**
   * How thick the line at the selected tab is; it stays.
   * @syntax <length>
   * @default 3px
   */
  "--article-viewer-tab-line"?: string;
  /**
   * What stays free above and below each ranking.
   * @syntax <length>
   * @default 12px
   */
  "--article-viewer-item-padding"?: string;
  /**
   * How large what can be pressed is at least; it grows with the text.
   * @syntax <length>
   * @default 44px
   */
  "--article-viewer-target-size"?: string;
  // /made
}

/** An object without members: a document that is not here yet. */
type NoDocument = Record<string, never>;

/** What may be written for a property: numbers also as attributes have them. */
type Written<Value> = Value | (Value extends number ? `${number}` : never) | null;

/** What JSX and templates may write on `<article-viewer>`: attributes, and properties that are no attributes. */
export type ArticleViewerProps = {
  [Name in keyof ArticleViewerAttributes as Exclude<Name, "parts" | "crossOrigin" | "crossorigin">]?: Written<ArticleViewerAttributes[Name]>;
} & {
  /** The parts that are shown: some of `card gallery rankings comments`, in the order shown. */
  parts?: string | readonly PartName[] | null;
  /** How the document and its pictures are fetched from other origins, as on `img`. */
  crossOrigin?: "anonymous" | "use-credentials" | "" | null;
  /** How the document and its pictures are fetched from other origins, as on `img`. */
  crossorigin?: "anonymous" | "use-credentials" | "" | null;
  /** The level of the headline, 1 to 6; other headings follow it. */
  "heading-level"?: Written<number>;
  /** Where links are opened, as `target` of a link. */
  "link-target"?: string | null;
  /** The article document as an object; setting it shows it. */
  document?: ArticleDocument | NoDocument | null;
  /** Words that override the widget's own, by key, in the article's language. */
  words?: Record<string, string> | null;
};

/**
 * A news article: headline, body, photo gallery, rankings and comments, drawn in canvases with real HTML over them.
 *
 * @slot - What stands in the element without a `slot` is shown until the article is: fallback or prerendered content.
 * @slot after-card - What is the page's own stands after the card. The document's `slot` blocks name further slots.
 * @slot after-gallery - What is the page's own stands after the gallery.
 * @slot after-rankings - What is the page's own stands after the rankings.
 * @cssstate empty - The element has no document to show.
 * @cssstate loading - The article is being loaded.
 * @cssstate ready - What is seen of the article is shown, by its HTML or by the drawing.
 * @cssstate failed - The article can't be shown.
 * @cssstate plain - The article is shown as styled HTML; it is there beside `ready`.
 */
export interface ArticleViewerElement extends HTMLElement, ArticleViewerAttributes {
  /** The article document as an object, where the page set it so; setting it shows it. One that equals what is set changes nothing. */
  get document(): ArticleDocument | null;
  set document(value: ArticleDocument | null);
  /** Words that override the widget's own, by key, in the article's language. */
  get words(): Record<string, string>;
  set words(value: Record<string, string> | null);
  /** What the element is doing, also as `:state(ready)` in style sheets. */
  readonly state: State;
  /** What was found wrong in the document. */
  readonly problems: readonly Problem[];
  /** What a messenger's card says of the document that is shown; null where none is. */
  readonly share: Share | null;
  /**
   * Resolves when all that was asked is laid out, and what is near is drawn; pictures may follow. It never
   * rejects: a failure, another load and removal resolve it.
   */
  readonly updateComplete: Promise<void>;
  /** Fetches anew what is shown, which stays until then. It rejects, with a `reason`, where that fails. */
  reload(): Promise<void>;
  /**
   * Selects a tab. An unknown one warns and changes nothing.
   * @param id The tab's id in the document; of comments `hot` or `latest`.
   * @param part The part that the tab is in.
   */
  selectTab(id: string, part?: "rankings" | "comments"): Promise<void>;
  /**
   * Shows a photo of the gallery. An unknown one warns and changes nothing.
   * @param index The photo's index, from 0.
   */
  showPhoto(index: number): Promise<void>;
  /**
   * Enlarges a photo of the gallery. It resolves when that has come to rest.
   * @param index The photo's index, from 0.
   */
  openPhoto(index: number): Promise<void>;
  /** Closes the enlarged photo. It resolves when the event of that was fired. */
  closePhoto(): Promise<void>;
  /** Gives the article as it is drawn, as a PNG. It rejects where nothing is drawn, or where a picture may not be read. */
  toBlob(): Promise<Blob>;

  addEventListener<Type extends keyof HTMLElementEventMap>(type: Type,
    listener: (this: ArticleViewerElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Type extends keyof HTMLElementEventMap>(type: Type,
    listener: (this: ArticleViewerElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions): void;
}

export const ArticleViewerElement: {
  new (): ArticleViewerElement;
  readonly prototype: ArticleViewerElement;
  /** The names of the element's attributes. */
  readonly observedAttributes: string[];
  /**
   * Says where the package's other files are, where they do not lie beside the module: on a CDN, or where a bundler has
   * put them. It counts for what is fetched from then on, so call it before the first element is shown.
   * @param url The folder, relative to the page's URL where it is not absolute.
   */
  setAssetBase(url: string | URL): void;
  /** Fetches what drawing an article needs, before there is one. It rejects where that can't be had. */
  preload(): Promise<void>;
};

declare global {
  interface HTMLElementTagNameMap {
    "article-viewer": ArticleViewerElement;
  }
  // Events bubble: each of these may be listened at.
  interface HTMLElementEventMap extends ArticleViewerEventMap {}
  interface DocumentEventMap extends ArticleViewerEventMap {}
  interface ShadowRootEventMap extends ArticleViewerEventMap {}
  interface WindowEventMap extends ArticleViewerEventMap {}
}
