import { expect, test } from '@jest/globals';
import { Explained, Refusal, Refusals, type Translated } from '@ayni/kernel';
import { BEHIND, readReason, reasonOf, storedReason } from './reason.js';

const read = (reason: Translated): string[] => [
  readReason(storedReason(reason), 'es'),
  readReason(storedReason(reason), 'en'),
];
const closed = new Refusal('season-closed', '', { day: '2026-06-30', season: '2026' });

test.each([
  ['what is behind another event', BEHIND, [BEHIND.es, BEHIND.en]],
  ['what cannot be applied', reasonOf(new Explained({ es: 'no hay', en: 'none' })), ['no hay', 'none']],
  ['a refusal', reasonOf(closed), [closed.text('es'), closed.text('en')]],
  [
    'several refusals',
    reasonOf(new Refusals([closed, closed])),
    [`${closed.text('es')} ${closed.text('es')}`, `${closed.text('en')} ${closed.text('en')}`],
  ],
  ['a fault of the program', reasonOf(new TypeError('a bug')), ['falló el programa: «a bug»', 'a bug']],
])('operators read the reason of %s in their language', (_, reason, texts) => {
  expect(read(reason)).toEqual(texts);
});

test('a reason that quotes whatever bytes is kept, and as much of it as fits', () => {
  const [es = '', en] = read(reasonOf(new Error(`\0\ud800"${'x'.repeat(2_000)}`)));
  expect(en).toBe(`  "${'x'.repeat(997)}`);
  expect(es).toHaveLength(1_000);
});

test.each(['receipt NEW sells nothing', '', '{"half":', '{}'])('an old reason is read as it is: %j', (stored) => {
  expect(readReason(stored, 'es')).toBe(stored);
});
