import type { Place } from '../place.js';

const roles = ['treasurer', 'manager', 'president'] as const;

/** What was sold. */
export const sales: readonly Place[] = [
  { path: '/ventas', roles, page: () => import('./sales.js') },
  { path: '/ventas/:receipt', roles, page: () => import('./receipt.js') },
];
