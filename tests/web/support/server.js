// Serves dist/ and the tests' own pages under the strict policy that newsrooms use, and breaks on demand.
import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const dist = path.join(root, "dist");

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
  ".json": "application/json", ".wasm": "application/wasm", ".jpg": "image/jpeg", ".png": "image/png",
  ".webp": "image/webp",
};

export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:";

/** @typedef {(request: http.IncomingMessage, response: http.ServerResponse) => void} Handler */

export class Server {
  /** @type {Map<string, Handler>} what stands before dist/, by path */
  #routes = new Map();
  /** @type {http.Server[]} */
  #servers = [];
  #pages = 0;
  /** Paths that were asked for. @type {string[]} */
  asked = [];

  static async start() {
    const server = new Server();
    server.origin = await server.#listen();
    server.foreign = await server.#listen();  // the same content, another origin
    return server;
  }

  async #listen() {
    const server = http.createServer((request, response) => this.#answer(request, response));
    this.#servers.push(server);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async #answer(request, response) {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    this.asked.push(pathname);
    const route = this.#routes.get(pathname);
    if (route) return route(request, response);
    const file = path.join(dist, path.normalize(pathname === "/" ? "/index.html" : pathname));
    try {
      const bytes = await readFile(file);
      this.reply(response, bytes, types[path.extname(file)] ?? "application/octet-stream");
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  }

  /** @param {http.ServerResponse} response @param {string | Buffer} body @param {string} type */
  reply(response, body, type) {
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy, "Cache-Control": "no-store" });
    response.end(body);
  }

  /** @param {string} at @param {Handler | {body: string | Buffer, type?: string}} what */
  route(at, what) {
    this.#routes.set(at, typeof what === "function" ? what
      : (_, response) => this.reply(response, what.body, what.type ?? "application/json"));
  }

  /** @param {string} at */
  unroute(at) {
    this.#routes.delete(at);
  }

  /** A page of its own. @param {string} body @param {{lang?: string, css?: string}} [options] @returns its URL */
  page(body, { lang = "en", css = "" } = {}) {
    this.#pages += 1;
    const name = `/page-${this.#pages}`;
    this.route(`${name}.css`, { body: `body { margin: 0 } ${css}`, type: "text/css" });
    this.route(`${name}.html`, {
      type: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Test</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="${name}.css"><script type="module" src="/article-viewer.js"></script>
<body>${body}`,
    });
    return `${this.origin}${name}.html`;
  }

  async stop() {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
