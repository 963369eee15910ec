/** Joined into the module that imports it, in base 64. */
declare module "*.wasm" {
  const text: string;
  export default text;
}
