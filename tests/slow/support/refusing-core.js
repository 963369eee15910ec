import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../web/support/server.js";

/** Sections of a WebAssembly binary. */
const Section = { Import: 2, Global: 6, Export: 7, Code: 10 };

/** @param {number} value @returns {number[]} LEB128 */
const leb = (value) => value < 128 ? [value] : [value & 127 | 128, ...leb(value >> 7)];

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} */
function readLeb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    value |= (bytes[at] & 127) << shift;
    if (!(bytes[at++] & 128)) return [value, at];
  }
}

/** The body of a section with one entry more at its end. @param {Uint8Array} body @param {number[]} entry */
function added(body, entry) {
  const [count, first] = readLeb(body, 0);
  return Uint8Array.from([...leb(count + 1), ...body.subarray(first), ...entry]);
}

/** @param {Uint8Array} body of the code section @param {number} index of a function that has a body @param {number[]} prologue */
function begun(body, index, prologue) {
  let [, at] = readLeb(body, 0);
  for (let i = 0; i < index; ++i) {
    const [bytes, begin] = readLeb(body, at);
    at = begin + bytes;
  }
  const [bytes, begin] = readLeb(body, at);
  let [locals, code] = readLeb(body, begin);
  for (; locals; --locals) code = readLeb(body, code)[1] + 1;  // how many, of one type
  return Uint8Array.from([...body.subarray(0, at), ...leb(bytes + prologue.length), ...body.subarray(begin, code), ...prologue, ...body.subarray(code)]);
}

/**
 * The core of `dist/`, whose malloc returns null the Nth time, where its export `refuse`, a global, was set to N: each call
 * counts that down. Where malloc stands the build says, beside the core.
 * @returns {Promise<Buffer>}
 */
export async function refusingCore() {
  const core = new Uint8Array(await readFile(path.join(root, "dist/article-viewer.wasm")));
  const symbols = await readFile(path.join(root, "build/web/article-viewer.wasm.symbols"), "utf8");
  const malloc = Number(/^(\d+):emmalloc_malloc$/m.exec(symbols)?.[1]);
  const { length: imports } = WebAssembly.Module.imports(new WebAssembly.Module(core));  // functions all of them
  /** @type {number[]} */
  let global = [];
  const out = [core.subarray(0, 8)];
  for (let at = 8; at < core.length;) {
    const id = core[at];
    const [bytes, begin] = readLeb(core, at + 1);
    let body = core.subarray(begin, begin + bytes);
    at = begin + bytes;
    if (id === Section.Global) {
      global = leb(readLeb(body, 0)[0]);
      body = added(body, [0x7f, 1, 0x41, 0, 0x0b]);  // i32, mutable, i32.const 0, end
    } else if (id === Section.Export) body = added(body, [6, ...Buffer.from("refuse"), 3, ...global]);
    else if (id === Section.Code) {
      // --refuse; if (!refuse) return 0;
      body = begun(body, malloc - imports, [0x23, ...global, 0x41, 1, 0x6b, 0x24, ...global, 0x23, ...global, 0x45, 0x04, 0x40, 0x41, 0, 0x0f, 0x0b]);
    }
    out.push(Uint8Array.from([id, ...leb(body.length)]), body);
  }
  return Buffer.concat(out);
}
