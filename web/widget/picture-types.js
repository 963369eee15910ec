/** Types of pictures that each browser shows in which the viewer runs. */
const known = /^image\/(avif|gif|jpe?g|png|svg|webp)\b/i;

/**
 * The types of sources in a document that this browser does not show, a line each. The browser is asked of what
 * is unusual only: where it can't be, that is taken for something that it does not show.
 * @param {Uint8Array} bytes JSON @returns {Promise<string>}
 */
export async function refusedTypes(bytes) {
  const written = new TextDecoder("latin1").decode(bytes).matchAll(/"type"\s*:\s*"([^"/]+\/[^"]+)"/g);
  const types = [...new Set(Array.from(written, ([, type]) => type.replace("\\", "").trim()))].filter((type) => !known.test(type));
  const shown = await Promise.all(types.map((type) => globalThis.ImageDecoder?.isTypeSupported(type).catch(() => false)));
  return types.filter((_, i) => !shown[i]).join("\n");
}
