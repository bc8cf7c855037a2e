import { describe, expect, test } from '@jest/globals';
import { checkRuleSet } from './rule-set.js';

const fund = { kind: 'fund', fund: 'reserve', percent: '10', of: 'result', rounding: 'up' };
const rules = (more: object = {}): unknown => ({
  code: 'rules',
  steps: [fund],
  bases: [
    { basis: 'work-minutes', percent: '60.00' },
    { basis: 'equal', percent: '40' },
  ],
  ...more,
});

describe('a rule set by itself', () => {
  test('holds with what may be left out left out', () => {
    expect(checkRuleSet(rules(), 2)).toEqual([]);
  });

  test('holds with everything said', () => {
    const all = {
      steps: [
        { kind: 'cover-losses' },
        { kind: 'restore', fund: 'reserve' },
        { ...fund, cap: { percent: '25.00', of: 'share-capital' }, excessTo: ['education', 'social'] },
        { ...fund, cap: '0' },
      ],
      lossOrder: [{ fund: 'voluntary' }, { fund: 'reserve', atMostPercent: '0.5' }],
      bases: [{ basis: 'care-minutes', percent: '100', maxPerMember: '0' }],
      retainPercent: '100.00',
      offsets: { order: ['fine', 'loan'], keepPercent: '20' },
      cashUnit: '0.10',
    };
    expect(checkRuleSet(rules(all), 2)).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ['bases below 100 %', { bases: [{ basis: 'equal', percent: '80' }] }, 'bases-not-100', '/bases'],
    ['no basis at all', { bases: [] }, 'bases-not-100', '/bases'],
    ['an unknown basis', { bases: [{ basis: 'age', percent: '100' }] }, 'unknown-basis', '/bases/0/basis'],
    [
      'an excess that goes to a fund with a cap',
      {
        steps: [
          { ...fund, cap: '1', excessTo: ['a', 'b'] },
          { ...fund, fund: 'b', cap: { percent: '1', of: 'x' } },
        ],
      },
      'excess-to-capped-fund',
      '/steps/0/excessTo/1',
    ],
    [
      'an excess that goes to its own fund',
      { steps: [{ ...fund, cap: '1', excessTo: ['reserve'] }] },
      'excess-to-capped-fund',
      '/steps/0/excessTo/0',
    ],
    ['a percent that is a number', { retainPercent: 10 }, 'bad-percent', '/retainPercent'],
    ['a percent above 100', { retainPercent: '100.01' }, 'bad-percent', '/retainPercent'],
    ['a percent with a sign', { offsets: { order: [], keepPercent: '-1' } }, 'bad-percent', '/offsets/keepPercent'],
    [
      'a percent with three places',
      { lossOrder: [{ fund: 'a', atMostPercent: '1.005' }] },
      'bad-percent',
      '/lossOrder/0/atMostPercent',
    ],
    ['a percent that is null', { steps: [{ ...fund, percent: null }] }, 'bad-percent', '/steps/0/percent'],
    ['a cap that is a number', { steps: [{ ...fund, cap: 50000 }] }, 'bad-amount', '/steps/0/cap'],
    ['a cap that is a list', { steps: [{ ...fund, cap: [] }] }, 'bad-amount', '/steps/0/cap'],
    ['coins of nothing', { cashUnit: '0.00' }, 'bad-amount', '/cashUnit'],
    ['a coin without its zero', { cashUnit: '.10' }, 'bad-amount', '/cashUnit'],
    [
      'a maximum with places',
      { bases: [{ basis: 'equal', percent: '100', maxPerMember: '1.0' }] },
      'bad-weight',
      '/bases/0/maxPerMember',
    ],
    ['a step of no kind', { steps: [{ fund: 'a' }] }, 'bad-document', '/steps/0/kind'],
    ['a step of an unknown kind', { steps: [{ kind: 'interest' }] }, 'bad-document', '/steps/0/kind'],
    ['a step without its rounding', { steps: [{ ...fund, rounding: undefined }] }, 'bad-document', '/steps/0/rounding'],
    [
      'a restore step with a percent',
      { steps: [{ kind: 'restore', fund: 'a', percent: '1' }] },
      'bad-document',
      '/steps/0/percent',
    ],
    ['a cap of no balance', { steps: [{ ...fund, cap: { percent: '1' } }] }, 'bad-document', '/steps/0/cap/of'],
    ['a fund twice in excessTo', { steps: [{ ...fund, excessTo: ['a', 'a'] }] }, 'bad-document', '/steps/0/excessTo/1'],
    [
      'a fund twice in the loss order',
      { lossOrder: [{ fund: 'a' }, { fund: 'a' }] },
      'bad-document',
      '/lossOrder/1/fund',
    ],
    [
      'a basis twice',
      {
        bases: [
          { basis: 'equal', percent: '50' },
          { basis: 'equal', percent: '50' },
        ],
      },
      'bad-document',
      '/bases/1/basis',
    ],
    ['a kind of debt twice', { offsets: { order: ['loan', 'loan'] } }, 'bad-document', '/offsets/order/1'],
    ['offsets without an order', { offsets: {} }, 'bad-document', '/offsets/order'],
    ['a field that is unknown', { 'retain/Percent': '10' }, 'bad-document', '/retain~1Percent'],
    ['a name that no Unicode text can have', { code: '\ud800' }, 'bad-document', '/code'],
  ])('is refused with %s', (_, more, code, pointer) => {
    expect(checkRuleSet(rules(more), 2)).toMatchObject([{ code, pointer }]);
  });

  test('is refused for all that is wrong with it, first for what counts, and not for what follows from it', () => {
    const bases = [
      { basis: 'age', percent: '50' },
      { basis: 'equal', percent: '150' },
    ];
    const steps = [{ ...fund, rounding: 'even' }];
    expect(checkRuleSet(rules({ steps, bases, cashUnit: '0' }), 2).map(({ pointer }) => pointer)).toEqual([
      ...['/steps/0/rounding', '/bases/0/basis', '/bases/1/percent', '/cashUnit'],
    ]);
  });

  test('is refused where it is none', () => {
    for (const value of [undefined, null, 'rules', [], 5]) {
      expect(checkRuleSet(value, 2)[0]).toMatchObject({ code: 'bad-document' });
    }
  });
});
