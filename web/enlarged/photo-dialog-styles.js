/** The enlarged photo's looks: white on black in every theme, for the picture's sake. */
export const dialogStyles = `
.enlarged {
  all: initial; text-size-adjust: inherit; -webkit-text-size-adjust: inherit; visibility: inherit; transition: visibility 1ms; pointer-events: inherit; position: fixed; inset: var(--top, 0) auto auto var(--left, 0);
  box-sizing: border-box; width: var(--wide, 100vw); height: var(--high, 100dvh); max-width: none; max-height: none; display: none; grid-template: minmax(0, 1fr) auto / 100%;
  padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  color: #fff; font: 1rem/1.5 var(--font, sans-serif); overscroll-behavior: contain; touch-action: none;
  overflow: hidden; color-scheme: dark; text-align: start; --aside: max(1.25rem, 50% - 20rem);
}
.enlarged[open] { display: grid; }
.enlarged::backdrop { background: none; }
.shade { position: fixed; inset: 0; background: #000; }
.frame { all: initial; position: fixed; inset: 0; width: 100vw; height: 100vh; visibility: hidden; pointer-events: none; }
.enlarged > :is(.shade, button, .position, .words) { opacity: var(--seen, 1); }
.enlarged .picture { grid-area: 1 / 1; position: relative; min-height: 0; overflow: hidden; }
.enlarged .moved { touch-action: none; cursor: grab; }
.enlarged .moved:active { cursor: grabbing; }
.enlarged .photo { position: absolute; inset: 0; margin: auto; }
.enlarged .moving .photo { will-change: transform; }
.enlarged .scrolled { display: flex; overflow: auto; overscroll-behavior: contain; touch-action: auto; }
.enlarged .scrolled .photo { position: relative; flex: none; }
:is(.photo, .flight) > div { display: grid; place-items: center; width: 100%; height: 100%; transform-origin: 0 0; }
:is(.photo, .flight) img {
  display: block; width: 100%; height: 100%; object-fit: contain; user-select: none; -webkit-user-select: none; -webkit-user-drag: none; }
.enlarged p { margin: 0; }
.enlarged .words { grid-area: 2 / 1; position: relative; height: 6.5rem; height: calc(3lh + 2rem); }
.enlarged[data-alone] .wordless { height: 1.25rem; }
.enlarged .caption {
  position: absolute; inset: 0; bottom: auto; max-height: 5.75rem; max-height: calc(3lh + 1.25rem); padding: .75rem var(--aside) .5rem; overflow: hidden;
  box-sizing: border-box; overflow-wrap: anywhere; }
.enlarged .long .caption {
  cursor: pointer; --fade: linear-gradient(#000 calc(100% - 2.5rem), transparent calc(100% - .5rem));
  -webkit-mask-image: var(--fade); mask-image: var(--fade); }
.enlarged .open .caption {
  top: auto; bottom: 0; min-height: 100%; max-height: calc(.6 * var(--high, 100vh)); overflow: auto; overscroll-behavior: contain; touch-action: pan-y; background: #000; padding-bottom: 1.25rem; }
.enlarged :is(.long, .open) .caption { padding-inline-end: max(4rem, var(--aside)); }
.enlarged a { color: dark(link); }
.enlarged small { font-size: .875rem; color: #c9cdd2; margin-inline-start: .5em; }
.enlarged button {
  all: unset; position: absolute; z-index: 1; box-sizing: border-box; width: var(--target, 44px); height: var(--target, 44px); border-radius: 50%;
  display: grid; place-items: center; color: #fff; background: rgb(0 0 0 / .72); cursor: pointer;
  -webkit-tap-highlight-color: transparent; touch-action: manipulation;
}
:host([size="large" i]) .enlarged { --target: 60px; }
.enlarged button[hidden] { display: none; }
.enlarged button:not([aria-disabled]):hover { background: rgb(60 60 60 / .9); }
.enlarged button:not([aria-disabled]):active { background: rgb(90 90 90 / .9); }
@media (prefers-reduced-motion: no-preference) { .enlarged button { transition: background-color .2s; } }
.enlarged .position {
  position: absolute; z-index: 1; top: calc(20px + env(safe-area-inset-top)); left: 50%; transform: translateX(-50%);
  padding: 3px 12px; border-radius: 14px; font-size: .875rem; line-height: calc(22 / 14); white-space: nowrap;
  font-variant-numeric: tabular-nums; background: rgb(0 0 0 / .72); pointer-events: none; }
.enlarged[data-alone] .position { display: none; }
.enlarged :focus-visible { outline: 2px solid dark(link); outline-offset: 2px; }
.enlarged .caption:focus-visible { outline-offset: -2px; }
.enlarged [aria-disabled="true"] { color: #8a8f95; cursor: default; }
.enlarged svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 2; }
.enlarged[dir="rtl"] :is(.previous, .next) svg { transform: scaleX(-1); }
.enlarged .close { top: calc(12px + env(safe-area-inset-top)); inset-inline-end: 12px; }
.enlarged :is(.zoom-in, .zoom-out) { top: calc(12px + env(safe-area-inset-top)); inset-inline-start: 12px; }
.enlarged .zoom-out { inset-inline-start: calc(var(--target, 44px) + 20px); }
.enlarged :is(.previous, .next) { top: calc(50% - var(--target, 44px) / 2); }
.enlarged .previous { inset-inline-start: 12px; }
.enlarged .next { inset-inline-end: 12px; }
.enlarged .more { bottom: .5rem; inset-inline-end: max(12px, 50% - 20rem - 60px); }
.enlarged .open .more svg { transform: rotate(180deg); }
.enlarged .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 37.49rem) {
  .enlarged > :is(.previous, .next, .zoom-in, .zoom-out) { top: auto; position: relative; inset-inline: 0; grid-area: 3 / 1; margin: 0 12px 12px; }
  .enlarged .previous { justify-self: start; }
  .enlarged .next { justify-self: end; }
  .enlarged > :is(.zoom-in, .zoom-out) { justify-self: center; margin-inline: 0 calc(var(--target, 44px) + 16px); }
  .enlarged > .zoom-out { margin-inline: calc(var(--target, 44px) + 16px) 0; }
}
.flight { all: initial; position: fixed; inset: 0; width: 100vw; height: 100vh; display: block; overflow: hidden; pointer-events: none; z-index: 2147483647; }
@media (forced-colors: active) { .enlarged button { border: 1px solid; } }
@media print { .enlarged, .flight { display: none !important; } }
`;
