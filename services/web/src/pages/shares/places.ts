import type { Place } from '../place.js';

const roles = ['treasurer', 'president', 'manager'] as const;

export const shares: readonly Place[] = [
  { path: '/reparto', roles, page: () => import('./runs.js') },
  { path: '/reparto/:id', roles, page: () => import('./run.js') },
  { path: '/reparto/:id/familias/:code', roles, page: () => import('./family.js') },
];
