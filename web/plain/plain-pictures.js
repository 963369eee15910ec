import { isForeign } from "../core/origin.js";

/**
 * Pictures where nothing is drawn: each `img` shows itself, and loads when it is near.
 *
 * @typedef {{crossOrigin: string | null, referrerPolicy: string}} Options
 */

/**
 * Where its server allows no reading it is shown all the same; one that is there already stays.
 * @param {HTMLImageElement} image @param {string} url @param {Options} options @param {() => void} failed
 */
export function loadPicture(image, url, options, failed) {
  if (image.src === url && !image.classList.contains("missing")) return;
  const put = (/** @type {string | null} */ crossOrigin) => {
    image.loading = "lazy";
    image.referrerPolicy = options.referrerPolicy;
    image.crossOrigin = crossOrigin;
    image.src = url;
  };
  image.onload = () => image.classList.remove("missing");
  image.onerror = () => {
    if (image.crossOrigin !== null) return put(null);
    image.classList.add("missing");
    failed();
  };
  put(isForeign(url) ? options.crossOrigin : null);
}
