// Writes web/element/article-document.d.ts, the types of an article document, from its schema. What the schema says
// of values (formats, least and most) has no type; members that it does not name are refused where an object is written.
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const schemaFile = path.join(root, "src/document/article.schema.json");
export const typesFile = path.join(root, "web/element/article-document.d.ts");
const longestLine = 110;

/** @typedef {Record<string, any>} Schema */

/** What is said of it, with what only its keepers are told. @param {Schema} schema */
const toldOf = ({ description, $comment }) => [description, $comment].filter(Boolean).join(" ");

/** @param {string} definition */
const nameOf = (definition) => `Article${definition[0].toUpperCase()}${definition.slice(1)}`;

/** A comment of whole words; none of nothing. @param {string} text @param {string} indent */
function comment(text, indent) {
  if (!text) return "";
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines[lines.length - 1].length + word.length + indent.length + 4 > longestLine) lines.push("");
    lines[lines.length - 1] += `${lines[lines.length - 1] ? " " : ""}${word}`;
  }
  return lines.length === 1 ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** Types of one schema with its definitions. */
class Types {
  /** @param {Record<string, Schema>} definitions */
  constructor(definitions) {
    this.definitions = definitions;
  }

  /** What a reference leads to. @param {Schema} schema @returns {[string, Schema]} */
  referred({ $ref }) {
    const name = $ref.replace(/^#\/\$defs\//, "");
    if (!this.definitions[name]) throw new Error(`there is no ${$ref}`);
    return [name, this.definitions[name]];
  }

  /** Strings are told apart by their comments. @param {Schema} schema */
  isPlain(schema) {
    return schema.type === "string" && !schema.enum;
  }

  /** @param {Schema} schema @param {string} indent @returns {string} */
  typeOf(schema, indent) {
    if (schema.$ref) {
      const [name, found] = this.referred(schema);
      return this.isPlain(found) ? "string" : nameOf(name);
    }
    if ("const" in schema) return JSON.stringify(schema.const);
    if (schema.enum) return schema.enum.map((/** @type {any} */ value) => JSON.stringify(value)).join(" | ");
    if (schema.oneOf) return this.unionOf(schema.oneOf, indent);
    switch (schema.type) {
      case "string": case "boolean": return schema.type;
      case "integer": case "number": return "number";
      case "array": return `readonly ${this.itemsOf(schema.items, indent)}[]`;
      case "object": return this.objectOf(schema, indent);
    }
    throw new Error(`no type for ${JSON.stringify(schema)}`);
  }

  /** One a line, each with its comment, where there are comments. @param {Schema[]} all @param {string} indent */
  unionOf(all, indent) {
    if (!all.some(toldOf)) return all.map((one) => this.typeOf(one, indent)).join(" | ");
    const inner = `${indent}  `;
    return all.map((one) =>
      `\n${comment(toldOf(one), inner)}${inner}| ${this.typeOf(one, inner)}`).join("");
  }

  /** @param {Schema | undefined} items @param {string} indent */
  itemsOf(items, indent) {
    if (!items) return "unknown";
    const type = this.typeOf(items, indent);
    return /^\w+$/.test(type) || /^\{[^&]*\}$/.test(type) ? type : `(${type})`;
  }

  /** Of the members that `anyOf` requires, each alone, one must be there. @param {Schema} schema @param {string} indent */
  objectOf({ properties, required = [], anyOf }, indent) {
    const inner = `${indent}  `;
    const members = Object.entries(properties).map(([name, schema]) => {
      const told = toldOf(schema) || schema.$ref && this.isPlain(this.referred(schema)[1]) && toldOf(this.referred(schema)[1]) || "";
      return `${comment(told, inner)}${inner}${name}${required.includes(name) ? "" : "?"}: ${this.typeOf(schema, inner)};\n`;
    });
    const whole = `{\n${members.join("")}${indent}}`;
    if (!anyOf) return whole;
    const names = anyOf.map(({ required: [name, ...more] }) => {
      if (more.length) throw new Error(`no type for ${name} together with ${more}`);
      return JSON.stringify(name);
    });
    return `WithOneOf<${whole}, ${names.join(" | ")}>`;
  }

  /** @param {string} name @param {Schema} schema */
  declared(name, schema) {
    return `${comment(toldOf(schema), "")}export type ${name} =${this.typeOf(schema, "").replace(/^(?!\n)/, " ")};\n`;
  }
}

/** @param {Schema} schema @returns {string} */
export function typesOf(schema) {
  const types = new Types(schema.$defs);
  const definitions = Object.entries(schema.$defs).filter(([, one]) => !types.isPlain(one));
  return `// Made from src/document/article.schema.json by tools/document-types.mjs.

/** At least one of the members named is there. */
type WithOneOf<Members, Name extends keyof Members> = Members & { [One in Name]: Required<Pick<Members, One>> }[Name];

${[types.declared("ArticleDocument", schema), ...definitions.map(([name, one]) => types.declared(nameOf(name), one))].join("\n")}`;
}

/** What stands in the file of types, and what should. */
export async function madeTypes() {
  return typesOf(JSON.parse(await fs.readFile(schemaFile, "utf8")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fs.writeFile(typesFile, await madeTypes());
