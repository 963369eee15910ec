/**
 * What a reader does, after ARIA-AT's plans for tabs with automatic activation
 * and for modal dialogs, and the carousel of the ARIA Authoring Practices
 * with Previous and Next. Single letters are Orca's keys in browse mode.
 *
 * @typedef {{title: string}} Title
 * @typedef {{focus: (root: ShadowRoot) => unknown, on: string}} Focus from where a script has focus begin; `on` names it
 * @typedef {{key: string, does?: string, shows?: number, until?: (root: ShadowRoot) => unknown}} Press `key`: "next" and
 *   "previous" follow the direction of the text; before Orca's rest counts the status must say that it `shows` a
 *   photo, and `until` must be true
 * @typedef {Title | Focus | Press} Act
 */

/** Before anything has changed: a figure that came later has a name only now and then. @type {Act[]} */
const whole = [
  { title: "The whole page, read on from its top" },
  { key: "ctrl+Home" },
  { key: "KP_Add", does: "say all" },
];

/** @type {Act[]} */
const reading = [
  { title: "The page, by Orca's keys" },
  { key: "ctrl+Home" },
  { key: "m", does: "landmark" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "h", does: "heading" },
  { key: "p", does: "paragraph" },
  { key: "p", does: "paragraph" },
  { key: "p", does: "paragraph" },
  { key: "g", does: "image" },
  { key: "Down" },
  { key: "Down" },
  { key: "p", does: "paragraph" },
  { key: "p", does: "paragraph" },
  { key: "h", does: "heading" },
  { key: "q", does: "quotation" },
  { key: "l", does: "list" },
  { key: "i", does: "list item" },
];

/** @type {Act[]} */
const carousel = [
  { title: "The gallery" },
  { focus: (root) => [...(root.querySelector("article")?.querySelectorAll("a") ?? [])].at(-1), on: "the last link before it" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "Return", shows: 2 },
  { key: "Return", shows: 3 },
  { key: "shift+Tab" },
  { key: "space", shows: 2 },
  { key: "Insert+a", does: "focus mode" },
  { key: "next", shows: 3 },
  { key: "Insert+a", does: "browse mode" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "Down" },
  { key: "Down" },
  { key: "l", does: "list" },
  { key: "i", does: "list item" },
];

/** @type {Act[]} */
const dialog = [
  { title: "The enlarged photo" },
  { focus: (root) => [...root.querySelectorAll("[aria-roledescription] > button")].at(-1), on: "the gallery's last button" },
  { key: "Return", until: (root) => root.activeElement?.matches("dialog .close") },
  { key: "Tab" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "Tab" },
  { key: "shift+Tab" },
  { key: "Insert+a", does: "focus mode" },
  { key: "next", shows: 4 },
  { key: "Insert+a", does: "browse mode" },
  { key: "Down" },
  { key: "Down" },
  { key: "Escape", until: (root) => !root.querySelector("dialog") && root.activeElement?.matches("button") },
];

/** From before a list of tabs: selects by key, and comes to the panel and back. @type {Act[]} */
const tabs = [
  { key: "shift+Tab" },
  { key: "Tab" },
  { key: "KP_Enter", does: "where am I" },
  { key: "next" },
  { key: "next" },
  { key: "previous" },
  { key: "Home" },
  { key: "End" },
  { key: "Tab" },
  { key: "shift+Tab" },
  { key: "Tab" },
];

/** @type {Act[]} */
const rankings = [
  { title: "The rankings" },
  { focus: (root) => root.querySelector("[role=tab][aria-selected=true]"), on: "the selected tab" },
  ...tabs,
  { key: "Down" },
  { key: "Down" },
];

/** @type {Act[]} */
const comments = [
  { title: "The comments" },
  { focus: (root) => [...root.querySelectorAll("[role=tab][aria-selected=true]")].at(-1), on: "the selected tab" },
  ...tabs,
  { key: "Down" },
  { key: "Down" },
  { key: "Down" },
];

/** @type {Act[]} */
export const plan = [...whole, ...reading, ...carousel, ...dialog, ...rankings, ...comments];
