// The element's description for editors and catalogues: custom-elements.json, and what VS Code reads.
import { create, ts } from "@custom-elements-manifest/analyzer";
import * as fs from "node:fs/promises";
import { attributes } from "../../web/element/attributes.js";
import { readDeclared } from "./declared.mjs";
import { at, dist } from "./paths.mjs";

const module = "article-viewer.js";
const className = "ArticleViewerElement";
const tagName = "article-viewer";

/** Colours of the themes, by what they are for: `light-dark(#1a1c1e, #dfe1e4)`. @returns {Promise<(name: string) => string | undefined>} */
async function themeColors() {
  const [palettes, roles, properties] = await Promise.all(["palettes", "roles", "properties"].map(async (name) =>
    JSON.parse(await fs.readFile(at(`assets/themes/${name}.json`), "utf8"))));
  return (name) => {
    const role = roles.indexOf(properties.find((/** @type {any} */ row) => row.name === name)?.role);
    if (role < 0) return undefined;
    const [light, dark] = [palettes.light[role], palettes.dark[role]].map((color) => color.replace("0x", "#"));
    return `light-dark(${light}, ${dark})`;
  };
}

/** What a property is without its attribute. @param {(value: string | null) => unknown} parse */
function unwritten(parse) {
  const value = parse(null);
  return Array.isArray(value) ? value.join(" ") : value;
}

/** Attributes, each of which a declared property tells of. @param {any[]} fields */
const attributesFrom = (fields) => attributes.map(({ name, property, parse }) => {
  const field = fields.find((one) => one.name === property);
  if (!field) throw new Error(`types.d.ts declares no property ${property}`);
  const value = unwritten(parse);
  field.default = JSON.stringify(value);
  return {
    name, fieldName: property, description: field.description, type: { text: field.type.text.replace(/ \| null$/, "") },
    ...(value !== null && { default: String(value) }),  // no value means null
  };
});

/**
 * Writes what is declared over what the analyzer found in the element's own file: it sees no interfaces, and what the
 * browser calls is no one else's. Defaults of parameters are the file's.
 * @param {Awaited<ReturnType<typeof readDeclared>>} declared @param {(name: string) => string | undefined} colorOf
 */
const declaredPlugin = (declared, colorOf) => ({
  name: "declared",
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.schemaVersion = "2.1.0";
    delete customElementsManifest.readme;
    const [{ declarations, exports }] = customElementsManifest.modules;
    const found = declarations.find(({ name }) => name === className);
    const own = declared.members(declared.interface(className));
    const reflecting = declared.members(declared.interface("ArticleViewerAttributes"));
    const statics = declared.members(declared.statics(className)).map((member) => ({ ...member, static: true }));
    const list = attributesFrom(reflecting);
    const fields = reflecting.map((field) => {
      const attribute = list.find(({ name, fieldName }) => fieldName === field.name || name === field.name);
      const same = reflecting.find(({ name }) => name === attribute?.fieldName);
      return { ...field, attribute: attribute?.name, reflects: true, default: same?.default };
    });
    const members = [...fields, ...own, ...statics];
    for (const member of members) takeDefaults(member, found.members.find(({ name }) => name === member.name));
    const events = declared.events("ArticleViewerEventMap");
    Object.assign(found, {
      description: declared.description(className), superclass: { name: "HTMLElement", package: "global:" },
      tagName, customElement: true, attributes: list, members, events,
      cssProperties: declared.styleProperties("ArticleViewerStyleProperties").map((property) =>
        ({ ...property, default: property.default ?? colorOf(property.name.slice("--article-viewer-".length)) })),
      slots: declared.listed(className, "slot"), cssStates: declared.listed(className, "cssstate"),
    });
    // Types that the texts of types name are exported beside the class, by article-viewer.d.ts.
    const texts = JSON.stringify([members, events].flat().flatMap(({ type, parameters = [] }) => [type, ...parameters.map((one) => one.type)]));
    for (const name of declared.types) {
      if (name !== className && new RegExp(`\\b${name}\\b`).test(texts)) exports.push({ kind: "js", name, declaration: { name, module } });
    }
  },
});

/** @param {any} member @param {any} [analyzed] the same in the element's own file */
function takeDefaults(member, analyzed) {
  for (const parameter of member.parameters ?? []) {
    const value = analyzed?.parameters?.find(({ name }) => name === parameter.name)?.default;
    if (value) parameter.default = value;
  }
}

/** The manifest of the element's module. @returns {Promise<any>} */
export async function madeManifest() {
  const [text, declared, colorOf] = await Promise.all([fs.readFile(at("web/element/article-viewer.js"), "utf8"), readDeclared(), themeColors()]);
  // The analyzer takes what is called there for a mixin of nothing, and fails.
  const source = ts.createSourceFile(module, text.replace(/(class ArticleViewerElement extends )\w+\(\)/, "$1HTMLElement"), ts.ScriptTarget.ES2022, true);
  return create({ modules: [source], plugins: [declaredPlugin(declared, colorOf)], context: { dev: false } });
}

/** @param {any} manifest */
export const elementOf = (manifest) => manifest.modules[0].declarations.find((one) => one.tagName === tagName);

/** Values of a union of strings. @param {string} type */
const valuesOf = (type) => [...type.matchAll(/"([\w-]+)"/g)].map(([, name]) => ({ name }));

/** VS Code's `html.customData`. @param {any} element of the manifest */
export function htmlCustomData({ description, attributes: list, events, slots }) {
  const lines = [description, "", ...events.map(({ name, description: said }) => `- \`${name}\`: ${said}`),
    "", ...slots.map(({ name, description: said }) => `- ${name ? `slot \`${name}\`` : "content"}: ${said}`)];
  return {
    version: 1.1,
    tags: [{
      name: tagName, description: { kind: "markdown", value: lines.join("\n") },
      attributes: list.map(({ name, description: said, type, default: value }) => {
        const values = valuesOf(type.text);
        return { name, description: value ? `${said} Default: \`${value}\`.` : said, ...(values.length && { values }) };
      }),
    }],
  };
}

/** VS Code's `css.customData`. @param {any} element of the manifest */
export const cssCustomData = ({ cssProperties }) => ({
  version: 1.1,
  properties: cssProperties.map(({ name, description, syntax, default: value }) =>
    ({ name, description: value ? `${description} Default: \`${value}\`.` : description, ...(syntax && { syntax }) })),
});

export async function writeManifest() {
  const manifest = await madeManifest();
  const element = elementOf(manifest);
  const files = {
    "custom-elements.json": manifest,
    "vscode.html-custom-data.json": htmlCustomData(element),
    "vscode.css-custom-data.json": cssCustomData(element),
  };
  for (const [name, value] of Object.entries(files)) await fs.writeFile(`${dist}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
}
