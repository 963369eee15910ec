/** Texts in addresses: deflated where the browser can, base64url (RFC 4648, 5). */

/** More than an address should hold, in characters, and than it may unfold to, in bytes. */
export const longestPacked = 30_000;
const mostBytes = 1 << 20;

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Throws where it is none. @param {string} text @returns {Uint8Array<ArrayBuffer>} */
const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param {Uint8Array<ArrayBuffer>} bytes @param {GenericTransformStream} through @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function passed(bytes, through) {
  const reader = new Blob([bytes]).stream().pipeThrough(/** @type {ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */ (through)).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      void reader.cancel().catch(() => {});
      throw new Error("it is too long");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Whether this browser deflates without a header (Chromium 103, Firefox 113, Safari 16.4). */
function deflates() {
  try {
    return Boolean(new CompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

/** @param {string} text @returns {Promise<string>} `z.` deflated, `t.` as it is; "" where it is too long */
export async function pack(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > mostBytes) return "";
  const packed = deflates() ? `z.${base64url(await passed(bytes, new CompressionStream("deflate-raw")))}`
    : `t.${base64url(bytes)}`;
  return packed.length > longestPacked ? "" : packed;
}

/** @param {string} packed @returns {Promise<string>} rejects where it is none */
export async function unpack(packed) {
  const bytes = bytesOf(packed.slice(2));
  const text = packed.startsWith("z.") ? await passed(bytes, new DecompressionStream("deflate-raw"))
    : packed.startsWith("t.") ? bytes : null;
  if (!text) throw new Error("it is in no known form");
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
