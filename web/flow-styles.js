/** The layer shows itself, in ordinary flow. */
export const flow = `
.content { height: auto !important; background: var(--paper) !important; }
.layer {
  position: static !important; height: auto !important; color: var(--text) !important;
  max-width: 40em; margin: 0 auto; padding: 1.25rem;
}
.layer :is(.node, .clip, .strip) {
  position: static !important; width: auto !important; height: auto !important;
  transform: none !important; overflow: visible !important; white-space: normal !important;
}
.layer span { margin: 0 !important; letter-spacing: normal !important; word-spacing: normal !important; white-space: normal !important; }
.layer :is(p, h1, h2, h3, h4, h5, h6, ul, ol, figure, blockquote, hr, [role="group"], article, nav) { margin-block: .75em !important; }
.layer .node { line-height: 1.6 !important; }
.layer a { color: var(--link) !important; text-decoration: underline; }
.layer .heading { line-height: 1.35 !important; }
.layer span.node { display: block; }
.layer a > span.node, .layer button > span.node { display: inline; }
.layer nav a { margin-inline-end: 1em; }
.layer img { opacity: 1 !important; display: block; max-width: 100%; object-fit: contain; background: var(--panel); }
.layer :is(nav, [role="tabpanel"]) img { max-width: 2.25rem; }
.layer hr { border-top: 1px solid var(--line); }
.layer blockquote { padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
.layer ol { list-style: decimal; padding-inline-start: 2em; }
.layer button { min-width: 44px; min-height: 44px; padding: 0 .75em; border: 1px solid var(--control); border-radius: var(--radius); }
.layer [role="tab"][aria-selected="true"] { border-bottom: 3px solid var(--accent); }
.layer .carousel button[aria-label]::before { content: attr(aria-label); }
`;
