/** Emscripten's module for src/web, see core.h for its functions and tools/build-dist.mjs for its name. */
declare module "article-viewer-core" {
  export default function createModule(options: object): Promise<any>;
}
