import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const plainEqual: ShippedRuleSet = {
  code: 'equal',
  country: null,
  name: { es: 'Partes iguales', en: 'Equal parts' },
  law: null,
  rules: {
    code: 'equal',
    steps: [],
    bases: [{ basis: 'equal', percent: '100.00' }],
  },
  sources: {},
  limits: [],
  besides: [
    {
      es: 'No sigue ninguna ley y no guarda nada para la cooperativa: es para un grupo que empieza.',
      en: 'It follows no law and keeps nothing for the co-op: it is for a group that begins.',
    },
  ],
  example: {
    from: { es: '100,00 entre tres que estuvieron todo el año.', en: '100.00 over three who were there all year.' },
    case: exampleCase('BOB', '100.00', [
      ['001', { equal: '365' }],
      ['002', { equal: '365' }],
      ['003', { equal: '365' }],
    ]),
    funds: {},
    pool: '100.00',
    shares: { '001': '33.34', '002': '33.33', '003': '33.33' },
  },
};
