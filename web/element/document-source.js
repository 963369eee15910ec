/**
 * Where a document comes from: the network, or an object that the page set.
 *
 * @typedef {import("./types.js").ErrorReason} Reason
 * @typedef {{bytes: Uint8Array, base: string}} DocumentText
 */

/** The core refuses more (document/reader.cpp). */
const mostBytes = 8 * 1024 * 1024;
/** How long nothing may come, ms. */
const patience = 30_000;

/** Why nothing can be shown: a reason of `article-error` and a sentence for who made the page. */
export class LoadError extends Error {
  /** @param {Reason} reason @param {string} message @param {boolean} [passing] another try may find it */
  constructor(reason, message, passing = reason === "network") {
    super(message);
    this.reason = reason;
    this.passing = passing;
  }
}

/** Answers that may be another one soon, beside all of 500 and more: too late, too many. */
const passing = [408, 429];

/** Ends where nothing comes for too long, or with another signal. @param {AbortSignal} signal */
function watchdog(signal) {
  const end = new AbortController();
  let timer = 0;
  const giveUp = () => {
    clearTimeout(timer);
    end.abort();
  };
  signal.addEventListener("abort", giveUp);
  return {
    signal: end.signal,
    /** It has ended: the other signal may live long, and see many. */
    stop: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
    },
    /** Something came. */
    feed: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    },
  };
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
    throw new LoadError("network", `"${src}" is not a URL`, false);
  }
  const dog = watchdog(signal);
  let response;
  dog.feed();
  try {
    response = await fetch(url, {
      signal: dog.signal,
      cache: again ? "no-cache" : "default",
      credentials: options.crossOrigin === "use-credentials" ? "include" : "same-origin",
      referrerPolicy: options.referrerPolicy,
    });
  } catch {
    dog.stop();
    const hint = new URL(url).origin === self.origin ? "" : ", or its server does not allow this page to read it (CORS)";
    throw new LoadError("network", `${url} can't be reached${hint}`);
  }
  if (!response.ok) {
    dog.stop();
    const status = `${response.status} ${response.statusText}`.trim();
    throw new LoadError("http", `${url} answered ${status}`, response.status >= 500 || passing.includes(response.status));
  }
  let bytes;
  try {
    bytes = await read(response, dog.feed);
  } catch {
    throw new LoadError("network", `the connection broke while ${url} was read`);
  } finally {
    dog.stop();
  }
  // What a login or a wrong path answers.
  if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64))))
    throw new LoadError("json", `${url} answered with HTML, not with JSON`);
  return { bytes, base: response.url || url };
}

/**
 * A body, up to a little more than the core takes: that is enough for it to
 * refuse, and an answer without end ends here.
 * @param {Response} response @param {() => void} came called with each part of it @returns {Promise<Uint8Array>}
 */
async function read(response, came) {
  const chunks = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length <= mostBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    came();
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

/** Throws a LoadError. @param {unknown} value @returns {string} */
export function jsonOf(value) {
  let json;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    throw new LoadError("json", `the document is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (json === undefined)
    throw new LoadError("json", `the document is no JSON: found ${typeof value}, expected an object`);
  return json;
}

/**
 * A document that the page itself has given.
 * @param {string} json @param {string} [src] where it is from: its URLs are relative to that, else to the page
 * @returns {DocumentText}
 */
export function documentFromJson(json, src = "") {
  let base = document.baseURI;
  try {
    base = new URL(src, base).href;
  } catch {
    // Whoever fetches it is told.
  }
  return { bytes: new TextEncoder().encode(json), base };
}
