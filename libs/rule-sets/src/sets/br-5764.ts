import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const brCoop: ShippedRuleSet = {
  code: 'br-5764',
  country: 'BR',
  name: { es: 'Brasil, Lei 5.764: por operaciones', en: 'Brazil, Law 5,764: by operations' },
  law: { name: 'Lei n.º 5.764', date: '1971-12-16' },
  rules: {
    code: 'br-5764',
    steps: [
      { kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' },
      { kind: 'fund', fund: 'education', percent: '5.00', of: 'result', rounding: 'up' },
    ],
    bases: [{ basis: 'value-delivered', percent: '100.00' }],
    lossOrder: [{ fund: 'legal-reserve' }],
  },
  sources: {
    '/steps/0': { article: 'art. 67', source: 'statute' },
    '/steps/1': { article: 'art. 67', source: 'statute' },
    '/bases/0': { article: 'art. 67', source: 'statute' },
    '/lossOrder/0': { article: 'art. 67', source: 'statute' },
  },
  limits: [
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '10.00',
      of: 'result',
      article: 'art. 67',
      source: 'statute',
    },
    { kind: 'fund-at-least', fund: 'education', percent: '5.00', of: 'result', article: 'art. 67', source: 'statute' },
  ],
  besides: [
    {
      es: 'El fondo de educación hace aquí de FATES (asistencia técnica, educativa y social), indivisible.',
      en: 'The education fund stands here for FATES (technical, educational and social assistance), which is indivisible.',
    },
    {
      es: 'La ley reparte por operaciones las pérdidas que la reserva no cubre; Ayni no cobra a nadie y las lleva a la gestión siguiente.',
      en: 'The law shares losses that the reserve does not cover by operations; Ayni charges nobody and carries them to the next season.',
    },
  ],
  example: {
    from: { es: 'Hecho con los porcentajes: resultado de 80.000.', en: 'Made from the percents: a result of 80,000.' },
    case: exampleCase('BRL', '80000.00', [
      ['001', { 'value-delivered': '5000' }],
      ['002', { 'value-delivered': '3000' }],
      ['003', { 'value-delivered': '2000' }],
    ]),
    funds: { 'legal-reserve': '8000.00', education: '4000.00' },
    pool: '68000.00',
    shares: { '001': '34000.00', '002': '20400.00', '003': '13600.00' },
  },
};
