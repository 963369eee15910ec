/**
 * Whether a URL leads to another origin than the page's. A frame that `srcdoc` or a script filled has the origin
 * of the page around it, which its location does not tell.
 * @param {string} url
 */
export function isForeign(url) {
  const { protocol, origin } = new URL(url, document.baseURI);
  return protocol !== "data:" && protocol !== "blob:" && origin !== self.origin;
}
