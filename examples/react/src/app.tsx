import "article-viewer";
import "article-viewer/react";
import type { ArticleViewerElement } from "article-viewer";
import { useRef, useState } from "react";
import { orchard } from "./orchard";

export function App() {
  const viewer = useRef<ArticleViewerElement>(null);
  const [renders, setRenders] = useState(1);
  const [said, setSaid] = useState<string[]>([]);
  const say = (line: string) => setSaid((before) => [...before, line]);

  return (
    <>
      <article-viewer
        ref={viewer}
        document={orchard()}
        headingLevel={1}
        loading="eager"
        style={{ "--article-viewer-accent": "#7a2e0e" }}
        onarticle-load={({ detail }) => say(`loaded: ${detail.headline}`)}
        onarticle-photo={({ detail }) => say(`photo ${detail.index + 1} of ${detail.total}`)}
        onarticle-tab={({ detail }) => say(`tab: ${detail.id}`)}
        onarticle-navigate={(event) => {
          event.preventDefault();
          say(`link: ${event.detail.url}`);
        }}
      />
      <footer>
        <button onClick={() => setRenders(renders + 1)}>Render again</button>{" "}
        <button onClick={() => viewer.current?.showPhoto(1)}>Second photo</button>
        <p>Rendered {renders} times.</p>
        <ol>{said.map((line, i) => <li key={i}>{line}</li>)}</ol>
      </footer>
    </>
  );
}
