import { expect, test } from '@jest/globals';
import { Explained, sentenceOf } from './explained.js';
import { Refusal } from './refusal.js';
import { Refusals } from './refusals.js';

const refusal = new Refusal('season-closed', '', { day: '2026-06-30', season: '2026' });

test.each([
  ['what is explained', new Explained({ es: 'falta', en: 'missing' }), ['falta', 'missing']],
  ['a refusal', refusal, [refusal.text('es'), refusal.text('en')]],
  [
    'several refusals',
    new Refusals([refusal, refusal]),
    [`${refusal.text('es')} ${refusal.text('es')}`, `${refusal.text('en')} ${refusal.text('en')}`],
  ],
  ['a fault of a program', new TypeError('a bug'), ['a bug', 'a bug']],
  ['what is no error', 7, ['7', '7']],
])('%s is said in the language of who reads it, where it has words in it', (_, thrown, words) => {
  expect([sentenceOf(thrown, 'es'), sentenceOf(thrown, 'en')]).toEqual(words);
});
