import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { renderArticle } from "../../../dist/article-viewer-prerender.js";
import { hostileDocuments } from "../../support/hostile-documents.js";
import { Server } from "../../web/support/server.js";

/**
 * Hostile documents in a browser: each is shown, enlarged and printed, and nothing of it is there but what is allowed.
 *
 * @typedef {import("./driver.js").Driver} Driver
 * @typedef {import("../../support/hostile-documents.js").Hostile} Hostile
 */

/** What it takes to show documents, and no more. */
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
/** Of one page. */
const together = 30;
/** What may be asked for beside the viewer's files. */
const known = /^\/(hostile\/(page\.js|show\.html|frames\.html|foreign|svg|html\.png|document\/\d+|prerendered\/\d+)|article-viewer[\w.-]*|favicon\.ico)$/;
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.pwned()"><script>top.pwned()</script><image href="/pwned"/></svg>`;

/** @typedef {Hostile & {number: number}} Numbered */
/** Those of a kind that change what a page is told are shown apart. @param {Numbered[]} documents @returns {Numbered[][]} */
function batches(documents) {
  const answers = documents.filter(({ kind }) => kind === "an answer");
  const others = documents.filter(({ kind }) => kind !== "an answer");
  const out = [];
  for (let i = 0; i < others.length; i += together) out.push(others.slice(i, i + together));
  return answers.length ? [...out, answers] : out;
}

/** @param {Server} server @param {Numbered[]} documents */
async function serve(server, documents) {
  const page = (/** @type {string} */ script, /** @type {Record<string, string>} */ headers) => (/** @type {any} */ _, /** @type {import("node:http").ServerResponse} */ response) =>
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script src="/hostile/page.js"></script>${script}<body>`);
  server.route("/hostile/page.js", { type: "text/javascript", body: await readFile(new URL("./hostile-page.js", import.meta.url), "utf8") });
  server.route("/hostile/show.html", page('<script type="module" src="/article-viewer.js"></script>', { "Content-Security-Policy": policy }));
  server.route("/hostile/frames.html", page("", {}));
  server.route("/hostile/svg", { type: "image/svg+xml", body: picture });
  server.route("/hostile/html.png", { type: "text/html", body: "<script>top.pwned()</script>" });
  server.route("/hostile/foreign", { body: '{"article":{"headline":"Of another origin"}}' });
  for (const { number, json, answer } of documents)
    server.route(`/hostile/document/${number}`, (_, response) => {
      if (!answer) return server.reply(response, json, "application/json");
      const { status, location } = answer;
      response.writeHead(status, location ? { Location: location.replace("FOREIGN", String(server.foreign)) } : {}).end();
    });
}

/**
 * @param {string} name of the engine @param {() => Promise<Driver>} start
 * @param {{choose?: <T>(all: T[]) => T[], drawn?: <T>(all: T[]) => T[], quick?: boolean}} [few] which documents are shown, and which of
 *   those in the canvas; `quick`: a photo is enlarged in the first article of each page, and one page is printed
 */
export function testHostile(name, start, { choose = (all) => all, drawn = (all) => all, quick = false } = {}) {
  const documents = choose(hostileDocuments.map((document, number) => ({ ...document, number })));

  describe(name, () => {
    /** @type {Driver} */
    let driver;
    /** @type {Server} */
    let server;
    before(async () => {
      server = await Server.start();
      await serve(server, documents);
      driver = await start();
    });
    after(async () => {
      await driver?.close();
      await server?.stop();
    });

    /** What was asked for beside what is known, since then. */
    const strangeRequests = () => server.asked.splice(0).filter((path) => !known.test(path)).map((path) => `asked for ${path}`);

    for (const [view, shown] of /** @type {const} */ ([["canvas", drawn(documents)], ["plain", documents]]))
      test(`${name}: ${shown.length} hostile documents do nothing but be read, ${view}`, async (t) => {
        const start = performance.now();
        let enlarged = 0;
        for (const [i, batch] of batches(shown).entries()) {
          server.asked.length = 0;
          const of = `${batch[0].kind}, ${batch[0].name} to ${batch.at(-1)?.kind}, ${batch.at(-1)?.name}`;
          await driver.open(`${server.origin}/hostile/show.html`);
          const given = batch.map(({ number, style, words, page }) => ({ number, style, words, page }));
          const states = await driver.evaluate((list, as) => hostile.show(list, as), given, view);
          batch.forEach(({ kind, name: which }, k) => {
            if (!["an odd shape", "an answer", "pollution", "members that stand twice"].includes(kind)) assert.equal(states[k], "ready", `${kind}: ${which}`);
          });
          enlarged += await driver.evaluate((most) => hostile.enlarge(most), quick ? 1 : shown.length);
          if (!quick || i === 0) await driver.print?.();
          assert.deepEqual([...new Set([...await driver.evaluate(() => hostile.found()), ...strangeRequests()])], [], of);
          const violations = await driver.evaluate(() => hostile.violations);
          // A server that answers with another address is refused by the policy itself.
          assert.deepEqual(violations.filter((/** @type {string} */ one) => batch[0].kind !== "an answer" || !one.startsWith("connect-src")), [], of);
        }
        t.diagnostic(`${enlarged} photos were enlarged, ${Math.round(performance.now() - start)} ms`);
        assert.ok(enlarged > (quick ? 0 : shown.length / 2), `${enlarged} photos`);
      });

    test(`${name}: each harm is seen`, async () => {
      server.route("/hostile/document/sound", { body: JSON.stringify({ article: { headline: "Sound", url: "/a" } }) });
      await driver.open(`${server.origin}/hostile/show.html`);
      await driver.evaluate(() => hostile.show([{ number: "sound" }], "plain"));
      assert.deepEqual(await driver.evaluate(() => hostile.found()), []);
      server.asked.length = 0;
      await driver.evaluate(async () => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
        const link = /** @type {HTMLAnchorElement} */ (root.querySelector("a"));
        link.setAttribute("ping", "");
        link.href = "javascript:0";
        link.append("\u202e");
        root.append(document.createElement("iframe"));
        document.body.append(document.createElement("form"));
        const image = document.createElement("img");
        image.srcset = "data:text/html,x 1x";
        root.append(image);
        /** @type {any} */ (Object.prototype).polluted = 1;
        localStorage.setItem("a", "b");
        top?.pwned();
        dispatchEvent(new ErrorEvent("error", { message: "a fault" }));
        await fetch("/pwned");
      });
      const found = [...await driver.evaluate(() => hostile.found()), ...strangeRequests()].join("\n");
      await driver.evaluate(() => localStorage.clear());
      for (const harm of ["code ran", "error: a fault", "<form>", "<a ping>", '<a href="javascript:0">', "leaves a direction open", "<iframe>", "<img srcset>", "stored: ,1", "a new name: Object.polluted", "polluted", "asked for /pwned"])
        assert.ok(found.includes(harm), `${harm} is not among ${found}`);
    });

    test(`${name}: as HTML they hold no more than an article does`, async () => {
      await driver.open(`${server.origin}/hostile/frames.html`);
      const made = [];
      for (const { number, json, kind } of documents) {
        const rendered = json && await renderArticle(json, { base: `${server.origin}/hostile/` }).catch((error) => assert.match(error.reason, /^(json|document)$/));
        if (!rendered) continue;
        made.push(`/hostile/prerendered/${number}`);
        const { html, head, jsonLd, share } = rendered;
        assert.match(share.link, /^(https?:|mailto:|$)/, kind);
        assert.match(share.image, /^(https?:|$)/, kind);
        for (const [, url] of jsonLd.matchAll(/"(?:url|contentUrl|mainEntityOfPage)":"([^"]*)/g)) assert.match(url, /^https?:/, kind);
        server.route(made[made.length - 1], (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(
          `<!doctype html><html lang="en"><meta charset="utf-8">${head}<script type="application/ld+json">${jsonLd || "{}"}</script><body>${html}<p class="end">`));
      }
      assert.ok(made.length > documents.length * 0.8, `${made.length} pages`);
      for (let i = 0; i < made.length; i += together) {
        server.asked.length = 0;
        assert.deepEqual([...await driver.evaluate((urls) => hostile.prerendered(urls), made.slice(i, i + together)), ...strangeRequests()], [], made[i]);
      }
    });
  });
}
