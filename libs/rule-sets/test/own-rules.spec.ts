import { describe, expect, test } from '@jest/globals';
import { asksOf, shippedName, shippedRuleSets, sourcesIn } from '../src/index.js';

const set = (code: string) => {
  const found = shippedRuleSets.find((one) => one.code === code);
  if (!found) throw new Error(`There is no ${code}`);
  return found;
};

describe('what a law asks is said', () => {
  test.each(shippedRuleSets.flatMap(({ code, limits }) => limits.map((limit, i) => [`${code} ${i}`, limit] as const)))(
    'in both languages, by %s',
    (_, limit) => {
      const { es, en } = asksOf(limit, shippedName);
      expect(es).not.toBe(en);
      for (const said of [es, en]) expect(said).toMatch(/^\S.*[^.\s]$/);
      if ('percent' in limit) expect(es).toContain(`${Number(limit.percent)} %`);
      if ('fund' in limit) expect(es).toContain(shippedName(limit.fund).es);
    },
  );

  test('with where it may stop', () => {
    const [least] = set('bo-356-by-work').limits;
    if (!least) throw new Error('Ley 356 asks nothing');
    expect(asksOf(least, shippedName)).toEqual({
      es: 'Reserva legal recibe al menos el 10 % del resultado, redondeado hacia arriba; puede parar cuando tenga el 25 % de: capital de las socias',
      en: "Legal reserve receives at least 10% of the result, rounded up; it may stop at 25% of: members' capital",
    });
  });
});

test('a copy keeps the articles of what it was copied from, wherever its lines stand, and has none for lines of its own', () => {
  const shipped = set('bo-356-by-work');
  const { rules, sources } = shipped;
  const steps = [
    ...rules.steps.toReversed(),
    { kind: 'fund', fund: 'agua', percent: '1.00', of: 'result', rounding: 'up' } as const,
  ];
  const bases = [
    { basis: 'equal', percent: '10.00' },
    { basis: 'work-minutes', percent: '90.00' },
  ] as const;
  const found = sourcesIn({ ...rules, steps, bases }, shipped);
  expect(found['/steps/0']).toEqual(sources['/steps/5']);
  expect(found['/steps/5']).toEqual(sources['/steps/0']);
  expect(found['/steps/6']).toBeUndefined();
  expect(found['/bases/0']).toBeUndefined();
  expect(found['/bases/1']).toEqual(sources['/bases/0']);
  expect(found['/offsets']).toEqual(sources['/offsets']);
});
