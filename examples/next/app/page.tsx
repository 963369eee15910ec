import type { Metadata } from "next";
import { article } from "./article";
import { Viewer } from "./viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { document, share } = await article();
  return {
    title: share.title,
    description: share.desc,
    alternates: { canonical: share.link },
    openGraph: { type: "article", title: share.title, description: share.desc, url: share.link, images: share.image,
      publishedTime: document.article?.published },
  };
}

export default async function Page() {
  const { html, jsonLd } = await article();
  return (
    <main>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
      <Viewer src="/stars.json" html={html} />
    </main>
  );
}
