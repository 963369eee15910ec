import "article-viewer";
import lighthouse from "./lighthouse.json";
import "./page.css";

// The document comes with the bundle; an address in `src` does as well.
document.querySelector("article-viewer").document = lighthouse;
