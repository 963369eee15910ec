/**
 * The icons as the drawing has them (src/paint/icons.cpp), for where the layer
 * stands in for it: shapes of the page's own, so that no policy can refuse them.
 */

const svg = "http://www.w3.org/2000/svg";

/** Outlines on a square of 24, and whether they are filled. @type {Record<string, [path: string, filled?: boolean]>} */
const shapes = {
  "arrow-start": ["M15 5 8 12l7 7"],
  "arrow-end": ["M9 5l7 7-7 7"],
  play: ["M7.5 4l13 8-13 8z", true],
  pause: ["M6.5 5H10v14H6.5zM14 5h3.5v14H14z", true],
  enlarge: ["M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"],
  missing: ["M3 8v10a2 2 0 0 0 2 2h10.5M9 4h10a2 2 0 0 1 2 2v9.5M5.5 16.5 8.2 12.8 11 16.5M14 9.8l1.6-1.6 2.4 3M3.5 3.5l17 17"],
  like: ["M7 10.5 11.4 2.8c4 0 4 2 3.4 4l-1 2.4h5.4c2 0 2.6 1 2.2 3l-1.6 6.5c-.4 1.3-1 1.8-2.2 1.8H7zM3.2 10.5v10"],
  person: ["M12 3.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21c0-5 3-7.3 8-7.3s8 2.3 8 7.3z", true],
};

/**
 * @param {string} name @param {number} size of the icon, CSS px
 * @param {number} shade radius of the round shade behind it, CSS px; 0: none
 * @returns {SVGElement}
 */
export function iconElement(name, size, shade) {
  const [path, filled] = shapes[name];
  const icon = make("svg", { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" });
  if (shade) icon.append(make("circle", { cx: 12, cy: 12, r: 24 * shade / size, fill: "var(--av-shade)" }));
  icon.append(make("path", { d: path, "stroke-width": 1.75,
    ...filled ? { fill: "currentColor" } : { fill: "none", stroke: "currentColor" } }));
  return icon;
}

/** @param {string} name @param {Record<string, string | number>} attributes @returns {SVGElement} */
function make(name, attributes) {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return /** @type {SVGElement} */ (element);
}
