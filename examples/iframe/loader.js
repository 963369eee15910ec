// On other sites' pages: puts the article into the place of each link of class "article-embed", and makes the frame as
// high as the article says it is. <script async src="https://news.example/loader.js"></script>
(() => {
  const { origin } = new URL(document.currentScript.src);
  /** @type {Map<MessageEventSource | null, HTMLIFrameElement>} */
  const frames = new Map();

  addEventListener("message", ({ source, origin: from, data }) => {
    const frame = frames.get(source);
    if (!frame || from !== origin || data?.type !== "article-height" || !(data.height > 0)) return;
    frame.style.height = `${Math.min(data.height, 100_000)}px`;
  });

  const embed = () => {
    for (const link of document.querySelectorAll("a.article-embed")) {
      const article = new URL(link.href).pathname.split("/").pop()?.replace(/\.html$/, "") ?? "";
      const frame = document.createElement("iframe");
      frame.src = `${origin}/embed.html?article=${encodeURIComponent(article)}`;
      frame.title = link.textContent.trim();
      frame.style.cssText = "display: block; width: 100%; height: 600px; border: 0";
      frame.allow = "fullscreen";
      link.replaceWith(frame);
      frames.set(frame.contentWindow, frame);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", embed);
  else embed();
})();
