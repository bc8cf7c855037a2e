import type { Place } from '../place.js';

const roles = ['treasurer', 'president', 'manager'] as const;

export const accounts: readonly Place[] = [
  { path: '/cuentas', roles, page: () => import('./accounts.js') },
  { path: '/cuentas/:of/:code', roles: [...roles, 'member'], page: () => import('./account.js') },
];
