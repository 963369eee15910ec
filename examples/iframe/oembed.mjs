// What oEmbed (https://oembed.com) asks of a site: systems that strip scripts show a frame of a fixed size, in which the
// article scrolls.
import { readFile } from "node:fs/promises";

const [least, usual] = [280, 640];

/** @param {string | null} asked @param {number} otherwise */
const limit = (asked, otherwise) => Number(asked) > 0 ? Math.min(Number(asked), otherwise) : otherwise;
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * @param {URL} request `/oembed?url=…&maxwidth=…&maxheight=…&format=json`
 * @param {string} origin of this site
 * @returns {Promise<{status: number, body?: Record<string, unknown>}>}
 */
export async function oembed(request, origin) {
  const asked = request.searchParams;
  if ((asked.get("format") ?? "json") !== "json") return { status: 501 };
  const address = asked.get("url") ?? "";
  const url = URL.canParse(address) ? new URL(address) : null;
  const [, name] = /^\/([\w-]+)\.html$/.exec(url?.pathname ?? "") ?? [];
  const text = url?.origin === origin && name ? await readFile(new URL(`articles/${name}.json`, import.meta.url), "utf8").catch(() => null) : null;
  if (!text) return { status: 404 };
  const { article, gallery } = JSON.parse(text);
  const width = Math.max(least, limit(asked.get("maxwidth"), usual));
  const height = limit(asked.get("maxheight"), 720);
  const [photo] = gallery?.photos ?? [];
  return {
    status: 200,
    body: {
      version: "1.0", type: "rich", title: article.headline, provider_name: article.source.label, provider_url: `${origin}/`,
      cache_age: 3600, width, height,
      html: `<iframe src="${origin}/embed.html?article=${name}" width="${width}" height="${height}" title="${escaped(article.headline)}" style="border: 0; max-width: 100%"></iframe>`,
      ...(photo && { thumbnail_url: new URL(photo.src, origin).href, thumbnail_width: photo.width, thumbnail_height: photo.height }),
    },
  };
}
