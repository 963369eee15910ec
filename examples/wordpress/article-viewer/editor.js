// The block in the editor: the article as it will stand, and what can be set of it.
(({ blocks, element: { createElement: make, Fragment, useState }, blockEditor: { InspectorControls, useBlockProps }, components }) => {
  const { Button, PanelBody, Placeholder, SelectControl, TextControl } = components;

  /** Takes an address when it is written to its end, so that no half of it is fetched. */
  function Address({ src, onSet }) {
    const [draft, setDraft] = useState(src);
    const set = (event) => {
      event.preventDefault();
      onSet(draft.trim());
    };
    return make("form", { onSubmit: set, style: { marginBottom: "24px" } },
      make(TextControl, { label: "Address of the document", value: draft, placeholder: "https://…/article.json", onChange: setDraft }),
      make(Button, { variant: "primary", type: "submit" }, "Show article"));
  }

  blocks.registerBlockType("article-viewer/article", {
    edit({ attributes: { src, title, theme }, setAttributes }) {
      const address = () => make(Address, { src, key: src, onSet: (value) => setAttributes({ src: value }) });
      const panel = make(PanelBody, { title: "Article" }, address(),
        make(TextControl, { label: "Title, for readers without script", value: title, onChange: (value) => setAttributes({ title: value }) }),
        make(SelectControl, {
          label: "Theme", value: theme, onChange: (value) => setAttributes({ theme: value }),
          options: ["auto", "light", "dark"].map((value) => ({ label: value, value })),
        }));
      const shown = src ? make("article-viewer", { src, theme }) : make(Placeholder, { label: "Article", icon: "media-document" }, address());
      return make(Fragment, null, make(InspectorControls, null, panel), make("div", useBlockProps(), shown));
    },
    // The server renders it.
    save: () => null,
  });
})(window.wp);
