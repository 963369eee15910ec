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
  "article-load": CustomEvent<{ headline: string; format: "article"; view: View; problems: readonly Problem[] }>;
  "article-error": CustomEvent<{ reason: ErrorReason; message: string }>;
  /** Before a link is followed; cancelable. */
  "article-navigate": CustomEvent<{ url: string; kind: LinkKind }>;
  "article-tab": CustomEvent<{ part: "rankings" | "comments"; id: string; cause: Cause }>;
  "article-photo": CustomEvent<{ index: number; total: number; cause: Cause }>;
  "article-photo-open": CustomEvent<EnlargedPhotoDetail>;
  "article-photo-close": CustomEvent<EnlargedPhotoDetail>;
  /** CSS px. */
  "article-resize": CustomEvent<{ width: number; height: number }>;
  /** Half of a part, or a screen of it, was seen for a second. */
  "article-part-view": CustomEvent<{ part: PartName }>;
  /** So much of the body was read, in the seconds in which the article was seen. */
  "article-read": CustomEvent<{ percent: 25 | 50 | 75 | 100; seconds: number }>;
  /** Once a load, ms since it began; `drawn` is null in the plain view. */
  "article-vitals": CustomEvent<{ build: string; view: View; text: number; drawn: number | null; ready: number }>;
}

/** Properties of the attributes, which they write; null removes the attribute. */
export interface ArticleViewerAttributes {
  /** URL of the document. */
  get src(): string;
  set src(value: string | null);
  get theme(): "auto" | "light" | "dark";
  set theme(value: "auto" | "light" | "dark" | null);
  get loading(): "lazy" | "eager" | "idle" | "interaction";
  set loading(value: "lazy" | "eager" | "idle" | "interaction" | null);
  /** Some of `card gallery rankings comments`, in the order shown. */
  get parts(): string;
  set parts(value: string | readonly PartName[] | null);
  /** 1 to 6, level of the headline. */
  get headingLevel(): number;
  set headingLevel(value: number | null);
  get view(): "auto" | View;
  set view(value: "auto" | View | null);
  /** Seconds between photos; null: none. */
  get autoplay(): number | null;
  set autoplay(value: number | null);
  get crossOrigin(): "anonymous" | "use-credentials" | null;
  set crossOrigin(value: string | null);
  /** As `crossOrigin`. */
  get crossorigin(): "anonymous" | "use-credentials" | null;
  set crossorigin(value: string | null);
  get referrerPolicy(): ReferrerPolicy;
  set referrerPolicy(value: ReferrerPolicy | null);
  /** As `referrerPolicy`. */
  get referrerpolicy(): ReferrerPolicy;
  set referrerpolicy(value: ReferrerPolicy | null);
  /** Seconds, 15 at least, after which rankings and comments are fetched again; null: never. */
  get refresh(): number | null;
  set refresh(value: number | null);
  /** As `target` of a link. */
  get linkTarget(): string;
  set linkTarget(value: string | null);
}

/** `<article-viewer>`. */
export interface ArticleViewerElement extends HTMLElement, ArticleViewerAttributes {
  /** The document that is shown, where the page set it as an object; setting one shows it. */
  get document(): ArticleDocument | null;
  set document(value: ArticleDocument | null);
  /** Words that override the widget's own, by key. */
  get words(): Record<string, string>;
  set words(value: Record<string, string> | null);
  readonly state: State;
  /** What was found wrong in the document. */
  readonly problems: readonly Problem[];
  /** Of the document that is shown; null: none is. */
  readonly share: Share | null;
  /**
   * Resolves when all that was asked is laid out, and what is near is drawn; pictures may follow. Never
   * rejects: a failure, another load and removal resolve it.
   */
  readonly updateComplete: Promise<void>;
  /** Fetches anew what is shown, which stays until then. Rejects, with a `reason`, where that fails. */
  reload(): Promise<void>;
  /** Selects a tab, of comments `hot` or `latest`; an unknown one warns and changes nothing. */
  selectTab(id: string, part?: "rankings" | "comments"): Promise<void>;
  /** @param index from 0 */
  showPhoto(index: number): Promise<void>;
  /** Enlarges a photo of the gallery. @param index from 0 */
  openPhoto(index: number): Promise<void>;
  closePhoto(): Promise<void>;
  /** The article as it is drawn, as a PNG. */
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
  readonly observedAttributes: string[];
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
