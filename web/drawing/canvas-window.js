/**
 * Which part of the content a canvas covers: what is visible and a margin,
 * on whole device pixels, never more than a texture holds.
 *
 * @typedef {{left: number, top: number, width: number, height: number, ratio: number}} CanvasWindow
 *   device px, of which a CSS px has `ratio`
 * @typedef {{top: number, bottom: number}} Visible CSS px of the content
 */

const mostRows = 8192;

/**
 * Device px of which a multiple is a whole number of CSS px, else of their
 * 64ths, in which browsers lay out: a canvas of other sides is blurred.
 * @param {number} ratio
 */
function grain(ratio) {
  for (const share of [1, 64])
    for (let n = 1; n < 64; ++n) {
      const units = n * share / ratio;
      if (Math.abs(units - Math.round(units)) < 1e-3) return n;
    }
  return 1;
}

/**
 * The least part of a window, on that grain, around what of some rows is in it.
 * @param {CanvasWindow} all @param {number} start @param {number} end CSS px
 * @returns {CanvasWindow} of no height where nothing is
 */
export function rowsAround(all, start, end) {
  const unit = grain(all.ratio);
  const top = Math.floor(Math.max(all.top, start * all.ratio) / unit) * unit;
  const bottom = Math.min(all.top + all.height, end * all.ratio);
  return { ...all, top, height: Math.max(0, Math.ceil((bottom - top) / unit) * unit) };
}

/**
 * Device px that a browser lays a box on.
 * @param {number} left in the viewport @param {number} width CSS px @param {number} ratio
 */
export function deviceWidthOf(left, width, ratio) {
  return Math.max(1, Math.round((left + width) * ratio) - Math.round(left * ratio));
}

/** From this speed on the margin is ahead, CSS px a ms. */
const fastPace = 0.8;
/** What has to be left of it while the next window is drawn, ms of the way. */
const keptAhead = 250;

/**
 * What the canvas of an element will cover once its article is shown, if that is
 * taller than the window.
 * @param {Element} element @returns {CanvasWindow}
 */
export function firstWindow(element) {
  const { left, top, width } = element.getBoundingClientRect();
  const ratio = devicePixelRatio;
  const visible = { top: 0, bottom: Math.max(1, innerHeight - Math.max(0, top)) };
  return chooseWindow(null, visible, innerHeight, deviceWidthOf(left, width, ratio), mostRows, ratio, mostRows);
}

/**
 * Scrolling is the compositor's: it shows what the canvas covers while the
 * next window is drawn. So in a fast scroll the margin is larger and ahead,
 * until it rests. There are two heights only: a change of it takes a browser
 * as long as a frame.
 * @param {CanvasWindow | null} current
 * @param {Visible} visible @param {number} viewport height, CSS px
 * @param {number} width device px @param {number} height of the content, CSS px
 * @param {number} ratio @param {number} maxTexture device px
 * @param {number} [speed] CSS px a ms, down positive
 * @returns {CanvasWindow} `current` itself where it still serves
 */
export function chooseWindow(current, visible, viewport, width, height, ratio, maxTexture, speed = 0) {
  const unit = grain(ratio);
  const whole = (/** @type {number} */ length) => Math.ceil(length / unit) * unit;
  const rows = whole(Math.max(1, height * ratio));
  const top = visible.top * ratio;
  const bottom = visible.bottom * ratio;
  const screen = viewport * ratio;
  const room = Math.max(0, Math.min(mostRows, maxTexture) - unit - (bottom - top));
  const fast = Math.abs(speed) >= fastPace;
  // At rest as much on both sides.
  const ahead = Math.min(fast ? screen * 1.75 : screen / 2, fast ? room * 0.875 : room / 2);
  const behind = fast ? ahead / 7 : ahead;
  const wanted = Math.min(rows, whole(bottom - top + ahead + behind) + unit);
  const most = speed ? Math.max(wanted, whole(bottom - top + Math.min(2 * screen, room)) + unit) : wanted * 1.25;
  if (current?.ratio === ratio && current.width === width && current.top + current.height <= rows &&
      current.height >= Math.min(rows, bottom - top + Math.min(screen, room)) * 0.75 && current.height <= most) {
    // Some has to be left on the side that is scrolled to.
    const lead = fast ? Math.min(Math.abs(speed) * keptAhead * ratio, ahead * 0.6) : ahead / 4;
    const coversAbove = current.top === 0 || top - (fast && speed > 0 ? 0 : lead) >= current.top;
    const coversBelow = current.top + current.height === rows ||
      bottom + (fast && speed < 0 ? 0 : lead) <= current.top + current.height;
    if (coversAbove && coversBelow) return current;
  }
  const first = Math.floor((top - (speed < 0 ? ahead : behind)) / unit) * unit;
  return { left: 0, top: Math.max(0, Math.min(first, rows - wanted)), width, height: wanted, ratio };
}

/**
 * What the second canvas of a pinched page covers: just what is seen, as that is
 * soonest drawn, and once it is moved an eighth more on each side.
 * @param {CanvasWindow | null} current
 * @param {import("../widget/placement.js").Seen} seen @param {number} width @param {number} height of the content, CSS px
 * @param {number} ratio @returns {CanvasWindow | null} `current` itself where it still serves; null: nothing is seen
 */
export function detailWindow(current, seen, width, height, ratio) {
  /** @param {number} margin CSS px @returns {CanvasWindow} */
  const around = (margin) => {
    const left = Math.floor(Math.max(0, seen.left - margin) * ratio);
    const top = Math.floor(Math.max(0, seen.top - margin) * ratio);
    return { left, top, width: Math.ceil(Math.min(seen.right + margin, width) * ratio) - left,
      height: Math.ceil(Math.min(seen.bottom + margin, height) * ratio) - top, ratio };
  };
  const least = around(0);
  if (Math.min(least.width, least.height) <= 0) return null;
  if (current?.ratio !== ratio) return least;
  return current.left <= least.left && current.left + current.width >= least.left + least.width &&
    current.top <= least.top && current.top + current.height >= least.top + least.height
    ? current : around((seen.bottom - seen.top) / 8);
}
