// Pictures as newsrooms' systems let them through.
import { encodePng } from "./png-encoder.js";

/** A PNG of one colour. @param {number} width @param {number} height @param {number[]} rgb @param {Buffer} [profile] ICC */
export function plainPng(width, height, rgb, profile) {
  return encodePng(width, height, Buffer.alloc(width * height * 3, Buffer.from(rgb)), profile);
}

/** A JPEG with Exif orientation 6: its left edge is to be the top. @param {Buffer} jpeg */
export function turned(jpeg) {
  const tiff = Buffer.from([
    0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8,  // big-endian, first directory at 8
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,  // one entry: orientation, one short, 6
    0, 0, 0, 0]);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** A GIF of two frames of 2 by 2, red then blue, 100 ms each, for ever. */
export const animatedGif = Buffer.from("R0lGODlhAgACAPEAAP8AAAAA/wAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAgACAAACAoRRACH5BAAKAAAALAAAAAACAAIAAAICjFMAOw==", "base64");
