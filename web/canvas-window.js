/**
 * Which part of the content the canvas covers: what is visible and a margin,
 * on whole device pixels, never more than a texture holds.
 *
 * @typedef {{top: number, width: number, height: number}} CanvasWindow device px
 * @typedef {{top: number, bottom: number}} Visible CSS px of the content
 */

const mostRows = 8192;

/**
 * Browsers lay out in 64ths of a CSS px. Device px of which a multiple is a
 * whole number of those: a canvas of other sides is blurred.
 * @param {number} ratio
 */
function grain(ratio) {
  for (let n = 1; n < 64; ++n) {
    const units = n * 64 / ratio;
    if (Math.abs(units - Math.round(units)) < 1e-3) return n;
  }
  return 1;
}

/**
 * The least window on that grain around some rows.
 * @param {number} top @param {number} bottom device px @param {number} width device px
 * @param {number} ratio @returns {CanvasWindow}
 */
export function windowAround(top, bottom, width, ratio) {
  const unit = grain(ratio);
  const first = Math.floor(top / unit) * unit;
  return { top: first, width, height: Math.ceil((bottom - first) / unit) * unit };
}

/**
 * What the canvas of an element will cover once its article is shown, if that is
 * taller than the window.
 * @param {Element} element @returns {CanvasWindow}
 */
export function firstWindow(element) {
  const { left, top, width } = element.getBoundingClientRect();
  const ratio = devicePixelRatio;
  const deviceWidth = Math.max(1, Math.round((left + width) * ratio) - Math.round(left * ratio));
  const visible = { top: 0, bottom: Math.max(1, innerHeight - Math.max(0, top)) };
  return chooseWindow(null, visible, innerHeight, deviceWidth, mostRows, ratio, mostRows);
}

/**
 * @param {CanvasWindow | null} current
 * @param {Visible} visible @param {number} viewport height, CSS px
 * @param {number} width device px @param {number} height of the content, CSS px
 * @param {number} ratio @param {number} maxTexture device px
 * @returns {CanvasWindow} `current` itself where it still serves
 */
export function chooseWindow(current, visible, viewport, width, height, ratio, maxTexture) {
  const rows = windowAround(0, Math.max(1, height * ratio), width, ratio).height;
  const top = visible.top * ratio;
  const bottom = visible.bottom * ratio;
  const most = Math.min(mostRows, maxTexture);
  const margin = Math.min(viewport * ratio / 2, Math.max(0, (most - (bottom - top)) / 2));
  const wanted = Math.min(rows, most, Math.ceil(bottom - top + 2 * margin));
  if (current && current.width === width && current.top + current.height <= rows &&
      current.height >= Math.min(wanted, rows) * 0.75 && current.height <= wanted * 1.25) {
    // A quarter of the margin has to be left on the side that is scrolled to.
    const lead = margin / 4;
    const above = current.top === 0 || top - lead >= current.top;
    const below = current.top + current.height === rows ||
      bottom + lead <= current.top + current.height;
    if (above && below) return current;
  }
  const first = Math.max(0, Math.min(top - (wanted - (bottom - top)) / 2, rows - wanted));
  return windowAround(first, Math.min(first + wanted, rows), width, ratio);
}
