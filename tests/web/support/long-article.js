// Articles as long as a test wants them.

/** @param {number} paragraphs of three to four lines on a phone */
export function longArticle(paragraphs) {
  const sentence = "The night tram that lends books runs along the river until the morning comes. ";
  return JSON.stringify({ version: 1, language: "en", article: {
    headline: "A long night",
    body: Array.from({ length: paragraphs }, (_, i) => ({ type: "paragraph", text: [`${i + 1}. ${sentence.repeat(3)}`] })),
  } });
}
