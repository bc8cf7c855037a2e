import { AT, correction, load, produce, reversal, type Good } from './good.js';

/** For every route of sales that changes something, a good command. */
export const salesCommands = (): Good[] => [
  load('sales/v1/markets', { name: 'Feria Viacha' }, { name: 'Feria El Alto' }),
  correction('sales/v1/markets/Villa%20Dolores', '{code}', { name: 'Villa Dolores, El Alto' }, { name: 'El Alto' }),
  load(
    'sales/v1/sales',
    {
      receipt: 'R-9',
      soldAt: AT,
      market: 'Villa Dolores',
      payment: 'cash',
      lines: [{ ...produce, unitPrice: '12.50' }],
    },
    { payment: 'qr' },
  ),
  reversal('sales/v1/sales', 'R-9', 'receipt'),
];
