/**
 * Whether two documents are of one article: by its URL, else its id, as far as both have one.
 * @param {{url?: string, id?: string}} a @param {{url?: string, id?: string}} b @param {boolean} otherwise where they tell nothing
 */
export function isSameArticle(a, b, otherwise) {
  if (a.url && b.url) return a.url === b.url;
  return a.id && b.id ? a.id === b.id : otherwise;
}
