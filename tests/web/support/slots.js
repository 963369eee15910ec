// An article with slots, and what a page puts into them.

const paragraph = (/** @type {number} */ n) => ({ type: "paragraph",
  text: `Paragraph ${n}: the ferries ran late all week, and the harbour office says that the new timetable is not to blame for it.` });
const paragraphs = (/** @type {number} */ from, /** @type {number} */ count) =>
  Array.from({ length: count }, (_, i) => paragraph(from + i));

/** Heights that the slots of the body reserve, CSS px. */
export const reserved = { form: 120, frame: 240, film: 180, ad: 300, late: 0 };

/** @param {string} [language] */
export const slotArticle = (language = "en") => ({
  version: 1, language,
  article: {
    headline: "Ferries run late", body: [
      paragraph(1),
      ...Object.entries(reserved).flatMap(([name, height], i) => [
        { type: "slot", name, ...height ? { height } : {} }, paragraph(i + 2)]),
      ...paragraphs(7, 12),
    ],
  },
  gallery: { title: "Photos", photos: [{ src: "/demo/photos/harbour-400.jpg", caption: "Harbour" }, { caption: "Quay" }] },
  rankings: { title: "Most read", tabs: [{ id: "day", label: "Day", items: [{ title: "First", url: "/1" }, { title: "Second", url: "/2" }] }] },
  comments: { hot: [{ author: "Ann", text: "Late again." }], latest: [] },
});

/** Children of the element; the advertisement comes later, see `fill`. */
export const contents = `fallback
  <p slot="after-card">Behind the card</p><p slot="after-gallery">Behind the gallery</p><p slot="after-rankings">Behind the rankings</p>
  <div slot="ad" id="ad"></div><div slot="late" id="late"></div>
  <form slot="form"><label>Your name <input id="name"></label><button type="button" id="send">Send</button>
    <div id="terms" tabindex="0">Terms<br>of<br>use<br>that<br>nobody<br>reads<br>to<br>their<br>very<br>end</div></form>
  <iframe slot="frame" id="frame" src="/slot-frame.html" title="Map"></iframe>
  <video slot="film" id="film" controls aria-label="Film"></video>`;

export const css = `
  form { height: 120px; margin: 0; } #terms { height: 60px; overflow: auto; border: 0; }
  iframe { width: 100%; height: 240px; border: 0; } video { width: 100%; height: 180px; background: #222; }
  .advertisement { height: 300px; background: #fc0; } p[slot] { margin: 0; height: 24px; background: #cfe; }`;

/** @param {import("./server.js").Server} server @param {string} [language] */
export function serveSlots(server, language) {
  server.route("/slots.json", { body: JSON.stringify(slotArticle(language)) });
  server.route("/slot-frame.html", { body: "<!doctype html><title>Map</title><button>In the frame</button>", type: "text/html" });
}
