import type { Place } from '../place.js';

export const payouts: readonly Place[] = [
  { path: '/reparto/:id/pagos', roles: ['treasurer', 'president'], page: () => import('./payouts.js') },
  { path: '/reparto/no-cobrado', roles: ['treasurer'], page: () => import('./unclaimed.js') },
];
