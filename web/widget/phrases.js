/**
 * Hands the core the models by which it breaks titles between phrases (web/core/phrase-models.js). What is seen by then
 * keeps its lines until its width or text changes (src/text/phrases.h).
 *
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("./host.js").Host["phraseModel"]} PhraseModel
 */

/** How long an article that is to be seen waits for its model, ms. */
const patience = 100;

/**
 * Before anything of an article is seen.
 * @param {PhraseModel} phraseModel @param {CoreViewer} viewer @param {number} language whose model its titles lack
 */
export async function breakByPhrases(phraseModel, viewer, language) {
  let seen = false;
  const learned = phraseModel(language).then((model) => { if (model) viewer.learnPhrases(language, model, !seen); });
  await Promise.race([learned, new Promise((late) => setTimeout(late, patience))]);
  seen = true;
}

/** For what is laid out from then on. @param {PhraseModel} phraseModel @param {CoreViewer} viewer @param {number} language */
export async function learnPhrases(phraseModel, viewer, language) {
  const model = await phraseModel(language);
  if (model) viewer.learnPhrases(language, model, false);
}
