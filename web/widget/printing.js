/**
 * What is printed is all of it, with its pictures.
 * @param {HTMLElement} layer @param {() => void} finish writes all of it @param {AbortSignal} signal
 */
export function watchPrinting(layer, finish, signal) {
  window.addEventListener("beforeprint", () => {
    finish();
    // Not each browser loads for print what it would load when it is near.
    for (const image of layer.querySelectorAll("img")) image.loading = "eager";
  }, { signal });
}
