/**
 * A style sheet for shadow roots that a page's `style-src 'self'` allows.
 * @param {string} text
 * @param {CSSStyleSheetInit} [init]
 */
export function styleSheet(text, init) {
  const sheet = new CSSStyleSheet(init);
  sheet.replaceSync(text);
  return sheet;
}
