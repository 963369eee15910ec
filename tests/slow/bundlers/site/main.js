// Shows what the page's address says: `?src=/en.json&view=plain`.
import "article-viewer";

const viewer = document.createElement("article-viewer");
for (const [name, value] of new URLSearchParams(location.search)) viewer.setAttribute(name, value);
document.body.append(viewer);
