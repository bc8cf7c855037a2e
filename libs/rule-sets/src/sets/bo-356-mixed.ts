import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';
import { BESIDES_356, LAW_356, LIMITS_356, SOURCES_356, STEPS_356 } from './bo-356.js';

export const boMixed: ShippedRuleSet = {
  code: 'bo-356-mixed',
  country: 'BO',
  name: { es: 'Bolivia, Ley 356: trabajo y entregas', en: 'Bolivia, Law 356: work and deliveries' },
  law: LAW_356,
  rules: {
    code: 'bo-356-mixed',
    ...STEPS_356,
    bases: [
      { basis: 'work-minutes', percent: '70.00' },
      { basis: 'value-delivered', percent: '30.00' },
    ],
  },
  sources: {
    ...SOURCES_356,
    '/bases/0': { article: 'art. 33', source: 'statute' },
    '/bases/1': { article: 'art. 14 f', source: 'statute' },
  },
  limits: LIMITS_356,
  besides: BESIDES_356,
  example: {
    from: {
      es: 'Resultado de 30.000: 12.600 por trabajo y 5.400 por entregas.',
      en: 'A result of 30,000: 12,600 by work and 5,400 by deliveries.',
    },
    case: exampleCase(
      'BOB',
      '30000.00',
      [
        ['001', { 'work-minutes': '24000' }],
        ['002', { 'work-minutes': '12000', 'value-delivered': '300000' }],
        ['003', { 'work-minutes': '6000', 'value-delivered': '600000' }],
      ],
      { balances: { 'share-capital': '200000.00' } },
    ),
    funds: { 'legal-reserve': '3000.00', education: '1500.00', social: '1500.00', 'voluntary-reserve': '6000.00' },
    pool: '18000.00',
    shares: { '001': '7200.00', '002': '5400.00', '003': '5400.00' },
  },
};
