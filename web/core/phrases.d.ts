/** What tools/pack-phrases.mjs makes of a model. */
declare module "phrases:*" {
  const packed: string;
  export default packed;
}
