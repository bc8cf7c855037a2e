import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const phCoop: ShippedRuleSet = {
  code: 'ph-9520',
  country: 'PH',
  name: { es: 'Filipinas, RA 9520: retorno', en: 'Philippines, RA 9520: patronage refund' },
  law: { name: 'Philippine Cooperative Code of 2008, RA 9520', date: '2009-02-17' },
  rules: {
    code: 'ph-9520',
    steps: [
      { kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' },
      { kind: 'fund', fund: 'education', percent: '10.00', of: 'result', rounding: 'down' },
      { kind: 'fund', fund: 'community', percent: '3.00', of: 'result', rounding: 'up' },
    ],
    bases: [{ basis: 'value-delivered', percent: '100.00' }],
    lossOrder: [{ fund: 'legal-reserve' }],
  },
  sources: {
    '/steps/0': { article: 'art. 86', source: 'secondary' },
    '/steps/1': { article: 'art. 86', source: 'secondary' },
    '/steps/2': { article: 'art. 86', source: 'secondary' },
    '/bases/0': { article: 'art. 86', source: 'secondary' },
    '/lossOrder/0': { article: '–', source: 'unverified' },
  },
  limits: [
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '10.00',
      of: 'result',
      article: 'art. 86',
      source: 'secondary',
    },
    { kind: 'fund-at-most', fund: 'education', percent: '10.00', article: 'art. 86', source: 'secondary' },
    {
      kind: 'fund-at-least',
      fund: 'community',
      percent: '3.00',
      of: 'result',
      article: 'art. 86',
      source: 'secondary',
    },
    { kind: 'fund-at-most', fund: 'optional', percent: '7.00', article: 'art. 86', source: 'unverified' },
    {
      kind: 'bases-at-least',
      bases: ['work-minutes', 'value-delivered', 'quantity-delivered'],
      percent: '30.00',
      article: 'art. 86',
      source: 'secondary',
    },
  ],
  besides: [
    {
      es: 'En los primeros cinco años la reserva recibe al menos la mitad.',
      en: 'In the first five years the reserve receives at least half.',
    },
    {
      es: 'La mitad del fondo de educación es de la federación. Lo de no socias se lleva aparte.',
      en: 'Half of the education fund belongs to the federation. What is of non-members is kept apart.',
    },
    {
      es: 'La tasa del retorno es a lo sumo el doble de la del interés del capital.',
      en: 'The rate of refund is at most twice the rate of interest on capital.',
    },
  ],
  example: {
    from: {
      es: 'Resultado de 1.000.000 con 10 / 10 / 3 y sin fondo opcional.',
      en: 'A result of 1,000,000 by 10 / 10 / 3 and no optional fund.',
    },
    case: exampleCase('PHP', '1000000.00', [
      ['001', { 'value-delivered': '400' }],
      ['002', { 'value-delivered': '300' }],
      ['003', { 'value-delivered': '300' }],
    ]),
    funds: { 'legal-reserve': '100000.00', education: '100000.00', community: '30000.00' },
    pool: '770000.00',
    shares: { '001': '308000.00', '002': '231000.00', '003': '231000.00' },
  },
};
