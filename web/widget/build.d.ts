/** Names what the files of a build were made from, see tools/dist/modules.mjs. */
declare const ARTICLE_VIEWER_BUILD: string;
