import { encode } from "uqr";

/** QR codes (ISO/IEC 18004). */

/** Bytes that the largest code holds at the lowest correction. */
const mostBytes = 2900;
const svg = "http://www.w3.org/2000/svg";

/**
 * A picture of a code, or null where the text is too long for one.
 * @param {string} text @param {string} label
 */
export function qrPicture(text, label) {
  if (new TextEncoder().encode(text).length > mostBytes) return null;
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, border: 4 });
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  const paper = document.createElementNS(svg, "rect");
  paper.setAttribute("width", String(size));
  paper.setAttribute("height", String(size));
  paper.setAttribute("fill", "#fff");
  const ink = document.createElementNS(svg, "path");
  ink.setAttribute("d", data.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  picture.append(paper, ink);
  return picture;
}
