import type { Place } from '../place.js';

const roles = ['treasurer', 'president'] as const;

export const ledger: readonly Place[] = [
  { path: '/libro', roles, page: () => import('./balances.js') },
  { path: '/libro/asientos', roles, page: () => import('./entries.js') },
];
