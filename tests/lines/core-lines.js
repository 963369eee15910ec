// Where the built widget ends the lines of the same texts: read from its layer, whose inline pieces
// are parted by `wbr` at each end of a drawn line.

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
        version: 1, language, article: { headline: "Lines", body: texts.map((text) => ({ type: "paragraph", text })) },
      };
      await loaded;
      const paragraphs = [...widget.shadowRoot.querySelectorAll("p.broken")];
      if (paragraphs.length !== texts.length) throw new Error(`${paragraphs.length} paragraphs of ${texts.length}`);
      return paragraphs.map((p, number) => {
        if (p.textContent !== texts[number]) throw new Error(`text became ${p.textContent}`);
        // The layer leaves a little room behind a full line.
        if (Math.abs(parseFloat(p.style.width) - measure) > 2) throw new Error(`${p.style.width} is not ${measure} px`);
        const lengths = [0];
        for (const piece of p.childNodes) {
          if (piece.localName === "wbr") lengths.push(0);
          else lengths[lengths.length - 1] += [...piece.textContent].length;
        }
        return lengths;
      });
    }, /** @type {[typeof group, number, number]} */ ([group, width, measures[i]]));
    lines.forEach((lengths, number) => found[number].push(lengths));
  }
  return found;
}
