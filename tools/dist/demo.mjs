import * as fs from "node:fs/promises";
import { at, dist } from "./paths.mjs";

/** The demonstration: its page, its script and the samples. */
export async function copyDemo() {
  await fs.copyFile(at("shell.html"), at("dist/index.html"));
  for (const folder of ["assets", "web/demo"])
    await fs.cp(at(folder), at("dist/demo"), { recursive: true, force: true, filter: (from) => ![at("assets/languages"), at("assets/themes")].includes(from) }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
}
