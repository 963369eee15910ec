import { createRequire } from "node:module";
import { modelFiles, names } from "../../tools/pack-phrases.mjs";

/** The package's parser for pages loads a DOM with it: this one is its part that finds phrases. */
const require = createRequire(import.meta.url);
const { Parser } = require(modelFiles[0].replace(/data\/models\/[^/]+$/, "parser.js"));

/** @typedef {{parse: (text: string) => string[], parseBoundaries: (text: string) => number[], baseScore: number}} Parser */

/** @param {string} name of a model @returns {Record<string, Record<string, number>>} */
export const modelOf = (name) => require(modelFiles[names.indexOf(name)]).model;

/** @param {string} name @param {Record<string, Record<string, number>>} [model] @returns {Parser} */
export const parserOf = (name, model = modelOf(name)) => new Parser(model);
