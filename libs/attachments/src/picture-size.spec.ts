import { expect, test } from '@jest/globals';
import { photo } from '@ayni/testing/photo';
import fc from 'fast-check';
import { mediaTypeOf } from './media-type.js';
import { pictureSize, type PictureSize } from './picture-size.js';

/** As a file that comes is read: what it is first, then its size. */
const sizeOf = (content: Buffer): PictureSize | undefined => {
  const type = mediaTypeOf(content);
  return type === undefined || type === 'application/pdf' ? undefined : pictureSize(content, type);
};

const number = (bytes: number, value: number): Buffer => {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
};
const littleEndian = (bytes: number, value: number): Buffer => number(bytes, value).reverse();
const text = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');

const png = (width: number, height: number): Buffer =>
  Buffer.concat([
    text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
    number(4, width),
    number(4, height),
    text('\x08\x02\0\0\0crc!'),
  ]);
const webp = (kind: string, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([text(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`), ...content, Buffer.alloc(8)]);
const withLosses = (width: number, height: number): Buffer =>
  webp('VP8 ', text('\0\0\0\x9d\x01\x2a'), littleEndian(2, width), littleEndian(2, height));
const withoutLosses = (width: number, height: number): Buffer =>
  webp('VP8L', text('\x2f'), littleEndian(4, (width - 1) | ((height - 1) << 14)));
const canvas = (width: number, height: number): Buffer =>
  webp('VP8X', Buffer.alloc(4), littleEndian(3, width - 1), littleEndian(3, height - 1));

test.each([
  ['a JPEG', (width: number, height: number) => photo({ width, height }).subarray(0, 200), 65_535],
  ['a PNG', png, 4_294_967_295],
  ['a WebP with losses', withLosses, 16_383],
  ['a WebP without losses', withoutLosses, 8_192],
  ['a WebP that moves, or has a profile', canvas, 16_777_216],
])('%s has the size that its header says, and none where that is cut short', (_, of, most) => {
  const side = fc.integer({ min: 1, max: most });
  fc.assert(
    fc.property(side, side, fc.nat(200), (width, height, end) => {
      const content = of(width, height);
      expect(sizeOf(content)).toEqual({ width, height });
      expect([undefined, JSON.stringify({ width, height })]).toContain(
        JSON.stringify(sizeOf(content.subarray(0, end))),
      );
    }),
    { numRuns: most === 65_535 ? 20 : 200 },
  );
});

test('a JPEG has its size behind whatever a camera wrote before it, and not that of a small picture within', () => {
  const small = photo({ width: 160, height: 120 }).subarray(0, 160);
  const note = fc
    .tuple(fc.integer({ min: 0xe0, max: 0xef }), fc.uint8Array({ maxLength: 300 }))
    .map(([marker, bytes]) => {
      const content = Buffer.concat([small, bytes]);
      return Buffer.concat([Buffer.from([0xff, 0xff, marker]), number(2, content.length + 2), content]);
    });
  const taken = photo({ width: 4_000, height: 3_000 });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 5 }), (notes) => {
      const content = Buffer.concat([taken.subarray(0, 2), ...notes, taken.subarray(2)]);
      expect(sizeOf(content)).toEqual({ width: 4_000, height: 3_000 });
    }),
  );
});

test('a picture without width or height, or a JPEG that is drawn before it has said its size, has none', () => {
  const nothing = [photo({ width: 0 }), photo({ height: 0 }), png(0, 7), png(7, 0), withLosses(0, 7), withLosses(7, 0)];
  const drawnAtOnce = Buffer.concat([text('\xff\xd8\xff\xda\0\x08\x01\x01\0\0\x3f\0'), photo().subarray(2)]);
  for (const content of [...nothing, drawnAtOnce, webp('ALPH'), text('\xff\xd8\xff\xe0\0\0'), text('\xff\xd8\xff\xff')])
    expect(sizeOf(content)).toBeUndefined();
});

test('whatever bytes come, they are read to an end', () => {
  const heads = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'RIFF\0\0\0\0WEBP'];
  const webps = ['VP8 ', 'VP8L', 'VP8X'].map((kind) => `RIFF\0\0\0\0WEBP${kind}\0\0\0\0`);
  const bytes = fc.array(fc.oneof(fc.constantFrom(0xff, 0xc0, 0xe1, 0x00), fc.nat(255)), { maxLength: 300 });
  fc.assert(
    fc.property(fc.constantFrom('', ...heads, ...webps), bytes, (head, rest) => {
      const size = sizeOf(Buffer.concat([text(head), Buffer.from(rest)]));
      expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  for (const filled of [0xff, 0x00, 0xd0])
    expect(sizeOf(Buffer.alloc(5_000_000, filled).fill('\xff\xd8\xff', 0, 3, 'latin1'))).toBeUndefined();
});
