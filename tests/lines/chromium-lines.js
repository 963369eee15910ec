// Where a page of plain HTML ends the lines of texts.

export const size = 17;

/**
 * Characters of each line, spaces at its end among them, for each text at each width.
 * @param {import("playwright-core").Page} page whose document is replaced
 * @param {import("./texts.js").Group} group
 * @param {number[]} widths CSS px
 * @returns {Promise<number[][][]>} by text, then width
 */
export async function linesOf(page, group, widths) {
  const rtl = ["ar", "he"].includes(group.language);
  await page.setContent(`<!doctype html><html lang="${group.language}" dir="${rtl ? "rtl" : "ltr"}"><meta charset="utf-8">
    <style>
      p {
        margin: 0; font: ${size}px/30px ${group.family}; text-align: start; white-space: normal;
        line-break: auto; word-break: normal; overflow-wrap: anywhere; hyphens: manual;
        text-spacing-trim: space-all; text-autospace: no-autospace; text-rendering: geometricPrecision;
      }
    </style><body></body></html>`);
  return page.evaluate(async ([texts, measures]) => {
    const paragraphs = texts.map((text) => {
      const p = document.createElement("p");
      p.textContent = text;
      return p;
    });
    document.body.replaceChildren(...paragraphs);
    await document.fonts.ready;
    /** @type {number[][][]} */
    const found = texts.map(() => []);
    for (const width of measures) {
      document.body.style.width = `${width}px`;
      for (const [i, p] of paragraphs.entries()) {
        const node = /** @type {Text} */ (p.firstChild);
        const range = document.createRange();
        /** @type {number[]} */
        const lines = [];
        let top = -Infinity;
        let at = 0;
        for (const character of texts[i]) {
          range.setStart(node, at);
          at += character.length;
          range.setEnd(node, at);
          // A space ends the line that it follows; its box, and a control's, may be elsewhere or none.
          const box = character === " " ? undefined : [...range.getClientRects()].at(-1);
          if (!lines.length || (box && box.top > top + 8)) lines.push(0);
          if (box) top = Math.max(top, box.top);
          lines[lines.length - 1] += 1;
        }
        found[i].push(lines);
      }
    }
    return found;
  }, /** @type {[string[], number[]]} */ ([group.texts, widths]));
}
