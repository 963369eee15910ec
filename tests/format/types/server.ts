// A server's own code: each line compiles, and what stands below `@ts-expect-error` does not.
import { renderArticle, type Prerendered, type Share } from "article-viewer/prerender";

const made = await renderArticle({ version: 1, article: { headline: "Dawn" } }, { base: "https://paper.example/dawn", headingLevel: 1 });
const html: string = made.html + made.head + made.jsonLd;
const share: Share = made.share;
const again: Promise<Prerendered> = renderArticle("{}");
export { again, html, share };

// @ts-expect-error no document
await renderArticle(1);
// @ts-expect-error no number
await renderArticle("{}", { headingLevel: "1" });
// @ts-expect-error no member
made.script;
