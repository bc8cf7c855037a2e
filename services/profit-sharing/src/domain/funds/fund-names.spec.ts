import type { RuleSet } from '@ayni/distribution';
import { parseDay } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import { FundNames } from './fund-names.js';
import { fundsNamedIn, fundsOf } from './fund.js';

const rules: RuleSet = {
  code: 'rules',
  steps: [
    { kind: 'cover-losses' },
    { kind: 'restore', fund: 'reserva ' },
    {
      ...{ kind: 'fund', fund: 'RESERVA', percent: '10', of: 'result', rounding: 'up', cap: '50' },
      excessTo: ['Educacio\u0301n', 'fondo   social'],
    },
    { kind: 'fund', fund: 'Educación', percent: '5', of: 'result', rounding: 'up' },
  ],
  bases: [{ basis: 'equal', percent: '100' }],
  lossOrder: [{ fund: ' reserva', atMostPercent: '50' }],
};
const REGISTERED = ['Reserva', 'Educación', 'Fondo social'].map((code) => ({ code, retiredOn: null }));
const UNTIL = parseDay('2026-07-01');

describe('the code of a fund', () => {
  test('is the registered one, however rules write it', () => {
    expect(fundsNamedIn(new FundNames(REGISTERED).inRules(rules, UNTIL, ''))).toEqual([
      ...['Reserva', 'Reserva', 'Educación', 'Fondo social', 'Educación', 'Reserva'],
    ]);
  });

  test('is all that changes in rules', () => {
    const named = new FundNames(REGISTERED).inRules(rules, UNTIL, '');
    expect(named).toMatchObject({ code: 'rules', bases: rules.bases, lossOrder: [{ atMostPercent: '50' }] });
    expect(named.steps[2]).toMatchObject({ percent: '10', cap: '50', rounding: 'up' });
  });

  test('that nobody registered is refused with those that are known', () => {
    expect(() => new FundNames(REGISTERED.slice(0, 2)).inRules(rules, UNTIL, '/rows/0/ruleSet')).toThrow(
      expect.objectContaining({
        refusals: [
          expect.objectContaining({
            code: 'unknown-fund',
            pointer: '/rows/0/ruleSet/steps/2/excessTo/1',
            values: { fund: 'fondo   social', known: 'Reserva, Educación' },
          }),
        ],
      }),
    );
  });

  test('that is in use no longer is refused where the rules hold beyond its last day', () => {
    const retiredOn = parseDay('2026-06-30');
    const funds = new FundNames([...REGISTERED.slice(0, 2), { code: 'Fondo social', retiredOn }]);
    expect(fundsNamedIn(funds.inRules(rules, UNTIL, ''))).toContain('Fondo social');
    expect(() => funds.inRules(rules, parseDay('2026-07-02'), '')).toThrow(
      expect.objectContaining({
        refusals: [expect.objectContaining({ code: 'retired', pointer: '/steps/2/excessTo/1' })],
      }),
    );
  });

  test('is the one that older rules wrote first, with a name where such a fund mostly has one', () => {
    const { steps } = rules;
    const older = [{ ...rules, steps: steps.slice(0, 2), lossOrder: [{ fund: 'Legal-Reserve', atMostPercent: '1' }] }];
    expect(fundsOf([...older, rules])).toEqual([
      { code: 'reserva ', nameEs: 'Reserva', nameEn: 'Reserva', legalName: '' },
      { code: 'Legal-Reserve', nameEs: 'Reserva legal', nameEn: 'Legal reserve', legalName: '' },
      { code: 'Educacio\u0301n', nameEs: 'Educación', nameEn: 'Educación', legalName: '' },
      { code: 'fondo   social', nameEs: 'Fondo social', nameEn: 'Fondo social', legalName: '' },
    ]);
  });
});
