/** The file's URL, where a bundler makes one of what is imported: webpack's `asset/resource`, esbuild's `file` loader. */
declare const url: string;
export default url;
