/** Line heights that are compared, CSS px. */
const heights = [40, 41];

/**
 * Whether a browser rounds down the half of a line's leading that stands above its text (Chromium, WebKit), or takes
 * it as it is (Firefox): in a line that is a px higher the baseline is then half a px lower.
 * @param {ShadowRoot} root in which it is tried
 */
export function roundsLeading(root) {
  const lines = heights.map((height) => {
    const line = document.createElement("div");
    const mark = document.createElement("span");
    Object.assign(line.style, { all: "initial", position: "absolute", visibility: "hidden", font: `20px/${height}px sans-serif` });
    Object.assign(mark.style, { all: "initial", display: "inline-block" });
    line.append(mark);
    return line;
  });
  root.append(...lines);
  const [low, high] = lines.map((line) => {
    const { top, height } = line.getBoundingClientRect();
    const baseline = (line.firstElementChild?.getBoundingClientRect().bottom ?? 0) - top;
    return height ? baseline * line.offsetHeight / height : 0;  // as it is without the page's transforms
  });
  for (const line of lines) line.remove();
  return Math.abs(high - low - 0.5) > 0.25;
}
