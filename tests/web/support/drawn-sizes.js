// What is drawn in which size, by the reader's.

/**
 * CSS px of a page that is one column on a phone: a headline is at most a ninth of its column, what is small grows less
 * than the body, targets do not shrink.
 * @param {number} scale of body text to its 17 px @param {number} least of any text, CSS px @param {number} column its width, CSS px
 */
export const drawnSizes = (scale, least, column) => ({
  body: Math.max(least, 17 * scale),
  headline: Math.max(least, Math.min(26 * scale, column / 9)),
  caption: Math.max(least, Math.min(14 * scale, 14 + (scale - 1) * 17 * 2 / 3)),
  target: 44 * Math.max(1, scale),
});
