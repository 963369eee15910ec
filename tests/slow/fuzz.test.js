// Each target of fuzzing finds nothing in a little time.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { root } from "../fuzz/support/seeds.js";

const targets = (await fs.readdir(path.join(root, "tests/fuzz"))).flatMap((name) => /^(\w+)_fuzz\.cpp$/.exec(name)?.[1] ?? []);

test("there are targets", () => assert.ok(targets.length >= 5, targets.join()));

for (const target of [...targets, "wasm"])
  test(`${target}: nothing is found in ten seconds`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/fuzz.mjs", target, "--minutes", String(10 / 60)],
      { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
    assert.equal(status, 0, `${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
  });
