// docs/reference-document.md: all members of a document, from its schema.
import * as fs from "node:fs/promises";
import { at, schema as schemaFile } from "../dist/paths.mjs";
import { anchorOf, codes, note, table } from "./markdown.mjs";

/** @typedef {Record<string, any>} Schema */

const later = "Not shown yet.";
const isLater = (/** @type {Schema} */ { $comment }) => $comment === later;

/** Definitions that are a string with a rule, not an object. */
const isPlain = (/** @type {Schema} */ one) => one.type === "string";

class Page {
  /** Objects whose table is still to come. @type {{title: string, schema: Schema}[]} */
  #waiting = [];
  /** @type {string[]} */
  parts = [];

  /** @param {string} title @param {Schema} schema */
  #link(title, schema) {
    this.#waiting.push({ title, schema });
    return `[${title}](#${anchorOf(title)})`;
  }

  /** @param {Schema} one @param {string} path of the value @returns {string} */
  #type(one, path) {
    const name = one.$ref?.replace("#/$defs/", "");
    if (name === "url") return "URL";
    if (name) return `[${name}](#${anchorOf(name)})`;
    if ("const" in one) return `\`${JSON.stringify(one.const)}\``;
    if (one.enum) return codes(one.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)));
    if (one.oneOf) return one.oneOf.map((/** @type {Schema} */ each) => this.#type(each, path) + (isLater(each) ? " (not shown yet)" : "")).join(" or ");
    if (one.type === "array") return one.items ? `array of ${this.#type(one.items, path)}` : "array";
    if (one.type === "object") return one.properties ? this.#link(path, one) : "object";
    if (one.minimum !== undefined && one.maximum !== undefined) return `${one.type}, ${one.minimum} to ${one.maximum}`;
    return one.minimum === undefined ? one.type : `${one.type}, ${one.minimum} at least`;
  }

  /** @param {Schema} object @param {string} path @returns {string[][]} */
  #rows(object, path) {
    return Object.entries(object.properties).map(([name, one]) => [
      `\`${name}\`${object.required?.includes(name) ? ", required" : ""}`,
      this.#type(one, path ? `${path}.${name}` : name),
      [isLater(one) ? "Not shown yet." : "", one.description ?? ""].join(" "),
    ]);
  }

  /** The table of an object, then those of the objects in it. @param {string} title @param {Schema} one @param {string} [path] */
  object(title, one, path = title) {
    const either = (one.anyOf ?? []).map(({ required }) => codes(required));
    this.parts.push(`## ${title}`, one.description ?? "", either.length ? `One of ${either.join(", ")} is required.` : "",
      table(["member", "value", "what it is"], this.#rows(one, path)));
    for (const { title: inner, schema } of this.#waiting.splice(0)) this.object(inner, schema);
  }

  /** All kinds of blocks in one table. @param {Schema} block */
  blocks({ oneOf }) {
    const rows = oneOf.flatMap((/** @type {Schema} */ one) => {
      const { type, ...properties } = one.properties;
      const kind = type.const ? codes([type.const]) : type.enum ? codes(type.enum) : "any other";
      const said = [isLater(one) ? "Not shown yet." : "", one.description ?? ""].join(" ");
      const [first = ["", "", ""], ...rest] = this.#rows({ ...one, properties }, "block");
      return [[kind, ...first.slice(0, 2), `${said} ${first[2]}`], ...rest.map((row) => ["", ...row])];
    });
    this.parts.push("## block", table(["`type`", "member", "value", "what it is"], rows));
    for (const { title, schema } of this.#waiting.splice(0)) this.object(title, schema);
  }

  /** @param {string} title @param {Schema} one a choice between a string and runs */
  text(title, one) {
    this.parts.push(`## ${title}`, one.description);
    const run = one.oneOf[1].items.oneOf[1];
    this.object("run", run);
  }
}

/** @returns {Promise<string>} */
export async function madeDocument() {
  /** @type {Schema} */
  const { $defs, ...root } = JSON.parse(await fs.readFile(at(schemaFile), "utf8"));
  const page = new Page();
  page.object("document", root, "");
  for (const [name, one] of Object.entries($defs)) {
    if (name === "url") continue;
    if (name === "block") page.blocks(one);
    else if (name === "text") page.text(name, one);
    else if (isPlain(one)) page.parts.push(`## ${name}`, one.description);
    else page.object(name, one);
  }
  return `${["# What members does a document have?", note(`\`${schemaFile}\``),
    "What is made of them is said in [document.md](document.md).", ...page.parts].filter(Boolean).join("\n\n")}\n`;
}
