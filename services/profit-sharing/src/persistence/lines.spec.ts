import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lines } from './lines.js';

const line = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => text !== '' && !text.includes('\n'));
// of more than the first room
const some = fc.array(line, { maxLength: 400, size: 'max' });

test('lines are the UTF-8 of their texts, each time anew, however many and long they are', () => {
  fc.assert(
    fc.property(some, some, (first, second) => {
      const lines = new Lines();
      for (const texts of [first, second]) {
        for (const text of texts) lines.add(text);
        const expected = Buffer.from(texts.join('\n'));
        expect(lines.length).toBe(expected.length);
        expect(lines.take().equals(expected)).toBe(true);
      }
    }),
  );
});

test('lines that were taken stay as they were while others are written', () => {
  const lines = new Lines();
  lines.add('a');
  const taken = lines.take();
  lines.add('b');
  expect(taken.toString()).toBe('a');
});
