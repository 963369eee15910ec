/**
 * Waits no longer than that.
 * @template T @param {number} milliseconds @param {string} what names what is waited for
 * @param {Promise<T>} promise @returns {Promise<T>}
 */
export async function within(milliseconds, what, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${milliseconds} ms: ${what}`)), milliseconds);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}
