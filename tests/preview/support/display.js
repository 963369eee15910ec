import { execFile, spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { end, startDisplay } from "../../support/x-display.js";
import { decodeXwd } from "./png.js";
import { program, root, withScratch } from "./preview.js";

const panelWidth = 300;
const exec = promisify(execFile);

/** Asks again until the answer is true. A frame buffer sends no events. */
export async function until(what, holds, seconds = 15) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    if (await holds()) return;
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(100);
  }
}

/**
 * Opens the preview of a document in a window and hands over what a reader can do there. Coordinates are
 * the article's, of which `width` by `height` px are seen.
 */
export function withWindow(content, use, { width = 390, height = 600 } = {}) {
  return withScratch(async (scratch) => {
    const file = path.join(scratch, "document.json");
    await fs.writeFile(file, JSON.stringify(content));
    // Stands in for the desktop's program and notes what it was to open.
    const opened = path.join(scratch, "opened");
    await fs.writeFile(path.join(scratch, "xdg-open"), `#!/bin/sh\necho "$1" >>"${opened}"\n`, { mode: 0o755 });
    // It is seen through its frame buffer's file.
    const display = await startDisplay(["-fbdir", scratch]);
    const env = { ...process.env, DISPLAY: display.name, PATH: `${scratch}:${process.env.PATH}` };
    delete env.WAYLAND_DISPLAY;
    const preview = spawn(program, [file, "--size", `${width}x${height}`], { cwd: root, env, stdio: "inherit" });
    const hand = async (...args) => (await exec("xdotool", args.map(String), { env })).stdout.trim();
    const handle = async () => (await hand("search", "--sync", "--onlyvisible", "--pid", preview.pid)).split("\n")[0];
    const look = async () => decodeXwd(await fs.readFile(path.join(scratch, "Xvfb_screen0")));
    const at = (image, x, y) => image.at(panelWidth + x, y);
    try {
      await use({
        file,
        pid: preview.pid,
        look,
        /** Waits for a pixel. */
        sees: (what, color, x, y) => until(what, async () => at(await look(), x, y) === color),
        /** Share of the pixels of a rectangle that a test of red, green and blue holds for. */
        share: async (holds, rect) => (await look()).share(holds, { ...rect, x: panelWidth + rect.x }),
        /** The pixels of a rectangle. */
        cut: async (rect) => (await look()).cut({ ...rect, x: panelWidth + rect.x }),
        /** Waits for the panel's red of errors, of which there is a share of its pixels at least. */
        warns: (least = 0.0005) => until("the panel names an error", async () =>
          (await look()).share((r, g, b) => r > 180 && g < 120 && b < 120, { width: panelWidth, height }) > least),
        key: (...names) => hand("key", ...names),
        moveTo: (x, y) => hand("mousemove", panelWidth + x, y),
        press: () => hand("mousedown", 1),
        release: () => hand("mouseup", 1),
        wheel: (clicks) => hand("click", "--repeat", Math.abs(clicks), clicks > 0 ? 5 : 4),
        resize: async (to) => hand("windowsize", await handle(), panelWidth + to, height),
        title: async () => hand("getwindowname", await handle()),
        links: async () => (await fs.readFile(opened, "utf8").catch(() => "")).split("\n").filter(Boolean),
      });
    } finally {
      await end(preview);
      await end(display.server);
    }
  });
}
