import type { Client } from '@ayni/api-client/client';
import { PASSWORD } from './people.js';

export const SEASON = '2026-1';

const SERVICES = ['production', 'inventory', 'sales', 'profit-sharing'] as const;

/** What there has to be before a season is opened: families, members, a product, a feria, a fund, and who does the work. */
export async function register(first: Client): Promise<void> {
  const member = (number: string, household: string, givenNames: string): object => ({
    ...{ number, givenNames, surnames: 'Mamani', sex: 'F', birthYear: 1985, household, joinedOn: '2024-01-01' },
  });
  const commands = [
    await first.command('/api/members/v1/households', {
      rows: ['F01', 'F02'].map((code) => ({ code, name: `Familia ${code}`, community: 'Chacoma' })),
    }),
    await first.command('/api/members/v1/members', {
      rows: [member('001', 'F01', 'Felipa'), member('002', 'F02', 'Rosa')],
    }),
    await first.command('/api/inventory/v1/products', {
      rows: [{ code: 'CEBOLLA', name: 'Cebolla', stockUnit: 'g', shelfLifeDays: 30 }],
    }),
    await first.command('/api/inventory/v1/units', {
      rows: [{ product: 'CEBOLLA', unit: 'kg', factor: '1000', validFrom: '2024-01-01' }],
    }),
  ];
  for (const command of commands) for (const service of SERVICES) await first.settled(command, service);
  await first.post('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }] });
  await first.post('/api/profit-sharing/v1/funds', { rows: [{ code: 'reserva-legal', nameEs: 'Reserva legal' }] });
  const given = `${PASSWORD} de antes`;
  const users = [
    { name: 'tesora', roles: ['treasurer'] },
    { name: 'presi', roles: ['president'] },
  ];
  await first.post('/api/members/v1/users', { rows: users.map((user) => ({ ...user, password: given })) });
  for (const { name } of users) await first.takingUp(name, given, PASSWORD);
}

/** What other people entered during the season: deliveries, work that was confirmed, receipts, an expense, an advance. */
export async function record(first: Client): Promise<void> {
  const [day, at] = ['2026-03-10', '2026-03-10T09:30:00-04:00'];
  const onion = { product: 'CEBOLLA', unit: 'kg' };
  await first.post('/api/inventory/v1/deliveries', {
    rows: [
      { ...onion, code: 'D1', deliveredAt: at, member: '001', quantity: '30', unitPrice: '3.33' },
      { ...onion, code: 'D2', deliveredAt: at, member: '002', quantity: '50', unitPrice: '3.33' },
    ],
  });
  await first.post('/api/production/v1/work', {
    rows: [
      { code: 'W1', workedOn: day, member: '001', activity: 'riego', minutes: 121 },
      { code: 'W2', workedOn: day, member: '002', activity: 'siembra', minutes: 300 },
    ],
  });
  await first.as('presi', PASSWORD).post('/api/production/v1/confirmations', { codes: ['W1', 'W2'] });
  const receipt = { soldAt: at, market: 'Villa Dolores' };
  await first.post('/api/sales/v1/sales', {
    rows: [
      { ...receipt, receipt: 'R1', payment: 'cash', lines: [{ ...onion, quantity: '40', unitPrice: '12.50' }] },
      // not collected: the season closes over it only for a reason
      { ...receipt, receipt: 'R2', payment: 'credit', lines: [{ ...onion, quantity: '7', unitPrice: '11.11' }] },
    ],
  });
  await first.post('/api/profit-sharing/v1/expenses', {
    rows: [{ code: 'E1', spentOn: day, category: 'semilla', amount: '20.05', fundedBy: 'own' }],
  });
  await first.post('/api/profit-sharing/v1/advances', {
    rows: [{ code: 'A1', paidOn: day, member: '001', amount: '15.00', note: '' }],
  });
}
