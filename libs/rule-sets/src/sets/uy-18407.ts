import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const uyCoop: ShippedRuleSet = {
  code: 'uy-18407',
  country: 'UY',
  name: { es: 'Uruguay, Ley 18.407: retorno', en: 'Uruguay, Law 18,407: cooperative return' },
  law: { name: 'Ley 18.407, Sistema Cooperativo', date: '2008-10-24' },
  rules: {
    code: 'uy-18407',
    steps: [
      { kind: 'restore', fund: 'legal-reserve' },
      { kind: 'cover-losses' },
      { kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'after-losses', rounding: 'up' },
      {
        kind: 'fund',
        fund: 'legal-reserve',
        percent: '5.00',
        of: 'after-losses',
        rounding: 'up',
        cap: { percent: '100.00', of: 'share-capital' },
      },
      { kind: 'fund', fund: 'education', percent: '5.00', of: 'after-losses', rounding: 'up' },
      { kind: 'fund', fund: 'non-member-operations', percent: '10.00', of: 'after-losses', rounding: 'up' },
    ],
    bases: [{ basis: 'value-delivered', percent: '100.00' }],
    lossOrder: [{ fund: 'legal-reserve' }],
  },
  sources: {
    '/steps/0': { article: 'arts. 62, 70', source: 'law' },
    '/steps/1': { article: 'art. 70', source: 'law' },
    '/steps/2': { article: 'art. 70', source: 'law' },
    '/steps/3': { article: 'art. 70', source: 'law' },
    '/steps/4': { article: 'art. 70', source: 'law' },
    '/steps/5': { article: 'art. 70', source: 'law' },
    '/bases/0': { article: 'art. 70', source: 'law' },
    '/lossOrder/0': { article: 'art. 62', source: 'law' },
  },
  limits: [
    { kind: 'losses-first', article: 'art. 70', source: 'law' },
    { kind: 'restore-first', fund: 'legal-reserve', article: 'art. 62', source: 'law' },
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '15.00',
      of: 'after-losses',
      until: { percent: '100.00', of: 'share-capital' },
      article: 'art. 70',
      source: 'law',
    },
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '10.00',
      of: 'after-losses',
      article: 'art. 70',
      source: 'law',
    },
    {
      kind: 'fund-at-least',
      fund: 'education',
      percent: '5.00',
      of: 'after-losses',
      article: 'art. 70',
      source: 'law',
    },
    {
      kind: 'fund-at-least',
      fund: 'non-member-operations',
      percent: '10.00',
      of: 'after-losses',
      article: 'art. 70',
      source: 'law',
    },
    { kind: 'members-at-least', percent: '50.00', article: 'art. 70', source: 'law' },
  ],
  besides: [
    {
      es: 'El interés de los instrumentos de capitalización es un gasto y se anota antes.',
      en: 'Interest on capital instruments is an expense and is entered before.',
    },
    {
      es: 'La reserva deja de crecer en tres veces el capital. La aritmética conoce topes hasta el 100 % de un saldo: al llegar, la cooperativa adopta una versión sin ese paso y no nombra esta ley.',
      en: 'The reserve stops growing at three times the capital. The arithmetic knows caps up to 100% of a balance: when it gets there, the co-op adopts a version without that step that does not name this law.',
    },
    {
      es: 'Dos tercios de la asamblea pueden destinar todo a reservas (art. 70).',
      en: 'Two thirds of the assembly may send all of it to reserves (art. 70).',
    },
  ],
  example: {
    from: {
      es: 'Quedan 95.000 después del interés de los instrumentos; la reserva es menor que el capital.',
      en: '95,000 are left after interest on instruments; the reserve is below the capital.',
    },
    case: exampleCase(
      'UYU',
      '95000.00',
      [
        ['001', { 'value-delivered': '2000' }],
        ['002', { 'value-delivered': '1000' }],
        ['003', { 'value-delivered': '1000' }],
      ],
      { balances: { 'share-capital': '500000.00' } },
    ),
    funds: { 'legal-reserve': '14250.00', education: '4750.00', 'non-member-operations': '9500.00' },
    pool: '66500.00',
    shares: { '001': '33250.00', '002': '16625.00', '003': '16625.00' },
  },
};
