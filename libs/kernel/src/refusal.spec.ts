import { describe, expect, test } from '@jest/globals';
import { catalogue } from './catalogue.js';
import { Refusal, refusalText } from './refusal.js';
import { every, refusalsOf } from './refusals.js';

const names = (text: string): string[] => [...text.matchAll(/\{([\w:]+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the catalogue of refusals', () => {
  test.each(Object.entries(catalogue))(
    '%s says the same in both languages, naming the same values',
    (_, { es, en }) => {
      expect(names(es)).toEqual(names(en));
      expect(es).not.toBe(en);
      expect(es.trim()).toBe(es);
      expect(es).toMatch(/[.!?]$/);
      expect(en).toMatch(/[.!?]$/);
    },
  );
});

describe('a refusal', () => {
  test('carries its kind and place, and fills the values into its sentence', () => {
    const refusal = new Refusal('season-closed', '/sold_at', { day: '2026-06-30', season: '2026' });
    expect(refusal).toMatchObject({ kind: 'conflict', pointer: '/sold_at' });
    expect(refusal.message).toContain('30 June 2026');
    expect(refusalText('season-closed', 'es', { day: '2026-06-30' })).toMatch(/30 de junio de 2026.*\{season\}/);
  });
});

test('what two checks of one thing refuse alike is told once, and all else that is wrong beside it', () => {
  const stranger = (): never => {
    throw new Refusal('unknown-reference', '/member', { what: 'member', code: '901' });
  };
  const refused = (): unknown => {
    try {
      return every(stranger, stranger, () => {
        throw new Refusal('bad-amount', '/amount');
      });
    } catch (error) {
      return refusalsOf(error).map(({ code, pointer }) => `${code} ${pointer}`);
    }
  };
  expect(refused()).toEqual(['unknown-reference /member', 'bad-amount /amount']);
});
