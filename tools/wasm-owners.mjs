// Whose code a WebAssembly module is: the size of each function, counted for the part of the project that
// its name belongs to.

const owners = [
  ["JSON", /nlohmann/],
  ["ours: document", /article::document/],
  ["ours: text", /article::text/],
  ["ours: layout", /article::layout/],
  ["ours: paint", /article::paint/],
  ["ours: viewer", /article::viewer/],
  ["ours: web, host", /article::(web|host)|^av_/],
  ["Dear ImGui", /\bIm[A-Z]|ImGui|^stbrp_|stbtt_/],
  ["libunibreak", /linebreak|line_break|^lb_|^ub_|wordbreak|grapheme|^get_(char|next|prop|lb|lang)|^is_(emoji|extended|line|word)|^treat_|unibreak/],
  ["SheenBidi", /^(SB|Bidi|Bracket|Isolating|Level|Paragraph|Run(Queue|Kind)|Status(Stack)?|Lookup|Generate|Pairing|Mirror|General|Script|Text(Iter|Line)|Codepoint|Object|List|Memory|Algorithm)/],
];

/** @param {Uint8Array} bytes */
function reader(bytes) {
  let position = 0;
  return {
    get position() {
      return position;
    },
    set position(to) {
      position = to;
    },
    byte: () => bytes[position++],
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[position++];
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return value;
      }
    },
  };
}

/** Functions imported by the module; they come first in the index. */
function importedFunctions(bytes, section) {
  const read = reader(bytes);
  read.position = section.from;
  let functions = 0;
  for (let left = read.number(); left > 0; left--) {
    for (let names = 0; names < 2; names++) {
      const length = read.number();
      read.position += length;
    }
    const kind = read.byte();
    if (kind === 0) {
      functions += 1;
      read.number();
    } else if (kind === 1 || kind === 2) {
      if (kind === 1) read.byte();
      const flags = read.number();
      read.number();
      if (flags & 1) read.number();
    } else {
      read.byte();
      read.byte();
    }
  }
  return functions;
}

/**
 * @param {Uint8Array} bytes the module
 * @param {string} symbols   Emscripten's --emit-symbol-map: `index:name` lines
 * @returns {{owner: string, bytes: number}[]} largest first; together the whole module
 */
export function wasmOwners(bytes, symbols) {
  const names = new Map(
    symbols.split("\n").filter(Boolean).map((line) => {
      const colon = line.indexOf(":");
      return [Number(line.slice(0, colon)), line.slice(colon + 1)];
    }),
  );
  const sections = new Map();
  const read = reader(bytes);
  read.position = 8;
  while (read.position < bytes.length) {
    const id = read.byte();
    const size = read.number();
    sections.set(id, { from: read.position, size });
    read.position += size;
  }
  /** @type {Map<string, number>} */
  const totals = new Map();
  const add = (owner, size) => totals.set(owner, (totals.get(owner) ?? 0) + size);

  let counted = 0;
  const count = (owner, size) => {
    add(owner, size);
    counted += size;
  };
  const data = sections.get(11);
  if (data) count("data: tables and strings", data.size);
  const code = sections.get(10);
  const imported = sections.has(2) ? importedFunctions(bytes, sections.get(2)) : 0;
  read.position = code.from;
  const functions = read.number();
  for (let index = 0; index < functions; index++) {
    const from = read.position;
    const size = read.number();
    read.position += size;
    // A symbol map escapes what is no letter, as \20 for a space.
    const name = (names.get(imported + index) ?? "").replace(/\\([0-9a-f]{2})/g, (_, hex) =>
      String.fromCharCode(parseInt(hex, 16)));
    const owner = owners.find(([, pattern]) => pattern.test(name))?.[0] ??
      "C and C++ libraries, allocator";
    count(owner, read.position - from);
  }
  add("types, tables of functions, exports", bytes.length - counted);
  return [...totals].map(([owner, size]) => ({ owner, bytes: size })).sort((a, b) => b.bytes - a.bytes);
}
