/**
 * The way of a photo out of its place in the article and back. With reduced
 * motion there is none.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {import("./seen-part.js").Box} Seen
 */

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const duration = 280;
const easing = "cubic-bezier(.2, 0, 0, 1)";

/**
 * A photo of a box as it is seen in the article: moved and made smaller, and
 * cropped as the picture there is. null: that is not in view.
 * @param {HTMLElement | null} picture @param {Box} box @param {Seen} view
 * @returns {Keyframe | null}
 */
function asIn(picture, box, view) {
  if (!picture?.isConnected || !box.width || !box.height) return null;
  const to = picture.getBoundingClientRect();
  const seen = to.width && to.bottom > view.top && to.top < view.bottom && to.right > view.left && to.left < view.right;
  if (!seen) return null;
  const { objectFit, objectPosition } = getComputedStyle(picture);
  const shares = [to.width / box.width, to.height / box.height];
  const share = objectFit === "contain" ? Math.min(...shares) : Math.max(...shares);
  const [across, down] = objectPosition.split(" ").map((part) => parseFloat(part) / 100 || 0);
  const left = to.left + (to.width - box.width * share) * across;
  const top = to.top + (to.height - box.height * share) * down;
  const crop = [to.top - top, left + box.width * share - to.right, top + box.height * share - to.bottom, to.left - left]
    .map((length) => `${Math.max(0, length / share)}px`);
  return {
    transform: `translate(${left - box.x}px, ${top - box.y}px) scale(${share})`,
    clipPath: `inset(${crop.join(" ")})`,
  };
}

const inPlace = { transform: "none", clipPath: "inset(0px)" };

/**
 * @param {HTMLElement} photo @param {HTMLElement | null} picture
 * @param {Element[]} around what appears with it @param {Seen} view
 * @returns {Promise<void>} when it is there
 */
export async function flyOut(photo, picture, around, view) {
  if (reducedMotion.matches) return;
  const start = asIn(picture, photo.getBoundingClientRect(), view);
  const motions = [photo.animate(start ? [start, inPlace] : { opacity: [0, 1] }, { duration, easing }),
    ...around.map((element) => element.animate({ opacity: [0, 1] }, { duration }))];
  await Promise.allSettled(motions.map(({ finished }) => finished));
}

/**
 * Over the page, which is the reader's again.
 * @param {HTMLElement} photo taken from where it is @param {HTMLElement | null} picture
 * @param {string} shade how dark it is around it @param {ShadowRoot} root @param {Seen} view
 * @returns {() => void} ends it
 */
export function flyBack(photo, picture, shade, root, view) {
  if (reducedMotion.matches) return () => {};
  const { x, y, width, height } = photo.getBoundingClientRect();
  const end = asIn(picture, { x, y, width, height }, view);
  const flight = document.createElement("div");
  flight.className = "flight";
  flight.setAttribute("aria-hidden", "true");
  const dark = document.createElement("div");
  dark.className = "shade";
  Object.assign(photo.style, { position: "absolute", left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  flight.append(dark, photo);
  root.append(flight);
  if (flight.showPopover) {
    flight.popover = "manual";
    flight.showPopover();
  }
  const fading = dark.animate({ opacity: [shade, "0"] }, { duration, fill: "forwards" });
  photo.animate(end ? [inPlace, end] : { opacity: [1, 0] }, { duration, easing, fill: "forwards" });
  const finish = () => flight.remove();
  fading.finished.then(finish, finish);
  return finish;
}
