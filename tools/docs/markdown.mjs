// Tables and made sections of the pages in docs/.

/** A text in a cell. @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

/**
 * @param {string[]} head @param {string[][]} rows
 * @returns {string} a table; "" without rows
 */
export const table = (head, rows) => rows.length === 0 ? "" : [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))]
  .map((row) => `| ${row.join(" | ")} |`.replace(/ {2,}\|/g, " |")).join("\n");

/** Values as code. @param {readonly string[]} values */
export const codes = (values) => values.map((value) => `\`${value}\``).join(", ");

/** What GitHub calls a heading's anchor. @param {string} heading */
export const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

/** The type of a member: a union of strings by its values. @param {string} type */
export function typeText(type) {
  const values = [...type.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
  const rest = type.replace(/"[^"]*"/g, "").replace(/[|\s]/g, "");
  return values.length && rest === "" ? codes(values) : `\`${type}\``;
}

/**
 * A page with what is made between its marks, `<!-- made: NAME -->` and `<!-- /made -->`.
 * @param {string} page @param {string} name @param {string} text
 */
export function withMade(page, name, text) {
  const [start, end] = [`<!-- made: ${name} -->\n`, "\n<!-- /made -->"];
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`a page has no place for "${name}": ${start.trim()} and ${end.trim()} were expected`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}

export const note = (/** @type {string} */ of) => `<!-- Made by tools/make-docs.mjs of ${of}: change these, not this page. -->`;
