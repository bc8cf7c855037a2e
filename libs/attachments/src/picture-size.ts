import type { PictureType } from './media-type.js';

/** How wide and how high a picture is, in dots. */
export type PictureSize = { readonly width: number; readonly height: number };

/**
 * The size of a picture as its header says it, which whoever draws it makes room for; nothing is decoded. Undefined where the
 * header is cut short, or says nothing that could be drawn.
 */
export function pictureSize(content: Buffer, type: PictureType): PictureSize | undefined {
  const size = SIZES[type](content);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

const SIZES: Readonly<Record<PictureType, (content: Buffer) => PictureSize | undefined>> = {
  'image/jpeg': sizeOfJpeg,
  'image/png': sizeOfPng,
  'image/webp': sizeOfWebp,
};

const says = (content: Buffer, text: string, at: number): boolean =>
  content.toString('latin1', at, at + text.length) === text;

/** Markers of a JPEG (ITU-T T.81, table B.1). */
const [TEMPORARY, RESTART_0, RESTART_7, END, SCAN] = [0x01, 0xd0, 0xd7, 0xd9, 0xda];
/** Those among C0 to CF that begin no frame: tables of codes, and one that is kept for later. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker);
const standsAlone = (marker: number): boolean =>
  marker === 0 || marker === TEMPORARY || (marker >= RESTART_0 && marker <= RESTART_7);

function sizeOfJpeg(content: Buffer): PictureSize | undefined {
  // as libjpeg reads it, lest somebody draws another size than this: what stands between segments is passed over
  for (let at = content.indexOf(0xff, 2); at >= 0; at = content.indexOf(0xff, at)) {
    while (content[at] === 0xff) at += 1;
    const marker = content[at];
    at += 1;
    if (marker === undefined || marker === END || marker === SCAN) return undefined;
    if (standsAlone(marker)) continue;
    if (at + 7 > content.length) return undefined;
    if (isFrame(marker)) return { width: content.readUInt16BE(at + 5), height: content.readUInt16BE(at + 3) };
    const length = content.readUInt16BE(at);
    if (length < 2) return undefined;
    at += length;
  }
  return undefined;
}

function sizeOfPng(content: Buffer): PictureSize | undefined {
  return content.length >= 24 && says(content, 'IHDR', 12)
    ? { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
    : undefined;
}

/** RFC 9649: a picture with losses, one without, or a canvas on which several things stand. */
function sizeOfWebp(content: Buffer): PictureSize | undefined {
  if (content.length < 30) return undefined;
  if (says(content, 'VP8 ', 12) && says(content, '\x9d\x01\x2a', 23))
    return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
  if (says(content, 'VP8L', 12) && content[20] === 0x2f) {
    const bits = content.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (says(content, 'VP8X', 12)) return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 };
  return undefined;
}
