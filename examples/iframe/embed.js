// In the frame: shows the article that the address names (embed.html?article=ferry), and tells the page around it how
// high that is.
const name = new URLSearchParams(location.search).get("article") ?? "";
const viewer = document.createElement("article-viewer");
viewer.loading = "eager";
// The article's links lead the page around, not the frame.
viewer.setAttribute("link-target", "_top");
// A name, not an address: nobody shows their own documents as ours.
if (/^[\w-]+$/.test(name)) viewer.setAttribute("src", `articles/${name}.json`);
else viewer.textContent = "There is no such article.";

/** To whoever has embedded it: a height is no secret. */
const tell = () => parent.postMessage({ type: "article-height", height: Math.ceil(viewer.getBoundingClientRect().height) }, "*");
new ResizeObserver(tell).observe(viewer);
document.body.append(viewer);
