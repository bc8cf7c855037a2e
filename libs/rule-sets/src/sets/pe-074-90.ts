import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const peCoop: ShippedRuleSet = {
  code: 'pe-074-90',
  country: 'PE',
  name: { es: 'Perú, DS 074-90-TR: por operaciones', en: 'Peru, DS 074-90-TR: by operations' },
  law: { name: 'Ley General de Cooperativas, TUO aprobado por DS 074-90-TR', date: '1991-01-07' },
  rules: {
    code: 'pe-074-90',
    steps: [
      { kind: 'restore', fund: 'legal-reserve' },
      { kind: 'fund', fund: 'legal-reserve', percent: '20.00', of: 'result', rounding: 'up' },
      {
        kind: 'fund',
        fund: 'capital-interest',
        percent: '100.00',
        of: 'remaining',
        rounding: 'down',
        cap: { percent: '4.00', of: 'share-capital' },
      },
    ],
    bases: [{ basis: 'value-delivered', percent: '100.00' }],
    lossOrder: [{ fund: 'legal-reserve' }],
    offsets: { order: ['fine', 'advance', 'loan', 'certificate'] },
  },
  sources: {
    '/steps/0': { article: 'art. 43.2', source: 'law' },
    '/steps/1': { article: 'art. 42', source: 'law' },
    '/steps/2': { article: 'arts. 40, 42', source: 'law' },
    '/bases/0': { article: 'art. 42', source: 'law' },
    '/lossOrder/0': { article: 'art. 43.2', source: 'law' },
    '/offsets': { article: 'art. 47', source: 'law' },
  },
  limits: [
    { kind: 'fund-at-least', fund: 'legal-reserve', percent: '20.00', of: 'result', article: 'art. 42', source: 'law' },
    { kind: 'restore-first', fund: 'legal-reserve', article: 'art. 43.2', source: 'law' },
    {
      kind: 'only-bases',
      bases: ['work-minutes', 'value-delivered', 'quantity-delivered'],
      article: 'art. 42',
      source: 'law',
    },
  ],
  besides: [
    {
      es: 'El interés de las aportaciones es una tasa que la asamblea elige, no mayor que la máxima legal de los ahorros (art. 40). Páguelo entero cada año: lo que quede en su fondo baja el del siguiente.',
      en: 'Interest on contributions is a rate that the assembly chooses, at most the legal maximum of savings (art. 40). Pay it out whole each year: what stays in its fund lowers the next.',
    },
    {
      es: 'Las donaciones sin destino y lo ganado con no socios van directo a la reserva (art. 43.1): no entran en el resultado.',
      en: 'Donations without a purpose and gains from non-members go straight to the reserve (art. 43.1): they are no part of the result.',
    },
  ],
  example: {
    from: {
      es: 'Resultado de 60.000 y 4 % sobre aportaciones de 40.000.',
      en: 'A result of 60,000 and 4% on contributions of 40,000.',
    },
    case: exampleCase(
      'PEN',
      '60000.00',
      [
        ['001', { 'value-delivered': '500000' }],
        ['002', { 'value-delivered': '300000' }],
        ['003', { 'value-delivered': '200000' }],
      ],
      { balances: { 'share-capital': '40000.00' } },
    ),
    funds: { 'legal-reserve': '12000.00', 'capital-interest': '1600.00' },
    pool: '46400.00',
    shares: { '001': '23200.00', '002': '13920.00', '003': '9280.00' },
  },
};
