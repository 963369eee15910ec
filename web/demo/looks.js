/**
 * Looks to begin with: a theme and custom properties each.
 *
 * @typedef {{name: string, theme: "" | "light" | "dark", properties: Record<string, string>}} Look
 */

const serif = 'Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif';

/** @type {readonly Look[]} */
export const looks = [
  { name: "House", theme: "", properties: {} },
  // As news apps on phones have it: paragraphs apart instead of indented, larger text, round corners.
  { name: "Phone news", theme: "", properties: { "font-size": "1.1875rem", "line-height": "1.7", "headline-line-height": "1.35",
    "small-size": "14px", "body-indent": "0", "paragraph-gap": "1em", "headline-gap": "10px", "lead-bleed": "0", "lead-gap": "18px", "part-gap": "28px",
    "carousel-ratio": "4 / 3", "carousel-peek": "32px", "item-padding": "14px", accent: "light-dark(#c8102e, #ff8b86)", radius: "8px" } },
  // Large serif headlines in the middle, a short measure, room.
  { name: "Magazine", theme: "", properties: { font: serif, "headline-font": serif, "line-height": "1.75", "headline-size": "2.2em", "headline-line-height": "1.3",
    "headline-align": "center", "headline-gap": "18px", "title-size": "1.4em", measure: "32em", margin: "24px", "lead-gap": "28px", "lead-ratio": "3 / 2",
    "body-indent": "2em", "paragraph-gap": "0", "part-gap": "56px", "part-line": "3px", "quote-size": "1.45em", "quote-line": "0", "carousel-ratio": "4 / 3",
    accent: "light-dark(#8a3b12, #f0a878)", background: "light-dark(#fbf8f2, #171511)", panel: "light-dark(#f1ece2, #221f19)", text: "light-dark(#221e19, #e6dfd3)",
    muted: "light-dark(#5b5348, #b5aa9a)", line: "light-dark(#d9cfbf, #3c362c)", link: "light-dark(#6b3410, #e6b58e)", radius: "0" } },
  { name: "Broadsheet", theme: "light", properties: { accent: "#8a1c1c", background: "#fbf8f1", text: "#1c1a17", muted: "#55504a",
    line: "#ddd5c5", link: "#1a4a7a", font: serif, "headline-font": serif } },
  { name: "Salmon", theme: "light", properties: { accent: "#8f0e39", background: "#fff1e5", text: "#262220", muted: "#54493f",
    line: "#e6d2c0", link: "#0a4f59", "headline-font": serif, radius: "0px" } },
  { name: "Harbour", theme: "light", properties: { accent: "#00567a", background: "#ffffff", text: "#10243a", muted: "#475767",
    line: "#d5e2ea", link: "#00567a", radius: "10px" } },
  { name: "Night desk", theme: "dark", properties: { accent: "#ffb454", background: "#10151c", text: "#d9e1ea", muted: "#a9b5c3",
    line: "#2b3542", link: "#8accff" } },
  { name: "Reading lamp", theme: "dark", properties: { accent: "#ebb67f", background: "#1f1a14", text: "#eadfcb", muted: "#c4b398",
    line: "#40362a", link: "#ecc691", font: serif, "headline-font": serif, "line-height": "1.85" } },
  { name: "Ink", theme: "light", properties: { accent: "#000000", background: "#ffffff", text: "#000000", muted: "#333333",
    line: "#000000", link: "#000000", "headline-font": serif, radius: "0px" } },
  { name: "Large print", theme: "", properties: { "font-size": "1.375rem", "line-height": "1.75" } },
];

/** Whether a state looks so. @param {Look} look @param {import("./state.js").State} state */
export const isLook = ({ theme, properties }, state) => (state.attributes.theme || "auto") === (theme || "auto") &&
  Object.keys(properties).length === Object.keys(state.properties).length &&
  Object.entries(properties).every(([name, value]) => state.properties[name] === value);
