import { readOptions } from "./attributes.js";
import { prerenderedIn } from "./prerendered.js";

/** When an element begins to load: its `loading` attribute, and whether prerendered content stands in it. */

/** Calls when the page has been loaded and has nothing else to do. @param {() => void} call */
function whenPageRests(call) {
  const later = () => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window) requestIdleCallback(call);
    else setTimeout(call, 200);
  };
  if (document.readyState === "complete") later();
  else window.addEventListener("load", later, { once: true });
}

/** Calls when a reader touches, focuses or keys what is in an element. @param {Element} element @param {() => void} call @param {AbortSignal} signal */
function whenActedOn(element, call, signal) {
  for (const type of ["pointerdown", "keydown", "focusin"])
    element.addEventListener(type, call, { signal, passive: true });
}

/** Calls when an element is a screen away, or nearer. @param {Element} element @param {() => void} call @param {AbortSignal} signal */
function whenNear(element, call, signal) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) call();
  }, { rootMargin: "100% 50%" });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Calls when an element is to load, at once or later, perhaps more than once. @param {Element} element @param {() => void} call @param {AbortSignal} signal */
export function whenToLoad(element, call, signal) {
  const { loading } = readOptions(element);
  if (loading === "eager" || !("IntersectionObserver" in window)) call();
  else if (loading === "idle") whenPageRests(call);
  else if (!prerenderedIn(element)) whenNear(element, call, signal);
  else {
    whenActedOn(element, call, signal);
    // It is read already: what else the page loads comes first.
    if (loading !== "interaction") whenNear(element, () => whenPageRests(call), signal);
  }
}
