// What WebAssembly makes of documents, beside what native code makes of them.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import path from 'node:path';

import {renderArticle} from '../../../dist/article-viewer-prerender.js';

import {withFiles} from './document-files.js';
import {root} from './seeds.js';

const program =
    process.env.ARTICLE_PRERENDER ?? path.join(root, 'build/native/article_prerender_files');
const base = 'https://news.example/2023/page.html';

/**
 * Times and numbers are the platform's, whose data differ: of them only what is not shown
 * counts. @param {any} made
 */
const alike = (made) => JSON.parse(JSON.stringify(made)
                                       .replace(/(<time[^>]*>)[^<]*/g, '$1')
                                       .replace(/\p{Nd}+(?:[^\p{L}\p{Nd}<>"\\]+\p{Nd}+)*/gu, '0'));

/**
 * @param {string[]} documents @returns {Promise<any[]>} of each what was made, or why it was
 *     refused
 */
const madeNatively = (documents) => withFiles(documents, (files) => {
  const {stdout, stderr, status} =
      spawnSync(program, [...files, '--base', base], {encoding: 'utf8', maxBuffer: 2 ** 29});
  assert.ok(
      status === 0 || status === 1, `${program} ended with ${status}: ${stderr.slice(-2000)}`);
  const refused = new Map([...stderr.matchAll(/^prerender: .*?(\d+)\.json: (.*)$/gm)].map(
      ([, i, message]) => [Number(i), message]));
  const shown = stdout.trimEnd().split('\n');
  return documents.map(
      (_, i) => refused.get(i) ?? JSON.parse(/** @type {string} */ (shown.shift())));
});

/** @param {string} document @returns {Promise<any>} */
const madeByWasm = (document) => renderArticle(document, {base}).catch((error) => {
  if (error.reason) return error.message;
  throw error;
});

/**
 * @param {Buffer[]} documents
 * @param {(document: string) => Promise<any>} [makes] another way than WebAssembly
 * @returns {Promise<{document: string, native: any, wasm: any}[]>} those of which both make
 *     something else
 */
export async function differing(documents, makes = madeByWasm) {
  const texts = documents.map((document) => document.toString());
  const natively = await madeNatively(texts);
  const found = [];
  for (const [i, document] of texts.entries()) {
    const [native, wasm] =
        [alike(natively[i]), alike(await makes(document).catch((error) => `${error.stack}`))];
    try {
      assert.deepEqual(wasm, native);
    } catch {
      found.push({document, native, wasm});
    }
  }
  return found;
}
