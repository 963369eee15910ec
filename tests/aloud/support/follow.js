import { plan } from "./plan.js";

/** Beats of Orca's after which nothing more is spoken, where nothing says what is to be expected. */
const recordingBeats = 16;
/** ms in which what was kept has to be spoken: a machine may be busy. */
const patience = 5000;
const silence = "  (nothing)";

/** @typedef {import("./reader.js").Reader} Reader */

/** @param {import("./orca.js").Utterance} utterance @returns one line, with the language that a voice was asked for */
function line({ spoken, language }) {
  const text = spoken.replace(/\s+/g, " ").trim();
  return `  ${text}${language ? ` [${language}]` : ""}`;
}

/** @param {import("./orca.js").Utterance[]} said */
function linesOf(said) {
  return said.map(line).filter((text) => text.trim());
}

/** What is spoken at each key that is pressed. @param {string[]} kept @returns {string[][]} */
export function spokenAt(kept) {
  /** @type {string[][]} */
  const acts = [];
  for (const text of kept) {
    if (text.startsWith("  ")) acts.at(-1)?.push(text);
    else if (!/^($|#|\()/.test(text)) acts.push([]);
  }
  return acts.map((act) => act.filter((text) => text !== silence));
}

/**
 * Hears until what is expected has been spoken. What is spoken too much or too late is the next key's.
 * @param {Reader} reader @param {string[] | undefined} expected
 */
async function hear(reader, expected) {
  if (!expected) return linesOf(await reader.hear(recordingBeats));
  const late = performance.now() + patience;
  const lines = linesOf(await reader.hear());
  while (lines.length < expected.length && performance.now() < late) lines.push(...linesOf(await reader.hear()));
  return lines;
}

/**
 * Does what is planned, up to the first key at which something else is spoken than is expected.
 * @param {Reader} reader @param {boolean} mirrored @param {string[] | undefined} kept what was spoken before
 * @returns {Promise<string[]>} each act, and what is spoken at it under it
 */
export async function follow(reader, mirrored, kept) {
  const keys = { next: mirrored ? "Left" : "Right", previous: mirrored ? "Right" : "Left" };
  const acts = kept && spokenAt(kept);
  /** @type {string[]} */
  const lines = [];
  for (const act of plan) {
    if ("title" in act) lines.push(...(lines.length ? [""] : []), `# ${act.title}`);
    else if ("focus" in act) {
      await reader.focus(act.focus);
      lines.push(`(focus is on ${act.on})`);
    } else {
      const key = keys[/** @type {keyof typeof keys} */ (act.key)] ?? act.key;
      lines.push(act.does ? `${key} (${act.does})` : key);
      await reader.press(key, act).catch((error) => {
        throw new Error(`${error.message}\nafter:\n${lines.join("\n")}`);
      });
      const expected = acts && (acts.shift() ?? []);
      const spoken = await hear(reader, expected);
      lines.push(...(spoken.length ? spoken : [silence]));
      if (expected && spoken.join("\n") !== expected.join("\n")) return lines;
    }
  }
  return lines;
}
