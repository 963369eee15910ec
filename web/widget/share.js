import { Role } from "../core/semantic-tree.js";

/**
 * What a messenger's card says of an article, as src/document/share.cpp has it, as far as that is laid out.
 * @param {import("../core/core-viewer.js").Loaded} loaded @param {import("../core/semantic-tree.js").SemanticNode[]} nodes
 * @returns {import("../element/share.js").Share}
 */
export function shareOf({ headline, url }, nodes) {
  const text = (/** @type {string} */ wanted, /** @type {number} */ as = Role.Paragraph) => nodes.find(({ look, role }) => look === wanted && role === as)?.text ?? "";
  return {
    title: headline || text("part-title", Role.Heading),
    desc: text("summary") || [...text("body")].slice(0, 120).join(""),
    link: url || document.URL.replace(/#.*/, ""),
    image: nodes.find(({ role, look, url }) => role === Role.Image && !look && url.startsWith("http"))?.url ?? "",
  };
}
