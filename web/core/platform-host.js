import { formatNumber, formatTime, resolveUrl } from "./locale-host.js";

const encoder = new TextEncoder();
/** No byte order mark is lost: a text may begin with one. */
export const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads text of a module's memory. @param {() => ArrayBufferLike} memory */
export const stringsOf = (memory) => (/** @type {number} */ address, /** @type {number} */ bytes) =>
  decoder.decode(new Uint8Array(memory(), address, bytes));

/** What a module asks about languages and URLs, see src/web/platform.h. @param {() => any} exports the module's own */
export function platformHost(exports) {
  const memory = () => exports().memory.buffer;
  const string = stringsOf(memory);
  /** @param {(what: string, by: string) => string} say */
  const said = (say) =>
    (/** @type {number} */ what, /** @type {number} */ bytes, /** @type {number} */ by, /** @type {number} */ byBytes) => {
      const answer = encoder.encode(say(string(what, bytes), string(by, byBytes)));
      const at = exports().av_answer(answer.length);
      new Uint8Array(memory(), at).set(answer);
    };
  return {
    av_host_format_time: said(formatTime),
    av_host_format_number: said(formatNumber),
    av_host_resolve_url: said(resolveUrl),
  };
}
