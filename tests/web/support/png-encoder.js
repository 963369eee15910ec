import zlib from "node:zlib";

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(checksum(body));
  return Buffer.concat([head, body, tail]);
}

/** CRC-32 (PNG, 5.5): Node.js 18 has none of its own. @param {Buffer} bytes */
function checksum(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * @param {number} width @param {number} height @param {Buffer} pixels RGB, 8 bits each
 * @param {Buffer} [profile] ICC: what the colours are
 */
export function encodePng(width, height, pixels, profile) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);  // 8 bits, RGB
  const rows = Buffer.alloc((width * 3 + 1) * height);  // each begins with its filter, none
  for (let y = 0; y < height; ++y) pixels.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    // Its name, how it is compressed, the profile.
    ...profile ? [chunk("iCCP", Buffer.concat([Buffer.from("test\0\0", "latin1"), zlib.deflateSync(profile)]))] : [],
    chunk("IDAT", zlib.deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
