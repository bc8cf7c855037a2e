import type { RuleSet } from '@ayni/distribution';
import { describe, expect, test } from '@jest/globals';
import { FundNames, fundsNamedIn } from './fund-names.js';

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

describe('the name of a fund', () => {
  test('is the one that it had first, however it is written later', () => {
    const named = new FundNames(['Reserva', 'reserva']).inRules(rules);
    expect(fundsNamedIn(named)).toEqual([
      ...['Reserva', 'Reserva', 'Educación', 'fondo social', 'Educación', 'Reserva'],
    ]);
  });

  test('is all that changes in rules', () => {
    const named = new FundNames([]).inRules(rules);
    expect(named).toMatchObject({ code: 'rules', bases: rules.bases, lossOrder: [{ atMostPercent: '50' }] });
    expect(named.steps[2]).toMatchObject({ percent: '10', cap: '50', rounding: 'up' });
  });
});
