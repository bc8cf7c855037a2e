import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const usWorkers: ShippedRuleSet = {
  code: 'us-subchapter-t',
  country: 'US',
  name: { es: 'Estados Unidos, subcapítulo T: por trabajo', en: 'United States, Subchapter T: by work' },
  law: { name: 'Internal Revenue Code, Subchapter T (26 CFR 1.1388-1)', date: '1962-10-16' },
  rules: {
    code: 'us-subchapter-t',
    steps: [{ kind: 'fund', fund: 'collective-account', percent: '50.00', of: 'result', rounding: 'down' }],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
    lossOrder: [{ fund: 'collective-account' }],
    retainPercent: '80.00',
  },
  sources: {
    '/steps/0': { article: 'art. 7', source: 'statute' },
    '/bases/0': { article: '26 CFR 1.1388-1', source: 'law' },
    '/lossOrder/0': { article: 'art. 7', source: 'statute' },
    '/retainPercent': { article: '26 CFR 1.1388-1', source: 'law' },
  },
  limits: [
    { kind: 'retain-at-most', percent: '80.00', article: '26 CFR 1.1388-1', source: 'law' },
    {
      kind: 'only-bases',
      bases: ['work-minutes', 'value-delivered', 'quantity-delivered'],
      article: '26 CFR 1.1388-1',
      source: 'law',
    },
  ],
  besides: [
    {
      es: 'Al menos el 20 % se paga en dinero dentro de ocho meses y medio, y la obligación de repartir existe antes de la gestión.',
      en: 'At least 20% is paid in money within eight and a half months, and the obligation to share exists before the season.',
    },
    {
      es: 'Lo que viene de no socias no es patrocinio: llévelo aparte.',
      en: 'What comes from non-members is no patronage: keep it apart.',
    },
  ],
  example: {
    from: {
      es: 'Hecho con los porcentajes: resultado de 50.000 y 1.040, 520 y 260 horas.',
      en: 'Made from the percents: a result of 50,000 and 1,040, 520 and 260 hours.',
    },
    case: exampleCase('USD', '50000.00', [
      ['001', { 'work-minutes': '62400' }],
      ['002', { 'work-minutes': '31200' }],
      ['003', { 'work-minutes': '15600' }],
    ]),
    funds: { 'collective-account': '25000.00' },
    pool: '25000.00',
    shares: { '001': '14285.71', '002': '7142.86', '003': '3571.43' },
  },
};
