// The cores are byte for byte the same, wherever they are compiled and whatever a compiler's cache holds.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { compiled } from "../../tools/dist/paths.mjs";
import { root } from "../web/support/server.js";

const run = promisify(execFile);

test("a second copy of the sources, elsewhere, compiles to the same cores", async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-reproducible-"));
  const copy = path.join(folder, "with a longer name than the first one's".replaceAll(" ", "-"));
  try {
    const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, maxBuffer: 1 << 26 });
    for (const file of stdout.split("\0").filter(Boolean)) {
      await fs.mkdir(path.dirname(path.join(copy, file)), { recursive: true });
      await fs.copyFile(path.join(root, file), path.join(copy, file));
    }
    const options = { cwd: copy, env: { ...process.env, CCACHE_DISABLE: "1" }, maxBuffer: 1 << 26 };
    await run(path.join(copy, "tools/configure.sh"), ["web"], options);
    await run("ninja", ["-C", "build/web", "article_web", "article_web_prerender"], options);
    for (const core of compiled) {
      const [first, second] = await Promise.all([root, copy].map((at) => fs.readFile(path.join(at, "build/web", core))));
      assert.ok(first.length > 5_000 && first.equals(second), core);
    }
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});
