// Times and counts of the plain view are those of the core: by the rows of the core's own tests.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { readLanguage } from "../../web/core/language.js";
import { countIn, parseTime, timeIn } from "../../web/plain/plain-dates.js";

/** The rows of strings and numbers in a test of the core. @param {string} file @param {string} name */
async function rowsOf(file, name) {
  const source = await readFile(new URL(`../${file}`, import.meta.url), "utf8");
  const body = source.split(`TEST(${name})`)[1].split("\n}\n")[0];
  return [...body.matchAll(/\{?((?:"(?:[^"\\]|\\.)*"|\b\d+)(?:,\s*(?:"(?:[^"\\]|\\.)*"|\d+))*)\}/g)].map(([, row]) => JSON.parse(`[${row}]`));
}

test("a time is read as the core reads it", async () => {
  const read = await rowsOf("document/time_test.cpp", "ParseTime, TellsWhatWasWritten");
  assert.ok(read.length > 15, `${read.length} rows`);
  for (const [written, iso, rule] of read) assert.equal(parseTime(written), iso, rule);
  const [refused] = await rowsOf("document/time_test.cpp", "ParseTime, RefusesWhatIsNoTime");
  assert.ok(refused.length > 30, `${refused.length} texts`);
  for (const written of refused) assert.equal(parseTime(written), "", written);
});

test("Chinese has the forms of its newsrooms", async () => {
  const counts = await rowsOf("layout/dates_test.cpp", "FormatCount, CountsChineseByTenThousands");
  assert.ok(counts.length > 5, `${counts.length} rows`);
  for (const [count, simplified, traditional] of counts.filter(([first]) => typeof first === "number")) {
    for (const language of ["zh", "zh_CN", "zh-Hans-HK", "cmn-hans"]) assert.equal(countIn(count, readLanguage(language)), simplified);
    for (const language of ["zh-hant-cn", "zh-TW", "zh-MO", "yue"]) assert.equal(countIn(count, readLanguage(language)), traditional);
  }
  for (const language of ["zh", "zh-Hant-HK", "yue", "", "xx"]) {
    assert.equal(timeIn("2023-03-12T09:56:07+08:00", readLanguage(language)), "2023-03-12 09:56", language);
    assert.equal(timeIn("2023-03-12", readLanguage(language)), "2023-03-12", language);
  }
});

test("other languages have the platform's forms", () => {
  const written = (/** @type {string} */ language) => [timeIn("2023-03-12T09:56:00-11:00", readLanguage(language)), countIn(12345, readLanguage(language))]
    .map((text) => text.replace(/\s/g, " "));
  assert.deepEqual(written("en_US"), ["Mar 12, 2023, 9:56 AM", "12,345"]);
  assert.deepEqual(written("de"), ["12.03.2023, 09:56", "12.345"]);
  assert.match(written("ar-EG")[0], /مارس/);
  assert.equal(written("ar-EG")[1], "١٢٬٣٤٥");
  assert.deepEqual(written(""), ["2023-03-12 09:56", "12,345"]);
});
