/**
 * What the scenarios ask of a browser, whatever protocol reaches it.
 *
 * @typedef {{x: number, y: number}} Point CSS px of the viewport
 * @typedef {"Control" | "Shift"} Modifier
 * @typedef {{
 *   name: string,
 *   view: "canvas" | "plain",
 *   byBitmap: boolean,
 *   findsInShadowTrees: boolean,
 *   open: (url: string) => Promise<void>,
 *   evaluate: (code: (...args: any[]) => any, ...args: any[]) => Promise<any>,
 *   press: (key: string, modifiers?: Modifier[]) => Promise<void>,
 *   click: (x: number, y: number, count?: number) => Promise<void>,
 *   drag: (from: Point, to: Point) => Promise<void>,
 *   wheel?: (at: Point, by: Point, modifiers?: Modifier[]) => Promise<void>,
 *   print?: () => Promise<unknown>,
 *   computedTree?: () => Promise<import("./tree-text.js").Item>,
 *   close: () => Promise<void>,
 * }} Driver `view`: the one that `view="auto"` comes to; `byBitmap`: whether its canvases get bitmaps, which
 *   is the faster way there; `findsInShadowTrees`: whether `window.find` does;
 *   `evaluate`: runs a function in the page, arguments and answer as JSON, promises awaited;
 *   `press`: a key by its DOM name; `wheel`, where its protocol has one; `print`: makes a PDF, where its protocol does; `computedTree`: the page's, as the browser hands it to assistive technology
 */

/** @param {(...args: any[]) => any} code @param {any[]} args @returns JavaScript that gives the answer's JSON */
export function expression(code, args) {
  return `(async () => JSON.stringify((await (${code})(...${JSON.stringify(args)})) ?? null))()`;
}
