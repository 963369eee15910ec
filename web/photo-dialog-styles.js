/** The enlarged photo's looks: white on black in every theme, for the picture's sake. */
export const dialogStyles = `
.enlarged {
  all: initial; position: fixed; inset: 0; box-sizing: border-box; width: 100vw; height: 100vh; height: 100dvh;
  max-width: none; max-height: none; display: none; grid-template: minmax(0, 1fr) auto / 100%;
  padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  color: #fff; background: #000; font: 1rem/1.5 var(--font, sans-serif); overscroll-behavior: contain;
  overflow: hidden; color-scheme: dark; text-align: start;
}
.enlarged[open] { display: grid; }
.enlarged::backdrop { background: #000; }
.enlarged .picture {
  grid-area: 1 / 1; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); place-items: center; min-height: 0;
  overflow: hidden; touch-action: pinch-zoom; }
.enlarged img { display: block; max-width: 100%; max-height: 100%; width: auto; height: auto; object-fit: contain; }
.enlarged p { margin: 0; }
.enlarged .caption {
  grid-area: 2 / 1;
  max-height: 30vh; overflow: auto; padding: .75rem max(1.25rem, 50vw - 20rem) 1.25rem; box-sizing: border-box;
  overflow-wrap: anywhere;
}
.enlarged .caption:empty { display: none; }
.enlarged a { color: #8ab4f8; }
.enlarged small { font-size: .875rem; color: #c9cdd2; margin-inline-start: .5em; }
.enlarged button {
  all: unset; position: absolute; z-index: 1; box-sizing: border-box; width: 44px; height: 44px; border-radius: 50%;
  display: grid; place-items: center; color: #fff; background: rgb(0 0 0 / .72); cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}
.enlarged button[hidden] { display: none; }
.enlarged button:hover { background: rgb(60 60 60 / .9); }
.enlarged button:active { background: rgb(90 90 90 / .9); }
.enlarged :focus-visible { outline: 2px solid #8ab4f8; outline-offset: 2px; }
.enlarged [aria-disabled="true"] { color: #8a8f95; cursor: default; }
.enlarged svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 2; }
.enlarged[dir="rtl"] :is(.previous, .next) svg { transform: scaleX(-1); }
.enlarged .close { top: calc(12px + env(safe-area-inset-top)); inset-inline-end: 12px; }
.enlarged :is(.previous, .next) { top: calc(50% - 22px); }
.enlarged .previous { inset-inline-start: 12px; }
.enlarged .next { inset-inline-end: 12px; }
.enlarged .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 37.49rem) {
  .enlarged:not([data-alone]) :is(.previous, .next) { top: auto; position: static; grid-area: 3 / 1; margin: 0 12px 12px; }
  .enlarged:not([data-alone]) .previous { justify-self: start; }
  .enlarged:not([data-alone]) .next { justify-self: end; }
}
@media (forced-colors: active) { .enlarged button { border: 1px solid; } }
@media print { .enlarged { display: none !important; } }
`;
