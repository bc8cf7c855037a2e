import { expect, test } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

test.each([
  ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif')],
  ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR')],
  ['image/webp', bytes('RIFF', [0, 1, 0, 0], 'WEBPVP8 ')],
  ['application/pdf', bytes('%PDF-1.7\n', 'startxref\n9\n%%EOF\n')],
])('%s is known by what it says of itself', (type, content) => {
  expect(mediaTypeOf(content)).toBe(type);
});

test.each([
  ['nothing', bytes()],
  ['a page', bytes('<!doctype html><script>alert(1)</script>')],
  ['a drawing that may hold a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a sound in the same wrapping as WebP', bytes('RIFF', [0, 1, 0, 0], 'WAVEfmt ')],
  ['a picture that moves', bytes('GIF89a')],
  ['a program', bytes('MZ')],
  ['the beginning of a photo', bytes([0xff, 0xd8])],
  ['a PDF behind something else', bytes('<b>%PDF-1.7\n%%EOF')],
  ['a PDF that is none', bytes('%PDF-1.7\n<script>alert(1)</script>')],
  ['a PDF that was cut off', bytes('%PDF-1.7\n%%EOF', new Array<number>(2_000).fill(32))],
])('%s is not kept', (_, content) => {
  expect(mediaTypeOf(content)).toBeUndefined();
});
