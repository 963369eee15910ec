const all = ["empty", "loading", "ready", "failed", "plain"];

/**
 * What an element is, for `:state()` in style sheets.
 * @param {ElementInternals | undefined} internals @param {string[]} wanted
 */
export function setCustomStates(internals, wanted) {
  const states = internals?.states;
  if (!states) return;
  for (const name of all) {
    for (const spelling of [name, `--${name}`]) {  // `--` until Chromium 125
      try {
        if (wanted.includes(name)) {
          states.add(spelling);
          break;
        }
        states.delete(spelling);
      } catch {
        // The other spelling, then.
      }
    }
  }
}
