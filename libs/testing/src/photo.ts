import { randomBytes } from 'node:crypto';

const segment = (marker: number, ...content: readonly number[]): number[] => [
  ...[0xff, marker, 0, content.length + 2],
  ...content,
];
/** A table in which the one thing that is ever said (no change; nothing more) takes one bit, a zero. */
const table = (kind: number): number[] => segment(0xc4, kind, 1, ...Array<number>(15).fill(0), 0);

/**
 * A true JPEG, all of one grey, which any program draws; behind its end stands noise, so that nobody has sent the same before.
 * @param bytes how long it is with the noise, where it would be shorter
 */
export function photo({ width = 8, height = 8, bytes = 200 } = {}): Buffer {
  const [w, h] = [width, height].map((side) => [side >> 8, side & 0xff]);
  const head = [
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...Array<number>(64).fill(1)),
    ...segment(0xc0, 8, ...(h ?? []), ...(w ?? []), 1, 1, 0x11, 0),
    ...[...table(0), ...table(0x10)],
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
  ];
  // of each 8 by 8 dots: nothing changes, and nothing more
  const bits = Math.ceil(width / 8) * Math.ceil(height / 8) * 2;
  const scan = Buffer.alloc(Math.ceil(bits / 8));
  if (bits % 8 > 0) scan[scan.length - 1] = 0xff >> (bits % 8);
  const drawn = Buffer.concat([Buffer.from(head), scan, Buffer.from([0xff, 0xd9])]);
  return Buffer.concat([drawn, randomBytes(Math.max(16, bytes - drawn.length))]);
}
