// What fuzzing begins with: parts of the samples, and the words of documents.
import * as fs from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Ways that a text is set: the bytes that an input of the target "lines" begins with. */
const settings = [
  [1, 0, 0, 1, 60, 0, 0], [2, 1, 5, 4, 40, 0, 1], [3, 5, 0, 9, 90, 0, 2], [4, 6, 0, 28, 30, 0, 3],
  [5, 3, 0, 11, 20, 0, 0], [6, 0, 0, 3, 60, 0, 4], [7, 3, 0, 3, 40, 0, 8], [8, 2, 0, 3, 80, 0, 12]
];

/** All strings of a value, however deep. @param {any} value @returns {string[]} */
const stringsOf = (value) =>
    (typeof value === 'string'                       ? [value] :
         typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) :
                                                       []);

/**
 * A document of each part of a sample, and of each kind of block, small. @param {any}
 * sample @returns {any[]}
 */
function partsOf(sample) {
  const {version, language, site, article, gallery, rankings, comments} = sample;
  const {body, ...card} = article;
  const blocks = Object.values(
      Object.fromEntries(body.map((/** @type {any} */ block) => [block.type, block])));
  return [
    {article: card, site}, {gallery}, {rankings}, {comments},
    ...blocks.map((block) => ({article: {headline: 'H', body: [block]}}))
  ].map((part) => ({version, language, ...part}));
}

/** The documents of assets/. @returns {Promise<Buffer[]>} */
export async function readSamples() {
  const names =
      (await fs.readdir(path.join(root, 'assets'))).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map((name) => fs.readFile(path.join(root, 'assets', name))));
}

/** @returns {Promise<Record<string, Buffer[]>>} inputs cut from assets/, by target */
export async function cutSamples() {
  const samples = (await readSamples()).map((bytes) => JSON.parse(bytes.toString()));
  const texts = [...new Set(samples.flatMap(stringsOf))].filter((text) => text.length > 12);
  return {
    document: samples.flatMap(partsOf).map((part) => Buffer.from(JSON.stringify(part))),
    lines: texts.map(
        (text, i) => Buffer.concat(
            [Buffer.from(settings[i % settings.length]), Buffer.from(text.slice(0, 120))])),
  };
}

/** Names of members and what they may be, as JSON. @returns {Promise<string[]>} */
export async function wordsOfDocuments() {
  const schema =
      JSON.parse(await fs.readFile(path.join(root, 'src/document/article.schema.json'), 'utf8'));
  /** @type {Set<string>} */
  const words = new Set();
  const walk = (/** @type {any} */ value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value.properties ?? {})) words.add(`${JSON.stringify(name)}:`);
    for (const one of [value.const, ...(value.enum ?? [])])
      if (typeof one === 'string') words.add(JSON.stringify(one));
    Object.values(value).forEach(walk);
  };
  walk(schema);
  return [
    ...words, 'null', 'true', '1e999', '-1', '0.5', '[]', '{}', '""', '\\ud800', '\\u0000',
    '\\ufeff', '[[[[[[[[', '"https://news.example/a"', '"javascript:a"', '"data:image/png,x"',
    '"2023-03-12 09:56"', '"zh-Hant"', '"ar"'
  ];
}

/** As libFuzzer's -dict takes it. */
export async function dictionary() {
  return (await wordsOfDocuments()).map((word) => `"${word.replace(/["\\]/g, '\\$&')}"\n`).join('');
}

/**
 * The files of a folder. @param {string} folder @returns {Promise<Buffer[]>} none where there is
 * no folder
 */
export async function filesOf(folder) {
  const names = await fs.readdir(folder).catch(() => /** @type {string[]} */ ([]));
  return Promise.all(names.sort().map((name) => fs.readFile(path.join(folder, name))));
}
