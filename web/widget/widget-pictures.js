import { Pictures } from "../drawing/pictures.js";

/**
 * The pictures of one widget, between its layer, the page's context and the core.
 * @param {import("./page.js").Page} page @param {import("./host.js").Host} host
 * @param {import("../layer/semantic-layer.js").SemanticLayer} layer
 * @param {(call: (viewer: import("../core/core-viewer.js").CoreViewer) => void) => void} tell the core
 * @returns {Pictures}
 */
export function picturesOf(page, { options }, layer, tell) {
  const renderer = () => page.presenter?.renderer;
  return new Pictures({
    image: (picture) => layer.imageOf(picture),
    crossOrigin: () => options().crossOrigin,
    referrerPolicy: () => options().referrerPolicy,
    whenDrawn: () => page.opened,
    texture: (bitmap) => renderer()?.createPicture(bitmap) ?? 0,
    release: (texture) => renderer()?.deleteTexture(texture),
    ready: ({ picture, generation }, texture, width, height) =>
      tell((viewer) => viewer.pictureReady(picture, generation, texture, width, height)),
    failed: ({ picture, generation }) => tell((viewer) => viewer.pictureFailed(picture, generation)),
    shownByHost: ({ picture, generation }) => tell((viewer) => viewer.pictureShownByHost(picture, generation)),
  });
}
