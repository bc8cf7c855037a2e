import { AT, DAY, correction, load, produce, reversal, type Good, type World } from './good.js';

/** For every route of inventory that changes something, a good command. */
export const inventoryCommands = ({ coop }: Pick<World, 'coop'>): Good[] => [
  load(
    'inventory/v1/products',
    { code: 'LEEK', name: 'Puerro', stockUnit: 'g', shelfLifeDays: 9 },
    { shelfLifeDays: 8 },
  ),
  correction(`inventory/v1/products/P-${coop}`, '{code}', { shelfLifeDays: null }, { name: 'Leek' }, 2),
  load('inventory/v1/units', { product: 'ONION', unit: 'sack', factor: '25000', validFrom: DAY }, { factor: '24000' }),
  correction(
    `inventory/v1/units/P-${coop}/kg/2024-01-01`,
    '{product}/{unit}/{validFrom}',
    { retiredOn: '2025-12-31' },
    { retiredOn: '2025-12-30' },
    3,
  ),
  load(
    'inventory/v1/deliveries',
    { code: 'D-9', deliveredAt: AT, member: '001', ...produce, unitPrice: '9.50' },
    { unitPrice: '9.60' },
  ),
  reversal('inventory/v1/deliveries', 'D-9'),
  load(
    'inventory/v1/losses',
    { code: 'L-9', lostAt: AT, ...produce, reason: 'spoiled', counted: true },
    { reason: 'stolen' },
  ),
  reversal('inventory/v1/losses', 'L-9'),
  load('inventory/v1/gifts', { code: 'G-9', givenAt: AT, ...produce, recipient: 'School' }, { recipient: 'Nobody' }),
  reversal('inventory/v1/gifts', 'G-9'),
];
