/**
 * Ascent and descent of fonts in any size from two measurements of a face, where these tell them: browsers
 * round both to whole px, Chromium so that no descent is cut where glyphs stand
 * between px (Skia, SimpleFontData).
 *
 * @typedef {(size: number) => [ascent: number, descent: number]} Metrics CSS px
 */

/** Large enough that rounding, of a px more or less, is nothing, CSS px: more is not to be had in Chromium. */
const large = 10_000;

/** What the measurement of the large one may be off by, CSS px. */
const reach = 1.5;

/** @type {((ascent: number, descent: number) => [number, number])[]} the ways that browsers round */
const ways = [
  (ascent, descent) => {
    const [up, down] = [Math.round(ascent), Math.round(descent)];
    return down < descent && up >= 1 ? [up - 1, down + 1] : [up, down];
  },
  (ascent, descent) => [Math.round(ascent), Math.round(descent)],
  (ascent, descent) => [ascent, descent],
];

/**
 * @param {Metrics} measure of a face @param {number} size that it is first used in, CSS px
 * @returns {Metrics} the same, by rule where one gives what was measured
 */
export function metricsOf(measure, size) {
  const [ascent, descent] = measure(large).map((length) => length / large);
  const found = measure(size);
  const way = ways.find((round) =>
    round(ascent * size, descent * size).every((length, i) => Math.abs(length - found[i]) < 0.01));
  if (!way) return measure;
  return (wanted) => {
    // What was measured was rounded too, and Chromium may take the metrics of a whole size.
    const off = reach * wanted / large;
    const [low, high] = [-off, off].map((by) => way(ascent * wanted + by, descent * wanted - by));
    return Number.isInteger(wanted) && low.every((length, i) => Math.abs(length - high[i]) < 0.1) ? low : measure(wanted);
  };
}
