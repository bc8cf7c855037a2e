import type { Place } from '../place.js';

const roles = ['treasurer', 'president'] as const;

export const ledger: readonly Place[] = [
  { path: '/libro', roles, page: () => import('./balances.js') },
  { path: '/libro/asientos', roles, page: () => import('./entries.js') },
  { path: '/libro/mayor', roles, page: () => import('./sheet.js') },
  { path: '/libro/sumas', roles, page: () => import('./trial-balance.js') },
  { path: '/libro/balance', roles, page: () => import('./balance-sheet.js') },
  { path: '/libro/resultado', roles, page: () => import('./income-statement.js') },
  { path: '/libro/fondos', roles, page: () => import('./funds.js') },
  { path: '/libro/deudas', roles, page: () => import('./debts.js') },
  { path: '/libro/banco', roles, page: () => import('./bank.js') },
];
