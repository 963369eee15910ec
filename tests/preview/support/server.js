import * as fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { root } from "./preview.js";

/**
 * Serves the project's files; `special` answers some paths by itself.
 * @param {Record<string, (response: http.ServerResponse) => void>} special
 * @param {(origin: string) => Promise<void>} use
 */
export async function withServer(special, use) {
  const server = http.createServer(async (request, response) => {
    const name = new URL(request.url, "http://localhost").pathname;
    if (special[name]) return special[name](response);
    const bytes = await fs.readFile(path.join(root, decodeURIComponent(name))).catch(() => null);
    if (bytes) response.end(bytes);
    else response.writeHead(404).end("<h1>Not found</h1>");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
