/**
 * When the drawing yields to the layer, which then shows itself as styled HTML
 * in flow: in forced colours, under a reader's own colours, spacing, font or size of text by a style sheet (what zooms
 * all text is followed, see text-scale.js), and where somebody else changed the layer's text. (In print the style sheet
 * alone does it; a context that is lost for good is the page's to tell.)
 *
 * @typedef {"forced-colors" | "style" | "text"} Cause
 */

const forcedColors = matchMedia("(forced-colors: active)");

/** Stands first in the gauge's font list (layer-styles.js), where only a reader's own style puts another. */
const gaugeFamily = "article-viewer-gauge";
/** Whether its style is not what the sheet says. @param {HTMLElement} gauge */
function isRestyled(gauge) {
  const style = getComputedStyle(gauge);
  const size = Number.parseFloat(style.fontSize);
  return !style.fontFamily.includes(gaugeFamily) || style.color !== "rgb(1, 2, 3)" || style.backgroundColor !== "rgb(3, 2, 1)" ||
    [style.letterSpacing, style.wordSpacing, style.marginBlockEnd]
      .some((length) => Math.abs(Number.parseFloat(length)) > 0) ||
    // It is twice as large as its own first letter, and its line as high as itself, however large text is.
    Math.abs(size / Number.parseFloat(getComputedStyle(gauge, "::before").fontSize) - 2) > 0.02 ||
    Math.abs(Number.parseFloat(style.lineHeight) / size - 1) > 0.02;
}

/** @param {MutationRecord} record @returns {boolean} whether text came, went or changed */
function changesText({ type, addedNodes, removedNodes }) {
  return type === "characterData" ||
    [...addedNodes, ...removedNodes].some((node) => node.textContent?.trim());
}

/**
 * @param {HTMLElement} layer
 * @param {(cause: Cause, holds: boolean) => void} tell
 * @param {AbortSignal} signal
 * @returns {() => void} to be called after the widget's own writing into the layer
 */
export function watchYielding(layer, tell, signal) {
  const gauge = document.createElement("p");
  gauge.className = "gauge";
  const gauges = document.createElement("div");
  gauges.className = "gauges";
  gauges.setAttribute("aria-hidden", "true");
  gauges.append(gauge);
  layer.append(gauges);
  const check = () => tell("style", isRestyled(gauge));
  const sizes = new ResizeObserver(check);
  sizes.observe(gauge);
  // A margin and a colour change no size.
  gauge.addEventListener("transitionend", check, { signal });

  const look = () => tell("forced-colors", forcedColors.matches);
  forcedColors.addEventListener("change", look, { signal });
  look();

  const texts = new MutationObserver((records) => {
    if (records.some(changesText)) tell("text", true);
  });
  texts.observe(layer, { subtree: true, childList: true, characterData: true });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    texts.disconnect();
  });
  return () => {
    texts.takeRecords();
  };
}
