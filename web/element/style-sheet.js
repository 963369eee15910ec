/** Of each document, by medium and text: one serves all its shadow roots. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const made = new WeakMap();

/**
 * A style sheet for a shadow root that a page's `style-src 'self'` allows.
 * @param {ShadowRoot | Element} root only roots of its document may adopt it
 * @param {string} text @param {string} [media]
 */
export function styleSheet({ ownerDocument }, text, media = "") {
  const known = made.get(ownerDocument) ?? new Map();
  made.set(ownerDocument, known);
  const key = media + text;
  let sheet = known.get(key);
  if (!sheet) {
    sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet({ media });
    sheet.replaceSync(text);
    known.set(key, sheet);
  }
  return sheet;
}
