/** Names what the files of a build were made from, see tools/build-dist.mjs. */
declare const ARTICLE_VIEWER_BUILD: string;
