"use client";

import "article-viewer";
import "article-viewer/react";

/**
 * The prerendered article, whose place the element takes in the browser. What a server writes are attributes, so they
 * have their own names here: `heading-level`.
 */
export function Viewer({ src, html }: { src: string; html: string }) {
  return <article-viewer src={src} heading-level={1} dangerouslySetInnerHTML={{ __html: html }} />;
}
