import { describe, expect, test } from '@jest/globals';
import { figuresOf, isRefused, type Case, type RuleSet } from '@ayni/distribution';
import fc from 'fast-check';
import { brokenLimits, shippedRuleSets } from '../src/index.js';

function setOf(code: string) {
  const set = shippedRuleSets.find((one) => one.code === code);
  if (!set) throw new Error(`There is no ${code}`);
  return set;
}

/** Where the rules of a shipped set break its law when they are changed, and the article that says so. */
function broken(code: string, change: (rules: RuleSet) => Partial<RuleSet>): readonly [string, string][] {
  const { rules, limits } = setOf(code);
  return brokenLimits({ ...rules, ...change(rules) }, limits).map(({ pointer, limit }) => [pointer, limit.article]);
}

type Step = RuleSet['steps'][number];
const withStep = (at: number, change: object) => (rules: RuleSet) => ({
  steps: rules.steps.map((step, i): Step => (i === at ? { ...step, ...change } : step)),
});
const without = (at: number) => (rules: RuleSet) => ({ steps: rules.steps.filter((_, i) => i !== at) });

describe('what a law asks is held line by line, with its article', () => {
  test('a fund that gets less than its least, a smaller base, or its least rounded down', () => {
    expect(broken('bo-356-by-work', withStep(2, { percent: '9.99' }))).toEqual([['/steps/2/percent', 'art. 34']]);
    expect(broken('bo-356-by-work', withStep(3, { of: 'remaining' }))).toEqual([['/steps/3/of', 'art. 34']]);
    expect(broken('bo-356-by-work', withStep(4, { rounding: 'down' }))).toEqual([['/steps/4/rounding', 'art. 34']]);
    expect(broken('bo-356-by-work', without(3))).toEqual([['/steps', 'art. 34']]);
  });

  test('a fund that asks for enough of what others before it have taken', () => {
    const voluntary: Step = {
      kind: 'fund',
      fund: 'voluntary-reserve',
      percent: '85.01',
      of: 'after-losses',
      rounding: 'up',
    };
    const after = (at: number, step: Step) => (rules: RuleSet) => ({ steps: rules.steps.toSpliced(at, 0, step) });
    const tooMuch = after(2, voluntary);
    // what is left is too little for education, and nothing for the social fund
    expect(broken('bo-356-by-work', tooMuch)).toEqual([
      ['/steps/2/percent', 'art. 34'],
      ['/steps/2/percent', 'art. 34'],
    ]);
    expect(broken('bo-356-by-work', after(4, { ...voluntary, percent: '90.00' }))).toEqual([
      ['/steps/4/percent', 'art. 34'],
    ]);
    expect(broken('bo-356-by-work', after(2, { ...voluntary, percent: '70.00' }))).toEqual([]);
  });

  test('a reserve that stops before the law lets it', () => {
    expect(broken('bo-356-by-work', withStep(2, { cap: '50000.00' }))).toEqual([['/steps/2/cap', 'art. 34']]);
    const lower = { cap: { percent: '24.99', of: 'share-capital' } };
    expect(broken('bo-356-by-work', withStep(2, lower))).toEqual([['/steps/2/cap', 'art. 34']]);
    expect(broken('es-27-1999', withStep(1, { cap: '1000000.00' }))).toEqual([['/steps/1/cap', 'art. 58']]);
  });

  test('losses and restoring that are left out or come too late', () => {
    expect(broken('es-27-1999', without(0))).toEqual([['/steps', 'art. 58']]);
    expect(broken('es-27-1999', ({ steps }) => ({ steps: steps.toReversed() }))).toEqual([['/steps/2', 'art. 58']]);
    expect(broken('pe-074-90', without(0))).toEqual([['/steps', 'art. 43.2']]);
  });

  test('a fund above its most, a base that the law does not know, a part of members that is too small', () => {
    expect(broken('ph-9520', withStep(1, { percent: '10.01' }))).toEqual([['/steps/1/percent', 'art. 86']]);
    const byCapital = () => ({ bases: [{ basis: 'certificate-days' as const, percent: '100.00' }] });
    expect(broken('bo-356-by-work', byCapital)).toEqual([['/bases/0/basis', 'arts. 14 f, 33']]);
    expect(broken('ph-9520', byCapital)).toEqual([['/bases', 'art. 86']]);
    expect(broken('uy-18407', withStep(4, { percent: '25.01' }))).toEqual([['/steps/5/percent', 'art. 70']]);
    expect(broken('us-subchapter-t', () => ({ retainPercent: '80.01' }))).toEqual([
      ['/retainPercent', '26 CFR 1.1388-1'],
    ]);
  });

  test('a reserve that bears losses which it may not', () => {
    const lossOrder = [{ fund: 'voluntary-reserve' }, { fund: 'legal-reserve', atMostPercent: '1.00' }];
    expect(broken('es-27-1999', () => ({ lossOrder }))).toEqual([['/lossOrder/1/atMostPercent', 'art. 59']]);
  });
});

test('no order of steps that is let through keeps a fund below its least', () => {
  const percent = fc.integer({ min: 0, max: 10_000 }).map((part) => (part / 100).toFixed(2));
  const step = fc.record({
    kind: fc.constant('fund' as const),
    fund: fc.constantFrom('legal-reserve', 'education', 'social', 'voluntary-reserve', 'own'),
    percent: fc.oneof(percent, fc.constantFrom('5.00', '10.00', '80.00')),
    of: fc.constantFrom('result' as const, 'after-losses' as const, 'remaining' as const),
    rounding: fc.constantFrom('up' as const, 'half-up' as const, 'down' as const),
  });
  const { rules, limits, example } = setOf('bo-356-by-work');
  const lawful = [['legal-reserve', 10n] as const, ['education', 5n] as const, ['social', 5n] as const];
  const due = lawful.map(([fund, part]): Step => {
    return { kind: 'fund', fund, percent: `${part}.00`, of: 'result', rounding: 'up' };
  });
  const steps = fc
    .tuple(
      fc.array(step, { maxLength: 3 }),
      fc.array(step, { maxLength: 2 }),
      fc.shuffledSubarray(due, { minLength: 3 }),
    )
    .map(([first, last, own]): Step[] => [{ kind: 'restore', fund: 'legal-reserve' }, ...first, ...own, ...last]);
  fc.assert(
    fc.property(steps, fc.bigInt({ min: 1n, max: 10n ** 12n }), (tried, centavos) => {
      const ruleSet = { ...rules, steps: tried };
      if (brokenLimits(ruleSet, limits).length > 0) return;
      const revenue = `${centavos / 100n}.${String(centavos % 100n).padStart(2, '0')}`;
      const books: Case['books'] = { revenue, deliveries: '0', ownExpenses: '0' };
      const outcome = figuresOf({ ...example.case, books, ruleSet }, () => 2);
      if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
      for (const [fund, part] of lawful) {
        const amount = outcome.funds.find((one) => one.fund === fund)?.amount ?? '0.00';
        // a step before that is rounded up takes at most a centavo more than its percent
        const got = BigInt(amount.replace('.', '')) + BigInt(tried.length);
        expect(got * 100n >= centavos * part).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('what a law leaves open is free', () => {
  expect(
    broken(
      'bo-356-by-work',
      withStep(2, { percent: '12.00', rounding: 'down', cap: { percent: '40', of: 'share-capital' } }),
    ),
  ).toEqual([]);
  expect(broken('bo-356-by-work', without(5))).toEqual([]);
  expect(broken('uy-18407', withStep(4, { percent: '25.00' }))).toEqual([]);
  expect(broken('equal', () => ({ bases: [{ basis: 'certificate-days', percent: '100.00' }] }))).toEqual([]);
});
