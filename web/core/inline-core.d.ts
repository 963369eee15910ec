/** article-viewer.wasm in base64 of its gzip form: tools/dist/modules.mjs makes the module. */
export const core: string;
