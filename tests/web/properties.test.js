import { useBrowser } from "./support/browser.js";
import { testCalls, testFound, testLayer, testTakingOver } from "./support/property-tests.js";

/** A few runs, the same each time: `tests/slow/properties.test.js` has many. */

const held = useBrowser();
const amount = { seed: 1, timeout: 240_000 };

testLayer(held, { ...amount, runs: 5 });
testTakingOver(held, { ...amount, runs: 5 });
testCalls(held, { ...amount, runs: 10 });

const photo = { src: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='3' height='3'/>", width: 40, height: 30 };
const article = { version: 1, language: "en", article: { headline: "Tide" } };
testFound(held, "a headline of another level stands where the one before stood", [["document", article], ["heading-level", "1"]]);
testFound(held, "an icon grows with its button", [["document", { ...article, gallery: { photos: [photo] } }], ["size", "large"]]);
testFound(held, "a text in the place of another kind of text looks as its own", [["document", { ...article, article: { headline: "Tide", body: [
  { type: "paragraph", text: "A" }, { type: "slot", name: "one", height: 20 }, { type: "photo", photo }, { type: "paragraph", text: "B" }] }, rankings: { tabs: [] } }], ["parts", "rankings gallery"]]);
testFound(held, "a slide is called one in the language of its document", ["en", "zh-Hans"].map((language) =>
  ["document", { ...article, language, article: { id: "one", headline: "Tide" }, gallery: { photos: [{ caption: "Quay" }] } }]));
