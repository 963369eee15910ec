// The configurations of docs/operations.md, in the servers that they are of: Debian's packages, unpacked and not
// installed, so that no server of the machine's own is started.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { freePort } from "../support/free-port.js";
import { examplesOf, readPages } from "../../tools/docs/examples.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const run = promisify(execFile);
const page = "docs/operations.md";
const text = (await readPages()).get(page) ?? "";
const examples = examplesOf(page, text);
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"), "article-viewer/servers");
const deadline = 10_000;

/** Packages of each, and what must be loaded for it. */
const packages = ["nginx", "nginx-common", "apache2-bin", "libapr1", "libaprutil1", "caddy"];
/** Why there are no servers; "" where there are. */
let lacking = "";

before(async () => {
  if (await fs.stat(path.join(cache, "unpacked")).catch(() => null)) return;
  await fs.mkdir(cache, { recursive: true });
  try {
    await run("apt-get", ["download", ...packages], { cwd: cache, timeout: 120_000 });
    for (const name of await fs.readdir(cache)) if (name.endsWith(".deb")) await run("dpkg", ["-x", name, "root"], { cwd: cache });
    await fs.writeFile(path.join(cache, "unpacked"), "");
  } catch (error) {
    lacking = `Debian's packages can't be had: ${/** @type {Error} */ (error).message.split("\n")[0]}`;
  }
});

const inRoot = (/** @type {string} */ name) => path.join(cache, "root", name);
const modules = ["mpm_event", "authz_core", "mime", "headers", "rewrite"];
const apacheTypes = "text/css css\napplication/json json\nimage/webp webp\n";

/** How each is started with a configuration of its own around the page's. @type {Record<string, (config: string, folder: string) => Promise<{program: string, given: string[], libraries?: string}>>} */
const starts = {
  async nginx(config, folder) {
    await fs.copyFile(inRoot("etc/nginx/mime.types"), path.join(folder, "mime.types"));
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
    const user = process.getuid?.() === 0 ? "user root;" : "";
    await fs.writeFile(path.join(folder, "nginx.conf"), `${user}\ndaemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${paths}\n${config}\n}\n`);
    return { program: inRoot("usr/sbin/nginx"), given: ["-e", "stderr", "-c", path.join(folder, "nginx.conf")] };
  },
  async apache(config, folder) {
    await fs.writeFile(path.join(folder, "types"), apacheTypes);
    const loaded = modules.map((name) => `LoadModule ${name}_module ${inRoot("usr/lib/apache2/modules")}/mod_${name}.so`).join("\n");
    const user = process.getuid?.() === 0 ? "User www-data\nGroup www-data" : "";
    await fs.writeFile(path.join(folder, "apache.conf"), `ServerName localhost\nServerRoot ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\n${loaded}\n${user}\nTypesConfig ${folder}/types\n${config}\n`);
    return { program: inRoot("usr/sbin/apache2"), given: ["-X", "-f", path.join(folder, "apache.conf")], libraries: path.dirname((await findIn("libapr-1.so.0")) ?? "") };
  },
  async caddy(config, folder) {
    await fs.writeFile(path.join(folder, "Caddyfile"), `{\n  admin off\n}\n${config}`);
    return { program: inRoot("usr/bin/caddy"), given: ["run", "--config", path.join(folder, "Caddyfile"), "--adapter", "caddyfile"] };
  },
};

/** @param {string} name @returns {Promise<string | undefined>} a file of that name in what was unpacked */
async function findIn(name) {
  const found = (await fs.readdir(inRoot("usr/lib"), { recursive: true })).find((file) => path.basename(file) === name);
  return found && inRoot(path.join("usr/lib", found));
}

const hashedName = "article-viewer-widget.3f0a9c21d4.js";
/** What the site has: files by path, and the row of the table that tells their headers. @type {[string, string, string][]} */
const files = [
  ["article-viewer/article-viewer.js", "dist/article-viewer.js", "`article-viewer.js`"],
  ["article-viewer/article-viewer-refresher.js", "dist/article-viewer-refresher.js", "other `*.js`"],
  [`article-viewer/${hashedName}`, "dist/article-viewer-widget.js", "other `*.js`"],
  ["article-viewer/article-viewer.wasm", "dist/article-viewer.wasm", "`*.wasm`"],
  ["article-viewer/article-viewer-prerendered.css", "dist/article-viewer-prerendered.css", "`*.css`"],
  ["news/harbour.json", "dist/demo/en.json", "documents, `*.json`"],
];

/** The site in a folder that other users may read. */
async function madeSite() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-site-"));
  for (const [name, from] of files) {
    const file = path.join(folder, "www", name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    const bytes = await fs.readFile(path.join(root, from));
    await fs.writeFile(file, bytes);
    await fs.writeFile(`${file}.br`, brotliCompressSync(bytes));
    await fs.writeFile(`${file}.gz`, gzipSync(bytes));
  }
  await run("chmod", ["-R", "a+rX", folder]);
  return folder;
}

/** @param {string} url @param {string} accepted @returns {Promise<{status: number | undefined, headers: http.IncomingHttpHeaders, body: Buffer}>} */
const get = (url, accepted) => new Promise((resolve, reject) => {
  http.get(url, { headers: { "Accept-Encoding": accepted }, timeout: deadline }, (response) => {
    /** @type {Buffer[]} */
    const parts = [];
    response.on("data", (part) => parts.push(part)).on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
  }).on("error", reject);
});

/** Until it answers. @param {string} url @param {() => Promise<string>} said by the server, should it end */
async function answering(url, said) {
  for (const end = Date.now() + deadline; ;) {
    if (await get(url, "identity").then(() => true, () => false)) return;
    if (Date.now() > end) assert.fail(`no answer: ${await said()}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** The headers that the table tells of a row: type, what it is kept with, and with a hash. @param {string} row */
function toldOf(row) {
  const rows = [...text.matchAll(/^\| (.+?) \| `([^`]+)` \| (.+?) \|$/gm)];
  const [, , type, kept] = rows.find(([, name]) => name === row) ?? assert.fail(`no row ${row}`);
  const values = kept === "the same" ? toldOf("other `*.js`").values : [...kept.matchAll(/`([^`]+)`/g)].map(([, value]) => value);
  return { type, values };
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const started = new Set();
after(() => { for (const child of started) child.kill("SIGTERM"); });

for (const [language, start] of Object.entries(starts)) test(`${language} says what the table says, with ${page}'s configuration`, async (t) => {
  if (lacking) return t.skip(lacking);
  const folder = await madeSite();
  const port = await freePort();
  const { text: config } = examples.find((example) => example.language === language) ?? assert.fail(`no example of ${language}`);
  const { program, given, libraries } = await start(config.replaceAll("/srv/www", path.join(folder, "www")).replaceAll("8080", String(port)), folder);
  const child = spawn(program, given, { env: { ...process.env, HOME: folder, ...(libraries && { LD_LIBRARY_PATH: libraries }) }, stdio: ["ignore", "pipe", "pipe"] });
  started.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => { said += data; });
  try {
    await answering(`http://127.0.0.1:${port}/news/harbour.json`, async () =>
      said + await fs.readFile(path.join(folder, "error.log"), "utf8").catch(() => ""));
    for (const [name, from, row] of files) {
      const bytes = await fs.readFile(path.join(root, from));
      const { type, values: [usual, hashed] } = toldOf(row);
      for (const accepted of ["br, gzip", "gzip", "identity"]) {
        const { status, headers, body } = await get(`http://127.0.0.1:${port}/${name}`, accepted);
        const told = `${language}, ${name}, ${accepted}: ${JSON.stringify(headers)}`;
        assert.equal(status, 200, told);
        assert.equal(headers["content-type"], type, told);
        assert.equal(headers["cache-control"], name.endsWith(hashedName) ? hashed : usual, told);
        assert.equal(headers["x-content-type-options"], "nosniff", told);
        assert.equal(headers["access-control-allow-origin"], "*", told);
        assert.ok(headers.etag ?? headers["last-modified"], told);
        const best = accepted === "br, gzip" && language !== "nginx" ? "br" : accepted === "identity" ? undefined : "gzip";
        assert.equal(headers["content-encoding"], best, told);
        if (best) assert.match(String(headers.vary), /accept-encoding/i, told);
        assert.ok((best === "br" ? brotliDecompressSync(body) : best ? gunzipSync(body) : body).equals(bytes), told);
      }
    }
  } finally {
    child.kill("SIGTERM");
    await fs.rm(folder, { recursive: true, force: true });
  }
});
