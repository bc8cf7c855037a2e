import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';
import { BESIDES_356, LAW_356, LIMITS_356, SOURCES_356, STEPS_356 } from './bo-356.js';

export const boByDeliveries: ShippedRuleSet = {
  code: 'bo-356-by-deliveries',
  country: 'BO',
  name: { es: 'Bolivia, Ley 356: por entregas', en: 'Bolivia, Law 356: by deliveries' },
  law: LAW_356,
  rules: {
    code: 'bo-356-by-deliveries',
    ...STEPS_356,
    bases: [{ basis: 'value-delivered', percent: '100.00' }],
  },
  sources: { ...SOURCES_356, '/bases/0': { article: 'art. 14 f', source: 'statute' } },
  limits: LIMITS_356,
  besides: BESIDES_356,
  example: {
    from: {
      es: 'Resultado de 30.000; la reserva tiene 48.000 y su tope es 50.000: los 1.000 que no caben van por mitades.',
      en: 'A result of 30,000; the reserve holds 48,000 and is capped at 50,000: the 1,000 that do not fit go by halves.',
    },
    case: exampleCase(
      'BOB',
      '30000.00',
      [
        ['001', { 'value-delivered': '540000' }],
        ['002', { 'value-delivered': '360000' }],
        ['003', { 'value-delivered': '100000' }],
      ],
      { balances: { 'share-capital': '200000.00' }, funds: { 'legal-reserve': { balance: '48000.00' } } },
    ),
    funds: { 'legal-reserve': '2000.00', education: '2000.00', social: '2000.00', 'voluntary-reserve': '6000.00' },
    pool: '18000.00',
    shares: { '001': '9720.00', '002': '6480.00', '003': '1800.00' },
  },
};
