import type { Place } from '../place.js';

export const payouts: readonly Place[] = [
  { path: '/reparto/:id/pagos', roles: ['treasurer', 'president'], page: () => import('./payouts.js') },
];
