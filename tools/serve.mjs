// serve.mjs [--port N]: serves dist/ on 127.0.0.1 and prints the address once it answers. Without a port,
// 8080 or the next that is free.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../dist");

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", // what streaming compilation asks for
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
};

/** The file that a request asks for, or null. @param {string} url */
async function find(url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  let file = path.join(dist, name);
  if (file !== dist && !file.startsWith(dist + path.sep)) return null;
  let found = await stat(file).catch(() => null);
  if (found?.isDirectory()) {
    file = path.join(file, "index.html");
    found = await stat(file).catch(() => null);
  }
  return found?.isFile() ? { file, size: found.size, changed: found.mtime } : null;
}

const server = http.createServer(async (request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const found = await find(request.url ?? "/");
  if (!found) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
    return;
  }
  const tag = `"${found.size.toString(36)}-${found.changed.getTime().toString(36)}"`;
  const headers = {
    "Content-Type": types[path.extname(found.file).toLowerCase()] ?? "application/octet-stream",
    "Cache-Control": "no-cache", // kept, but asked about each time
    ETag: tag,
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "Content-Length": found.size });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
});

function fail(message) {
  console.error(`serve: ${message}`);
  process.exit(2);
}

let asked;
try {
  asked = parseArgs({ options: { port: { type: "string" } } }).values.port;
} catch (error) {
  fail(error.message);
}
let port = 8080;
if (asked !== undefined) {
  port = Number(asked);
  if (!/^\d+$/.test(asked) || port < 1 || port > 65535) fail(`--port takes 1 to 65535, not "${asked}"`);
}

server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || asked !== undefined) fail(error.message);
  if (port >= 8180) fail("no free port between 8080 and 8180");
  port += 1;
  server.listen(port, "127.0.0.1");
});
server.on("listening", () => console.log(`http://127.0.0.1:${port}/`));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
server.listen(port, "127.0.0.1");
