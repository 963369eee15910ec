// What web/element/types.d.ts declares of the element, as the manifest has it: each member, event and style property
// with its type and what is said of it.
import { ts } from "@custom-elements-manifest/analyzer";
import * as fs from "node:fs/promises";
import { at } from "./paths.mjs";

/** @typedef {ts.InterfaceDeclaration | ts.TypeLiteralNode} Members */

/** In one line. @param {string} text */
const line = (text) => text.replace(/\s+/g, " ").trim();

/** The tags of a comment, as `{ tag, text }`, and what stands before them. @param {ts.Node} node */
function told(node) {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = comments.flatMap(({ tags }) => [...tags ?? []]).map((tag) => {
    const name = "name" in tag && tag.name ? `${/** @type {ts.Node} */ (tag.name).getText()} ` : "";
    return { tag: tag.tagName.text, text: line(name + (ts.getTextOfJSDocComment(tag.comment) ?? "")) };
  });
  const description = line(comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join(" "));
  return { description, tags };
}

class Declared {
  /** @type {Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.VariableDeclaration>} */
  #named = new Map();
  /** Names of types that pages can import beside the element. @type {Set<string>} */
  types = new Set();

  /** @param {ts.SourceFile} source */
  constructor(source) {
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        this.#named.set(statement.name.text, statement);
        if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) this.types.add(statement.name.text);
      }
      const imported = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
      if (imported && ts.isNamedImports(imported)) for (const { name } of imported.elements) this.types.add(name.text);
      if (ts.isVariableStatement(statement))
        for (const one of statement.declarationList.declarations) this.#named.set(`typeof ${one.name.getText()}`, one);
    }
  }

  /** @param {string} name */
  interface(name) {
    const found = this.#named.get(name);
    if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`types.d.ts declares no interface ${name}`);
    return found;
  }

  /** What stands beside the prototype: members of the declared constructor. @param {string} name */
  statics(name) {
    const found = this.#named.get(`typeof ${name}`);
    if (!found || !ts.isVariableDeclaration(found) || !found.type || !ts.isTypeLiteralNode(found.type))
      throw new Error(`types.d.ts declares no constructor ${name}`);
    return found.type;
  }

  /** A type as it is written, unions of strings by their values. @param {ts.TypeNode | undefined} type @returns {string} */
  text(type) {
    if (!type) return "unknown";
    if (ts.isUnionTypeNode(type)) return type.types.map((one) => this.text(one)).join(" | ");
    const alias = ts.isTypeReferenceNode(type) && !type.typeArguments ? this.#named.get(type.typeName.getText()) : undefined;
    if (alias && ts.isTypeAliasDeclaration(alias) && ts.isUnionTypeNode(alias.type)) return this.text(alias.type);
    return line(type.getText());
  }

  /** @param {ts.SignatureDeclaration} method */
  #parameters(method, tags = told(method).tags) {
    return method.parameters.map((parameter) => {
      const name = parameter.name.getText();
      const said = tags.find(({ tag, text }) => tag === "param" && text.startsWith(`${name} `))?.text.slice(name.length + 1);
      return {
        name, type: { text: this.text(parameter.type) },
        ...(said && { description: said }), ...(parameter.questionToken && { optional: true }),
      };
    });
  }

  /** Fields and methods with names of their own; what HTMLElement has already, with other types, is not among them. @param {Members} of */
  members(of) {
    /** @type {Map<string, any>} */
    const found = new Map();
    for (const member of of.members) {
      if (!member.name || found.has(member.name.getText())) continue;  // a setter comes after its getter
      const name = member.name.getText().replace(/^"|"$/g, "");
      if (/^(add|remove)EventListener$|^prototype$/.test(name)) continue;
      const { description } = told(member);
      if (ts.isMethodSignature(member)) {
        found.set(name, { kind: "method", name, description, parameters: this.#parameters(member), return: { type: { text: this.text(member.type) } } });
      } else if (ts.isPropertySignature(member) || ts.isGetAccessor(member)) {
        const readonly = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
        found.set(name, { kind: "field", name, description, type: { text: this.text(member.type) }, ...(readonly && { readonly }) });
      }
    }
    return [...found.values()];
  }

  /** @param {string} name of an interface whose members are the events */
  events(name) {
    return this.members(this.interface(name)).map(({ name: event, description, type }) => ({ name: event, description, type }));
  }

  /** @param {string} name of an interface whose members are CSS custom properties */
  styleProperties(name) {
    return this.interface(name).members.map((member) => {
      const { description, tags } = told(member);
      const tagged = Object.fromEntries(tags.map(({ tag, text }) => [tag, text]));
      return { name: /** @type {ts.Node} */ (member.name).getText().slice(1, -1), description, ...tagged };
    });
  }

  /** What an interface's comment lists by a tag: `@slot NAME - what stands there`. @param {string} name @param {string} listed */
  listed(name, listed) {
    return told(this.interface(name)).tags.filter(({ tag }) => tag === listed).map(({ text }) => {
      const [, member, description] = /^(\S*?) ?- (.*)$/.exec(text) ?? [];
      if (!description) throw new Error(`types.d.ts: @${listed} ${text}: a name, " - " and what it is were expected`);
      return { name: member, description };
    });
  }

  /** Types that are unions of strings, with their values. @returns {{name: string, description: string, values: string[]}[]} */
  unions() {
    return [...this.#named].flatMap(([name, type]) => {
      if (!ts.isTypeAliasDeclaration(type) || !ts.isUnionTypeNode(type.type)) return [];
      const values = [...this.text(type.type).matchAll(/"([\w-]+)"/g)].map(([, value]) => value);
      return values.length === type.type.types.length ? [{ name, description: told(type).description, values }] : [];
    });
  }

  /** @param {string} name */
  description(name) {
    return told(this.interface(name)).description;
  }
}

/** @param {string} [file] of web/element/ */
export async function readDeclared(file = "types.d.ts") {
  const text = await fs.readFile(at(`web/element/${file}`), "utf8");
  return new Declared(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
}
