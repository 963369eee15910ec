import { Enlarging } from "./enlarged-photos.js";
import { PlainPhotoStage } from "./photo-stage-plain.js";

/**
 * Enlarged photos; loaded when one is first enlarged.
 * @param {import("./enlarged-photos.js").Context} context
 * @param {typeof import("./moving.js")} [moving] what moves them as the core says
 */
export async function makeEnlarging(context, moving) {
  const makeMoved = await moving?.makeMoving();
  return new Enlarging(context, makeMoved ?? ((host) => new PlainPhotoStage(host)));
}
