/** Undefined where there is no page (Node, workers). @type {MediaQueryList} */
export const darkScheme = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/**
 * Whether an element is dark: its theme, else its computed `color-scheme`,
 * else the system.
 * @param {Element} element @param {string} theme
 */
export function isDark(element, theme) {
  if (theme !== "auto") return theme === "dark";
  const words = getComputedStyle(element).colorScheme.split(" ");
  const [light, dark] = [words.includes("light"), words.includes("dark")];
  return light === dark ? darkScheme.matches : dark;
}
