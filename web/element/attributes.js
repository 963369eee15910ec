/**
 * The element's attributes: their property's name, how a value is read, and
 * what a change of one asks for (`load`: another document; `restart`: begin anew;
 * `configure`: lay out and draw with it).
 *
 * @typedef {import("./types.js").PartName} PartName
 * @typedef {"load" | "restart" | "configure"} Effect
 * @typedef {{name: string, property: string, effect: Effect,
 *   parse: (value: string | null) => any}} Attribute
 */

/** @type {readonly PartName[]} */
export const partNames = ["card", "gallery", "rankings", "comments"];

/** @param {readonly string[]} values the first is the default */
const oneOf = (values) => (/** @type {string | null} */ value) => {
  const wanted = (value ?? "").trim().toLowerCase();
  return values.includes(wanted) ? wanted : values[0];
};

/** @param {string | null} value */
const text = (value) => value ?? "";

/** @param {string | null} value @returns {PartName[]} */
const parts = (value) => {
  const wanted = /** @type {PartName[]} */ ((value ?? "").toLowerCase().split(/\s+/));
  const known = [...new Set(wanted)].filter((part) => partNames.includes(part));
  return known.length ? known : [...partNames];
};

/** @param {string | null} value */
const headingLevel = (value) => {
  const level = Number.parseInt(value ?? "", 10);
  return level >= 1 && level <= 6 ? level : 2;
};

/** @param {string | null} value seconds; null: none */
const seconds = (value) => {
  const number = Number.parseFloat(value ?? "");
  return number > 0 ? number : null;
};

/** @param {string | null} value seconds, 15 at least; null: never */
const interval = (value) => {
  const number = seconds(value);
  return number && Math.max(15, number);
};

/** As `img` reads it. @param {string | null} value */
const crossOrigin = (value) =>
  value === null ? null : value.toLowerCase() === "use-credentials" ? "use-credentials"
    : "anonymous";

const policy = /^(no-referrer(-when-downgrade)?|(strict-)?origin(-when-cross-origin)?|same-origin|unsafe-url)$/;

/** As `img` reads it: what is no policy is none. @param {string | null} value */
const referrerPolicy = (value) => policy.exec(value?.toLowerCase() ?? "")?.[0] ?? "";

/** @type {[string, string, Effect, Attribute["parse"]][]} */
const rows = [
  ["src", "src", "load", text],
  ["theme", "theme", "configure", oneOf(["auto", "light", "dark"])],
  ["loading", "loading", "restart", oneOf(["lazy", "eager", "idle", "interaction"])],
  ["parts", "parts", "configure", parts],
  ["heading-level", "headingLevel", "configure", headingLevel],
  ["view", "view", "restart", oneOf(["auto", "canvas", "plain"])],
  ["autoplay", "autoplay", "configure", seconds],
  ["crossorigin", "crossOrigin", "restart", crossOrigin],
  ["referrerpolicy", "referrerPolicy", "restart", referrerPolicy],
  ["refresh", "refresh", "configure", interval],
  ["size", "size", "configure", oneOf(["normal", "large"])],
  ["link-target", "linkTarget", "configure", text],
];

/** @type {readonly Attribute[]} */
export const attributes = rows.map(([name, property, effect, parse]) => ({ name, property, effect, parse }));

/**
 * All values in force, by property.
 * @typedef {{src: string, theme: "auto" | "light" | "dark", loading: "lazy" | "eager" | "idle" | "interaction",
 *   parts: PartName[], headingLevel: number, view: "auto" | "canvas" | "plain",
 *   autoplay: number | null, crossOrigin: "anonymous" | "use-credentials" | null,
 *   referrerPolicy: ReferrerPolicy, refresh: number | null, linkTarget: string, size: "normal" | "large"}} Options
 */

/** @param {Element} element @returns {Options} */
export function readOptions(element) {
  const entries = attributes.map(({ name, property, parse }) =>
    [property, parse(element.getAttribute(name))]);
  const options = Object.fromEntries(entries);
  // What moves by itself is hard to follow for those who need large text.
  return options.size === "large" ? { ...options, autoplay: null } : options;
}

/**
 * HTMLElement with a property for each attribute, which writes the attribute.
 * @returns {new () => HTMLElement & import("./types.js").ArticleViewerAttributes}
 */
export function elementWithAttributes() {
  class Reflecting extends (globalThis.HTMLElement ?? Object) {}
  for (const { name, property, parse } of attributes) {
    const descriptor = {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        const value = parse(this.getAttribute(name));
        return Array.isArray(value) ? value.join(" ") : value;
      },
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : String(value));
      },
    };
    // `crossOrigin` as on `img`, and as the attribute is written.
    for (const key of new Set([property, name.includes("-") ? property : name]))
      Object.defineProperty(Reflecting.prototype, key, descriptor);
  }
  return /** @type {any} */ (Reflecting);
}
