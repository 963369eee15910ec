// Which lines of a record a browser's run does not have, and why.

/**
 * @typedef {[string, ...number[][]]} Row a text, then its lines' lengths in characters at each width
 * @typedef {{name: string, language: string, family: string, texts: Row[]}} RecordedGroup
 * @typedef {{browser: string, size: number, widths: number[], groups: RecordedGroup[]}} LineRecord
 * @typedef {{reason: string, shown: string}} Difference
 */

/**
 * @param {number[]} lengths
 * @returns {Map<number, number>} end by begin
 */
function spans(lengths) {
  const ends = new Map();
  let at = 0;
  for (const length of lengths) {
    ends.set(at, at + length);
    at += length;
  }
  return ends;
}

/**
 * Why a line that begins alike ends elsewhere; docs/line-breaking.md names the reasons.
 * @param {string[]} characters @param {number} theirs end of Chromium's line @param {number} ours
 * @param {() => Promise<number>} over by how much the longer one, shaped as a whole, is too wide
 */
async function reasonFor(characters, theirs, ours, over) {
  if (characters[theirs - 1] === "-" && /\d/.test(characters[theirs] ?? "")) return "hyphen before a digit";
  const excess = await over();
  if (ours < theirs && excess <= 0.1) return "kerning between segments";
  return Math.abs(excess) <= 0.1 ? "rounding" : "";
}

/**
 * @param {import("playwright-core").Page} page measures
 * @param {LineRecord} record @param {RecordedGroup} group
 * @param {number[][][]} ours by text, then width
 * @returns {Promise<{lines: number, differences: Difference[]}>} a line that begins elsewhere
 *   differs for the reason of the line before
 */
export async function compare(page, record, group, ours) {
  let lines = 0;
  /** @type {Difference[]} */
  const differences = [];
  for (const [i, [text, ...recorded]] of group.texts.entries()) {
    const characters = [...text];
    for (const [w, width] of record.widths.entries()) {
      const own = spans(ours[i][w]);
      let reason = "";
      for (const [begin, end] of spans(recorded[w])) {
        lines += 1;
        const ownEnd = own.get(begin);
        if (ownEnd === end) continue;
        if (ownEnd !== undefined) {
          const longer = characters.slice(begin, Math.max(end, ownEnd)).join("").trimEnd();
          reason = await reasonFor(characters, end, ownEnd, async () =>
            await widthOf(page, longer, `${record.size}px ${group.family}`, group.language) - width);
        }
        const shown = `${group.name}, ${width} px: ${characters.slice(begin, end).join("")}|${characters.slice(end, end + 4).join("")}`;
        differences.push({ reason, shown });
      }
    }
  }
  return { lines, differences };
}

/**
 * @param {import("playwright-core").Page} page @param {string} text @param {string} font @param {string} language
 * @returns {Promise<number>} CSS px
 */
function widthOf(page, text, font, language) {
  return page.evaluate(([what, how, lang]) => {
    const context = /** @type {any} */ (document.createElement("canvas").getContext("2d"));
    context.lang = lang;
    context.font = how;
    context.textRendering = "geometricPrecision";
    return context.measureText(what).width;
  }, [text, font, language]);
}
