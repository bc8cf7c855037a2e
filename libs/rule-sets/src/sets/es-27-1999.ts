import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const esCoop: ShippedRuleSet = {
  code: 'es-27-1999',
  country: 'ES',
  name: { es: 'España, Ley 27/1999: retorno', en: 'Spain, Law 27/1999: cooperative return' },
  law: { name: 'Ley 27/1999, de Cooperativas', date: '1999-07-16' },
  rules: {
    code: 'es-27-1999',
    steps: [
      { kind: 'cover-losses' },
      { kind: 'fund', fund: 'legal-reserve', percent: '20.00', of: 'after-losses', rounding: 'up' },
      { kind: 'fund', fund: 'education', percent: '5.00', of: 'after-losses', rounding: 'up' },
    ],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
    lossOrder: [{ fund: 'voluntary-reserve' }],
  },
  sources: {
    '/steps/0': { article: 'art. 58', source: 'law' },
    '/steps/1': { article: 'art. 58', source: 'law' },
    '/steps/2': { article: 'art. 58', source: 'law' },
    '/bases/0': { article: 'art. 58.4', source: 'law' },
    '/lossOrder/0': { article: 'art. 59', source: 'law' },
  },
  limits: [
    { kind: 'losses-first', article: 'art. 58', source: 'law' },
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '20.00',
      of: 'after-losses',
      article: 'art. 58',
      source: 'law',
    },
    {
      kind: 'fund-at-least',
      fund: 'education',
      percent: '5.00',
      of: 'after-losses',
      article: 'art. 58',
      source: 'law',
    },
    {
      kind: 'only-bases',
      bases: ['work-minutes', 'value-delivered', 'quantity-delivered'],
      article: 'art. 58.4',
      source: 'law',
    },
    { kind: 'loss-at-most', fund: 'legal-reserve', percent: '0.00', article: 'art. 59', source: 'law' },
  ],
  besides: [
    {
      es: 'Los resultados extracooperativos van aparte: al menos la mitad va al fondo de reserva obligatorio. No los anote como ingreso de la gestión.',
      en: 'Results from outside the co-op are kept apart: at least half goes to the mandatory reserve. Do not enter them as revenue of the season.',
    },
    {
      es: 'El fondo de reserva obligatorio paga pérdidas solo por el porcentaje medio que recibió en cinco años (art. 59); un porcentaje de su saldo no lo dice, y por eso no está en el orden de pérdidas.',
      en: 'The mandatory reserve bears losses only by the average percent that it received in five years (art. 59); a percent of its balance cannot say that, so it is left out of the loss order.',
    },
    {
      es: 'Los porcentajes son antes de impuestos. Los anticipos y lo que las socias entregan son gasto (art. 57.2).',
      en: 'The percents are before tax. Advances of return and what members deliver are costs (art. 57.2).',
    },
  ],
  example: {
    from: {
      es: 'Resultado de 100.000 y pérdidas anteriores de 12.000: la base es 88.000.',
      en: 'A result of 100,000 and prior losses of 12,000: the base is 88,000.',
    },
    case: exampleCase(
      'EUR',
      '100000.00',
      [
        ['001', { 'work-minutes': '60000' }],
        ['002', { 'work-minutes': '40000' }],
        ['003', { 'work-minutes': '20000' }],
      ],
      { priorLosses: '12000.00' },
    ),
    funds: { 'legal-reserve': '17600.00', education: '4400.00' },
    pool: '66000.00',
    shares: { '001': '33000.00', '002': '22000.00', '003': '11000.00' },
  },
};
