import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Downloads } from './downloads.js';

const HOUR = 3_600_000;
const PATIENT = { idle: HOUR, whole: HOUR, waiting: HOUR };

/** Parts that say when they are given back. */
function parts(count: number): { parts: AsyncGenerator<string, void>; returned: Promise<void> } {
  let tell = (): void => undefined;
  const returned = new Promise<void>((resolve) => (tell = resolve));

  async function* made(): AsyncGenerator<string, void> {
    try {
      for (let i = 0; i < count; i += 1) yield `${i} `;
    } finally {
      tell();
    }
  }
  return { parts: made(), returned };
}

const streamOf = (some: AsyncIterable<string>): Readable => Readable.from(some, { highWaterMark: 1 });

describe('a download', () => {
  test('has all parts, and gives back what it held', async () => {
    const { parts: some, returned } = parts(5);
    const stream = await new Downloads(1, PATIENT).begin(some, streamOf);
    expect(await text(stream)).toBe('0 1 2 3 4 ');
    await returned;
  });

  test.each([
    ['that nobody takes', { ...PATIENT, idle: 1 }],
    ['that takes too long', { ...PATIENT, whole: 1 }],
  ])('%s is ended, and the next has its turn', async (_, times) => {
    const downloads = new Downloads(1, times);
    const { parts: some, returned } = parts(1_000);
    const stream = await downloads.begin(some, streamOf);
    stream.once('readable', () => stream.read());
    await expect(once(stream, 'close')).rejects.toThrow(/download/);
    await returned;
    const next = await downloads.begin(parts(1).parts, streamOf);
    expect(await text(next)).toBe('0 ');
  });

  test('waits for its turn no longer than it may, and is forgotten then', async () => {
    const downloads = new Downloads(1, { ...PATIENT, waiting: 1 });
    const first = await downloads.begin(parts(9).parts, streamOf);
    const late = parts(1);
    await expect(downloads.begin(late.parts, streamOf)).rejects.toMatchObject({ code: 'not-ready' });
    expect(await text(first)).toBe('0 1 2 3 4 5 6 7 8 ');
    expect(await text(await downloads.begin(parts(1).parts, streamOf))).toBe('0 ');
    // it was never begun
    expect(await late.parts.next()).toEqual({ done: false, value: '0 ' });
  });

  test('whose first part fails is refused with that, and holds nothing', async () => {
    const downloads = new Downloads(1, PATIENT);
    // eslint-disable-next-line require-yield -- it fails before
    async function* failing(): AsyncGenerator<string, void> {
      throw new Error('no such day');
    }
    await expect(downloads.begin(failing(), streamOf)).rejects.toThrow('no such day');
    expect(await text(await downloads.begin(parts(1).parts, streamOf))).toBe('0 ');
  });
});
