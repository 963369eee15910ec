// Stands before a site, be it a folder or what a tool serves: it has the samples for it, and refuses a file when told.
import { readFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".wasm": "application/wasm", ".jpg": "image/jpeg", ".webp": "image/webp", ".txt": "text/plain", ".svg": "image/svg+xml",
};

/** @typedef {{status: number, type: string, body: Buffer}} Answer */
/** @typedef {{folders: (string | [prefix: string, folder: string])[], origin?: string, headers?: Record<string, string>}} Site
 *   `folders`, the first that has a file gives it; `origin`, who is asked for what none has; `headers`, those of every answer */

/** A file of a folder, or of a folder within it its page. @param {Site["folders"][number]} where @param {string} asked @returns {Promise<Answer | null>} */
async function fileOf(where, asked) {
  const [prefix, folder] = typeof where === "string" ? ["/", where] : where;
  if (!asked.startsWith(prefix)) return null;
  const pathname = asked.slice(prefix.length - 1);
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)), pathname.endsWith("/") ? "index.html" : "");
  const body = await readFile(file).catch(() => null);
  return body && { status: 200, type: types[path.extname(file)] ?? "application/octet-stream", body };
}

export class Front {
  #site;
  /** Text by which the file is known that is refused, the next time it is asked for. @type {string | null} */
  #refused = null;
  /** What is done to files on their way. @type {(body: Buffer) => Buffer} */
  change = (body) => body;
  /** What was asked for, after its status: `200 /path`. @type {string[]} */
  answers = [];

  /** @param {Site} site */
  constructor(site) {
    this.#site = site;
    this.server = http.createServer((request, response) => this.#answer(request, response));
    // A tool's own channel to its page.
    this.server.on("upgrade", (request, socket, head) => {
      const { hostname, port } = new URL(site.origin ?? "http://127.0.0.1:9");
      const there = net.connect(Number(port), hostname, () => {
        const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
        there.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
        there.write(head);
        there.pipe(socket).pipe(there);
      });
      for (const [one, other] of [[there, socket], [socket, there]]) one.on("error", () => other.destroy());
    });
  }

  /** @param {Site} site */
  static async start(site) {
    const front = new Front(site);
    await new Promise((resolve) => { front.server.listen(0, "127.0.0.1", () => resolve(null)); });
    front.origin = `http://127.0.0.1:${/** @type {net.AddressInfo} */ (front.server.address()).port}`;
    return front;
  }

  origin = "";

  /** Answers 503 once to whoever asks for the file that holds this text. @param {string} text */
  refuse(text) {
    this.#refused = text;
  }

  /** Whether it has done so. */
  get hasRefused() {
    return this.#refused === null;
  }

  /** @param {string} url @returns {Promise<Answer>} */
  async #found(url) {
    for (const folder of this.#site.folders) {
      const file = await fileOf(folder, new URL(url, "http://localhost").pathname);
      if (file) return file;
    }
    if (!this.#site.origin) return { status: 404, type: "text/plain", body: Buffer.from("not found") };
    const response = await fetch(this.#site.origin + url);
    return { status: response.status, type: response.headers.get("content-type") ?? "", body: Buffer.from(await response.arrayBuffer()) };
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async #answer({ url = "/" }, response) {
    try {
      const { status, type, body } = await this.#found(url);
      const isRefused = this.#refused !== null && /javascript/.test(type) && body.includes(this.#refused);
      if (isRefused) this.#refused = null;
      this.answers.push(`${isRefused ? 503 : status} ${url}`);
      response.writeHead(isRefused ? 503 : status, { "Content-Type": type, "Cache-Control": "no-store", ...this.#site.headers });
      response.end(isRefused ? "" : this.change(body));
    } catch (error) {
      this.answers.push(`502 ${url}`);
      response.writeHead(502).end(String(error));
    }
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
