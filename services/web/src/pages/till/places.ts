import type { Place } from '../place.js';

const roles = ['treasurer'] as const;

export const till: readonly Place[] = [
  { path: '/caja', roles, page: () => import('./cash-counts.js') },
  { path: '/caja/traspasos', roles, page: () => import('./transfers.js') },
  { path: '/caja/cobros', roles, page: () => import('./collections.js') },
  { path: '/caja/incobrables', roles, page: () => import('./write-offs.js') },
  { path: '/caja/saldos-iniciales', roles, page: () => import('./opening-balances.js') },
];
