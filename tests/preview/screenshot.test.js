import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { isColored, isDark, isLight } from "./support/png.js";
import { run, samples, shoot, shootDocument, withScratch } from "./support/preview.js";
import { withServer } from "./support/server.js";

const lightPaper = "#ffffff";
const darkPaper = "#141618";
const article = (extra) => ({
  version: 1,
  language: "zh-Hans",
  article: { headline: "清晨的渔港", body: [{ type: "paragraph", text: "渔船陆续回港。" }], ...extra },
});

for (const sample of samples) {
  test(`${sample} is drawn without a display, 390 wide at its full height`, async () => {
    const { image, stderr } = await shoot(sample);
    assert.equal(stderr, "");
    assert.equal(image.width, 390);
    assert.ok(image.height > 2000, `${image.height} high`);
    assert.equal(image.at(1, 1), lightPaper);
    assert.equal(image.at(1, image.height - 1), lightPaper);
    assert.ok(image.share(isDark) > 0.02, "ink is on the paper");
    assert.ok(image.share(isLight) > 0.3, "paper is around the ink");
    assert.ok(image.share(isColored) > 0.05, "pictures have arrived");
  });
}

test("without a document the first sample is drawn", async () => {
  const { image } = await shoot("--size", "390x400");
  const { image: first } = await shoot(samples[0], "--size", "390x400");
  assert.ok(image.pixels.equals(first.pixels));
});

test("a width is kept, and more of it makes the article lower", async () => {
  const [{ image: narrow }, { image: wide }] = [
    await shoot(samples[0], "--width", "320"), await shoot(samples[0], "--width", "1024")];
  assert.equal(narrow.width, 320);
  assert.equal(wide.width, 1024);
  assert.ok(wide.height < narrow.height);
});

test("a size is exact, from the article's top, and reaches below its end", async () => {
  const { image } = await shoot(samples[0], "--size", "500x300");
  const { image: whole } = await shoot(samples[0], "--width", "500");
  assert.deepEqual([image.width, image.height], [500, 300]);
  assert.ok(image.pixels.equals(whole.pixels.subarray(0, image.pixels.length)));
  const { image: high } = await shootDocument(article(), "--size", "390x3000");
  assert.equal(high.height, 3000);
  assert.equal(high.share((red) => red !== 255, { y: 1500 }), 0);
});

for (const ratio of [1.25, 2, 3]) {
  test(`at a ratio of ${ratio} there are as many times the pixels, and the layout is the same`, async () => {
    const { image } = await shoot(samples[0], "--dpr", String(ratio));
    const { image: single } = await shoot(samples[0]);
    assert.equal(image.width, Math.ceil(390 * ratio));
    assert.ok(Math.abs(image.height - single.height * ratio) <= ratio, `${image.height} of ${single.height}`);
  });
}

test("the dark theme has dark paper and light ink", async () => {
  const { image } = await shoot(samples[0], "--theme", "dark");
  assert.equal(image.at(1, 1), darkPaper);
  assert.ok(image.share(isDark) > 0.3);
  assert.ok(image.share(isLight) > 0.01);
});

test("an image higher than any texture has text to its end and no seams", async () => {
  const text = "渔船陆续回港，码头上人声鼎沸。".repeat(20);
  const body = Array.from({ length: 40 }, () => ({ type: "paragraph", text }));
  const { image } = await shootDocument(article({ body }), "--dpr", "2");
  assert.ok(image.height > 16384, `${image.height} high`);
  // Equal paragraphs are drawn equally wherever the strips that it is drawn in begin.
  const rows = (from, to) => image.pixels.subarray(from * image.width * image.step, to * image.width * image.step);
  const start = 2000;
  const end = image.height - 1000;
  let period = 60;
  while (period < 3000 && !rows(start, start + 1500).equals(rows(start + period, start + period + 1500))) period += 60;
  assert.ok(period < 3000, "a paragraph is drawn like the next");
  assert.ok(rows(start, end - period).equals(rows(start + period, end)));
});

test("emoji keep their colours", async () => {
  const body = [{ type: "paragraph", text: "🍎🍎🍎🍎🍎🍎" }];
  const { image } = await shootDocument(article({ body }), "--theme", "dark");
  const isRed = (red, green, blue) => red > 150 && green < 110 && blue < 110;
  assert.ok(image.share(isRed) > 0.001);
});

test("the same words have Mainland forms in zh-Hans and Taiwan's in zh-Hant", async () => {
  // The fonts are named, so that only the forms can differ.
  const shot = (language) => shootDocument({ version: 1, language, article: { headline: "骨直角過" } });
  const [{ image: mainland }, { image: taiwan }] = [await shot("zh-Hans"), await shot("zh-Hant")];
  assert.deepEqual([mainland.width, mainland.height], [taiwan.width, taiwan.height]);
  assert.ok(!mainland.pixels.equals(taiwan.pixels));
});

test("a missing picture is named, and the article drawn", async () => {
  const { image, stderr } = await shootDocument(article({
    lead: { src: "nowhere.jpg", width: 1600, height: 900, caption: "归航" } }));
  assert.match(stderr, /nowhere\.jpg: there is no such file/);
  assert.ok(image.share(isDark) > 0.001);
});

test("a file that is no picture is named, and the article drawn", () => withScratch(async (scratch) => {
  await fs.writeFile(path.join(scratch, "text.jpg"), "this is text");
  await fs.writeFile(path.join(scratch, "a.json"), JSON.stringify(article({ lead: { src: "text.jpg" } })));
  const { stderr } = await shoot(path.join(scratch, "a.json"));
  assert.match(stderr, /text\.jpg: /);
}));

test("a data: URL is a picture", async () => {
  const red = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";
  const { image, stderr } = await shootDocument(article({
    lead: { src: `data:image/png;base64,${red}`, width: 1600, height: 900 } }));
  assert.equal(stderr, "");
  assert.ok(image.share((r, g, b) => r === 255 && g === 0 && b === 0) > 0.1);
});

test("a document and its pictures come over http, redirected too, as from files", () =>
  withServer({
    "/moved.json": (response) => response.writeHead(302, { location: "/assets/zh-hans.json" }).end(),
  }, async (origin) => {
    const { image: file } = await shoot(samples[0], "--size", "390x900");
    for (const name of ["assets/zh-hans.json", "moved.json"]) {
      const { image, stderr } = await shoot(`${origin}/${name}`, "--size", "390x900");
      assert.equal(stderr, "");
      assert.ok(image.pixels.equals(file.pixels), name);
    }
  }));

test("a picture that never comes is waited for 10 s, not longer", { timeout: 40_000 }, () =>
  withServer({
    "/a.json": (response) => response.end(JSON.stringify(article({ lead: { src: "slow.jpg" } }))),
    "/slow.jpg": () => {},
  }, async (origin) => {
    const start = performance.now();
    const { image, stderr } = await shoot(`${origin}/a.json`);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds > 9 && seconds < 20, `${seconds} s`);
    assert.match(stderr, /slow\.jpg|did not arrive/);
    assert.ok(image.share(isDark) > 0.001);
  }));

/** One row a case: what is wrong, arguments made in a scratch folder, message, exit code. */
const refusals = [
  ["a missing file", () => ["/nowhere/article.json"], /article\.json: there is no such file/, 1],
  ["a folder", () => ["assets"], /not a file/, 1],
  ["HTML", (write) => [write("page.json", "<!doctype html><title>404</title>")], /page\.json: .*1/, 1],
  ["an empty file", (write) => [write("empty.json", "")], /empty\.json: ./, 1],
  ["JSON that is no article", (write) => [write("list.json", "{}")], /list\.json: ./, 1],
  ["a document beyond 8 MiB", (write) => [write("large.json", " ".repeat(9 << 20))], /larger than 8 MiB/, 1],
  ["a server that is not there", () => ["http://127.0.0.1:9/a.json"], /127\.0\.0\.1.*9|connect/i, 1],
  ["a URL of another kind", () => ["ftp://127.0.0.1/a.json"], /./, 1],
  ["an output that can't be written", () => [samples[0], "--screenshot", "/nowhere/a.png"], /\/nowhere\/a\.png/, 1],
  ["an unknown option", () => ["--colour", "red"], /unknown option --colour/, 2],
  ["a width of no number", () => ["--width", "wide"], /--width: found "wide", expected/, 2],
  ["a size of one number", () => ["--size", "390"], /--size: found "390", expected/, 2],
  ["a ratio of 0", () => ["--dpr", "0"], /--dpr: found "0", expected/, 2],
  ["an unknown theme", () => ["--theme", "sepia"], /--theme: found "sepia", expected light or dark/, 2],
  ["an option without value", () => ["--width"], /--width needs a value/, 2],
  ["two documents", () => [samples[0], samples[1]], /one document/, 2],
];
for (const [what, args, message, expected] of refusals) {
  test(`${what} ends with ${expected} and a message`, () => withScratch(async (scratch) => {
    const written = [];
    const write = (name, content) => {
      const file = path.join(scratch, name);
      written.push(fs.writeFile(file, content));
      return file;
    };
    const out = path.join(scratch, "out.png");
    const given = args(write);
    await Promise.all(written);
    const { code, stderr } = await run("--screenshot", out, ...given);
    assert.equal(code, expected, stderr);
    assert.match(stderr, message);
    await assert.rejects(fs.stat(out), "no image is left behind");
  }));
}

test("a server's 404 ends with 1 and its number", () => withServer({}, (origin) => withScratch(async (scratch) => {
  const { code, stderr } = await run(`${origin}/nowhere.json`, "--screenshot", path.join(scratch, "out.png"));
  assert.equal(code, 1);
  assert.match(stderr, /404/);
})));

test("without a display a window is refused with a message", async () => {
  const { code, stderr } = await run(samples[0]);
  assert.equal(code, 1);
  assert.match(stderr, /no window: /);
});
