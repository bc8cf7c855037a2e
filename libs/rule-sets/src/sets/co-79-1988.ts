import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const coCoop: ShippedRuleSet = {
  code: 'co-79-1988',
  country: 'CO',
  name: { es: 'Colombia, Ley 79 de 1988', en: 'Colombia, Law 79 of 1988' },
  law: { name: 'Ley 79 de 1988', date: '1988-12-23' },
  rules: {
    code: 'co-79-1988',
    steps: [
      { kind: 'cover-losses' },
      { kind: 'restore', fund: 'legal-reserve' },
      { kind: 'fund', fund: 'legal-reserve', percent: '20.00', of: 'after-losses', rounding: 'up' },
      { kind: 'fund', fund: 'education', percent: '20.00', of: 'after-losses', rounding: 'up' },
      { kind: 'fund', fund: 'solidarity', percent: '10.00', of: 'after-losses', rounding: 'up' },
    ],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
    lossOrder: [{ fund: 'legal-reserve' }],
  },
  sources: {
    '/steps/0': { article: 'art. 55', source: 'secondary' },
    '/steps/1': { article: 'art. 55', source: 'secondary' },
    '/steps/2': { article: 'art. 54', source: 'secondary' },
    '/steps/3': { article: 'art. 54', source: 'secondary' },
    '/steps/4': { article: 'art. 54', source: 'secondary' },
    '/bases/0': { article: 'art. 54', source: 'secondary' },
    '/lossOrder/0': { article: 'art. 55', source: 'secondary' },
  },
  limits: [
    { kind: 'losses-first', article: 'art. 55', source: 'secondary' },
    { kind: 'restore-first', fund: 'legal-reserve', article: 'art. 55', source: 'secondary' },
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '20.00',
      of: 'after-losses',
      article: 'art. 54',
      source: 'secondary',
    },
    {
      kind: 'fund-at-least',
      fund: 'education',
      percent: '20.00',
      of: 'after-losses',
      article: 'art. 54',
      source: 'secondary',
    },
    {
      kind: 'fund-at-least',
      fund: 'solidarity',
      percent: '10.00',
      of: 'after-losses',
      article: 'art. 54',
      source: 'secondary',
    },
  ],
  besides: [
    {
      es: 'De lo que queda dispone la asamblea: revalorizar aportes (no más que el índice de precios), servicios comunes o retorno.',
      en: 'The assembly disposes of what is left: revaluing contributions (at most by the price index), common services, or return.',
    },
  ],
  example: {
    from: {
      es: 'Resultado de 50.000.000 y pérdidas anteriores de 6.000.000: la base es 44.000.000.',
      en: 'A result of 50,000,000 and prior losses of 6,000,000: the base is 44,000,000.',
    },
    case: exampleCase(
      'COP',
      '50000000.00',
      [
        ['001', { 'work-minutes': '1000' }],
        ['002', { 'work-minutes': '1000' }],
        ['003', { 'work-minutes': '2000' }],
      ],
      { priorLosses: '6000000.00' },
    ),
    funds: { 'legal-reserve': '8800000.00', education: '8800000.00', solidarity: '4400000.00' },
    pool: '22000000.00',
    shares: { '001': '5500000.00', '002': '5500000.00', '003': '11000000.00' },
  },
};
