// Where the built widget ends the lines of the same texts.

/** Leaves 170, 248, 350 and 520 px to text. */
export const widgetWidths = [202, 280, 390, 560];

/**
 * Characters of each line, for each text at each width.
 * @param {import("playwright-core").Page} page with one `article-viewer`
 * @param {{language: string, family: string, texts: string[]}} group
 * @param {number[]} measures that the widths should leave to text, CSS px
 * @returns {Promise<number[][][]>} by text, then width
 */
export async function coreLinesOf(page, group, measures) {
  /** @type {number[][][]} */
  const found = group.texts.map(() => []);
  for (const [i, width] of widgetWidths.entries()) {
    const lines = await page.evaluate(async ([{ language, family, texts }, across, measure]) => {
      const widget = /** @type {any} */ (document.querySelector("article-viewer"));
      widget.style.width = `${across}px`;
      widget.style.setProperty("--article-viewer-font", family);
      const loaded = new Promise((resolve) => widget.addEventListener("article-load", resolve, { once: true }));
      widget.document = {
        version: 1, language, article: { headline: `Lines at ${across}`, body: texts.map((text) => ({ type: "paragraph", text })) },
      };
      await loaded;
      await widget.updateComplete;
      const paragraphs = widget[Symbol.for("article-viewer.internals")].texts()
        .map((/** @type {any} */ { node }) => node).filter((/** @type {any} */ { look }) => look === "body");
      if (paragraphs.length !== texts.length) throw new Error(`${paragraphs.length} paragraphs of ${texts.length}`);
      return paragraphs.map((/** @type {any} */ { text, width: room, lines: ends }, /** @type {number} */ number) => {
        if (text !== texts[number]) throw new Error(`text became ${text}`);
        if (Math.abs(room - measure) > 0.1) throw new Error(`${room} is not ${measure} px`);
        return ends.map((/** @type {any} */ { begin }, /** @type {number} */ i) =>
          [...text.slice(begin, ends[i + 1]?.begin)].length);
      });
    }, /** @type {[typeof group, number, number]} */ ([group, width, measures[i]]));
    lines.forEach((lengths, number) => found[number].push(lengths));
  }
  return found;
}
