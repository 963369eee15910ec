import { Role } from "../core/semantic-tree.js";
import { tilesOf } from "./blocks.js";

/**
 * The article as a picture: its blocks put together on the paper, from its top,
 * cut after the last whole line that fits.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core-viewer.js").Scroller} Scroller
 */

const mostRows = 16384;
/** Blocks that are drawn in one frame of the core. */
const aFrame = 32;

/**
 * @param {import("../core/core-viewer.js").CoreViewer} viewer
 * @param {import("./presenter.js").Presenter} presenter
 * @param {{layer: HTMLElement, nodes: SemanticNode[], scrollers: Scroller[], width: number, height: number,
 *   ratio: number, paper: string}} article width and height: CSS px
 * @returns {Promise<Blob>} rejects where a picture shows itself, as it may not be read
 */
export async function drawBlob(viewer, presenter, { layer, nodes, scrollers, width, height, ratio, paper }) {
  const unread = [...layer.querySelectorAll("img.shown")].map((image) => /** @type {HTMLImageElement} */ (image).src);
  if (unread.length) throw new DOMException(`the page may not read ${unread.join(", ")}`, "SecurityError");
  let rows = Math.ceil(height * ratio);
  if (rows > mostRows) {
    const texts = nodes.filter(({ text, hidden }) => text && !hidden);
    const bottoms = viewer.lines(texts).flatMap((lines, i) =>
      lines.map(({ top }) => Math.ceil((top + texts[i].lineHeight) * ratio)));
    rows = Math.max(1, ...bottoms.filter((bottom) => bottom <= mostRows));
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = rows;
  const context = canvas.getContext("2d");
  if (!context) throw new DOMException("no canvas that large", "InvalidStateError");
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, rows);
  const views = viewsOf(nodes, ratio).filter(({ top }) => top * ratio < rows);
  for (let first = 0; first < views.length; first += aFrame) {
    const some = views.slice(first, first + aFrame);
    presenter.show(viewer.draw(some), some, (surface, i) => put(context, surface, some[i], scrollers));
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      canvas.width = canvas.height = 0;
      if (blob) resolve(blob);
      else reject(new DOMException("the picture can't be made", "InvalidStateError"));
    }, "image/png");
  });
}

/** Views of all blocks, those that stand on others last. @param {SemanticNode[]} nodes @param {number} ratio */
function viewsOf(nodes, ratio) {
  const blocks = nodes.filter(({ block }) => block);
  const isAbove = (/** @type {SemanticNode} */ { role }) => role === Role.Button;
  return [...blocks.filter((node) => !isAbove(node)), ...blocks.filter(isAbove)].flatMap(({ key, block }) =>
    block ? tilesOf(block, ratio).map(({ left, top, width, height }) =>
      ({ key, scroller: block.scroller, left: left / ratio, top: top / ratio, width, height, ratio })) : []);
}

/**
 * @param {CanvasRenderingContext2D} context @param {CanvasImageSource} surface
 * @param {ReturnType<typeof viewsOf>[number]} view @param {Scroller[]} scrollers
 */
function put(context, surface, { scroller: number, left, top, width, height, ratio }, scrollers) {
  const scroller = scrollers[number];
  context.save();
  if (scroller) {
    const path = new Path2D();
    path.rect(scroller.x * ratio, scroller.y * ratio, scroller.width * ratio, scroller.height * ratio);
    context.clip(path);
  }
  context.drawImage(surface, 0, 0, width, height,
    Math.round((left + (scroller?.offset ?? 0)) * ratio), Math.round(top * ratio), width, height);
  context.restore();
}
