let last = /** @type {Promise<unknown>} */ (Promise.resolve());

/**
 * Widgets are laid out one a task, in the order they asked: the first is shown
 * before the last is made, and the page stays alive.
 */
export function turn() {
  const mine = last;
  last = mine.then(() => new Promise((done) => setTimeout(done)));
  return mine;
}
