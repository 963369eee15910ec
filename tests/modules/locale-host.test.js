// What the browser's Intl and URL are asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNumber, formatTime, resolveUrl } from "../../web/core/locale-host.js";

test("a time is shown as it is written, wherever the reader is", () => {
  for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"]) {
    process.env.TZ = zone;
    assert.match(formatTime("2023-03-12T23:56:59-11:00", "en"), /^Mar 12, 2023, 11:56\sPM$/, zone);
    assert.match(formatTime("2023-03-12T00:07:00+14:00", "de"), /^12\.03\.2023, 00:07$/, zone);
    assert.equal(formatTime("2023-03-12", "en"), "Mar 12, 2023", zone);
    assert.match(formatTime("0099-03-12", "en"), /^Mar 12, 99$/, zone);
  }
});

test("Arabic names the month, of the Gregorian calendar", () => {
  for (const language of ["ar", "ar-SA", "ar-Latn-EG"]) assert.match(formatTime("2023-03-12T09:56", language), /مارس/, language);
});

test("no other language stands in for one that is not known", () => {
  for (const language of ["", "xx", "jam"]) {
    assert.equal(formatTime("2023-03-12T09:56", language), "", language);
    assert.equal(formatNumber("12345", language), "12,345", language);
  }
});

test("a format is made once for a language", (t) => {
  const made = t.mock.method(Intl, "NumberFormat");
  for (let i = 0; i < 5; ++i) formatNumber(String(i), "is");
  assert.equal(made.mock.callCount(), 1);
});

test("a URL is resolved as the standard has it, or is none", () => {
  assert.equal(resolveUrl("http:/link", "http://a.example/b/c"), "http://a.example/link");
  assert.equal(resolveUrl("d?e", "http://a.example/b/c"), "http://a.example/b/d?e");
  assert.equal(resolveUrl("HTTP://A.example", ""), "http://a.example/");
  for (const [written, base] of [["http://%00/", "http://a/"], ["http://\u00ad/", "http://a/"], ["x", "data:,"], ["x", ""],
    ["", ""], ["http://a/", "no base"]])
    assert.equal(resolveUrl(written, base), "", `${written} in ${base}`);
});
