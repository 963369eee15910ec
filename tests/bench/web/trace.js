// What a browser's trace says of one page: when frames were drawn, and what its main thread did.
//
// A frame counts when the compositor hands it on (`DrawFrame`), not when a script was called for it:
// animation frames keep coming while what they drew waits.

/** Categories of the events that are read here. */
export const categories = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame", "blink.user_timing", "loading", "v8"];

/**
 * @typedef {{name: string, cat: string, ph: string, ts: number, dur?: number, pid: number, tid: number, args: any}} Event
 * `ts` and `dur` are microseconds.
 */

/** What the main thread does for the page's look, by event. */
const works = {
  layout: /^(Layout|UpdateLayoutTree|ParseAuthorStyleSheet)$/,
  paint: /^(Paint|PrePaint|Layerize|Commit|Decode Image)$/,
};

export class Trace {
  #events;
  #process;
  #thread;

  /**
   * @param {Buffer | string} json of a trace in which the page navigated, or set the mark `begin`
   */
  constructor(json) {
    /** @type {Event[]} */
    const all = JSON.parse(String(json)).traceEvents;
    const own = all.find((event) => event.name === "begin" && event.cat === "blink.user_timing") ??
      all.findLast((event) => event.name === "navigationStart" && event.args.data?.documentLoaderURL?.startsWith("http"));
    if (!own) throw new Error("the trace names no page");
    this.start = own.ts;
    this.#process = own.pid;
    this.#thread = own.tid;
    this.#events = all.filter((event) => event.pid === own.pid).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  }

  /** Id of the page's process. */
  get process() {
    return this.#process;
  }

  /** @param {string} name @param {(event: Event) => boolean} [fits] */
  all(name, fits = () => true) {
    return this.#events.filter((event) => event.name === name && fits(event));
  }

  /** Whether the page set a mark. @param {string} name */
  has(name) {
    return this.all(name, (event) => event.cat === "blink.user_timing").length > 0;
  }

  /** When the page set a mark. @param {string} name @returns {number} */
  mark(name) {
    const [found] = this.all(name, (event) => event.cat === "blink.user_timing");
    if (!found) throw new Error(`the trace has no mark "${name}"`);
    return found.ts;
  }

  /** When frames were drawn. @param {number} [from] @param {number} [to] */
  frames(from = -Infinity, to = Infinity) {
    return this.all("DrawFrame", ({ ts }) => ts >= from && ts <= to).map(({ ts }) => ts);
  }

  /** When what the page did until `at` went to the compositor. @param {number} at @returns {number} */
  committedAfter(at) {
    return this.#events.find((event) => event.name === "Commit" && event.ph === "X" && event.ts >= at)?.ts ?? Infinity;
  }

  /** When what the page did until `at` was drawn. @param {number} at @returns {number} */
  drawnAfter(at) {
    // While the main thread commits, the compositor draws nothing else.
    const [drawn] = this.frames(this.committedAfter(at));
    if (drawn === undefined) throw new Error("nothing was drawn after it");
    return drawn;
  }

  /** When what the next animation frame draws was drawn. @param {number} at */
  drawnByNextFrame(at) {
    const frame = this.#events.find((event) => event.name === "FireAnimationFrame" && event.ts >= at);
    if (!frame) throw new Error("no animation frame came after it");
    return this.drawnAfter(frame.ts);
  }

  /** The frame that the reader saw at `shown`. @param {number} shown */
  drawnBefore(shown) {
    // On a busy machine a frame's event may come just after the display has it.
    const drawn = this.frames(-Infinity, shown + 2000).at(-1);
    if (drawn === undefined) throw new Error("nothing was drawn before it");
    return drawn;
  }

  /** Frames that the main thread made in a span. @param {number} from @param {number} to */
  mainFrames(from, to) {
    return this.all("BeginMainThreadFrame", ({ ts }) => ts >= from && ts <= to).length;
  }

  #onMain() {
    return this.#events.filter((event) => event.tid === this.#thread && event.ph === "X" && event.dur);
  }

  /** Time of the main thread in a span, ms. @param {number} from @param {number} to */
  busy(from, to) {
    return this.#tasks(from, to).reduce((sum, task) => sum + task, 0);
  }

  /** Longest task of the main thread in a span, ms. @param {number} from @param {number} to */
  longestTask(from, to) {
    return Math.max(0, ...this.#tasks(from, to));
  }

  /** @param {number} from @param {number} to */
  #tasks(from, to) {
    return this.#onMain().filter(({ name }) => name === "RunTask").map(({ ts, dur = 0 }) =>
      Math.max(0, Math.min(to, ts + dur) - Math.max(from, ts)) / 1000);
  }

  /**
   * What the main thread's time in a span went to, ms: `layout` (with style, also where a script asks for
   * it), `paint` (with decoding and commit), and the `rest`.
   * @param {number} from @param {number} to
   */
  spent(from, to) {
    const sums = { layout: 0, paint: 0, rest: 0 };
    /** @type {{end: number, work: keyof typeof sums}[]} what is open, outermost first */
    const open = [];
    for (const { name, ts, dur = 0 } of this.#onMain()) {
      const length = Math.max(0, Math.min(to, ts + dur) - Math.max(from, ts)) / 1000;
      if (!length) continue;
      while (open.length && open[open.length - 1].end <= ts) open.pop();
      const outer = open.at(-1)?.work;
      if (!outer && name !== "RunTask") continue;
      const own = works.layout.test(name) ? "layout" : works.paint.test(name) ? "paint" : null;
      const work = own ?? outer ?? "rest";
      if (outer) sums[outer] -= length;
      sums[work] += length;
      open.push({ end: ts + dur, work });
    }
    return sums;
  }

  /** Sum of a page's measures of that name that began in a span, ms. @param {string} name @param {number} from @param {number} to */
  measured(name, from, to) {
    const own = this.#events.filter((event) => event.name === name && event.cat === "blink.user_timing" &&
      event.ts >= from && event.ts <= to);
    let sum = 0;
    const ends = own.filter(({ ph }) => ph === "e");
    for (const begin of own.filter(({ ph }) => ph === "b")) {
      const at = ends.findIndex((end) => end.ts >= begin.ts && /** @type {any} */ (end).id === /** @type {any} */ (begin).id);
      if (at >= 0) sum += (ends.splice(at, 1)[0].ts - begin.ts) / 1000;
    }
    return sum;
  }
}
