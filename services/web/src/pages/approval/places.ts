import type { Place } from '../place.js';

export const approval: readonly Place[] = [
  { path: '/aprobar', roles: ['president'], page: () => import('./approval.js') },
];
