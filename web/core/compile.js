/**
 * All at once: what can be compiled while it arrives is, in core-code.js.
 * @param {string | URL} url @param {string} [integrity] as of `fetch()`
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(url, integrity) {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
