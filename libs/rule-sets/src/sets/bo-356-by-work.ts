import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';
import { BESIDES_356, LAW_356, LIMITS_356, SOURCES_356, STEPS_356 } from './bo-356.js';

export const boByWork: ShippedRuleSet = {
  code: 'bo-356-by-work',
  country: 'BO',
  name: { es: 'Bolivia, Ley 356: por trabajo', en: 'Bolivia, Law 356: by work' },
  law: LAW_356,
  rules: {
    code: 'bo-356-by-work',
    ...STEPS_356,
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
  },
  sources: { ...SOURCES_356, '/bases/0': { article: 'art. 33', source: 'statute' } },
  limits: LIMITS_356,
  besides: BESIDES_356,
  example: {
    from: {
      es: 'Resultado de 48.730,55 y 212,5, 187, 96,25, 0 y 140,5 jornales de 480 minutos.',
      en: 'A result of 48,730.55 and 212.5, 187, 96.25, 0 and 140.5 days of 480 minutes.',
    },
    case: exampleCase(
      'BOB',
      '48730.55',
      [
        ['001', { 'work-minutes': '102000' }],
        ['002', { 'work-minutes': '89760' }],
        ['003', { 'work-minutes': '46200' }],
        ['004', { 'work-minutes': '0' }],
        ['005', { 'work-minutes': '67440' }],
      ],
      { balances: { 'share-capital': '200000.00' } },
    ),
    funds: { 'legal-reserve': '4873.06', education: '2436.53', social: '2436.53', 'voluntary-reserve': '9746.11' },
    pool: '29238.32',
    shares: { '001': '9765.25', '002': '8593.42', '003': '4423.09', '004': '0.00', '005': '6456.56' },
  },
};
