// What is declared for pages is the element, as its module has it: no member more, none less, and of the same types.
import { ArticleViewerElement as Real } from "../../../web/element/article-viewer.js";
import type { ArticleViewerElement as Declared } from "../../../web/element/types.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
/** What the browser calls is no one else's. */
type Own<T> = Exclude<keyof T & string, keyof HTMLElement | "connectedCallback" | "connectedMoveCallback" | "disconnectedCallback" | "attributeChangedCallback">;
type Differing<A, B> = { [Name in Own<A> & Own<B>]: Same<A[Name], B[Name]> extends true ? never : Name }[Own<A> & Own<B>];
declare function holds<T extends true>(): T;

const constructor: typeof Declared = Real;
void constructor;
holds<Same<Own<Real>, Own<Declared>>>();
holds<Same<Differing<Real, Declared>, never>>();
// The comparison sees what is missing, and what is of another type.
// @ts-expect-error
holds<Same<Own<Real>, Own<Omit<Declared, "reload">>>>();
// @ts-expect-error
holds<Same<Differing<Real, Omit<Declared, "state"> & { readonly state: string }>, never>>();
