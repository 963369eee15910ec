import { EnlargedCore } from "./enlarged-core.js";
import { PhotoStage } from "./photo-stage.js";

/**
 * Enlarged photos that move as the core says; loaded beside the rest of them.
 * @returns {Promise<((host: import("./photo-stage.js").Host) => PhotoStage) | null>} null: there is no WebAssembly
 */
export async function makeMoving() {
  const motion = await EnlargedCore.make();
  return motion && ((host) => new PhotoStage(host, motion));
}
