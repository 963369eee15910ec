import { makeGauge } from "../layer/text-scale.js";

/**
 * What a widget puts into the shadow tree: its content, and a hidden probe that inherits the page's style
 * (style-properties.js).
 * @param {HTMLElement} content
 */
export function makeFrame(content) {
  const [frame, probe] = ["view", "probe"].map((name) => {
    const made = document.createElement("div");
    made.className = name;
    return made;
  });
  probe.setAttribute("aria-hidden", "true");
  makeGauge(probe);
  frame.append(probe, content);
  return { frame, probe };
}
