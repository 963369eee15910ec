/**
 * Where a document comes from: the network, or an object that the page set.
 *
 * @typedef {"network" | "http" | "json" | "document" | "webgl" | "wasm"} Reason
 * @typedef {{bytes: Uint8Array, base: string}} DocumentText
 */

/** The core refuses more (document/reader.cpp). */
const mostBytes = 8 * 1024 * 1024;

/** Why nothing can be shown: a reason of `article-error` and a sentence. */
export class LoadError extends Error {
  /** @param {Reason} reason @param {string} message */
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/**
 * @param {string} src as the page wrote it
 * @param {{crossOrigin: string | null, referrerPolicy: ReferrerPolicy}} options
 * @param {boolean} again past what caches hold (a retry)
 * @param {AbortSignal} signal
 * @returns {Promise<DocumentText>}
 */
export async function fetchDocument(src, options, again, signal) {
  let url;
  try {
    url = new URL(src, document.baseURI).href;
  } catch {
    throw new LoadError("network", `"${src}" is not a URL`);
  }
  let response;
  try {
    response = await fetch(url, {
      signal,
      cache: again ? "no-cache" : "default",
      credentials: options.crossOrigin === "use-credentials" ? "include" : "same-origin",
      referrerPolicy: options.referrerPolicy,
    });
  } catch {
    throw new LoadError("network", `${url} can't be reached`);
  }
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    throw new LoadError("http", `${url} answered ${status}`);
  }
  try {
    return { bytes: await read(response), base: response.url || url };
  } catch {
    throw new LoadError("network", `the connection broke while ${url} was read`);
  }
}

/**
 * A body, up to a little more than the core takes: that is enough for it to
 * refuse, and an answer without end ends here.
 * @param {Response} response @returns {Promise<Uint8Array>}
 */
async function read(response) {
  const chunks = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length <= mostBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  if (length > mostBytes) void reader?.cancel();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** @param {unknown} value @returns {DocumentText} */
export function documentFromObject(value) {
  let json;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    throw new LoadError("json", `the document is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (json === undefined)
    throw new LoadError("json", `the document is no JSON: found ${typeof value}, expected an object`);
  return { bytes: new TextEncoder().encode(json), base: document.baseURI };
}
