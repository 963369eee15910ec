/**
 * What the screen reader Orca says of each sample in Firefox, key by key, kept in said/ with the language of
 * each text. `ACCEPT_SAID=1 node --test tests/aloud/aloud.test.js` writes that anew.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import { after, before, test } from "node:test";
import { Server } from "../web/support/server.js";
import { follow } from "./support/follow.js";
import { Reader } from "./support/reader.js";

const accepts = Boolean(process.env.ACCEPT_SAID);

/** Headings and links around an article, in its language. */
const surroundings = {
  "zh-hans": { lang: "zh-Hans", before: "今日导读", after: "返回首页" },
  "zh-hant": { lang: "zh-Hant", before: "今日導讀", after: "返回首頁" },
  en: { lang: "en", before: "Today", after: "Back to the front page" },
  ar: { lang: "ar", before: "اليوم", after: "العودة إلى الصفحة الأولى" },
};

/** @param {string} sample */
const fileOf = (sample) => new URL(`said/${sample}.txt`, import.meta.url);

/** @param {string} sample */
async function keptOf(sample) {
  return (await fs.readFile(fileOf(sample), "utf8")).trimEnd().split("\n");
}

/** @type {Reader} */
let reader;
/** @type {Server} */
let server;
before(async () => {
  server = await Server.start();
  server.route("/locale.js", { type: "text/javascript", body: await fs.readFile(new URL("../fakes/locale.js", import.meta.url)) });
  reader = await Reader.start();
});
after(async () => {
  await reader?.close();
  await server?.stop();
});

test("what is kept is what the samples are compared with", async () => {
  const files = await fs.readdir(new URL("said/", import.meta.url));
  assert.deepEqual(files.sort(), Object.keys(surroundings).map((sample) => `${sample}.txt`).sort());
});

for (const [sample, words] of Object.entries(surroundings)) {
  test(`Orca says of ${sample} what it said before`, async () => {
    await reader.open(server.page(`<script src="/locale.js"></script><h1>${words.before}</h1>
<article-viewer src="/demo/${sample}.json" loading="eager"></article-viewer>
<p><a href="#">${words.after}</a></p>`, { lang: words.lang }));
    const said = await follow(reader, words.lang === "ar", accepts ? undefined : await keptOf(sample));
    if (accepts) await fs.writeFile(fileOf(sample), `${said.join("\n")}\n`);
    const kept = await keptOf(sample);
    const at = said.findIndex((line, index) => line !== kept[index]);
    assert.deepEqual(said, at < 0 ? kept : kept.slice(0, said.length), "up to the first key that speaks otherwise");
  });
}
