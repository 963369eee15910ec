import { nearMargin } from "./placement.js";
import { moreContrast, reducedMotion } from "./style-properties.js";
import { watchText } from "../layer/text-scale.js";

/**
 * What happens around a widget: its size, its place in the page, the page's
 * style, the sharpness of the screen. All ends with the signal.
 *
 * @typedef {{content: HTMLElement, probe: HTMLElement,
 *   changed: () => void, restyled: () => void, moved: () => void,
 *   nearer: (near: boolean) => void,
 *   captured: () => void, pinched: (scale: number) => void}} Surroundings `moved`: what the reader
 *   sees may have been scaled; `captured`: all of it may be seen in this frame
 */

/** How long a pinch has to rest before it counts as settled, ms. */
const pinchRest = 24;

/** @param {Surroundings} around @param {AbortSignal} signal */
export function watchSurroundings(around, signal) {
  const { content, probe } = around;
  // Where there is no observer there is no drawing either: the window's size is enough.
  if ("ResizeObserver" in window) {
    const sizes = new ResizeObserver(() => around.changed());
    sizes.observe(content);
    signal.addEventListener("abort", () => sizes.disconnect());
  }
  if ("IntersectionObserver" in window) {
    const places = new IntersectionObserver((entries) =>
      around.nearer(entries.some((entry, i) => i === entries.length - 1 && entry.isIntersecting)),
    { rootMargin: `${nearMargin * 100}% 0px` });
    places.observe(content);
    signal.addEventListener("abort", () => places.disconnect());
  }

  // What is seen is asked of blocks; nothing tells of a transform or zoom around them.
  for (const type of ["scroll", "transitionend", "pointerdown"])
    document.addEventListener(type, around.moved, { signal, passive: true, capture: true });
  // Chromium tells so of a picture of the whole page too, though its viewport stays as it is.
  let before = "";
  const sized = () => {
    const size = `${innerWidth} ${innerHeight}`;
    if (size === before) around.captured();
    before = size;
  };
  sized();
  window.addEventListener("resize", () => {
    sized();
    around.changed();
  }, { signal });
  for (const query of [reducedMotion, moreContrast])
    query.addEventListener("change", around.restyled, { signal });
  probe.addEventListener("transitionrun", around.restyled, { signal });
  watchText(probe, around.restyled, signal);
  watchRatio(around.changed, signal);
  watchPinch(around, signal);
}

/**
 * A device pixel ratio has no event: a media query of its present value has.
 * @param {() => void} changed @param {AbortSignal} signal
 */
function watchRatio(changed, signal) {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
    changed();
    watchRatio(changed, signal);
  }, { signal, once: true });
}

/** @param {Surroundings} around @param {AbortSignal} signal */
function watchPinch({ pinched, changed }, signal) {
  const viewport = window.visualViewport;
  let timer = 0;
  viewport?.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => pinched(viewport.scale), pinchRest);
  }, { signal });
  viewport?.addEventListener("scroll", changed, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
