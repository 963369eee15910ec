// Colour profiles (ICC.1:2001, matrix and curve), made here so that none lies about as bytes.

/** Of red, green and blue, relative to D50. @typedef {[number, number, number][]} Primaries */

/** @type {Primaries} */
const srgb = [[0.4361, 0.2225, 0.0139], [0.3851, 0.7169, 0.0971], [0.1431, 0.0606, 0.7141]];
/** @type {Primaries} */
const displayP3 = [[0.5151, 0.2412, -0.0011], [0.2920, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841]];
const white = [0.9642, 1, 0.8249];

/** @param {number[]} values */
const fixed = (values) => Buffer.concat(values.map((value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}));

/** @param {string} type @param {Buffer} data */
const element = (type, data) => Buffer.concat([Buffer.from(`${type}\0\0\0\0`, "latin1"), data]);

/** @param {Primaries} primaries @returns {Buffer} */
function profileOf(primaries) {
  const text = Buffer.from("test\0", "latin1");
  const described = Buffer.alloc(4 + text.length + 78);  // ASCII; no Unicode, no script code
  described.writeUInt32BE(text.length);
  text.copy(described, 4);
  const gamma = Buffer.from([0, 0, 0, 1, 2, 0x33]);  // one value: 2.2
  /** @type {[string, Buffer][]} */
  const tags = [
    ["desc", element("desc", described)],
    ["cprt", element("text", text)],
    ["wtpt", element("XYZ ", fixed(white))],
    ...["r", "g", "b"].map((name, i) => /** @type {[string, Buffer]} */ ([`${name}XYZ`, element("XYZ ", fixed(primaries[i]))])),
    ...["r", "g", "b"].map((name) => /** @type {[string, Buffer]} */ ([`${name}TRC`, element("curv", gamma)])),
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  const head = Buffer.alloc(128);
  let offset = head.length + table.length;
  const bodies = tags.map(([name, data], i) => {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    table.write(name, 4 + 12 * i, "latin1");
    table.writeUInt32BE(offset, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    offset += padded.length;
    return padded;
  });
  head.writeUInt32BE(offset, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write("mntrRGB XYZ ", 12, "latin1");
  head.write("acsp", 36, "latin1");
  fixed(white).copy(head, 68);
  return Buffer.concat([head, table, ...bodies]);
}

export const profiles = {
  displayP3: profileOf(displayP3),
  /** What is written as red is green, and the other way round. */
  swapped: profileOf([srgb[1], srgb[0], srgb[2]]),
};
