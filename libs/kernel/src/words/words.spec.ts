import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../catalogue.js';
import { refusalText } from '../refusal.js';
import { durationText, minutesText } from './duration.js';
import { faults } from './faults.js';
import { fields } from './fields.js';
import { kinds } from './kinds.js';
import { inWords, isVocabulary } from './words.js';

/** Places of the catalogue whose values are codes. */
const CODED = new Set(['basis', 'bases', 'detail', 'expected', 'kinds', 'roles', 'state', 'stockUnit', 'what']);

const placesOf = (text: string): (readonly [name: string, vocabulary: string | undefined])[] =>
  [...text.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name = '', vocabulary]) => [name, vocabulary]);

describe('a code is said in words', () => {
  test.each(Object.entries(catalogue))(
    'in %s each value is somebody’s own, or said by a vocabulary',
    (_, { es, en }) => {
      for (const [name, vocabulary] of [...placesOf(es), ...placesOf(en)])
        if (vocabulary === undefined) expect(CODED).not.toContain(name);
        else expect({ vocabulary, known: isVocabulary(vocabulary) }).toEqual({ vocabulary, known: true });
    },
  );

  const tables = Object.entries({ ...kinds, faults, fields });
  test.each(tables)('%s have their words in both languages', (_, words) => {
    for (const [code, { es, en }] of Object.entries(words))
      for (const said of [es, en])
        expect({ code, said: said.trim() }).toEqual({ code, said: expect.stringMatching(/./) });
  });

  test('in lists, with what stands behind it, and not where nobody has a word for it', () => {
    expect(refusalText('forbidden', 'es', { roles: 'treasurer, president' })).toBe(
      'Su cargo no permite esto; se necesita: tesorería, presidencia.',
    );
    expect(inWords('fault', 'text-most:200', 'es')).toBe('puede tener hasta 200 signos');
    expect(inWords('fault', 'one-of:cash:qr', 'en')).toBe('can be «cash», «qr»');
    expect(inWords('fault', 'one-of:sales::read:sales::write', 'en')).toBe('can be «sales:read», «sales:write»');
    expect(inWords('thing', '/api/nothing', 'es')).toBe('/api/nothing');
    expect(refusalText('not-found', 'es', { what: 'season', code: ' 2025' })).toBe('No existe la gestión 2025.');
    expect(refusalText('not-found', 'en', { what: 'route', code: '' })).toBe('There is no such address.');
  });

  test('minutes are hours and minutes', () => {
    expect([0n, 1n, 59n, 60n, 61n, 23_840n].map((minutes) => durationText(minutes, 'es'))).toEqual([
      ...['0 minutos', '1 minuto', '59 minutos', '1 hora', '1 hora 1 minuto', '397 horas 20 minutos'],
    ]);
    expect(durationText(122n, 'en')).toBe('2 hours 2 minutes');
    expect([1n, 59n, 60n, 2288n].map((minutes) => minutesText(minutes, 'es'))).toEqual([
      ...['1 minuto', '59 minutos', '60 minutos (1 hora)', '2288 minutos (38 horas 8 minutos)'],
    ]);
  });
});
