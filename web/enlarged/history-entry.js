import { markEntry } from "../core/photo-entry.js";

/**
 * The browser's Back closes what is open over the page: each holder has one
 * history entry, with the page's own address and state, pushed when it opens
 * and taken back when it closes otherwise: a page that listens hears that it is
 * where it was. Where a router owns the history there is none, as it would
 * restore the page: who set a state, or a handler of its own, owns it.
 *
 * @typedef {() => void} Holder called where Back took its entry away
 */

/** Globals of those who own it before they set a state, or without. */
const routers = ["Turbo", "Turbolinks", "singleSpaNavigate"];

/** @type {Holder[]} in the order in which they opened */
const holders = [];
/** What was pushed and is still there. @type {{length: number, href: string}[]} */
const entries = [];
/**
 * A page that takes navigations over has heard of an entry: there is no other one. Before that nothing tells of it, as
 * nobody sees who listens.
 */
let owned = false;
/** How many entries are being taken back. */
let leaving = 0;

/** Who comes back to a page that the browser has kept has what they left for before them. @param {PageTransitionEvent} event */
function returned({ persisted }) {
  const last = entries.at(-1);
  if (persisted && last) last.length = history.length;
}

/** @param {Holder} holder */
export function holdEntry(holder) {
  holders.push(holder);
  agree();
}

/** @param {Holder} holder */
export function releaseEntry(holder) {
  const at = holders.indexOf(holder);
  if (at < 0) return;
  holders.splice(at, 1);
  // In a task of its own: what opens next may have the entry, and a page that
  // goes on to another address in this one keeps that.
  setTimeout(agree);
}

/** As many entries as holders. */
function agree() {
  if (leaving) return;
  while (entries.length < holders.length) {
    const { navigation } = /** @type {any} */ (window);
    if (owned || history.state !== null || window.onpopstate || navigation?.onnavigate || routers.some((name) => name in window)) return;
    try {
      history.pushState(null, "");
      markEntry();
    } catch {
      return;  // no history here (a sandbox): Back is the page's
    }
    owned = Boolean(navigation?.transition);
    entries.push({ length: history.length, href: location.href });
    addEventListener("popstate", popped);
    addEventListener("pageshow", returned);
  }
  const surplus = entries.length - holders.length;
  const last = entries.at(-1);
  if (surplus && history.state === null && last?.length === history.length && last.href === location.href) {
    leaving = surplus;
    history.go(-surplus);
    return;
  }
  // The page went on from there: its history is its own.
  entries.length = holders.length;
  if (entries.length) return;
  removeEventListener("popstate", popped);
  removeEventListener("pageshow", returned);
}

/** @param {PopStateEvent} event */
function popped({ isTrusted }) {
  if (!isTrusted) return;  // some fire their own at each change
  // A page that goes to a part of itself fires one too.
  if (!leaving && location.href !== entries.at(-1)?.href) return;
  if (leaving) {
    entries.length -= leaving;
    leaving = 0;
  } else {
    entries.pop();
    holders.pop()?.();
  }
  agree();
}
