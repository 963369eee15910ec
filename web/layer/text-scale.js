/**
 * What the reader's browser makes of sizes of text: some zoom text alone, some let none be smaller than
 * a size. What is written in CSS px is then another size, and in some engines so are line heights and
 * spacings. Texts in known sizes, in the probe of style-properties.js, tell what becomes of them.
 *
 * @typedef {{size: number, line: number, spacing: number, least: number}} TextScale
 *   CSS px that each CSS px of a font size, line height and letter spacing comes to; of any text, CSS px
 */

/** Nothing is made of them. @type {Readonly<TextScale>} */
export const asWritten = Object.freeze({ size: 1, line: 1, spacing: 1, least: 0 });

/**
 * Puts the texts into a probe: as the page's own is set (where its `text-size-adjust` counts), in sizes
 * and spacings of 100, and of 1.
 * @param {HTMLElement} probe
 */
export function makeGauge(probe) {
  for (const name of ["own", "hundred", "one"]) {
    const text = document.createElement("i");
    text.className = name;
    probe.append(text);
  }
}

/** A line of a line height of 1 is as high as its text's size is used. @param {Element} text */
const usedSize = (text) => Number.parseFloat(getComputedStyle(text).lineHeight);

/** What was read last, by probe. @type {WeakMap<HTMLElement, string>} */
const known = new WeakMap();

/** @param {HTMLElement} probe @returns {{fontSize: number, textScale: TextScale}} `fontSize`: that body text is used in, CSS px */
function read({ children: [own, hundred, one] }) {
  const { fontSize, lineHeight, letterSpacing } = getComputedStyle(hundred);
  const [size, line, spacing] = [fontSize, lineHeight, letterSpacing].map((length) => Number.parseFloat(length) / 100 || 1);
  const smallest = usedSize(one);
  return { fontSize: usedSize(own) || 17, textScale: { size, line, spacing, least: smallest > size + 0.01 ? smallest : 0 } };
}

/** @param {HTMLElement} probe */
export function readText(probe) {
  const found = read(probe);
  known.set(probe, JSON.stringify(found));
  return found;
}

/**
 * Tells when what was read last is no longer so.
 * @param {HTMLElement} probe @param {() => void} changed @param {AbortSignal} signal
 */
export function watchText(probe, changed, signal) {
  if (!("ResizeObserver" in window)) return;
  const sizes = new ResizeObserver(() => {
    if (known.get(probe) !== JSON.stringify(read(probe))) changed();
  });
  for (const text of probe.children) sizes.observe(text);
  signal.addEventListener("abort", () => sizes.disconnect());
}
